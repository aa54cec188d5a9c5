package dev.bonafide.hiring.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Telephone numbers, through libphonenumber's numbering plans. */
public final class Phones {
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  /** No number with its country's code is shorter. */
  private static final int FEWEST_FIGURES = 7;

  private static final String NOWHERE = "ZZ";

  private Phones() {}

  /**
   * The number in the form +49301234567; null when it can't be told. A number without a country
   * code is read as one of the only country that is given.
   */
  static @Nullable String international(String text, Set<String> countries) {
    PhoneNumber number = parse(text, countries);
    return number == null ? null : PLANS.format(number, PhoneNumberFormat.E164);
  }

  private static @Nullable PhoneNumber parse(String text, Set<String> countries) {
    try {
      PhoneNumber number = PLANS.parse(text, regionOf(countries));
      return PLANS.isPossibleNumber(number) ? number : null;
    } catch (NumberParseException e) {
      return null; // no number: a text field that holds something else
    }
  }

  private static String regionOf(Set<String> countries) {
    return countries.size() == 1 ? countries.iterator().next() : NOWHERE;
  }

  /** The numbers that stand in a line. */
  public static List<String> in(String line, Set<String> countries) {
    List<String> found = new ArrayList<>();
    if (line.chars().filter(Character::isDigit).count() < FEWEST_FIGURES) {
      return found; // most lines, at a fraction of the cost
    }
    for (PhoneNumberMatch match : PLANS.findNumbers(line, regionOf(countries))) {
      found.add(match.rawString());
    }
    return found;
  }

  /**
   * The country whose plan a contact's number belongs to, ISO 3166-1; null for a number of no
   * country, or one that the plans don't know.
   */
  public static @Nullable String country(Contact phone) {
    PhoneNumber number = parse(phone.key().substring("phone:".length()), Set.of());
    String region = number == null ? null : PLANS.getRegionCodeForNumber(number);
    return region == null || region.length() != 2 || region.equals(NOWHERE) ? null : region;
  }

  /** Whether the numbering plan itself says that it is an internet telephone number. */
  public static boolean internetNumber(Contact phone) {
    PhoneNumber number = parse(phone.key().substring("phone:".length()), Set.of());
    return number != null && PLANS.getNumberType(number) == PhoneNumberType.VOIP;
  }
}
