package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Places headers by what they mean. A header and a phrase are both reduced to the set of their
 * words, in one spelling, without the words that say nothing; equal sets mean the same. Once a
 * table is recognised by such headers, one with one more word than a phrase, which no phrase of the
 * source uses, means the same too ({@code Branch e-mail}), while {@code Manager e-mail} does not.
 */
final class Phrases {
  /** Different words for one thing. */
  private static final Map<String, String> SPELLING = new HashMap<>();

  private static final Set<String> NOISE =
      Set.of(
          "the",
          "of",
          "a",
          "an",
          "on",
          "at",
          "by",
          "for",
          "as",
          "utc",
          "gmt",
          "field",
          "value",
          "column",
          "e",
          "s",
          "d",
          "b",
          "t",
          "g",
          "optional",
          "required",
          "formatted",
          "raw",
          "record",
          "data",
          "info",
          "details",
          "detail");

  static {
    same("mail", "email", "emails", "mails", "smtp");
    same("id", "identifier", "uid", "guid", "uuid", "ids");
    same("number", "no", "num", "nr", "nbr");
    same("start", "starts", "started", "begin", "begins", "beginning", "began", "starting");
    same("end", "ends", "ended", "finish", "finished", "stop", "stopped", "ending", "until");
    same("from", "since");
    same("connect", "connected", "connection");
    same("disconnect", "disconnected", "disconnection");
    same("time", "timestamp", "datetime", "ts");
    same("date", "day", "dates");
    same("ip", "ipaddress", "ipaddr", "ipv", "ips");
    same("address", "addr", "addresses");
    same("user", "users", "username", "userid", "usr");
    same("name", "names");
    same("phone", "telephone", "tel", "mobile", "cell", "cellphone", "handset");
    same("zone", "timezone", "tz", "timezones");
    same("department", "dept", "division", "departments");
    same("manager", "supervisor", "boss");
    same("title", "titles");
    same("country", "countries", "nation");
    same("city", "town");
    same("host", "hostname", "computername", "hosts");
    same("computer", "machine", "workstation", "pc", "endpoint");
    same("device", "devices", "asset", "assets");
    same("serial", "serialnumber", "serials", "servicetag");
    same("os", "platform");
    same("version", "ver", "build");
    same("bytes", "octets", "byte");
    same("in", "rx", "received", "rcvd", "rcv", "download", "downloaded", "inbound", "incoming");
    same("out", "tx", "sent", "xmt", "transmitted", "upload", "uploaded", "outbound", "outgoing");
    same("duration", "elapsed", "length");
    same("asn", "as");
    same("org", "organisation", "organization", "isp", "provider", "carrier");
    same("last", "latest");
    same(
        "seen",
        "checkin",
        "check",
        "checked",
        "contact",
        "contacted",
        "sync",
        "synced",
        "reported");
    same("enroll", "enrolled", "enrolment", "enrollment", "registered", "registration");
    same("hire", "hired");
    same("join", "joined", "joining");
    same("onboard", "onboarding", "onboarded");
    same("terminate", "terminated", "termination", "offboarded", "separation");
    same("leave", "leaving", "left");
    same("exit", "exited");
    same("type", "kind", "category");
    same("reason", "cause");
    same("note", "notes", "comment", "comments", "remark", "remarks");
    same("location", "locations", "place", "places", "site");
    same("office", "offices");
    same("schedule", "shift", "shifts", "schedules", "hours");
    same("display", "displays");
    same("monitor", "monitors", "screen", "screens");
    same("worker", "workers", "employee", "employees", "emp", "staff", "associate", "personnel");
    same("job", "position", "jobs");
    same("role", "roles");
    same("contract", "contractor");
    same("agency", "vendor", "supplier", "staffing");
    same("ship", "shipping", "shipped", "delivery", "deliver", "shipto");
    same("private", "personal", "home");
    same("work", "working", "business", "corporate", "corp", "company", "professional");
    same("pay", "payroll", "payment", "bank");
    same("applicant", "candidate", "applicants");
    same("model", "models");
    same("manufacturer", "make", "maker", "brand");
    same("gateway", "concentrator", "gw");
    same("other", "second", "related", "partner", "counterpart");
    same("assigned", "assignee", "owner", "primary");
    same("public", "external", "wan");
    same("client", "clients");
    same("status");
    same("login", "logon", "signin");
    same("logout", "logoff", "signout");
  }

