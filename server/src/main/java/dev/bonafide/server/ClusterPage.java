package dev.bonafide.server;

import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.Links.Cluster;
import dev.bonafide.engine.Links.Held;
import dev.bonafide.engine.Links.Line;
import dev.bonafide.engine.Links.Pair;
import dev.bonafide.report.Html;
import dev.bonafide.report.Words;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.People.Whole;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * A group: what holds it together, where its things are, when it works, and which innocent groups
 * look alike. A farm is looked at as place x line x device x hours.
 */
@Controller
class ClusterPage {
  private static final int MOST_MEMBERS = 40;
  private static final int LABELS = 8;
  private static final int MOST_THINGS = 40;
  private static final int HOUR = 7;

  /** What stands where in the matrix; the rest of what people hold stands under the last. */
  private static final Map<String, List<String>> LAYERS = layers();

  private static Map<String, List<String>> layers() {
    Map<String, List<String>> layers = new LinkedHashMap<>();
    layers.put("Place", List.of("base", "base_away", "ship_to"));
    layers.put("Line", List.of("line", "egress"));
    layers.put("Device", List.of("device", "peripheral", "factor"));
    layers.put(
        "Contact, money, documents",
        List.of("phone", "mail", "bank", "handle", "identity", "photo", "text", "vouch"));
    return layers;
  }

  private final Store store;
  private final Clock clock;

