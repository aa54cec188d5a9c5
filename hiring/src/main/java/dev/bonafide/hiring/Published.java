package dev.bonafide.hiring;

import dev.bonafide.hiring.contact.Contact;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Indicators that somebody published and the employer brings: mail addresses, telephone numbers,
 * accounts, domains and network addresses. Only their SHA-256 is kept, so nothing of a list can be
 * read out of memory or a file of ours; a list may come hashed as well. A published address may be
 * that of a victim whose identity was taken, so it is never more than a question.
 */
public final class Published {
  /** What an indicator names. */
  public enum Sort {
    MAIL(730),
    PHONE(730),
    ACCOUNT(730),
    DOMAIN(365),
    NETWORK_ADDRESS(90);

    /** Days after its publication on which it ends, where the list does not say. */
    private final int days;

    Sort(int days) {
      this.days = days;
    }

    public int days() {
      return days;
    }
  }

  /**
   * One indicator.
   *
   * @param sha256 of the value in small letters, as hexadecimal figures
   * @param source who published it, as the list says
   * @param published UTC epoch day; {@link Applicant#UNKNOWN} when the list does not say
   * @param expires last UTC epoch day on which it says anything; {@link Long#MAX_VALUE} when
   *     neither that day nor the day of publication is known
   */
  public record Indicator(Sort sort, String sha256, String source, long published, long expires) {}

  private static final Comparator<Indicator> LONGEST =
      Comparator.comparingLong((Indicator i) -> -i.expires)
          .thenComparing(Indicator::source)
          .thenComparing(Indicator::published);

  private final Map<String, List<Indicator>> bySha256 = new HashMap<>();

  public Published(Collection<Indicator> indicators) {
    indicators.forEach(i -> bySha256.computeIfAbsent(i.sha256, s -> new ArrayList<>()).add(i));
    bySha256.values().forEach(list -> list.sort(LONGEST));
  }

  public boolean isEmpty() {
    return bySha256.isEmpty();
  }

  /**
   * What the lists say of a contact on a day: itself, then the domain of a mail address.
   *
   * @param day UTC epoch day; what ended before says nothing
   */
  public List<Indicator> of(Contact contact, long day) {
    List<Indicator> found = new ArrayList<>();
    String key = contact.key().substring(contact.key().indexOf(':') + 1);
    switch (contact.kind()) {
      case MAIL -> {
        add(found, Sort.MAIL, key, day);
        add(found, Sort.MAIL, contact.value(), day);
        add(found, Sort.DOMAIN, contact.domain(), day);
      }
      case PHONE -> {
        add(found, Sort.PHONE, key, day);
        add(found, Sort.PHONE, key.replace("+", ""), day);
      }
      case PROFILE -> {
        add(found, Sort.ACCOUNT, key, day);
        add(found, Sort.ACCOUNT, "https://" + key, day);
        add(found, Sort.ACCOUNT, key.substring(key.lastIndexOf('/') + 1), day);
      }
      case ADDRESS -> {}
    }
    return found;
  }

  /** What the lists say of a network address on a day. */
  public List<Indicator> ofNetwork(String address, long day) {
    List<Indicator> found = new ArrayList<>();
    add(found, Sort.NETWORK_ADDRESS, address, day);
    return found;
  }

  private void add(List<Indicator> found, Sort sort, String value, long day) {
    for (Indicator one : bySha256.getOrDefault(sha256(value), List.of())) {
      if (one.sort == sort && day <= one.expires && !found.contains(one)) {
        found.add(one);
      }
    }
  }

  /** The hash under which a value stands: of its small letters. */
  public static String sha256(String value) {
    try {
      byte[] small = value.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(small));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
