package dev.bonafide.indicators;

import dev.bonafide.model.Card;
import org.jspecify.annotations.Nullable;

/**
 * When an episode is told: on the day on which it first weighs, on every change of its weight, and
 * weekly while it lasts. Asked with rising days; days on which it says nothing may be left out.
 * After {@code apart} days without a day asked it is another episode.
 */
public final class Course {
  private static final int WEEK = 7;

  private final Card card;
  private final String person;
  private final String object;
  private final int apart;
  private @Nullable Episode episode;
  private int weighed;
  private int revised;
  private int asked = Integer.MIN_VALUE / 2;

  public Course(Card card, String person, String object, int apart) {
    this.card = card;
    this.person = person;
    this.object = object;
    this.apart = apart;
  }

  /** The episode when there is something new to tell of it on that day, null when there is not. */
  public @Nullable Episode step(int day, int millinats) {
    if (day - asked >= apart) {
      episode = null;
    }
    asked = day;
    if (episode == null) {
      if (millinats == 0) {
        return null;
      }
      episode = new Episode(card, person, object, day);
    } else if (millinats == weighed && day - revised < WEEK) {
      return null;
    }
    weighed = millinats;
    revised = day;
    return episode;
  }
}
