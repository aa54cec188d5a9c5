package dev.bonafide.linking.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalendarTest {
  @Test
  void theUsualWaysToWriteADayAreRead() {
    for (String text :
        new String[] {
          "1980-04-03",
          "19800403",
          "1980/4/3",
          "3 Apr 1980",
          "April 3rd, 1980",
          "1980-04-03T10:11:12Z",
          "1980-04-03 10:11:12"
        }) {
      assertThat(Calendar.digits(text, false)).as(text).isEqualTo("19800403");
    }
    assertThat(Calendar.digits("03/04/1980", true)).isEqualTo("19800403");
    assertThat(Calendar.digits("03/04/1980", false)).isEqualTo("19800304");
  }

  @Test
  void aMonthThatDoesNotExistIsKeptAsATypo() {
    assertThat(Calendar.digits("19081399", false)).isEqualTo("19081399");
    assertThat(Calendar.epochDay("19081399")).isEqualTo(Calendar.NONE);
  }

  @Test
  void whatIsNoDateIsNone() {
    for (String text :
        new String[] {"", "12", "4011", "smith", "1.2.3.4", "99999999999", "12:30"}) {
      assertThat(Calendar.digits(text, false)).as(text).isNull();
    }
  }

  @Test
  void theOrderOfDayAndMonthIsTold() {
    assertThat(Calendar.order("31/12/1999")).isEqualTo(1);
    assertThat(Calendar.order("12/31/1999")).isEqualTo(-1);
    assertThat(Calendar.order("11/12/1999")).isZero();
    assertThat(Calendar.order("1999-12-31")).isZero();
  }
}
