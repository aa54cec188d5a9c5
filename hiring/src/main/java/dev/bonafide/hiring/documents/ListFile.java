package dev.bonafide.hiring.documents;

import dev.bonafide.hiring.Published;
import dev.bonafide.hiring.Schools;
import dev.bonafide.hiring.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A list that an employer brings, told apart by its content. */
public sealed interface ListFile {
  /** Schools and their web domains: JSON with {@code name} and {@code domains}, or a table. */
  record OfSchools(List<Schools.School> schools) implements ListFile {}

  /** A domain a line: disposable mail. */
  record OfDomains(List<String> domains) implements ListFile {}

  /**
   * Published indicators: STIX 2.1, MISP, or a table.
   *
   * @param leftOut entries of kinds that no applicant holds
   */
  record OfIndicators(List<Published.Indicator> indicators, int leftOut) implements ListFile {}

  /** Running text: an advertisement. */
  record OfProse(String text) implements ListFile {}

  /** None of these. */
  record Unknown(String why) implements ListFile {}

  /** Reads a list. */
  static ListFile read(String text) {
    Pattern domain = Pattern.compile("(?:[\\p{L}\\d_-]+\\.)+\\p{L}[\\p{L}\\d-]+");
    List<String> lines =
        text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
    if (lines.isEmpty()) {
      return new Unknown("it is empty");
    }
    char first = lines.getFirst().charAt(0);
    if (first == '[' || first == '{') {
      return json(text);
    }
    long domains = lines.stream().filter(l -> domain.matcher(l).matches()).count();
    if (domains * 10 >= lines.size() * 9L) {
      return new OfDomains(
          lines.stream()
              .filter(l -> domain.matcher(l).matches())
              .map(l -> l.toLowerCase(Locale.ROOT))
              .toList());
    }
    Table table = Table.read(text);
    OfIndicators indicators = table == null ? null : Feed.read(table);
    if (indicators != null) {
      return indicators;
    }
    int domainColumn =
        table == null ? -1 : table.column(Pattern.compile("\\b(?:domains?|website|web page)\\b"));
    int nameColumn =
        table == null ? -1 : table.column(Pattern.compile("\\b(?:name|school|university)\\b"));
    if (table != null && domainColumn >= 0 && nameColumn >= 0) {
      List<Schools.School> schools = new ArrayList<>();
      for (Table.Row row : table.rows()) {
        Set<String> own = new TreeSet<>(List.of(row.at(domainColumn).split("[;,| ]+", -1)));
        own.remove("");
        schools.add(new Schools.School(row.at(nameColumn), own));
      }
      return new OfSchools(schools);
    }
    boolean prose = lines.stream().filter(l -> l.split("\\s+", -1).length >= 6).count() >= 3;
    return prose
        ? new OfProse(text)
        : new Unknown(
            "neither schools, nor mail domains, nor indicators, nor the text of an advertisement");
  }

  private static ListFile json(String text) {
    if (Json.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Outcome.Read(Json json)) {
      OfIndicators indicators = Feed.read(json);
      if (indicators != null) {
        return indicators;
      }
      List<Schools.School> schools = new ArrayList<>();
      for (Json item : json.items()) {
        Set<String> domains = new TreeSet<>();
        item.at("domains").items().forEach(d -> domains.add(d.text()));
        if (!item.text("name").isEmpty() && !domains.isEmpty()) {
          schools.add(new Schools.School(item.text("name"), domains));
        }
      }
      if (!schools.isEmpty()) {
        return new OfSchools(schools);
      }
    }
    return new Unknown(
        "JSON that is neither a list of schools with name and domains, nor STIX 2.1, nor MISP");
  }
}
