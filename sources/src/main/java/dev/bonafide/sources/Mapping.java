package dev.bonafide.sources;

import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Member;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source said in words, as read from a mapping file: where its fields lie, and what its events
 * mean. Plain values; {@link MappingReader} applies them, {@link MappingFile} reads and checks
 * them.
 *
 * @param accountsOf slug of the source whose accounts it speaks of, usually its own
 * @param zone the zone of times without one, where the vendor fixes it; null to leave it to the run
 * @param words the fields by index; the first ones are the parts of an event, in the order of
 *     {@link Part}, each possibly null
 * @param outcomes what the vendor's words for how an act ended mean
 * @param rules what an event means; the first that fits counts
 * @param otherwise why a record that no rule fits is passed over, perhaps with {@code {field}}
 * @param part which element of a record's list it speaks of, where one record says several things
 * @param service when the account of a record is no person; any one list of tests is enough
 */
record Mapping(
    SourceCard card,
    String accountsOf,
    Fields fields,
    Signature signature,
    @Nullable ZoneId zone,
    List<@Nullable Word> words,
    List<IdForm> ids,
    Map<Event.Outcome, List<Glob>> outcomes,
    List<Rule> rules,
    String otherwise,
    List<List<Test>> service,
    List<Device> devices,
    List<Contact> contacts,
    List<People> people,
    int part)
    implements Source {

  /** The parts of an event that a mapping fills. */
  enum Part {
    TIME(0),
    RECEIVED(1),
    ACCOUNT(2),
    ALIAS(3),
    APP(4),
    ENDPOINT(5),
    EGRESS(6),
    FINGERPRINT(7),
    SESSION(8),
    OBJECT(9),
    AMOUNT(10),
    OUTCOME(11),
    ASN(12),
    ORGANISATION(13),
    PROXY(14),
    HOSTING(15),
    COUNTRY(16),
    REGION(17),
    CITY(18),
    LATITUDE(19),
    LONGITUDE(20);

    /** Index of the part's field among the words of a mapping. */
    final int at;

    Part(int at) {
      this.at = at;
    }
  }

  /** One field: a name and where its value comes from. */
  sealed interface Word {
    String name();
  }

  /** A value that lies in the record, in the first of several places that has one. */
  record Found(String name, List<Place> places) implements Word {}

  /**
   * One place of a value.
   *
   * @param prefix put before the text, e.g. {@code okta:}
   * @param absent texts that mean "nothing" here
   * @param only the texts that count here; empty for any
   * @param split what stands between the parts of a text
   * @param part which part of a text such as {@code Lisbon, Lisboa, PT} is meant: from 0, or from
   *     the end from -1; {@link #WHOLE} for all of it
   * @param parts how many parts there must be at least
   */
  record Place(
      int slot,
      String path,
      String prefix,
      List<Glob> absent,
      List<Glob> only,
      String split,
      int part,
      int parts) {
    static final int WHOLE = Integer.MAX_VALUE;
  }

  /** The first of several fields that has a value. */
  record First(String name, List<Integer> words) implements Word {}

  /** {@code yes} when two fields have the same value, {@code no} when they differ. */
  record Same(String name, int first, int second) implements Word {}

  /** Texts and other fields put together. */
  record Joined(String name, List<Piece> pieces) implements Word {}

  /** A text, a field, or a group that is left out as a whole when a field in it is absent. */
  sealed interface Piece {
    record Literal(String text) implements Piece {}

    record Field(int word) implements Piece {}

    record Group(List<Piece> pieces) implements Piece {}
  }

  /** What a peripheral is, from its device id, its description and its class. */
  record Peripheral(String name, int id, int description) implements Word {}

  /** Seconds: the time between two fields, else a duration as written, else one in minutes. */
  record Span(String name, int written, int minutes, int from, int to) implements Word {}

  /** When something began that ended then and lasted so long. */
  record Before(String name, int end, int span) implements Word {}

  /** A record id made of several fields, when all are there. */
  record IdForm(List<Integer> words) {}

  /** One condition of a rule. */
  sealed interface Test {
    int word();

    /** The field has a value that fits one of the patterns. */
    record Like(int word, List<Glob> patterns) implements Test {}

    /** The field has a value and it fits none. */
    record Unlike(int word, List<Glob> patterns) implements Test {}

    /** The field has a value, or has none. */
    record There(int word, boolean there) implements Test {}
  }

  /** What a record means when all tests hold; neither events nor a reason: a directory's row. */
  record Rule(List<Test> when, List<Gift> gives, @Nullable String ignore) {}

  /**
   * One event that a record gives.
   *
   * @param words index of the field for each part, -1 for none
   * @param ofOther the same where the account is not the one that acted: what an administrator did
   *     to somebody came from the administrator's device and address, and says nothing of theirs
   * @param outcome overrides what the record says
   * @param ofDevice the event belongs to the device's own account
   * @param when the field without which there is no such event; -1 for none
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Gift(
      Kind kind,
      Event.@Nullable Outcome outcome,
      int[] words,
      int[] ofOther,
      boolean ofDevice,
      int when) {}

  /**
   * A way to reach, ship to or pay a worker, as a record gives it.
   *
   * @param value the field of it
   * @param worker the field of whose it is
   * @param when what must hold for it to be one
   */
  record Contact(Claim.ContactKind kind, int value, int worker, List<Test> when) {}

  /**
   * Names that one record gives to one device.
   *
   * @param when what must hold for the names to be the device's own: a phone's display name is none
   */
  record Device(List<DeviceName> names, int worker, List<Test> when) {}

  /** One of them, and what sort of name it is. */
  record DeviceName(DeviceFact.NameKind kind, int word) {}

  /** Names that one record gives to one account. */
  record People(int account, List<AccountName> aliases) {}

  /** One of them, and what sort of name it is. */
  record AccountName(Member.AliasKind kind, int word) {}

  @Override
  public Interpreter interpreter(ReadOptions options) {
    return new MappingReader(this, options);
  }
}
