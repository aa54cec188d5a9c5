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
    return List.of(new Twins("the days before", night(GB / 2, 40), night(25 * GB, 40)));
  }

  /** Twelve days of a usual amount, and one night of another. */
  private static Diary night(long usual, long gigabytes) {
    Diary diary = new Diary();
    for (int day = 0; day < 16; day++) {
      if (day % 7 < 5) {
        diary.worker("ada").act(day, 36_000, Kind.VPN_OUT, null, usual + day * usual / 20);
        diary.worker("ada").act(day, 40_000, Kind.MESSAGE, null, 0);
      }
    }
    diary.worker("ada").act(16, 80_000, Kind.VPN_OUT, null, gigabytes * GB);
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Diary leaver = night(GB / 2, 40);
    leaver.worker("ada").employed(-300, 20);
    Diary files = new Diary();
    for (int day = 0; day < 17; day++) {
      for (int i = 0; i < (day == 16 ? 150 : 4); i++) {
        files.worker("ada").act(day, 36_000 + 7 * i, Kind.DOWNLOAD, "file " + i, 0);
      }
    }
    Diary packed = night(GB / 2, 40);
    packed.worker("ada").on("pc").act(16, 79_000, Kind.PROCESS, "C:\\Tools\\7z.exe", 0);
    return List.of(
        new Fires("forty gigabytes in a night", night(GB / 2, 40), 400),
        new Fires("the same, four days before the end", leaver, 900),
        new Fires("the same, packed before for the first time", packed, 1100),
        new Fires("files by the hundred", files, 400));
  }

  @Override
  public List<Quiet> quiet() {
    Diary fresh = new Diary();
    for (int day = 0; day < 5; day++) {
      fresh.worker("ada").act(day, 36_000, Kind.VPN_IN, null, (day + 1L) * 10 * GB);
    }
    return List.of(
        new Quiet("a new joiner who sets up", fresh),
        new Quiet("twice the usual", night(5 * GB, 12)));
  }
}
