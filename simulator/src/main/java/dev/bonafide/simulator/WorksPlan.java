package dev.bonafide.simulator;

import dev.bonafide.simulator.people.Archetype;
import dev.bonafide.simulator.people.Cases;
import dev.bonafide.simulator.people.Overlay;
import dev.bonafide.simulator.people.Plot.Cover;
import dev.bonafide.simulator.world.Chance;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to simulate. A plan and nothing else decides every byte.
 *
 * @param seed the one seed
 * @param honest how many honest people there are; numbered from 0
 * @param first first day, epoch day
 * @param days how many days
 * @param documented share of trips, rosters, schedules and relations that somebody wrote down, 0 to
 *     1
 * @param cast honest people of a given make, by number; the others are drawn
 * @param plants what is planted, in people who come after the honest ones
 * @param cases named public cases that are played, in people who come after those
 * @param dirt how dirty the logs are: 1 as usual, 0 clean
 */
public record WorksPlan(
    long seed,
    int honest,
    long first,
    int days,
    double documented,
    List<Cast> cast,
    List<Plant> plants,
    List<String> cases,
    double dirt) {

  /** The day on which the demo ends: within it both European and American clocks go back. */
  public static final LocalDate DEMO_ENDS = LocalDate.of(2026, 11, 10);

  /** The words that {@link #parse} knows. */
  public static final List<String> WORDS =
      List.of(
          "case",
          "days",
          "difficulty",
          "dirt",
          "documented",
          "ends",
          "people",
          "plant",
          "preset",
          "prevalence",
          "seed",
          "workers");

  /** An honest person who must be there. */
  public record Cast(int number, Archetype archetype, Set<Overlay> overlays) {
    public Cast {
      overlays = Set.copyOf(overlays);
    }
  }

  /** What to plant: a scheme, and how many people one group of it takes. */
  public enum Kind {
    SHARED_ACCOUNT(1),
    THREE_WEEK_LOGIN(1),
    TWO_AT_ONCE(1),
    OFFSHORE(1),
    LAPTOP_FARM(5),
    ONE_BODY(4),
    IDENTITY_MULE(1),
    AFTER_END(1),
    DATA_THIEF(1),
    PRIVILEGE_CHAIN(3),
    PAYROLL_DIVERSION(1),
    SABOTAGE(1);

    private final int people;

    Kind(int people) {
      this.people = people;
    }

    /** Whether it may have been so since the day of the hiring, before any record. */
    boolean throughout() {
      return switch (this) {
        case SHARED_ACCOUNT, TWO_AT_ONCE, OFFSHORE, LAPTOP_FARM, ONE_BODY, IDENTITY_MULE -> true;
        case THREE_WEEK_LOGIN,
            AFTER_END,
            DATA_THIEF,
            PRIVILEGE_CHAIN,
            PAYROLL_DIVERSION,
            SABOTAGE ->
            false;
      };
    }

    /** The name in plans and in the truth file. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** People in a group of it at that difficulty: clusters are large when naive. */
    public int people(double difficulty) {
      return switch (this) {
        case LAPTOP_FARM -> difficulty < 0.7 ? 9 : difficulty <= 1.5 ? 5 : 4;
        case ONE_BODY -> difficulty < 0.7 ? 12 : difficulty <= 1.5 ? 4 : 2;
        default -> people;
      };
    }
  }

  /**
   * One thing planted.
   *
   * @param people how many it takes, 1 but for clusters
   * @param difficulty 0 naive to 2 evasive
   * @param onset day of the plan on which it begins, 0 for the first
   * @param cover what operators hide behind
   */
  public record Plant(Kind kind, int people, double difficulty, int onset, Cover cover) {}

  public WorksPlan {
    cast = List.copyOf(cast);
    plants = List.copyOf(plants);
    cases = List.copyOf(cases);
    if (honest < 0 || days < 1 || !(documented >= 0 && documented <= 1) || !(dirt >= 0)) {
      throw new IllegalArgumentException(
          "a plan needs at least one day, no negative numbers, and a documented share of 0 to 1");
    }
  }

  /** The last day, epoch day. */
  public long last() {
    return first + days - 1;
  }

  /** How many people there are, planted ones with the honest. */
  public int people() {
    return honest
        + plants.stream().mapToInt(Plant::people).sum()
        + cases.stream().mapToInt(Cases::people).sum();
  }

  // --- ready-made ------------------------------------------------------------------------------

  /**
   * The company of {@code bonafide demo}: 120 people, 30 days, something planted for each of the
   * six indicators of the spine, and for each of them the honest people who look like it.
   */
  public static WorksPlan demo(long seed) {
    List<Plant> plants =
        List.of(
            new Plant(Kind.SHARED_ACCOUNT, 1, 0, 12, Cover.COMMERCIAL_VPN),
            new Plant(Kind.SHARED_ACCOUNT, 1, 0.3, 16, Cover.NONE),
            new Plant(Kind.THREE_WEEK_LOGIN, 1, 0, 6, Cover.HOSTING),
            new Plant(Kind.TWO_AT_ONCE, 1, 0, 9, Cover.HOSTING),
            new Plant(Kind.TWO_AT_ONCE, 1, 0.4, 14, Cover.NONE),
            new Plant(Kind.OFFSHORE, 1, 0, 3, Cover.COMMERCIAL_VPN),
            new Plant(Kind.OFFSHORE, 1, 0.6, 5, Cover.HOSTING),
            new Plant(Kind.LAPTOP_FARM, 5, 0, 4, Cover.COMMERCIAL_VPN),
            new Plant(Kind.AFTER_END, 1, 0, 17, Cover.HOSTING),
            new Plant(Kind.AFTER_END, 1, 0.5, 19, Cover.NONE));
    List<Cast> cast = new ArrayList<>();
    int number = 0;
    for (Archetype archetype :
        List.of(
            Archetype.COUPLE, // numbers 0 and 1 are a pair
            Archetype.COUPLE,
            Archetype.ALWAYS_ON,
            Archetype.ALWAYS_ON,
            Archetype.CARER,
            Archetype.CARER,
            Archetype.ON_CALL,
            Archetype.ON_CALL,
            Archetype.NIGHT,
            Archetype.NOMAD,
            Archetype.TRAVELLER,
            Archetype.OWL,
            Archetype.EARLY,
            Archetype.OFFSET,
            Archetype.IT_ADMIN)) {
      cast.add(new Cast(number++, archetype, Set.of()));
    }
    for (Overlay overlay :
        List.of(
            Overlay.PRIVACY_VPN,
            Overlay.PRIVACY_VPN,
            Overlay.CO_WORKING,
            Overlay.CO_WORKING,
            Overlay.DOCKED,
            Overlay.STAYS_SIGNED_IN,
            Overlay.PRIVATE_COMPUTER,
            Overlay.LATE_DEPROVISION,
            Overlay.RETRO_HR,
            Overlay.LEAVER,
            Overlay.DEVICE_REPLACED,
            Overlay.RENAMED)) {
      cast.add(new Cast(number++, Archetype.ORDINARY, Set.of(overlay)));
    }
    int planted = plants.stream().mapToInt(Plant::people).sum();
    long first = DEMO_ENDS.toEpochDay() - 29;
    return new WorksPlan(seed, 120 - planted, first, 30, 0.8, cast, plants, List.of(), 1);
  }

  /** Honest people only. */
  public static WorksPlan honest(long seed, int people, LocalDate first, int days) {
    return new WorksPlan(
        seed, people, first.toEpochDay(), days, 0.8, List.of(), List.of(), List.of(), 1);
  }

  /** A public case by name, in a company of 60 honest people and 45 days. */
  public static WorksPlan named(String name, long seed) {
    Cases.people(name);
    return honest(seed, 60, DEMO_ENDS.minusDays(44), 45).withCases(List.of(name));
  }

  // --- changed ---------------------------------------------------------------------------------

  public WorksPlan withSeed(long other) {
    return new WorksPlan(other, honest, first, days, documented, cast, plants, cases, dirt);
  }

  public WorksPlan withHonest(int people) {
    return new WorksPlan(seed, people, first, days, documented, cast, plants, cases, dirt);
  }

  public WorksPlan withPlants(List<Plant> others) {
    return new WorksPlan(seed, honest, first, days, documented, cast, others, cases, dirt);
  }

  public WorksPlan withCases(List<String> others) {
    return new WorksPlan(seed, honest, first, days, documented, cast, plants, others, dirt);
  }

  public WorksPlan withDirt(double other) {
    return new WorksPlan(seed, honest, first, days, documented, cast, plants, cases, other);
  }

  public WorksPlan withDocumented(double share) {
    return new WorksPlan(seed, honest, first, days, share, cast, plants, cases, dirt);
  }

  /**
   * So many groups of one scheme more, at one difficulty, each with an onset and a cover of its
   * own: a cell of a benchmark.
   */
  public WorksPlan planting(Kind kind, double difficulty, int groups) {
    List<Plant> all = new ArrayList<>(plants);
    for (int i = 0; i < groups; i++) {
      Chance draw =
          Chance.of(seed).at("plant " + kind.slug(), (long) (difficulty * 1_000)).at("group", i);
      int onset =
          kind == Kind.THREE_WEEK_LOGIN
              ? days / 6
              : kind.throughout() && draw.at("throughout").happens(0.3)
                  ? 0
                  : draw.between(days / 6, days / 2);
      all.add(new Plant(kind, kind.people(difficulty), difficulty, onset, cover(difficulty, draw)));
    }
    return withPlants(all);
  }

  /** As many of every scheme as make that share of the people, difficulties drawn or given. */
  public WorksPlan atPrevalence(double share, @Nullable Double difficulty) {
    WorksPlan plan = this;
    int wanted = (int) Math.round(honest * share);
    int planted = 0;
    for (int i = 0; planted < wanted; i++) {
      Chance draw = Chance.of(seed).at("prevalence", i);
      double d = difficulty != null ? difficulty : draw.below(21) / 10.0;
      Kind kind = Kind.values()[i % Kind.values().length];
      Plant plant =
          new Plant(kind, kind.people(d), d, draw.between(days / 6, days / 2), cover(d, draw));
      List<Plant> all = new ArrayList<>(plan.plants);
      all.add(plant);
      plan = plan.withPlants(all);
      planted += plant.people();
    }
    return plan;
  }

  private static Cover cover(double difficulty, Chance draw) {
    if (difficulty < 0.7) {
      return draw.pick(
          List.of(Cover.COMMERCIAL_VPN, Cover.COMMERCIAL_VPN, Cover.HOSTING, Cover.NONE));
    }
    return difficulty > 1.5
        ? Cover.RESIDENTIAL
        : draw.pick(
            List.of(Cover.RESIDENTIAL, Cover.RESIDENTIAL, Cover.COMMERCIAL_VPN, Cover.HOSTING));
  }

  @Nullable Cast cast(int number) {
    for (Cast one : cast) {
      if (one.number() == number) {
        return one;
      }
    }
    return null;
  }

  // --- read ------------------------------------------------------------------------------------

  /**
   * Reads a plan from words and values, as a command line gives them: {@code preset} (demo, honest,
   * mixed 1 in 10, power 1 in 200, headline 1 in 1,000, stress 1 in 10,000), {@code case}, {@code
   * people}, {@code workers}, {@code days}, {@code ends} (a date), {@code seed}, {@code
   * documented}, {@code dirt}, {@code prevalence}, {@code difficulty}, {@code plant} (scheme:groups
   * or scheme:groups:difficulty, several with commas). {@code people} counts the honest ones except
   * in the demo; {@code workers} counts everybody, and of them the planted.
   *
   * @throws IllegalArgumentException with one sentence on what was wrong and what would be right
   */
  public static WorksPlan parse(Map<String, String> given) {
    Map<String, String> words = new TreeMap<>(given);
    for (String word : words.keySet()) {
      if (!WORDS.contains(word)) {
        throw new IllegalArgumentException(
            "a plan has no '" + word + "': it has " + String.join(", ", WORDS));
      }
    }
    long seed = seed(words.getOrDefault("seed", "7"));
    String name = words.get("case");
    String preset = words.getOrDefault("preset", "honest");
    WorksPlan plan;
    if (name != null) {
      plan = named(name, seed);
    } else if (preset.equals("demo")) {
      plan = demo(seed);
    } else {
      plan = honest(seed, 500, DEMO_ENDS.minusDays(29), 30);
    }
    int workers = (int) number(words, "workers", -1, 1, 1_000_000);
    int days = (int) number(words, "days", plan.days, 1, 3_660);
    LocalDate ends = date(words, "ends", LocalDate.ofEpochDay(plan.last()));
    plan =
        new WorksPlan(
            seed,
            (int) number(words, workers < 0 ? "people" : "workers", plan.honest, 0, 1_000_000),
            ends.toEpochDay() - days + 1,
            days,
            number(words, "documented", plan.documented, 0, 1),
            plan.cast,
            plan.plants,
            plan.cases,
            number(words, "dirt", plan.dirt, 0, 10));
    Double difficulty =
        words.containsKey("difficulty")
            ? Double.valueOf(number(words, "difficulty", 0, 0, 2))
            : null;
    double prevalence =
        switch (preset) {
          case "demo", "honest" -> 0;
          case "mixed" -> 1 / 10.0;
          case "power" -> 1 / 200.0;
          case "headline" -> 1 / 1_000.0;
          case "stress" -> 1 / 10_000.0;
          default ->
              throw new IllegalArgumentException(
                  "no preset is called '"
                      + preset
                      + "': use demo, honest, mixed, power, headline or stress");
        };
    plan = plan.atPrevalence(number(words, "prevalence", prevalence, 0, 1), difficulty);
    String plants = words.get("plant");
    if (plants != null) {
      for (String plant : plants.split(",", -1)) {
        plan = plan.plantingWords(plant.strip(), difficulty == null ? 0 : difficulty);
      }
    }
    return workers < 0 ? plan : plan.ofAll(workers);
  }

  /** As many honest people as are left of all when everything is planted. */
  private WorksPlan ofAll(int workers) {
    int planted = people() - honest;
    if (planted > workers) {
      throw new IllegalArgumentException(
          "workers is " + workers + ", and what is planted takes " + planted + " of them");
    }
    return withHonest(workers - planted);
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notOne) {
      throw new IllegalArgumentException("seed is '" + text + "': give a whole number", notOne);
    }
  }

  private WorksPlan plantingWords(String words, double difficulty) {
    String[] parts = words.split(":", -1);
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(one -> one.slug().equals(parts[0]))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no scheme is called '"
                            + parts[0]
                            + "': use one of "
                            + String.join(
                                ", ", Arrays.stream(Kind.values()).map(Kind::slug).toList())));
    Map<String, String> read = new TreeMap<>();
    if (parts.length > 1) {
      read.put("groups", parts[1]);
    }
    if (parts.length > 2) {
      read.put("difficulty", parts[2]);
    }
    return planting(
        kind,
        number(read, "difficulty", difficulty, 0, 2),
        (int) number(read, "groups", 1, 0, 100_000));
  }

  private static double number(
      Map<String, String> words, String word, double otherwise, double least, double most) {
    String text = words.get(word);
    if (text == null) {
      return otherwise;
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException notOne) {
      value = Double.NaN;
    }
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          word + " is '" + text + "': give a number from " + least + " to " + most);
    }
    return value;
  }

  private static LocalDate date(Map<String, String> words, String word, LocalDate otherwise) {
    String text = words.get(word);
    if (text == null) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notOne) {
      throw new IllegalArgumentException(
          word + " is '" + text + "': give a date like 2026-11-10", notOne);
    }
  }
}
