package dev.bonafide.knowledge;

import dev.bonafide.model.Hash;
import dev.bonafide.model.NetStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot of what the world knows. It never changes: a newer list is another snapshot, under
 * which indicators judge the past anew. Safe for any number of threads.
 */
public final class Knowledge {
  private static final NetStatement SILENT =
      new NetStatement(0, null, null, null, null, null, null, Double.NaN, Double.NaN);
  private static final Network NOTHING =
      new Network("", null, EgressClass.UNKNOWN, "the record says nothing", SILENT);
  private static final Network INSIDE =
      new Network("", null, EgressClass.UNKNOWN, "an address inside a network, no way out", SILENT);
  private static final Network SHARED_BY_CARRIER =
      new Network(
          "", null, EgressClass.MOBILE, "the block of carrier-grade NAT (RFC 6598)", SILENT);

  /** Legal forms, which the same operator writes now and then. */
  private static final Set<String> LEGAL =
      Set.of(
          "inc",
          "llc",
          "ltd",
          "limited",
          "gmbh",
          "ag",
          "sa",
          "s",
          "a",
          "srl",
          "sarl",
          "bv",
          "b",
          "v",
          "corp",
          "corporation",
          "co",
          "company",
          "plc",
          "oy",
          "ab",
          "as",
          "pty",
          "pvt",
          "llp",
          "se");

  /** How many judged statements are remembered; a run has far fewer, the rest is judged again. */
  private static final int REMEMBERED = 1 << 16;

  private record Entry(
      NetworkList list, @Nullable String name, String key, String title, String asOf) {}

  private record Match(Entry entry, int letters) {
    /** Names before generic words, the longer before the shorter, then the order of the lists. */
    static final Comparator<Match> BEST =
        Comparator.comparing((Match m) -> m.entry.name == null)
            .thenComparing(m -> -m.letters)
            .thenComparing(m -> m.entry.list.order())
            .thenComparing(m -> m.entry.key);
  }

  private final Map<Long, Entry> byNumber = new HashMap<>();
  private final Words<Entry> byWords = new Words<>();
  private final Map<String, String> tools = new HashMap<>();
  private final Words<Hardware> hardware = new Words<>();
  private final Cities cities;
  private final Map<String, Network> judged = new ConcurrentHashMap<>();
  private final String hash;

  private Knowledge(List<NetworkList> lists) {
    long digest = 0;
    for (NetworkList list : lists) {
      Table table = Table.read(list.getClass(), "list.tsv", 3);
      digest = Hash.combine(digest, Hash.of(list.slug() + "\n" + table.text()));
      for (List<String> row : table.rows()) {
        boolean generic = row.get(0).startsWith("~");
        Entry entry =
            new Entry(
                list,
                generic ? null : row.get(0),
                String.join(" ", Words.of(row.get(0))),
                generic ? row.get(0).substring(1) : table.title(),
                table.asOf());
        for (String pattern : row.get(1).split("\\|")) {
          byWords.add(pattern, entry);
        }
        for (String number : row.get(2).split(",")) {
          if (!number.isEmpty() && byNumber.put(Long.parseLong(number), entry) != null) {
            throw new IllegalStateException("AS" + number + " stands in two lists");
          }
        }
      }
    }
    Table remote = Table.read(Knowledge.class, "remotetools/list.tsv", 2);
    for (List<String> row : remote.rows()) {
      for (String process : row.get(1).split("\\|")) {
        tools.put(process, row.get(0));
      }
    }
    Table kvm = Table.read(Knowledge.class, "ipkvm/list.tsv", 3);
    for (List<String> row : kvm.rows()) {
      for (String pattern : row.get(1).split("\\|")) {
        hardware.add(pattern, new Hardware(row.get(0), row.get(2).equals("strong")));
      }
    }
    Table towns = Table.read(Knowledge.class, "cities/list.tsv", 3);
    cities = new Cities(towns);
    digest = Hash.combine(Hash.combine(digest, Hash.of(remote.text())), Hash.of(kvm.text()));
    digest = Hash.combine(digest, Hash.of(towns.text()));
    hash = HexFormat.of().toHexDigits(digest);
  }

  /** The lists that the program brings, read once. */
  public static Knowledge builtIn() {
    return BuiltIn.KNOWLEDGE;
  }

  /** The lists of networks that the program brings, in the order of asking. */
  public static List<NetworkList> lists() {
    List<NetworkList> lists = new ArrayList<>();
    ServiceLoader.load(NetworkList.class, Knowledge.class.getClassLoader()).forEach(lists::add);
    lists.sort(Comparator.comparingInt(NetworkList::order).thenComparing(NetworkList::slug));
    return List.copyOf(lists);
  }

  /** Names this snapshot: 16 hexadecimal digits over all tables. */
  public String hash() {
    return hash;
  }

  /**
   * The network behind an address.
   *
   * @param egress id of the address in a page: an IPv4 address is its own id
   * @param statement what the record said of it, in the text form of {@link NetStatement}; null
   *     when it said nothing
   */
  public Network network(long egress, @Nullable String statement) {
    if (egress > 0 && egress < 1L << 32) {
      if (inside(egress)) {
        return INSIDE;
      }
      if (egress >>> 22 == 0x64400000L >>> 22) {
        return SHARED_BY_CARRIER;
      }
    }
    if (statement == null) {
      return NOTHING;
    }
    Network known = judged.get(statement);
    if (known == null) {
      known = judge(NetStatement.parse(statement));
      if (judged.size() < REMEMBERED) {
        judged.put(statement, known);
      }
    }
    return known;
  }

