package dev.bonafide.hiring.interview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transcript, read.
 *
 * @param document what a person calls it
 * @param recordId id of its bytes, for references
 * @param cues in the order of the file
 * @param problems what could not be read, in plain words
 */
public record Transcript(String document, long recordId, List<Cue> cues, List<String> problems) {

  /**
   * A stretch of time and what was said in it.
   *
   * @param line 1-based line of its times
   * @param voices one, or several when the cue keeps the words of several speakers
   */
  public record Cue(int line, long startMilli, long endMilli, List<Voice> voices) {
    public Cue {
      voices = List.copyOf(voices);
    }
  }

  /**
   * Words and the label under which they stand.
   *
   * @param label null when the cue names nobody
   */
  public record Voice(@Nullable String label, String text) {}

  public Transcript {
    cues = List.copyOf(cues);
    problems = List.copyOf(problems);
  }
}
