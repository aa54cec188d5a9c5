package dev.bonafide.engine.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose head can be looked at before it is read. */
final class PeekStream extends FilterInputStream {
  private byte[] head = new byte[0];
  private int at;
  private int length;
  private boolean ended;

  PeekStream(InputStream in) {
    super(in);
  }

  /**
   * Looks at up to {@code wanted} bytes; the first {@link #peeked()} bytes of the result are valid.
   * Nothing may have been read before. Damage that comes later than the first byte is left to the
   * reader, who keeps what is before it.
   */
  byte[] peek(int wanted) throws IOException {
    if (head.length < wanted) {
      head = java.util.Arrays.copyOf(head, wanted);
    }
    while (length < wanted && !ended) {
      int n;
      try {
        n = in.read(head, length, wanted - length);
      } catch (IOException e) {
        if (length == 0) {
          throw e;
        }
        break;
      }
      if (n < 0) {
        ended = true;
      } else {
        length += n;
      }
    }
    return head;
  }

  int peeked() {
    return length;
  }

  /** Whether the head that was looked at is all there is. */
  boolean complete() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    return at < length ? head[at++] & 0xff : in.read();
  }

  @Override
  public int read(byte[] bytes, int from, int wanted) throws IOException {
    if (at >= length) {
      return in.read(bytes, from, wanted);
    }
    int n = Math.min(wanted, length - at);
    System.arraycopy(head, at, bytes, from, n);
    at += n;
    return n;
  }

  /**
   * GZIPInputStream asks this to see whether another member follows, and takes 0 for the end; so it
   * may be 0 only there.
   */
  @Override
  public int available() throws IOException {
    if (at >= length && !ended) {
      at = 0;
      length = 0;
      peek(512);
    }
    return length - at;
  }

  @Override
  public long skip(long n) throws IOException {
    long left = n;
    byte[] scratch = new byte[8192];
    while (left > 0) {
      int got = read(scratch, 0, (int) Math.min(scratch.length, left));
      if (got < 0) {
        break;
      }
      left -= got;
    }
    return n - left;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
