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
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report in a real browser. */
class ReportLooksTest {
  private static Chromium chromium;
  private static Path file;

  @BeforeAll
  static void open() throws IOException {
    chromium = Chromium.start();
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    file = folder.resolve("report.html").toAbsolutePath();
    Files.writeString(
        file, ReportPage.html(Sample.findings(), Sample.dossiers(), Sample.quality()));
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "390, LIGHT", "1280, DARK", "390, DARK", "600, LIGHT"})
  void thePageNeverScrollsSidewaysAndAsksTheNetworkForNothing(int width, ColorScheme scheme) {
    List<String> requests = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = context(width, scheme)) {
      Page page = context.newPage();
      page.onRequest(request -> requests.add(request.url()));
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.navigate(file.toUri().toString());
      int content = number(page, "document.documentElement.scrollWidth");
      assertThat(content).isLessThanOrEqualTo(width);
    }
    assertThat(requests).containsExactly(file.toUri().toString());
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "390, LIGHT", "1280, DARK"})
  void axeFindsNothingSerious(int width, ColorScheme scheme) {
    try (BrowserContext context = context(width, scheme)) {
      Page page = context.newPage();
      page.navigate(file.toUri().toString());
      List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
      assertThat(violations)
          .filteredOn(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
          .extracting(rule -> rule.getId() + ": " + rule.getNodes())
          .isEmpty();
      assertThat(violations).extracting(Rule::getId).isEmpty();
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

  @Test
  void wordsInPicturesDoNotRunIntoEachOther() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(file.toUri().toString());
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
      page.navigate(file.toUri().toString());
      byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      Files.write(file.resolveSibling("report.pdf"), pdf);
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

  /** Copy them with {@code cp looks/target/pictures/report*.png docs/pictures/}. */
  @ParameterizedTest
  @CsvSource({"report, LIGHT", "report-dark, DARK"})
  void itsPictureForTheReadmeIsTaken(String name, ColorScheme scheme) throws IOException {
    try (BrowserContext context = context(1280, scheme)) {
      Page page = context.newPage();
      page.navigate(file.toUri().toString());
      Path picture = file.resolveSibling(name + ".png");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(picture)
              .setClip(0, 0, 1280, 1900)
              .setFullPage(true));
      byte[] first = Files.readAllBytes(picture);
      assertThat(first).hasSizeGreaterThan(20_000);
      byte[] again =
          page.screenshot(new Page.ScreenshotOptions().setClip(0, 0, 1280, 1900).setFullPage(true));
      assertThat(again).as("taken twice").isEqualTo(first);
    }
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
