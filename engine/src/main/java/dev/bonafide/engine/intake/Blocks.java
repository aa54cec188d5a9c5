package dev.bonafide.engine.intake;

import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a content which records are: what citations are looked up by, so that only a few blocks
 * are read again. For each block its place, its earliest and latest second, and a Bloom filter over
 * (account, second) and over the ids of rows: some 200 bytes for 64 KiB. With the 120 records of a
 * usual block three bits each leave one useless block in forty.
 */
final class Blocks {
  /** Smallest length of a block; it ends with the record that reaches it. */
  static final int LENGTH = 1 << 16;

  private static final int WORDS = 16;
  private static final int DAY = 86_400;

  /** A run of whole records. */
  static final class Block {
    final long offset;
    final long end;

    /** Of its first record, from 1. */
    final long line;

    final long firstSecond;
    final long lastSecond;
    private final long[] filter;

    Block(long offset, long end, long line, long firstSecond, long lastSecond, long[] filter) {
      this.offset = offset;
      this.end = end;
      this.line = line;
      this.firstSecond = firstSecond;
      this.lastSecond = lastSecond;
      this.filter = filter;
    }

    boolean mayHold(long key) {
      for (int i = 0; i < 3; i++) {
        int bit = bit(key, i);
        if ((filter[bit >>> 6] >>> bit & 1) == 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** Under which a record of an account in a second is found. */
  static long keyOfAct(long account, long second) {
    return Hash.combine(account, second);
  }

  /** Under which a row of a directory, claim or inventory is found. */
  static long keyOfRow(long recordId) {
    return Hash.combine(recordId, Long.MIN_VALUE);
  }

  private static int bit(long key, int i) {
    return (int) (key >>> (20 * i)) & (WORDS * 64 - 1);
  }

  private final List<Block> blocks = new ArrayList<>();
  private boolean open;
  private long offset;
  private long line;
  private long firstSecond;
  private long lastSecond;
  private long[] filter = new long[WORDS];

  /** A record begins. */
  void record(long at, long lineOfIt) {
    if (open && at - offset >= LENGTH) {
      end(at);
    }
    if (!open) {
      open = true;
      offset = at;
      line = lineOfIt;
      firstSecond = Long.MAX_VALUE;
      lastSecond = Long.MIN_VALUE;
      filter = new long[WORDS];
    }
  }

  void reading(Reading reading) {
    switch (reading) {
      case Event event -> event(event);
      case Claim claim -> mark(keyOfRow(claim.recordId()));
      case DeviceFact fact -> mark(keyOfRow(fact.recordId()));
      default -> {}
    }
  }

  private void event(Event event) {
    long second = Math.floorDiv(event.epochMilli(), 1000);
    long last = event.kind().span() ? second + Math.min(event.amount(), 366L * DAY) : second;
    firstSecond = Math.min(firstSecond, second);
    lastSecond = Math.max(lastSecond, last);
    long account = event.account().id();
    mark(keyOfAct(account, second));
    // A span goes on in the pages of the days that follow, from their first second.
    for (long day = Math.floorDiv(second, DAY) + 1; day * DAY <= last; day++) {
      mark(keyOfAct(account, day * DAY));
    }
  }

  private void mark(long key) {
    for (int i = 0; i < 3; i++) {
      int bit = bit(key, i);
      filter[bit >>> 6] |= 1L << bit;
    }
  }

  /** The part ends here. */
  void end(long at) {
    if (open) {
      blocks.add(new Block(offset, at, line, firstSecond, lastSecond, filter));
      open = false;
    }
  }

  /** The blocks, with lines counted on from those of the parts before. */
  List<Block> after(long linesBefore) {
    if (linesBefore == 0) {
      return blocks;
    }
    return blocks.stream()
        .map(
            b ->
                new Block(
                    b.offset, b.end, b.line + linesBefore, b.firstSecond, b.lastSecond, b.filter))
        .toList();
  }
}
