package dev.bonafide.sources;

import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Member;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import dev.bonafide.sources.Mapping.Part;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applies a mapping to records: one event for each kind that a record gives. */
final class MappingReader implements Interpreter {
  private static final Reading NO_ACCOUNT = new Reading.Ignored("names no account");

  private final Mapping mapping;
  private final boolean explain;
  private final Decisions decisions;
  private final Values values;
  private final Map<String, Integer> names = new HashMap<>();

  /** The field that names an account which is no person. */
  private final int serviceName;

  private final Mapping.Device[] devices;
  private final int[][] deviceWords;
  private final int[][] deviceTests;
  private final List<Mapping.Contact> contacts;
  private final Mapping.People[] people;
  private final int[][] peopleWords;
  private final Known<Boolean> factsTold = new Known<>();
  private final Known<Reading> ignored = new Known<>();
  private final Reading noTime;
  private final long sourceHash;
  private final String prefix;
  private long idsMade;

  MappingReader(Mapping mapping, ReadOptions options) {
    this.mapping = mapping;
    explain = options.explain();
    decisions = new Decisions(mapping);
    ZoneId zone = mapping.zone();
    Times times = new Times(zone == null ? options.zoneOfBareTimes() : zone, options.dayFirst());
    for (int i = 0; i < mapping.words().size(); i++) {
      Mapping.Word word = mapping.words().get(i);
      if (word != null) {
        names.put(word.name(), i);
      }
    }
    serviceName = names.getOrDefault("serviceName", Part.ALIAS.at);
    // What a record says of devices and accounts, it says once.
    boolean whole = mapping.part() == 0;
    devices = whole ? mapping.devices().toArray(Mapping.Device[]::new) : new Mapping.Device[0];
    deviceWords =
        Stream.of(devices)
            .map(d -> d.names().stream().mapToInt(Mapping.DeviceName::word).toArray())
            .toArray(int[][]::new);
    deviceTests =
        Stream.of(devices)
            .map(d -> d.when().stream().mapToInt(Mapping.Test::word).toArray())
            .toArray(int[][]::new);
    contacts = whole ? mapping.contacts() : List.of();
    people = whole ? mapping.people().toArray(Mapping.People[]::new) : new Mapping.People[0];
    peopleWords =
        Stream.of(people)
            .map(p -> p.aliases().stream().mapToInt(Mapping.AccountName::word).toArray())
            .toArray(int[][]::new);
    values =
        new Values(
            mapping,
            times,
            word -> decisions.tests(word) || word == Part.OUTCOME.at,
            decisions.words(),
            telling());
    long slug = Hash.of(mapping.card().slug());
    sourceHash = mapping.part() == 0 ? slug : Hash.combine(slug, mapping.part());
    prefix = mapping.accountsOf() + ":";
    noTime =
        new Reading.Rejected(
            firstPath(Part.TIME.at),
            "is missing or no time; expected ISO 8601, epoch or another common form");
  }

  /** The fields of which facts about devices and accounts are made. */
  private int[] telling() {
    IntStream told = IntStream.empty();
    for (int d = 0; d < devices.length; d++) {
      told = IntStream.concat(told, IntStream.of(devices[d].worker()));
      told = IntStream.concat(told, IntStream.of(deviceWords[d]));
      told = IntStream.concat(told, IntStream.of(deviceTests[d]));
    }
    for (Mapping.Contact contact : contacts) {
      told = IntStream.concat(told, IntStream.of(contact.value(), contact.worker()));
      told = IntStream.concat(told, contact.when().stream().mapToInt(Mapping.Test::word));
    }
    for (int p = 0; p < people.length; p++) {
      told = IntStream.concat(told, IntStream.of(people[p].account()));
      told = IntStream.concat(told, IntStream.of(peopleWords[p]));
    }
    return told.toArray();
  }

  @Override
  public long idsMade() {
    return idsMade;
  }

