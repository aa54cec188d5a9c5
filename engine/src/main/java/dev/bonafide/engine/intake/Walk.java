package dev.bonafide.engine.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files under some paths. Folders and symbolic links are followed; a folder or file that
 * is reached twice is read once. What is no regular file is named, never opened: a pipe would block
 * for ever.
 */
public final class Walk {
  /**
   * A regular file.
   *
   * @param shown how the user would name it: the path as given, and what lies below it
   */
  public record Found(String shown, Path path, long bytes) {}

  /** What was not read, and why. */
  public record PassedOver(String shown, long bytes, String why) {}

  private final List<Found> found = new ArrayList<>();
  private final List<PassedOver> passedOver = new ArrayList<>();
  private final Map<Object, String> seen = new HashMap<>();
  private final @Nullable Path out;

  private Walk(@Nullable Path out) {
    this.out = out;
  }

  /**
   * Walks the roots in the order given, folders by name.
   *
   * @param out the output folder of this run, which is not input; null when there is none
   */
  public static Walk of(List<Path> roots, @Nullable Path out) {
    Path real = null;
    try {
      real = out == null ? null : out.toRealPath();
    } catch (IOException notThereYet) {
      // an output folder that does not exist can't be met on the way
      real = null;
    }
    Walk walk = new Walk(real);
    for (Path root : roots) {
      walk.visit(root, root.toString());
    }
    return walk;
  }

  public List<Found> found() {
    return List.copyOf(found);
  }

  public List<PassedOver> passedOver() {
    return List.copyOf(passedOver);
  }

  private void visit(Path path, String shown) {
    BasicFileAttributes attributes;
    Path real;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
      real = path.toRealPath();
    } catch (IOException e) {
      passedOver.add(new PassedOver(shown, 0, whyUnreadable(path, e)));
      return;
    }
    if (attributes.isDirectory()) {
      if (real.equals(out)) {
        passedOver.add(new PassedOver(shown, 0, "the output folder of this run"));
      } else if (isFirst(real, shown, 0)) {
        children(path).forEach(child -> visit(child, shown + "/" + child.getFileName()));
      }
    } else if (!attributes.isRegularFile()) {
      passedOver.add(new PassedOver(shown, 0, "not a regular file (a pipe, socket or device)"));
    } else {
      Object key = attributes.fileKey();
      if (isFirst(key == null ? real : key, shown, attributes.size())) {
        found.add(new Found(shown, path, attributes.size()));
      }
    }
  }

  private boolean isFirst(Object key, String shown, long bytes) {
    String before = seen.putIfAbsent(key, shown);
    if (before != null) {
      passedOver.add(new PassedOver(shown, bytes, "the same as " + before + ", which is read"));
    }
    return before == null;
  }

  private List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (IOException e) {
      passedOver.add(new PassedOver(folder.toString(), 0, whyUnreadable(folder, e)));
    } catch (DirectoryIteratorException e) {
      passedOver.add(
          new PassedOver(
              folder.toString(), 0, whyUnreadable(folder, requireNonNull(e.getCause()))));
    }
    children.sort(Comparator.comparing(path -> String.valueOf(path.getFileName())));
    return children;
  }

  private static String whyUnreadable(Path path, IOException e) {
    if (e instanceof AccessDeniedException) {
      return "may not be read: no permission";
    }
    if (Files.isSymbolicLink(path)) {
      return "a symbolic link that leads nowhere or back to itself";
    }
    if (e instanceof NoSuchFileException) {
      return "is not there";
    }
    return "can't be read: " + reason(e);
  }

  /** The system's own words, without the path in front of them. */
  public static String reason(IOException e) {
    if (e instanceof java.nio.file.FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
