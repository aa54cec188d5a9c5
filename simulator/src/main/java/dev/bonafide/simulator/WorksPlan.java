package dev.bonafide.simulator;

import dev.bonafide.simulator.people.Archetype;
import dev.bonafide.simulator.people.Overlay;
import dev.bonafide.simulator.people.Schemes.Cover;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
 * @param dirt how dirty the logs are, 1 for usual, 0 for clean
 */
public record WorksPlan(
    long seed,
    int honest,
    long first,
    int days,
    double documented,
    List<Cast> cast,
    List<Plant> plants,
    double dirt) {

  /** An honest person who must be there. */
  public record Cast(int number, Archetype archetype, Set<Overlay> overlays) {
    public Cast {
      overlays = Set.copyOf(overlays);
    }
  }

  /** What to plant. */
  public enum Kind {
    SHARED_ACCOUNT,
    THREE_WEEK_LOGIN,
    TWO_AT_ONCE,
    OFFSHORE,
    LAPTOP_FARM,
    AFTER_END
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
    if (honest < 0 || days < 1 || documented < 0 || documented > 1 || dirt < 0) {
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
    int people = honest;
    for (Plant plant : plants) {
      people += plant.people();
    }
    return people;
  }

  /** The day on which every demo ends: within it both European and American clocks go back. */
  public static final LocalDate DEMO_ENDS = LocalDate.of(2026, 11, 10);

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
    cast.add(new Cast(number++, Archetype.COUPLE, Set.of()));
    cast.add(new Cast(number++, Archetype.COUPLE, Set.of()));
    for (Archetype archetype :
        List.of(
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
            Overlay.LATE_DEPROVISION,
            Overlay.RETRO_HR,
            Overlay.LEAVER,
            Overlay.DEVICE_REPLACED,
            Overlay.RENAMED)) {
      cast.add(new Cast(number++, Archetype.ORDINARY, Set.of(overlay)));
    }
    int planted = plants.stream().mapToInt(Plant::people).sum();
    return new WorksPlan(
        seed, 120 - planted, DEMO_ENDS.toEpochDay() - 29, 30, 0.8, cast, plants, 1);
  }

  /** Honest people only. */
  public static WorksPlan honest(long seed, int people, LocalDate first, int days) {
    return new WorksPlan(seed, people, first.toEpochDay(), days, 0.8, List.of(), List.of(), 1);
  }

  public WorksPlan withHonest(int people) {
    return new WorksPlan(seed, people, first, days, documented, cast, plants, dirt);
  }

  public WorksPlan withPlants(List<Plant> other) {
    return new WorksPlan(seed, honest, first, days, documented, cast, other, dirt);
  }

  public WorksPlan withDirt(double other) {
    return new WorksPlan(seed, honest, first, days, documented, cast, plants, other);
  }

  public WorksPlan withDocumented(double share) {
    return new WorksPlan(seed, honest, first, days, share, cast, plants, dirt);
  }

  @Nullable Cast cast(int number) {
    for (Cast one : cast) {
      if (one.number() == number) {
        return one;
      }
    }
    return null;
  }
}
