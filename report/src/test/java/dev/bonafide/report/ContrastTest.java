package dev.bonafide.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast of every text on every ground it stands on, by WCAG 2.2 from the tokens themselves. */
class ContrastTest {

  @Test
  void textIsReadableInLightAndDark() throws IOException {
    for (Map<String, double[]> tokens : themes()) {
      for (String text : List.of("ink", "ink2", "ink3", "accent", "misfit", "fit")) {
        for (String ground : List.of("surface", "page", "sunken")) {
          boolean used = !ground.equals("sunken") || text.startsWith("ink");
          if (used) {
            assertThat(contrast(tokens, text, ground))
                .as(text + " on " + ground)
                .isGreaterThan(5.0);
          }
        }
      }
      assertThat(contrast(tokens, "accent", "misfitsoft")).isGreaterThan(4.5);
      assertThat(contrast(tokens, "ink", "accentsoft")).isGreaterThan(4.5);
      for (String egress : List.of("home", "office", "corp", "vpn", "host", "mobile", "unknown")) {
        assertThat(contrast(tokens, "surface", egress))
            .as("letter in " + egress)
            .isGreaterThan(4.5);
      }
      assertThat(contrast(tokens, "edge", "surface")).isGreaterThan(3.0);
    }
  }

  @Test
  void thereIsNoRed() throws IOException {
    for (Map<String, double[]> tokens : themes()) {
      tokens.forEach(
          (name, rgb) -> {
            boolean red = rgb[0] > 0.6 && rgb[1] < 0.25 && rgb[2] < 0.25;
            assertThat(red).as(name).isFalse();
          });
    }
  }

  private static List<Map<String, double[]>> themes() throws IOException {
    String css;
    try (InputStream in =
        Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
      css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int dark = css.indexOf("prefers-color-scheme:dark");
    List<Map<String, double[]>> themes =
        List.of(tokens(css.substring(0, dark)), tokens(css.substring(dark)));
    assertThat(themes.get(0).keySet()).hasSizeGreaterThan(20).isEqualTo(themes.get(1).keySet());
    return themes;
  }

  private static Map<String, double[]> tokens(String css) {
    Map<String, double[]> tokens = new HashMap<>();
    Matcher m = Pattern.compile("--([a-z0-9]+):#([0-9a-f]{6})").matcher(css);
    while (m.find()) {
      int rgb = Integer.parseInt(m.group(2), 16);
      tokens.put(
          m.group(1),
          new double[] {(rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0});
    }
    return tokens;
  }

  private static double contrast(Map<String, double[]> tokens, String a, String b) {
    double x = luminance(Objects.requireNonNull(tokens.get(a)));
    double y = luminance(Objects.requireNonNull(tokens.get(b)));
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  private static double luminance(double[] rgb) {
    double[] weight = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = rgb[i];
      sum += weight[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