  /** Whether an address never leaves a local network (RFC 1918, loopback, link local). */
  public static boolean inside(long egress) {
    return egress >>> 24 == 10
        || egress >>> 20 == 0xAC1
        || egress >>> 16 == 0xC0A8
        || egress >>> 24 == 127
        || egress >>> 16 == 0xA9FE;
  }

  /** What records write between the name of a renamed program and the one its maker gave it. */
  private static final String MADE_AS = " (made as ";

  /**
   * The remote-access tool that a process belongs to, null when it is none that we know. A renamed
   * program carries its maker's name beside it: {@code a.exe (made as b.exe)}.
   */
  public @Nullable RemoteTool remoteTool(String process) {
    int made = process.indexOf(MADE_AS);
    if (made < 0 || !process.endsWith(")")) {
      return tool(process);
    }
    RemoteTool named = tool(process.substring(0, made));
    return named != null
        ? named
        : tool(process.substring(made + MADE_AS.length(), process.length() - 1));
  }

  private @Nullable RemoteTool tool(String process) {
    String name =
        process
            .substring(Math.max(process.lastIndexOf('/'), process.lastIndexOf('\\')) + 1)
            .toLowerCase(Locale.ROOT);
    String tool = tools.get(name);
    return tool == null ? null : new RemoteTool(tool, name);
  }

  /** The IP-KVM whose strings a peripheral or monitor shows, null when it is none that we know. */
  public @Nullable Hardware ipKvm(String peripheral) {
    List<Hardware> found = new ArrayList<>();
    hardware.find(peripheral, (entry, letters) -> found.add(entry));
    return found.stream()
        .min(Comparator.comparing((Hardware h) -> !h.strong()).thenComparing(Hardware::name))
        .orElse(null);
  }

  /**
   * The places that a city's name may mean, most often one; empty when we do not know it.
   *
   * @param country a code or a name; null when it is not said
   */
  public List<Spot> city(String name, @Nullable String country) {
    return cities.find(name, country);
  }

  /** The ISO 3166 code of a country that is written as a code or by its name; null when unknown. */
  public @Nullable String country(String written) {
    return cities.country(written);
  }

  private Network judge(NetStatement said) {
    @Nullable Entry entry = said.asn() == 0 ? null : byNumber.get(said.asn());
    String organisation = said.organisation();
    @Nullable String by = entry == null ? null : "by its AS number";
    if (entry == null && organisation != null) {
      List<Match> matches = new ArrayList<>();
      byWords.find(organisation, (e, letters) -> matches.add(new Match(e, letters)));
      if (!matches.isEmpty()) {
        entry = matches.stream().min(Match.BEST).orElseThrow().entry;
        by = "by its organisation's words";
      }
    }
    EgressClass listed = entry == null ? EgressClass.UNKNOWN : entry.list.egressClass();
    String why =
        entry == null
            ? "in none of our lists"
            : entry.title + ", " + by + ", list as of " + entry.asOf;
    EgressClass judged = flagged(listed, said);
    if (judged != listed) {
      why = (entry == null ? "" : why + "; ") + "flagged by the record as " + flag(said);
    }
    // What a flag made of a network is somebody else's: its landlord's name would mislead.
    String name = entry == null || judged != listed ? null : entry.name;
    return new Network(operator(entry, said), name, judged, why, said);
  }

  /**
   * What the record's own flags make of a listed class. A named harmless network stays what it is.
   */
  private static EgressClass flagged(EgressClass listed, NetStatement said) {
    if (Boolean.TRUE.equals(said.proxy())) {
      return switch (listed) {
        case UNKNOWN, HOSTING -> EgressClass.COMMERCIAL_VPN;
        case HOME -> EgressClass.RESIDENTIAL_PROXY;
        // Carriers, campuses and hotels run transparent proxies.
        case MOBILE, OFFICE, RELAY, CORP_VPN, COMMERCIAL_VPN, RESIDENTIAL_PROXY -> listed;
      };
    }
    return Boolean.TRUE.equals(said.hosting()) && listed == EgressClass.UNKNOWN
        ? EgressClass.HOSTING
        : listed;
  }

  private static String flag(NetStatement said) {
    return Boolean.TRUE.equals(said.proxy()) ? "a proxy or VPN" : "hosting";
  }

  private static String operator(@Nullable Entry entry, NetStatement said) {
    if (entry != null && entry.name != null) {
      return entry.key;
    }
    if (said.organisation() != null) {
      List<String> words = new ArrayList<>(Words.of(said.organisation()));
      while (words.size() > 1 && LEGAL.contains(words.getLast())) {
        words.removeLast();
      }
      return String.join(" ", words);
    }
    return said.asn() == 0 ? "" : "as" + said.asn();
  }

  /** Loaded when first asked for. */
  private static final class BuiltIn {
    static final Knowledge KNOWLEDGE = new Knowledge(lists());
  }
}
