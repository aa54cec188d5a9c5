package dev.bonafide.engine;

import dev.bonafide.engine.Findings.Ref;
import dev.bonafide.engine.intake.Content;
import dev.bonafide.engine.intake.Intake;
import dev.bonafide.engine.intake.Intake.ContentRead;
import dev.bonafide.engine.intake.RecordConsumer;
import dev.bonafide.logbook.Fold;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Finds the records that evidence stands on: reads the blocks again in which they may be, and takes
 * the hash of each record's own bytes (pages.md 1.3). Of several equal records the smallest place
 * is cited; of several records that a page can't tell apart, the one with the smallest hash.
 */
final class Citations {
  private static final int DAY = 86_400;

  private static final Comparator<Ref> ORDER =
      Comparator.comparing(Ref::sha256)
          .thenComparing(Ref::file)
          .thenComparing(Ref::line, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Ref::offset, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Set<Citation> wanted;
  private final Set<String> accounts = new HashSet<>();
  private final Map<String, Acts> actsOfSource = new HashMap<>();
  private final long[] rows;
  private final Map<Citation, Ref> found = new ConcurrentHashMap<>();
  private final UnaryOperator<String> shown;

  private Citations(Collection<Citation> wanted, UnaryOperator<String> shown) {
    this.wanted = Set.copyOf(wanted);
    this.shown = shown;
    Map<String, List<Act>> acts = new HashMap<>();
    Set<Long> ids = new HashSet<>();
    for (Citation citation : this.wanted) {
      switch (citation) {
        case Citation.OfAtom atom -> {
          accounts.add(atom.account());
          acts.computeIfAbsent(source(atom.account()), s -> new ArrayList<>())
              .add(new Act(atom.day() * DAY + atom.second(), Term.of(atom.account()).id()));
        }
        case Citation.OfRow row -> ids.add(row.recordId());
      }
    }
    acts.forEach((source, all) -> actsOfSource.put(source, new Acts(all)));
    rows = sorted(ids);
  }

  /**
   * Resolves citations.
   *
   * @param shown how a path may be shown
   * @return the place of each; what is missing could not be found
   */
  static Map<Citation, Ref> resolve(
      Collection<Citation> wanted,
      Intake intake,
      List<ContentRead> contents,
      UnaryOperator<String> shown) {
    Citations citations = new Citations(wanted, shown);
    intake.readAgain(contents, citations::mayHold, content -> citations.new Finder(content));
    return citations.found;
  }

  private boolean mayHold(Content content, Intake.Span span) {
    Acts acts = actsOfSource.get(content.source());
    if (acts != null && acts.anyIn(span)) {
      return true;
    }
    for (long row : rows) {
      if (span.mayHoldRow(row)) {
        return true;
      }
    }
    return false;
  }

  /** What is looked for of one account in one second. */
  private record Act(long second, long account) {}

  /** What is looked for in one source, by time. */
  private static final class Acts {
    private final long[] seconds;
    private final long[] accounts;

    Acts(List<Act> acts) {
      List<Act> sorted =
          acts.stream()
              .distinct()
              .sorted(Comparator.comparingLong(Act::second).thenComparingLong(Act::account))
              .toList();
      seconds = sorted.stream().mapToLong(Act::second).toArray();
      accounts = sorted.stream().mapToLong(Act::account).toArray();
    }

    boolean anyIn(Intake.Span span) {
      int at = Arrays.binarySearch(seconds, span.firstSecond());
      int next = at < 0 ? -at - 1 : at;
      while (next > 0 && seconds[next - 1] == span.firstSecond()) {
        next--;
      }
      for (int i = next; i < seconds.length && seconds[i] <= span.lastSecond(); i++) {
        if (span.mayHoldAct(accounts[i], seconds[i])) {
          return true;
        }
      }
      return false;
    }
  }

  private static String source(String account) {
    return account.substring(0, Math.max(0, account.indexOf(':')));
  }

  private static long[] sorted(Set<Long> set) {
    return set.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** Looks at the records of one content. */
  private final class Finder implements RecordConsumer {
    private final Content content;
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private long offset;
    private long line;

    Finder(Content content) {
      this.content = content;
    }

    @Override
    public void record(byte[] bytes, int from, int to, long offset, long line) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
      this.offset = offset;
      this.line = line;
    }

    @Override
    public void reading(Reading reading) {
      switch (reading) {
        case Event event -> event(event);
        case Claim claim -> row(claim.recordId());
        case DeviceFact fact -> row(fact.recordId());
        default -> {}
      }
    }

    private void row(long id) {
      if (Arrays.binarySearch(rows, id) >= 0) {
        take(new Citation.OfRow(id));
      }
    }

    private void event(Event event) {
      if (!accounts.contains(event.account().text())) {
        return;
      }
      long start = Math.floorDiv(event.epochMilli(), 1000);
      long lasts = event.kind().span() ? Math.max(0, event.amount() - 1) : 0;
      long last = Math.floorDiv(start + lasts, DAY);
      int second = (int) Math.floorMod(start, (long) DAY);
      for (long day = Math.floorDiv(start, DAY); day <= last; day++) {
        atom(event.account().text(), day, second, event.kind(), Fold.hash24(event.recordId()));
        second = 0;
      }
    }

    private void atom(String account, long day, int second, Kind kind, int hash) {
      take(new Citation.OfAtom(account, day, second, kind, hash));
    }

    private void take(Citation citation) {
      if (wanted.contains(citation)) {
        Ref ref =
            new Ref(
                sha256(bytes, from, to),
                shown.apply(content.shown()),
                content.hasLines() ? line : null,
                content.hasLines() ? null : offset);
        found.merge(citation, ref, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
      }
    }
  }

  static String sha256(byte[] bytes, int from, int to) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, to - from);
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
