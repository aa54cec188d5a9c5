package dev.bonafide.linking.fields;

import dev.bonafide.linking.text.Latin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the values of a column look like, weighted by how often they occur: shares and means. */
record Shape(
    long present,
    double distinct,
    double dates,
    double years,
    double mails,
    double numbers,
    double whole,
    double alphabetic,
    double mixed,
    double words,
    double digits,
    double length) {

  static Shape of(List<String> texts, int[] count) {
    long present = 0;
    long distinct = 0;
    double dates = 0;
    double years = 0;
    double mails = 0;
    double numbers = 0;
    double whole = 0;
    double alphabetic = 0;
    double mixed = 0;
    double words = 0;
    double digits = 0;
    double length = 0;
    for (int t = 0; t < count.length; t++) {
      String text = texts.get(t);
      if (count[t] == 0 || Normal.nothing(text)) {
        continue;
      }
      long n = count[t];
      present += n;
      distinct++;
      text = text.strip();
      String folded = Latin.fold(text);
      int of = (int) folded.chars().filter(c -> c >= '0' && c <= '9').count();
      int letters = (int) folded.chars().filter(Character::isLetter).count();
      String number = letters == 0 ? Normal.number(text) : null;
      if (number != null) {
        numbers += n;
        double value = Double.parseDouble(number);
        if (value == Math.rint(value)) {
          whole += n;
          years += value >= 1500 && value <= 2100 ? n : 0;
        }
      }
      dates += Calendar.digits(text, true) != null ? n : 0;
      mails += text.indexOf('@') > 0 ? n : 0;
      alphabetic += of == 0 && letters > 0 ? n : 0;
      mixed += of > 0 && letters > 0 ? n : 0;
      words += n * (double) Math.max(1, folded.split(" ").length);
      digits += n * (double) of;
      length += n * (double) text.length();
    }
    double all = Math.max(1, present);
    return new Shape(
        present,
        distinct / all,
        dates / all,
        years / all,
        mails / all,
        numbers / all,
        whole / all,
        alphabetic / all,
        mixed / all,
        words / all,
        digits / all,
        length / all);
  }

  /** The header's meaning where the values bear it out, else what the values look like. */
  Meaning meaning(@Nullable Meaning header, String name) {
    if (header == null) {
      return meaning(Headers.row(name));
    }
    return switch (header) {
      case DATE -> dates >= 0.5 ? Meaning.DATE : meaning(false);
      case YEAR -> years >= 0.5 ? Meaning.YEAR : dates >= 0.5 ? Meaning.DATE : meaning(false);
      case NUMBER -> numbers >= 0.7 ? Meaning.NUMBER : meaning(false);
      case MAIL -> mails >= 0.3 ? Meaning.MAIL : meaning(false);
      case PHONE -> digits >= 6 ? Meaning.PHONE : meaning(false);
      case POSTCODE -> words <= 2.2 ? Meaning.POSTCODE : Meaning.TEXT;
      case CODE -> words <= 1.7 ? Meaning.CODE : Meaning.STREET;
      case IDENTIFIER -> words <= 2.5 || digits >= 0.6 * length ? Meaning.IDENTIFIER : Meaning.TEXT;
      case GIVEN_NAME, SURNAME -> words <= 2.2 ? header : Meaning.FULL_NAME;
      case CATEGORY, PLACE -> numbers >= 0.9 ? Meaning.CODE : words > 4 ? Meaning.TEXT : header;
      case TEXT ->
          numbers >= 0.95
              ? meaning(false)
              : words <= 1.2 && distinct < 0.2
                  ? Meaning.CATEGORY
                  : Headers.joined(name).equals("name") && words <= 3.5 && numbers < 0.1
                      ? Meaning.FULL_NAME
                      : Meaning.TEXT;
      case FULL_NAME, PEOPLE, STREET -> header;
    };
  }

  /**
   * @param id whether the header says that it is an id
   */
  private Meaning meaning(boolean id) {
    if (mails >= 0.7) {
      return Meaning.MAIL;
    }
    if (dates >= 0.8) {
      return Meaning.DATE;
    }
    if (id) {
      return Meaning.IDENTIFIER;
    }
    if (numbers >= 0.9) {
      if (years >= 0.9) {
        return Meaning.YEAR;
      }
      if (whole >= 0.98) {
        return digits >= 6 && distinct >= 0.3
            ? Meaning.IDENTIFIER
            : digits < 4.5 && distinct > 0.2 ? Meaning.NUMBER : Meaning.CODE;
      }
      return Meaning.NUMBER;
    }
    if (words >= 2.5) {
      return Meaning.TEXT;
    }
    if (words <= 1.3 && mixed + numbers >= 0.7) {
      return digits >= 5 && distinct >= 0.3 ? Meaning.IDENTIFIER : Meaning.CODE;
    }
    if (words >= 1.7 && distinct >= 0.3) {
      return alphabetic >= 0.9 ? Meaning.FULL_NAME : Meaning.TEXT;
    }
    return alphabetic >= 0.8 && distinct >= 0.02 && words <= 1.5
        ? Meaning.SURNAME
        : Meaning.CATEGORY;
  }
}