  @Override
  public void read(Row row, RecordSink sink) {
    values.next(row);
    if (explain) {
      explain(row, sink);
    }
    Decisions.Decision decision = values.decision(decisions);
    long received = values.time(Part.RECEIVED.at);
    if (received != Times.NONE) {
      sink.received(received);
    }
    String because = decision.ignore();
    if (because != null && decision.gifts().length == 0) {
      sink.reading(ignored(because, decision));
      facts(1, false, sink);
      return;
    }
    if (decision.gifts().length == 0) {
      facts(0, decision.service(), sink);
      return;
    }
    long time = values.time(Part.TIME.at);
    if (time == Times.NONE) {
      sink.reading(noTime);
      return;
    }
    long id = recordId(row, time);
    boolean told = false;
    for (Mapping.Gift gift : decision.gifts()) {
      told |= give(gift, decision.service(), time, id, sink);
    }
    if (!told) {
      sink.reading(NO_ACCOUNT);
    }
    facts(1, false, sink);
  }

  private boolean give(Mapping.Gift gift, boolean service, long time, long id, RecordSink sink) {
    int[] words = gift.words();
    if (gift.when() >= 0 && values.of(gift.when()) == Value.ABSENT) {
      return true;
    }
    Term account = gift.ofDevice() ? deviceAccount(gift) : account(words[Part.ACCOUNT.at]);
    if (account == null) {
      return false;
    }
    boolean other = !gift.ofDevice() && isOther(words[Part.ACCOUNT.at]);
    if (other) {
      words = gift.ofOther();
    }
    Term alias = gift.ofDevice() ? null : values.term(words[Part.ALIAS.at]);
    Event.Outcome outcome = gift.outcome();
    sink.reading(
        new Event(
            gift.kind(),
            outcome == null ? outcome(words[Part.OUTCOME.at]) : outcome,
            time,
            id,
            account,
            alias,
            values.term(words[Part.APP.at]),
            values.term(words[Part.ENDPOINT.at]),
            values.term(words[Part.EGRESS.at]),
            values.term(words[Part.FINGERPRINT.at]),
            values.term(words[Part.SESSION.at]),
            values.term(words[Part.OBJECT.at]),
            other && words[Part.EGRESS.at] < 0 ? null : values.net(),
            values.amount(words[Part.AMOUNT.at])));
    if (service && words[Part.ACCOUNT.at] == Part.ACCOUNT.at && !gift.ofDevice()) {
      tellService(account, values.term(serviceName), sink);
    }
    return true;
  }

  /** Whether a field names another account than the one that acted. */
  private boolean isOther(int word) {
    return word != Part.ACCOUNT.at
        && values.of(Part.ACCOUNT.at) != Value.ABSENT
        && values.of(Part.ACCOUNT.at).id != values.of(word).id;
  }

  private Event.Outcome outcome(int word) {
    Value value = values.of(word);
    Event.Outcome outcome = value.outcome;
    if (outcome == null) {
      outcome = Event.Outcome.UNKNOWN;
      for (Map.Entry<Event.Outcome, List<Glob>> entry : mapping.outcomes().entrySet()) {
        if (value != Value.ABSENT && Glob.any(entry.getValue(), value.raw)) {
          outcome = entry.getKey();
          break;
        }
      }
      value.outcome = outcome;
    }
    return outcome;
  }

  private @Nullable Term account(int word) {
    Value value = values.of(word);
    if (value.term == null) {
      return null;
    }
    Term account = value.account;
    if (account == null) {
      // Mail addresses and Windows logins are the same in any case.
      boolean anyCase = value.raw.indexOf('@') >= 0 || value.raw.indexOf('\\') >= 0;
      String key = value.term.text();
      account = Term.of(prefix + (anyCase ? key.toLowerCase(Locale.ROOT) : key));
      value.account = account;
    }
    return account;
  }

