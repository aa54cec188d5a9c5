package dev.bonafide.engine;

import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Liveness;
import dev.bonafide.logbook.Page;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is asked of a page to know who is who and how much there was of everybody; a {@link Census}
 * is made of these and never sees an act.
 *
 * @param account {@code source:key}
 * @param day UTC epoch day
 * @param atoms how many atoms the page keeps
 * @param hours the hours of the day in which it has one, from bit 0
 * @param endpoints all devices that it names, as records name them
 * @param logons those of them that somebody logged on to or unlocked
 */
@SuppressWarnings("ArrayRecordComponent") // made in millions, never compared
public record PageFact(
    String account, int day, int atoms, int hours, long[] endpoints, long[] logons) {
  private static final Set<Kind> INTERACTIVE = EnumSet.of(Kind.DEVICE_LOGON, Kind.DEVICE_UNLOCK);
  private static final long[] NONE = {};

  /** What this page says. */
  public static PageFact of(String account, int day, Page page) {
    return new PageFact(
        account,
        day,
        page.size(),
        Liveness.hours(page.bitmap()),
        page.ids(Facet.ENDPOINT),
        page.kinds().stream().anyMatch(INTERACTIVE::contains) ? logons(page) : NONE);
  }

  private static long[] logons(Page page) {
    long[] logons = new long[page.size()];
    int count = 0;
    for (int i = 0; i < page.size(); i++) {
      long endpoint = page.id(i, Facet.ENDPOINT);
      if (INTERACTIVE.contains(page.kind(i)) && endpoint != Term.NONE) {
        logons[count++] = endpoint;
      }
    }
    return Arrays.stream(logons, 0, count).distinct().sorted().toArray();
  }
}
