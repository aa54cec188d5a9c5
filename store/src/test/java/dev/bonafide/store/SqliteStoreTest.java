package dev.bonafide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.store.Audit.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  private static final Act ACT = new Act("rowan", Instant.parse("2026-11-24T12:00:00Z"));

  @TempDir @Nullable Path folder;

  @Override
  Store.Place place() {
    return new Store.File(folder().resolve("store.db"));
  }

  private Path folder() {
    assertThat(folder).isNotNull();
    return folder;
  }

  @Test
  void aBackupTakenInUseIsRestoredElsewhereAndOverwritesNothing() throws Exception {
    Path first = folder().resolve("first/store.db");
    Path copy = folder().resolve("copies/monday.db");
    Path second = folder().resolve("second/store.db");
    try (Store store = open(first)) {
      store.runs().add(Company.outputs(), ACT);
      store.audit().add(ACT, Action.PERSON_READ, "p-1", "");
      store.backup(copy);
      assertThatThrownBy(() -> store.backup(copy)).hasMessageContaining("overwrites nothing");
      store.audit().add(ACT, Action.PERSON_READ, "after the backup", "");
    }
    Store.restore(copy, second);
    assertThatThrownBy(() -> Store.restore(copy, second)).hasMessageContaining("there already");
    try (Store store = open(second)) {
      assertThat(store.runs().all()).hasSize(1);
      assertThat(store.audit().verify(null).whole()).isTrue();
      assertThat(store.audit().lines(0, "", 10)).hasSize(2);
    }
  }

  @Test
  void aFileThatIsNoStoreIsRefusedWithAMessage() throws IOException {
    Path file = folder().resolve("notes.txt");
    Files.writeString(file, "these are notes, and they are not a database at all".repeat(100));
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(Store.Unusable.class)
        .hasMessageContaining("notes.txt");
    assertThat(Files.readString(file)).startsWith("these are notes");
  }

  private static Store open(Path path) throws Store.Unusable {
    return Store.open(new Store.File(path), Company.CATALOGUE.cards().values());
  }
}
