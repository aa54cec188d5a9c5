package dev.bonafide.hiring.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Shared;
import dev.bonafide.hiring.interview.Transcript.Cue;
import dev.bonafide.hiring.interview.Transcript.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptionsTest {
  private static Transcript read(String text) {
    return Captions.read("call.vtt", 1, text);
  }

  @Test
  void severalVoicesOfOneCueStayApart() {
    Transcript t =
        read(
            """
            WEBVTT

            00:01.000 --> 00:04.000
            <v Ada>Where do you live?</v> <v.loud Grace Hopper>In a quiet <i>street</i>.</v>
            """);
    assertThat(t.problems()).isEmpty();
    assertThat(t.cues()).hasSize(1);
    assertThat(t.cues().getFirst().voices())
        .containsExactly(
            new Voice("Ada", "Where do you live?"),
            new Voice("Grace Hopper", "In a quiet street."));
  }

  @Test
  void readsSrtAndLabelsWithColons() {
    Transcript t =
        read(
            """
            1
            00:00:00,500 --> 00:00:07,000
            Ada: How are you? Note: no label

            2
            01:00:07,000 --> 01:00:11,890
            Grace Hopper: Well &amp; awake
            """);
    assertThat(t.cues())
        .extracting(c -> c.voices().getFirst().label())
        .containsExactly("Ada", "Grace Hopper");
    assertThat(t.cues().get(1).voices().getFirst().text()).isEqualTo("Well & awake");
    assertThat(t.cues().get(1).startMilli()).isEqualTo(3_607_000);
  }

  @Test
  void readsWhatTeamsWritesIntoAWordDocument() {
    String times =
        """
        0:0:3.510 --> 0:0:6.920
        Nina Example
        Where did you work before?
        0:0:7.0 --> 0:0:9.100
        Ole Sample
        At the ferry line.
        For four years.
        0:0:10.0 --> 0:0:11.0
        Nina Example
        Thank you.
        0:0:12.0 --> 0:0:13.0
        Ole Sample
        You are welcome.
        """;
    Transcript talk = Captions.read("talk.docx", 1, times);
    assertThat(talk.cues()).hasSize(4);
    assertThat(talk.cues().get(1).voices().getFirst().label()).isEqualTo("Ole Sample");
    assertThat(talk.cues().get(1).voices().getFirst().text())
        .isEqualTo("At the ferry line. For four years.");
    assertThat(talk.cues().get(1).startMilli()).isEqualTo(7000);
    String starts =
        """
        A first talk
        October 5, 2026, 2:00PM
        Nina Example   0:03
        Where did you work before?
        Ole Sample   0:07
        At the ferry line.
        Nina Example   0:10
        Thank you.
        Ole Sample   1:00:12
        You are welcome.
        """;
    talk = Captions.read("talk.docx", 1, starts);
    assertThat(talk.cues()).hasSize(4);
    assertThat(talk.cues().get(3).startMilli()).isEqualTo(3_612_000);
    assertThat(Captions.isSpoken("EXPERIENCE\nEngineer  10:30\nShifts until 12:00\n")).isFalse();
  }

  @Test
  void aColonInASentenceIsNoLabelWhereMostCuesHaveNone() {
    Transcript t =
        read(
            """
            WEBVTT

            00:01.000 --> 00:02.000
            Remember: breathe

            00:02.000 --> 00:03.000
            and go on

            00:03.000 --> 00:04.000
            until the end
            """);
    assertThat(t.cues()).allMatch(c -> c.voices().getFirst().label() == null);
  }

  @Test
  void notesAndStylesAreSkippedAndDamageIsNamed() {
    Transcript t =
        read(
            """
            WEBVTT - title
            Kind: captions

            NOTE
            a note --  with words

            STYLE
            ::cue { color: red }

            intro
            00:01.000 --> 00:02.000 align:start
            first

            00:0x.000 --> 00:03.000
            damaged

            lost words

            00:05.000 --> 00:04.000
            backwards

            00:06.000 --> 00:07.000
            last
            """);
    assertThat(t.cues())
        .extracting(c -> c.voices().getFirst().text())
        .containsExactly("first", "last");
    assertThat(t.problems()).hasSize(3);
    assertThat(t.problems().get(0)).startsWith("line 14:");
  }

  @Test
  void nothingAtAllIsAProblem() {
    assertThat(read("some text").cues()).isEmpty();
    assertThat(read("some text").problems()).isNotEmpty();
    assertThat(read("").problems()).isNotEmpty();
    assertThat(read("WEBVTT").problems()).isNotEmpty();
  }

  /** Cues and problems of each sample, counted by hand. */
  @Test
  void theSamplesAreRead() throws IOException {
    Path folder = Shared.folder("samples/transcript_vtt/webvtt-py");
    if (folder == null) {
      return;
    }
    Map<String, List<Integer>> expected = new HashMap<>();
    expected.put("cue_tags.vtt", List.of(3, 0));
    expected.put("invalid_format1.srt", List.of(0, 1));
    expected.put("invalid_format3.srt", List.of(0, 1));
    expected.put("invalid_timeframe.vtt", List.of(6, 1));
    expected.put("metadata_headers.vtt", List.of(2, 0));
    expected.put("missing_timeframe.srt", List.of(4, 1));
    expected.put("missing_caption_text.srt", List.of(4, 0));
    expected.put("no_captions.vtt", List.of(0, 1));
    expected.put("one_caption.srt", List.of(1, 0));
    expected.put("sample.vtt", List.of(16, 0));
    expected.put("using_identifiers.vtt", List.of(6, 0));
    expected.put("youtube_dl.vtt", List.of(4, 0));
    for (Map.Entry<String, List<Integer>> sample : expected.entrySet()) {
      Transcript t = read(Files.readString(folder.resolve(sample.getKey())));
      assertThat(List.of(t.cues().size(), t.problems().size()))
          .as(sample.getKey() + " " + t.problems())
          .isEqualTo(sample.getValue());
    }
  }

  @Test
  void theSampleMeetingsHaveTheirLabels() throws IOException {
    Path folder = Shared.folder("samples/transcript_vtt/revgizmo-engager");
    if (folder == null) {
      return;
    }
    Transcript seminar =
        read(Files.readString(folder.resolve("test_transcripts_intro_statistics_week1.vtt")));
    assertThat(seminar.problems()).isEmpty();
    assertThat(Turns.labels(seminar)).containsKeys("Professor Smith", "Student A");
    assertThat(Turns.labels(seminar)).doesNotContainKey("");
    Transcript unlabelled =
        read(Files.readString(folder.resolve("transcripts_GMT20240124-202901_Recording.cc.vtt")));
    assertThat(unlabelled.cues()).hasSizeGreaterThan(50);
    assertThat(unlabelled.cues()).extracting(Cue::startMilli).isSorted();
  }
}
