package dev.bonafide.engine.tables;

import dev.bonafide.linking.names.Listed;
import dev.bonafide.linking.names.Ofac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists of names from files, told by what they hold: OFAC's legacy CSV (sdn, alt, add and their
 * cons_ namesakes), the UN, EU and OFAC XML, the EU and UK CSV, and tables of a user's own.
 *
 * @param notes what the user should know of the files
 */
public record NameLists(List<Listed> entries, List<String> notes) {
  private static final List<String> BESIDE_SDN = List.of("alt.csv", "add.csv");
  private static final List<String> BESIDE_CONS = List.of("cons_alt.csv", "cons_add.csv");

  /** Reads files, and all files of folders. */
  public static NameLists read(List<Path> paths) throws Unreadable {
    List<String> notes = new ArrayList<>();
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      files.addAll(files(path));
    }
    for (Path file : List.copyOf(files)) {
      beside(file, files, notes);
    }
    List<Listed> entries = new ArrayList<>();
    List<List<String>> sdn = new ArrayList<>();
    List<List<String>> alt = new ArrayList<>();
    List<List<String>> add = new ArrayList<>();
    for (Path file : files) {
      if (XmlLists.isXml(file)) {
        entries.addAll(XmlLists.read(file));
        continue;
      }
      List<List<String>> rows = rows(file, notes);
      switch (legacy(rows)) {
        case SDN -> sdn.addAll(rows);
        case ALT -> alt.addAll(rows);
        case ADD -> add.addAll(rows);
        case NONE -> entries.addAll(TableLists.read(file, rows));
      }
    }
    if (sdn.isEmpty() && !(alt.isEmpty() && add.isEmpty())) {
      throw new Unreadable(
          "aliases or addresses of OFAC without their sdn.csv: name it with --list too");
    }
    entries.addAll(Ofac.entries(sdn, alt, add));
    if (entries.isEmpty()) {
      throw new Unreadable("no entry with a name in " + paths);
    }
    return new NameLists(entries, notes);
  }

  private static Collection<Path> files(Path path) throws Unreadable {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.list(path)) {
      List<Path> files =
          all.filter(Files::isRegularFile).filter(NameLists::wanted).sorted().toList();
      if (files.isEmpty()) {
        throw new Unreadable(path + " holds no list; expected files .csv, .tsv, .xml, maybe .gz");
      }
      return files;
    } catch (IOException e) {
      throw new Unreadable(path + " can't be read: " + e.getMessage());
    }
  }

  private static boolean wanted(Path file) {
    String name = name(file);
    return name.matches(".*\\.(csv|tsv|xml)(\\.gz)?");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  /** OFAC keeps aliases and addresses in files of their own, which belong to sdn.csv. */
  private static void beside(Path file, Set<Path> files, List<String> notes) {
    String name = name(file);
    List<String> others =
        name.equals("sdn.csv")
            ? BESIDE_SDN
            : name.equals("cons_prim.csv") ? BESIDE_CONS : List.of();
    for (String other : others) {
      Path sibling = file.resolveSibling(other);
      if (Files.isRegularFile(sibling) && files.add(sibling)) {
        notes.add("read " + sibling + " with " + file + ": it holds the same entries");
      }
    }
  }

  private static List<List<String>> rows(Path file, List<String> notes) throws Unreadable {
    List<List<String>> rows = new ArrayList<>();
    try (TableFile table = TableFile.open(file)) {
      for (TableFile.Row row = table.next(); row != null; row = table.next()) {
        rows.add(row.cells());
      }
      String damage = table.damage();
      if (damage != null) {
        notes.add(damage);
      }
    }
    return rows;
  }

  private enum Legacy {
    SDN,
    ALT,
    ADD,
    NONE
  }

  /** OFAC's files have no header: numbers first, and {@code -0-} for nothing. */
  private static Legacy legacy(List<List<String>> rows) {
    if (rows.isEmpty() || !number(rows.get(0), 0)) {
      return Legacy.NONE;
    }
    List<String> first = rows.get(0);
    return switch (first.size()) {
      case 12 -> Legacy.SDN;
      case 5 -> number(first, 1) ? Legacy.ALT : Legacy.NONE;
      case 6 -> number(first, 1) ? Legacy.ADD : Legacy.NONE;
      default -> Legacy.NONE;
    };
  }

  private static boolean number(List<String> row, int at) {
    return at < row.size() && row.get(at).matches("\\d{1,9}");
  }

  /** Texts that say something, each once. */
  static List<String> said(Collection<String> texts) {
    Set<String> said = new LinkedHashSet<>();
    for (String text : texts) {
      if (!text.isBlank()) {
        said.add(text.strip().replaceAll("\\s+", " "));
      }
    }
    return List.copyOf(said);
  }
}
