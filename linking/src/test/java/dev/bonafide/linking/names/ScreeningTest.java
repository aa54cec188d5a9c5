package dev.bonafide.linking.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreeningTest {
  private static Hit compare(String asked, String listed, Sort sort) {
    return Screening.compare(Query.of(asked, sort), Listed.of("list", "1", sort, List.of(listed)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERSON|Tomas Gilbek|Gilbek Tomas",
        "PERSON|Tomas Gilbek|Tomas Andrej Gilbek",
        "PERSON|T. Gilbek|Tomas Gilbek",
        "PERSON|Muhammed al-Vasdor|Mohamad Vasdor",
        "PERSON|Xi Dorvas|Shi Dorvas",
        "PERSON|Bob Marsek|Robert Marsek",
        "PERSON|Сергей Гилбек|Sergey Gilbek",
        "ORGANISATION|Northam Marine Aktiengeselschaft|Northam Marine AG",
        "ORGANISATION|NorthamAG|Northam AG",
        "ORGANISATION|Northam Intl Holdings|Northam International Holdings",
        "ORGANISATION|Northam Industries JOINT STOCK COMPAN|Northam Industries Joint Stock Company",
        "ORGANISATION|Northam Corporation|Northam Co.",
      })
  void theSameNameIsAMatch(Sort sort, String asked, String listed) {
    Hit hit = compare(asked, listed, sort);
    assertThat(hit.match()).as("%s", hit).isTrue();
    assertThat(hit.why()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERSON|Tomas Gilbek|Tomas Marsek",
        "PERSON|Tomas A. Gilbek|Tomas B. Gilbek",
        "PERSON|Tomas O Gilbek|Tomas Andrej Gilbek",
        "ORGANISATION|Northam Marine AG|Northam Marine GmbH",
        "ORGANISATION|Northam Systems Ltd|Northam Industries Ltd",
        "ORGANISATION|General Trading Company|National Trading Company",
        "VESSEL|Snow Petrel 1|Snow Petrel 4",
      })
  void anotherNameIsNoMatch(Sort sort, String asked, String listed) {
    Hit hit = compare(asked, listed, sort);
    assertThat(hit.match()).as("%s", hit).isFalse();
  }

  @Test
  void everyNameOfAListFindsItsEntryHoweverCommonItsWords() {
    List<Listed> entries = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      entries.add(
          Listed.of(
              "list", "e" + i, Sort.PERSON, List.of("Abu Seklin " + (char) ('a' + i % 26) + i)));
    }
    entries.add(Listed.of("list", "bare", Sort.PERSON, List.of("Abu-")));
    entries.add(
        Listed.of("list", "letters", Sort.ORGANISATION, List.of("N P C International Ltd")));
    Screening screening = Screening.of(entries);
    for (String name : List.of("Abu-", "N P C International Ltd", "Abu Seklin z25")) {
      assertThat(screening.query(new Query(name, Sort.UNKNOWN, "", "")))
          .as(name)
          .anyMatch(hit -> hit.match() && hit.entry().names().contains(name));
    }
  }

  @Test
  void aPureTypoNeverReturnsNothing() {
    Screening screening =
        Screening.of(List.of(Listed.of("list", "1", Sort.PERSON, List.of("Westerlyn Overtonnar"))));
    assertThat(screening.query(Query.of("Vesterlin Oferttonar", Sort.PERSON))).isNotEmpty();
  }

  @Test
  void birthAndCountryQualify() {
    Listed entry =
        new Listed(
            "l",
            "1",
            Sort.PERSON,
            List.of("Tomas Gilbek"),
            List.of("19710730"),
            List.of("Ruritania"),
            List.of());
    double plain = Screening.compare(Query.of("Tomas Gilbek", Sort.PERSON), entry).score();
    double same =
        Screening.compare(new Query("Tomas Gilbek", Sort.PERSON, "1971", ""), entry).score();
    double year =
        Screening.compare(new Query("Tomas Gilbek", Sort.PERSON, "19800101", ""), entry).score();
    double day =
        Screening.compare(new Query("Tomas Gilbek", Sort.PERSON, "19710101", ""), entry).score();
    assertThat(same).isEqualTo(plain);
    assertThat(year).isLessThan(day);
    assertThat(day).isLessThan(plain);
  }

  @Test
  void walletsAreFoundByWhatTheyAreAndNotByWhatTheyLookLike() {
    String eth = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"; // the example of EIP-55
    String bitcoin = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"; // the first block's
    Screening screening =
        Screening.of(
            List.of(
                new Listed(
                    "l",
                    "e",
                    Sort.PERSON,
                    List.of("A"),
                    List.of(),
                    List.of(),
                    List.of(Wallet.of("ETH", eth))),
                new Listed(
                    "l",
                    "b",
                    Sort.PERSON,
                    List.of("B"),
                    List.of(),
                    List.of(),
                    List.of(Wallet.of("XBT", bitcoin)))));
    assertThat(screening.query(Query.of(eth)))
        .singleElement()
        .satisfies(h -> assertThat(h.score()).isEqualTo(1));
    assertThat(screening.query(Query.of("ETH:" + eth.toLowerCase(java.util.Locale.ROOT))))
        .hasSize(1);
    assertThat(screening.query(Query.of("0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed")).get(0).why())
        .anyMatch(why -> why.text().contains("EIP-55"));
    assertThat(screening.query(Query.of("USDT:" + bitcoin)).get(0).why())
        .anyMatch(why -> why.text().contains("asked for as USDT"));
    assertThat(screening.query(Query.of(bitcoin.toLowerCase(java.util.Locale.ROOT)))).isEmpty();
    assertThat(screening.query(Query.of(bitcoin.replace('a', 'b')))).isEmpty();
    assertThat(Wallet.fault(bitcoin.replace('a', 'b'))).contains("Base58Check");
    assertThat(Wallet.fault(bitcoin)).isNull();
    assertThat(Wallet.fault(eth)).isNull();
  }

  @Test
  void theStateOfTheListsHasAName() {
    Listed a = Listed.of("l", "1", Sort.PERSON, List.of("Tomas Gilbek"));
    Listed b = Listed.of("l", "2", Sort.PERSON, List.of("Vida Marsek"));
    assertThat(Screening.of(List.of(a, b)).snapshot())
        .isEqualTo(Screening.of(List.of(b, a)).snapshot());
    assertThat(Screening.of(List.of(a)).snapshot())
        .isNotEqualTo(Screening.of(List.of(b)).snapshot());
  }
}
