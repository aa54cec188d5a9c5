package dev.bonafide.linking.text;

/**
 * A coarse code of how a word of a European language, or one written in Latin letters, sounds. It
 * serves only to find candidates: consonants are merged by the place where they are spoken, vowels
 * count only at the beginning, doubled sounds once. It is our own reduction of the ideas of Soundex
 * (Russell 1918) and Metaphone (Philips 1990).
 */
public final class Sound {
  private static final int LONGEST = 6;

  private Sound() {}

  /** The code of a folded word: up to six letters; the empty string for a word without letters. */
  public static String of(CharSequence word) {
    StringBuilder code = new StringBuilder(LONGEST);
    char last = 0;
    int length = word.length();
    for (int i = 0; i < length && code.length() < LONGEST; i++) {
      char c = word.charAt(i);
      char next = i + 1 < length ? word.charAt(i + 1) : 0;
      char sound;
      switch (c) {
        case 'a', 'e', 'i', 'o', 'u', 'y' -> sound = code.isEmpty() ? 'a' : 0;
        case 'h' -> sound = 0;
        case 'b' -> sound = 'p';
        case 'p' -> {
          sound = next == 'h' ? 'f' : 'p';
        }
        case 'f', 'v' -> sound = 'f';
        case 'w' -> sound = i == 0 && next == 'r' ? 0 : i == 0 ? 'f' : 0;
        case 'd', 't' -> sound = 't';
        case 'c' -> {
          if (next == 'k' || (next == 'h' && last == 's')) {
            sound = 0;
          } else {
            sound = next == 'e' || next == 'i' || next == 'y' || next == 'z' ? 's' : 'k';
          }
        }
        case 'g' -> {
          if (next == 'h' && i > 0) {
            sound = 0;
          } else {
            sound = i == 0 && next == 'n' ? 0 : 'k';
          }
        }
        case 'k' -> sound = i == 0 && next == 'n' ? 0 : 'k';
        case 'q' -> sound = 'k';
        case 'j' -> sound = 'j';
        case 's', 'x', 'z' -> sound = 's';
        case 'l', 'm', 'n', 'r' -> sound = c;
        default -> sound = c >= '0' && c <= '9' ? c : 0;
      }
      if (sound != 0 && sound != last) {
        code.append(sound);
      }
      if (c != 'h' && c != 'w') {
        last = sound;
      }
    }
    return code.toString();
  }
}
