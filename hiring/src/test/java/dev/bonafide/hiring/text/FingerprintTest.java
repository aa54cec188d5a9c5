package dev.bonafide.hiring.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void namesDatesAndFiguresDoNotCount() {
    Fingerprint a =
        Fingerprint.of(
            List.of(
                "In March 2016 Nina moved 12 timetable services to other clusters within weeks"),
            List.of("Nina", "Example"));
    Fingerprint b =
        Fingerprint.of(
            List.of("In June 2019 Ada moved 40 timetable services to other clusters within weeks"),
            List.of("Ada", "Sample"));
    assertThat(a).isEqualTo(b);
  }

  @Test
  void aNameThatIsAWordStaysWhereItIsOne() {
    assertThat(ProseWords.of("Will will wait in May", Set.of("will")))
        .containsExactly("will", "wait");
  }

  @Test
  void aShortLineIsNobodysOwn() {
    assertThat(Fingerprint.of(List.of("Built and ran web services"), List.of()).lines()).isEmpty();
  }

  @Test
  void everySharedRunOfTenWordsIsFound() {
    Property.forAll(
        300,
        random -> {
          List<String> run = words(random, Fingerprint.GUARANTEE);
          List<String> a = new ArrayList<>(words(random, random.nextInt(60)));
          List<String> b = new ArrayList<>(words(random, random.nextInt(60)));
          a.addAll(random.nextInt(a.size() + 1), run);
          b.addAll(random.nextInt(b.size() + 1), run);
          assertThat(shared(of(a), of(b))).isGreaterThan(0);
        });
  }

  @Test
  void differentTextsShareNoGram() {
    Property.forAll(
        50, random -> assertThat(shared(of(words(random, 200)), of(words(random, 200)))).isZero());
  }

  @Test
  void aliveAndWellHalfCopiedTextsMeetInABand() {
    int[] met = {0};
    Property.forAll(
        100,
        random -> {
          List<String> text = words(random, 300);
          List<String> copy = new ArrayList<>(text);
          for (int i = 0; i < 12; i++) {
            copy.set(random.nextInt(copy.size()), "zz" + letters(random));
          }
          Set<Long> bands = set(of(text).bands());
          met[0] += Arrays.stream(of(copy).bands()).anyMatch(bands::contains) ? 1 : 0;
        });
    assertThat(met[0]).isGreaterThan(95);
  }

  private static Fingerprint of(List<String> words) {
    return Fingerprint.of(List.of(String.join(" ", words)), List.of());
  }

  private static int shared(Fingerprint a, Fingerprint b) {
    Set<Long> grams = set(a.grams());
    return (int) Arrays.stream(b.grams()).filter(grams::contains).count();
  }

  private static Set<Long> set(long[] hashes) {
    return Arrays.stream(hashes).boxed().collect(Collectors.toSet());
  }

  private static List<String> words(SplittableRandom random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(letters(random));
    }
    return words;
  }

  private static String letters(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 7; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
