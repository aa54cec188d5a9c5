package dev.bonafide.simulator.hiring;

import dev.bonafide.simulator.world.Chance;
import java.util.ArrayList;
import java.util.List;

/**
 * What résumés of software people are made of. The years are those in which a product first could
 * be had by the public, as their makers' release notes say.
 */
final class Trade {
  /** A product. */
  record Tool(String name, int year) {}

  static final List<Tool> TOOLS =
      List.of(
          new Tool("Java", 1996),
          new Tool("Python", 1991),
          new Tool("PostgreSQL", 1996),
          new Tool("MySQL", 1995),
          new Tool("Oracle Database", 1979),
          new Tool("Subversion", 2000),
          new Tool("Jenkins", 2011),
          new Tool("Spring Framework", 2003),
          new Tool("jQuery", 2006),
          new Tool("Git", 2005),
          new Tool("Node.js", 2009),
          new Tool("AngularJS", 2010),
          new Tool("Redis", 2009),
          new Tool("MongoDB", 2009),
          new Tool("Apache Kafka", 2011),
          new Tool("Docker", 2013),
          new Tool("React", 2013),
          new Tool("Kubernetes", 2014),
          new Tool("Terraform", 2014),
          new Tool("Vue.js", 2014),
          new Tool("TypeScript", 2012),
          new Tool("GraphQL", 2015),
          new Tool("AWS Lambda", 2014),
          new Tool("Next.js", 2016),
          new Tool("GitHub Actions", 2018),
          new Tool("Svelte", 2016),
          new Tool("FastAPI", 2018));

  /** What was sold under another name in its first years; people write today's. */
  static final List<Tool> RENAMED =
      List.of(
          new Tool("Microsoft Entra ID", 2013),
          new Tool("Azure DevOps", 2013),
          new Tool("Amazon OpenSearch Service", 2015),
          new Tool("Google Workspace", 2006),
          new Tool("Looker Studio", 2016));

  private static final List<String> VERBS =
      List.of(
          "rebuilt",
          "moved",
          "halved",
          "wrote",
          "replaced",
          "found",
          "measured",
          "planned",
          "taught",
          "tested",
          "shipped",
          "designed",
          "tuned",
          "retired",
          "documented",
          "hardened",
          "merged",
          "traced",
          "scheduled",
          "reviewed");

  private static final List<String> THINGS =
      List.of(
          "the nightly settlement",
          "the berth planner",
          "the freight quotation desk",
          "a customs export",
          "the seat map",
          "the picking routes",
          "the tariff engine",
          "the meter readings",
          "a heap analyser",
          "the boarding queue",
          "the stock ledger",
          "the invoice archive",
          "a ferry timetable",
          "the grain silo sensors",
          "the ward roster",
          "a library catalogue",
          "the recipe search",
          "the parcel scanner",
          "the crane telemetry",
          "the ticket refunds",
          "a choir rehearsal calendar",
          "the ice-rink bookings",
          "the orchard forecast",
          "a museum audio guide",
          "the bridge inspection reports");

  private static final List<String> ENDS =
      List.of(
          "after two winters of outages",
          "for nine harbours",
          "with four carriers on board",
          "so that brokers get signed messages",
          "before the summer timetable",
          "on a replayed trace",
          "around a ledger of immutable postings",
          "from spreadsheets to one service",
          "with the night shift as first users",
          "within the old memory limit",
          "for forty warehouses",
          "under the new tax rules",
          "until nobody was paged any more",
          "as a team of three",
          "by grouping pallets anew",
          "with a budget of one quarter",
          "beside the daily business",
          "for the blind as well",
          "without a day of downtime",
          "in six weeks");

  /** What everybody writes. */
  private static final List<String> STOCK =
      List.of(
          "worked closely with product managers and designers in an agile team",
          "wrote clean, maintainable and well tested code and took part in code reviews",
          "mentored junior developers and drove continuous integration");

  private static final List<String> FIRST =
      List.of(
          "Night", "Sea", "Salt", "Amber", "North", "Quiet", "Copper", "Field", "Harbour",
          "Lantern");
  private static final List<String> SECOND =
      List.of(
          "Rail", "Cable", "Ferry", "Mills", "Orchard", "Ledger", "Freight", "Optics", "Bakery",
          "Tide");
  private static final List<String> THIRD =
      List.of("Works", "Group", "Systems", "Lines", "Labs", "Union");

  static final List<String> TITLES =
      List.of(
          "Software Engineer",
          "Senior Engineer",
          "Backend Developer",
          "Data Engineer",
          "Team Lead");

  private Trade() {}

  static String firm(Chance chance) {
    return chance.pick(FIRST) + " " + chance.pick(SECOND) + " " + chance.pick(THIRD);
  }

  /** Lines on what somebody did, in words of their own. */
  static List<String> deeds(Chance chance, int count) {
    List<String> deeds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      deeds.add(
          chance.pick(VERBS)
              + " "
              + chance.pick(THINGS)
              + " "
              + chance.pick(ENDS)
              + (chance.happens(0.5)
                  ? " and " + chance.pick(VERBS) + " " + chance.pick(THINGS)
                  : "")
              + (chance.happens(0.3) ? " " + chance.pick(ENDS) : ""));
    }
    if (chance.happens(0.4)) {
      deeds.add(chance.pick(STOCK));
    }
    return deeds;
  }
}