  private static void same(String word, String... others) {
    for (String other : others) {
      SPELLING.put(other, word);
    }
    SPELLING.put(word, word);
  }

  private final Set<String> noise = new HashSet<>(NOISE);
  private final Map<Set<String>, Integer> slotOf = new HashMap<>();
  private final Set<String> vocabulary = new HashSet<>();

  Phrases(String... noise) {
    for (String word : noise) {
      this.noise.add(SPELLING.getOrDefault(word, word));
    }
  }

  /** Gives a phrase a slot. */
  void add(String phrase, int slot) {
    Set<String> meaning = meaning(phrase);
    if (slotOf.putIfAbsent(meaning, slot) != null) {
      throw new IllegalArgumentException("\"" + phrase + "\" means the same as another phrase");
    }
    vocabulary.addAll(meaning);
  }

  /** Whether another phrase has this meaning. */
  boolean knows(String phrase) {
    return slotOf.containsKey(meaning(phrase));
  }

  /**
   * The slot of a header, -1 when its meaning is not known.
   *
   * @param exactly one word more than a phrase has is too much
   */
  int slot(String header, boolean exactly) {
    Set<String> meaning = meaning(header);
    Integer same = slotOf.get(meaning);
    if (same != null || exactly) {
      return same == null ? -1 : same;
    }
    int best = -1;
    int bestSize = 0;
    for (Map.Entry<Set<String>, Integer> entry : slotOf.entrySet()) {
      Set<String> phrase = entry.getKey();
      if (phrase.size() == meaning.size() - 1 && meaning.containsAll(phrase)) {
        String more =
            meaning.stream().filter(word -> !phrase.contains(word)).findFirst().orElse("");
        if (!vocabulary.contains(more) && !noise.contains(more)) {
          // Two phrases of one size that both fit leave it open.
          best = bestSize == phrase.size() ? -1 : entry.getValue();
          bestSize = phrase.size();
        }
      }
    }
    return best;
  }

  /** The words of a header that say something, in one spelling. */
  Set<String> meaning(String header) {
    Set<String> all = new TreeSet<>();
    Set<String> meaning = new TreeSet<>();
    for (String word : Words.of(header)) {
      for (String part :
          SPELLING.containsKey(word) || noise.contains(word) ? List.of(word) : parts(word)) {
        String spelled = SPELLING.getOrDefault(part, part);
        all.add(spelled);
        if (!noise.contains(spelled) && !noise.contains(part)) {
          meaning.add(spelled);
        }
      }
    }
    return meaning.isEmpty() ? all : meaning;
  }

  /** Splits a word written in one, such as {@code startdate}, when all parts are known. */
  private static List<String> parts(String word) {
    List<@Nullable List<String>> upTo = new ArrayList<>();
    upTo.add(List.of());
    for (int end = 1; end <= word.length(); end++) {
      List<String> best = null;
      for (int from = Math.max(0, end - 14); from < end; from++) {
        List<String> before = upTo.get(from);
        String part = word.substring(from, end);
        if (before != null && isPart(part) && (best == null || before.size() + 1 < best.size())) {
          best = new ArrayList<>(before);
          best.add(part);
        }
      }
      upTo.add(best);
    }
    List<String> whole = upTo.get(word.length());
    return whole == null ? List.of(word) : whole;
  }

  private static boolean isPart(String part) {
    return part.length() > 2
        ? SPELLING.containsKey(part)
        : part.equals("id") || part.equals("ip") || part.equals("os") || part.equals("tz");
  }

  /** A tree that places each key when it is met. */
  Node tree(boolean exactly) {
    return new Headers(exactly);
  }

  private final class Headers extends Node {
    private final boolean exactly;

    Headers(boolean exactly) {
      this.exactly = exactly;
    }

    @Override
    @Nullable Node resolve(String key) {
      int slot = Forbidden.is(key) ? -1 : slot(key, exactly);
      return slot < 0 ? null : Node.ofSlot(slot);
    }
  }
}