  private @Nullable Term deviceAccount(Mapping.Gift gift) {
    Value endpoint = values.of(gift.words()[Part.ENDPOINT.at]);
    if (endpoint.term == null) {
      return null;
    }
    Term account = endpoint.account;
    if (account == null) {
      String key = endpoint.term.text();
      account =
          Term.of(
              prefix + "device/" + (key.startsWith(prefix) ? key.substring(prefix.length()) : key));
      endpoint.account = account;
    }
    return account;
  }

  // --- facts about devices and accounts ------------------------------------------------------

  /**
   * Tells each fact once per reader; the same facts come out however a file is cut.
   *
   * @param known how many names of an account are said by its events anyway
   * @param service the account is no person
   */
  private void facts(int known, boolean service, RecordSink sink) {
    if (values.told()) {
      return;
    }
    values.tell();
    for (int d = 0; d < devices.length; d++) {
      Value first = Value.ABSENT;
      long key = Hash.combine(d, values.of(devices[d].worker()).id);
      for (int word : deviceTests[d]) {
        key = Hash.combine(key, values.of(word).id);
      }
      for (int word : deviceWords[d]) {
        Value name = values.of(word);
        first = first == Value.ABSENT ? name : first;
        key = Hash.combine(key, name.id);
      }
      if (first != Value.ABSENT && first.factsTold != key) {
        first.factsTold = key;
        if (factsTold.get(key) == null) {
          factsTold.put(key, true);
          if (holds(devices[d].when())) {
            tellDevice(devices[d], sink);
          }
        }
      }
    }
    for (int c = 0; c < contacts.size(); c++) {
      Mapping.Contact contact = contacts.get(c);
      Value value = values.of(contact.value());
      Value worker = values.of(contact.worker());
      long key = Hash.combine(Hash.combine(-1000 - c, value.id), worker.id);
      if (value != Value.ABSENT && worker != Value.ABSENT && holds(contact.when())) {
        if (factsTold.get(key) == null) {
          factsTold.put(key, true);
          tellContact(contact, sink);
        }
      }
    }
    for (int p = 0; p < people.length; p++) {
      Value first = values.of(people[p].account());
      long key = Hash.combine(-1 - p, first.id);
      for (int word : peopleWords[p]) {
        key = Hash.combine(key, values.of(word).id);
      }
      if (first != Value.ABSENT && first.factsTold != key) {
        first.factsTold = key;
        Term account = account(people[p].account());
        if (account != null && factsTold.get(key) == null) {
          factsTold.put(key, true);
          tellAccount(account, people[p], known, service, sink);
        }
      }
    }
  }

  /** A contact has the same id wherever it is said first, as a fact of a device has. */
  private void tellContact(Mapping.Contact contact, RecordSink sink) {
    Term value = values.term(contact.value());
    Term worker = values.term(contact.worker());
    if (value != null && worker != null) {
      sink.reading(
          new Claim.Contact(
              worker.text(),
              Hash.combine(
                  sourceHash, Hash.of(contact.kind() + " " + value.text() + " " + worker.text())),
              Long.MIN_VALUE,
              Long.MAX_VALUE,
              contact.kind(),
              value.text()));
    }
  }

  private boolean holds(List<Mapping.Test> when) {
    for (Mapping.Test test : when) {
      if (!Decisions.holds(test, values.of(test.word()))) {
        return false;
      }
    }
    return true;
  }

  private void tellDevice(Mapping.Device device, RecordSink sink) {
    List<DeviceFact.Name> names = new ArrayList<>();
    for (Mapping.DeviceName given : device.names()) {
      Term name = values.term(given.word());
      if (name != null) {
        names.add(new DeviceFact.Name(given.kind(), name.text()));
      }
    }
    Term worker = values.term(device.worker());
    if (names.size() > 1 || (worker != null && !names.isEmpty())) {
      sink.reading(fact(names, worker == null ? null : worker.text()));
    }
  }

