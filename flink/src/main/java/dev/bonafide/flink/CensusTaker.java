package dev.bonafide.flink;

import dev.bonafide.engine.Census;
import dev.bonafide.engine.Facts;
import dev.bonafide.engine.PageFact;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.model.DeviceFact;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes the census of an organisation: tells accounts whose they are, people who they are, and
 * everybody what is the same for all. Keyed by organisation: one slot knows all that is said of
 * people and devices, and of each page a few dozen bytes; pages never come here.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
final class CensusTaker extends Hourly implements OneInputStreamOperator<Note, Note> {
  private static final long serialVersionUID = 1;

  private final String key;
  private transient Pseudonyms pseudonyms;

  /**
   * @param key the organisation's key, see {@link Key#of(String)}
   */
  CensusTaker(String key) {
    this.key = key;
  }

  @Override
  public void open() throws Exception {
    super.open();
    pseudonyms = new Pseudonyms(Key.of(key));
  }

  @Override
  public void processElement(StreamRecord<Note> element) throws Exception {
    accept(element.getValue());
  }

  /** Of facts that many records state, the one with the smallest record id stands for all. */
  @Override
  byte[] join(String about, byte[] before, byte[] said) {
    return about.startsWith(Sort.SAID)
            && ReadingBytes.read(before) instanceof DeviceFact known
            && ReadingBytes.read(said) instanceof DeviceFact now
            && known.recordId() <= now.recordId()
        ? before
        : said;
  }

  @Override
  void work(String key, Known known, Set<String> changed) throws Exception {
    String organisation = Note.organisation(key);
    Roll roll = new Roll();
    known.forEach(Sort.SAID, (hash, reading) -> roll.add(ReadingBytes.read(reading)));
    known.forEach(
        Sort.ALIAS,
        (pair, yes) -> {
          int account = pair.indexOf(' ') + 1;
          int alias = account + Integer.parseInt(pair.substring(0, account - 1));
          roll.alias(pair.substring(account, alias), pair.substring(alias));
        });
    Told facts = new Told(known);
    Census census = Census.of(facts, roll, pseudonyms, null, null);

    List<Note> accounts = new ArrayList<>();
    for (String account : facts.accounts()) {
      byte[] owner = owner(census, facts, account).bytes();
      accounts.add(new Note(organisation, Note.account(account), Sort.OWNER, owner));
    }
    tell("accounts", accounts);
    List<Note> people = new ArrayList<>();
    for (Directory.Person person : census.people()) {
      byte[] who = new Who(person.claims(), census.ties(person)).bytes();
      people.add(new Note(organisation, Note.person(census.id(person)), Sort.WHO, who));
    }
    tell("people", people);
    byte[] setting = SettingBytes.of(census.setting());
    tell(Sort.SETTING, List.of(new Note(organisation, Note.EVERYBODY, Sort.SETTING, setting)));
  }

  private static Owner owner(Census census, Told facts, String account) {
    List<Owner.Span> spans = new ArrayList<>();
    int[] days = facts.days(account);
    if (Directory.ofDevice(account)) {
      for (int day : days) {
        String person = census.holder(account, day);
        if (person != null) {
          spans.add(new Owner.Span(day, day, person, department(census, person)));
        }
      }
    } else {
      String person = census.holder(account, census.days().to());
      if (person != null) {
        boolean later = days[days.length - 1] > census.days().to();
        spans.add(
            new Owner.Span(
                Integer.MIN_VALUE,
                later ? census.days().to() : Integer.MAX_VALUE,
                person,
                department(census, person)));
      }
    }
    Map<Long, Long> devices = new TreeMap<>();
    for (long endpoint : facts.endpoints(account)) {
      devices.put(endpoint, census.device(endpoint));
    }
    return new Owner(spans, devices);
  }

  private static String department(Census census, String person) {
    String department = census.department(person);
    return department == null ? "" : department;
  }

  /** The facts of pages as they were told. */
  private static final class Told implements Facts {
    private final NavigableMap<String, NavigableMap<Integer, PageFact>> facts = new TreeMap<>();
    private final Set<String> machines = new HashSet<>();
    private final Lexicon texts;

    Told(Known known) {
      known.forEach(
          Sort.FACT,
          (about, said) -> {
            int cut = about.indexOf(' ');
            int day = Integer.parseInt(about.substring(0, cut));
            String account = about.substring(cut + 1);
            ByteBuffer in = ByteBuffer.wrap(said);
            facts
                .computeIfAbsent(account, a -> new TreeMap<>())
                .put(day, new PageFact(account, day, in.getInt(), in.getInt(), ids(in), ids(in)));
          });
      known.forEach(Sort.CLOCK, (account, yes) -> machines.add(account));
      texts = known.texts();
    }

    private static long[] ids(ByteBuffer in) {
      long[] ids = new long[in.getShort()];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = in.getLong();
      }
      return ids;
    }

    Set<Long> endpoints(String account) {
      Set<Long> endpoints = new TreeSet<>();
      for (PageFact fact : of(account).values()) {
        for (long endpoint : fact.endpoints()) {
          endpoints.add(endpoint);
        }
      }
      return endpoints;
    }

    private NavigableMap<Integer, PageFact> of(String account) {
      NavigableMap<Integer, PageFact> days = facts.get(account);
      return days == null ? new TreeMap<>() : days;
    }

    @Override
    public Collection<String> accounts() {
      return facts.keySet();
    }

    @Override
    public int[] days(String account) {
      return of(account).keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void forEach(Consumer<PageFact> to) {
      facts.values().forEach(days -> days.values().forEach(to));
    }

    @Override
    public boolean byTheClock(String account) {
      return machines.contains(account);
    }

    @Override
    public @Nullable String text(long endpoint) {
      return texts.text(endpoint);
    }
  }
}
