package dev.bonafide.server;

import dev.bonafide.store.Audit;
import dev.bonafide.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit verify} and {@code audit anchor}. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Checks the audit chain, or says where it ends.",
    subcommands = {})
final class AuditCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Reckons the whole chain again: exit 0 when it is whole, 3 when it is not.")
  int verify(
      @Mixin Data data,
      @Option(
              names = "--anchor",
              paramLabel = "ANCHOR",
              description = "an earlier end of the chain, kept elsewhere")
          @Nullable String text) {
    Audit.Anchor anchor = text == null ? null : Audit.Anchor.parse(text);
    if (text != null && anchor == null) {
      throw new Main.Refused(
          Main.USAGE, "--anchor takes what `audit anchor` printed: a number, a colon, 64 digits");
    }
    try (Store store = data.open(System.getenv())) {
      Audit.Verified verified = store.audit().verify(anchor);
      spec.commandLine()
          .getOut()
          .println(
              verified.whole()
                  ? verified.lines() + " lines, whole"
                  : "BROKEN: " + verified.problem());
      return verified.whole() ? 0 : Main.DATA;
    }
  }

  @Command(
      name = "anchor",
      mixinStandardHelpOptions = true,
      description =
          "Prints where the chain ends. Keep it where nobody who runs the store can write.")
  int anchor(@Mixin Data data) {
    try (Store store = data.open(System.getenv())) {
      spec.commandLine().getOut().println(store.audit().head());
    }
    return 0;
  }
}
