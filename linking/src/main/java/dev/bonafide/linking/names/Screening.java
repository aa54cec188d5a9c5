package dev.bonafide.linking.names;

import dev.bonafide.linking.text.Latin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Lists of names, ready to be asked. Immutable and thread-safe. The answer to a query depends on
 * the entries, not on their order.
 */
public final class Screening {
  /** From here on a hit is a match: something that a human has to look at. */
  public static final double MATCH = 0.70;

  /** From here on a hit is reported. */
  public static final double REPORTED = 0.50;

  /** When no word leads anywhere, so many names that share the most letters are looked at. */
  private static final int FALLBACK = 60;

  /** Just below {@link #REPORTED}: what is shared is known only roughly before the comparison. */
  private static final double LEAST_SHARE = 0.47;

  /** Names of one query that are compared in full, at most. */
  private static final int MOST_COMPARED = 400;

  /**
   * The population behind the lists, which makes the weights of words mean something in short ones.
   */
  private static final double POPULATION = 5000;

  private static final double COMMON = 60;
  private static final double GENERIC = 90;

  private final List<Listed> entries;
  private final String snapshot;

  /** One name of one entry. */
  private record Name(int entry, String text, Words words) {}

  private final List<Name> names = new ArrayList<>();
  private final Map<String, Integer> vocabulary = new TreeMap<>();
  private final List<Words.Word> words = new ArrayList<>();
  private final int[] counts;
  private final int[][] namesOfWord;
  private final Map<String, int[]> wordsOfSpelling = new HashMap<>();
  private final Map<Integer, int[]> wordsOfFamily = new HashMap<>();
  private final int[][] wordsOfPair;
  private final Map<String, int[]> namesOfAll = new HashMap<>();
  private final Map<String, int[]> namesOfJoined = new HashMap<>();
  private final Map<String, int[]> namesOfAcronym = new HashMap<>();
  private final Map<String, int[]> entriesOfWallet = new HashMap<>();
  private final long[][] letters;
  private final double[] nameWeight;
  private final boolean[] hasInitial;

  private Screening(List<Listed> lists) {
    entries =
        lists.stream()
            .sorted(
                Comparator.comparing(Listed::list)
                    .thenComparing(Listed::id)
                    .thenComparing(Listed::toString))
            .toList();
    snapshot = snapshot(entries);
    List<Words> parsed = new ArrayList<>();
    List<Integer> entryOf = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    Map<String, Integer> in = new HashMap<>();
    for (int e = 0; e < entries.size(); e++) {
      for (String text : new TreeSet<>(entries.get(e).names())) {
        Words of = Words.of(text, entries.get(e).sort());
        if (of.words().isEmpty()) {
          continue;
        }
        parsed.add(of);
        entryOf.add(e);
        texts.add(text);
        of.words().stream()
            .map(Words.Word::text)
            .distinct()
            .forEach(word -> in.merge(word, 1, Integer::sum));
        of.words().forEach(word -> vocabulary.put(word.text(), 0));
      }
    }
    int next = 0;
    for (Map.Entry<String, Integer> entry : vocabulary.entrySet()) {
      entry.setValue(next++);
    }
    counts = new int[next];
    vocabulary.forEach((word, number) -> counts[number] = in.getOrDefault(word, 0));
    // The word itself, whatever its role was where it was met first.
    vocabulary.keySet().forEach(word -> words.add(Words.Word.of(word, Lexis.Role.NAME)));
    for (int n = 0; n < parsed.size(); n++) {
      Words of = parsed.get(n);
      names.add(new Name(entryOf.get(n), texts.get(n), of));
    }
    namesOfWord = namesOfWord();
    wordsOfPair = wordsOfPair();
    Map<String, List<Integer>> spellings = new HashMap<>();
    Map<Integer, List<Integer>> families = new HashMap<>();
    for (int w = 0; w < words.size(); w++) {
      int word = w;
      spellings
          .computeIfAbsent(new String(words.get(w).spelling()), s -> new ArrayList<>())
          .add(word);
      words
          .get(w)
          .pets()
          .forEach(family -> families.computeIfAbsent(family, f -> new ArrayList<>()).add(word));
    }
    spellings.forEach((spelling, of) -> wordsOfSpelling.put(spelling, ints(of)));
    families.forEach((family, of) -> wordsOfFamily.put(family, ints(of)));
    letters = new long[names.size()][];
    nameWeight = new double[names.size()];
    hasInitial = new boolean[names.size()];
    Map<String, List<Integer>> whole = new HashMap<>();
    Map<String, List<Integer>> joined = new HashMap<>();
    Map<String, List<Integer>> acronyms = new HashMap<>();
    for (int n = 0; n < names.size(); n++) {
      int name = n;
      List<Words.Word> of = names.get(n).words().words();
      letters[n] = signature(of);
      nameWeight[n] = of.stream().mapToDouble(this::weight).sum();
      hasInitial[n] = of.stream().anyMatch(word -> word.letters().length == 1);
      whole.computeIfAbsent(whole(of), all -> new ArrayList<>()).add(name);
      for (String one : joined(of)) {
        joined.computeIfAbsent(one, j -> new ArrayList<>()).add(name);
      }
      String acronym = acronym(of);
      if (acronym.length() >= 3 && entries.get(names.get(n).entry()).sort() != Sort.PERSON) {
        acronyms.computeIfAbsent(acronym, a -> new ArrayList<>()).add(name);
      }
    }
    whole.forEach((one, of) -> namesOfAll.put(one, ints(of)));
    joined.forEach((one, of) -> namesOfJoined.put(one, ints(of)));
    acronyms.forEach((one, of) -> namesOfAcronym.put(one, ints(of)));
    Map<String, List<Integer>> wallets = new HashMap<>();
    for (int e = 0; e < entries.size(); e++) {
      int entry = e;
      entries
          .get(e)
          .wallets()
          .forEach(
              wallet ->
                  wallets.computeIfAbsent(wallet.address(), a -> new ArrayList<>()).add(entry));
    }
    wallets.forEach((address, of) -> entriesOfWallet.put(address, ints(of)));
  }

