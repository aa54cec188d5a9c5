package dev.bonafide.engine.applications;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bonafide.engine.applications.Extractor.Extracted;
import dev.bonafide.engine.applications.ScreeningFindings.Document;
import dev.bonafide.engine.intake.Walk;
import dev.bonafide.hiring.FileFacts;
import dev.bonafide.hiring.Picture;
import dev.bonafide.hiring.documents.Document.OfFields;
import dev.bonafide.hiring.documents.Documents;
import dev.bonafide.hiring.documents.Inbox.Received;
import dev.bonafide.model.Hash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Opens a folder of applications: every file is read, or named with a reason. */
final class ApplicationFiles {
  /** Larger documents are named and not read. */
  static final int LARGEST = 32 << 20;

  private static final int MOST_ENTRIES = 200_000;
  private static final int HEAD = 512;

  private static final String PICTURE_WITHOUT_TEXT =
      "a picture: the text of a résumé can't be read from it";

  /** Ends the path of a picture that stands inside a document's own text. */
  private static final String INLINE = "#picture";

  private static final Pattern DATA =
      Pattern.compile("data:image/[a-z+.-]+;base64,", Pattern.CASE_INSENSITIVE);

  /** What a document is, from its first bytes. */
  private enum Form {
    TEXT,
    /** Needs {@link Extractor}. */
    EXTRACTED,
    ZIP,
    GZIP,
    PICTURE,
    CLOSED
  }

  /**
   * A folder, read.
   *
   * @param documents every file, by path
   * @param hashes SHA-256 of what was read, unpacked, by path
   * @param extracted paths of the documents of which an extractor was asked
   */
  record Folder(
      List<Received> received,
      List<Document> documents,
      Map<String, String> hashes,
      Set<String> extracted) {

    /** A folder without files. */
    static final Folder EMPTY = new Folder(List.of(), List.of(), Map.of(), Set.of());

    /** The hash of a document's own bytes; empty when it was not read. */
    String sha256(String path) {
      return hashes.getOrDefault(path, "");
    }
  }

  /** One document before its text was looked at. */
  private static final class Opened {
    private final String path;
    private final long bytes;
    private final byte[] content;

    /** Where it lies as it is; null when it was unpacked. */
    private final @Nullable Path file;

    Opened(String path, long bytes, byte[] content, @Nullable Path file) {
      this.path = path;
      this.bytes = bytes;
      this.content = content;
      this.file = file;
    }
  }

  private final List<Received> received = new ArrayList<>();
  private final Map<String, Document> documents = new TreeMap<>();
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final Map<String, List<Picture>> picturesIn = new HashMap<>();
  private final Predicate<String> wanted;
  private final boolean pictures;

  private ApplicationFiles(Predicate<String> wanted, boolean pictures) {
    this.wanted = wanted;
    this.pictures = pictures;
  }

  static Folder read(List<Path> roots, @Nullable Path out, Extractor extractor) {
    ApplicationFiles files = new ApplicationFiles(path -> true, true);
    Walk walk = Walk.of(roots, out);
    walk.passedOver().forEach(p -> files.passOver(p.shown(), p.bytes(), p.why()));
    return files.read(walk.found(), extractor);
  }

  /**
   * Reads some files; pictures among logs are nobody's.
   *
   * @param wanted which paths, those in archives included
   */
  static Folder read(List<Walk.Found> found, Predicate<String> wanted, Extractor extractor) {
    return new ApplicationFiles(wanted, false).read(found, extractor);
  }

  private Folder read(List<Walk.Found> found, Extractor extractor) {
    List<Opened> toExtract = new ArrayList<>();
    found.parallelStream().forEach(file -> open(file, toExtract));
    extract(toExtract, extractor);
    Set<String> extracted = new TreeSet<>();
    toExtract.forEach(opened -> extracted.add(opened.path));
    return new Folder(
        received.stream()
            .map(this::withPictures)
            .sorted(Comparator.comparing(Received::path))
            .toList(),
        List.copyOf(documents.values()),
        Map.copyOf(hashes),
        extracted);
  }

  private Received withPictures(Received one) {
    List<Picture> in = picturesIn.get(one.path());
    return in == null
        ? one
        : new Received(
            one.path(),
            one.recordId(),
            one.document(),
            new FileFacts(one.path(), one.recordId(), null, null, in));
  }

  /** The name of a file, also of one in an archive, without the ending of its packing. */
  static String fileName(String path) {
    String name =
        path.substring(
            Math.max(path.lastIndexOf('/'), Math.max(path.lastIndexOf('\\'), path.lastIndexOf('!')))
                + 1);
    return name.replaceFirst("(?i)\\.gz$", "");
  }

