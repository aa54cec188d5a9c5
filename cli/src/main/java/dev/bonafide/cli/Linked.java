package dev.bonafide.cli;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.Judgements;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.OutFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;

/** The links of a folder, with what humans said since, and how their parts are shown. */
final class Linked {
  private final Screen screen;
  private final Path folder;
  private final Links links;

  private Linked(Screen screen, Path folder, Links links) {
    this.screen = screen;
    this.folder = folder;
    this.links = links;
  }

  static Linked read(Screen screen, Path folder) throws IOException {
    Path file = new OutFolder(folder).path(OutFolder.LINKS);
    if (!Files.isRegularFile(file)) {
      throw new Usage(
          "no " + OutFolder.LINKS + " in " + folder + ": is it the --out of link or analyze?");
    }
    Links links;
    try {
      links = Json.read(Files.readAllBytes(file), Links.class);
    } catch (JacksonException e) {
      throw new Usage(
          file + " can't be read (" + e.getOriginalMessage() + "); run bonafide link again");
    }
    Judgements judgements = Judgements.read(folder);
    judgements.problems().forEach(problem -> screen.say(OutFolder.JUDGEMENTS + ": " + problem));
    return new Linked(screen, folder, links.judged(judgements.all()));
  }

  Links links() {
    return links;
  }

  /** The one person whom an id or label names. */
  String person(String idOrLabel) {
    List<String> found = links.find(idOrLabel);
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new Usage(
        found.isEmpty()
            ? "nobody in " + folder + " is called " + idOrLabel
            : idOrLabel + " names several: " + String.join(", ", found));
  }

  /** {@code Juniper 418 (p-...)}. */
  String named(String id) {
    return links.persons().stream()
        .filter(p -> p.id().equals(id) && !p.label().equals(id))
        .map(p -> p.label() + " (" + id + ")")
        .findFirst()
        .orElse(id);
  }

  static String bits(int millibits) {
    return String.format(Locale.ROOT, "%+.1f", millibits / 1000.0);
  }

  /** A pair with all its lines, whose bits sum to the scores. */
  void show(Links.Pair pair) {
    screen.print(screen.bold(named(pair.left()) + " and " + named(pair.right())));
    screen.print(
        "  "
            + (pair.key().isEmpty() ? "nothing that counts" : pair.key())
            + ": one body "
            + bits(pair.operator())
            + " bits, working together "
            + bits(pair.ring())
            + " bits (two are tied from +7.0, by two mechanisms)");
    screen.print("  one body  together");
    for (Links.Line line : pair.lines()) {
      screen.print(
          String.format(
              Locale.ROOT,
              "  %8s  %8s  %s%s: %s",
              bits(line.operator()),
              bits(line.ring()),
              line.topic(),
              line.thing() == null ? "" : " " + line.thing(),
              line.text()));
    }
    if (pair.without() != null) {
      screen.print("  " + pair.without());
    }
    if (pair.judged() != null) {
      screen.print("  a human said " + pair.judged() + ", which outranks the arithmetic");
    }
  }
}