  ClusterPage(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A group with what is known of its members.
   *
   * @param drawn the pictures of members over the line; of nobody else
   */
  private record Group(
      Runs.Run run,
      Cluster cluster,
      List<Links.Person> members,
      List<Pair> pairs,
      Map<String, Dossier> drawn) {}

  private Group find(String id) {
    Runs.Run run = store.runs().latest();
    Cluster cluster = run == null ? null : store.linked().cluster(run.id(), id);
    if (run == null || cluster == null) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "The latest run has no such group; judgements may have parted it.");
    }
    List<String> ids =
        cluster.members().subList(0, Math.min(MOST_MEMBERS, cluster.members().size()));
    List<Links.Person> members = List.copyOf(store.linked().persons(run.id(), ids).values());
    Set<String> inside = new HashSet<>(ids);
    Map<Set<String>, Pair> pairs = new LinkedHashMap<>();
    Map<String, Dossier> drawn = new TreeMap<>();
    for (Links.Person member : members) {
      for (Pair pair : store.linked().ties(run.id(), member.id(), 200)) {
        if (inside.contains(pair.left()) && inside.contains(pair.right())) {
          pairs.put(Set.of(pair.left(), pair.right()), pair);
        }
      }
      Whole whole = store.people().find(run.id(), member.id());
      if (whole != null && whole.dossier() != null) {
        drawn.put(member.id(), whole.dossier());
      }
    }
    return new Group(run, cluster, members, List.copyOf(pairs.values()), drawn);
  }

  @GetMapping(value = "/links/clusters/{id}", produces = Shell.HTML)
  ResponseEntity<String> cluster(HttpServletRequest request, @PathVariable String id) {
    Group group = find(id);
    store
        .audit()
        .add(Signed.act(clock), Action.CLUSTER_READ, id, group.members().size() + " members");
    int half = (group.members().size() + 1) / 2;
    return ResponseEntity.ok(
        Shell.page(
            request,
            group.cluster().id(),
            "/links",
            Html.of(
                """
                <div class="wrap"><p class="crumbs"><a href="/links">Links</a> \u203a {}</p>
                <h1>{}</h1><p class="sub">{} A group says that things are shared. It does not say who is to blame, and each member stands for themselves.</p>
                <nav class="jump noprint" aria-label="On this page"><a href="#members">Members</a><a href="#where">Where and when</a><a href="#alike">Look-alikes</a><a href="#ties">Ties</a></nav>
                <section id="members"><h2>Members</h2>{}</section>
                <section id="where"><h2>Place, line, device, hours</h2>{}{}</section>
                <section id="alike"><h2>What looks alike</h2>{}</section>
                <section id="ties"><h2>What holds it together</h2>{}{}</section></div>
                """,
                group.cluster().id(),
                title(group),
                sentence(group),
                members(group),
                matrix(group),
                hours(group),
                lookAlikes(group),
                new LinkGraph(
                        group.members().subList(0, half),
                        group.members().subList(half, group.members().size()),
                        group.pairs())
                    .figure(),
                ties(group))));
  }

  private static String title(Group group) {
    String members = Words.count(group.cluster().members().size());
    return switch (group.cluster().kind()) {
      case "farm" -> members + " people whose computers stand in one place";
      case "operator" -> members + " accounts that one body may be behind";
      default -> members + " people who share what few have";
    };
  }

  private static String sentence(Group group) {
    return "Its weakest tie weighs "
        + LinkGraph.bits(group.cluster().millibits())
        + " bits."
        + (group.cluster().members().size() > group.members().size()
            ? " Shown are the first " + group.members().size() + "."
            : "");
  }

  private Html members(Group group) {
    return Html.of(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Members"><table class="narrow"><thead><tr><th scope="col">Member</th><th scope="col">Kind</th><th scope="col" class="num">Own score, dB</th><th scope="col">Ties</th></tr></thead><tbody>{}</tbody></table></div>
        """,
        Html.each(
            group.members(),
            m -> {
              Whole whole = store.people().find(group.run().id(), m.id());
              return Html.of(
                  "<tr data-row><th scope=\"row\">{}</th><td>{}</td><td class=\"num\">{}</td><td><a data-open"
                      + " href=\"/links?who={}\">who else?</a></td></tr>\n",
                  LinksPage.name(m),
                  Words.capital(m.kind()),
                  whole == null ? "" : Words.score(whole.stands().decibans()),
                  m.id());
            }));
  }

  // --- where -----------------------------------------------------------------------------------

  private static Html heads(Group group) {
    return Html.of(
        "<tr><th scope=\"col\">What</th><th scope=\"col\">Thing</th>{}</tr>",
        Html.each(
            group.members(),
            m ->
                group.members().size() <= LABELS
                    ? Html.of("<th scope=\"col\">{}</th>", m.label())
                    : Html.of(
                        "<th scope=\"col\"><span aria-hidden=\"true\">{}</span><span class=\"vh\">{}</span></th>",
                        group.members().indexOf(m) + 1,
                        m.label())));
  }

  /** Claimed homes are rings, what the records show discs. */
  private static Html matrix(Group group) {
    Map<Held, Set<String>> holders = new LinkedHashMap<>();
    for (Links.Person member : group.members()) {
      member
          .holds()
          .forEach(h -> holders.computeIfAbsent(h, k -> new HashSet<>()).add(member.id()));
    }
    List<Html> bodies = new ArrayList<>();
    bodies.add(Html.of("<tbody>{}</tbody>", homes(group)));
    int[] left = {MOST_THINGS};
    LAYERS.forEach(
        (layer, sorts) -> {
          List<Map.Entry<Held, Set<String>>> shared =
              holders.entrySet().stream()
                  .filter(e -> sorts.contains(e.getKey().sort()) && e.getValue().size() > 1)
                  .sorted(
                      Comparator.comparingInt(
                              (Map.Entry<Held, Set<String>> e) -> -e.getValue().size())
                          .thenComparing(e -> e.getKey().sort())
                          .thenComparing(e -> e.getKey().thing()))
                  .limit(Math.max(0, left[0]))
                  .toList();
          left[0] -= shared.size();
          if (!shared.isEmpty()) {
            bodies.add(
                Html.of(
                    "<tbody><tr><th scope=\"rowgroup\" colspan=\"{}\" class=\"layer\">{}</th></tr>{}</tbody>",
                    group.members().size() + 2,
                    layer,
                    Html.each(shared, e -> row(group, e.getKey(), e.getValue()))));
          }
        });
    return Html.of(
        """
        <p class="legend"><span><svg width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6" class="ring"/></svg>claimed</span><span><svg width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6" class="disc"/></svg>in the records</span></p>
        <div class="scroll" tabindex="0" role="group" aria-label="Place, line and device by member"><table class="farm"><thead>{}</thead>{}</table></div>
        <p class="small mut">Only what a second person has too is kept, under pseudonyms. A base is where a computer stands; away is a base far from where its worker claims to be.</p>
        """,
        heads(group),
        Html.join(bodies.toArray(Html[]::new)));
  }

  private static Html homes(Group group) {
    Map<String, String> letters = new TreeMap<>();
    List<Html> cells = new ArrayList<>();
    for (Links.Person m : group.members()) {
      String home = m.home();
      if (home == null) {
        cells.add(Html.of("<td class=\"dim small\">none claimed</td>"));
      } else {
        String letter = letters.computeIfAbsent(home, h -> "home " + (letters.size() + 1));
        cells.add(
            Html.of(
                "<td class=\"small nw\"><svg width=\"16\" height=\"16\" aria-hidden=\"true\"><circle cx=\"8\""
                    + " cy=\"8\" r=\"6\" class=\"ring\"/></svg> {}</td>",
                letter));
      }
    }
    return Html.of(
        "<tr><th scope=\"row\">Claimed home</th><td></td>{}</tr>",
        Html.join(cells.toArray(Html[]::new)));
  }

  private static Html row(Group group, Held held, Set<String> holders) {
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td class=\"mono small\">{}</td>{}</tr>\n",
        Words.capital(held.sort().replace('_', ' ')),
        held.thing(),
        Html.each(
            group.members(),
            m ->
                holders.contains(m.id())
                    ? Html.of(
                        "<td><svg width=\"16\" height=\"16\" aria-hidden=\"true\"><circle cx=\"8\" cy=\"8\""
                            + " r=\"6\" class=\"disc\"/></svg><span class=\"vh\">yes</span></td>")
                    : Html.of("<td><span class=\"vh\">no</span></td>")));
  }

  // --- when ------------------------------------------------------------------------------------

  /** The hours of each member on one axis, UTC: hours are drawn only of people over the line. */
  private static Html hours(Group group) {
    List<Links.Person> drawn =
        group.members().stream().filter(m -> group.drawn().containsKey(m.id())).toList();
    if (drawn.isEmpty()) {
      return Html.of(
          "<p class=\"blindbox\">Hours: nobody of this group is over the review line, so no hours are"
              + " drawn.</p>");
    }
    return Html.of(
        """
        <h3>Hours, UTC</h3><p class="small mut">Share of the weeks with human activity in each hour, as the clock of the last day has it. Drawn only of people over the review line: {} of {}.</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Hours by member"><table class="narrow"><thead><tr><th scope="col">Member</th><th scope="col">00 to 24 UTC</th><th scope="col">In words</th></tr></thead><tbody>{}</tbody></table></div>
        """,
        drawn.size(),
        group.members().size(),
        Html.each(drawn, m -> strip(group, m)));
  }

  private static Html strip(Group group, Links.Person member) {
    Dossier dossier = group.drawn().get(member.id());
    if (dossier == null) {
      return Html.NOTHING;
    }
    int[] shares = utc(dossier.rhythm(), group.run().asOf());
    List<Html> cells = new ArrayList<>();
    List<String> busy = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      int share = shares[hour];
      String step =
          "h" + (share < 50 ? 0 : share <= 250 ? 1 : share <= 500 ? 2 : share <= 750 ? 3 : 4);
      cells.add(
          Html.of(
              "<rect x=\"{}\" width=\"{}\" height=\"16\" class=\"{}\"/>",
              (double) hour * HOUR,
              HOUR - 1.0,
              step));
      if (share > 250) {
        busy.add(Words.two(hour));
      }
    }
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td><svg width=\"{}\" height=\"16\" aria-hidden=\"true\">{}</svg></td><td"
            + " class=\"small\">{}</td></tr>\n",
        member.label(),
        24.0 * HOUR,
        Html.join(cells.toArray(Html[]::new)),
        busy.isEmpty()
            ? "in no hour on more than a quarter of the days"
            : "on more than a quarter of the days in the hours " + String.join(", ", busy));
  }

  /** The mean of the seven weekdays for each hour of UTC, in thousandths. */
  static int[] utc(Dossier.Rhythm rhythm, String asOf) {
    int offset = 0;
    Instant at = Words.parsed(asOf);
    try {
      offset =
          at == null
              ? 0
              : Math.floorDiv(
                  ZoneId.of(rhythm.zone()).getRules().getOffset(at).getTotalSeconds(), 3600);
    } catch (DateTimeException unknownZone) {
      // The hours then stand as they are written.
    }
    int[] shares = new int[24];
    for (List<Integer> weekday : rhythm.active()) {
      for (int hour = 0; hour < Math.min(24, weekday.size()); hour++) {
        shares[Math.floorMod(hour - offset, 24)] += weekday.get(hour);
      }
    }
    for (int hour = 0; hour < 24; hour++) {
      shares[hour] /= Math.max(1, rhythm.active().size());
    }
    return shares;
  }

  // --- what looks alike ------------------------------------------------------------------------

  private record Alike(String what, String test, String answer, String verdict) {}

  private static Html lookAlikes(Group group) {
    List<Alike> tests = new ArrayList<>();
    Set<String> homes = new HashSet<>();
    int claimed = 0;
    for (Links.Person m : group.members()) {
      if (m.home() != null) {
        homes.add(m.home());
        claimed++;
      }
    }
    tests.add(
        new Alike(
            "A household",
            "Do they claim one home?",
            claimed == 0
                ? "Nobody claims a home."
                : claimed
                    + " of "
                    + group.members().size()
                    + " claim a home, "
                    + Words.count(homes.size(), "home", "different homes"),
            claimed == 0 ? "ask" : homes.size() == 1 ? "explains" : "does not explain"));
    Set<String> inside = new HashSet<>(group.cluster().members());
    long related =
        group.members().stream()
            .filter(m -> m.relatives().stream().anyMatch(inside::contains))
            .count();
    tests.add(
        new Alike(
            "Relatives",
            "Was a relation between members declared?",
            Words.count(related, "member has", "members have") + " one",
            related == 0
                ? "does not explain"
                : related == group.members().size() ? "explains" : "ask"));
    int widest = 0;
    boolean onlyDesk = true;
    boolean remote = false;
    for (Pair pair : group.pairs()) {
      for (Line line : pair.lines()) {
        if (line.ring() > 0 || line.operator() > 0) {
          widest = Math.max(widest, line.holders());
          onlyDesk &= line.mechanism().equals("desk");
          remote |= line.mechanism().equals("remote");
        }
      }
    }
    tests.add(
        new Alike(
            "A co-working place or a campus",
            "Do people outside the group have the same things?",
            widest > group.cluster().members().size()
                ? "One thing that counts has " + widest + " holders"
                : "Nobody outside has anything that counts",
            widest > group.cluster().members().size() ? "ask" : "does not explain"));
    tests.add(
        new Alike(
            "Desks used in turns",
            "Is anything shared beyond one desk\u2019s things?",
            onlyDesk ? "No: computers, monitors, keys and lines only" : "Yes",
            onlyDesk ? "explains" : "does not explain"));
    tests.add(
        new Alike(
            "IT support",
            "Does remote control alone tie them, by a helper who is known?",
            remote ? "Remote control is among the ties: is the helper known?" : "No remote control",
            remote ? "ask" : "does not explain"));
    return Html.of(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="What looks alike"><table><thead><tr><th scope="col">Look-alike</th><th scope="col">Test</th><th scope="col">Answer</th><th scope="col">So it</th></tr></thead><tbody>{}</tbody></table></div>
        """,
        Html.each(
            tests,
            t ->
                Html.of(
                    "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td><b>{}</b></td></tr>\n",
                    t.what(),
                    t.test(),
                    t.answer(),
                    t.verdict())));
  }

  // --- ties ------------------------------------------------------------------------------------

  private static Html ties(Group group) {
    Map<String, String> labels = new TreeMap<>();
    group.members().forEach(m -> labels.put(m.id(), m.label()));
    return Html.of(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Ties as a table"><table><thead><tr><th scope="col">Two</th><th scope="col">They share</th><th scope="col" class="num">Bits</th><th scope="col">Said of them</th></tr></thead><tbody>{}</tbody></table></div>
        """,
        Html.each(
            group.cluster().because(),
            e ->
                Html.of(
                    "<tr data-row><th scope=\"row\"><a data-open href=\"{}\">{} and {}: why?</a></th><td class=\"small"
                        + " mono\">{}</td><td class=\"num\">{}</td><td>{}</td></tr>\n",
                    LinksPage.address(e.left(), e.right()),
                    labels.getOrDefault(e.left(), e.left()),
                    labels.getOrDefault(e.right(), e.right()),
                    e.key(),
                    LinkGraph.bits(e.millibits()),
                    said(group, e))));
  }

  private static String said(Group group, Links.Edge edge) {
    for (Pair pair : group.pairs()) {
      String judged = pair.judged();
      if (judged != null && pair.left().equals(edge.left()) && pair.right().equals(edge.right())) {
        return LinksPage.verdict(judged);
      }
    }
    return "";
  }
}
