package dev.bonafide.hiring.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Jan 2019 – Present; since January 2019",
        "Jan 2019 - Mar 2021; January 2019 to March 2021",
        "January 2019 to March 2021; January 2019 to March 2021",
        "03/2018-11/2020; March 2018 to November 2020",
        "03/2018 – now; since March 2018",
        "3.2018 bis 11.2020; March 2018 to November 2020",
        "2017—2019; 2017 to 2019",
        "2017 − 2019; 2017 to 2019",
        "2017-2019; 2017 to 2019",
        "2017-19; 2017 to 2019",
        "2017/18; 2017 to 2018",
        "2011-12; 2011 to 2012",
        "2011-12 – 2014-03; December 2011 to March 2014",
        "2018/03 - 2020/11; March 2018 to November 2020",
        "Since 2016; since 2016",
        "seit 03/2016; since March 2016",
        "Engineer (since May 2016); since May 2016",
        "Mar '18 – Sept. '20; March 2018 to September 2020",
        "Mar-18 to Dec-20; March 2018 to December 2020",
        "15 March 2018 – 1st April 2020; 15 March 2018 to 1 April 2020",
        "March 15, 2018 - April 1, 2020; 15 March 2018 to 1 April 2020",
        "15/03/2018 - 30/04/2020; 15 March 2018 to 30 April 2020",
        "03/04/2018 - 05/06/2020; 2018 to 2020",
        "2018-03-15 – 2020-04-01; 15 March 2018 to 1 April 2020",
        "Jan – Mar 2018; January 2018 to March 2018",
        "März 2018 - heute; since March 2018",
        "février 2015 à décembre 2017; February 2015 to December 2017",
        "enero de 2015 – actualidad; since January 2015",
        "Q3 2019 – Q1 2021; 2019 to 2021",
        "Summer 2014 - Fall 2015; 2014 to 2015",
        "Acme Ltd, Engineer, 2015 → 2018 (remote); 2015 to 2018",
        "May 2020–Present · 2 yrs 3 mos; since May 2020",
        "from 2015 to 2018; 2015 to 2018",
        "2015 - to date; since 2015",
      })
  void readsSpansAsPeopleWriteThem(String line, String expected) {
    Dates.Found found = Dates.range(line);
    assertThat(found).as(line).isNotNull();
    assertThat(found.span().text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Call (555) 010-2019",
        "Cut costs by 2000% and 2,015 servers",
        "Built 3 services; 40% faster",
        "May the best win",
        "a budget of $2015",
        "ISO 27001, RFC 2119x",
      })
  void findsNoSpanWhereThereIsNone(String line) {
    assertThat(Dates.range(line)).as(line).isNull();
  }

  @Test
  void aSingleDateIsAnEnd() {
    List<Dates.Found> found = Dates.in("BSc Computer Science, 2014");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().range()).isFalse();
    assertThat(found.getFirst().span().text()).isEqualTo("until 2014");
  }

  @Test
  void aYearIsItsLastDayWhereItEndsAndItsFirstWhereItBegins() {
    PartialDate year = PartialDate.ofYear(2013);
    assertThat(year.latest()).isEqualTo(LocalDate.of(2013, 12, 31).toEpochDay());
    assertThat(year.earliest()).isEqualTo(LocalDate.of(2013, 1, 1).toEpochDay());
    assertThat(PartialDate.ofMonth(2012, 2).latest())
        .isEqualTo(LocalDate.of(2012, 2, 29).toEpochDay());
  }

  @Test
  void onlyTheCertainPartOfTwoSpansOverlaps() {
    Span years = new Span(PartialDate.ofYear(2010), PartialDate.ofYear(2012), false);
    Span next = new Span(PartialDate.ofYear(2012), PartialDate.ofYear(2014), false);
    assertThat(years.certainOverlap(next, 0)).isZero();
    Span inside = new Span(PartialDate.ofYear(2010), PartialDate.ofYear(2014), false);
    assertThat(inside.certainOverlap(years, 0))
        .isEqualTo(LocalDate.of(2012, 1, 1).toEpochDay() - LocalDate.of(2010, 12, 31).toEpochDay());
  }

  @Test
  void isoDatesAreReadAsFarAsTheySay() {
    assertThat(Dates.iso("2014")).isEqualTo(PartialDate.ofYear(2014));
    assertThat(Dates.iso("2014-06")).isEqualTo(PartialDate.ofMonth(2014, 6));
    assertThat(Dates.iso("2014-06-29T00:00:00Z")).isEqualTo(new PartialDate(2014, 6, 29));
    assertThat(Dates.iso("2014-13")).isNull();
    assertThat(Dates.iso("June")).isNull();
    assertThat(Dates.iso("")).isNull();
  }
}
