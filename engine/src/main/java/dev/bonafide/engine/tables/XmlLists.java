package dev.bonafide.engine.tables;

import dev.bonafide.linking.names.Listed;
import dev.bonafide.linking.names.Sort;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Lists as XML: the UN consolidated list ({@code CONSOLIDATED_LIST}), the EU's Financial Sanctions
 * Files ({@code export/sanctionEntity}) and OFAC's {@code sdnList}. No DTD and no outside entity is
 * read. Nationality is left unread.
 */
final class XmlLists {
  private XmlLists() {}

  static boolean isXml(Path file) throws Unreadable {
    if (!Files.isRegularFile(file)) {
      throw new Unreadable(file + " is not there");
    }
    try (InputStream in = open(file)) {
      String head = new String(in.readNBytes(400), StandardCharsets.UTF_8);
      return head.replace("\uFEFF", "").stripLeading().startsWith("<");
    } catch (IOException e) {
      throw new Unreadable(file + " can't be read: " + e.getMessage());
    }
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  static List<Listed> read(Path file) throws Unreadable {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try (InputStream in = open(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      xml.nextTag();
      String root = xml.getLocalName();
      return switch (root) {
        case "CONSOLIDATED_LIST" -> new Un(xml).read();
        case "export" -> new Eu(xml).read();
        case "sdnList" -> new Sdn(xml).read();
        default ->
            throw new Unreadable(
                file
                    + " is XML with the root "
                    + root
                    + "; expected CONSOLIDATED_LIST (UN), export (EU) or sdnList (OFAC)");
      };
    } catch (XMLStreamException e) {
      throw new Unreadable(
          file + " is damaged XML: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    } catch (IOException e) {
      throw new Unreadable(file + " can't be read: " + e.getMessage());
    }
  }

  /** Reads elements until the end of the one that stands open, by their names. */
  private static class Walk {
    final XMLStreamReader xml;
    final List<Listed> entries = new ArrayList<>();

    Walk(XMLStreamReader xml) {
      this.xml = xml;
    }

    /** The texts of the leaves below the open element, by path; the element is closed after. */
    Map<String, List<String>> leaves() throws XMLStreamException {
      Map<String, List<String>> leaves = new LinkedHashMap<>();
      List<String> path = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      while (true) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          path.add(xml.getLocalName());
          text.setLength(0);
          for (int a = 0; a < xml.getAttributeCount(); a++) {
            put(
                leaves,
                String.join("/", path) + "@" + xml.getAttributeLocalName(a),
                xml.getAttributeValue(a));
          }
        } else if (event == XMLStreamConstants.CHARACTERS) {
          text.append(xml.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          if (path.isEmpty()) {
            return leaves;
          }
          put(leaves, String.join("/", path), text.toString());
          path.remove(path.size() - 1);
          text.setLength(0);
          mark(leaves, path);
        }
      }
    }

    /** Called when an element below the open one has ended. */
    void mark(Map<String, List<String>> leaves, List<String> path) {}

    static void put(Map<String, List<String>> leaves, String path, @Nullable String text) {
      if (text != null && !text.isBlank()) {
        leaves.computeIfAbsent(path, p -> new ArrayList<>()).add(text.strip());
      }
    }

    static List<String> all(Map<String, List<String>> leaves, String path) {
      return leaves.getOrDefault(path, List.of());
    }

    static String one(Map<String, List<String>> leaves, String path) {
      List<String> all = all(leaves, path);
      return all.isEmpty() ? "" : all.get(0);
    }
  }

  private static final class Un extends Walk {
    Un(XMLStreamReader xml) {
      super(xml);
    }

    List<Listed> read() throws XMLStreamException {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "INDIVIDUAL" -> entry(Sort.PERSON, "INDIVIDUAL");
            case "ENTITY" -> entry(Sort.ORGANISATION, "ENTITY");
            default -> {}
          }
        }
      }
      return entries;
    }

