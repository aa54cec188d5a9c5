package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Shuffle;
import java.util.List;

/**
 * Invented names: a given name of any part of the world with an invented family name, whatever the
 * place. Names say nothing about place, role or guilt, here as in life.
 */
final class Names {
  private static final List<String> GIVEN =
      List.of(
          "Ada",
          "Amir",
          "Ana",
          "Anouk",
          "Aria",
          "Bela",
          "Bruno",
          "Carlos",
          "Chidi",
          "Clara",
          "Dana",
          "Davor",
          "Dilan",
          "Edda",
          "Elif",
          "Emeka",
          "Emil",
          "Farah",
          "Finn",
          "Gita",
          "Grace",
          "Hana",
          "Hugo",
          "Ida",
          "Ilse",
          "Imran",
          "Inès",
          "Ivan",
          "Jae",
          "Jonas",
          "Josef",
          "Kai",
          "Kamal",
          "Kaya",
          "Lars",
          "Leila",
          "Lina",
          "Luca",
          "Lucía",
          "Mahdi",
          "Marta",
          "Maya",
          "Mei",
          "Milan",
          "Mira",
          "Nadia",
          "Nia",
          "Noor",
          "Odile",
          "Olga",
          "Omar",
          "Oskar",
          "Pavel",
          "Petra",
          "Priya",
          "Quinn",
          "Rafa",
          "Rania",
          "Ravi",
          "Rosa",
          "Ruth",
          "Sami",
          "Sana",
          "Selma",
          "Sofia",
          "Stellan",
          "Tariq",
          "Tess",
          "Thandi",
          "Tomás",
          "Uma",
          "Valentin",
          "Vera",
          "Viktor",
          "Wim",
          "Xavi",
          "Yara",
          "Yusuf",
          "Zoë",
          "Zora");
  private static final List<String> FIRST =
      List.of(
          "Alder", "Ash", "Birch", "Bram", "Bright", "Cold", "Copper", "Crane", "Dun", "Ember",
          "Fair", "Fen", "Flint", "Frost", "Gold", "Grey", "Hazel", "Heron", "Holt", "Iron", "Kest",
          "Lark", "Linden", "Marsh", "Moss", "North", "Oak", "Pine", "Quill", "Raven", "Reed",
          "Rowan", "Rush", "Sable", "Silver", "Stone", "Thorn", "Vale", "Wren", "Yarrow");
  private static final List<String> SECOND =
      List.of(
          "acre", "bank", "beck", "bourne", "bridge", "by", "combe", "cote", "dale", "fell",
          "field", "ford", "gate", "hithe", "holm", "hurst", "lea", "low", "mere", "more", "ridge",
          "rill", "shaw", "stead", "thwaite", "wick", "wood", "worth");

  private final Shuffle order;
  private final Shuffle phones;

  Names(long seed) {
    Chance names = Chance.of(seed).at("names");
    order = new Shuffle(names.at("order").name(), combinations());
    phones = new Shuffle(names.at("phones").name(), 78_000);
  }

  static long combinations() {
    return (long) GIVEN.size() * FIRST.size() * SECOND.size();
  }

  String given(long number) {
    return GIVEN.get((int) (order.of(number) % GIVEN.size()));
  }

  String family(long number) {
    long rest = order.of(number) / GIVEN.size();
    return FIRST.get((int) (rest % FIRST.size())) + SECOND.get((int) (rest / FIRST.size()));
  }

  /** The part before the @; number by number unique. */
  String local(long number) {
    long round = number / combinations();
    return Ids.plain(given(number))
        + "."
        + Ids.plain(family(number))
        + (round == 0 ? "" : Long.toString(round + 1));
  }

  /** A number that is reserved for fiction: 555-0100 to 555-0199 of some area code. */
  String phone(long number) {
    long at = phones.of(number);
    return "+1 " + (200 + at / 100) + " 555 " + Ids.padded(100 + at % 100, 4);
  }

  String street(Chance chance) {
    return chance.between(1, 240)
        + " "
        + chance.pick(FIRST)
        + chance.pick(SECOND)
        + " "
        + chance.pick(List.of("Street", "Road", "Lane", "Row", "Avenue", "Close"));
  }
}
