package dev.bonafide.engine.privacy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What stands in outputs instead of names (DESIGN 10.11). The same key gives the same pseudonyms.
 */
public final class Pseudonyms {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  /** Stones, plants and weather that are no given names; a label is one of them and a number. */
  private static final List<String> WORDS =
      List.of(
          "Agate",
          "Alder",
          "Amaranth",
          "Anise",
          "Arnica",
          "Aspen",
          "Azurite",
          "Balsam",
          "Bamboo",
          "Basalt",
          "Beech",
          "Birch",
          "Bracken",
          "Bramble",
          "Calcite",
          "Caraway",
          "Cedar",
          "Chalk",
          "Chert",
          "Chicory",
          "Cinnabar",
          "Citrine",
          "Clove",
          "Cobalt",
          "Comfrey",
          "Copper",
          "Cumin",
          "Cypress",
          "Dolomite",
          "Dune",
          "Elm",
          "Feldspar",
          "Fennel",
          "Fjord",
          "Flint",
          "Galena",
          "Garnet",
          "Gneiss",
          "Granite",
          "Gypsum",
          "Hemlock",
          "Hornbeam",
          "Hyssop",
          "Indigo",
          "Juniper",
          "Kelp",
          "Larch",
          "Lichen",
          "Limestone",
          "Linden",
          "Lovage",
          "Madder",
          "Maple",
          "Marl",
          "Meadow",
          "Mica",
          "Moraine",
          "Moss",
          "Nettle",
          "Nutmeg",
          "Obsidian",
          "Onyx",
          "Orchard",
          "Oregano",
          "Osier",
          "Pebble",
          "Peppermint",
          "Pine",
          "Plantain",
          "Poplar",
          "Pumice",
          "Pyrite",
          "Quartz",
          "Rosin",
          "Rush",
          "Saffron",
          "Sandstone",
          "Schist",
          "Sedge",
          "Shale",
          "Slate",
          "Sorrel",
          "Spruce",
          "Sumac",
          "Talc",
          "Tansy",
          "Teasel",
          "Thistle",
          "Topsoil",
          "Tuff",
          "Tundra",
          "Turmeric",
          "Umber",
          "Vetch",
          "Wormwood",
          "Yarrow",
          "Yew");

  private final Key key;

  public Pseudonyms(Key key) {
    this.key = key;
  }

  /** The pseudonym of a person: of the worker id, else of the smallest account. */
  public String person(String workerOrAccount) {
    return "p-" + base32(key.hmac(workerOrAccount));
  }

  /** The pseudonym of an account that is no person's. */
  public String account(String account) {
    return "a-" + base32(key.hmac("account\n" + account));
  }

  /** The pseudonym of an application. */
  public String application(String id) {
    return "c-" + base32(key.hmac("application\n" + id));
  }

  /** The id of an evidence as outputs show it: nobody can test guesses of a person against it. */
  public String evidence(String id) {
    return HexFormat.of().formatHex(key.hmac("evidence\n" + id), 0, 8);
  }

  /** The pseudonym of somebody who applied. */
  public String applicant(String id) {
    return "c-" + base32(key.hmac("applicant\n" + id));
  }

  /** The pseudonym of a thing that people share: equal for equal things, and nothing else. */
  public String thing(String thing) {
    return "t-" + base32(key.hmac("thing\n" + thing));
  }

  /** The pseudonym of a part of a path. */
  String path(String part) {
    return "~" + base32(key.hmac("path\n" + part)).substring(0, 6);
  }

  /** 65 bits as 13 letters and digits. */
  private static String base32(byte[] hash) {
    BigInteger bits = new BigInteger(1, hash).shiftRight(hash.length * 8 - 65);
    StringBuilder text = new StringBuilder();
    for (int i = 12; i >= 0; i--) {
      text.append(BASE32.charAt(bits.shiftRight(5 * i).intValue() & 31));
    }
    return text.toString();
  }

  /**
   * A label for each id, for display only: a word and a number of three digits, of more where two
   * would be the same.
   *
   * @param taken words in small letters that are somebody's name in this run, so no label has them
   */
  public Map<String, String> labels(Collection<String> ids, Set<String> taken) {
    List<String> words =
        WORDS.stream().filter(word -> !taken.contains(word.toLowerCase(Locale.ROOT))).toList();
    Map<String, String> labels = new HashMap<>();
    List<String> open = new ArrayList<>(ids);
    for (int digits = 3; !open.isEmpty(); digits++) {
      Map<String, List<String>> by = new TreeMap<>();
      for (String id : open) {
        by.computeIfAbsent(label(id, digits, words), l -> new ArrayList<>()).add(id);
      }
      open = new ArrayList<>();
      for (Map.Entry<String, List<String>> entry : by.entrySet()) {
        if (entry.getValue().size() == 1) {
          labels.put(entry.getValue().getFirst(), entry.getKey());
        } else {
          open.addAll(entry.getValue());
        }
      }
    }
    return labels;
  }

  private String label(String id, int digits, List<String> words) {
    BigInteger hash = new BigInteger(1, key.hmac("label\n" + id));
    BigInteger[] parts = hash.divideAndRemainder(BigInteger.valueOf(words.size()));
    String number = parts[0].mod(BigInteger.TEN.pow(digits)).toString();
    return words.get(parts[1].intValue()) + " " + "0".repeat(digits - number.length()) + number;
  }
}
