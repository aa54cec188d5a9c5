package dev.bonafide.hiring.interview;

import dev.bonafide.hiring.interview.Transcript.Cue;
import dev.bonafide.hiring.interview.Transcript.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads captions: WebVTT (W3C, with voice spans) and SRT, also as meeting programs write them
 * ({@code Name: text}). Several voice spans of one cue stay apart. A damaged cue is named and left
 * out; the others are kept.
 */
public final class Captions {
  private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{3})";
  private static final Pattern TIMES =
      Pattern.compile("^\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?$");
  private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ >]*)?\\s+([^>]*)>");
  private static final Pattern TAG = Pattern.compile("</?[^>]*>");
  private static final Pattern SPEAKER = Pattern.compile("^([\\p{L}][^:<>]{0,48}?):\\s+(?=\\S)");

  /** Colons begin labels only in a file where at least so many of 100 cues have one. */
  private static final int LABELLED_PERCENT = 50;

  private record Block(int line, long start, long end, String text) {}

  private Captions() {}

  /**
   * Reads captions.
   *
   * @param document what a person calls them
   * @param recordId id of their bytes
   */
  public static Transcript read(String document, long recordId, String text) {
    List<String> problems = new ArrayList<>();
    List<Block> blocks = blocks(text.startsWith("\ufeff") ? text.substring(1) : text, problems);
    boolean spans = blocks.stream().anyMatch(b -> VOICE.matcher(b.text).find());
    long colons = blocks.stream().filter(b -> SPEAKER.matcher(plain(b.text)).find()).count();
    boolean speakers = !spans && colons * 100 >= (long) LABELLED_PERCENT * blocks.size();
    List<Cue> cues = new ArrayList<>();
    for (Block block : blocks) {
      List<Voice> voices =
          spans
              ? spans(block.text)
              : speakers ? speaker(block.text) : List.of(voice(null, block.text));
      cues.add(new Cue(block.line, block.start, block.end, voices));
    }
    if (cues.isEmpty() && problems.isEmpty()) {
      problems.add(
          "no cue was found; expected WebVTT or SRT with lines like 00:00:01.000 --> 00:00:02.500");
    }
    return new Transcript(document, recordId, cues, problems);
  }

  private static List<Block> blocks(String text, List<String> problems) {
    List<Block> blocks = new ArrayList<>();
    String[] lines = text.split("\r\n|\r|\n", -1);
    boolean begins = true;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        begins = true;
        continue;
      }
      Matcher m = TIMES.matcher(lines[i]);
      if (!m.matches()) {
        boolean timesFollow = i + 1 < lines.length && lines[i + 1].contains("-->");
        if (lines[i].contains("-->")) {
          problems.add("line " + (i + 1) + ": times that can't be read; the cue is left out");
          i = endOf(lines, i);
        } else if (begins && !timesFollow && !expected(lines, i)) {
          problems.add("line " + (i + 1) + ": text without times; it is left out");
          i = endOf(lines, i);
        } else if (begins && !timesFollow) {
          i = endOf(lines, i); // header, note, style
        }
        begins = false;
        continue;
      }
      long start = milli(m, 1);
      long end = milli(m, 5);
      int first = i + 1;
      int after = first;
      while (after < lines.length && !lines[after].isBlank() && !lines[after].contains("-->")) {
        after++;
      }
      // A cue may follow without a blank line; the line above its times is then its identifier.
      String said = String.join("\n", List.of(lines).subList(first, after));
      if (end < start) {
        problems.add("line " + (i + 1) + ": a cue that ends before it begins; it is left out");
      } else if (!said.isBlank()) {
        blocks.add(new Block(i + 1, start, end, said));
      }
      i = after - 1;
      begins = false;
    }
    return blocks;
  }

  private static boolean expected(String[] lines, int at) {
    String line = lines[at].strip();
    boolean firstOfFile = true;
    for (int i = 0; i < at; i++) {
      firstOfFile &= lines[i].isBlank();
    }
    return line.startsWith("NOTE")
        || line.startsWith("STYLE")
        || line.startsWith("REGION")
        || line.startsWith("##")
        || (firstOfFile && line.startsWith("WEBVTT"));
  }

  private static int endOf(String[] lines, int at) {
    int i = at;
    while (i + 1 < lines.length
        && !lines[i + 1].isBlank()
        && !TIMES.matcher(lines[i + 1]).matches()) {
      i++;
    }
    return i;
  }

  private static long milli(Matcher m, int group) {
    long hours = m.group(group) == null ? 0 : Long.parseLong(m.group(group));
    long minutes = Long.parseLong(m.group(group + 1));
    long seconds = Long.parseLong(m.group(group + 2));
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Long.parseLong(m.group(group + 3));
  }

  private static List<Voice> spans(String text) {
    List<Voice> voices = new ArrayList<>();
    Matcher m = VOICE.matcher(text);
    int from = 0;
    String label = null;
    while (m.find()) {
      add(voices, label, text.substring(from, m.start()));
      label = m.group(1).strip();
      from = m.end();
    }
    add(voices, label, text.substring(from));
    return voices;
  }

  private static void add(List<Voice> voices, @Nullable String label, String raw) {
    // What stands behind a closing tag belongs to nobody.
    int close = raw.indexOf("</v>");
    String own = close < 0 ? raw : raw.substring(0, close);
    String rest = close < 0 ? "" : raw.substring(close + "</v>".length());
    if (!plain(own).isEmpty()) {
      voices.add(voice(label, own));
    }
    if (!plain(rest).isEmpty()) {
      voices.add(voice(null, rest));
    }
  }

  private static List<Voice> speaker(String text) {
    String plain = plain(text);
    Matcher m = SPEAKER.matcher(plain);
    return m.find()
        ? List.of(new Voice(m.group(1).strip(), plain.substring(m.end())))
        : List.of(new Voice(null, plain));
  }

  private static Voice voice(@Nullable String label, String raw) {
    return new Voice(label == null || label.isEmpty() ? null : label, plain(raw));
  }

  private static String plain(String raw) {
    return TAG.matcher(raw)
        .replaceAll("")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