  /** The hash of a record that is a part of a document. */
  static String sha256(String record) {
    return sha256(record.getBytes(UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private synchronized void passOver(String path, long bytes, String why) {
    documents.put(path, new Document(path, bytes, null, why));
  }

  private synchronized void take(
      String path,
      long bytes,
      long recordId,
      dev.bonafide.hiring.documents.Document document,
      @Nullable FileFacts facts) {
    switch (document) {
      case dev.bonafide.hiring.documents.Document.Nothing(String why) -> passOver(path, bytes, why);
      case dev.bonafide.hiring.documents.Document.Unreadable(String why) ->
          passOver(path, bytes, "could not be read: " + why);
      default -> {
        documents.put(path, new Document(path, bytes, kind(document), null));
        received.add(new Received(path, recordId, document, facts));
      }
    }
  }

  private static String kind(dev.bonafide.hiring.documents.Document document) {
    return switch (document) {
      case dev.bonafide.hiring.documents.Document.OfSystem system ->
          system.candidates().size() == 1
              ? "one candidate of an applicant tracking system"
              : system.candidates().size() + " candidates of an applicant tracking system";
      case dev.bonafide.hiring.documents.Document.OfFields fields -> "résumé (JSON Resume)";
      case dev.bonafide.hiring.documents.Document.OfLines lines -> "résumé (text)";
      case dev.bonafide.hiring.documents.Document.OfTalk talk -> "interview transcript";
      case dev.bonafide.hiring.documents.Document.OfReferees referees ->
          referees.referees().size() + " references";
      case dev.bonafide.hiring.documents.Document.OfMeeting meeting -> "meeting report";
      case dev.bonafide.hiring.documents.Document.OfCode code -> "export of a code account";
      case dev.bonafide.hiring.documents.Document.OfPicture picture -> "picture";
      case dev.bonafide.hiring.documents.Document.Nothing nothing -> "";
      case dev.bonafide.hiring.documents.Document.Unreadable unreadable -> "";
    };
  }

  private void open(Walk.Found found, List<Opened> toExtract) {
    try {
      if (found.bytes() > LARGEST) {
        if (form(head(found.path())) != Form.ZIP || isOffice(found.path())) {
          passOver(found.shown(), found.bytes(), "larger than " + (LARGEST >> 20) + " MB");
          return;
        }
        try (InputStream in = Files.newInputStream(found.path())) {
          zip(found.shown(), in, toExtract);
        }
        return;
      }
      one(
          new Opened(found.shown(), found.bytes(), Files.readAllBytes(found.path()), found.path()),
          toExtract);
    } catch (IOException e) {
      passOver(found.shown(), found.bytes(), "can't be read: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static byte[] head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      return new byte[0]; // reading it whole will say why
    }
  }

  private static boolean isOffice(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return isOffice(in);
    } catch (IOException e) {
      return false;
    }
  }

  /** Word, OpenDocument and the like are zip files that say so in their first entries. */
  private static boolean isOffice(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in, ISO_8859_1);
    for (int i = 0; i < 8; i++) {
      ZipEntry entry;
      try {
        entry = zip.getNextEntry();
      } catch (IllegalArgumentException damaged) {
        return false;
      }
      if (entry == null) {
        return false;
      }
      String name = entry.getName();
      if (name.equals("[Content_Types].xml")
          || name.equals("mimetype")
          || name.startsWith("word/")
          || name.startsWith("_rels/")) {
        return true;
      }
    }
    return false;
  }

  private void one(Opened opened, List<Opened> toExtract) throws IOException {
    hashes.put(opened.path, sha256(opened.content));
    switch (form(opened.content)) {
      case TEXT -> {
        long recordId = recordId(opened);
        dev.bonafide.hiring.documents.Document document =
            Documents.read(opened.path, recordId, opened.content);
        if (document instanceof OfFields fields) {
          document = fields.picture().startsWith("data:") ? fields.withoutPicture() : fields;
          byte[] picture = pictures ? inline(fields.picture()) : null;
          if (picture != null) {
            synchronized (toExtract) {
              toExtract.add(new Opened(opened.path + INLINE, picture.length, picture, null));
            }
          }
        }
        take(opened.path, opened.bytes, recordId, document, null);
      }
      case EXTRACTED -> {
        synchronized (toExtract) {
          toExtract.add(opened);
        }
      }
      case ZIP -> {
        if (isOffice(new ByteArrayInputStream(opened.content))) {
          synchronized (toExtract) {
            toExtract.add(opened);
          }
        } else {
          zip(opened.path, new ByteArrayInputStream(opened.content), toExtract);
        }
      }
      case GZIP -> {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(opened.content))) {
          byte[] content = in.readNBytes(LARGEST + 1);
          if (content.length > LARGEST) {
            passOver(opened.path, opened.bytes, "unpacks to more than " + (LARGEST >> 20) + " MB");
          } else {
            one(new Opened(opened.path, opened.bytes, content, null), toExtract);
          }
        }
      }
      case PICTURE -> {
        if (pictures) {
          synchronized (toExtract) {
            toExtract.add(opened);
          }
        } else {
          passOver(opened.path, opened.bytes, PICTURE_WITHOUT_TEXT);
        }
      }
      case CLOSED -> passOver(opened.path, opened.bytes, "a form that is not read: ask for a PDF");
    }
  }

