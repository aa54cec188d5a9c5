package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Comparison;
import dev.bonafide.linking.fields.Field;
import dev.bonafide.linking.fields.Slot;
import dev.bonafide.model.Hash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records that come, go and are judged one by one, under a model that a table has taught. What is
 * together is a function of the records and judgements that are there, whatever the order in which
 * they came, and is what {@link Resolver} finds when the table that taught the model is the same.
 *
 * <p>Only the connected pieces that a change touches are grouped anew. A key that gets more holders
 * than the model allows stops to make candidates, for the pairs of the past too, and starts again
 * when holders go. Not thread-safe.
 */
public final class Register {
  private final Trained trained;
  private final Shelves shelves;
  private final Scorer scorer;
  private final Grouping.Conflict conflict;
  private final Postings postings;
  private final Map<RecordId, Integer> numbers = new HashMap<>();
  private final List<RecordId> ids = new ArrayList<>();
  private final BitSet alive = new BitSet();
  private long[] contents = new long[64];
  private long[][] links = new long[64][];
  private final List<RecordId> cluster = new ArrayList<>();
  private final Map<Set<RecordId>, List<Judgement>> judgements = new HashMap<>();

  private static final long[] NO_LINKS = {};
  private static final long LOW = 0xFFFF_FFFFL;

  private Register(Trained trained, long[][] keys) {
    this.trained = trained;
    shelves = new Shelves(trained.fields(), trained.swap());
    scorer = trained.scorer(shelves);
    conflict = trained.conflict(shelves, scorer);
    postings = new Postings(keys, trained.cap());
  }

  /** An empty register under the same model. */
  public Register empty() {
    return new Register(trained, new long[trained.keyring().size()][0]);
  }

  /** Holds what a run has found. */
  static Register of(Resolved resolved, List<Judgement> judgements) {
    Trained trained = resolved.trained();
    Records records = resolved.records();
    Table table = resolved.table();
    long[][] keys = new long[trained.keyring().size()][0];
    if (!trained.whole()) {
      Keyring.Made made = new Keyring.Made(records.fields());
      for (int kind = 0; kind < keys.length; kind++) {
        keys[kind] = trained.keyring().entries(kind, records, made);
      }
    }
    Register register = new Register(trained, keys);
    for (int r = 0; r < records.size(); r++) {
      int row = records.row(r);
      register.enter(new RecordId(table.side(row), table.id(row)), table.cells(row));
    }
    Edges edges = resolved.edges();
    for (int e = 0; e < edges.size(); e++) {
      if (edges.millibits(e) >= Trained.LINKED) {
        register.enter(edges.from(e), edges.to(e), edges.millibits(e));
      }
    }
    RecordId[] smallest = new RecordId[records.size()];
    int[] group = resolved.group();
    for (int r = 0; r < group.length; r++) {
      RecordId id = register.ids.get(r);
      if (smallest[group[r]] == null || id.compareTo(smallest[group[r]]) < 0) {
        smallest[group[r]] = id;
      }
    }
    for (int r = 0; r < group.length; r++) {
      register.cluster.set(r, smallest[group[r]]);
    }
    for (Judgement judgement : judgements) {
      register.note(judgement);
    }
    return register;
  }

  /** How many records there are. */
  public int size() {
    return numbers.size();
  }

  /**
   * Adds a record; the cells are those of the table's columns.
   *
   * @throws IllegalArgumentException when a record of that name is there
   */
  public void add(RecordId id, List<String> cells) {
    int number = enter(id, cells);
    Set<Integer> touched = new HashSet<>(Set.of(number));
    Set<Integer> candidates = new TreeSet<>();
    if (trained.whole()) {
      alive.stream().filter(other -> other != number).forEach(candidates::add);
    }
    for (Key key : keys(number)) {
      List<Integer> holders = postings.holders(key.kind, key.key);
      if (holders.size() < trained.cap()) {
        candidates.addAll(holders);
      } else if (holders.size() == trained.cap()) {
        postings.add(key.kind, key.key | number);
        dissolve(holders, touched);
        continue;
      }
      postings.add(key.kind, key.key | number);
    }
    for (int other : candidates) {
      link(number, other, touched);
    }
    regroup(touched);
  }

  private int enter(RecordId id, List<String> cells) {
    int number = ids.size();
    if (numbers.putIfAbsent(id, number) != null) {
      throw new IllegalArgumentException("record " + id + " is there already; retract it first");
    }
    if (number > ~Keyring.KEY) {
      throw new IllegalStateException("the register is full; resolve the table anew");
    }
    ids.add(id);
    cluster.add(id);
    alive.set(number);
    if (number == contents.length) {
      contents = Arrays.copyOf(contents, 2 * number);
      links = Arrays.copyOf(links, 2 * number);
    }
    contents[number] = shelves.add(cells);
    links[number] = NO_LINKS;
    return number;
  }

