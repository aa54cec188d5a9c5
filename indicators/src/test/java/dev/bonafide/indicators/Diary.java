package dev.bonafide.indicators;

import dev.bonafide.indicators.View.AccountPages;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Fold;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Liveness;
import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Pages;
import dev.bonafide.logbook.Thing;
import dev.bonafide.logbook.ThingBooks;
import dev.bonafide.logbook.Tile;
import dev.bonafide.logbook.Tiles;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Event;
import dev.bonafide.model.Event.Outcome;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Member;
import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The days of a few workers, written down by hand, and the views that follow from them through the
 * same logbook as in the program. Day 0 is a Monday.
 */
public final class Diary {
  /** Monday, 2 March 2026. */
  public static final int MONDAY = (int) LocalDate.of(2026, 3, 2).toEpochDay();

  private final TreeMap<String, Worker> workers = new TreeMap<>();
  private final Map<String, String> deviceNames = new HashMap<>();
  private final Map<String, Tie> ties = new HashMap<>();

  /** The worker with this key; made when it is new. */
  public Worker worker(String key) {
    return workers.computeIfAbsent(key, Worker::new);
  }

  /** More people, who only work in the office hours of one week after the other. */
  public Diary colleagues(int people, int fromDay, int toDay) {
    for (int i = 0; i < people; i++) {
      Worker one = worker("colleague-" + i);
      one.from(Line.home(100 + i, Line.City.NORTHPORT)).on("pc-colleague-" + i);
      for (int day = fromDay; day <= toDay; day++) {
        if (day % 7 < 5) {
          one.act(day, 33_000 + 7 * i, Kind.SIGN_IN, null, 0);
          one.act(day, 50_000 + 11 * i, Kind.MESSAGE, null, 0);
        }
      }
    }
    return this;
  }

  public Diary tie(String one, String other, Tie tie) {
    ties.put(one + "\n" + other, tie);
    ties.put(other + "\n" + one, tie);
    return this;
  }

  /** These names are one device. */
  public Diary device(String device, String... names) {
    for (String name : names) {
      deviceNames.put(name, device);
    }
    return this;
  }

  /** The same diary with other names for people and devices. */
  public Diary renamed(UnaryOperator<String> name) {
    Diary diary = new Diary();
    workers.forEach(
        (key, worker) -> {
          Worker renamed = diary.worker(name.apply(key));
          for (Event e : worker.events) {
            String account = e.account().text();
            int colon =
                account.contains(":device/") ? account.indexOf('/') + 1 : account.indexOf(':') + 1;
            renamed.events.add(
                new Event(
                    e.kind(),
                    e.outcome(),
                    e.epochMilli(),
                    e.recordId(),
                    Term.of(account.substring(0, colon) + name.apply(account.substring(colon))),
                    null,
                    e.app(),
                    e.endpoint() == null ? null : Term.of(name.apply(e.endpoint().text())),
                    e.egress(),
                    e.fingerprint(),
                    e.session(),
                    e.object(),
                    e.net(),
                    e.amount()));
          }
          renamed.claims.addAll(worker.claims);
        });
    deviceNames.forEach((a, b) -> diary.deviceNames.put(name.apply(a), name.apply(b)));
    ties.forEach(
        (pair, tie) -> {
          String[] two = pair.split("\n");
          diary.ties.put(name.apply(two[0]) + "\n" + name.apply(two[1]), tie);
        });
    return diary;
  }

