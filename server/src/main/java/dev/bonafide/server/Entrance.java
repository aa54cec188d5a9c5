package dev.bonafide.server;

import dev.bonafide.report.Html;
import dev.bonafide.store.Act;
import dev.bonafide.store.Members.Member;
import dev.bonafide.store.Members.Role;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Ways in: signing in, a link for a first password, one's own account. */
@Controller
class Entrance {
  private final Store store;
  private final Clock clock;
  private final Invitations invitations;
  private final Serve.Settings settings;

  Entrance(Store store, Clock clock, Invitations invitations, Serve.Settings settings) {
    this.store = store;
    this.clock = clock;
    this.invitations = invitations;
    this.settings = settings;
  }

  @GetMapping(value = "/sign-in", produces = Shell.HTML)
  @ResponseBody
  String signIn(HttpServletRequest request) {
    boolean refused = request.getParameter("refused") != null;
    String said =
        request.getParameter("out") != null
            ? "You are signed out."
            : request.getParameter("ready") != null ? "Your password is set; sign in." : null;
    return Shell.page(
        request,
        "Sign in",
        "",
        Html.of(
            """
            <div class="gate panel"><h1>Sign in</h1>{}{}
            <form method="post" action="/sign-in" class="stack">{}
            <label>Name<input name="name" required maxlength="80" autocomplete="username" autocapitalize="none" autofocus></label>
            <label>Password<input name="password" type="password" required maxlength="128" autocomplete="current-password"></label>
            <button class="pri">Sign in</button></form>{}{}</div>
            """,
            Shell.problem(
                refused
                    ? "Name and password do not fit, or there were too many tries. After five wrong"
                        + " ones a user is locked for a quarter of an hour."
                    : request.getParameter("stranger") != null
                        ? "The identity provider did not sign you in, or you may not enter here: an"
                            + " administrator invites you under your mail address."
                        : null),
            said == null ? Html.NOTHING : Html.of("<p role=\"status\">{}</p>", said),
            Shell.csrf(request),
            settings.oidc() == null
                ? Html.NOTHING
                : Html.of(
                    "<p><a class=\"btn\" href=\"{}\">Sign in with your organisation\u2019s account</a></p>",
                    Provider.ADDRESS),
            store.members().none()
                ? Html.of(
                    "<p class=\"small mut\">Nobody may sign in yet: the link for the first user stands"
                        + " where the server was started.</p>")
                : Html.NOTHING));
  }

  // --- a link for a password -------------------------------------------------------------------

  @GetMapping(value = "/invitation", produces = Shell.HTML)
  ResponseEntity<String> invitation(
      HttpServletRequest request, @RequestParam(defaultValue = "") String secret) {
    String name = invitations.name(secret);
    return name == null
        ? ResponseEntity.status(410).body(gone(request))
        : ResponseEntity.ok(form(request, secret, name, null));
  }

  private static String gone(HttpServletRequest request) {
    return Shell.page(
        request,
        "Link used",
        "",
        Html.of(
            """
            <div class="gate panel"><h1>This link no longer works</h1><p>It was used, is older than a day, or the server was started again. An administrator makes a new one; for the first user, start the server again.</p><p><a href="/sign-in">Sign in</a></p></div>
            """));
  }

  private static String form(
      HttpServletRequest request, String secret, String name, @Nullable String problem) {
    boolean first = name.equals(Invitations.FIRST);
    return Shell.page(
        request,
        first ? "Set up" : "Choose a password",
        "",
        Html.of(
            """
            <div class="gate panel"><h1>{}</h1><p class="sub">{}</p>{}
            <form method="post" action="/invitation" class="stack">{}<input type="hidden" name="secret" value="{}">
            {}<label>Password, at least {} characters<input name="password" type="password" required minlength="{}" maxlength="128" autocomplete="new-password"></label>
            <label>The same again<input name="again" type="password" required maxlength="128" autocomplete="new-password"></label>
            <button class="pri">{}</button></form></div>
            """,
            first ? "The first user" : "Choose a password",
            first
                ? "You get every role. Add others, then give away what should not lie in one hand."
                : "For " + name + ".",
            Shell.problem(problem),
            Shell.csrf(request),
            secret,
            first
                ? Html.of(
                    """
                    <label>Name to sign in with<input name="name" required maxlength="64" autocomplete="username" autocapitalize="none"></label><label>Shown as<input name="shown" required maxlength="80" autocomplete="name"></label>
                    """)
                : Html.NOTHING,
            Passwords.SHORTEST,
            Passwords.SHORTEST,
            first ? "Set up" : "Set password"));
  }

