package dev.bonafide.cli;

import dev.bonafide.engine.OutFolder;
import dev.bonafide.engine.OutFolder.Audited;
import dev.bonafide.engine.privacy.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code who}: the names behind pseudonyms, for a reason, which is kept. */
@Command(
    name = "who",
    mixinStandardHelpOptions = true,
    description = "Names people behind pseudonyms. The reason is kept in OUT/audit.ndjson.")
final class Who implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OUT", description = "output folder of an analysis")
  private Path out = Path.of("");

  @Parameters(
      index = "1",
      arity = "1..*",
      paramLabel = "ID",
      description =
          "pseudonym (p-...) or label (\"Juniper 418\") of a person; a-... of an account; c-... of an"
              + " application;"
              + " ~... of a word in a path")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why you need to know")
  private String reason = "";

  @Option(names = "--key", paramLabel = "FILE", description = "key file, if not the usual one")
  private @Nullable Path key;

  private final Screen screen;

  Who(Screen screen) {
    this.screen = screen;
  }

  /** With the user's key; the demo's vault has a key that is no secret. */
  private Vault open(byte[] locked) throws IOException, Vault.Locked {
    try {
      return Vault.open(locked, Demo.KEY);
    } catch (Vault.Locked notOfTheDemo) {
      return Vault.open(locked, KeyFile.find(key, System.getenv()));
    }
  }

  @Override
  public Integer call() throws IOException {
    if (reason.isBlank()) {
      throw new Usage("--reason is empty: say why you need to know");
    }
    OutFolder folder = new OutFolder(out);
    Path file = folder.path(OutFolder.VAULT);
    if (!Files.isRegularFile(file)) {
      throw new Usage("no " + OutFolder.VAULT + " in " + out + ": is it the --out of an analysis?");
    }
    Vault vault;
    try {
      vault = open(Files.readAllBytes(file));
    } catch (Vault.Locked e) {
      throw new Usage(file + " does not open: " + e.getMessage());
    }
    List<String> lines = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    for (String id : ids) {
      name(vault, id, lines, asked);
    }
    // First the audit, then the names: nobody is named without a line.
    folder.audit(new Audited(Instant.now(), "who", reason.strip(), asked));
    if (!screen.terminalOut()) {
      screen.print("id\tlabel\tworker\tnames\taccounts");
    }
    lines.forEach(screen::print);
    return Exit.OK;
  }

  private void name(Vault vault, String id, List<String> lines, List<String> asked) {
    if (vault.accounts().containsKey(id)) {
      asked.add(id);
      lines.add(row(id, "", "", "", vault.accounts().getOrDefault(id, "")));
      return;
    }
    if (vault.paths().containsKey(id)) {
      asked.add(id);
      lines.add(row(id, "", "", vault.paths().getOrDefault(id, ""), ""));
      return;
    }
    List<String> found = vault.find(id);
    if (found.isEmpty()) {
      throw new Usage("nobody in " + out + " is called " + id);
    }
    for (String person : found) {
      Vault.Person named = vault.people().get(person);
      if (named != null) {
        asked.add(person);
        lines.add(
            row(
                person,
                named.label(),
                named.worker(),
                String.join(", ", named.names()),
                String.join(", ", named.accounts())));
      }
    }
  }

  private String row(String id, String label, String worker, String names, String accounts) {
    if (!screen.terminalOut()) {
      return String.join("\t", id, label, worker, Text.oneLine(names), Text.oneLine(accounts));
    }
    return screen.bold(label.isEmpty() ? id : label + " (" + id + ")")
        + (worker.isEmpty() ? "" : "\n  worker    " + worker)
        + (names.isEmpty() ? "" : "\n  names     " + names)
        + (accounts.isEmpty() ? "" : "\n  accounts  " + accounts);
  }
}
