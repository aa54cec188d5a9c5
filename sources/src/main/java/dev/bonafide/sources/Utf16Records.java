package dev.bonafide.sources;

import java.util.Arrays;

/**
 * Reads a file in UTF-16 (what Windows PowerShell writes) with a reader for UTF-8. The sink is told
 * the places and bytes of the records in the file as it is.
 */
final class Utf16Records implements RecordReader {
  private final RecordReader inner;
  private final boolean bigEndian;

  Utf16Records(RecordReader inner, boolean bigEndian) {
    this.inner = inner;
    this.bigEndian = bigEndian;
  }

  @Override
  public TableNotes notes() {
    return inner.notes();
  }

  @Override
  public int read(byte[] bytes, int from, int to, boolean last, RecordSink sink) {
    int whole = from + (to - from) / 2 * 2;
    if (whole - from >= 2
        && !last
        && Character.isHighSurrogate(unit(bytes, whole - 2, bigEndian))) {
      whole -= 2;
    }
    byte[] text = utf8(bytes, from, whole, bigEndian);
    Places places = new Places(bytes, from, whole, sink);
    int done = places.of(inner.read(text, 0, text.length, last, places));
    return last ? to : done;
  }

  static char unit(byte[] bytes, int at, boolean bigEndian) {
    int first = bytes[at] & 0xFF;
    int second = bytes[at + 1] & 0xFF;
    return (char) (bigEndian ? first << 8 | second : second << 8 | first);
  }

  /** The text as UTF-8; a unit that is no character becomes a question mark. */
  static byte[] utf8(byte[] bytes, int from, int to, boolean bigEndian) {
    byte[] out = new byte[(to - from) / 2 * 3];
    int end = 0;
    for (int at = from; at + 1 < to; ) {
      int code = codePoint(bytes, at, to, bigEndian);
      end = JsonText.utf8(code, out, end);
      at += code >= 0x10000 ? 4 : 2;
    }
    return Arrays.copyOf(out, end);
  }

  private static int codePoint(byte[] bytes, int at, int to, boolean bigEndian) {
    char unit = unit(bytes, at, bigEndian);
    if (Character.isHighSurrogate(unit) && at + 3 < to) {
      char low = unit(bytes, at + 2, bigEndian);
      if (Character.isLowSurrogate(low)) {
        return Character.toCodePoint(unit, low);
      }
    }
    return unit;
  }

  /** Turns places in the UTF-8 text back into places in the file. They only ever grow. */
  private final class Places implements Onward {
    private final byte[] bytes;
    private final int to;
    private final RecordSink sink;
    private int at;
    private int inText;

    Places(byte[] bytes, int from, int to, RecordSink sink) {
      this.bytes = bytes;
      this.to = to;
      this.sink = sink;
      at = from;
    }

    int of(int textAt) {
      while (inText < textAt) {
        int code = codePoint(bytes, at, to, bigEndian);
        boolean lone = code >= 0xD800 && code < 0xE000;
        inText += code < 0x80 || lone ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        at += code >= 0x10000 ? 4 : 2;
      }
      return at;
    }

    @Override
    public void record(byte[] text, int textFrom, int textTo) {
      int from = of(textFrom);
      sink.record(bytes, from, of(textTo));
    }

    @Override
    public RecordSink sink() {
      return sink;
    }
  }
}
