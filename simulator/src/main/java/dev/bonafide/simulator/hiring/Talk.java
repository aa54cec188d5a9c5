package dev.bonafide.simulator.hiring;

import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import java.util.List;

/** A call with an interviewer, as meeting programs write captions (WebVTT). */
final class Talk {
  private static final List<String> SMALL =
      List.of(
          "How was your week?",
          "Did you find the link easily?",
          "What do you like to do at weekends?",
          "When could you start?",
          "How do you like to work with others?");

  private static final List<String> TECHNICAL =
      List.of(
          "How would you find a slow query in PostgreSQL?",
          "What does Kubernetes do when a container fails?",
          "How do you test a Java service?",
          "When would you take Redis, and when not?",
          "How do you review a change in Git?",
          "What went wrong with Kafka in your last project?");

  private static final List<String> ANSWERS =
      List.of(
          "Well, it depends on what you want to know first, and I would begin with what is measured.",
          "In my last team we did that in two steps, and the second one was the hard one.",
          "I would look at the logs, then ask whoever wrote it, and then try a small change.",
          "Good, thank you. It was a calm week and I could finish most of what I had planned.");

  private Talk() {}

  /**
   * A transcript of thirty questions.
   *
   * @param prompted whether the answers to technical questions come from somebody else: they arrive
   *     late, and all equally late
   */
  static String of(String name, Chance applicant, boolean prompted) {
    Chance draw = applicant.at("talk");
    // People differ, and think longer about what is hard; some translate in their head.
    double slow = draw.logNormal(400, 0.6);
    double hard = draw.logNormal(1.8, 0.25);
    StringBuilder out = new StringBuilder("WEBVTT\n\n");
    long at = 5_000;
    for (int i = 0; i < 30; i++) {
      boolean technical = i % 5 != 0 && i % 5 != 3;
      String question = draw.pick(technical ? TECHNICAL : SMALL);
      at = cue(out, at, 2_500 + draw.below(2_000), "Interviewer", question);
      at +=
          technical && prompted
              ? Math.round(draw.normal(6_200, 500, 5_000, 8_000))
              : Math.round(draw.logNormal(slow * (technical ? hard : 1), 0.5));
      at = cue(out, at, 4_000 + draw.below(9_000), name, draw.pick(ANSWERS)) + draw.below(900);
    }
    return out.toString();
  }

  private static long cue(StringBuilder out, long from, long length, String label, String text) {
    out.append(time(from)).append(" --> ").append(time(from + length)).append('\n');
    out.append("<v ").append(label).append('>').append(text).append("</v>\n\n");
    return from + length;
  }

  private static String time(long milli) {
    return Ids.padded(milli / 3_600_000, 2)
        + ":"
        + Ids.padded(milli / 60_000 % 60, 2)
        + ":"
        + Ids.padded(milli / 1_000 % 60, 2)
        + "."
        + Ids.padded(milli % 1_000, 3);
  }
}