  private void enter(int a, int b, int score) {
    links[a] = with(links[a], (long) b << 32 | score);
    links[b] = with(links[b], (long) a << 32 | score);
  }

  /** Takes a record away; its judgements wait until it comes back. */
  public void retract(RecordId id) {
    Integer number = numbers.remove(id);
    if (number == null) {
      return;
    }
    Set<Integer> touched = new HashSet<>();
    for (long link : links[number]) {
      touched.add(other(link));
      drop(other(link), number);
    }
    links[number] = NO_LINKS;
    judgedWith(id).forEach(other -> touched.add(other));
    List<List<Integer>> revived = new ArrayList<>();
    for (Key key : keys(number)) {
      postings.remove(key.kind, key.key | number);
      List<Integer> holders = postings.holders(key.kind, key.key);
      if (holders.size() == trained.cap()) {
        revived.add(holders);
      }
    }
    alive.clear(number);
    for (List<Integer> holders : revived) {
      for (int i = 0; i < holders.size(); i++) {
        for (int j = i + 1; j < holders.size(); j++) {
          link(holders.get(i), holders.get(j), touched);
        }
      }
    }
    touched.remove(number);
    regroup(touched);
  }

  /** Takes a judgement to its own; the records need not be there yet. */
  public void judge(Judgement judgement) {
    note(judgement);
    regroup(present(judgement));
  }

  private void note(Judgement judgement) {
    judgements
        .computeIfAbsent(Set.of(judgement.left(), judgement.right()), pair -> new ArrayList<>())
        .add(judgement);
  }

  /** Takes back a judgement. */
  public void withdraw(Judgement judgement) {
    Set<RecordId> pair = Set.of(judgement.left(), judgement.right());
    List<Judgement> all = judgements.get(pair);
    if (all != null && all.remove(judgement)) {
      if (all.isEmpty()) {
        judgements.remove(pair);
      }
      regroup(present(judgement));
    }
  }

  private Set<Integer> present(Judgement judgement) {
    Set<Integer> present = new HashSet<>();
    for (RecordId id : List.of(judgement.left(), judgement.right())) {
      Integer number = numbers.get(id);
      if (number != null) {
        present.add(number);
      }
    }
    return present;
  }

  /** The cluster of a record, named after its smallest record; null when it is not there. */
  public @Nullable RecordId cluster(RecordId id) {
    Integer number = numbers.get(id);
    return number == null ? null : cluster.get(number);
  }

  /** All records and their clusters. */
  public Map<RecordId, RecordId> clusters() {
    Map<RecordId, RecordId> all = new TreeMap<>();
    numbers.forEach((id, number) -> all.put(id, cluster.get(number)));
    return all;
  }

  // --- candidates and links -------------------------------------------------------------------

  private record Key(int kind, long key) {}

  private List<Key> keys(int number) {
    List<Key> keys = new ArrayList<>();
    if (!trained.whole()) {
      for (int kind = 0; kind < trained.keyring().size(); kind++) {
        int of = kind;
        Arrays.stream(shelves.keys(trained.keyring(), kind, number))
            .sorted()
            .distinct()
            .forEach(key -> keys.add(new Key(of, key)));
      }
    }
    return keys;
  }

  /** Whether two records share a key that counts. */
  private boolean near(int a, int b) {
    if (trained.whole()) {
      return true;
    }
    Set<Key> of = new HashSet<>(keys(a));
    for (Key key : keys(b)) {
      if (of.contains(key) && postings.holders(key.kind, key.key).size() <= trained.cap()) {
        return true;
      }
    }
    return false;
  }

  /** Takes away the links that only stood on a key which has become common. */
  private void dissolve(List<Integer> of, Set<Integer> touched) {
    Set<Integer> holders = new HashSet<>(of);
    for (int a : of) {
      for (long link : links[a]) {
        int b = other(link);
        if (a < b && holders.contains(b) && !near(a, b)) {
          drop(a, b);
          drop(b, a);
          touched.add(a);
          touched.add(b);
        }
      }
    }
  }

  private void link(int a, int b, Set<Integer> touched) {
    boolean looksAt = !trained.between() || !ids.get(a).side().equals(ids.get(b).side());
    if (!looksAt || linked(a, b)) {
      return;
    }
    long of = scorer.pattern(a, b, Trained.LINKED);
    if (of == Scorer.TOO_LOW) {
      return;
    }
    int score = scorer.score(of, a, b);
    if (score >= Trained.LINKED) {
      enter(a, b, score);
      touched.add(a);
      touched.add(b);
    }
  }

  private boolean linked(int a, int b) {
    for (long link : links[a]) {
      if (other(link) == b) {
        return true;
      }
    }
    return false;
  }

