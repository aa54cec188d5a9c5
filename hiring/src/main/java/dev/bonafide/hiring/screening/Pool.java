package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.Traces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What different people share: everybody's traces, found by what they hold. Never changes once
 * made; safe for many threads.
 */
final class Pool {
  /**
   * A thing that more people share is a place, an agency, a template or a program, and links nobody
   * (research/linking.md 4.5: at most 14 personas per value).
   */
  static final int MOST_PEOPLE = 14;

  private static final Comparator<Traces> ORDER =
      Comparator.comparing(Traces::id)
          .thenComparing(Traces::person)
          .thenComparing(Traces::standing)
          .thenComparingLong(Traces::day);

  private final Map<Long, List<Traces>> byContact;
  private final Map<Long, List<Traces>> byDocument;
  private final Map<Long, List<Traces>> byAuthor;
  private final Map<Long, List<Traces>> byMailShape;
  private final Map<Long, List<Traces>> byReferee;
  private final Map<Long, List<Traces>> byNetwork;
  private final Map<Long, List<Traces>> byDevice;
  private final Map<Long, List<Traces>> bySender;
  private final Map<Long, List<Traces>> byGear;
  private final NearPictures pictures;
  private final int withGear;
  private final SharedText text;
  private final int mails;

  /**
   * @param fresh the applicants under review
   * @param context whom else to compare with
   */
  Pool(List<Traces> fresh, Context context) {
    Map<String, Traces> first = new HashMap<>();
    List<Traces> all = new ArrayList<>(fresh);
    fresh.forEach(t -> first.put(t.id(), t));
    for (Traces known : context.known()) {
      // An application that is under review may stand among the earlier ones, too.
      if (known.standing() != Traces.Standing.APPLICANT || !first.containsKey(known.id())) {
        all.add(known);
      }
    }
    all.sort(ORDER);
    byContact = index(all, all, Traces::contacts, Traces::contacts);
    byDocument = index(fresh, all, Traces::documentIds, Traces::documentIds);
    byAuthor = index(fresh, all, Traces::authors, Traces::authors);
    byMailShape = index(fresh, all, Traces::mailShapes, Traces::mailShapes);
    byReferee = index(fresh, all, Pool::referees, Pool::referees);
    byNetwork = index(fresh, all, Traces::networks, Traces::networks);
    byDevice = index(fresh, all, Traces::devices, Traces::devices);
    bySender = index(fresh, all, Traces::senders, Traces::senders);
    byGear = index(fresh, all, Traces::gear, Traces::gear);
    pictures = new NearPictures(all);
    withGear = people(all.stream().filter(t -> !t.gear().isEmpty()).toList());
    text = new SharedText(fresh, all, context.jobAds());
    mails = (int) all.stream().filter(t -> !t.contacts().isEmpty()).count();
  }

  private static Map<Long, List<Traces>> index(
      List<Traces> fresh,
      List<Traces> all,
      Function<Traces, List<Long>> wanted,
      Function<Traces, List<Long>> held) {
    Set<Long> keys = new HashSet<>();
    fresh.forEach(t -> keys.addAll(wanted.apply(t)));
    Map<Long, List<Traces>> index = new HashMap<>();
    for (Traces traces : all) {
      for (long key : held.apply(traces)) {
        if (keys.contains(key)) {
          index.computeIfAbsent(key, k -> new ArrayList<>()).add(traces);
        }
      }
    }
    return index;
  }

  private static List<Long> referees(Traces traces) {
    return traces.vouches().stream().flatMap(v -> v.referee().stream()).distinct().toList();
  }

  /** Who has this contact. */
  List<Traces> withContact(long contact) {
    return byContact.getOrDefault(contact, List.of());
  }

  /** Whose files keep this id. */
  List<Traces> withDocument(long documentId) {
    return byDocument.getOrDefault(documentId, List.of());
  }

  /** Whose files name this author. */
  List<Traces> withAuthor(long author) {
    return byAuthor.getOrDefault(author, List.of());
  }

  /** Whose mail address has this shape. */
  List<Traces> withMailShape(long shape) {
    return byMailShape.getOrDefault(shape, List.of());
  }

  /** For whom a referee with this contact vouches. */
  List<Traces> vouchedBy(long contact) {
    return byReferee.getOrDefault(contact, List.of());
  }

  /** Who applied or joined from this network address. */
  List<Traces> withNetwork(long network) {
    return byNetwork.getOrDefault(network, List.of());
  }

  /** Whose browser or computer applied or joined. */
  List<Traces> withDevice(long device) {
    return byDevice.getOrDefault(device, List.of());
  }

  /** Whose application came from here. */
  List<Traces> withSender(long sender) {
    return bySender.getOrDefault(sender, List.of());
  }

  /** Who joined meetings with such a camera or microphone. */
  List<Traces> withGear(long gear) {
    return byGear.getOrDefault(gear, List.of());
  }

  /** How many people joined meetings with a named camera or microphone. */
  int peopleWithGear() {
    return withGear;
  }

  NearPictures pictures() {
    return pictures;
  }

  SharedText text() {
    return text;
  }

  /** How many people with a contact there are. */
  int size() {
    return mails;
  }

  /** The others among holders: other people, of whom no relation is known. */
  static List<Traces> others(List<Traces> holders, Traces self, Context context) {
    return holders.stream()
        .filter(t -> !t.person().equals(self.person()) && !t.id().equals(self.id()))
        .filter(t -> !context.related(t.person(), self.person()))
        .toList();
  }

  /** How many different people hold something. */
  static int people(List<Traces> holders) {
    return (int) holders.stream().map(Traces::person).distinct().count();
  }
}
