package dev.bonafide.server;

import dev.bonafide.engine.privacy.Key;
import dev.bonafide.engine.privacy.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that may open a vault: the organisation's, found where the command line finds it, and
 * the demo's, which is no secret.
 */
public record Keys(List<Key> keys) {
  public Keys {
    keys = List.copyOf(keys);
  }

  /**
   * Looks for the key and makes none.
   *
   * @param option what {@code --key} names; null when it was not given
   */
  static Keys find(@Nullable Path option, Map<String, String> env) {
    List<Key> keys = new ArrayList<>();
    String text = env.getOrDefault("BONAFIDE_KEY", "").strip();
    if (option != null) {
      keys.add(read(option));
    } else if (!text.isEmpty()) {
      keys.add(Key.of(text));
    } else {
      String config = env.getOrDefault("XDG_CONFIG_HOME", "");
      Path file =
          (config.isEmpty() ? Path.of(env.getOrDefault("HOME", "."), ".config") : Path.of(config))
              .resolve("bonafide")
              .resolve("key");
      if (Files.isReadable(file)) {
        keys.add(read(file));
      }
    }
    keys.add(Key.of("the demo has no secrets"));
    return new Keys(keys);
  }

  private static Key read(Path file) {
    try {
      return Key.of(Files.readString(file));
    } catch (IOException e) {
      throw new Main.Refused(Main.USAGE, "the key file " + file + " can't be read");
    }
  }

  /** Opens a run's vault; null when none of the keys does. */
  @Nullable Vault open(String vault) {
    byte[] locked = Base64.getDecoder().decode(vault);
    for (Key key : keys) {
      try {
        return Vault.open(locked, key);
      } catch (Vault.Locked notThisKey) {
        // The next one.
      }
    }
    return null;
  }
}
