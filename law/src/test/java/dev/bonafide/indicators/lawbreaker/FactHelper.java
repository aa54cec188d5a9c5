package dev.bonafide.indicators.lawbreaker;

import java.time.Instant;
import java.util.Optional;

/** Breaks most of the house law, so that the law's own test can see that it bites. */
public class FactHelper {
  private Optional<Instant> seen = Optional.empty();

  public void setSeen(Instant seen) {
    this.seen = Optional.of(seen);
  }

  double weight() {
    return Math.log((double) Instant.now().toEpochMilli()) + seen.hashCode();
  }

  String words() {
    return String.format("%d", 7);
  }

  void tell() {
    System.out.println(dev.bonafide.engine.Dossier.COLUMNS);
  }

  void keep() throws java.io.IOException {
    java.nio.file.Files.createTempFile("a", "b");
  }
}