  private void drop(int from, int to) {
    links[from] = Arrays.stream(links[from]).filter(link -> other(link) != to).toArray();
  }

  private static long[] with(long[] links, long one) {
    long[] more = Arrays.copyOf(links, links.length + 1);
    more[links.length] = one;
    return more;
  }

  private static int other(long link) {
    return (int) (link >>> 32);
  }

  // --- groups ---------------------------------------------------------------------------------

  private List<Integer> judgedWith(RecordId id) {
    List<Integer> others = new ArrayList<>();
    for (Set<RecordId> pair : judgements.keySet()) {
      if (pair.contains(id)) {
        for (RecordId one : pair) {
          Integer number = numbers.get(one);
          if (!one.equals(id) && number != null) {
            others.add(number);
          }
        }
      }
    }
    return others;
  }

  private void regroup(Set<Integer> touched) {
    List<Judgement> holding =
        Judgement.holding(judgements.values().stream().flatMap(List::stream).toList());
    Map<Integer, List<Integer>> same = new HashMap<>();
    Set<Long> judged = new HashSet<>();
    for (Judgement judgement : holding) {
      Integer left = numbers.get(judgement.left());
      Integer right = numbers.get(judgement.right());
      if (left != null && right != null) {
        judged.add((long) left << 32 | right);
        judged.add((long) right << 32 | left);
        if (judgement.verdict() == Judgement.Verdict.SAME) {
          same.computeIfAbsent(left, n -> new ArrayList<>()).add(right);
          same.computeIfAbsent(right, n -> new ArrayList<>()).add(left);
        }
      }
    }
    Set<Integer> done = new HashSet<>();
    for (int start : touched) {
      if (!done.contains(start)) {
        List<Integer> piece = piece(start, same, judged);
        done.addAll(piece);
        group(piece, holding, judged);
      }
    }
  }

