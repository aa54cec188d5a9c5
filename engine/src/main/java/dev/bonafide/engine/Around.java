package dev.bonafide.engine;

import dev.bonafide.indicators.Crowd;
import dev.bonafide.indicators.Surroundings;
import dev.bonafide.indicators.Tie;
import dev.bonafide.indicators.Users;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Liveness;
import dev.bonafide.logbook.Thing;
import dev.bonafide.logbook.ThingBooks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands around people in one run, from the parts that a host has at hand: the embedded host
 * those of everybody, the distributed one those of one person.
 */
public final class Around implements Surroundings {
  private final Knowledge knowledge;
  private final Names names;
  private final Things things;
  private final Between ties;
  private final Map<Integer, Integer> people;
  private final Map<String, Integer> departments;
  private final Liveness liveness;

  /** What ids stand for. */
  public interface Names {
    /** The text behind an id; null when nobody said it. */
    @Nullable String text(long id);

    /** One id for all names of a device; the id itself where it is unknown. */
    long device(long endpoint);
  }

  /** Who shares things. */
  public interface Things {
    /** Who used a thing on a UTC day. */
    Crowd crowd(Thing thing, int day);

    /** Who used it on the 28 days that end with one; null when it has to be asked day by day. */
    default @Nullable Users users(Thing thing, int day) {
      return null;
    }

    /** Whether a second person has the thing on any day of the run. */
    boolean shared(Thing thing);

    /** As the books of things know it. Everybody asks about the same things, so it remembers. */
    static Things of(ThingBooks books) {
      return new Things() {
        private final Map<ThingDay, Crowd> crowds = new ConcurrentHashMap<>();
        private final Map<ThingDay, Users> users = new ConcurrentHashMap<>();

        @Override
        public Crowd crowd(Thing thing, int day) {
          return books.isShared(thing)
              ? crowds.computeIfAbsent(
                  new ThingDay(thing, day), at -> Crowd.of(books, at.thing, at.day))
              : Crowd.NOBODY;
        }

        @Override
        public Users users(Thing thing, int day) {
          return books.isShared(thing)
              ? users.computeIfAbsent(
                  new ThingDay(thing, day), at -> Users.of(books, at.thing, at.day))
              : Users.NOBODY;
        }

        @Override
        public boolean shared(Thing thing) {
          return books.isShared(thing);
        }
      };
    }
  }

  private record ThingDay(Thing thing, int day) {}

  /** What is declared. */
  public interface Between {
    Tie tie(String person, String other);
  }

  public Around(
      Knowledge knowledge,
      Names names,
      Things things,
      Between ties,
      Map<Integer, Integer> people,
      Map<String, Integer> departments,
      Liveness liveness) {
    this.knowledge = knowledge;
    this.names = names;
    this.things = things;
    this.ties = ties;
    this.people = people;
    this.departments = departments;
    this.liveness = liveness;
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public @Nullable String text(long id) {
    return names.text(id);
  }

  @Override
  public long device(long endpoint) {
    return names.device(endpoint);
  }

  @Override
  public Crowd crowd(Thing thing, int day) {
    return things.crowd(thing, day);
  }

  @Override
  public Users users(Thing thing, int day) {
    Users users = things.users(thing, day);
    return users == null ? Surroundings.super.users(thing, day) : users;
  }

  @Override
  public boolean shared(Thing thing) {
    return things.shared(thing);
  }

  @Override
  public int people(int day) {
    return people.getOrDefault(day, 0);
  }

  @Override
  public int department(String name) {
    return departments.getOrDefault(name, 0);
  }

  @Override
  public Tie tie(String person, String other) {
    return ties.tie(person, other);
  }

  @Override
  public long[] down(String source, int day) {
    return liveness.down(source, day);
  }
}
