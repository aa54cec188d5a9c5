package dev.bonafide.hiring.documents;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.Published;
import dev.bonafide.hiring.Published.Indicator;
import dev.bonafide.hiring.Published.Sort;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.dates.Dates;
import dev.bonafide.hiring.dates.PartialDate;
import dev.bonafide.hiring.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads published indicators: STIX 2.1 bundles (OASIS, 10 June 2021), MISP events, and tables.
 * Files, hashes of programs and the like are counted and left out: no applicant holds one. A
 * pattern that asks for several things at once is left out, too: one of them alone says nothing.
 */
final class Feed {
  private static final Pattern COMPARISON =
      Pattern.compile(
          "([a-z0-9-]+):([a-z_.]+(?:'[^']*')?[a-z_.]*)\\s*=\\s*'((?:[^'\\\\]|\\\\.)*)'",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TOGETHER =
      Pattern.compile("\\b(?:AND|FOLLOWEDBY)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern VALUE =
      Pattern.compile("^(?:value|indicator|ioc|observable|indicator value|domain)$|\\bsha ?256\\b");
  private static final Pattern TYPE = Pattern.compile("^(?:type|kind|ioc type|indicator type)$");
  private static final Pattern SOURCE =
      Pattern.compile("^(?:source|publisher|feed|provenance|provider|label|reference)$");
  private static final Pattern DAY =
      Pattern.compile(
          "^(?:first )?published(?: at| on)?$|^(?:first seen|valid from|date|created)$");
  private static final Pattern EXPIRES =
      Pattern.compile("^(?:expires?|expiry|valid until|expiration(?: date)?)(?: at| on)?$");
  private static final Set<String> OBSERVABLES =
      Set.of("email-addr", "domain-name", "ipv4-addr", "ipv6-addr", "user-account", "url");

  private final List<Indicator> found = new ArrayList<>();
  private int leftOut;

  private Feed() {}

  /** The indicators of JSON; null when it is neither STIX nor MISP. */
  static ListFile.@Nullable OfIndicators read(Json json) {
    Feed feed = new Feed();
    if (json.text("type").equals("bundle")) {
      feed.stix(json);
    } else if (!json.at("Event").missing() || !json.at("response").missing()) {
      feed.misp(json);
    } else {
      return null;
    }
    return feed.result();
  }

  /** The indicators of a table; null when its headers name no value and type. */
  static ListFile.@Nullable OfIndicators read(Table table) {
    int value = table.column(VALUE);
    int type = table.column(TYPE);
    boolean domains = value >= 0 && table.headers().get(value).equals("domain");
    if (value < 0 || (type < 0 && !domains)) {
      return null;
    }
    Feed feed = new Feed();
    int source = table.column(SOURCE);
    for (Table.Row row : table.rows()) {
      Sort sort = domains ? Sort.DOMAIN : sort(row.at(type));
      feed.add(
          sort,
          row.at(value),
          row.at(source).isEmpty() ? "a list of yours" : row.at(source),
          day(row.at(table.column(DAY))),
          day(row.at(table.column(EXPIRES))));
    }
    return feed.found.isEmpty() ? null : feed.result();
  }

  private ListFile.OfIndicators result() {
    return new ListFile.OfIndicators(List.copyOf(found), leftOut);
  }

  private void add(@Nullable Sort sort, String value, String source, long published, long expires) {
    String small = value.strip().toLowerCase(Locale.ROOT);
    if (sort == null || small.isEmpty()) {
      leftOut++;
      return;
    }
    long ends = expires;
    if (ends == Applicant.UNKNOWN) {
      ends = published == Applicant.UNKNOWN ? Long.MAX_VALUE : published + sort.days();
    }
    String hash = SHA256.matcher(small).matches() ? small : Published.sha256(normal(sort, small));
    found.add(new Indicator(sort, hash, source, published, ends));
  }

  /** As the contacts of applicants stand, where that can be told. */
  private static String normal(Sort sort, String value) {
    Contact contact =
        switch (sort) {
          case MAIL -> Contact.mail(value, "", 0);
          case PHONE -> Contact.phone(value, Set.of(), "", 0, null);
          case ACCOUNT -> Contact.profile(value, "", 0);
          case DOMAIN, NETWORK_ADDRESS -> null;
        };
    return contact == null ? value : contact.key().substring(contact.key().indexOf(':') + 1);
  }

  private static long day(String text) {
    PartialDate day = Dates.iso(text);
    return day == null ? Applicant.UNKNOWN : day.latest();
  }

  private static @Nullable Sort sort(String type) {
    String small = type.toLowerCase(Locale.ROOT).replace('_', '-');
    if (small.contains("mail")) {
      return Sort.MAIL;
    }
    if (small.contains("phone")) {
      return Sort.PHONE;
    }
    if (small.contains("user") || small.contains("account") || small.contains("handle")) {
      return Sort.ACCOUNT;
    }
    if (small.contains("domain") || small.equals("hostname")) {
      return Sort.DOMAIN;
    }
    return small.startsWith("ip") ? Sort.NETWORK_ADDRESS : null;
  }

  // --- STIX --------------------------------------------------------------------------------------

  private void stix(Json bundle) {
    Map<String, String> names = new HashMap<>();
    for (Json object : bundle.at("objects").items()) {
      if (object.text("type").equals("identity")) {
        names.put(object.text("id"), object.text("name"));
      }
    }
    for (Json object : bundle.at("objects").items()) {
      String source = names.getOrDefault(object.text("created_by_ref"), "");
      source = source.isEmpty() ? object.text("name") : source;
      source = source.isEmpty() ? "a STIX bundle of yours" : source;
      long from = day(first(object, "valid_from", "created"));
      long until = day(object.text("valid_until"));
      if (object.text("type").equals("indicator")) {
        if (!object.text("revoked").equals("true")) {
          pattern(object.text("pattern"), source, from, until);
        }
      } else if (OBSERVABLES.contains(object.text("type"))) {
        String value = first(object, "value", "account_login", "user_id");
        add(sort(object.text("type")), value, source, from, until);
      }
    }
  }

  private void pattern(String pattern, String source, long from, long until) {
    Matcher m = COMPARISON.matcher(pattern);
    boolean any = false;
    while (m.find() && !TOGETHER.matcher(pattern).find()) {
      any = true;
      add(sort(m.group(1)), m.group(3).replaceAll("\\\\(.)", "$1"), source, from, until);
    }
    leftOut += any ? 0 : 1;
  }

  private static String first(Json object, String... fields) {
    for (String field : fields) {
      if (!object.text(field).isEmpty()) {
        return object.text(field);
      }
    }
    return "";
  }

  // --- MISP --------------------------------------------------------------------------------------

  private void misp(Json json) {
    List<Json> events = new ArrayList<>();
    if (!json.at("Event").missing()) {
      events.add(json.at("Event"));
    }
    for (Json one : json.at("response").items()) {
      events.add(one.at("Event").missing() ? one : one.at("Event"));
    }
    for (Json event : events) {
      String source = event.at("Orgc").text("name");
      source = source.isEmpty() ? event.text("info") : source;
      source = source.isEmpty() ? "a MISP event of yours" : source;
      long day = day(event.text("date"));
      attributes(event, source, day);
      for (Json object : event.at("Object").items()) {
        attributes(object, source, day);
      }
    }
  }

  private void attributes(Json holder, String source, long day) {
    for (Json attribute : holder.at("Attribute").items()) {
      if (!attribute.text("deleted").equals("true") && !attribute.text("deleted").equals("1")) {
        long own = seconds(attribute.text("timestamp"));
        add(
            sort(attribute.text("type")),
            attribute.text("value"),
            source,
            own == Applicant.UNKNOWN ? day : own,
            Applicant.UNKNOWN);
      }
    }
  }

  private static long seconds(String text) {
    return text.matches("\\d{1,11}")
        ? Math.floorDiv(Instant.ofEpochSecond(Long.parseLong(text)).getEpochSecond(), 86_400L)
        : Applicant.UNKNOWN;
  }
}