  /** Prepares lists. */
  public static Screening of(List<Listed> lists) {
    return new Screening(lists);
  }

  /** How many entries there are. */
  public int size() {
    return entries.size();
  }

  /** SHA-256 over all entries, in hexadecimal: which state of the lists an answer speaks of. */
  public String snapshot() {
    return snapshot;
  }

  private static String snapshot(List<Listed> entries) {
    StringBuilder all = new StringBuilder();
    entries.forEach(entry -> all.append(entry).append('\n'));
    return HexFormat.of().formatHex(Digest.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static int[] ints(List<Integer> of) {
    return of.stream().mapToInt(i -> i).toArray();
  }

  // --- weights --------------------------------------------------------------------------------

  /** What a word tells: less the more names have it, and less by what it is for. */
  private double weight(Words.Word word) {
    return weight(word, counts.length == 0 ? 0 : count(word), names.size());
  }

  private int count(Words.Word word) {
    Integer number = vocabulary.get(word.text());
    return number == null ? 0 : counts[number];
  }

  private static double weight(Words.Word word, int in, int of) {
    double base =
        switch (word.role()) {
          case NAME, COMMON, GENERIC -> 1;
          case NUMBER -> 0.6;
          case INITIAL -> 0.35;
          case PARTICLE -> 0.2;
          case TITLE -> 0.05;
          case FORM -> 0.15;
        };
    double known =
        switch (word.role()) {
          case COMMON -> COMMON;
          case GENERIC -> GENERIC;
          case NAME, NUMBER, INITIAL, PARTICLE, TITLE, FORM -> 0;
        };
    double all = of + POPULATION;
    return base * StrictMath.log(1 + all / (1 + in + known)) / StrictMath.log(1 + all);
  }

  // --- indexes --------------------------------------------------------------------------------

  private int[][] namesOfWord() {
    List<List<Integer>> of = new ArrayList<>();
    words.forEach(word -> of.add(new ArrayList<>(1)));
    for (int n = 0; n < names.size(); n++) {
      int name = n;
      names.get(n).words().words().stream()
          .map(word -> vocabulary.getOrDefault(word.text(), 0))
          .distinct()
          .forEach(word -> of.get(word).add(name));
    }
    return of.stream().map(Screening::ints).toArray(int[][]::new);
  }

  private static final int PAIRS = 38 * 38;

  /** The words that have each pair of neighbouring letters, begin and end included. */
  private int[][] wordsOfPair() {
    List<List<Integer>> of = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      of.add(new ArrayList<>());
    }
    for (int w = 0; w < words.size(); w++) {
      int word = w;
      Arrays.stream(pairs(words.get(w).letters()))
          .distinct()
          .forEach(pair -> of.get(pair).add(word));
    }
    return of.stream().map(Screening::ints).toArray(int[][]::new);
  }

  private static int[] pairs(char[] word) {
    int[] pairs = new int[word.length + 1];
    int before = 37;
    for (int i = 0; i <= word.length; i++) {
      int here = i < word.length ? letter(word[i]) : 37;
      pairs[i] = before * 38 + here;
      before = here;
    }
    return pairs;
  }

  private static int letter(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? 26 + c - '0' : 36;
  }

  /** 256 bits of the pairs of letters of a name. */
  private static long[] signature(List<Words.Word> of) {
    long[] bits = new long[4];
    for (Words.Word word : of) {
      for (int pair : pairs(word.letters())) {
        int bit = (pair * 0x9E3779B1) >>> 24;
        bits[bit >>> 6] |= 1L << bit;
      }
    }
    return bits;
  }

  /** All words of a name in one order: names with the same words are always compared. */
  private static String whole(List<Words.Word> of) {
    return String.join(" ", of.stream().map(Words.Word::text).sorted().toList());
  }

  /** Spellings of neighbouring words that may be written together. */
  private static List<String> joined(List<Words.Word> of) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i + 1 < of.size(); i++) {
      StringBuilder text = new StringBuilder().append(of.get(i).letters());
      for (int j = i + 1; j < Math.min(of.size(), i + 3); j++) {
        text.append(of.get(j).letters());
        joined.add(Spelling.of(text.toString()));
      }
    }
    return joined;
  }

  private static String acronym(List<Words.Word> of) {
    StringBuilder acronym = new StringBuilder();
    for (Words.Word word : of) {
      if (word.role() != Lexis.Role.FORM && word.role() != Lexis.Role.PARTICLE) {
        acronym.append(word.letters()[0]);
      }
    }
    return acronym.toString();
  }

  // --- asking ---------------------------------------------------------------------------------

  /** Finds what a query may mean, best first, every entry with {@link #REPORTED} and more once. */
  public List<Hit> query(Query query) {
    Map<Integer, Hit> best = new LinkedHashMap<>();
    Wallet wallet = Wallet.asked(query.name());
    for (int entry : entriesOfWallet.getOrDefault(wallet.address(), NONE)) {
      best.put(entry, paid(query, wallet, entries.get(entry)));
    }
    if (Wallet.looksLike(wallet.address()) || Wallet.fault(wallet.address()) != null) {
      return List.copyOf(best.values()); // an address is no name: nothing is like it
    }
    Set<Sort> sorts = new TreeSet<>();
    for (Sort sort : List.of(Sort.PERSON, Sort.ORGANISATION)) {
      if (query.sort() == Sort.UNKNOWN || (query.sort() == Sort.PERSON) == (sort == Sort.PERSON)) {
        sorts.add(sort);
      }
    }
    for (Sort sort : sorts) {
      // A name is read as that of a person, or of anything else, as the entry is.
      Words asked = Words.of(query.name(), sort);
      if (!asked.words().isEmpty()) {
        ask(query, asked, sort, best);
      }
    }
    return best.values().stream()
        .filter(hit -> hit.score() >= REPORTED)
        .sorted(
            Comparator.comparingDouble((Hit hit) -> -hit.score())
                .thenComparing(hit -> hit.entry().list())
                .thenComparing(hit -> hit.entry().id()))
        .toList();
  }

  private static final int[] NONE = {};

  private static Hit paid(Query query, Wallet asked, Listed entry) {
    List<Hit.Reason> why = new ArrayList<>();
    for (Wallet listed : entry.wallets()) {
      if (listed.address().equals(asked.address())) {
        String chain = listed.chain().isEmpty() ? "" : " (" + listed.chain() + ")";
        why.add(new Hit.Reason("the address of a listed wallet" + chain, why.isEmpty() ? 1 : 0));
        if (!asked.chain().isEmpty()
            && !listed.chain().isEmpty()
            && !asked.chain().equals(listed.chain())) {
          why.add(new Hit.Reason("asked for as " + asked.chain() + "; the same key holds both", 0));
        }
      }
    }
    String fault = Wallet.fault(query.name());
    if (fault != null) {
      why.add(new Hit.Reason(fault, 0));
    }
    return new Hit(entry, query.name().strip(), 1, true, why);
  }

  private void ask(Query query, Words asked, Sort sort, Map<Integer, Hit> best) {
    boolean found = false;
    for (int name : candidates(asked, sort)) {
      found |= compare(query, asked, name, best);
    }
    if (!found) {
      for (int name : fallback(asked, sort)) {
        compare(query, asked, name, best);
      }
    }
  }

  private boolean suits(int name, Sort sort) {
    Sort of = entries.get(names.get(name).entry()).sort();
    return of == Sort.UNKNOWN || (of == Sort.PERSON) == (sort == Sort.PERSON);
  }

  /** Compares with one name and keeps the better hit of its entry. */
  private boolean compare(Query query, Words asked, int name, Map<Integer, Hit> best) {
    Name of = names.get(name);
    Listed entry = entries.get(of.entry());
    Hit hit = compare(query, asked, entry, of, this::weight);
    if (hit.score() < REPORTED) {
      return false;
    }
    Hit known = best.get(of.entry());
    if (known == null
        || hit.score() > known.score()
        || (hit.score() == known.score() && hit.name().compareTo(known.name()) < 0)) {
      best.put(of.entry(), hit);
    }
    return true;
  }

  private static Hit compare(
      Query query, Words asked, Listed entry, Name name, ToDoubleFunction<Words.Word> weight) {
    Sort sort = entry.sort() == Sort.UNKNOWN ? query.sort() : entry.sort();
    Alignment alignment = Alignment.of(asked, name.words(), sort, weight);
    List<Hit.Reason> why = new ArrayList<>(alignment.why());
    double score = alignment.score();
    if (sort != Sort.PERSON && score < MATCH) {
      String written = asked.words().size() == 1 ? asked.words().get(0).text() : "";
      if (written.length() >= 3 && written.equals(acronym(name.words().words()))) {
        why.add(new Hit.Reason("the first letters of its words", 0.75 - score));
        score = 0.75;
      }
    }
    for (Hit.Reason reason : qualifiers(query, asked, entry, name.words())) {
      why.add(reason);
      score += reason.effect();
    }
    score = Math.max(0, Math.min(1, score));
    return new Hit(entry, name.text(), score, score >= MATCH, why);
  }

  /** What else speaks for or against. */
  private static List<Hit.Reason> qualifiers(Query query, Words asked, Listed entry, Words listed) {
    List<Hit.Reason> reasons = new ArrayList<>();
    if (!asked.form().isEmpty()
        && !listed.form().isEmpty()
        && !asked.form().equals(listed.form())) {
      reasons.add(new Hit.Reason("another legal form", -0.2));
    }
    Set<String> numbers = numbers(asked);
    Set<String> others = numbers(listed);
    if (!numbers.isEmpty() && !others.isEmpty() && !numbers.equals(others)) {
      reasons.add(new Hit.Reason("other numbers", -0.15));
    }
    if (!query.birth().isEmpty() && !entry.births().isEmpty()) {
      String asks = query.birth();
      boolean day = entry.births().stream().anyMatch(b -> b.startsWith(asks) || asks.startsWith(b));
      boolean year =
          entry.births().stream()
              .anyMatch(
                  b -> b.length() >= 4 && asks.length() >= 4 && b.startsWith(asks.substring(0, 4)));
      if (!year) {
        reasons.add(new Hit.Reason("born in another year", -0.25));
      } else if (!day) {
        reasons.add(new Hit.Reason("born on another day of that year", -0.15));
      }
    }
    if (!query.country().isEmpty() && !entry.countries().isEmpty()) {
      String asks = Latin.fold(query.country());
      if (entry.countries().stream().noneMatch(country -> Latin.fold(country).equals(asks))) {
        reasons.add(new Hit.Reason("tied to other countries", -0.05));
      }
    }
    return reasons;
  }

  private static Set<String> numbers(Words of) {
    Set<String> numbers = new TreeSet<>();
    for (Words.Word word : of.words()) {
      if (word.role() == Lexis.Role.NUMBER) {
        numbers.add(word.text());
      }
    }
    return numbers;
  }

  /** The names that share enough weight with the query, those that share most first. */
  private int[] candidates(Words asked, Sort sort) {
    Map<Integer, Double> shared = new HashMap<>();
    List<Words.Word> of = asked.words();
    double total = 0;
    Set<Integer> certain = new TreeSet<>();
    add(certain, namesOfAll.getOrDefault(whole(of), NONE));
    for (int i = 0; i < of.size(); i++) {
      Words.Word word = of.get(i);
      double weight = weight(word);
      total += weight;
      if (word.letters().length == 1) {
        continue; // an initial leads to half of the list; it counts when names are compared
      }
      Map<Integer, Double> here = new HashMap<>();
      like(word)
          .forEach(
              (number, like) -> {
                for (int name : namesOfWord[number]) {
                  here.merge(name, like * weight, Math::max);
                }
              });
      here.forEach((name, gain) -> shared.merge(name, gain, Double::sum));
      String spelling = new String(word.spelling());
      add(certain, namesOfJoined.getOrDefault(spelling, NONE));
      add(certain, namesOfAcronym.getOrDefault(word.text(), NONE));
    }
    for (String one : joined(of)) {
      for (int word : wordsOfSpelling.getOrDefault(one, NONE)) {
        add(certain, namesOfWord[word]);
      }
    }
    double asks = total;
    boolean initials = of.stream().anyMatch(word -> word.letters().length == 1);
    List<Integer> most =
        new ArrayList<>(
            shared.entrySet().stream()
                .filter(
                    entry ->
                        promising(entry.getKey(), entry.getValue(), asks, initials)
                            && suits(entry.getKey(), sort))
                .sorted(
                    Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .toList());
    most.removeIf(certain::contains);
    certain.removeIf(name -> !suits(name, sort));
    most.addAll(certain);
    return ints(most);
  }

  /** Whether a name that shares so much weight can still reach {@link #REPORTED}. */
  private boolean promising(int name, double shares, double asks, boolean initials) {
    if (initials || hasInitial[name]) {
      return shares >= 0.4 * asks; // an initial may stand for what is not shared
    }
    double asked = Math.max(0, asks - shares);
    double contradicts = Math.min(asked, Math.max(0, nameWeight[name] - shares));
    return shares >= LEAST_SHARE * (shares + Alignment.leastCost(contradicts, asked));
  }

  private static void add(Set<Integer> to, int[] some) {
    for (int one : some) {
      to.add(one);
    }
  }

  /** The words of the lists that are like a word, each with its likeness. */
  private Map<Integer, Double> like(Words.Word word) {
    Map<Integer, Double> like = new HashMap<>();
    Integer same = vocabulary.get(word.text());
    if (same != null) {
      like.put(same, 1.0);
    }
    if (word.role() == Lexis.Role.NUMBER || word.role() == Lexis.Role.FORM) {
      return like;
    }
    for (int other : wordsOfSpelling.getOrDefault(new String(word.spelling()), NONE)) {
      keep(word, other, like);
    }
    for (int family : word.pets()) {
      for (int other : wordsOfFamily.getOrDefault(family, NONE)) {
        keep(word, other, like);
      }
    }
    // An edit touches at most three pairs of neighbouring letters (a swap of neighbours).
    int length = word.letters().length;
    int edits = length <= 3 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3;
    int[] pairs = Arrays.stream(pairs(word.letters())).distinct().toArray();
    int least = Math.max(2, pairs.length - 3 * edits);
    byte[] common = new byte[words.size()];
    for (int pair : pairs) {
      for (int other : wordsOfPair[pair]) {
        if (++common[other] == least
            && Math.abs(words.get(other).letters().length - length) <= edits + 1) {
          keep(word, other, like);
        }
      }
    }
    return like;
  }

  private void keep(Words.Word word, int other, Map<Integer, Double> like) {
    double how = Likeness.of(word, words.get(other));
    if (how > 0) {
      like.putIfAbsent(other, how);
    }
  }

  /** The names that share the most pairs of letters. */
  private int[] fallback(Words asked, Sort sort) {
    long[] of = signature(asked.words());
    int bits = count(of);
    long[] best = new long[names.size()];
    int count = 0;
    for (int n = 0; n < letters.length; n++) {
      int both = 0;
      int other = 0;
      for (int i = 0; i < of.length; i++) {
        both += Long.bitCount(of[i] & letters[n][i]);
        other += Long.bitCount(letters[n][i]);
      }
      // Shared over all, in millionths; a name that shares less than a quarter is not looked at.
      int share = both * 1_000_000 / Math.max(1, bits + other - both);
      if (share >= 250_000 && suits(n, sort)) {
        best[count++] = (long) (1_000_000 - share) << 32 | n;
      }
    }
    Arrays.sort(best, 0, count);
    return Arrays.stream(best, 0, Math.min(FALLBACK, count)).mapToInt(b -> (int) b).toArray();
  }

  private static int count(long[] bits) {
    int count = 0;
    for (long of : bits) {
      count += Long.bitCount(of);
    }
    return count;
  }

  /** Compares two names without a list. */
  public static Hit compare(Query query, Listed entry) {
    Hit best = null;
    Sort sort = entry.sort() == Sort.UNKNOWN ? query.sort() : entry.sort();
    Words asked = Words.of(query.name(), sort);
    for (String text : new TreeSet<>(entry.names())) {
      Words listed = Words.of(text, sort);
      Name name = new Name(0, text, listed);
      Hit hit = compare(query, asked, entry, name, word -> weight(word, 1, 0));
      if (best == null || hit.score() > best.score()) {
        best = hit;
      }
    }
    if (best == null) {
      return new Hit(entry, "", 0, false, List.of());
    }
    return best;
  }
}
