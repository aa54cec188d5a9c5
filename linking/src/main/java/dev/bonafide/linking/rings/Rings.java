package dev.bonafide.linking.rings;

import dev.bonafide.linking.records.Judgement;
import dev.bonafide.linking.records.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind personas: operators (one body, several personas) and rings (bodies that work
 * together), from things that personas share. Personas, their things and human judgements come and
 * go one by one; what is together is a function of what is there, whatever the order in which it
 * came. A change touches only the connected piece around it. Not thread-safe.
 *
 * <p>A thing that two have weighs its {@link Sort#weight}, less half a bit for each doubling of the
 * others who have it, and nothing when a crowd has it; nothing too when one household explains it.
 */
public final class Rings {
  /** What a run of the clusters may ask beyond shared things. */
  public interface Rhythm {
    /** Lines on two personas who share something: how they take turns. A function of the two. */
    List<Tie.Line> between(String left, String right);

    /** Nothing is known of anybody's hours. */
    Rhythm UNKNOWN = (left, right) -> List.of();
  }

  private static final double LN2 = 0.6931471805599453;

  private final Rhythm rhythm;
  private final Map<String, Persona> personas = new TreeMap<>();
  private final Map<Hold, SortedSet<String>> holders = new HashMap<>();
  private final Photos photos = new Photos();
  private final Map<String, SortedMap<String, Tie>> ties = new HashMap<>();
  private final Map<Set<RecordId>, List<Judgement>> judgements = new HashMap<>();
  private final Map<String, String> operator = new HashMap<>();
  private final Map<String, String> ring = new HashMap<>();

  public Rings(Rhythm rhythm) {
    this.rhythm = rhythm;
  }

  /** Takes all of these at once: the same as adding them one by one, and faster. */
  public static Rings of(Collection<Persona> all, Rhythm rhythm, Collection<Judgement> judgements) {
    Rings rings = new Rings(rhythm);
    for (Persona persona : all) {
      rings.enter(persona);
    }
    Set<String> everybody = new TreeSet<>(rings.personas.keySet());
    for (String id : everybody) {
      rings.weigh(id, id);
    }
    for (Judgement judgement : judgements) {
      rings.note(judgement);
    }
    rings.regroup(everybody);
    return rings;
  }

  // --- what comes and goes --------------------------------------------------------------------

  /**
   * Adds a persona; one of the same id is replaced, so that evidence can be added and retracted.
   */
  public void put(Persona persona) {
    Set<String> touched = new TreeSet<>();
    leave(persona.id(), touched);
    enter(persona);
    touched.add(persona.id());
    touched.addAll(around(persona));
    weighAll(touched, persona.id());
    regroup(touched);
  }

  /** Takes a persona away. Its judgements wait until it comes back. */
  public void retract(String id) {
    Set<String> touched = new TreeSet<>();
    leave(id, touched);
    weighAll(touched, id);
    regroup(touched);
  }

  /** Takes a judgement to its own; the personas need not be there yet. */
  public void judge(Judgement judgement) {
    note(judgement);
    regroup(both(judgement));
  }

  /** Takes back a judgement. */
  public void withdraw(Judgement judgement) {
    Set<RecordId> pair = Set.of(judgement.left(), judgement.right());
    List<Judgement> all = judgements.get(pair);
    if (all != null && all.remove(judgement)) {
      if (all.isEmpty()) {
        judgements.remove(pair);
      }
      regroup(both(judgement));
    }
  }

  private void note(Judgement judgement) {
    judgements
        .computeIfAbsent(Set.of(judgement.left(), judgement.right()), pair -> new ArrayList<>())
        .add(judgement);
  }

  private Set<String> both(Judgement judgement) {
    Set<String> both = new TreeSet<>();
    for (RecordId id : List.of(judgement.left(), judgement.right())) {
      if (personas.containsKey(id.id())) {
        both.add(id.id());
      }
    }
    return both;
  }

  private void enter(Persona persona) {
    personas.put(persona.id(), persona);
    for (Hold hold : persona.holds()) {
      holders.computeIfAbsent(hold, h -> new TreeSet<>()).add(persona.id());
    }
    photos.add(persona);
  }

  private void leave(String id, Set<String> touched) {
    Persona gone = personas.remove(id);
    if (gone == null) {
      return;
    }
    for (Hold hold : gone.holds()) {
      SortedSet<String> of = holders.get(hold);
      if (of != null) {
        of.remove(id);
        if (of.isEmpty()) {
          holders.remove(hold);
        }
      }
    }
    touched.addAll(around(gone));
    photos.remove(gone);
    for (String other : List.copyOf(ties.getOrDefault(id, new TreeMap<>()).keySet())) {
      untie(id, other);
      touched.add(other);
    }
    for (Judgement judgement : holding()) {
      if (judgement.left().id().equals(id) || judgement.right().id().equals(id)) {
        touched.addAll(both(judgement));
      }
    }
    touched.remove(id);
    operator.remove(id);
    ring.remove(id);
  }

  /** Everybody whose ties a change of this persona's things may change. */
  private Set<String> around(Persona persona) {
    Set<String> around = new TreeSet<>();
    for (Hold hold : persona.holds()) {
      SortedSet<String> of = holders.getOrDefault(hold, new TreeSet<>());
      // One more or less than a crowd: the ties of all who have the thing change.
      if (of.size() <= hold.sort().crowd() + 1) {
        around.addAll(of);
      }
    }
    around.addAll(photos.near(persona));
    return around;
  }

  private void weighAll(Set<String> touched, String changed) {
    for (String id : touched) {
      if (!id.equals(changed)) {
        weigh(id);
      }
    }
    if (personas.containsKey(changed)) {
      weigh(changed);
    }
  }

  /** Makes all ties of a persona anew. */
  private void weigh(String id) {
    for (String other : List.copyOf(ties.getOrDefault(id, new TreeMap<>()).keySet())) {
      untie(id, other);
    }
    weigh(id, "");
  }

  /** Makes the ties of a persona to those who come after an id. */
  private void weigh(String id, String after) {
    Persona persona = personas.get(id);
    if (persona == null) {
      return;
    }
    SortedSet<String> partners = new TreeSet<>();
    for (Hold hold : persona.holds()) {
      SortedSet<String> of = holders.getOrDefault(hold, new TreeSet<>());
      if (of.size() <= hold.sort().crowd()) {
        partners.addAll(of);
      }
    }
    partners.addAll(photos.near(persona));
    partners.remove(id);
    for (String other : partners.tailSet(after)) {
      Tie tie = tie(id, other);
      if (!tie.lines().isEmpty()) {
        ties.computeIfAbsent(id, t -> new TreeMap<>()).put(other, tie);
        ties.computeIfAbsent(other, t -> new TreeMap<>()).put(id, tie);
      }
    }
  }

  private void untie(String a, String b) {
    for (String one : List.of(a, b)) {
      SortedMap<String, Tie> of = ties.get(one);
      if (of != null) {
        of.remove(one.equals(a) ? b : a);
        if (of.isEmpty()) {
          ties.remove(one);
        }
      }
    }
  }

  // --- the weight of a pair -------------------------------------------------------------------

  /** Why two personas are tied, or not. */
  public Tie tie(String one, String two) {
    String left = one.compareTo(two) <= 0 ? one : two;
    String right = left.equals(one) ? two : one;
    Persona a = personas.get(left);
    Persona b = personas.get(right);
    if (a == null || b == null) {
      return new Tie(left, right, List.of());
    }
    boolean household = a.household(b);
    boolean perhaps = a.home().isEmpty() || b.home().isEmpty();
    List<Hold> shared =
        a.holds().stream()
            .filter(hold -> hold.sort() != Sort.PHOTO && b.holds().contains(hold))
            .sorted(
                Comparator.comparingInt((Hold h) -> -plain(h))
                    .thenComparing(Hold::sort)
                    .thenComparing(Hold::value))
            .toList();
    Map<Sort, Integer> left0 = new HashMap<>();
    List<Tie.Line> lines = new ArrayList<>();
    for (Hold hold : shared) {
      int k = holders.getOrDefault(hold, new TreeSet<>()).size();
      int weighs = plain(hold);
      int most = left0.getOrDefault(hold.sort(), hold.sort().most());
      String text;
      if (k > hold.sort().crowd()) {
        text = "used by " + k + " personas, so it counts 0";
      } else if (household && hold.sort().household()) {
        weighs = 0;
        text = "people of one home or family are expected to share it, so it counts 0";
      } else if (weighs > most) {
        weighs = most;
        text = "things of this sort weigh " + bits(hold.sort().most()) + " together at most";
      } else {
        text =
            switch (k) {
              case 2 -> "nobody else has it";
              case 3 -> "one more persona has it";
              default -> (k - 2) + " more personas have it";
            };
      }
      left0.put(hold.sort(), most - weighs);
      lines.add(
          new Tie.Line(
              hold.sort().level(),
              // Of two of whom no home is known, one household may be the reason.
              perhaps && k == 2 && hold.sort().household()
                  ? Sort.Mechanism.DESK
                  : hold.sort().mechanism(),
              hold.sort().words(),
              hold.value(),
              k,
              weighs,
              text));
    }
    Tie.Line photo = photos.line(a, b);
    if (photo != null) {
      lines.add(photo);
    }
    if (!lines.isEmpty()) {
      lines.addAll(rhythm.between(left, right));
    }
    lines.sort(Comparator.comparingInt((Tie.Line l) -> -l.millibits()));
    return new Tie(left, right, List.copyOf(lines));
  }

  private int plain(Hold hold) {
    int k = holders.getOrDefault(hold, new TreeSet<>()).size();
    if (k > hold.sort().crowd()) {
      return 0;
    }
    return Math.max(0, hold.sort().weight() - (hold.sort().thins() ? less(k) : 0));
  }

  /** What a thing weighs less because so many personas have it. */
  static int less(int holders) {
    return holders <= 2 ? 0 : (int) Math.round(500 * StrictMath.log(holders - 1) / LN2);
  }

  private static String bits(int millibits) {
    return String.format(Locale.ROOT, "%.0f bits", millibits / 1000.0);
  }

  // --- groups ---------------------------------------------------------------------------------

  private List<Judgement> holding() {
    return Judgement.holding(judgements.values().stream().flatMap(List::stream).toList());
  }

  private void regroup(Set<String> touched) {
    List<Judgement> holding = holding();
    Map<String, Set<String>> same = new HashMap<>();
    Set<List<String>> judged = new HashSet<>();
    for (Judgement judgement : holding) {
      String a = judgement.left().id();
      String b = judgement.right().id();
      if (personas.containsKey(a) && personas.containsKey(b)) {
        judged.add(List.of(a, b));
        judged.add(List.of(b, a));
        if (judgement.verdict() == Judgement.Verdict.SAME) {
          same.computeIfAbsent(a, s -> new TreeSet<>()).add(b);
          same.computeIfAbsent(b, s -> new TreeSet<>()).add(a);
        }
      }
    }
    Set<String> done = new HashSet<>();
    for (String start : touched) {
      if (personas.containsKey(start) && !done.contains(start)) {
        SortedSet<String> piece = piece(start, same, judged);
        done.addAll(piece);
        Map<String, String> rings = group(piece, Sort.Level.RING, Map.of(), holding, judged);
        ring.putAll(rings);
        operator.putAll(group(piece, Sort.Level.OPERATOR, rings, holding, judged));
      }
    }
  }

  private SortedSet<String> piece(
      String start, Map<String, Set<String>> same, Set<List<String>> judged) {
    SortedSet<String> seen = new TreeSet<>(Set.of(start));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String one = open.pop();
      ties.getOrDefault(one, new TreeMap<>())
          .forEach(
              (other, tie) -> {
                boolean tied =
                    tie.tied(Sort.Level.RING, false) || tie.tied(Sort.Level.OPERATOR, false);
                if (tied && !judged.contains(List.of(one, other)) && seen.add(other)) {
                  open.push(other);
                }
              });
      for (String other : same.getOrDefault(one, Set.of())) {
        if (seen.add(other)) {
          open.push(other);
        }
      }
    }
    return seen;
  }

  /** The groups of one piece: each persona's smallest companion. */
  private Map<String, String> group(
      SortedSet<String> piece,
      Sort.Level level,
      Map<String, String> rings,
      List<Judgement> holding,
      Set<List<String>> judged) {
    Map<String, String> root = new HashMap<>();
    piece.forEach(id -> root.put(id, id));
    Map<String, Set<String>> apart = new HashMap<>();
    List<Tie> strongest = new ArrayList<>();
    for (String id : piece) {
      ties.getOrDefault(id, new TreeMap<>())
          .forEach(
              (other, tie) -> {
                if (id.equals(tie.left())
                    && tie.tied(level, inRing(tie, rings))
                    && !judged.contains(List.of(id, other))) {
                  strongest.add(tie);
                }
              });
    }
    for (Judgement judgement : holding) {
      String a = judgement.left().id();
      String b = judgement.right().id();
      if (judgement.verdict() == Judgement.Verdict.DIFFERENT
          && piece.contains(a)
          && piece.contains(b)) {
        apart.computeIfAbsent(a, s -> new TreeSet<>()).add(b);
        apart.computeIfAbsent(b, s -> new TreeSet<>()).add(a);
      }
    }
    Map<String, SortedSet<String>> members = new HashMap<>();
    piece.forEach(id -> members.put(id, new TreeSet<>(Set.of(id))));
    for (Judgement judgement : holding) {
      if (judgement.verdict() == Judgement.Verdict.SAME
          && piece.contains(judgement.left().id())
          && piece.contains(judgement.right().id())) {
        join(judgement.left().id(), judgement.right().id(), root, members, apart);
      }
    }
    strongest.sort(
        Comparator.comparingInt((Tie t) -> -t.score(level))
            .thenComparing(Tie::left)
            .thenComparing(Tie::right));
    for (Tie tie : strongest) {
      join(tie.left(), tie.right(), root, members, apart);
    }
    Map<String, String> group = new HashMap<>();
    root.forEach(
        (id, top) -> group.put(id, members.getOrDefault(top, new TreeSet<>(Set.of(id))).first()));
    return group;
  }

  /** Whether a ring holds both also by a third, to whom each of them is tied. */
  private boolean inRing(Tie tie, Map<String, String> rings) {
    String ring = rings.get(tie.left());
    if (ring == null || !ring.equals(rings.get(tie.right()))) {
      return false;
    }
    SortedMap<String, Tie> others = ties.getOrDefault(tie.right(), new TreeMap<>());
    return ties.getOrDefault(tie.left(), new TreeMap<>()).entrySet().stream()
        .anyMatch(
            third -> {
              Tie other = others.get(third.getKey());
              return ring.equals(rings.get(third.getKey()))
                  && other != null
                  && other.tied(Sort.Level.RING, false)
                  && third.getValue().tied(Sort.Level.RING, false);
            });
  }

  private static void join(
      String a,
      String b,
      Map<String, String> root,
      Map<String, SortedSet<String>> members,
      Map<String, Set<String>> apart) {
    String x = root.getOrDefault(a, a);
    String y = root.getOrDefault(b, b);
    if (x.equals(y)) {
      return;
    }
    SortedSet<String> left = members.getOrDefault(x, new TreeSet<>());
    SortedSet<String> right = members.getOrDefault(y, new TreeSet<>());
    if (left.size() < right.size()) {
      join(b, a, root, members, apart); // the fewer move, or a long chain takes its square
      return;
    }
    for (String one : apart.isEmpty() ? List.<String>of() : right) {
      for (String other : apart.getOrDefault(one, Set.of())) {
        if (left.contains(other)) {
          return;
        }
      }
    }
    right.forEach(id -> root.put(id, x));
    left.addAll(right);
    members.remove(y);
  }

  // --- what is asked --------------------------------------------------------------------------

  /** The cluster of a persona at a level, named after its smallest member; null when it is away. */
  public @Nullable String cluster(Sort.Level level, String id) {
    return personas.containsKey(id)
        ? (level == Sort.Level.OPERATOR ? operator : ring).getOrDefault(id, id)
        : null;
  }

  /**
   * A cluster of two personas or more.
   *
   * @param id its smallest member
   * @param because the ties that hold it together: a strongest tree, the strongest first
   */
  public record Cluster(String id, Sort.Level level, List<String> members, List<Tie> because) {
    /** What its weakest link weighs: how much holds all of it together. */
    public int weakest(Sort.Level of) {
      return because.stream().mapToInt(tie -> tie.score(of)).min().orElse(0);
    }
  }

  /** All clusters of a level, by id. */
  public List<Cluster> clusters(Sort.Level level) {
    SortedMap<String, List<String>> members = new TreeMap<>();
    for (String id : personas.keySet()) {
      String of = (level == Sort.Level.OPERATOR ? operator : ring).getOrDefault(id, id);
      members.computeIfAbsent(of, c -> new ArrayList<>()).add(id);
    }
    List<Cluster> clusters = new ArrayList<>();
    members.forEach(
        (id, of) -> {
          if (of.size() > 1) {
            clusters.add(new Cluster(id, level, of, tree(of, level)));
          }
        });
    return clusters;
  }

  /** The strongest ties that span the members. */
  private List<Tie> tree(List<String> of, Sort.Level level) {
    Set<String> inside = new HashSet<>(of);
    List<Tie> all = new ArrayList<>();
    for (String id : of) {
      ties.getOrDefault(id, new TreeMap<>())
          .forEach(
              (other, tie) -> {
                if (id.equals(tie.left()) && inside.contains(other) && tie.score(level) > 0) {
                  all.add(tie);
                }
              });
    }
    all.sort(
        Comparator.comparingInt((Tie t) -> -t.score(level))
            .thenComparing(Tie::left)
            .thenComparing(Tie::right));
    Map<String, String> root = new HashMap<>();
    Map<String, SortedSet<String>> members = new HashMap<>();
    of.forEach(id -> members.put(id, new TreeSet<>(Set.of(id))));
    List<Tie> tree = new ArrayList<>();
    for (Tie tie : all) {
      if (!root.getOrDefault(tie.left(), tie.left())
          .equals(root.getOrDefault(tie.right(), tie.right()))) {
        join(tie.left(), tie.right(), root, members, Map.of());
        tree.add(tie);
      }
    }
    return tree;
  }

  /** Who else: everybody tied to a persona by anything, the strongest first. */
  public List<Tie> around(String id) {
    return ties.getOrDefault(id, new TreeMap<>()).values().stream()
        .filter(tie -> tie.ring() > 0)
        .sorted(
            Comparator.comparingInt((Tie t) -> -t.ring())
                .thenComparing(Tie::left)
                .thenComparing(Tie::right))
        .toList();
  }

  /** Every two who share something, also what counts for nothing; by id. */
  public List<Tie> ties() {
    List<Tie> all = new ArrayList<>();
    for (String id : personas.keySet()) {
      ties.getOrDefault(id, new TreeMap<>())
          .forEach(
              (other, tie) -> {
                if (id.equals(tie.left())) {
                  all.add(tie);
                }
              });
    }
    return all;
  }

  /** Everybody, by id. */
  public List<String> personas() {
    return List.copyOf(personas.keySet());
  }
}
