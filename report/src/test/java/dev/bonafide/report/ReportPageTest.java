package dev.bonafide.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.engine.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z!][a-zA-Z0-9]*)((?:\\s+[^<>]*?)?)(/?)>", Pattern.DOTALL);
  private static final Set<String> VOID = Set.of("meta", "br", "!doctype");

  private static String sample() {
    return ReportPage.html(Sample.findings(), Sample.dossiers(), Sample.quality());
  }

  @Test
  void theSamePageComesOutTwice() throws IOException {
    StringBuilder written = new StringBuilder();
    ReportPage.write(Sample.findings(), Sample.dossiers(), Sample.quality(), written);
    assertThat(written.toString()).isEqualTo(sample());
    Path file = Path.of("target", "sample-report.html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, written);
  }

  @Test
  void everythingIsInTheFileAndNothingRuns() {
    String page = sample();
    assertThat(page)
        .doesNotContain("<script", "javascript:", "http://", "https://", "<link", "<img", "@import")
        .contains("default-src 'none'");
    assertThat(page.replaceAll("url\\(#dots\\)", "")).doesNotContain("url(");
  }

  @Test
  void elementsAreNestedAndClosed() {
    assertWellFormed(sample());
  }

  @Test
  void untrustedTextNeverBecomesMarkupWhereverItStands() throws ReflectiveOperationException {
    String hostile = "</td><canary onload=x>\"'&{}\u202Egnp.\u0007\u2028\uD800";
    String page =
        ReportPage.html(
            Filler.filled(Findings.class, hostile),
            List.of(Filler.filled(Dossier.class, hostile)),
            Filler.filled(Quality.class, hostile));
    assertThat(page)
        .contains(
            "&lt;/td&gt;&lt;canary onload=x&gt;&quot;&#39;&amp;{}\\u202Egnp.\\u0007\\u2028\\uD800")
        .doesNotContain("<canary", "\u202E", "\u0007", "\u2028", "\uD800");
    assertWellFormed(page);
  }

  @Test
  void headingsAreInOrder() {
    int last = 0;
    Matcher heading = Pattern.compile("<h([1-6])[ >]").matcher(sample());
    int found = 0;
    while (heading.find()) {
      int level = Integer.parseInt(heading.group(1));
      assertThat(level).as("after h" + last).isLessThanOrEqualTo(last + 1);
      last = level;
      found++;
    }
    assertThat(found).isGreaterThan(10);
    assertThat(sample().split("<h1", -1)).hasSize(2);
  }

  @Test
  void everyIdIsThereOnceAndEveryLinkLeadsSomewhere() {
    String page = sample();
    Set<String> ids = new HashSet<>();
    Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
    while (id.find()) {
      assertThat(ids.add(id.group(1))).as("id %s is there once", id.group(1)).isTrue();
    }
    Matcher link = Pattern.compile("(?:href=\"#|aria-labelledby=\")([^\"]+)\"").matcher(page);
    int links = 0;
    while (link.find()) {
      assertThat(ids).contains(link.group(1));
      links++;
    }
    assertThat(links).isGreaterThan(20);
  }

  @Test
  void everyTableHasHeadersAndEveryPictureALabelAndASentence() {
    String page = sample();
    Matcher head = Pattern.compile("<th(?=[ >])([^>]*)>").matcher(page);
    while (head.find()) {
      assertThat(head.group(1)).contains("scope=");
    }
    Matcher svg = Pattern.compile("<svg([^>]*)>").matcher(page);
    while (svg.find()) {
      // A nested picture has no place of its own for a reader.
      assertThat(svg.group(1))
          .containsPattern("aria-hidden|role=\"img\" aria-label|class=\"free\"|role=\"img\"");
    }
    assertThat(page.split("<b>In words\\.</b>", -1)).hasSizeGreaterThan(8);
  }

  @Test
  void doubtComesBeforeTheFirstPicture() {
    String person = sample().substring(sample().indexOf("<article"));
    assertThat(person.indexOf("Best innocent explanation")).isBetween(1, person.indexOf("<figure"));
    assertThat(person.indexOf("Cheapest next check")).isBetween(1, person.indexOf("class=\"led\""));
    assertThat(person.indexOf("Cheapest next check")).isBetween(1, person.indexOf("class=\"mx\""));
  }

  @Test
  void theRowsOfALedgerAddUpToTheScoreAsPrinted() {
    for (Person person : Sample.findings().people()) {
      List<LedgerTable.Row> rows = LedgerTable.rows(person);
      assertThat(rows.stream().mapToLong(LedgerTable.Row::tenths).sum())
          .isEqualTo(LedgerTable.tenths(person.millinats()));
      assertThat(rows.stream().mapToLong(r -> r.line().millinats()).sum())
          .isEqualTo(person.millinats());
      assertThat(rows.getLast().after()).isEqualTo(person.millinats());
      for (LedgerTable.Row row : rows) {
        assertThat((double) row.tenths())
            .as("a row shows its own weight, give or take a tenth")
            .isBetween(row.line().decibans() * 10 - 1, row.line().decibans() * 10 + 1);
      }
    }
  }

  @Test
  void picturesAreDrawnOnlyForPeopleOverTheLine() {
    List<Dossier> one = Sample.dossiers().subList(0, 1);
    String page = ReportPage.html(Sample.findings(), one, Sample.quality());
    assertThat(page.split("<article", -1)).hasSize(3);
    assertThat(page.split("<h3>Sessions", -1)).hasSize(2);
    assertThat(page).doesNotContain("id=\"person-3\"");
  }

  @Test
  void aPictureShowsWhatWasInUseInItsWindow() {
    String page = sample().substring(0, sample().indexOf("id=\"person-2\""));
    String all = between(page, "All 30 days</figcaption>", "</figure>");
    String week = between(page, "The week of E-1</figcaption>", "</figure>");
    assertThat(all).contains(">session 1<", ">session 2<", ">VPN 2<");
    // The 21st to the 27th: session 1 and VPN 2 had ended before.
    assertThat(week).contains(">session 2<", ">VPN 1<").doesNotContain(">session 1<", ">VPN 2<");
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from);
    assertThat(start).as(from).isPositive();
    return text.substring(start, text.indexOf(to, start));
  }

  @Test
  void aPossibleVictimIsProtectedFirst() {
    assertThat(sample()).contains("Protect this person first.");
  }

  @Test
  void aQuietCompanyIsToldThatQuietIsNoProof() {
    Findings all = Sample.findings();
    Findings quiet =
        new Findings(
            all.bonafide(),
            all.people().subList(2, 4),
            List.of(),
            List.of(),
            List.of(),
            new Findings.Line(5, 2, 30, 0, -7006));
    String page = ReportPage.html(quiet, List.of(), Sample.quality());
    assertThat(page)
        .contains("<h1>Nobody is above the review line</h1>", "Quiet is no proof", "Tansy 582")
        .doesNotContain("<article");
    assertWellFormed(page);
    Findings nobody =
        new Findings(
            all.bonafide(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Findings.Line(5, 0, 30, 0, -7006));
    String empty = ReportPage.html(nobody, List.of(), Sample.quality());
    assertThat(empty).contains("<h1>Nobody could be assessed</h1>", "plain prose");
    assertWellFormed(empty);
  }

  @Test
  void theFirstBoxSaysWhichFileWouldLightUpWhat() {
    assertThat(sample())
        .contains(
            "<li><b>Declared schedules</b> would let speak: Rhythm misfit and Marathon activity.</li>");
  }

  @Test
  void theReaderIsToldWhetherNamesAreShown() {
    assertThat(sample()).contains("<span class=\"tag\">Pseudonyms</span>");
  }

  @Test
  void nothingInItDependsOnHowLongTheRunTook() {
    Findings f = Sample.findings();
    Findings.Run r = f.bonafide();
    Findings slower =
        new Findings(
            new Findings.Run(
                r.version(), r.catalogueHash(), r.command(), r.asOf(), r.inputs(), 99_999),
            f.people(),
            f.accounts(),
            f.applicants(),
            f.clusters(),
            f.reviewLine());
    assertThat(ReportPage.html(slower, Sample.dossiers(), Sample.quality())).isEqualTo(sample());
  }

  @Test
  void aTemplateAndItsValuesMustFit() {
    assertThatThrownBy(() -> Html.of("<p>{}</p>")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Html.of("<p>{}</p>", "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Html.of("<p>{}</p>", "{}").markup()).isEqualTo("<p>{}</p>");
    assertThat(Html.of("{} {} {}", 1.0, -0.04, 2.25).markup()).isEqualTo("1 0 2.3");
  }

  /** Every tag is closed in order; attributes are quoted; outside tags no angle bracket stands. */
  private static void assertWellFormed(String page) {
    String body =
        page.substring(0, page.indexOf("<style>")) + page.substring(page.indexOf("</style>") + 8);
    Deque<String> open = new ArrayDeque<>();
    List<String> between = new ArrayList<>();
    Matcher tag = TAG.matcher(body);
    int at = 0;
    while (tag.find()) {
      between.add(body.substring(at, tag.start()));
      at = tag.end();
      String name = tag.group(2).toLowerCase(java.util.Locale.ROOT);
      if (VOID.contains(name) || !tag.group(4).isEmpty()) {
        continue;
      }
      if (tag.group(1).isEmpty()) {
        open.push(name);
      } else {
        assertThat(open.isEmpty() ? "" : open.pop())
            .as(() -> "before " + body.substring(Math.max(0, tag.start() - 200), tag.end()))
            .isEqualTo(name);
      }
    }
    between.add(body.substring(at));
    assertThat(open).isEmpty();
    assertThat(between).allSatisfy(text -> assertThat(text).doesNotContain("<", ">"));
  }
}
