package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Other people's real logs: ours are read, and no other is taken for one of ours. */
class SamplesTest {
  private static final int HEAD = 1 << 17;

  /** Which sources the files in a folder of samples may be. */
  private static final Map<String, Set<String>> OURS =
      Map.ofEntries(
          Map.entry("okta", Set.of("okta")),
          Map.entry("entra_id", Set.of("entra")),
          Map.entry("ms_defender", Set.of("defender")),
          Map.entry("google_workspace", Set.of("google")),
          Map.entry("m365_ual", Set.of("m365")),
          Map.entry("github_audit", Set.of("github")),
          Map.entry("aws_cloudtrail", Set.of("cloudtrail")),
          Map.entry("duo", Set.of("duo")),
          Map.entry("windows_json_otrf", Set.of("windows")),
          Map.entry("sigma_regression", Set.of("windows")),
          Map.entry("windows_evtx", Set.of("windows")),
          Map.entry("crowdstrike", Set.of("crowdstrike")),
          Map.entry("zoom", Set.of("zoom")),
          Map.entry("slack_audit", Set.of("slack")),
          Map.entry("slack_export", Set.of("slack-export")),
          Map.entry("workday", Set.of("workday")),
          Map.entry("gcp_audit", Set.of("gcp")),
          Map.entry("azure_activity", Set.of("azure-activity")),
          Map.entry("ms_intune", Set.of("intune")),
          Map.entry("auth0", Set.of("auth0")),
          Map.entry("onepassword", Set.of("onepassword")),
          Map.entry("tailscale", Set.of("tailscale")),
          Map.entry("salesforce", Set.of("salesforce")),
          Map.entry("snowflake", Set.of("snowflake")),
          Map.entry("git_log", Set.of("gitlog")),
          Map.entry("github_webhook", Set.of("github-hook")),
          Map.entry("zscaler_zia", Set.of("zscaler")),
          Map.entry("netskope", Set.of("netskope")),
          Map.entry("ocsf_native", Set.of("ocsf")));

  @Test
  void oursAreReadAndNoOtherIsTakenForOneOfOurs() {
    Path folder = Samples.folder("the reading of real logs");
    if (folder == null) {
      return;
    }
    Sources sources = Sources.builtIn();
    Map<String, Integer> read = new TreeMap<>();
    Map<String, Integer> passedOver = new TreeMap<>();
    List<String> mistaken = new ArrayList<>();
    for (Path file : Samples.files(folder)) {
      byte[] bytes = Samples.bytes(file);
      String name = folder.relativize(file).toString();
      Set<String> expected =
          OURS.getOrDefault(folder.relativize(file).getName(0).toString(), Set.of());
      int length = Math.min(bytes.length, HEAD);
      switch (sources.recognise(bytes, length, length == bytes.length, ReadOptions.utc())) {
        case Recognised.Readable readable -> {
          if (!expected.contains(readable.source())) {
            mistaken.add(name + " was taken for " + readable.source());
          }
          Told told = new Told();
          readable.reader().get().read(bytes, 0, bytes.length, true, told);
          read.merge(
              readable.source() + ", " + readable.shape() + ": " + name + ": " + summary(told),
              1,
              Integer::sum);
          assertThat(told.readings).as(name).isNotEmpty();
        }
        case Recognised.Unknown unknown -> {
          assertThat(unknown.why()).as(name).isNotBlank();
          passedOver.merge(
              unknown.why().replaceAll("(first keys are|columns:).*", "..."), 1, Integer::sum);
          if (!expected.isEmpty()) {
            passedOver.merge(
                "in " + folder.relativize(file).getName(0) + ", whose source we read",
                1,
                Integer::sum);
          }
        }
      }
    }
    System.out.println("READ");
    read.forEach((what, count) -> System.out.println("  " + what));
    System.out.println("PASSED OVER");
    passedOver.forEach((why, count) -> System.out.println("  " + count + "  " + why));
    assertThat(mistaken).isEmpty();
    OURS.values().stream()
        .flatMap(Set::stream)
        .forEach(
            source ->
                assertThat(read.keySet())
                    .as("samples of " + source)
                    .anyMatch(line -> line.startsWith(source + ",")));
  }

  private static String summary(Told told) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (Reading reading : told.readings) {
      kinds.merge(
          switch (reading) {
            case Event event -> event.kind().slug();
            case Reading.Ignored ignored -> "ignored";
            case Reading.Rejected rejected -> "rejected";
            default -> reading.getClass().getSimpleName();
          },
          1,
          Integer::sum);
    }
    return told.records.size() + " records " + kinds;
  }
}
