package dev.bonafide.server;

import dev.bonafide.report.Html;
import dev.bonafide.report.Words;
import dev.bonafide.store.Act;
import dev.bonafide.store.Members.Member;
import dev.bonafide.store.Members.Role;
import dev.bonafide.store.Store;
import dev.bonafide.store.Tokens.Token;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Users and what they may do. Nobody but the user ever knows a password. */
@Controller
class UsersPage {
  private static final Duration TOKEN_LIVES = Duration.ofDays(90);

  static final String NAME = "[a-z0-9][a-z0-9._@-]{1,63}";

  private final Store store;
  private final Clock clock;
  private final Invitations invitations;
  private final Serve.Settings settings;

  UsersPage(Store store, Clock clock, Invitations invitations, Serve.Settings settings) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
    this.invitations = invitations;
  }

  static String what(Role role) {
    return switch (role) {
      case REVIEWER -> "reads the queue and people, and judges";
      case INVESTIGATOR -> "also reveals who a person is, with a reason";
      case ADMINISTRATOR -> "keeps users; sees nobody";
      case AUDITOR -> "reads the audit";
    };
  }

  static Html boxes(Set<Role> chosen, String prefix) {
    return Html.of(
        "<ul class=\"plain\">{}</ul>",
        Html.each(
            EnumSet.allOf(Role.class),
            role ->
                Html.of(
                    "<li><label><input type=\"checkbox\" name=\"role\" id=\"{}{}\" value=\"{}\"{}> {} <span"
                        + " class=\"small mut\">{}</span></label></li>",
                    prefix,
                    role.slug(),
                    role.slug(),
                    chosen.contains(role) ? Html.of(" checked") : Html.NOTHING,
                    Words.capital(role.slug()),
                    what(role))));
  }

  static Set<Role> roles(String @Nullable [] values) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (values != null) {
      Arrays.stream(values)
          .map(Role::of)
          .forEach(
              role -> {
                if (role != null) {
                  roles.add(role);
                }
              });
    }
    return roles;
  }

  @GetMapping(value = "/users", produces = Shell.HTML)
  ResponseEntity<String> users(HttpServletRequest request) {
    return ResponseEntity.ok(page(request, null, null));
  }

  private String page(HttpServletRequest request, @Nullable String problem, @Nullable Html said) {
    return Shell.page(
        request,
        "Users",
        "/users",
        Html.of(
            """
            <div class="wrap"><h1>Users</h1>{}{}
            <div class="scroll" tabindex="0" role="group" aria-label="Users"><table><thead><tr><th scope="col">User</th><th scope="col">Last signed in</th><th scope="col">Roles</th><th scope="col">Change</th></tr></thead><tbody>
            {}</tbody></table></div>
            <section class="panel narrow"><h2>Add a user</h2><form method="post" action="/users" class="stack">{}
            <label>Name to sign in with<input name="name" required maxlength="64" autocomplete="off" autocapitalize="none"></label>
            <label>Shown as<input name="shown" required maxlength="80" autocomplete="off"></label>
            <fieldset><legend>Roles</legend>{}</fieldset>{}<button>Add</button></form></section>
            {}</div>
            """,
            Shell.problem(problem),
            said == null ? Html.NOTHING : said,
            Html.each(store.members().all(), member -> row(request, member)),
            Shell.csrf(request),
            boxes(Set.of(Role.REVIEWER), "new-"),
            settings.oidc() == null
                ? Html.of("<p class=\"small mut\">A link for the password is shown once.</p>")
                : Html.of(
                    "<ul class=\"plain\"><li><label><input type=\"checkbox\" name=\"provider\" value=\"yes\"> Signs"
                        + " in through the identity provider; the name is their mail address</label></li></ul>"),
            tokens(request)));
  }

  // --- tokens of programs ----------------------------------------------------------------------

  private Html tokens(HttpServletRequest request) {
    List<Token> tokens = store.tokens().all();
    return Html.of(
        """
        <section class="panel narrow"><h2>Tokens for programs</h2><p class="small mut">What they may read stands in <span class="mono">/api/openapi.json</span>.</p>{}
        <form method="post" action="/users/tokens" class="stack">{}<label>What it is for<input name="name" required maxlength="60" autocomplete="off"></label>
        <fieldset><legend>May read</legend><ul class="plain">{}</ul></fieldset><button>Make a token for 90 days</button></form></section>
        """,
        tokens.isEmpty()
            ? Html.NOTHING
            : Html.of(
                """
                <div class="scroll" tabindex="0" role="group" aria-label="Tokens"><table><thead><tr><th scope="col">Token</th><th scope="col">May read</th><th scope="col">Until</th><th scope="col">Change</th></tr></thead><tbody>{}</tbody></table></div>
                """,
                Html.each(tokens, token -> row(request, token))),
        Shell.csrf(request),
        Html.each(
            Api.SCOPES,
            scope ->
                Html.of(
                    "<li><label><input type=\"checkbox\" name=\"scope\" value=\"{}\"> {}</label></li>",
                    scope,
                    scope)));
  }

  private Html row(HttpServletRequest request, Token token) {
    return Html.of(
        "<tr><th scope=\"row\">{}<br><span class=\"small mut\">by {}</span></th><td class=\"small\">{}</td><td"
            + " class=\"small\">{}</td><td>{}</td></tr>",
        token.name(),
        token.owner(),
        Words.list(List.copyOf(token.scopes())),
        Words.instant(token.expiresAt().toString()),
        token.holds(clock.instant())
            ? Html.of(
                "<form method=\"post\" action=\"/users/tokens/{}/revoke\">{}<button>Revoke</button></form>",
                token.id(),
                Shell.csrf(request))
            : Html.of("<span class=\"dim\">no longer</span>"));
  }

  @PostMapping(value = "/users/tokens", produces = Shell.HTML)
  ResponseEntity<String> make(
      HttpServletRequest request, @RequestParam(defaultValue = "") String name) {
    String[] values = request.getParameterValues("scope");
    Set<String> scopes = new TreeSet<>(values == null ? List.of() : Arrays.asList(values));
    scopes.retainAll(Api.SCOPES);
    if (name.isBlank() || name.length() > 60 || scopes.isEmpty()) {
      return ResponseEntity.badRequest()
          .body(page(request, "Say what the token is for, and what it may read.", null));
    }
    Act act = Signed.act(clock);
    String secret = store.tokens().make(name.strip(), scopes, act.at().plus(TOKEN_LIVES), act);
    return ResponseEntity.ok(
        page(
            request,
            null,
            Html.of(
                "<p class=\"explained\" role=\"status\">The token of <b>{}</b> is shown this once:"
                    + " <span class=\"mono\" id=\"token\">{}</span></p>",
                name.strip(),
                secret)));
  }

  @PostMapping("/users/tokens/{id}/revoke")
  ResponseEntity<String> revoke(@PathVariable String id) {
    store.tokens().revoke(id, Signed.act(clock));
    return PersonPage.to("/users");
  }

  private Html row(HttpServletRequest request, Member member) {
    boolean locked = clock.instant().isBefore(member.lockedUntil());
    return Html.of(
        """
        <tr><th scope="row"><b>{}</b><br><span class="mono">{}</span>{}{}</th><td class="small">{}</td>
        <td><form method="post" action="/users/{}" id="form-{}">{}{}<label class="small"><input type="checkbox" name="active" value="yes"{}> may sign in</label></form></td>
        <td><button form="form-{}">Save</button> <form method="post" action="/users/{}/link" class="inline">{}<button>New password link</button></form></td></tr>
        """,
        member.shown(),
        member.name(),
        member.active() ? Html.NOTHING : Html.of(" <span class=\"tag\">may not sign in</span>"),
        locked ? Html.of(" <span class=\"tag\">locked</span>") : Html.NOTHING,
        member.seenAt().equals(Instant.EPOCH) ? "never" : Words.instant(member.seenAt().toString()),
        member.name(),
        member.name(),
        Shell.csrf(request),
        boxes(member.roles(), member.name() + "-"),
        member.active() ? Html.of(" checked") : Html.NOTHING,
        member.name(),
        member.name(),
        Shell.csrf(request));
  }

  private Html link(HttpServletRequest request, String name) {
    String path = "/invitation?secret=" + invitations.invite(name);
    return Html.of(
        """
        <p class="explained" role="status">Give this link to <b>{}</b>; it works once, within 24 hours: <span class="mono" id="link">{}</span></p>
        """,
        name,
        request.getRequestURL().toString().replaceFirst("(https?://[^/]+).*", "$1") + path);
  }

  @PostMapping(value = "/users", produces = Shell.HTML)
  ResponseEntity<String> add(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String shown) {
    String small = name.strip().toLowerCase(Locale.ROOT);
    Set<Role> roles = roles(request.getParameterValues("role"));
    String problem =
        !small.matches(NAME)
            ? "A name has 2 to 64 small letters, digits, dots, dashes or @."
            : shown.isBlank() || shown.length() > 80
                ? "Say how the user is shown, in at most 80 characters."
                : roles.isEmpty() ? "Choose at least one role." : null;
    if (problem == null
        && !store.members().add(small, shown.strip(), "", "", roles, Signed.act(clock))) {
      problem = "There is a user of this name already.";
    }
    return problem != null
        ? ResponseEntity.badRequest().body(page(request, problem, null))
        : ResponseEntity.ok(
            page(
                request,
                null,
                settings.oidc() != null && request.getParameter("provider") != null
                    ? Html.of(
                        "<p class=\"explained\" role=\"status\">{} may sign in through the identity"
                            + " provider.</p>",
                        small)
                    : link(request, small)));
  }

  @PostMapping(value = "/users/{name}", produces = Shell.HTML)
  ResponseEntity<String> change(
      HttpServletRequest request,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String active) {
    Set<Role> roles = roles(request.getParameterValues("role"));
    Member member = store.members().find(name);
    Act act = Signed.act(clock);
    if (member == null) {
      return ResponseEntity.badRequest().body(page(request, "There is no such user.", null));
    }
    boolean keeps = roles.contains(Role.ADMINISTRATOR) && active != null;
    if (member.name().equals(act.actor()) && !keeps) {
      return ResponseEntity.badRequest()
          .body(page(request, "You can\u2019t take your own administration away.", null));
    }
    store.members().change(member.name(), roles, active != null, act);
    return PersonPage.to("/users");
  }

  @PostMapping(value = "/users/{name}/link", produces = Shell.HTML)
  ResponseEntity<String> newLink(HttpServletRequest request, @PathVariable String name) {
    Member member = store.members().find(name);
    return member == null
        ? ResponseEntity.badRequest().body(page(request, "There is no such user.", null))
        : ResponseEntity.ok(page(request, null, link(request, member.name())));
  }
}
