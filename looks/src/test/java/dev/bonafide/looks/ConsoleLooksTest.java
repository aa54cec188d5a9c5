package dev.bonafide.looks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.bonafide.server.Keys;
import dev.bonafide.server.Serve;
import dev.bonafide.store.Act;
import dev.bonafide.store.Company;
import dev.bonafide.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The console in a real browser: set up, signed in, driven by keyboard, judged, revealed, printed.
 */
class ConsoleLooksTest {
  private static final String PASSWORD = "a long walk by the river";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir static Path folder;
  private static Chromium chromium;
  private static Store store;
  private static Serve.Running console;
  private static String person;
  private static String session;
  private static final Map<String, String> PLACES = new HashMap<>();

  /** One for each size and scheme: a new one for each view would take longer than the views. */
  private static final Map<String, Page> VIEWS = new HashMap<>();

  private static final List<String> COMPLAINTS = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    chromium = Chromium.start();
    setDefaultAssertionTimeout(60_000);
    Files.createDirectories(PICTURES);
    store =
        Store.open(new Store.File(folder.resolve("store.db")), Company.CATALOGUE.cards().values());
    store.runs().add(Company.tied(null), new Act("(import)", NOON.instant()));
    store
        .screenings()
        .add(
            Company.screening("Two full-time jobs are given for one span"),
            new Act("(import)", NOON.instant()));
    console =
        Serve.start(
            store, new Keys(List.of(Company.KEY)), new Serve.Settings("127.0.0.1", 0, null), NOON);
    String first = Company.outputs().findings().people().getFirst().id();
    person = "/people/" + first;
    PLACES.put("PERSON", person);
    PLACES.put("CLOCK", person + "?clock=7#rhythm");
    PLACES.put("TIES", "/links?who=" + first);
    PLACES.put("WHY", "/links/" + first + "/" + Company.outputs().findings().people().get(1).id());
    PLACES.put(
        "GROUP",
        "/links/clusters/"
            + store.linked().clusters(store.runs().latest().id(), 1).getFirst().id());
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = page(context);
      page.navigate(String.valueOf(console.firstLink()));
      page.getByLabel("Name to sign in with").fill("rowan");
      page.getByLabel("Shown as").fill("Rowan");
      page.getByLabel("Password, at least 12 characters").fill(PASSWORD);
      page.getByLabel("The same again").fill(PASSWORD);
      axe(page, "set up");
      page.getByText("Set up", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.getByText("Your password is set")).isVisible();
      picture(page, "sign-in");
      axe(page, "sign in");
      page.getByLabel("Name").fill("rowan");
      page.getByLabel("Password").fill(PASSWORD);
      page.getByLabel("Password").press("Enter");
      assertThat(page).hasURL(Pattern.compile("/queue$"));
      session = context.storageState();
    }
  }

  @AfterAll
  static void close() {
    VIEWS.values().forEach(view -> view.context().close());
    if (console != null) {
      console.close();
    }
    if (store != null) {
      store.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static BrowserContext context(int width, ColorScheme scheme) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setBaseURL(console.url())
            .setViewportSize(width, 900)
            .setColorScheme(scheme)
            .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
    if (session != null) {
      options.setStorageState(session);
    }
    BrowserContext context = chromium.browser.newContext(options);
    // Not how fast the console is: other tests may run on the same machine.
    context.setDefaultTimeout(120_000);
    return context;
  }

  /** A page that keeps what the browser complains of: a breach of the policy is a complaint. */
  private static Page page(BrowserContext context) {
    Page page = context.newPage();
    page.onConsoleMessage(message -> COMPLAINTS.add(message.text()));
    page.onPageError(COMPLAINTS::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(console.url())) {
            COMPLAINTS.add("asks " + request.url());
          }
        });
    return page;
  }

  private static void axe(Page page, String where) {
    axe(new AxeBuilder(page), where);
  }

  private static void axe(AxeBuilder axe, String where) {
    List<Rule> violations = axe.analyze().getViolations();
    assertThat(violations)
        .as(where)
        .extracting(
            rule ->
                rule.getId()
                    + ": "
                    + rule.getNodes().stream().map(n -> n.getHtml() + " " + n.getAny()).toList())
        .isEmpty();
  }

  private static void picture(Page page, String name) throws IOException {
    Path file = PICTURES.resolve("console-" + name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(Files.size(file)).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @CsvSource({
    "/queue, queue, 1280, LIGHT",
    "/queue, queue-dark, 1280, DARK",
    "/queue, queue-narrow, 390, LIGHT",
    "PERSON, person, 1280, LIGHT",
    "PERSON, person-dark, 1280, DARK",
    "PERSON, person-narrow, 390, LIGHT",
    "CLOCK, person-clock, 1280, LIGHT",
    "/links, links, 1280, LIGHT",
    "TIES, ties, 1280, LIGHT",
    "WHY, why, 1280, DARK",
    "GROUP, group, 1280, LIGHT",
    "/applications, applications, 1280, LIGHT",
    "/applications/card?id=A-2, application, 1280, LIGHT",
    "/settings, settings, 1280, DARK",
    "/sources, sources, 1280, LIGHT",
    "/indicators, indicators, 1280, LIGHT",
    "/audit, audit, 1280, DARK",
    "/users, users, 1280, LIGHT",
    "/account, account, 1280, LIGHT",
    "/keys, keys, 1280, LIGHT",
    "/nowhere, nothing, 600, LIGHT"
  })
  void everyViewIsAccessibleAndNeverScrollsSideways(
      String path, String name, int width, ColorScheme scheme) throws IOException {
    COMPLAINTS.clear();
    Page page = VIEWS.computeIfAbsent(width + " " + scheme, view -> page(context(width, scheme)));
    page.navigate(PLACES.getOrDefault(path, path));
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
        .isLessThanOrEqualTo(width);
    picture(page, name);
    axe(page, name);
    assertThat(
            page.evaluate(
                "[...document.querySelectorAll('main figure')].filter(f =>"
                    + " !(f.closest('div[id]') || f.closest('section')).querySelector('table')).length"))
        .as("pictures without a table beside them")
        .isEqualTo(0);
    // The other scheme has the same markup: only its colours can be wrong.
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme == ColorScheme.DARK ? ColorScheme.LIGHT : ColorScheme.DARK));
    axe(new AxeBuilder(page).withRules(List.of("color-contrast")), name + " in the other scheme");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    assertThat(COMPLAINTS.stream().filter(c -> !c.contains("status of 403")).toList()).isEmpty();
  }

  @Test
  void aCaseIsWorkedWithTheKeyboardAlone() throws IOException {
    COMPLAINTS.clear();
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = page(context);
      page.navigate("/queue");
      page.keyboard().press("j");
      page.keyboard().press("j");
      page.keyboard().press("k");
      assertThat(page.locator("tr.at")).hasCount(1);
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(person + "$"));
      page.waitForLoadState();
      String before = page.locator(".phead .sc b").textContent();

      page.keyboard().press("e");
      Locator drawer = page.locator("#drawer");
      assertThat(drawer.getByText("Accept as explained").first()).isVisible();
      assertThat(drawer).isFocused();
      axe(page, "evidence");
      picture(page, "evidence");
      page.keyboard().press("Escape");
      assertThat(drawer).isEmpty();
      assertThat(page.locator("[data-evidence]").first()).isFocused();

      page.keyboard().press("e");
      drawer.getByLabel("Reason").fill("Their manager agreed to it");
      drawer.getByLabel("Reason").press("Tab");
      drawer
          .getByText("Accept as explained", new Locator.GetByTextOptions().setExact(true))
          .last()
          .press("Enter");
      assertThat(page.getByText("reckoned anew")).isVisible();
      page.waitForLoadState();
      assertThat(page.locator(".phead .sc b").textContent()).isNotEqualTo(before);
      axe(page, "explained");
      page.getByText("Withdraw", new Page.GetByTextOptions().setExact(true)).first().press("Enter");
      assertThat(page.locator(".phead .sc b")).hasText(before);
      page.waitForLoadState();

      page.locator("body").press("s");
      assertThat(page.getByText("Starred")).isVisible();
      page.waitForLoadState();
      page.locator("body").press("2");
      assertThat(page.getByPlaceholder("Reason, as others will read it")).isFocused();
      page.keyboard().type("Ask 1 more");
      page.keyboard().press("Enter");
      assertThat(page.getByText("Undo: needs a check")).isVisible();
      page.waitForLoadState();
      page.locator("body").press("u");
      assertThat(page.getByText("Undo: needs a check")).hasCount(0);
      page.waitForLoadState();
      page.locator("body").press("t");
      assertThat(page).hasURL(Pattern.compile("#lanes$"));
      page.locator("body").press("g");
      assertThat(page).hasURL(Pattern.compile("/links\\?who="));
      page.waitForLoadState();

      page.keyboard().press("/");
      assertThat(page.locator("#find")).isFocused();
      page.keyboard().type(" j?");
      assertThat(page).hasURL(Pattern.compile("/links"));
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile("q="));
      page.waitForLoadState();
      page.locator("body").press("?");
      assertThat(page).hasURL(Pattern.compile("/keys$"));
    }
    assertThat(COMPLAINTS).isEmpty();
  }

  @Test
  void aNameIsRevealedWithAReasonAndTheListIsExported() throws IOException {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = page(context);
      page.navigate(person);
      page.getByText("Reveal who this is").click();
      page.getByPlaceholder("Why you need to know").fill("To call them");
      page.getByText(Pattern.compile("Reveal for 15 minutes")).click();
      assertThat(page.getByText("Revealed to you for 15 more minutes")).isVisible();
      axe(page, "revealed");
      page.navigate("/queue?show=all");
      Download download =
          page.waitForDownload(() -> page.locator(".csv a[href^='/queue.csv']").click());
      assertThat(Files.readString(download.path()))
          .startsWith("id,label,band")
          .contains(Company.outputs().findings().people().getLast().id());
    }
    assertThat(store.audit().lines(0, "revealed", 10)).hasSize(1);
  }

  @Test
  void aFilterAppliesAtOnceAndItsAddressIsTheViewThatIsNamedAndExported() throws IOException {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Page page = page(context);
      page.navigate("/queue");
      page.getByLabel("Escalated").check();
      assertThat(page).hasURL(Pattern.compile("state=escalated"));
      assertThat(page.getByText("Nobody of this run fits these filters.")).isVisible();
      assertThat(page.getByLabel("Escalated")).isChecked();
      page.getByLabel("Name of this view").fill("Handed on");
      page.getByLabel("Name of this view").press("Enter");
      page.navigate("/queue");
      page.getByText("Handed on", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page).hasURL(Pattern.compile("state=escalated"));
      axe(page, "a saved view");
      page.getByText("Forget the view Handed on").click();
      assertThat(page.getByText("None yet.")).isVisible();
      page.navigate("/sources");
      Download files =
          page.waitForDownload(() -> page.locator(".csv a[href*='csv=Files']").click());
      assertThat(files.suggestedFilename()).isEqualTo("files.csv");
      assertThat(Files.readString(files.path())).startsWith("\"File\",\"Recognised as\"");
    }
  }

  @Test
  void aPersonIsPrintedOnLightPaperWithoutTheConsole() {
    try (BrowserContext context = context(1280, ColorScheme.DARK)) {
      Page page = page(context);
      page.navigate(person);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("rgb(255, 255, 255)");
      assertThat(page.locator(".top nav")).isHidden();
      assertThat(page.locator(".judge")).isHidden();
    }
  }
}
