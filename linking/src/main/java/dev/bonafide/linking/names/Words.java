package dev.bonafide.linking.names;

import dev.bonafide.linking.text.Latin;
import dev.bonafide.linking.text.PetNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A name in words that can be compared.
 *
 * @param text the name as written
 * @param form the class of the legal form, "" for none
 */
record Words(String text, List<Word> words, String form) {
  /**
   * A word.
   *
   * @param text in plain Latin
   * @param letters the same
   * @param spelling how it sounds, roughly
   * @param pets families of pet names, and of spellings shifted by a million
   */
  @SuppressWarnings("ArrayRecordComponent") // read millions of times
  record Word(String text, char[] letters, char[] spelling, Lexis.Role role, Set<Integer> pets) {
    static Word of(String text, Lexis.Role role) {
      Set<Integer> families = new HashSet<>(PetNames.families(text));
      Lexis.WORDS.families(text).forEach(family -> families.add(family + 1_000_000));
      return new Word(
          text, text.toCharArray(), Spelling.of(text).toCharArray(), role, Set.copyOf(families));
    }

    /** A legal form: equal to all forms of its class, and still written as it is. */
    static Word form(String kind, String written) {
      return new Word(
          "=" + kind,
          written.toCharArray(),
          Spelling.of(written).toCharArray(),
          Lexis.Role.FORM,
          Set.of());
    }

    /** Two words that stand side by side, as one. */
    Word join(Word next) {
      return of(new String(letters) + new String(next.letters), Lexis.Role.NAME);
    }
  }

  /** Reads a name. */
  static Words of(String text, Sort sort) {
    boolean person = sort == Sort.PERSON;
    List<String> raw = split(text, person);
    List<Word> words = new ArrayList<>();
    String form = "";
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < raw.size(); ) {
      int taken = 0;
      if (!person) {
        for (int length = Math.min(Lexis.WORDS.longestForm(), raw.size() - i);
            length > 0 && taken == 0;
            length--) {
          String kind = Lexis.WORDS.form(raw.subList(i, i + length));
          if (!kind.isEmpty() && raw.size() > length) {
            form = form.isEmpty() ? kind : form;
            words.add(Word.form(kind, String.join("", raw.subList(i, i + length))));
            taken = length;
          }
        }
      }
      if (taken == 0) {
        String word = raw.get(i);
        taken = 1;
        // Xi is no eleven in the name of a person.
        if (Lexis.WORDS.isNumber(word) && (!person || Character.isDigit(word.charAt(0)))) {
          String number = Lexis.WORDS.number(word);
          String unit = i + 1 < raw.size() ? Lexis.WORDS.number(raw.get(i + 1)) : "";
          if (number.length() == 2 && number.endsWith("0") && unit.matches("[1-9]")) {
            number = number.charAt(0) + unit; // forty four
            taken = 2;
          }
          words.add(Word.of(number, Lexis.Role.NUMBER));
        } else {
          Lexis.Role role = role(word, person);
          // Said twice, it says nothing new.
          words.add(Word.of(word, seen.add(word) ? role : Lexis.Role.TITLE));
        }
      }
      i += taken;
    }
    return new Words(text, List.copyOf(words), form);
  }

  private static Lexis.Role role(String word, boolean person) {
    if (word.length() == 1) {
      return Lexis.Role.INITIAL;
    }
    Lexis.Role role = Lexis.WORDS.role(word);
    return switch (role) {
      case TITLE, COMMON -> person ? role : Lexis.Role.NAME;
      case GENERIC -> person ? Lexis.Role.NAME : role;
      case NAME, INITIAL, PARTICLE, FORM, NUMBER -> role;
    };
  }

  /** Words of letters and digits; dotted letters are initials of a person, else one word. */
  private static List<String> split(String text, boolean person) {
    String plain = Latin.plain(text.replace("&", " and "));
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    StringBuilder dotted = new StringBuilder();
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if (Latin.inWord(c)) {
        word.append(c);
      } else if (c != '\'') {
        boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
        if (!person && letter && (c == '.' || !dotted.isEmpty())) {
          dotted.append(word);
        } else {
          end(dotted, words);
          end(word, words);
        }
        word.setLength(0);
        if (c != '.') {
          end(dotted, words);
        }
      }
    }
    end(dotted, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