  /** What indicators see of a worker. */
  public View view(String key) {
    return view(key, Integer.MAX_VALUE, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** The same with the records of days after one cut off. */
  public View viewUntil(String key, int day) {
    return view(key, MONDAY + day, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** The keys of everybody in it. */
  public List<String> people() {
    return List.copyOf(workers.keySet());
  }

  /**
   * All of it, as sources would tell it: who has which accounts, what is claimed, what was done.
   */
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    for (Worker worker : workers.values()) {
      TreeSet<String> accounts = new TreeSet<>();
      worker.events.stream()
          .map(event -> event.account().text())
          .filter(account -> account.endsWith(":" + worker.key))
          .forEach(accounts::add);
      List<Member.Alias> aliases = new ArrayList<>();
      aliases.add(new Member.Alias(Member.AliasKind.WORKER_ID, worker.key));
      accounts.forEach(account -> aliases.add(new Member.Alias(Member.AliasKind.ACCOUNT, account)));
      readings.add(new Member("hr:" + worker.key, aliases, false));
      readings.addAll(worker.claims);
      readings.addAll(worker.events);
    }
    return readings;
  }

  /** The same with a declared relation more. */
  public View viewTied(String key, String other) {
    Tie before = ties.get(key + "\n" + other);
    tie(key, other, Tie.RELATION);
    View view = view(key);
    tie(key, other, before == null ? Tie.NONE : before);
    return view;
  }

  /** The same with other claims, and the accounts in another order. */
  public View view(
      String key,
      int lastEpochDay,
      UnaryOperator<List<Claim>> claims,
      UnaryOperator<List<AccountPages>> order) {
    Folded all = folded();
    Map<String, NavigableMap<Integer, Page>> books = new TreeMap<>();
    List<Tile> tiles = new ArrayList<>();
    TreeMap<Integer, TreeSet<String>> people = new TreeMap<>();
    for (Leaf leaf : all.leaves) {
      if (leaf.day <= lastEpochDay) {
        String person = all.personOf.get(leaf.account);
        people.computeIfAbsent(leaf.day, d -> new TreeSet<>()).add(person);
        tiles.addAll(leaf.tiles);
        if (key.equals(person)) {
          books.computeIfAbsent(leaf.account, n -> new TreeMap<>()).put(leaf.day, leaf.page);
        }
      }
    }
    Map<Long, Long> devices = new HashMap<>();
    deviceNames.forEach((name, one) -> devices.put(Term.of(name).id(), Term.of(one).id()));
    ThingBooks things =
        ThingBooks.of(
            tiles::forEach,
            new ThingBooks.Owners() {
              @Override
              public @Nullable String person(long account, int day) {
                return all.personOf.get(all.lexicon.text(account));
              }

              @Override
              public @Nullable String department(String person) {
                return View.department(worker(person).claims);
              }
            },
            endpoint -> devices.getOrDefault(endpoint, endpoint),
            7);
    Liveness.Builder liveness = new Liveness.Builder();
    tiles.forEach(liveness::add);
    Around around =
        new Around(
            all.lexicon,
            devices,
            things,
            liveness.build(),
            Map.copyOf(ties),
            people,
            departments());
    List<AccountPages> accounts = new ArrayList<>();
    books.forEach(
        (account, days) ->
            accounts.add(
                new AccountPages(account, Tiles.source(account), Tiles.ofDevice(account), days)));
    return new View(
        new View.Person(key, order.apply(accounts), claims.apply(worker(key).claims)), around);
  }

  /** All pages of everybody, made once: a diary is written before it is read. */
  private record Folded(Lexicon lexicon, Map<String, String> personOf, List<Leaf> leaves) {}

  private record Leaf(String account, int day, Page page, List<Tile> tiles) {}

  private @Nullable Folded folded;

  private Folded folded() {
    int events = 0;
    for (Worker worker : workers.values()) {
      events += worker.events.size();
    }
    if (folded == null || foldedEvents != events) {
      foldedEvents = events;
      Fold fold = new Fold();
      Map<String, String> personOf = new HashMap<>();
      for (Worker worker : workers.values()) {
        for (Event event : worker.events) {
          fold.add(event);
          personOf.put(event.account().text(), worker.key);
        }
      }
      Pages pages = fold.seal();
      Lexicon lexicon = fold.lexicon();
      Tiles cutter = new Tiles(lexicon, program -> Knowledge.builtIn().remoteTool(program) != null);
      List<Leaf> leaves = new ArrayList<>();
      pages.forEach(
          (account, day, bytes) -> {
            Page page = Page.of(bytes);
            leaves.add(
                new Leaf(
                    Objects.requireNonNull(lexicon.text(account)),
                    day,
                    page,
                    cutter.of(account, day, page)));
          });
      folded = new Folded(lexicon, personOf, leaves);
    }
    return folded;
  }

  private int foldedEvents;

  private Map<String, Integer> departments() {
    Map<String, Integer> departments = new HashMap<>();
    for (Worker worker : workers.values()) {
      String department = View.department(worker.claims);
      if (department != null) {
        departments.merge(department, 1, Integer::sum);
      }
    }
    return departments;
  }

  /** What {@link Surroundings} are in a host, without a host. */
  private record Around(
      Lexicon lexicon,
      Map<Long, Long> devices,
      ThingBooks things,
      Liveness liveness,
      Map<String, Tie> ties,
      TreeMap<Integer, TreeSet<String>> people,
      Map<String, Integer> departments)
      implements Surroundings {
    @Override
    public int department(String name) {
      return departments.getOrDefault(name, 0);
    }

    @Override
    public Knowledge knowledge() {
      return Knowledge.builtIn();
    }

    @Override
    public @Nullable String text(long id) {
      return lexicon.text(id);
    }

    @Override
    public long device(long endpoint) {
      return devices.getOrDefault(endpoint, endpoint);
    }

    @Override
    public Crowd crowd(Thing thing, int day) {
      return Crowd.of(things, thing, day);
    }

    @Override
    public boolean shared(Thing thing) {
      return things.isShared(thing);
    }

    @Override
    public int people(int day) {
      TreeSet<String> in = new TreeSet<>();
      people.subMap(day - 27, true, day, true).values().forEach(in::addAll);
      return in.size();
    }

    @Override
    public Tie tie(String person, String other) {
      return ties.getOrDefault(person + "\n" + other, Tie.NONE);
    }

    @Override
    public long[] down(String source, int day) {
      return liveness.down(source, day);
    }
  }

  /** One worker, with the circumstances under which the next acts happen. */
  public static final class Worker {
    private final String key;
    private final List<Event> events = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private String source = "okta";
    private @Nullable Line line;
    private @Nullable String device;
    private @Nullable String client;
    private @Nullable String session;
    private @Nullable String app;

    private Worker(String key) {
      this.key = key;
    }

    public List<Claim> claims() {
      return claims;
    }

    public Worker as(String source) {
      this.source = source;
      return this;
    }

    public Worker from(@Nullable Line line) {
      this.line = line;
      return this;
    }

    public Worker on(@Nullable String device) {
      this.device = device;
      return this;
    }

    public Worker with(@Nullable String client) {
      this.client = client;
      return this;
    }

    public Worker in(@Nullable String session) {
      this.session = session;
      return this;
    }

    public Worker app(@Nullable String app) {
      this.app = app;
      return this;
    }

    public Worker claim(Claim claim) {
      claims.add(claim);
      return this;
    }

    /** One act at {@code hh:mm} or {@code hh:mm:ss} UTC of a day after {@link #MONDAY}. */
    public Worker act(int day, String time, Kind kind) {
      return act(day, second(time), kind, null, 0);
    }

    public Worker act(int day, String time, Kind kind, String object) {
      return act(day, second(time), kind, object, 0);
    }

    public Worker act(int day, int second, Kind kind, @Nullable String object, long amount) {
      NetStatement net = line == null ? null : line.net();
      String said = net == null ? null : net.text();
      long millis = (MONDAY + day) * 86_400_000L + second * 1000L;
      String account = source + ":" + key;
      events.add(
          new Event(
              kind,
              Outcome.SUCCESS,
              millis,
              Hash.combine(Hash.of(account + kind + object + line + device), millis),
              Term.of(account),
              null,
              term(app),
              term(device),
              line == null ? null : Term.of(line.address()),
              term(client),
              term(session),
              term(object),
              term(said),
              amount));
      return this;
    }

    /** What a computer does on its own, under its own account. */
    public Worker machine(int day, String time, Kind kind, String object) {
      String before = source;
      source = "edr:device/" + device;
      int at = events.size();
      act(day, second(time), kind, object, 0);
      Event e = events.remove(at);
      events.add(
          new Event(
              e.kind(),
              e.outcome(),
              e.epochMilli(),
              e.recordId(),
              Term.of("edr:device/" + device),
              null,
              e.app(),
              e.endpoint(),
              e.egress(),
              e.fingerprint(),
              e.session(),
              e.object(),
              e.net(),
              e.amount()));
      source = before;
      return this;
    }

    /** Acts with one period: what a program does. */
    public Worker every(int seconds, int fromDay, int toDay, Kind kind) {
      for (int at = fromDay * 86_400; at < (toDay + 1) * 86_400; at += seconds) {
        act(at / 86_400, at % 86_400, kind, null, 0);
      }
      return this;
    }

    /**
     * Works from one time to another: a sign-in, then acts at irregular moments, some twelve an
     * hour, as a person's are; the same for the same key, day and times.
     */
    public Worker work(int day, String from, String to) {
      return work(day, second(from), second(to));
    }

    public Worker work(int day, int from, int to) {
      SplittableRandom random =
          new SplittableRandom(Hash.combine(Hash.of(key + source), day * 86_400L + from));
      act(day, from + random.nextInt(600), Kind.SIGN_IN, null, 0);
      for (int at = from + 600 + random.nextInt(300); at < to; at += 20 + pause(random)) {
        Kind kind =
            switch (random.nextInt(8)) {
              case 0, 1, 2 -> Kind.MESSAGE;
              case 3 -> Kind.FILE_WRITE;
              case 4 -> Kind.DEVICE_UNLOCK;
              case 5 -> Kind.APP_SIGN_IN;
              default -> Kind.PAGE_VIEW;
            };
        act(day, at, kind, null, 0);
      }
      return this;
    }

    /** Works the days of the week from one day to another. */
    public Worker weeks(int fromDay, int toDay, String from, String to) {
      for (int day = fromDay; day <= toDay; day++) {
        if (Math.floorMod(day, 7) < 5) {
          work(day, from, to);
        }
      }
      return this;
    }

    /** Works without a rest from one moment to another. */
    public Worker on(int fromDay, String from, int toDay, String to) {
      for (int day = fromDay; day <= toDay; day++) {
        work(day, day == fromDay ? second(from) : 0, day == toDay ? second(to) : 86_400);
      }
      return this;
    }

    /** Lives in a city of the map. */
    public Worker lives(Line.City city, String zone) {
      return claim(
          new Claim.Place(
              key, Hash.of("place" + key), Long.MIN_VALUE, Long.MAX_VALUE, city.name, "US", zone));
    }

    /** Is employed from one day to another, both of the diary. */
    public Worker employed(long fromDay, long toDay) {
      return employed(fromDay, toDay, null, null);
    }

    /** The same in a department, with a job. */
    public Worker employed(
        long fromDay, long toDay, @Nullable String department, @Nullable String job) {
      return claim(
          new Claim.Employment(
              key,
              Hash.of("employment" + key + fromDay),
              MONDAY + fromDay,
              toDay == Long.MAX_VALUE ? Long.MAX_VALUE : MONDAY + toDay,
              Long.MAX_VALUE,
              job,
              department,
              null,
              null,
              null,
              null));
    }

    private static int pause(SplittableRandom random) {
      // Bursts and longer pauses, five minutes on average.
      return (int) (-280 * Math.log(1 - random.nextDouble() * 0.999));
    }

    private static @Nullable Term term(@Nullable String text) {
      return text == null ? null : Term.of(text);
    }
  }

  static int second(String time) {
    String[] parts = time.split(":");
    return Integer.parseInt(parts[0]) * 3600
        + Integer.parseInt(parts[1]) * 60
        + (parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
  }
}