  /** All records that hang together with one. */
  private List<Integer> piece(int start, Map<Integer, List<Integer>> same, Set<Long> judged) {
    Set<Integer> seen = new HashSet<>(Set.of(start));
    Deque<Integer> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      int record = open.pop();
      for (long link : links[record]) {
        if (!judged.contains((long) record << 32 | other(link)) && seen.add(other(link))) {
          open.push(other(link));
        }
      }
      for (int other : same.getOrDefault(record, List.of())) {
        if (seen.add(other)) {
          open.push(other);
        }
      }
    }
    List<Integer> piece = new ArrayList<>(seen);
    piece.sort(
        Comparator.comparingLong((Integer r) -> contents[r])
            .thenComparing(r -> ids.get(r).side())
            .thenComparing(r -> ids.get(r).id()));
    return piece;
  }

  private void group(List<Integer> piece, List<Judgement> holding, Set<Long> judged) {
    Map<Integer, Integer> local = new HashMap<>();
    piece.forEach(record -> local.put(record, local.size()));
    Edges edges = new Edges(Math.max(4, piece.size()));
    for (int a = 0; a < piece.size(); a++) {
      int record = piece.get(a);
      for (long link : links[record]) {
        Integer b = local.get(other(link));
        if (b != null && a < b && !judged.contains((long) record << 32 | other(link))) {
          edges.add(a, b, 0, (int) (link & LOW));
        }
      }
    }
    List<int[]> same = new ArrayList<>();
    List<int[]> apart = new ArrayList<>();
    for (Judgement judgement : holding) {
      Integer left = numbers.get(judgement.left());
      Integer right = numbers.get(judgement.right());
      Integer a = left == null ? null : local.get(left);
      Integer b = right == null ? null : local.get(right);
      if (a != null && b != null) {
        switch (judgement.verdict()) {
          case SAME -> same.add(new int[] {a, b});
          case DIFFERENT -> apart.add(new int[] {a, b});
          case UNSURE -> {}
        }
      }
    }
    Map<String, Integer> sides = new HashMap<>();
    int[] holder = new int[piece.size()];
    for (int n = 0; n < holder.length; n++) {
      String side = ids.get(piece.get(n)).side();
      Integer number = sides.putIfAbsent(side, sides.size());
      int of = number == null ? sides.size() - 1 : number;
      holder[n] = trained.holdOnce().contains(side) ? of : -1;
    }
    int[] group =
        Grouping.of(
            edges.piece(piece.size(), same, apart, holder),
            (a, b) -> conflict.between(piece.get(a), piece.get(b)));
    RecordId[] smallest = new RecordId[group.length];
    for (int n = 0; n < group.length; n++) {
      RecordId id = ids.get(piece.get(n));
      if (smallest[group[n]] == null || id.compareTo(smallest[group[n]]) < 0) {
        smallest[group[n]] = id;
      }
    }
    for (int n = 0; n < group.length; n++) {
      cluster.set(piece.get(n), smallest[group[n]]);
    }
  }

  // --- values and keys ------------------------------------------------------------------------

  /** One field's values; grows. */
  private static final class Shelf<V> {
    final Slot slot;
    final Comparison<V> comparison;
    final List<String> texts;
    final List<V> prepared;
    final Map<String, Integer> number = new HashMap<>();
    int[] value = new int[64];

    Shelf(Field<V> field) {
      slot = field.slot();
      comparison = field.comparison();
      texts = new ArrayList<>(field.texts());
      prepared = new ArrayList<>(field.prepared());
      for (int v = 0; v < texts.size(); v++) {
        number.put(texts.get(v), v);
      }
    }

    void add(int record, @Nullable String normal) {
      if (record >= value.length) {
        value = Arrays.copyOf(value, 2 * record);
      }
      value[record] = normal == null ? Field.MISSING : number(normal);
    }

    private int number(String normal) {
      Integer known = number.putIfAbsent(normal, texts.size());
      if (known != null) {
        return known;
      }
      texts.add(normal);
      prepared.add(comparison.prepare(normal));
      return texts.size() - 1;
    }

    int level(int x, int y) {
      return texts.get(x).compareTo(texts.get(y)) < 0
          ? comparison.level(prepared.get(x), prepared.get(y))
          : comparison.level(prepared.get(y), prepared.get(x));
    }

    long[] keys(int kind, int record) {
      return value[record] < 0 ? NO_LINKS : comparison.keys(kind, prepared.get(value[record]));
    }
  }

  /** The values of all fields. */
  private static final class Shelves implements Sight {
    private final List<Shelf<?>> shelves = new ArrayList<>();
    private final Records.Swap swap;
    private int size;

    Shelves(List<Field<?>> fields, Records.Swap swap) {
      for (Field<?> field : fields) {
        shelves.add(new Shelf<>(field));
      }
      this.swap = swap;
    }

    /** Adds a record; gives the hash of what it says. */
    long add(List<String> cells) {
      long content = 0;
      for (Shelf<?> shelf : shelves) {
        String normal = shelf.slot.read(cells);
        shelf.add(size, normal);
        content = Hash.combine(content, normal == null ? 0 : Hash.of(normal));
      }
      size++;
      return content;
    }

    @Override
    public int value(int field, int record) {
      return shelves.get(field).value[record];
    }

    @Override
    public int level(int field, int value, int other) {
      return shelves.get(field).level(value, other);
    }

    @Override
    public int asSurname(int given) {
      return shelves
          .get(swap.surname())
          .number
          .getOrDefault(shelves.get(swap.given()).texts.get(given), Field.MISSING);
    }

    long[] keys(Keyring keyring, int number, int record) {
      Keyring.Kind kind = keyring.kind(number);
      long[] first = shelves.get(kind.field()).keys(kind.kind(), record);
      long[] second =
          kind.other() < 0
              ? Keyring.ALONE
              : shelves.get(kind.other()).keys(kind.otherKind(), record);
      long[] keys = new long[first.length * second.length];
      int at = 0;
      for (long a : first) {
        for (long b : second) {
          keys[at++] = keyring.key(number, a, b);
        }
      }
      return keys;
    }
  }

  /**
   * Who holds which key: what was there from the start is a sorted array, the rest comes and goes.
   */
  private static final class Postings {
    private final long[][] base;
    private final int cap;
    private final List<TreeSet<Long>> added = new ArrayList<>();
    private final List<Set<Long>> gone = new ArrayList<>();

    Postings(long[][] base, int cap) {
      this.base = base;
      this.cap = cap;
      for (int kind = 0; kind < base.length; kind++) {
        added.add(new TreeSet<>());
        gone.add(new HashSet<>());
      }
    }

    void add(int kind, long entry) {
      if (!gone.get(kind).remove(entry)) {
        added.get(kind).add(entry);
      }
    }

    void remove(int kind, long entry) {
      if (!added.get(kind).remove(entry)) {
        gone.get(kind).add(entry);
      }
    }

    /**
     * The holders of a key, at most one more than the cap: of more nobody asks, and a town has
     * hundreds of thousands.
     */
    List<Integer> holders(int kind, long key) {
      List<Integer> holders = new ArrayList<>();
      long[] entries = base[kind];
      int at = Arrays.binarySearch(entries, key);
      for (int e = at < 0 ? -at - 1 : at;
          e < entries.length && (entries[e] & Keyring.KEY) == key && holders.size() <= cap;
          e++) {
        if (!gone.get(kind).contains(entries[e])) {
          holders.add(Keyring.record(entries[e]));
        }
      }
      for (long entry : added.get(kind).subSet(key, true, key | ~Keyring.KEY, true)) {
        if (holders.size() > cap) {
          break;
        }
        holders.add(Keyring.record(entry));
      }
      return holders;
    }
  }
}
