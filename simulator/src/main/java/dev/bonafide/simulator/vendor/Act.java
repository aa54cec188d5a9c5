package dev.bonafide.simulator.vendor;

import dev.bonafide.simulator.people.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One record of one log before it is written down. It is written as a function of itself alone, so
 * that a world of a hundred thousand people holds acts, not texts.
 */
public sealed interface Act permits Act.Json, Act.Row {
  /** When it happened, UTC milliseconds. */
  long time();

  /** Its own number: vendors' ids of the record are made from it, and so is its dirt. */
  long id();

  /** Whose record it is; null for the company's programs. */
  @Nullable Person person();

  Feed feed();

  /** Whether somebody's hand caused it: the truth, which no log carries. */
  boolean human();

  /** An act that is a JSON object. */
  sealed interface Json extends Act permits OktaAct, EntraAct, DefenderAct, GitHubAct, InstallAct {
    void write(JsonGenerator out);
  }

  /** An act that is a row of a table. */
  sealed interface Row extends Act permits VpnAct, MeetingAct, PayrollAct {
    /** The row, without a line end. */
    String row();
  }
}
