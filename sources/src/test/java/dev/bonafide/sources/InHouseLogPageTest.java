package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Event;
import dev.bonafide.model.Member;
import dev.bonafide.model.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that tells users how to map a log of their own does what it says. */
class InHouseLogPageTest {
  private static final String PAGE =
      new String(Samples.bytes(Path.of("..", "docs", "in-house-log.md")), StandardCharsets.UTF_8);

  private static String block(String language) {
    Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(PAGE);
    assertThat(block.find()).as(language).isTrue();
    return block.group(1);
  }

  @Test
  void theMappingOnThePageGivesTheTableOnThePage() {
    MappingFile.Outcome outcome =
        MappingFile.read("bastion.json", block("json").getBytes(StandardCharsets.UTF_8));
    assertThat(outcome).isInstanceOf(MappingFile.Good.class);
    byte[] log = block("log").getBytes(StandardCharsets.UTF_8);
    Recognised recognised =
        Sources.builtIn()
            .with(List.of(((MappingFile.Good) outcome).source()))
            .recognise(log, log.length, true, ReadOptions.utc());
    assertThat(recognised).isInstanceOf(Recognised.Readable.class);
    Told told = new Told();
    ((Recognised.Readable) recognised).reader().get().read(log, 0, log.length, true, told);

    List<String> rows = new ArrayList<>();
    for (int i = 0; i < told.readings.size(); i++) {
      int line = told.recordOf.get(i) + 1;
      switch (told.readings.get(i)) {
        case Event event ->
            rows.add(
                "| "
                    + line
                    + " | "
                    + event.kind().slug()
                    + " | "
                    + event.account().text()
                    + " | "
                    + (event.object() == null ? "" : event.object().text() + " ")
                    + "|");
        case Reading.Ignored ignored ->
            rows.add("| " + line + " | | | " + ignored.because() + " |");
        case Member member -> assertThat(member.service()).as(member.account()).isTrue();
        default -> rows.add(told.readings.get(i).toString());
      }
    }
    assertThat(rows).hasSize(4).allSatisfy(row -> assertThat(PAGE).contains(row));
  }
}
