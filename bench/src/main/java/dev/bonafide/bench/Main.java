package dev.bonafide.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./bonafide bench NAME [DATA]}: measures, and prints a table against the gates. */
public final class Main {
  /** One measurement. Its table goes to {@code out} as Markdown. */
  interface Bench {
    /**
     * @param data the folder of its data
     * @return whether every gate was reached
     */
    boolean run(Path data, PrintStream out) throws Exception;
  }

  private static final Map<String, Bench> BENCHES =
      new TreeMap<>(Map.of("linking", new LinkingBench()));

  private Main() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int code = run(args, out);
    out.flush();
    System.exit(code);
  }

  private static int run(String[] args, PrintStream out) throws Exception {
    Bench bench = args.length == 0 ? null : BENCHES.get(args[0]);
    if (bench == null || args.length > 2) {
      System.err.println("bonafide: bench NAME [DATA]; the names are " + BENCHES.keySet());
      return 2;
    }
    Path data = args.length == 2 ? Path.of(args[1]) : data(args[0] + "-data");
    if (!Files.isDirectory(data)) {
      System.err.println(
          "bonafide: the data of this measurement is not there: "
              + data
              + "; name its folder: bench "
              + args[0]
              + " FOLDER");
      return 2;
    }
    return bench.run(data, out) ? 0 : 1;
  }

  /** {@code shared/NAME} beside the project, or beside a folder above. */
  private static Path data(String name) throws IOException {
    Path start = Path.of("").toRealPath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      for (Path found : List.of(folder.resolve("shared"), folder)) {
        if (Files.isDirectory(found.resolve(name))) {
          return found.resolve(name);
        }
      }
    }
    return start.resolve("../shared").resolve(name);
  }
}
