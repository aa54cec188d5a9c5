package dev.bonafide.indicators;

import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Page;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Kind.Prior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the acts of a person into streams (one account, device, app and kind) and says which
 * streams are a program's, day by day. A stream that is no metronome keeps the prior of its kind: a
 * lack of rhythm does not prove a hand, so what was doubtful stays doubtful, and doubt counts as
 * rest.
 */
final class Streams {
  private Streams() {}

  /** Says AUTOMATED of every atom that a metronome causes. Pages come in the order of days. */
  static void judge(List<AccountDay> pages) {
    Index index = new Index();
    int[][] streamOf = new int[pages.size()][];
    int[] acts = new int[64];
    String account = "";
    long accountHash = 0;
    for (int p = 0; p < pages.size(); p++) {
      AccountDay day = pages.get(p);
      if (!day.account().equals(account)) {
        account = day.account();
        accountHash = Hash.of(account);
      }
      Page page = day.page();
      int[] streams = new int[day.size()];
      for (int i = 0; i < streams.length; i++) {
        Kind kind = page.kind(i);
        if (kind.prior() == Prior.AUTOMATED) {
          streams[i] = -1;
          continue;
        }
        int stream =
            index.of(
                accountHash
                    ^ page.id(i, Facet.ENDPOINT) * 0x9E3779B185EBCA87L
                    ^ Long.rotateLeft(page.id(i, Facet.APP) * 0xC2B2AE3D27D4EB4FL, 17)
                    ^ kind.number() * 0x165667B19E3779F9L);
        if (stream >= acts.length) {
          acts = Arrays.copyOf(acts, acts.length * 2);
        }
        acts[stream]++;
        streams[i] = stream;
      }
      streamOf[p] = streams;
    }
    tell(pages, streamOf, acts);
  }

  private static void tell(List<AccountDay> pages, int[][] streamOf, int[] acts) {
    List<@Nullable Metronome> metronomes = new ArrayList<>(acts.length);
    for (int stream = 0; stream < acts.length; stream++) {
      metronomes.add(null);
    }
    boolean any = false;
    for (int p = 0; p < pages.size(); p++) {
      AccountDay day = pages.get(p);
      Page page = day.page();
      for (int i = 0; i < day.size(); i++) {
        int stream = streamOf[p][i];
        if (stream >= 0 && acts[stream] >= Metronome.ENOUGH) {
          Metronome metronome = metronomes.get(stream);
          if (metronome == null) {
            Kind kind = page.kind(i);
            metronome =
                new Metronome(
                    acts[stream],
                    kind.prior() == Prior.HUMAN,
                    kind == Kind.MEETING
                        || kind == Kind.MEETING_AUDIO
                        || kind == Kind.MEETING_CAMERA);
            metronomes.set(stream, metronome);
            any = true;
          }
          metronome.tell(day.day(), page.second(i));
        }
      }
    }
    if (any) {
      judge(pages, streamOf, metronomes);
    }
  }

  private static void judge(
      List<AccountDay> pages, int[][] streamOf, List<@Nullable Metronome> metronomes) {
    int[] askedOn = new int[metronomes.size()];
    Arrays.fill(askedOn, Integer.MIN_VALUE);
    boolean[] verdict = new boolean[metronomes.size()];
    Map<String, int[]> clocks = new HashMap<>();
    for (int p = 0; p < pages.size(); p++) {
      AccountDay day = pages.get(p);
      int clock = clock(day, clocks);
      for (int i = 0; i < day.size(); i++) {
        int stream = streamOf[p][i];
        Metronome metronome = stream < 0 ? null : metronomes.get(stream);
        if (metronome == null) {
          continue;
        }
        if (askedOn[stream] != day.day()) {
          askedOn[stream] = day.day();
          verdict[stream] = metronome.automated(day.day(), day.page().sampled(), clock);
        }
        if (verdict[stream]) {
          day.automated(i);
        }
      }
    }
  }

  /**
   * The finest clock, in seconds, that the account's records of the last 28 days show. Keeps, for
   * each clock, the last day on which a record showed one no coarser.
   */
  private static int clock(AccountDay day, Map<String, int[]> clocks) {
    int[] lastDay =
        clocks.computeIfAbsent(
            day.account(),
            account -> {
              int[] never = new int[Metronome.CLOCKS.length];
              Arrays.fill(never, Integer.MIN_VALUE / 2);
              return never;
            });
    Page page = day.page();
    for (int i = 0; i < day.size() && lastDay[0] != day.day(); i++) {
      lastDay[Metronome.clockOf(page.second(i))] = day.day();
    }
    for (int clock = 0; clock < lastDay.length; clock++) {
      if (lastDay[clock] > day.day() - Metronome.WINDOW) {
        return Metronome.CLOCKS[clock];
      }
    }
    return 1;
  }
}
