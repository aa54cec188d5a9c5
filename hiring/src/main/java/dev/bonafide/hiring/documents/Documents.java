package dev.bonafide.hiring.documents;

import dev.bonafide.hiring.CodeHistory;
import dev.bonafide.hiring.dates.Dates;
import dev.bonafide.hiring.dates.PartialDate;
import dev.bonafide.hiring.documents.Document.Nothing;
import dev.bonafide.hiring.documents.Document.Unreadable;
import dev.bonafide.hiring.interview.Captions;
import dev.bonafide.hiring.interview.Transcript;
import dev.bonafide.hiring.json.Json;
import dev.bonafide.hiring.resume.JsonResume;
import dev.bonafide.hiring.resume.PlainText;
import dev.bonafide.hiring.resume.Resume;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what a document is, from its content alone. */
public final class Documents {
  /** Blanks, not line ends, before the times: a million empty lines would take hours. */
  private static final Pattern TIMES =
      Pattern.compile("(?m)^[ \\t]*(?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{3}\\s*-->");

  private static final Pattern CAPTION_TIMES =
      Pattern.compile("(?m)^\\d{1,2}:\\d{2}:\\d{2}\\.\\d{3},\\d{1,2}:\\d{2}:\\d{2}\\.\\d{3}$");

  /** The clock at the end of a time: {@code 2026-03-01T10:11:12+09:00}, {@code ... +0900}. */
  private static final Pattern CLOCK =
      Pattern.compile("\\d:\\d{2}(?:[.,]\\d+)?\\s?([+-])(\\d{2}):?(\\d{2})$");

  private static final int YEAR = 365;

  private Documents() {}

  /**
   * Reads a document of text or JSON.
   *
   * @param name what a person calls it
   * @param recordId id of its bytes
   */
  public static Document read(String name, long recordId, byte[] bytes) {
    String text = text(bytes);
    if (text == null) {
      return new Unreadable("no text: it is binary, or in an encoding that is not known");
    }
    String body = text.strip();
    if (body.isEmpty()) {
      return new Unreadable("it is empty");
    }
    char first = body.charAt(0);
    if (first == '{' || first == '[') {
      return json(name, recordId, text.getBytes(StandardCharsets.UTF_8));
    }
    if (body.startsWith("WEBVTT") || spoken(text)) {
      return talk(Captions.read(name, recordId, text));
    }
    if (fraction(text) && CAPTION_TIMES.matcher(text).find()) {
      return new Unreadable("captions in the form of SubViewer; export them as WebVTT or SRT");
    }
    Table table = Table.read(text);
    if (table != null) {
      Document rows = Rows.read(name, table);
      if (rows != null) {
        return rows;
      }
    }
    return lines(name, recordId, text, table);
  }

  /** Reads the lines that were extracted from a PDF, Word or HTML document. */
  public static Document ofExtracted(String name, long recordId, String text) {
    return text.isBlank()
        ? new Unreadable("it holds no text: a scan or pictures; ask for a text version")
        : spoken(text) || Captions.isSpoken(text)
            ? talk(Captions.read(name, recordId, text))
            : lines(name, recordId, text, null);
  }

  /**
   * Whether a line of times stands in a text. Most texts have no arrow, at a fraction of the cost.
   */
  private static boolean spoken(String text) {
    return text.contains("-->") && TIMES.matcher(text).find();
  }

