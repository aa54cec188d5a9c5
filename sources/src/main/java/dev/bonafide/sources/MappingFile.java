package dev.bonafide.sources;

import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Member;
import dev.bonafide.sources.Mapping.Gift;
import dev.bonafide.sources.Mapping.Part;
import dev.bonafide.sources.Mapping.Piece;
import dev.bonafide.sources.Mapping.Place;
import dev.bonafide.sources.Mapping.Rule;
import dev.bonafide.sources.Mapping.Test;
import dev.bonafide.sources.Mapping.Word;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a mapping file and says all that is wrong with it at once. The form is described in
 * docs/adding-a-source.md.
 */
public final class MappingFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Kind> KINDS =
      Stream.of(Kind.values()).collect(Collectors.toMap(Kind::slug, kind -> kind));

  /** What came of reading. */
  public sealed interface Outcome {}

  /** A mapping that can be used. */
  public record Good(Source source) implements Outcome {}

  /**
   * A mapping that can't be used.
   *
   * @param problems each names file, place, what was found and what was expected
   */
  public record Wrong(List<String> problems) implements Outcome {}

  /** Where a path says "the element that is read now" of the list named in "each". */
  private static final String EACH = "[#]";

  private static final int MOST_PARTS = 16;

  private final String file;
  private final List<String> problems = new ArrayList<>();
  private Fields fields;

  /** Prefixes of paths: none, and the ones under which every path may lie as well. */
  private final List<String> under = new ArrayList<>(List.of(""));

  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final List<@Nullable Word> words = new ArrayList<>();

  private MappingFile(String file, Fields fields) {
    this.file = file;
    this.fields = fields;
    for (Part part : Part.values()) {
      names.put(part.name().toLowerCase(Locale.ROOT), words.size());
      words.add(null);
    }
  }

  /**
   * Reads a mapping.
   *
   * @param file its name, for messages
   */
  public static Outcome read(String file, byte[] json) {
    try {
      JsonNode root = JSON.readTree(json);
      JsonNode each = root.path("each");
      if (!each.isObject()) {
        MappingFile reader = new MappingFile(file, Fields.atPaths());
        return reader.outcome(reader.mapping(root, 0));
      }
      int most = each.path("most").asInt(0);
      if (!each.path("list").isString() || most < 2 || most > MOST_PARTS) {
        return new Wrong(
            List.of(
                file
                    + ": each needs \"list\", the path of a list, and \"most\", 2 to "
                    + MOST_PARTS));
      }
      return each(file, JSON.writeValueAsString(root), each.path("list").asString(), most);
    } catch (JacksonException malformed) {
      return new Wrong(
          List.of(
              file
                  + ": line "
                  + malformed.getLocation().getLineNr()
                  + ", column "
                  + malformed.getLocation().getColumnNr()
                  + ": is not well-formed JSON: "
                  + malformed.getOriginalMessage()));
    }
  }

  /** One mapping for each element of the list, which share the fields of one row. */
  private static Outcome each(String file, String json, String list, int most) {
    Fields shared = Fields.atPaths();
    List<Mapping> parts = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      JsonNode root = JSON.readTree(json.replace(list + EACH, list + "[" + i + "]"));
      MappingFile reader = new MappingFile(file, shared);
      Outcome outcome = reader.outcome(reader.mapping(root, i));
      if (outcome instanceof Wrong) {
        return outcome;
      }
      if (outcome instanceof Good good && good.source() instanceof Mapping mapping) {
        parts.add(mapping);
      }
    }
    return new Good(EachOf.of(parts, list));
  }

  private Outcome outcome(@Nullable Mapping mapping) {
    return problems.isEmpty() && mapping != null
        ? new Good(mapping)
        : new Wrong(List.copyOf(problems));
  }

  private @Nullable Mapping mapping(JsonNode root, int part) {
    if (!root.isObject()) {
      wrong("", "is no object");
      return null;
    }
    known(
        root,
        "",
        "slug",
        "title",
        "how",
        "people",
        "accountsOf",
        "zone",
        "recognise",
        "each",
        "fields",
        "id",
        "outcomes",
        "rules",
        "otherwise",
        "under",
        "headers",
        "service",
        "devices",
        "contacts",
        "accounts");
    if (root.has("headers")) {
      known(root.path("headers"), "headers", "noise");
      List<String> noise = new ArrayList<>();
      each(root.path("headers").path("noise")).forEach(word -> noise.add(word.asString("")));
      fields = Fields.underPhrases(noise.toArray(String[]::new));
    }
    for (JsonNode below : each(root.path("under"))) {
      String key = below.asString("");
      under.add(key.contains("=*]") ? key : key + ".");
    }
    String slug = text(root, "", "slug", "a short name in lower case");
    if (!slug.isEmpty() && !slug.matches("[a-z][a-z0-9-]*")) {
      wrong("slug", "\"" + slug + "\" is no slug: lower-case letters, digits and - are expected");
    }
    fields(root.path("fields"));
    List<Rule> rules = rules(root.path("rules"));
    if (rules.stream().anyMatch(rule -> !rule.gives().isEmpty())) {
      needed(Part.TIME);
    }
    needed(Part.ACCOUNT);
    if (words.get(Part.RECEIVED.at) instanceof Mapping.Found received) {
      received.places().forEach(place -> fields.alsoOutside(place.path()));
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    rules.forEach(rule -> rule.gives().forEach(gift -> kinds.add(gift.kind())));
    List<Mapping.Device> devices = devices(root.path("devices"));
    List<Mapping.Contact> contacts = contacts(root.path("contacts"));
    List<Mapping.People> people = people(root.path("accounts"));
    return new Mapping(
        new SourceCard(
            slug,
            text(root, "", "title", "the name that people know"),
            kinds,
            root.path("people").asBoolean(!people.isEmpty()),
            text(root, "", "how", "a sentence on how to get the log")),
        root.path("accountsOf").asString(slug),
        fields,
        signature(root.path("recognise")),
        zone(root.path("zone")),
        words,
        ids(root.path("id")),
        outcomes(root.path("outcomes")),
        rules,
        root.path("otherwise").asString("not mapped"),
        service(root.path("service")),
        devices,
        contacts,
        people,
        part);
  }

  // --- fields --------------------------------------------------------------------------------

  private void fields(JsonNode node) {
    if (!node.isObject()) {
      wrong("fields", "is missing; an object of field names and paths is expected");
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!names.containsKey(entry.getKey())) {
        names.put(entry.getKey(), words.size());
        words.add(null);
      }
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = entry.getKey();
      Integer index = names.get(name);
      if (index != null) {
        words.set(index, word(name, "fields." + name, entry.getValue()));
      }
    }
  }

  private void needed(Part part) {
    if (words.get(part.at) == null) {
      String name = part.name().toLowerCase(Locale.ROOT);
      wrong("fields." + name, "is missing; the path of the " + name + " is expected");
    }
  }

  private @Nullable Word word(String name, String place, JsonNode node) {
    if (node.isObject() && node.has("same")) {
      known(node, place, "same");
      List<Integer> two = fieldNames(node.path("same"), place + ".same");
      if (two.size() != 2) {
        wrong(place + ".same", "names " + two.size() + " fields; two are expected");
        return null;
      }
      return new Mapping.Same(name, two.get(0), two.get(1));
    }
    if (node.isObject() && node.has("text")) {
      known(node, place, "text");
      return new Mapping.Joined(name, pieces(node.path("text").asString(""), place + ".text"));
    }
    if (node.isObject() && node.has("peripheral")) {
      known(node, place, "peripheral");
      List<Integer> two = fieldNames(node.path("peripheral"), place + ".peripheral");
      if (two.size() != 2) {
        wrong(place + ".peripheral", "expected the fields of the device id and the description");
        return null;
      }
      return new Mapping.Peripheral(name, two.get(0), two.get(1));
    }
    if (node.isObject() && node.has("seconds")) {
      known(node, place, "seconds", "minutes");
      List<Integer> three = fieldNames(node.path("seconds"), place + ".seconds");
      if (three.size() != 3) {
        wrong(place + ".seconds", "expected three fields: the duration, the start, the end");
        return null;
      }
      int minutes =
          node.has("minutes")
              ? field(node.path("minutes").asString(""), place + ".minutes")
              : three.get(0);
      return new Mapping.Span(name, three.get(0), minutes, three.get(1), three.get(2));
    }
    if (node.isObject() && node.has("before")) {
      known(node, place, "before");
      List<Integer> two = fieldNames(node.path("before"), place + ".before");
      if (two.size() != 2) {
        wrong(place + ".before", "expected two fields: the end and the seconds before it");
        return null;
      }
      return new Mapping.Before(name, two.get(0), two.get(1));
    }
    if (node.isObject() && node.has("first")) {
      known(node, place, "first");
      return new Mapping.First(name, fieldNames(node.path("first"), place + ".first"));
    }
    boolean shared = node.isObject() && node.has("paths");
    JsonNode paths = shared ? node.path("paths") : node;
    List<Place> places = new ArrayList<>();
    int at = 0;
    for (JsonNode path : each(paths)) {
      places(path, shared ? node : path, place + (paths.isArray() ? "[" + at++ + "]" : ""), places);
    }
    return new Mapping.Found(name, List.copyOf(places));
  }

  /** The places of one path: as written, and under each of the keys in "under". */
  private void places(JsonNode path, JsonNode how, String place, List<Place> into) {
    JsonNode text = path;
    if (path.isObject()) {
      known(path, place, "path", "prefix", "absent", "only", "split", "part", "parts");
      text = path.path("path");
    }
    if (how.isObject() && how.has("paths")) {
      known(how, place, "paths", "prefix", "absent", "only", "split", "part", "parts");
    }
    JsonNode told = path.isObject() ? path : how;
    if (!text.isString()) {
      wrong(place, "is no text; a path such as \"client.ipAddress\" is expected");
      return;
    }
    for (String prefix : under) {
      String whole = whole(prefix, text.asString());
      if (whole == null) {
        continue;
      }
      int slot = slot(whole, place);
      if (slot >= 0) {
        into.add(
            new Place(
                slot,
                whole,
                told.path("prefix").asString(""),
                globs(told.path("absent"), place + ".absent", true),
                globs(told.path("only"), place + ".only", true),
                told.path("split").asString(","),
                told.path("part").asInt(Place.WHOLE),
                told.path("parts").asInt(1)));
      }
    }
  }

  /** A path below a prefix; null where the prefix names a list and the path is no plain key. */
  private static @Nullable String whole(String prefix, String path) {
    if (!prefix.contains("=*]")) {
      return prefix + path;
    }
    boolean plain = path.indexOf('.') < 0 && path.indexOf('[') < 0;
    return plain ? prefix.replace("=*]", "=" + path + "]") : null;
  }

  private int slot(String path, String place) {
    if (Forbidden.is(path)) {
      wrong(
          place,
          "\""
              + path
              + "\" is not read on purpose: who somebody is by birth, belief,"
              + " body or family is never used, nor what stands for it");
      return -1;
    }
    try {
      return fields.slot(path);
    } catch (IllegalArgumentException wrong) {
      wrong(place, "is no path: " + wrong.getMessage());
      return -1;
    }
  }

  private List<Piece> pieces(String text, String place) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '{' || c == '[') {
        int close = text.indexOf(c == '{' ? '}' : ']', at);
        if (close < 0) {
          wrong(place, "\"" + text + "\" opens " + c + " and does not close it");
          return List.of();
        }
        String inside = text.substring(at + 1, close);
        if (c == '{') {
          pieces.add(new Piece.Field(field(inside, place)));
        } else {
          pieces.add(new Piece.Group(pieces(inside, place)));
        }
        at = close + 1;
      } else {
        int end = at;
        while (end < text.length() && text.charAt(end) != '{' && text.charAt(end) != '[') {
          end++;
        }
        pieces.add(new Piece.Literal(text.substring(at, end)));
        at = end;
      }
    }
    return List.copyOf(pieces);
  }

  private int field(String name, String place) {
    Integer index = names.get(name);
    if (index == null) {
      wrong(place, "\"" + name + "\" is no field; expected one of " + names.keySet());
      return -1;
    }
    return index;
  }

  private List<Integer> fieldNames(JsonNode node, String place) {
    List<Integer> found = new ArrayList<>();
    for (JsonNode name : each(node)) {
      found.add(field(name.asString(""), place));
    }
    return found;
  }

  // --- recognition ---------------------------------------------------------------------------

  private Signature signature(JsonNode node) {
    List<List<Signature.Need>> anyOf = new ArrayList<>();
    int at = 0;
    for (JsonNode one : each(node)) {
      String place = "recognise" + (node.isArray() ? "[" + at++ + "]" : "");
      known(one, place, "all", "some", "least", "is");
      List<Signature.Need> needs = new ArrayList<>();
      List<int[]> all = groups(one.path("all"), place + ".all");
      if (!all.isEmpty()) {
        needs.add(new Signature.Present(all.size(), all));
      }
      List<int[]> some = groups(one.path("some"), place + ".some");
      if (!some.isEmpty()) {
        needs.add(new Signature.Present(one.path("least").asInt(1), some));
      }
      for (Map.Entry<String, JsonNode> is : one.path("is").properties()) {
        String name = is.getKey();
        int[] slots = slots(name, place + ".is." + name);
        needs.add(new Signature.Like(slots, globs(is.getValue(), place + ".is." + name, false)));
      }
      if (needs.isEmpty()) {
        wrong(place, "needs nothing; \"all\", \"some\" or \"is\" is expected");
      }
      anyOf.add(List.copyOf(needs));
    }
    if (anyOf.isEmpty()) {
      wrong("recognise", "is missing; what every record of this source has is expected");
    }
    return new Signature(List.copyOf(anyOf));
  }

  private List<int[]> groups(JsonNode node, String place) {
    List<int[]> groups = new ArrayList<>();
    if (node.isMissingNode()) {
      return groups;
    }
    for (JsonNode group : each(node)) {
      int[] slots = new int[0];
      for (JsonNode path : each(group)) {
        int[] more = slots(path.asString(""), place);
        int before = slots.length;
        slots = Arrays.copyOf(slots, before + more.length);
        System.arraycopy(more, 0, slots, before, more.length);
      }
      groups.add(slots);
    }
    return groups;
  }

  /** The slots of a field's places, or of a path. */
  private int[] slots(String name, String place) {
    Integer index = names.get(name);
    if (index != null && words.get(index) instanceof Mapping.Found found) {
      return found.places().stream().mapToInt(Place::slot).toArray();
    }
    try {
      List<Integer> slots = new ArrayList<>();
      for (String prefix : under) {
        String whole = whole(prefix, name);
        if (whole != null) {
          slots.add(fields.slot(whole));
        }
      }
      return slots.stream().mapToInt(Integer::intValue).toArray();
    } catch (IllegalArgumentException wrong) {
      wrong(place, "is neither a field nor a path: " + wrong.getMessage());
      return new int[0];
    }
  }

  // --- rules ---------------------------------------------------------------------------------

  private List<Rule> rules(JsonNode node) {
    List<Rule> rules = new ArrayList<>();
    if (!node.isArray() || node.isEmpty()) {
      wrong("rules", "is missing; a list of what each event means is expected");
      return rules;
    }
    for (JsonNode rule : node) {
      String place = "rules[" + rules.size() + "]";
      known(rule, place, "when", "give", "ignore");
      List<Gift> gives = new ArrayList<>();
      if (rule.has("give")) {
        for (JsonNode give : each(rule.path("give"))) {
          Gift gift = gift(give, place + ".give");
          if (gift != null) {
            gives.add(gift);
          }
        }
      }
      if (rule.has("give") == rule.has("ignore")) {
        wrong(place, "must either \"give\" something or say why it is passed over in \"ignore\"");
      }
      rules.add(
          new Rule(
              when(rule.path("when"), place + ".when"),
              List.copyOf(gives),
              rule.has("ignore") ? rule.path("ignore").asString("") : null));
    }
    return List.copyOf(rules);
  }

  private List<List<Test>> service(JsonNode node) {
    List<List<Test>> service = new ArrayList<>();
    for (JsonNode when : each(node)) {
      service.add(when(when, "service"));
    }
    return List.copyOf(service);
  }

  private List<Test> when(JsonNode node, String place) {
    List<Test> tests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String at = place + "." + entry.getKey();
      int word = field(entry.getKey(), at);
      JsonNode value = entry.getValue();
      if (word < 0) {
        continue;
      }
      if (words.get(word) == null) {
        wrong(at, "is tested, but \"fields\" does not say where it lies");
      }
      if (value.isBoolean()) {
        tests.add(new Test.There(word, value.asBoolean()));
      } else if (value.isObject()) {
        known(value, at, "not");
        tests.add(new Test.Unlike(word, globs(value.path("not"), at + ".not", false)));
      } else {
        tests.add(new Test.Like(word, globs(value, at, false)));
      }
    }
    return List.copyOf(tests);
  }

  private @Nullable Gift gift(JsonNode node, String place) {
    String slug = node.isObject() ? node.path("kind").asString("") : node.asString("");
    Kind kind = KINDS.get(slug);
    if (kind == null) {
      wrong(
          place,
          "\""
              + slug
              + "\" is no kind; expected one of "
              + KINDS.keySet().stream().sorted().toList());
      return null;
    }
    int[] parts = new int[Part.values().length];
    for (Part part : Part.values()) {
      // What the act was about is said by the rule; the same field seldom fits two kinds.
      boolean own = part == Part.OBJECT || part == Part.AMOUNT;
      parts[part.at] = own || words.get(part.at) == null ? -1 : part.at;
    }
    Event.@Nullable Outcome outcome = null;
    boolean ofDevice = false;
    int when = -1;
    Set<Part> said = EnumSet.noneOf(Part.class);
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        String key = entry.getKey();
        String at = place + "." + key;
        JsonNode value = entry.getValue();
        switch (key) {
          case "kind" -> {}
          case "if" -> when = field(value.asString(""), at);
          case "outcome" -> outcome = outcome(value.asString(""), at);
          case "account" -> {
            ofDevice = value.asString("").equals("device");
            if (!ofDevice) {
              parts[Part.ACCOUNT.at] = field(value.asString(""), at);
            }
          }
          case "alias",
              "app",
              "endpoint",
              "egress",
              "fingerprint",
              "session",
              "object",
              "amount" -> {
            Part part = Part.valueOf(key.toUpperCase(Locale.ROOT));
            said.add(part);
            parts[part.at] = value.isNull() ? -1 : valueOf(value.asString(""), at);
          }
          default ->
              wrong(
                  at,
                  "is not known here; expected kind, if, outcome, account, alias, app, endpoint,"
                      + " egress, fingerprint, session, object or amount");
        }
      }
    }
    int[] ofOther = parts.clone();
    for (Part part : List.of(Part.ENDPOINT, Part.EGRESS, Part.FINGERPRINT, Part.SESSION)) {
      ofOther[part.at] = said.contains(part) ? parts[part.at] : -1;
    }
    return new Gift(kind, outcome, parts, ofOther, ofDevice, when);
  }

  /** A field's name, or a text with fields in braces. */
  private int valueOf(String text, String place) {
    if (text.indexOf('{') < 0) {
      return field(text, place);
    }
    Integer known = names.get(text);
    if (known == null) {
      known = words.size();
      names.put(text, known);
      words.add(new Mapping.Joined(text, pieces(text, place)));
    }
    return known;
  }

  private Map<Event.Outcome, List<Glob>> outcomes(JsonNode node) {
    // In the order of the file: the first that fits counts.
    Map<Event.Outcome, List<Glob>> outcomes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String place = "outcomes." + entry.getKey();
      Event.@Nullable Outcome outcome = outcome(entry.getKey(), place);
      if (outcome != null) {
        outcomes.put(outcome, globs(entry.getValue(), place, false));
      }
    }
    return outcomes;
  }

  private Event.@Nullable Outcome outcome(String text, String place) {
    return switch (text) {
      case "success" -> Event.Outcome.SUCCESS;
      case "failure" -> Event.Outcome.FAILURE;
      case "unknown" -> Event.Outcome.UNKNOWN;
      default -> {
        wrong(place, "\"" + text + "\" is none of success, failure, unknown");
        yield null;
      }
    };
  }

  private List<Mapping.IdForm> ids(JsonNode node) {
    List<Mapping.IdForm> ids = new ArrayList<>();
    if (node.isMissingNode()) {
      return ids;
    }
    for (JsonNode form : each(node)) {
      List<Integer> parts = new ArrayList<>();
      for (String name : form.asString("").split(" *\\+ *", -1)) {
        parts.add(field(name, "id"));
      }
      ids.add(new Mapping.IdForm(List.copyOf(parts)));
    }
    return List.copyOf(ids);
  }

  private List<Mapping.Device> devices(JsonNode node) {
    List<Mapping.Device> devices = new ArrayList<>();
    for (JsonNode device : node.isMissingNode() ? List.<JsonNode>of() : each(node)) {
      String place = "devices[" + devices.size() + "]";
      List<Mapping.DeviceName> names = new ArrayList<>();
      int worker = -1;
      List<Test> when = when(device.path("when"), place + ".when");
      for (Map.Entry<String, JsonNode> entry : device.properties()) {
        String at = place + "." + entry.getKey();
        if (entry.getKey().equals("when")) {
          continue;
        }
        DeviceFact.@Nullable NameKind kind =
            switch (entry.getKey()) {
              case "serial" -> DeviceFact.NameKind.SERIAL;
              case "id" -> DeviceFact.NameKind.VENDOR_ID;
              case "fqdn" -> DeviceFact.NameKind.FQDN;
              case "host" -> DeviceFact.NameKind.HOST;
              default -> null;
            };
        for (int word : fieldNames(entry.getValue(), at)) {
          if (kind != null) {
            names.add(new Mapping.DeviceName(kind, word));
          } else if (entry.getKey().equals("worker")) {
            worker = word;
          } else {
            wrong(at, "expected serial, id, fqdn, host, worker or when");
          }
        }
      }
      devices.add(new Mapping.Device(List.copyOf(names), worker, when));
    }
    return List.copyOf(devices);
  }

  private List<Mapping.Contact> contacts(JsonNode node) {
    List<Mapping.Contact> contacts = new ArrayList<>();
    for (JsonNode contact : node.isMissingNode() ? List.<JsonNode>of() : each(node)) {
      String place = "contacts[" + contacts.size() + "]";
      known(contact, place, "is", "value", "worker", "when");
      Claim.@Nullable ContactKind kind =
          switch (contact.path("is").asString("")) {
            case "phone" -> Claim.ContactKind.PHONE;
            case "private mail" -> Claim.ContactKind.PRIVATE_MAIL;
            case "ship to" -> Claim.ContactKind.SHIP_TO;
            case "home address" -> Claim.ContactKind.HOME_ADDRESS;
            case "pay token" -> Claim.ContactKind.PAY_TOKEN;
            default -> null;
          };
      int value = field(contact.path("value").asString(""), place + ".value");
      int worker = field(contact.path("worker").asString(""), place + ".worker");
      if (kind == null) {
        wrong(place + ".is", "expected phone, private mail, ship to, home address or pay token");
      } else {
        contacts.add(
            new Mapping.Contact(kind, value, worker, when(contact.path("when"), place + ".when")));
      }
    }
    return List.copyOf(contacts);
  }

  private List<Mapping.People> people(JsonNode node) {
    List<Mapping.People> people = new ArrayList<>();
    for (JsonNode one : node.isMissingNode() ? List.<JsonNode>of() : each(node)) {
      String place = "accounts[" + people.size() + "]";
      List<Mapping.AccountName> aliases = new ArrayList<>();
      int account = Part.ACCOUNT.at;
      for (Map.Entry<String, JsonNode> entry : one.properties()) {
        String at = place + "." + entry.getKey();
        Member.@Nullable AliasKind kind =
            switch (entry.getKey()) {
              case "worker" -> Member.AliasKind.WORKER_ID;
              case "mail" -> Member.AliasKind.MAIL;
              case "other" -> Member.AliasKind.ACCOUNT;
              case "sid" -> Member.AliasKind.SID;
              case "login" -> Member.AliasKind.LOGIN;
              case "private" -> Member.AliasKind.PRIVATE_MAIL;
              case "name" -> Member.AliasKind.DISPLAY_NAME;
              default -> null;
            };
        for (int word : fieldNames(entry.getValue(), at)) {
          if (kind != null) {
            aliases.add(new Mapping.AccountName(kind, word));
          } else if (entry.getKey().equals("account")) {
            account = word;
          } else {
            wrong(at, "expected account, worker, mail, other, sid, login, private or name");
          }
        }
      }
      people.add(new Mapping.People(account, List.copyOf(aliases)));
    }
    return List.copyOf(people);
  }

  // --- small things --------------------------------------------------------------------------

  private @Nullable ZoneId zone(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    ZoneId zone = Times.zone(node.asString(""));
    if (zone == null) {
      wrong("zone", "is no time zone; expected UTC or a name such as Europe/Berlin");
    }
    return zone;
  }

  private List<Glob> globs(JsonNode node, String place, boolean mayBeMissing) {
    if (node.isMissingNode()) {
      if (!mayBeMissing) {
        wrong(place, "is missing; a text or a list of texts is expected");
      }
      return List.of();
    }
    List<Glob> globs = new ArrayList<>();
    for (JsonNode one : each(node)) {
      if (one.isObject() || one.isArray() || one.isNull()) {
        wrong(place, "must be a text or a list of texts");
      } else {
        globs.add(new Glob(one.asString("")));
      }
    }
    return List.copyOf(globs);
  }

  private String text(JsonNode node, String place, String key, String expected) {
    String text = node.path(key).asString("");
    if (text.isBlank()) {
      wrong(place.isEmpty() ? key : place + "." + key, "is missing; expected " + expected);
    }
    return text;
  }

  private void known(JsonNode node, String place, String... keys) {
    for (String key : node.propertyNames()) {
      if (!List.of(keys).contains(key)) {
        wrong(
            place.isEmpty() ? key : place + "." + key,
            "is not known here; expected one of " + List.of(keys));
      }
    }
  }

  private static Iterable<JsonNode> each(JsonNode node) {
    return node.isArray() ? node : node.isMissingNode() ? List.of() : List.of(node);
  }

  private void wrong(String place, String problem) {
    problems.add(file + ": " + (place.isEmpty() ? "the file" : place) + " " + problem);
  }
}