    private void entry(Sort sort, String kind) throws XMLStreamException {
      Map<String, List<String>> leaves = leaves();
      Entry entry = new Entry(one(leaves, "DATAID"));
      entry.sort(sort);
      StringBuilder name = new StringBuilder();
      for (String part : List.of("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")) {
        name.append(' ').append(one(leaves, part));
      }
      entry.name(name.toString());
      entry.name(one(leaves, "NAME_ORIGINAL_SCRIPT"));
      for (String alias : all(leaves, kind + "_ALIAS/ALIAS_NAME")) {
        // Some cells hold several aliases.
        for (String part : alias.split(";")) {
          entry.name(part);
        }
      }
      all(leaves, kind + "_DATE_OF_BIRTH/DATE").forEach(entry::born);
      all(leaves, kind + "_DATE_OF_BIRTH/YEAR").forEach(entry::born);
      all(leaves, kind + "_ADDRESS/COUNTRY").forEach(entry::country);
      if (entry.speaks()) {
        entries.add(entry.listed("UN"));
      }
    }
  }

  private static final class Eu extends Walk {
    Eu(XMLStreamReader xml) {
      super(xml);
    }

    List<Listed> read() throws XMLStreamException {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("sanctionEntity")) {
          String id = xml.getAttributeValue(null, "logicalId");
          Map<String, List<String>> leaves = leaves();
          Entry entry = new Entry(id == null ? "" : id);
          String type = one(leaves, "subjectType@code");
          entry.sort(Entry.sort(type));
          all(leaves, "nameAlias@wholeName").forEach(entry::name);
          all(leaves, "birthdate@birthdate").forEach(entry::born);
          all(leaves, "birthdate@year").forEach(entry::born);
          all(leaves, "address@countryIso2Code").forEach(entry::country);
          if (entry.speaks()) {
            entries.add(entry.listed("EU"));
          }
        }
      }
      return entries;
    }
  }

  private static final class Sdn extends Walk {
    Sdn(XMLStreamReader xml) {
      super(xml);
    }

    private final List<String> wallets = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();

    List<Listed> read() throws XMLStreamException {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("sdnEntry")) {
          wallets.clear();
          aliases.clear();
          Map<String, List<String>> leaves = leaves();
          Entry entry = new Entry(one(leaves, "uid"));
          entry.sort(Entry.sort(one(leaves, "sdnType")));
          entry.name((one(leaves, "firstName") + " " + one(leaves, "lastName")).strip());
          aliases.forEach(entry::name);
          all(leaves, "dateOfBirthList/dateOfBirthItem/dateOfBirth").forEach(entry::born);
          all(leaves, "addressList/address/country").forEach(entry::country);
          for (int w = 0; w + 1 < wallets.size(); w += 2) {
            entry.wallet(wallets.get(w), wallets.get(w + 1));
          }
          if (entry.speaks()) {
            entries.add(entry.listed("OFAC SDN"));
          }
        }
      }
      return entries;
    }

    @Override
    void mark(Map<String, List<String>> leaves, List<String> path) {
      // An id or alias has ended when its list is what stands open: its parts belong together.
      switch (String.join("/", path)) {
        case "idList" -> {
          String type = one(leaves, "idList/id/idType");
          String number = one(leaves, "idList/id/idNumber");
          if (type.toLowerCase(Locale.ROOT).startsWith("digital currency address")) {
            wallets.add(type.replaceAll(".*-\\s*", ""));
            wallets.add(number);
          }
          leaves.keySet().removeIf(p -> p.startsWith("idList/id/"));
        }
        case "akaList" -> {
          aliases.add(
              (one(leaves, "akaList/aka/firstName") + " " + one(leaves, "akaList/aka/lastName"))
                  .strip());
          leaves.keySet().removeIf(p -> p.startsWith("akaList/aka/"));
        }
        default -> {}
      }
    }
  }
}
