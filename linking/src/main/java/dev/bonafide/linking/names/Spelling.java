package dev.bonafide.linking.names;

/**
 * A rough writing of how a word sounds whatever language spelt it, vowels included in three
 * classes: Muhammed and Mohamad, Sergej and Sergey, Zelenskyy and Zelenskij become one.
 */
final class Spelling {
  private Spelling() {}

  static String of(String word) {
    StringBuilder out = new StringBuilder(word.length());
    int length = word.length();
    for (int i = 0; i < length; i++) {
      char c = word.charAt(i);
      char next = i + 1 < length ? word.charAt(i + 1) : 0;
      char after = i + 2 < length ? word.charAt(i + 2) : 0;
      char sound;
      switch (c) {
        case 'a', 'e' -> sound = 'a';
        case 'i', 'y', 'j' -> sound = c == 'j' && i == 0 ? 'j' : 'i';
        case 'o', 'u' -> sound = 'o';
        case 'w' -> sound = i > 0 && vowel(word.charAt(i - 1)) && !vowel(next) ? 'o' : 'v';
        case 'p' -> {
          if (next == 'h') {
            sound = 'f';
            i++;
          } else {
            sound = 'p';
          }
        }
        case 'c' -> {
          if (next == 'h') {
            sound = 'c';
            i++;
          } else if (next == 'k') {
            sound = 'k';
            i++;
          } else {
            sound = next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
          }
        }
        case 't' -> {
          if (next == 'c' && after == 'h') {
            sound = 'c';
            i += 2;
          } else if (next == 's' || next == 'z') {
            sound = 's';
            i++;
          } else {
            if (next == 'h') {
              i++;
            }
            sound = 't';
          }
        }
        case 's' -> {
          if (next == 'c' && after == 'h') {
            i += 2;
          } else if (next == 'h' || next == 'z') {
            i++;
          }
          sound = 's';
        }
        case 'k', 'g' -> {
          if (next == 'h') {
            i++;
          }
          sound = c;
        }
        case 'd', 'z', 'r', 'b' -> {
          if (next == 'h') {
            i++;
          }
          sound = c == 'z' ? 's' : c;
        }
        case 'q' -> sound = 'k';
        case 'x' -> {
          sound = i == 0 ? 's' : 'k';
          if (i > 0) {
            append(out, 'k');
            sound = 's';
          }
        }
        case 'h' -> sound = i == 0 ? 'h' : i + 1 == length || !vowel(next) ? 0 : 'h';
        default -> sound = c;
      }
      if (sound != 0) {
        append(out, sound);
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, char sound) {
    if (out.isEmpty() || out.charAt(out.length() - 1) != sound) {
      out.append(sound);
    }
  }

  private static boolean vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
  }
}
