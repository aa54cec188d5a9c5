package dev.bonafide.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How often each indicator speaks on planted and on honest people of the simulated workforce, as
 * {@code docs/evaluation.md} has it: the build packs that page, so the figure stands in one place.
 *
 * @param on what it was measured, in words; empty when nothing was
 */
record Measured(String on, int honest, int planted, Map<String, Spoke> indicators) {
  /** One impostor among so many: the base rate at which a precision is given. */
  static final int ONE_IN = 1000;

  /** On how many planted and honest people an indicator spoke. */
  record Spoke(int planted, int honest) {}

  /** From what least to what most, each a share. */
  record Interval(double low, double high) {}

  /** 95 %, two-sided. */
  private static final double Z = 1.959964;

  private static final Pattern COMMAND =
      Pattern.compile("`\\./bonafide benchmark --honest (\\d+)[^`]*`");
  private static final Pattern PLANTED =
      Pattern.compile("\\| \\*\\*all\\*\\* \\| all \\| (\\d+) \\|");
  private static final List<String> HEAD = List.of("indicator", "speaks on planted", "on honest");

  /** What this build was measured at. */
  static final Measured PACKED = of(page());

  private static String page() {
    try (InputStream in = Measured.class.getResourceAsStream("evaluation.md")) {
      if (in == null) {
        throw new IllegalStateException("evaluation.md is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the text of the page; what it does not say is not made up. */
  static Measured of(String page) {
    Map<String, Spoke> indicators = new TreeMap<>();
    boolean inside = false;
    for (String line : page.lines().toList()) {
      List<String> cells = cells(line);
      if (cells.size() < HEAD.size()) {
        inside = false;
      } else if (cells.subList(0, HEAD.size()).equals(HEAD)) {
        inside = true;
      } else if (inside && cells.get(1).matches("\\d+") && cells.get(2).matches("\\d+")) {
        indicators.put(
            cells.get(0),
            new Spoke(Integer.parseInt(cells.get(1)), Integer.parseInt(cells.get(2))));
      }
    }
    Matcher command = COMMAND.matcher(page);
    Matcher planted = PLANTED.matcher(page);
    boolean known = command.find() && planted.find();
    return new Measured(
        known
            ? command.group(1)
                + " honest and "
                + planted.group(1)
                + " planted people of the simulated workforce"
            : "",
        known ? Integer.parseInt(command.group(1)) : 0,
        known ? Integer.parseInt(planted.group(1)) : 0,
        indicators);
  }

  private static List<String> cells(String line) {
    return line.startsWith("|")
        ? Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList()
        : List.of();
  }

  /**
   * The share of impostors among those on whom an indicator speaks, at one in {@link #ONE_IN}: the
   * ends of both Wilson intervals (95 %) that are worst and best together. Null when not measured.
   */
  @Nullable Interval precision(String indicator) {
    Spoke spoke = indicators.get(indicator);
    if (spoke == null || honest <= 0 || planted <= 0) {
      return null;
    }
    Interval found = wilson(spoke.planted(), planted);
    Interval alarm = wilson(spoke.honest(), honest);
    return new Interval(precision(found.low(), alarm.high()), precision(found.high(), alarm.low()));
  }

  private static double precision(double found, double alarm) {
    double right = found / ONE_IN;
    double wrong = alarm * (ONE_IN - 1) / ONE_IN;
    return right + wrong == 0 ? 0 : right / (right + wrong);
  }

  /** Wilson's interval of a share. */
  static Interval wilson(int of, int all) {
    double share = (double) of / all;
    double about = (share + Z * Z / (2 * all)) / (1 + Z * Z / all);
    double wide =
        Z
            * StrictMath.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all))
            / (1 + Z * Z / all);
    return new Interval(
        of == 0 ? 0 : Math.max(0, about - wide), of == all ? 1 : Math.min(1, about + wide));
  }
}
