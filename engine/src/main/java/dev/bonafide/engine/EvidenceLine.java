package dev.bonafide.engine;

import dev.bonafide.engine.Findings.Ref;
import java.util.List;
import java.util.Map;

/**
 * One line of {@code evidence.ndjson}: one revision of one evidence, with everything but names. Of
 * an id that comes more than once the latest day counts.
 *
 * @param id as in the ledger
 * @param person as in the findings
 * @param day the UTC day of this revision
 * @param remaining per innocent explanation that produces it, the millinats that remain against it
 * @param weighs from the close of this day on, when all was seen that the indicator had to see
 */
public record EvidenceLine(
    String id,
    String person,
    String indicator,
    String cause,
    String day,
    String weighs,
    String from,
    String to,
    long millinats,
    double decibans,
    long sd,
    String direction,
    boolean hard,
    String fact,
    Map<String, Integer> remaining,
    List<Ref> refs) {}
