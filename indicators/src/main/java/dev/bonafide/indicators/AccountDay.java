package dev.bonafide.indicators;

import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Page;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Kind.Prior;
import java.util.EnumSet;

/** One page of a person with the verdict of each atom: a hand, perhaps a hand, or a program. */
public final class AccountDay {
  private final String account;
  private final int day;
  private final Page page;
  private final Prior[] who;

  AccountDay(String account, int day, Page page, Prior[] who) {
    this.account = account;
    this.day = day;
    this.page = page;
    this.who = who;
  }

  /** {@code source:key}. */
  public String account() {
    return account;
  }

  /** UTC epoch day. */
  public int day() {
    return day;
  }

  public Page page() {
    return page;
  }

  /** Atoms that the page holds. */
  public int size() {
    return who.length;
  }

  /** Who caused atom {@code i}: the kind's prior, and AUTOMATED for every act of a metronome. */
  public Prior who(int i) {
    return who[i];
  }

  /** Whether atom {@code i} needed a hand. */
  public boolean human(int i) {
    return who[i] == Prior.HUMAN;
  }

  /** UTC seconds since 1970 of atom {@code i}. */
  public long at(int i) {
    return day * 86_400L + page.second(i);
  }

  /** UTC seconds of the last second that atom {@code i} lasts: its own for an act of a moment. */
  public long until(int i) {
    return day * 86_400L + page.lastSecond(i);
  }

  /**
   * Marks the bins of the acts that needed a hand in {@code human}, and of those that perhaps
   * needed one in {@code awake} as well. Exact for a sampled page too: the kinds without a
   * metronome on this day come from the page's own bitmaps. A kind with one counts only by the
   * atoms that were kept, which are too few and never too many.
   */
  void mark(long[] human, long[] awake) {
    if (page.sampled()) {
      EnumSet<Kind> hands = EnumSet.noneOf(Kind.class);
      EnumSet<Kind> perhaps = EnumSet.noneOf(Kind.class);
      for (Kind kind : page.kinds()) {
        switch (kind.prior()) {
          case HUMAN -> hands.add(kind);
          case MAYBE -> perhaps.add(kind);
          case AUTOMATED -> {}
        }
      }
      for (int i = 0; i < who.length; i++) {
        Kind kind = page.kind(i);
        if (who(i) != kind.prior()) {
          hands.remove(kind);
          perhaps.remove(kind);
        }
      }
      add(human, page.bitmap(hands));
      add(awake, page.bitmap(hands));
      add(awake, page.bitmap(perhaps));
    }
    for (int i = 0; i < who.length; i++) {
      Prior prior = who(i);
      if (prior != Prior.AUTOMATED) {
        int first = page.second(i) / Bits.BIN_SECONDS;
        int last = page.lastSecond(i) / Bits.BIN_SECONDS;
        for (int bin = first; bin <= last; bin++) {
          awake[bin >>> 6] |= 1L << bin;
          if (prior == Prior.HUMAN) {
            human[bin >>> 6] |= 1L << bin;
          }
        }
      }
    }
  }

  /** Says that a program causes atom {@code i}. */
  void automated(int i) {
    who[i] = Prior.AUTOMATED;
  }

  private static void add(long[] to, long[] more) {
    for (int word = 0; word < to.length; word++) {
      to[word] |= more[word];
    }
  }

  /** A reference to atom {@code i}. */
  public Citation.OfAtom cite(int i) {
    return new Citation.OfAtom(account, day, page.second(i), page.kind(i), page.hash(i));
  }
}