  private void zip(String shown, InputStream in, List<Opened> toExtract) throws IOException {
    ZipInputStream zip = new ZipInputStream(in, ISO_8859_1);
    int entries = 0;
    try {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String path = shown + "!" + entry.getName();
        if (entry.isDirectory() || !wanted.test(path)) {
          continue;
        }
        if (++entries > MOST_ENTRIES) {
          passOver(shown, 0, "more than " + MOST_ENTRIES + " entries: the rest was not read");
          return;
        }
        byte[] content = zip.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
          passOver(path, content.length, "larger than " + (LARGEST >> 20) + " MB");
        } else if (form(content) == Form.ZIP && !isOffice(new ByteArrayInputStream(content))) {
          passOver(path, content.length, "a zip archive in a zip archive: unpack it first");
        } else {
          one(new Opened(path, content.length, content, null), toExtract);
        }
      }
      if (entries == 0) {
        passOver(shown, 0, "a zip archive without entries");
      }
    } catch (IOException | IllegalArgumentException e) {
      passOver(shown, 0, "a damaged zip archive, read up to entry " + entries);
    }
  }

  private static long recordId(Opened opened) {
    return Hash.combine(Hash.of(opened.path), Hash.of(new String(opened.content, ISO_8859_1)));
  }

  private static Form form(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, HEAD), ISO_8859_1);
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return Form.ZIP;
    }
    if (head.startsWith("\u001f\u008b")) {
      return Form.GZIP;
    }
    if (head.startsWith("\u0089PNG")
        || head.startsWith("\u00ff\u00d8\u00ff")
        || head.startsWith("GIF8")) {
      return Form.PICTURE;
    }
    if (head.startsWith("7z\u00bc\u00af") || head.startsWith("Rar!")) {
      return Form.CLOSED;
    }
    String start = head.strip().toLowerCase(Locale.ROOT);
    boolean html =
        start.startsWith("<!doctype html")
            || start.startsWith("<html")
            || (start.startsWith("<") && start.contains("<html"));
    return head.contains("%PDF-")
            || head.startsWith("\u00d0\u00cf\u0011\u00e0")
            || head.startsWith("{\\rtf")
            || html
        ? Form.EXTRACTED
        : Form.TEXT;
  }

  // --- text out of documents
  // -----------------------------------------------------------------------

  private void extract(List<Opened> all, Extractor extractor) {
    if (all.isEmpty()) {
      return;
    }
    List<Opened> ordered = all.stream().sorted(Comparator.comparing((Opened o) -> o.path)).toList();
    List<Path> files = new ArrayList<>();
    Path folder = null;
    try {
      for (Opened opened : ordered) {
        if (opened.file != null) {
          files.add(opened.file);
        } else {
          if (folder == null) {
            folder = Files.createTempDirectory("bonafide-applications-");
          }
          Path file = folder.resolve("document-" + files.size());
          Files.write(file, opened.content);
          files.add(file);
        }
      }
      List<Extracted> extracted = extractor.extract(files);
      for (int i = 0; i < ordered.size(); i++) {
        Opened opened = ordered.get(i);
        Extracted one = extracted.get(i);
        if (opened.path.endsWith(INLINE)) {
          String holder = opened.path.substring(0, opened.path.length() - INLINE.length());
          if (!one.pictures().isEmpty()) {
            picturesIn.put(holder, one.pictures());
          }
          continue;
        }
        if (one.text() != null && form(opened.content) == Form.PICTURE) {
          picture(opened, one);
          continue;
        }
        if (one.text() == null) {
          passOver(opened.path, opened.bytes, "could not be read: " + one.why());
          continue;
        }
        long recordId = recordId(opened);
        take(
            opened.path,
            opened.bytes,
            recordId,
            Documents.ofExtracted(opened.path, recordId, one.text()),
            new FileFacts(opened.path, recordId, one.author(), one.documentId(), one.pictures()));
      }
    } catch (IOException e) {
      ordered.forEach(o -> passOver(o.path, o.bytes, "could not be read: " + reason(e)));
    } finally {
      delete(folder);
    }
  }

  private void picture(Opened opened, Extracted extracted) {
    if (extracted.pictures().isEmpty()) {
      passOver(
          opened.path,
          opened.bytes,
          PICTURE_WITHOUT_TEXT + ", and it is too small or plain to be compared");
      return;
    }
    long recordId = recordId(opened);
    take(
        opened.path,
        opened.bytes,
        recordId,
        new dev.bonafide.hiring.documents.Document.OfPicture(),
        new FileFacts(opened.path, recordId, null, null, extracted.pictures()));
  }

  /** The bytes of a picture that stands in a text; null when it is none, or too large. */
  private static byte @Nullable [] inline(String picture) {
    Matcher m = DATA.matcher(picture);
    if (!m.lookingAt()) {
      return null;
    }
    try {
      return Base64.getMimeDecoder().decode(picture.substring(m.end()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void delete(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException leftBehind) {
      folder.toFile().deleteOnExit();
    }
  }
}