  @PostMapping(value = "/invitation", produces = Shell.HTML)
  ResponseEntity<String> accept(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String secret,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again) {
    String of = invitations.name(secret);
    if (of == null) {
      return ResponseEntity.status(410).body(gone(request));
    }
    boolean first = of.equals(Invitations.FIRST);
    String user = first ? name.strip().toLowerCase(Locale.ROOT) : of;
    String problem =
        first && !user.matches(UsersPage.NAME)
            ? "A name has 2 to 64 small letters, digits, dots, dashes or @."
            : first && (shown.isBlank() || shown.length() > 80)
                ? "Say how you are shown, in at most 80 characters."
                : !password.equals(again)
                    ? "The two passwords differ."
                    : Passwords.problem(password, user);
    if (problem != null) {
      return ResponseEntity.badRequest().body(form(request, secret, of, problem));
    }
    String encoded = Passwords.encode(password);
    if (!invitations.use(secret)) {
      return ResponseEntity.status(410).body(gone(request));
    }
    Act act = new Act(user, clock.instant());
    if (first) {
      if (!store.members().addFirst(user, shown.strip(), encoded, EnumSet.allOf(Role.class), act)) {
        return ResponseEntity.status(410).body(gone(request));
      }
    } else {
      store.members().password(user, encoded, act);
    }
    return PersonPage.to("/sign-in?ready");
  }

  // --- one's own account -----------------------------------------------------------------------

  @GetMapping(value = "/account", produces = Shell.HTML)
  ResponseEntity<String> account(HttpServletRequest request) {
    return ResponseEntity.ok(account(request, null));
  }

  private static String account(HttpServletRequest request, @Nullable String problem) {
    Signed signed = Signed.here();
    return Shell.page(
        request,
        "Account",
        "",
        Html.of(
            """
            <div class="wrap"><h1>{}</h1><p class="sub">Signed in as <span class="mono">{}</span>.</p><ul class="notes">{}</ul>
            <section class="panel narrow"><h2>Change your password</h2>{}<form method="post" action="/account" class="stack">{}<input autocomplete="username" value="{}" hidden>
            <label>Password now<input name="now" type="password" required maxlength="128" autocomplete="current-password"></label>
            <label>New password, at least {} characters<input name="password" type="password" required minlength="{}" maxlength="128" autocomplete="new-password"></label>
            <label>The same again<input name="again" type="password" required maxlength="128" autocomplete="new-password"></label>
            <button>Change it, and sign in again</button></form></section></div>
            """,
            signed == null ? "" : signed.shown(),
            signed == null ? "" : signed.name(),
            Html.each(
                signed == null
                    ? EnumSet.noneOf(Role.class)
                    : signed.roles().stream().sorted().toList(),
                role -> Html.of("<li><b>{}</b>: {}</li>", role.slug(), UsersPage.what(role))),
            Shell.problem(problem),
            Shell.csrf(request),
            signed == null ? "" : signed.name(),
            Passwords.SHORTEST,
            Passwords.SHORTEST));
  }

  @PostMapping(value = "/account", produces = Shell.HTML)
  ResponseEntity<String> change(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String now,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again) {
    Act act = Signed.act(clock);
    Member member = store.members().find(act.actor());
    String problem =
        now.length() > Passwords.LONGEST
                || member == null
                || !Passwords.matches(now, member.password())
            ? "The password that you have now is another one."
            : !password.equals(again)
                ? "The two new passwords differ."
                : Passwords.problem(password, act.actor());
    if (problem != null) {
      return ResponseEntity.badRequest().body(account(request, problem));
    }
    store.members().password(act.actor(), Passwords.encode(password), act);
    return PersonPage.to("/sign-in?ready");
  }

  @GetMapping(value = "/health", produces = "application/json")
  ResponseEntity<String> health() {
    try {
      store.ping();
      return ResponseEntity.ok("{\"status\":\"UP\"}\n");
    } catch (RuntimeException e) {
      return ResponseEntity.status(503).body("{\"status\":\"DOWN\"}\n");
    }
  }
}