  /** Whether a figure follows ".123,": no line of two times is without it. */
  private static boolean fraction(String text) {
    for (int at = text.indexOf(',', 4); at >= 0; at = text.indexOf(',', at + 1)) {
      if (text.charAt(at - 4) == '.'
          && at + 1 < text.length()
          && Character.isDigit(text.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  private static Document talk(Transcript transcript) {
    return transcript.cues().isEmpty()
        ? new Unreadable(
            transcript.problems().isEmpty()
                ? "captions without a cue"
                : "captions: " + transcript.problems().getFirst())
        : new Document.OfTalk(transcript);
  }

  /** A résumé has dated entries, headings or ways to reach somebody; anything else is none. */
  private static Document lines(String name, long recordId, String text, @Nullable Table table) {
    Resume resume = PlainText.read(name, recordId, text, "");
    boolean entries = !resume.jobs().isEmpty() || !resume.studies().isEmpty();
    if (entries || (table == null && !resume.contacts().isEmpty())) {
      return new Document.OfLines(text, resume);
    }
    return new Nothing(
        table == null
            ? "neither a résumé nor a transcript was recognised: no dated entry and no contact"
            : "a table whose headers name no applicants, referees or meeting: "
                + String.join(", ", table.headers().stream().limit(8).toList()));
  }

  private static Document json(String name, long recordId, byte[] bytes) {
    return switch (Json.read(bytes)) {
      case Json.Outcome.Broken(String problem) -> new Unreadable(problem);
      case Json.Outcome.Read(Json json) -> {
        if (JsonResume.recognises(json)) {
          yield fields(name, recordId, json);
        }
        Document.OfCode code = code(name, recordId, json);
        if (code != null) {
          yield code;
        }
        Candidates.Export export = Candidates.read(name, recordId, json);
        yield export.candidates().isEmpty()
            ? new Nothing(export.problems().getFirst())
            : new Document.OfSystem(export.candidates(), true, export.problems());
      }
    };
  }

  private static Document fields(String name, long recordId, Json json) {
    String id = "";
    for (String field :
        List.of("applicant_id", "applicantId", "candidate_id", "application_id", "id")) {
      for (Json at : List.of(json, json.at("meta"), json.at("basics"))) {
        id = id.isEmpty() ? at.text(field) : id;
      }
    }
    return new Document.OfFields(
        JsonResume.read(name, recordId, json), json.at("basics").text("name"), id, picture(json));
  }

  private static String picture(Json json) {
    String image = json.at("basics").text("image");
    return image.isEmpty() ? json.at("basics").text("picture") : image;
  }

  /** An account with the day it was made, and commits with their days. */
  private static Document.@Nullable OfCode code(String name, long recordId, Json json) {
    Json user = json.at("user").missing() ? json : json.at("user");
    PartialDate created = Dates.iso(user.text("created_at"));
    List<Json> commits = json.at("commits").items();
    if (created == null || created.day() == 0 || commits.isEmpty()) {
      return null;
    }
    TreeMap<Long, Integer> days = new TreeMap<>();
    Map<Integer, Set<Long>> clocks = new TreeMap<>();
    for (Json commit : commits) {
      Json inner = commit.at("commit").missing() ? commit : commit.at("commit");
      String at = inner.at("author").text("date");
      for (String field : List.of("authored_date", "author_date", "date", "created_at")) {
        at = at.isEmpty() ? inner.text(field) : at;
      }
      PartialDate day = Dates.iso(at);
      if (day != null && day.day() > 0) {
        days.merge(day.earliest(), 1, Integer::sum);
        Matcher clock = CLOCK.matcher(at);
        if (clock.find()) {
          int minutes = 60 * Integer.parseInt(clock.group(2)) + Integer.parseInt(clock.group(3));
          clocks
              .computeIfAbsent(
                  clock.group(1).equals("-") ? -minutes : minutes, c -> new TreeSet<>())
              .add(day.earliest());
        }
      }
    }
    TreeMap<Integer, Integer> lastYear = new TreeMap<>();
    clocks.forEach(
        (minutes, on) -> {
          int count = (int) on.stream().filter(day -> day > days.lastKey() - YEAR).count();
          if (count > 0) {
            lastYear.put(minutes, count);
          }
        });
    String applicant = json.text("applicant_id");
    applicant = applicant.isEmpty() ? json.text("candidate_id") : applicant;
    List<CodeHistory.Day> history =
        days.entrySet().stream().map(e -> new CodeHistory.Day(e.getKey(), e.getValue())).toList();
    return new Document.OfCode(
        new CodeHistory(name, recordId, created.earliest(), history, lastYear), applicant);
  }

  /** The text of bytes; null when they are none. UTF-16 is told by its mark. */
  public static @Nullable String text(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    for (byte b : bytes) {
      if (b == 0) {
        return null;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
