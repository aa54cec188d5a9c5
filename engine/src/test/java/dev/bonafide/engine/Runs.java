package dev.bonafide.engine;

import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.intake.Progress;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.sources.Sources;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;

/** Runs of the line in tests. */
final class Runs {
  static final Key KEY = Key.of("a test key");

  private Runs() {}

  static Analysis.Settings settings(Path logs, int threads) {
    return new Analysis.Settings(
        List.of(logs),
        null,
        25,
        null,
        null,
        ZoneOffset.UTC,
        threads,
        false,
        false,
        KEY,
        Limits.DEFAULT);
  }

  static Analysis.Settings revealed(Analysis.Settings s) {
    return new Analysis.Settings(
        s.paths(),
        s.out(),
        s.budget(),
        s.from(),
        s.to(),
        s.zone(),
        s.threads(),
        s.custody(),
        true,
        s.key(),
        s.limits());
  }

  static Analysis.Settings until(Analysis.Settings s, java.time.LocalDate day) {
    return new Analysis.Settings(
        s.paths(),
        s.out(),
        s.budget(),
        s.from(),
        day,
        s.zone(),
        s.threads(),
        s.custody(),
        s.reveal(),
        s.key(),
        s.limits());
  }

  static Results run(Path logs, int threads) {
    return run(settings(logs, threads));
  }

  static Results run(Analysis.Settings settings) {
    return new Analysis(
            settings, new Progress(), Sources.builtIn(), Catalogue.builtIn(), Knowledge.builtIn())
        .run();
  }

  /** What two equal runs have in common: all but the run's own block and the places in refs. */
  static String canonical(Results results) {
    String json =
        new String(Json.document(results.findings()), java.nio.charset.StandardCharsets.UTF_8);
    int people = json.indexOf("\n  \"people\"");
    return json.substring(people)
        .replaceAll("\"file\" : \"[^\"]*\"", "\"file\" : \"\"")
        .replaceAll("\"(line|offset)\" : \\d+", "\"place\" : 0");
  }
}
