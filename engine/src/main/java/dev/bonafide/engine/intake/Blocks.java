package dev.bonafide.engine.intake;

import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in a content which times are: what citations are looked up by, so that only a few blocks
 * are read again (pages.md 1.3). About 60 bytes a megabyte.
 */
final class Blocks {
  /** Smallest length of a block; it ends with the record that reaches it. */
  static final int LENGTH = 1 << 20;

  /** Rows whose ids a block remembers one by one; a block with more is always a candidate. */
  private static final int ROWS = 256;

  /**
   * A run of whole records.
   *
   * @param line of its first record, from 1
   * @param firstSecond earliest second in it, since 1970
   * @param lastSecond latest second in it, ends of spans included
   * @param rows sorted ids of the claims and device facts in it; null when there are too many
   */
  @SuppressWarnings("ArrayRecordComponent") // blocks are never compared
  record Block(
      long offset, long end, long line, long firstSecond, long lastSecond, long @Nullable [] rows) {
    boolean mayHoldSecond(long second) {
      return second >= firstSecond && second <= lastSecond;
    }

    boolean mayHoldRow(long id) {
      return rows == null || Arrays.binarySearch(rows, id) >= 0;
    }
  }

  private final List<Block> blocks = new ArrayList<>();
  private boolean open;
  private long offset;
  private long line;
  private long firstSecond;
  private long lastSecond;
  private long[] rows = new long[8];
  private int rowCount;

  /** A record begins. */
  void record(long at, long lineOfIt) {
    if (open && at - offset >= LENGTH) {
      close(at);
    }
    if (!open) {
      open = true;
      offset = at;
      line = lineOfIt;
      firstSecond = Long.MAX_VALUE;
      lastSecond = Long.MIN_VALUE;
      rowCount = 0;
    }
  }

  void reading(Reading reading) {
    switch (reading) {
      case Event event -> {
        long second = Math.floorDiv(event.epochMilli(), 1000);
        firstSecond = Math.min(firstSecond, second);
        lastSecond = Math.max(lastSecond, spans(event) ? second + event.amount() : second);
      }
      case Claim claim -> row(claim.recordId());
      case DeviceFact fact -> row(fact.recordId());
      default -> {}
    }
  }

  private static boolean spans(Event event) {
    return switch (event.kind()) {
      case VPN_SESSION, MEETING, MEETING_CAMERA, MEETING_AUDIO -> true;
      default -> false;
    };
  }

  private void row(long id) {
    if (rowCount > ROWS || (rowCount > 0 && rows[rowCount - 1] == id)) {
      return;
    }
    if (rowCount == rows.length) {
      rows = Arrays.copyOf(rows, rowCount * 2);
    }
    rows[rowCount++] = id;
  }

  private void close(long end) {
    long[] ids = rowCount > ROWS ? null : Arrays.copyOf(rows, rowCount);
    if (ids != null) {
      Arrays.sort(ids);
    }
    blocks.add(new Block(offset, end, line, firstSecond, lastSecond, ids));
    open = false;
  }

  /** The part ends here. */
  void end(long at) {
    if (open) {
      close(at);
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
                    b.offset, b.end, b.line + linesBefore, b.firstSecond, b.lastSecond, b.rows))
        .toList();
  }
}
