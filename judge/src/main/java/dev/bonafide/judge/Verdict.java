package dev.bonafide.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How good a ranking is: all figures, as they are printed, drawn and written as JSON.
 *
 * @param alarms the false-alarm rates that recall is given at
 * @param cells per scheme and difficulty; the first row of each difficulty is over all schemes
 * @param queues what a reviewer who works down the list sees
 * @param curve recall of all planted people over the false alarms it costs
 * @param reliability what claimed probabilities turned out to be
 * @param subgroups who the false alarms are
 * @param firstHonest the honest people who rank first, best first
 * @param planted every planted person, best first
 */
public record Verdict(
    World world,
    List<Alarms> alarms,
    List<Cell> cells,
    List<Queue> queues,
    List<Point> curve,
    List<Bin> reliability,
    List<Subgroup> subgroups,
    List<Speaker> indicators,
    List<Abstention> abstentions,
    List<Leak> leaks,
    List<Ranked> firstHonest,
    List<Ranked> planted,
    List<String> notes) {

  /**
   * What was judged.
   *
   * @param groups planted clusters, and planted people who are in none
   * @param absent people of the truth whom the findings do not list: they rank last
   * @param strangers people of the findings whom the truth does not know: not counted
   * @param strangersOver of these, over the review line
   */
  public record World(
      int honest,
      int planted,
      int groups,
      int days,
      @Nullable String asOf,
      int absent,
      int strangers,
      int strangersOver,
      double priorProbability) {}

  /**
   * A false-alarm rate.
   *
   * @param per1000 honest people a month, per 1,000 honest people
   * @param people how many honest people that is here, rounded down
   * @param decibans the score from which on nobody else of the honest stands; null when all may
   */
  public record Alarms(double per1000, int people, @Nullable Double decibans) {}

  /**
   * One scheme at one difficulty.
   *
   * @param scheme empty for all schemes together
   * @param difficulty empty for all difficulties together
   * @param groups independent cases: clusters, and people in none
   * @param found recall at each false-alarm rate; its interval stands on groups
   * @param groupsFound share of groups of which at least one member is found
   * @param silent people on whom no indicator spoke
   * @param above honest people above the median planted one, ties with them
   * @param days median days from onset to the review line, undetected ones censored; null: never
   * @param slowDays the same for three quarters of the people
   * @param timed people whose onset is known
   * @param curve share of the people not yet over the line after so many days
   * @param speakers indicators that spoke on a tenth or more of the people, most first
   * @param hiddenBy what the honest people above the missed ones have in common
   */
  public record Cell(
      String scheme,
      String difficulty,
      int people,
      int groups,
      List<Share> found,
      List<Share> groupsFound,
      int silent,
      int above,
      @Nullable Double days,
      @Nullable Double slowDays,
      int timed,
      List<Survival.Step> curve,
      List<Part> speakers,
      List<Part> hiddenBy) {}

  /** A word and the share of the people to whom it applies. */
  public record Part(String word, double share) {}

  /**
   * The first so many of the list, planted and honest.
   *
   * @param ceiling the recall that a perfect ranking would reach with so few reviews
   */
  public record Queue(
      double budget, int slots, int planted, double precision, double recall, double ceiling) {}

  /** Recall at a number of honest people above. */
  public record Point(double falseAlarmsPer1000, double recall) {}

  /**
   * Scores between two figures.
   *
   * @param claimed the mean claimed probability
   * @param realised what it turned out to be at the run's own base rate
   */
  public record Bin(
      double fromDecibans,
      double toDecibans,
      int honest,
      int planted,
      double claimed,
      double realised,
      double low,
      double high) {}

  /**
   * Honest people with a trait.
   *
   * @param among how many of the honest people who rank first have it; ties are shared out
   * @param ratio how much more often than an honest person on average they are a false alarm
   */
  public record Subgroup(
      String trait, int people, double among, double ratio, double low, double high) {}

  /**
   * One indicator.
   *
   * @param honestPer1000 honest people on whom it speaks
   * @param plantedShare planted people on whom it speaks
   * @param precision share of planted among those on whom it speaks, at one planted in 1,000
   * @param realisedDecibans how much more often it speaks on planted people; null when never on one
   *     of the two
   * @param claimedDecibans what it weighs on planted people, mean
   * @param honestDecibans what it weighs on honest people, mean
   * @param honest what the honest people have in common on whom it speaks
   */
  public record Speaker(
      String indicator,
      int honestCount,
      int plantedCount,
      double honestPer1000,
      double plantedShare,
      double precision,
      @Nullable Double realisedDecibans,
      double claimedDecibans,
      double honestDecibans,
      List<Part> honest,
      List<Part> schemes) {}

  /** An indicator that could not speak. */
  public record Abstention(String why, int honest, int planted) {}

  /** A check that nothing tells the planted apart which should not. */
  public record Leak(String check, String result, boolean passed) {}

  /** Somebody on the list. */
  public record Ranked(
      String id,
      int honestAbove,
      double decibans,
      String scheme,
      String difficulty,
      List<String> traits,
      List<String> indicators,
      @Nullable Double days) {}

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** All of it. */
  public byte[] json() {
    return JSON.writeValueAsBytes(this);
  }
}
