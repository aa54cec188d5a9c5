package dev.bonafide.knowledge.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlacesTest {
  private static final Places PLACES = Places.builtIn();

  @TestFactory
  Stream<DynamicTest> everyCaseNamesWhatItSays() throws IOException {
    Path cases = Path.of("src/main/java/dev/bonafide/knowledge/places/cases/lines.tsv");
    return Files.readAllLines(cases).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(
            cells ->
                DynamicTest.dynamicTest(
                    cells[0],
                    () ->
                        assertThat(PLACES.countriesOf(cells[0]))
                            .containsExactlyInAnyOrder(
                                cells[1].equals("-") ? new String[0] : cells[1].split(",", -1))));
  }

  @Test
  void aCountryFieldHoldsACountry() {
    assertThat(PLACES.countriesOfField("DE")).containsExactly("DE");
    assertThat(PLACES.countriesOfField("ca")).containsExactly("CA");
    assertThat(PLACES.countriesOfField("Germany")).containsExactly("DE");
    assertThat(PLACES.countriesOfField("Elbonia")).isEmpty();
  }
}
