package dev.bonafide.server;

import dev.bonafide.report.Html;
import dev.bonafide.report.ReportPage;
import dev.bonafide.store.Members.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** What stands around every page: bar, navigation, privacy, keys. Shows only what is there. */
final class Shell {
  /** The type of every page. */
  static final String HTML = "text/html;charset=UTF-8";

  private record Place(String path, String word) {}

  private Shell() {}

  /**
   * A page.
   *
   * @param here the path of its place in the navigation
   * @param styles of this page alone, before the console's
   */
  static String page(
      HttpServletRequest request, String title, String here, Html main, String... styles) {
    Signed signed = Signed.here();
    return Html.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"selfRequestsOnly":true,"historyCacheSize":0}'>
            <title>{}, Bonafide</title>
            <link rel="icon" href="{}">
            <link rel="stylesheet" href="{}">
            {}<link rel="stylesheet" href="{}">
            <script src="{}" defer></script>
            <script src="{}" defer></script>
            </head>
            <body>
            <a class="skip" href="#main">Skip to content</a>
            {}{}<main id="main" tabindex="-1">
            {}</main>
            {}</body>
            </html>
            """,
            title,
            Assets.url("mark.svg"),
            Assets.url("report.css"),
            Html.each(
                List.of(styles),
                s -> Html.of("<link rel=\"stylesheet\" href=\"{}\">\n", Assets.url(s))),
            Assets.url("console.css"),
            Assets.url("htmx.js"),
            Assets.url("console.js"),
            ReportPage.PATTERNS,
            signed == null ? plainTop() : top(request, signed, here),
            signed == null ? main : Tables.linked(request, main),
            signed == null ? Html.NOTHING : keys(signed))
        .markup();
  }

  private static Html plainTop() {
    return Html.of(
        "<header class=\"top\"><span class=\"brand\">{}Bonafide</span></header>\n",
        ReportPage.MARK);
  }

  private static Html top(HttpServletRequest request, Signed signed, String here) {
    List<Place> places = new ArrayList<>();
    if (signed.seesPeople()) {
      places.add(new Place("/queue", "Queue"));
      places.add(new Place("/links", "Links"));
      places.add(new Place("/applications", "Applications"));
    }
    places.add(new Place("/sources", "Sources"));
    places.add(new Place("/indicators", "Indicators"));
    if (signed.is(Role.AUDITOR)) {
      places.add(new Place("/audit", "Audit"));
    }
    if (signed.is(Role.ADMINISTRATOR)) {
      places.add(new Place("/users", "Users"));
      places.add(new Place("/settings", "Settings"));
    }
    return Html.of(
        """
        <header><div class="top"><a class="brand" href="/">{}Bonafide</a>
        <nav aria-label="Places">{}</nav>
        {}<span class="me"><a href="/account">{}</a><form method="post" action="/sign-out">{}<button class="quiet">Sign out</button></form></span></div>
        <div class="privacy"><b>Pseudonyms on</b><span>Each look at a person is written down</span></div></header>
        """,
        ReportPage.MARK,
        Html.each(
            places,
            place ->
                Html.of(
                    "<a href=\"{}\"{}>{}</a>",
                    place.path(),
                    place.path().equals(here) ? Html.of(" aria-current=\"page\"") : Html.NOTHING,
                    place.word())),
        signed.seesPeople()
            ? Html.of(
                """
                <form class="find" role="search" action="/queue"><label class="vh" for="find">Person or evidence</label><input id="find" name="q" type="search" placeholder="Person or evidence" autocomplete="off" maxlength="80"><kbd aria-hidden="true">/</kbd></form>
                """)
            : Html.NOTHING,
        signed.shown(),
        csrf(request));
  }

  private static Html keys(Signed signed) {
    return signed.seesPeople()
        ? Html.of(
            """
            <footer class="keys noprint" aria-label="Keyboard"><span><kbd>j</kbd><kbd>k</kbd>next, previous</span><span><kbd>Enter</kbd>open</span><span><kbd>e</kbd>evidence</span><span><kbd>t</kbd>timeline</span><span><kbd>g</kbd>graph</span><span><kbd>s</kbd>star</span><span><kbd>1</kbd><kbd>2</kbd><kbd>3</kbd>judge</span><span><kbd>u</kbd>undo</span><span><kbd>Esc</kbd>close</span><span><kbd>/</kbd>search</span><span><kbd>?</kbd>all keys</span></footer>
            """)
        : Html.NOTHING;
  }

  /** The hidden field of every form that changes something. */
  static Html csrf(HttpServletRequest request) {
    Object token = request.getAttribute(CsrfToken.class.getName());
    return token instanceof CsrfToken csrf
        ? Html.of(
            "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
            csrf.getParameterName(),
            csrf.getToken())
        : Html.NOTHING;
  }

  /** A sentence above a form, said at once by screen readers. */
  static Html problem(@Nullable String words) {
    return words == null
        ? Html.NOTHING
        : Html.of("<p class=\"problem\" role=\"alert\">{}</p>", words);
  }
}