  /** A fact has the same id wherever it is said first. */
  private DeviceFact fact(List<DeviceFact.Name> names, @Nullable String worker) {
    return new DeviceFact(
        Hash.combine(sourceHash, Hash.of(names + " " + worker)),
        names,
        worker,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        null,
        null,
        null,
        null,
        List.of());
  }

  private void tellAccount(
      Term account, Mapping.People people, int known, boolean service, RecordSink sink) {
    List<Member.Alias> aliases = new ArrayList<>();
    for (Mapping.AccountName given : people.aliases()) {
      Term name = values.term(given.word());
      if (name != null) {
        aliases.add(new Member.Alias(given.kind(), name.text()));
      }
    }
    if (aliases.size() > known
        || aliases.stream()
            .anyMatch(
                alias ->
                    switch (alias.kind()) {
                      case ACCOUNT, WORKER_ID, SID -> true;
                      case MAIL, LOGIN, PRIVATE_MAIL, DISPLAY_NAME, APPLICANT_ID -> false;
                    })) {
      sink.reading(new Member(account.text(), aliases, service));
    }
  }

  private void tellService(Term account, @Nullable Term name, RecordSink sink) {
    long key = Hash.combine(Hash.combine(account.id(), 1), Term.idOf(name));
    if (factsTold.get(key) == null) {
      List<Member.Alias> aliases =
          name == null
              ? List.of()
              : List.of(new Member.Alias(Member.AliasKind.DISPLAY_NAME, name.text()));
      sink.reading(new Member(account.text(), aliases, true));
      factsTold.put(key, true);
    }
  }

  // --- ids, reasons, explanations ------------------------------------------------------------

  private long recordId(Row row, long time) {
    for (Mapping.IdForm form : mapping.ids()) {
      long hash = id(form, time);
      if (hash != 0) {
        return hash;
      }
    }
    idsMade++;
    return mapping.part() == 0 ? row.hash() : Hash.combine(row.hash(), mapping.part());
  }

  private long id(Mapping.IdForm form, long time) {
    long hash = sourceHash;
    for (int word : form.words()) {
      long part = word == Part.TIME.at ? time : values.hash(word);
      if (part == 0) {
        return 0;
      }
      hash = Hash.combine(hash, part);
    }
    return hash;
  }

  private Reading ignored(String because, Decisions.Decision decision) {
    int open = because.indexOf('{');
    int close = because.indexOf('}', open + 1);
    boolean named = open >= 0 && close > open;
    Value value =
        named
            ? values.of(names.getOrDefault(because.substring(open + 1, close), -1))
            : Value.ABSENT;
    long key = Hash.combine(decision.number(), value.id);
    Reading reading = ignored.get(key);
    if (reading == null) {
      String what = value == Value.ABSENT ? "nothing" : value.raw;
      reading =
          new Reading.Ignored(
              named ? because.substring(0, open) + what + because.substring(close + 1) : because);
      ignored.put(key, reading);
    }
    return reading;
  }

  /** Where a field lies in the first place, however it is made of others. */
  private String firstPath(int word) {
    return switch (word < 0 ? null : mapping.words().get(word)) {
      case Mapping.Found found -> found.places().getFirst().path();
      case Mapping.First first -> firstPath(first.words().getFirst());
      case Mapping.Before before -> firstPath(before.end());
      case null -> "time";
      default -> "time";
    };
  }

  private void explain(Row row, RecordSink sink) {
    String element = mapping.part() == 0 ? "" : "[" + mapping.part() + "]";
    for (Mapping.Word word : mapping.words()) {
      if (word instanceof Mapping.Found found) {
        for (Mapping.Place place : found.places()) {
          String text = row.text(place.slot());
          if (text != null
              && place.path().contains(element)
              && !Absent.is(text)
              && !Glob.any(place.absent(), text)) {
            sink.told(found.name(), place.path(), text);
            break;
          }
        }
      }
    }
  }
}
