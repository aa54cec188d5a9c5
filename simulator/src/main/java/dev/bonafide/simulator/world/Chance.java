package dev.bonafide.simulator.world;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A counter-based stream of chance. Every stream is named by what it is for: {@code hash(seed,
 * entity, purpose, step)}; its n-th draw is a mix of that name and n. A stream that is made from
 * another does not depend on what was drawn from it, so that adding a person, a purpose or a draw
 * changes nothing for anybody else (ADR 0006). The mix is the finaliser of SplitMix64 (Steele, Lea,
 * Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
 */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long key;
  private long drawn;

  private Chance(long key) {
    this.key = key;
  }

  /** The root of all streams of one seed. */
  public static Chance of(long seed) {
    return new Chance(mix(seed + GOLDEN));
  }

  /** The stream for a purpose. */
  public Chance at(String purpose) {
    return at(purpose, 0);
  }

  /** The stream for a step of a purpose: a day, a person's number, the n-th act. */
  public Chance at(String purpose, long step) {
    return new Chance(mix(mix(key ^ (purpose.hashCode() * GOLDEN)) + step * GOLDEN));
  }

  /** The name of this stream as a number: for ids that must look drawn but never be drawn. */
  public long name() {
    return key;
  }

  /** The next 64 bits. */
  public long bits() {
    drawn++;
    return mix(key + drawn * GOLDEN);
  }

  /** Uniform in [0, 1). */
  public double unit() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [0, bound). */
  public int below(int bound) {
    return (int) Math.floorMod(bits() >>> 1, (long) bound);
  }

  /** Uniform in [from, to]. */
  public int between(int from, int to) {
    return from + below(to - from + 1);
  }

  /** Uniform in [from, to). */
  public double between(double from, double to) {
    return from + unit() * (to - from);
  }

  public boolean happens(double probability) {
    return unit() < probability;
  }

  /** Normal, by Box and Muller. */
  public double normal(double mean, double deviation) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return mean + deviation * radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** Normal, held inside two bounds. */
  public double normal(double mean, double deviation, double low, double high) {
    return Math.max(low, Math.min(high, normal(mean, deviation)));
  }

  /** Exponential. */
  public double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** Log-normal with this median. */
  public double logNormal(double median, double sigma) {
    return median * StrictMath.exp(normal(0, sigma));
  }

  /** Beta(1, k): mostly small, seldom large. */
  public double seldom(double k) {
    return 1 - StrictMath.pow(1 - unit(), 1 / k);
  }

  /** How many failures precede the first success: geometric from 0. */
  public int geometric(double success) {
    return (int) (StrictMath.log(1 - unit()) / StrictMath.log(1 - success));
  }

  public <T> T pick(List<T> options) {
    return options.get(below(options.size()));
  }

  /** One of these, drawn by its weight. */
  public <T> T pick(List<T> options, ToDoubleFunction<T> weight) {
    return options.get(weighted(options.stream().mapToDouble(weight).toArray()));
  }

  /** An index drawn by weight. */
  public int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = unit() * total;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** The finaliser: a bijection of 64 bits. */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
