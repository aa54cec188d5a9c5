package dev.bonafide.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.knowledge.disposablemail.DisposableMail;
import dev.bonafide.knowledge.maildrops.MailDrops;
import dev.bonafide.knowledge.numberbrands.NumberBrands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The lists that applications are compared with match their cases, and not the neighbours. */
class HiringListsTest {
  @TestFactory
  Stream<DynamicTest> mailDrops() throws IOException {
    return cases(
        "maildrops/cases/addresses.tsv",
        address -> {
          MailDrops.Place place = MailDrops.builtIn().of(address);
          return place == null ? "-" : place.kind().slug();
        });
  }

  @TestFactory
  Stream<DynamicTest> disposableMail() throws IOException {
    return cases(
        "disposablemail/cases/domains.tsv",
        domain -> DisposableMail.builtIn().contains(domain) ? "yes" : "no");
  }

  @TestFactory
  Stream<DynamicTest> numberBrands() throws IOException {
    return cases(
        "numberbrands/cases/carriers.tsv",
        carrier -> {
          NumberBrands.Brand brand = NumberBrands.builtIn().of(carrier);
          return brand == null ? "-" : brand.name() + (brand.business() ? " business" : " private");
        });
  }

  @Test
  void anEmployersOwnListsAreUsedTheSameWay() {
    MailDrops own =
        new MailDrops(
            List.of(MailDrops.place(MailDrops.Kind.MAIL_BOX, "9 + quiet + 62701", "a box")));
    assertThat(own.of("9 Quiet Lane, Springfield 62701")).isNotNull();
    assertThat(own.of("99 Quiet Lane, Springfield 62701")).isNull();
    assertThat(new DisposableMail(List.of(" Gone.example ")).contains("a.gone.example")).isTrue();
  }

  private static Stream<DynamicTest> cases(String file, UnaryOperator<String> answer)
      throws IOException {
    Path path = Path.of("src/main/java/dev/bonafide/knowledge").resolve(file);
    return Files.readAllLines(path).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(
            cells ->
                DynamicTest.dynamicTest(
                    cells[0], () -> assertThat(answer.apply(cells[0])).isEqualTo(cells[1])));
  }
}
