package dev.bonafide.hiring.interview;

import dev.bonafide.hiring.interview.Transcript.Cue;
import dev.bonafide.hiring.interview.Transcript.Voice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads captions: WebVTT (W3C, with voice spans) and SRT, also as meeting programs write them
 * ({@code Name: text}), and the text of a transcript that Teams wrote as a Word document. Several
 * voice spans of one cue stay apart. A damaged cue is named and left out; the others are kept.
 */
public final class Captions {
  private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{3})";
  private static final Pattern TIMES =
      Pattern.compile("^\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?$");
  private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ >]*)?\\s+([^>]*)>");
  private static final Pattern TAG = Pattern.compile("</?[^>]*>");
  private static final Pattern SPEAKER = Pattern.compile("^([\\p{L}][^:<>]{0,48}?):\\s+(?=\\S)");

  private static final String SPOKEN_TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
  private static final Pattern SPOKEN_TIMES =
      Pattern.compile("^\\s*" + SPOKEN_TIME + "\\s*-->\\s*" + SPOKEN_TIME + "\\s*$");
  private static final Pattern STARTED =
      Pattern.compile(
          "^(\\p{L}[^:]{0,58}?)(?:\\s{2,}|\\t|\\u00a0+)\\s*(?:(\\d{1,2}):)?(\\d{1,2}):(\\d{2})$");
  private static final int LONGEST_LABEL = 60;

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
    List<Cue> spoken = spoken(text);
    if (!spoken.isEmpty()) {
      return new Transcript(document, recordId, spoken, problems);
    }
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

  /** Whether a text has the form that Teams gives a transcript in a Word document. */
  public static boolean isSpoken(String text) {
    return !spoken(text).isEmpty();
  }

  /**
   * Teams writes a line of times and a line with a name above the words, or a line with name and
   * start. Without an end a cue ends where the next begins, so no delay comes out of it. Empty when
   * the text has neither form.
   */
  private static List<Cue> spoken(String text) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    List<Cue> timed = timed(lines);
    return timed.isEmpty() ? started(lines) : timed;
  }

  private static List<Cue> timed(String[] lines) {
    List<Cue> cues = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < lines.length; i++) {
      Matcher m = SPOKEN_TIMES.matcher(lines[i]);
      if (!m.matches()) {
        continue;
      }
      int at = i + 1;
      while (at < lines.length && lines[at].isBlank()) {
        at++;
      }
      String label = at < lines.length ? lines[at].strip() : "";
      List<String> said = new ArrayList<>();
      for (at++; at < lines.length && !SPOKEN_TIMES.matcher(lines[at]).matches(); at++) {
        said.add(lines[at]);
      }
      String words = plain(String.join(" ", said));
      if (!words.isEmpty() && label.length() <= LONGEST_LABEL) {
        labels.add(label);
        cues.add(new Cue(i + 1, milli(m, 1), milli(m, 5), List.of(new Voice(label, words))));
      }
    }
    return ofTalk(cues, labels);
  }

  private static List<Cue> started(String[] lines) {
    List<Cue> cues = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < lines.length; i++) {
      Matcher m = STARTED.matcher(lines[i].strip());
      if (!m.matches()) {
        continue;
      }
      List<String> said = new ArrayList<>();
      int at = i + 1;
      for (; at < lines.length && !STARTED.matcher(lines[at].strip()).matches(); at++) {
        said.add(lines[at]);
      }
      String words = plain(String.join(" ", said));
      if (!words.isEmpty()) {
        Matcher next = at < lines.length ? STARTED.matcher(lines[at].strip()) : m;
        long start = start(m);
        long end = next.matches() ? Math.max(start, start(next)) : start;
        labels.add(m.group(1).strip());
        cues.add(new Cue(i + 1, start, end, List.of(new Voice(m.group(1).strip(), words))));
      }
    }
    return ofTalk(cues, labels);
  }

  /** A few names that return make a talk; anything else is a text with times in it. */
  private static List<Cue> ofTalk(List<Cue> cues, Set<String> labels) {
    boolean talk = labels.size() >= 2 && cues.size() >= 4 && labels.size() * 2 <= cues.size();
    return talk ? cues : List.of();
  }

  private static long start(Matcher m) {
    long hours = m.group(2) == null ? 0 : Long.parseLong(m.group(2));
    return ((hours * 60 + Long.parseLong(m.group(3))) * 60 + Long.parseLong(m.group(4))) * 1000;
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
