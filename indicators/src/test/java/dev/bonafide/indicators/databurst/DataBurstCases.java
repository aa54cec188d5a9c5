package dev.bonafide.indicators.databurst;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.model.Kind;
import java.util.List;

@AutoService(CaseBook.class)
public final class DataBurstCases implements CaseBook {
  @Override
  public String indicator() {
    return "data-burst";
  }

  private static final long GB = 1_000_000_000L;

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins("the weeks before", night(GB / 4, 40), night(4 * GB, 40)),
        new Twins("what the department does", department(0), department(4)));
  }

  /** A company of sixty, twelve days of a usual amount, and one night of another. */
  private static Diary night(long usual, long gigabytes) {
    Diary diary = new Diary().colleagues(60, 0, 16);
    usual(diary, usual);
    diary.worker("ada").act(16, 80_000, Kind.VPN_OUT, null, gigabytes * GB);
    return diary;
  }

  private static void usual(Diary diary, long usual) {
    for (int day = 0; day < 16; day++) {
      if (day % 7 < 5) {
        diary.worker("ada").act(day, 36_000, Kind.VPN_OUT, null, usual + day * usual / 20);
        diary.worker("ada").act(day, 40_000, Kind.MESSAGE, null, 0);
      }
    }
  }

  /** A department of twenty, of whom some moved as much on some day of the month. */
  private static Diary department(int movers) {
    Diary diary = night(GB / 4, 40);
    diary.worker("ada").employed(-300, Long.MAX_VALUE, "Data", null);
    for (int i = 0; i < 20; i++) {
      diary.worker("colleague-" + i).employed(-300, Long.MAX_VALUE, "data ", null);
    }
    for (int i = 0; i < movers; i++) {
      diary.worker("colleague-" + i).act(2 + i, 50_000, Kind.VPN_OUT, null, 60 * GB);
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Diary leaver = night(GB / 4, 40);
    leaver.worker("ada").employed(-300, 20);
    Diary files = new Diary().colleagues(60, 0, 16);
    for (int day = 0; day < 17; day++) {
      for (int i = 0; i < (day == 16 ? 800 : 4); i++) {
        files.worker("ada").act(day, 36_000 + 7 * i, Kind.DOWNLOAD, "file " + i, 0);
      }
    }
    Diary packed = night(GB / 4, 40);
    packed.worker("ada").on("pc").act(16, 79_000, Kind.PROCESS, "C:\\Tools\\7z.exe", 0);
    return List.of(
        new Fires("forty gigabytes in a night", night(GB / 4, 40), 1155),
        new Fires("the same, four days before the end", leaver, 1655),
        new Fires("the same, packed before for the first time", packed, 1855),
        new Fires("six gigabytes on each of five days", days(6), 1376),
        new Fires("nine gigabytes on each of the first five days", first(9), 500),
        new Fires("files by the hundred", files, 1155));
  }

  /** A usual amount, and then five days of another. */
  private static Diary days(long gigabytes) {
    Diary diary = new Diary().colleagues(60, 0, 20);
    usual(diary, GB / 4);
    for (int day = 16; day < 21; day++) {
      diary.worker("ada").act(day, 40_000, Kind.VPN_OUT, null, gigabytes * GB);
    }
    return diary;
  }

  /** Somebody new sends out so much on each of five days. */
  private static Diary first(long gigabytes) {
    Diary diary = new Diary().colleagues(60, 0, 20);
    diary.worker("ada").employed(10, Long.MAX_VALUE);
    for (int day = 10; day < 15; day++) {
      diary.worker("ada").act(day, 40_000, Kind.VPN_OUT, null, gigabytes * GB);
    }
    return diary;
  }

  @Override
  public List<Quiet> quiet() {
    Diary fresh = new Diary().colleagues(60, 0, 16);
    for (int day = 0; day < 5; day++) {
      fresh.worker("ada").act(day, 36_000, Kind.VPN_IN, null, (day + 1L) * 10 * GB);
    }
    Diary backup = new Diary().colleagues(60, 0, 20);
    usual(backup, GB / 4);
    for (int i = 0; i < 6; i++) {
      backup.worker("colleague-" + i).act(10 + i, 50_000, Kind.VPN_OUT, null, 60 * GB);
    }
    backup.worker("ada").act(16, 80_000, Kind.VPN_OUT, null, 40 * GB);
    return List.of(
        new Quiet("a new joiner who sets up", fresh),
        new Quiet("one of many whose computer was backed up", backup),
        new Quiet("three times the usual", night(GB, 16)));
  }
}
