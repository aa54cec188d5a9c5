package dev.bonafide.hiring.interview;

import dev.bonafide.hiring.interview.Transcript.Cue;
import dev.bonafide.hiring.interview.Transcript.Voice;
import dev.bonafide.knowledge.technology.Technologies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The delays between questions and answers, and the labels of a transcript. Only contrasts *within*
 * one person are ever looked at: people differ from each other by more than anything that could be
 * found (detection.md 1.19). Edges of cues move by half a second and more, so only medians over
 * many turns say anything.
 */
public final class Turns {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern TECHNICAL =
      Pattern.compile(
          "\\b(?:code|coding|algorithm|complexity|database|schema|api|endpoint|deploy\\w*|architect\\w*"
              + "|function|class|thread\\w*|latency|memory|test(?:s|ing)?|debug\\w*|query|quer(?:y|ies)"
              + "|index(?:es)?|cache|caching|queue|cluster|container|pipeline|regression|implement\\w*"
              + "|scal(?:e|ing|able)|refactor\\w*|design (?:a|the)|bug|compile\\w*|runtime|protocol)\\b",
          FLAGS);
  private static final Pattern SMALL_TALK =
      Pattern.compile(
          "\\b(?:how are you|how(?:'s| is) (?:it going|your day|the weather)|weekend|weather|hobb(?:y|ies)"
              + "|free time|where are you (?:based|calling|joining|located)|your day|travel(?:l?ing)?"
              + "|holiday|vacation|coffee|lunch|breakfast|traffic|hear me|see my screen|nice to meet"
              + "|tell me (?:a bit )?about yourself|favou?rite|commute|sports?)\\b",
          FLAGS);
  private static final long SAME_VOICE_OVERLAP = 500;

  private Turns() {}

  /** What a question is about. */
  public enum Topic {
    TECHNICAL,
    SMALL_TALK,
    OTHER
  }

  /** One answer: the delay from the end of the question to its start. Negative: it began early. */
  public record Answer(Topic topic, long delayMilli, int line) {}

  private record Turn(String label, int line, long start, long end, String text, int cue) {}

  /** The applicant's answers to questions of others, in order. */
  public static List<Answer> answers(Interview interview, Technologies technologies) {
    List<Answer> answers = new ArrayList<>();
    List<Turn> turns = turns(interview.transcript());
    for (int i = 1; i < turns.size(); i++) {
      Turn question = turns.get(i - 1);
      Turn answer = turns.get(i);
      boolean asked =
          answer.label.equals(interview.candidate())
              && !question.label.equals(interview.candidate())
              && question.text.endsWith("?")
              && answer.cue != question.cue;
      if (asked) {
        long delay = answer.start - question.end - interview.roundTripMillis();
        answers.add(new Answer(topic(question.text, technologies), delay, answer.line));
      }
    }
    return answers;
  }

  private static Topic topic(String text, Technologies technologies) {
    boolean small = SMALL_TALK.matcher(text).find();
    boolean technical = TECHNICAL.matcher(text).find() || !technologies.in(text).isEmpty();
    if (small == technical) {
      return Topic.OTHER;
    }
    return technical ? Topic.TECHNICAL : Topic.SMALL_TALK;
  }

  private static List<Turn> turns(Transcript transcript) {
    List<Turn> turns = new ArrayList<>();
    for (int c = 0; c < transcript.cues().size(); c++) {
      Cue cue = transcript.cues().get(c);
      for (Voice voice : cue.voices()) {
        Turn last = turns.isEmpty() ? null : turns.getLast();
        if (voice.label() == null) {
          continue; // whose it is would be a guess
        }
        if (last != null && last.label.equals(voice.label())) {
          turns.removeLast();
          turns.add(
              new Turn(
                  last.label,
                  last.line,
                  last.start,
                  cue.endMilli(),
                  last.text + " " + voice.text(),
                  c));
        } else {
          turns.add(
              new Turn(
                  voice.label(), cue.line(), cue.startMilli(), cue.endMilli(), voice.text(), c));
        }
      }
    }
    return turns;
  }

  /** The middle of the delays; the lower of two. */
  public static long median(List<Answer> answers) {
    long[] delays = answers.stream().mapToLong(Answer::delayMilli).sorted().toArray();
    return delays[(delays.length - 1) / 2];
  }

  /** Half of the distance between the first and third quarter of the delays. */
  public static long spread(List<Answer> answers) {
    long[] delays = answers.stream().mapToLong(Answer::delayMilli).toArray();
    Arrays.sort(delays);
    return (delays[delays.length * 3 / 4] - delays[delays.length / 4]) / 2;
  }

  /** How often each label is spoken; the label of cues that name nobody is the empty text. */
  public static Map<String, Integer> labels(Transcript transcript) {
    Map<String, Integer> labels = new HashMap<>();
    for (Cue cue : transcript.cues()) {
      for (Voice voice : cue.voices()) {
        labels.merge(voice.label() == null ? "" : voice.label(), 1, Integer::sum);
      }
    }
    return labels;
  }

  /**
   * The lines on which a label speaks while it still speaks in an earlier cue, by more than half a
   * second: two voices under one label, or captions that overlap.
   */
  public static List<Integer> overlapsItself(Transcript transcript, @Nullable String label) {
    List<Integer> lines = new ArrayList<>();
    long end = Long.MIN_VALUE;
    for (Cue cue : transcript.cues()) {
      boolean speaks =
          cue.voices().stream().anyMatch(v -> v.label() != null && v.label().equals(label));
      if (speaks) {
        if (end - cue.startMilli() > SAME_VOICE_OVERLAP) {
          lines.add(cue.line());
        }
        end = Math.max(end, cue.endMilli());
      }
    }
    return lines;
  }
}
