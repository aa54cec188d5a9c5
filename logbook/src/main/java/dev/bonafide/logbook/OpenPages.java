package dev.bonafide.logbook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The pages under a fold's hands by account and day: a hash table that makes no objects. */
final class OpenPages {
  private long[] accounts = new long[256];
  private int[] days = new int[256];
  private @Nullable OpenPage[] pages = new OpenPage[256];
  private int size;

  int size() {
    return size;
  }

  /** The page, null when it is not open. */
  @Nullable OpenPage get(long account, int day) {
    return pages[slot(account, day)];
  }

  /** Opens a page that is not open. */
  OpenPage open(long account, int day) {
    if (2 * size >= pages.length) {
      grow();
    }
    int slot = slot(account, day);
    OpenPage page = new OpenPage();
    accounts[slot] = account;
    days[slot] = day;
    pages[slot] = page;
    size++;
    return page;
  }

  /** Seals all pages into {@code to} and forgets them. */
  void closeInto(Pages to) {
    for (int slot = 0; slot < pages.length; slot++) {
      OpenPage page = pages[slot];
      if (page != null) {
        to.add(accounts[slot], days[slot], page.close());
      }
    }
    Arrays.fill(pages, null);
    size = 0;
  }

  private int slot(long account, int day) {
    int mask = pages.length - 1;
    int slot = (int) (((account + day) * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (pages[slot] != null && (accounts[slot] != account || days[slot] != day)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldAccounts = accounts;
    int[] oldDays = days;
    @Nullable OpenPage[] oldPages = pages;
    accounts = new long[2 * oldPages.length];
    days = new int[2 * oldPages.length];
    pages = new OpenPage[2 * oldPages.length];
    for (int i = 0; i < oldPages.length; i++) {
      if (oldPages[i] != null) {
        int slot = slot(oldAccounts[i], oldDays[i]);
        accounts[slot] = oldAccounts[i];
        days[slot] = oldDays[i];
        pages[slot] = oldPages[i];
      }
    }
  }
}
