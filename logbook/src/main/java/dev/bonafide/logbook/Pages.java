package dev.bonafide.logbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sealed pages by account and day. Joining two is the union of their pages, so order does not
 * matter.
 */
public final class Pages {
  private final Map<Long, Days> books = new HashMap<>();
  private int size;

  /** Is told of each page. */
  public interface Visitor {
    void page(long account, int day, byte[] sealed);
  }

  /** The days of one account, in order. */
  private static final class Days {
    int[] days = new int[4];
    byte[][] pages = new byte[4][];
    int count;

    int find(int day) {
      return count > 0 && days[count - 1] < day
          ? -count - 1
          : Arrays.binarySearch(days, 0, count, day);
    }

    void insert(int at, int day, byte[] sealed) {
      if (count == days.length) {
        days = Arrays.copyOf(days, 2 * count);
        pages = Arrays.copyOf(pages, 2 * count);
      }
      System.arraycopy(days, at, days, at + 1, count - at);
      System.arraycopy(pages, at, pages, at + 1, count - at);
      days[at] = day;
      pages[at] = sealed;
      count++;
    }
  }

  /**
   * Adds a sealed page, merged with the one that is there.
   *
   * @return whether anything changed
   */
  public boolean add(long account, int day, byte[] sealed) {
    Days book = books.computeIfAbsent(account, a -> new Days());
    int at = book.find(day);
    if (at < 0) {
      book.insert(-at - 1, day, sealed);
      size++;
      return true;
    }
    byte[] known = book.pages[at];
    byte[] merged = Page.merge(known, sealed);
    book.pages[at] = merged;
    return !Arrays.equals(known, merged);
  }

  /** Adds all pages of another. */
  public void merge(Pages other) {
    other.books.forEach(
        (account, book) -> {
          for (int i = 0; i < book.count; i++) {
            add(account, book.days[i], book.pages[i]);
          }
        });
  }

  /** How many pages there are. */
  public int size() {
    return size;
  }

  /** The accounts, in ascending order of their ids. */
  public long[] accounts() {
    return books.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** The days on which an account has a page, in order. */
  public int[] days(long account) {
    Days book = books.get(account);
    return book == null ? new int[0] : Arrays.copyOf(book.days, book.count);
  }

  /** The sealed page, not to be changed; null when the account has none on that day. */
  public byte @Nullable [] bytes(long account, int day) {
    Days book = books.get(account);
    int at = book == null ? -1 : book.find(day);
    return book == null || at < 0 ? null : book.pages[at];
  }

  /** All pages, by account and day. */
  public void forEach(Visitor visitor) {
    for (long account : accounts()) {
      Days book = books.get(account);
      for (int i = 0; book != null && i < book.count; i++) {
        visitor.page(account, book.days[i], book.pages[i]);
      }
    }
  }
}
