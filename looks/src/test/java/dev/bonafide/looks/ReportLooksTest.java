package dev.bonafide.looks;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.bonafide.report.ReportPage;
import dev.bonafide.report.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The report in a real browser: a sample with everything that a page can show, and the page of the
 * demo, as a first user gets it.
 */
class ReportLooksTest {
  private static Chromium chromium;
  private static Path pictures;

  /** The two pages. */
  enum Shown {
    SAMPLE,
    DEMO;

    Path file() {
      return pictures.resolve(this == SAMPLE ? "sample.html" : "demo/report.html");
    }
  }

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    chromium = Chromium.start();
    pictures = Files.createDirectories(Path.of("target", "pictures")).toAbsolutePath();
    Files.writeString(
        Shown.SAMPLE.file(),
        ReportPage.html(Sample.findings(), Sample.dossiers(), Sample.quality()));
    demo();
  }

  /** What {@code ./bonafide demo} does, in a process of its own: it ends with an exit code. */
  private static void demo() throws IOException, InterruptedException {
    Process demo =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.bonafide.cli.Main",
                "demo",
                "--out",
                "demo")
            .directory(pictures.toFile())
            .redirectErrorStream(true)
            .redirectOutput(pictures.resolve("demo.txt").toFile())
            .start();
    assertThat(demo.waitFor()).as("exit code; see demo.txt").isZero();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SAMPLE, 1280, LIGHT",
    "SAMPLE, 600, LIGHT",
    "SAMPLE, 390, DARK",
    "DEMO, 1280, DARK",
    "DEMO, 390, LIGHT"
  })
  void thePageNeverScrollsSidewaysAndAsksTheNetworkForNothing(
      Shown shown, int width, ColorScheme scheme) {
    List<String> requests = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = context(width, scheme)) {
      Page page = context.newPage();
      page.onRequest(request -> requests.add(request.url()));
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.navigate(shown.file().toUri().toString());
      int content = number(page, "document.documentElement.scrollWidth");
      assertThat(content).isLessThanOrEqualTo(width);
    }
    assertThat(requests).containsExactly(shown.file().toUri().toString());
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"SAMPLE, 1280, LIGHT", "SAMPLE, 390, DARK", "DEMO, 1280, LIGHT"})
  void axeFindsNothing(Shown shown, int width, ColorScheme scheme) {
    try (BrowserContext context = context(width, scheme)) {
      Page page = context.newPage();
      page.navigate(shown.file().toUri().toString());
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .extracting(rule -> rule.getImpact() + " " + rule.getId() + ": " + rule.getNodes())
          .isEmpty();
    }
  }

  @Test
  void axeWouldFindWhatIsWrong() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.setContent(
          "<html><body><img src='data:,'><p style='color:#ddd'>faint</p></body></html>");
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .extracting(Rule::getId)
          .contains("image-alt", "color-contrast", "html-has-lang");
    }
  }

  @ParameterizedTest
  @EnumSource(Shown.class)
  void wordsInPicturesDoNotRunIntoEachOther(Shown shown) {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(shown.file().toUri().toString());
      Object clashes =
          page.evaluate(
              """
              () => [...document.querySelectorAll('svg')].flatMap(svg => {
                const boxes = [...svg.querySelectorAll(':scope > text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                return boxes.flatMap(([a, p], i) => boxes.slice(i + 1)
                  .filter(([b, q]) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 3 && q.top < p.bottom - 3)
                  .map(([b]) => a + ' on ' + b));
              })""");
      assertThat((List<?>) clashes).isEmpty();
    }
  }

  @Test
  void itPrints() throws IOException {
    try (BrowserContext context = context(1280, ColorScheme.DARK)) {
      Page page = context.newPage();
      page.navigate(Shown.SAMPLE.file().toUri().toString());
      byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      Files.write(pictures.resolve("sample.pdf"), pdf);
      String text = new String(pdf, StandardCharsets.ISO_8859_1);
      assertThat(text).startsWith("%PDF-");
      int pages = text.split("/Type /Page\\b", -1).length - 1;
      assertThat(pages).as("pages").isBetween(3, 12);
      assertThat(text)
          .as("A4 landscape")
          .containsPattern("/MediaBox \\[0 0 84[12](\\.\\d+)? 59[45]");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      // 297 mm less the margins, in CSS pixels.
      page.setViewportSize(1039, 800);
      assertThat(number(page, "document.documentElement.scrollWidth")).isLessThanOrEqualTo(1039);
      assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
          .as("paper is light")
          .isEqualTo("rgb(255, 255, 255)");
    }
  }

  /** Copy it with {@code cp looks/target/pictures/report.png docs/pictures/}. */
  @Test
  void theReadmesPictureIsTaken() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(Shown.DEMO.file().toUri().toString());
      byte[] picture = page.screenshot(top().setPath(pictures.resolve("report.png")));
      assertThat(picture).hasSizeGreaterThan(20_000);
      assertThat(page.screenshot(top())).as("taken twice").isEqualTo(picture);
    }
  }

  private static Page.ScreenshotOptions top() {
    return new Page.ScreenshotOptions().setClip(0, 0, 1280, 1900).setFullPage(true);
  }

  private static BrowserContext context(int width, ColorScheme scheme) {
    return chromium.browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setColorScheme(scheme)
            .setOffline(true));
  }

  private static int number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).intValue();
  }
}
