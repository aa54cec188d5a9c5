package dev.bonafide.cli;

import dev.bonafide.engine.privacy.Key;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the organisation's key: {@code --key FILE}, else {@code BONAFIDE_KEY}, else a file in the
 * user's config folder, which is made once and readable by its owner only.
 */
final class KeyFile {
  private KeyFile() {}

  /**
   * The key.
   *
   * @param option what {@code --key} names; null when it was not given
   */
  static Key find(@Nullable Path option, Map<String, String> env) {
    if (option != null) {
      return read(option);
    }
    String text = env.getOrDefault("BONAFIDE_KEY", "").strip();
    if (!text.isEmpty()) {
      return Key.of(text);
    }
    Path file = place(env);
    if (!Files.exists(file)) {
      make(file);
    }
    return read(file);
  }

  private static Key read(Path file) {
    String text;
    try {
      text = Files.readString(file).strip();
    } catch (IOException e) {
      throw new Usage("the key file " + file + " can't be read; --key FILE names another");
    }
    if (text.isEmpty()) {
      throw new Usage("the key file " + file + " is empty");
    }
    return Key.of(text);
  }

  /** Where the key lies when nobody says otherwise (XDG base directories). */
  static Path place(Map<String, String> env) {
    String config = env.getOrDefault("XDG_CONFIG_HOME", "");
    Path folder =
        config.isEmpty()
            ? Path.of(env.getOrDefault("HOME", System.getProperty("user.home", ".")), ".config")
            : Path.of(config);
    return folder.resolve("bonafide").resolve("key");
  }

  private static void make(Path file) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    byte[] text =
        (HexFormat.of().formatHex(bytes) + "\n")
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    try {
      Files.createDirectories(file.getParent());
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] owner =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      try (var channel =
          Files.newByteChannel(
              file,
              java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              owner)) {
        channel.write(java.nio.ByteBuffer.wrap(text));
      }
    } catch (FileAlreadyExistsException e) {
      // Another run made it in this moment: that one is the key.
    } catch (IOException e) {
      throw new Usage("can't make a key in " + file + "; --key FILE or BONAFIDE_KEY gives one");
    }
  }
}
