package dev.bonafide.indicators;

import dev.bonafide.model.Kind;
import java.util.SplittableRandom;

/** Days made by chance, wild enough that indicators speak. */
final class Chance {
  private static final Kind[] KINDS = {
    Kind.SIGN_IN,
    Kind.MESSAGE,
    Kind.PAGE_VIEW,
    Kind.DEVICE_UNLOCK,
    Kind.FACTOR_USED,
    Kind.APP_SIGN_IN,
    Kind.HEARTBEAT,
    Kind.SIGN_IN_SILENT,
    Kind.PROCESS,
    Kind.VPN_SESSION
  };

  private static final Line[] LINES = {
    Line.home(1, Line.City.NORTHPORT),
    Line.home(2, Line.City.SOUTHFIELD),
    Line.home(3, Line.City.WESTBAY),
    Line.of("198.51.100.1", "NordVPN", true, Line.City.WESTBAY),
    Line.of("198.51.100.2", "Harbour Hosting", null, null),
    Line.of("198.51.100.3", "Smallville Broadband", true, null)
  };

  private static final String[] CLIENTS = {
    "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0",
    "Mozilla/5.0 (X11; Linux x86_64) Firefox/131.0",
    "Mozilla/5.0 (iPhone) Mobile"
  };

  private Chance() {}

  static Diary diary(SplittableRandom random) {
    Diary diary = new Diary();
    int people = 2 + random.nextInt(3);
    for (int p = 0; p < people; p++) {
      Diary.Worker one = diary.worker(p == 0 ? "ada" : "other-" + p);
      int spans = 1 + random.nextInt(5);
      for (int s = 0; s < spans; s++) {
        span(one, random);
      }
    }
    if (random.nextInt(2) == 0) {
      diary.worker("ada").employed(-100, random.nextInt(14));
    }
    if (random.nextInt(3) == 0) {
      diary.worker("ada").employed(5 + random.nextInt(14), Long.MAX_VALUE);
    }
    if (random.nextInt(3) == 0) {
      diary.worker("ada").lives(Line.City.SOUTHFIELD, "America/New_York");
    }
    return diary;
  }

  private static void span(Diary.Worker one, SplittableRandom random) {
    one.as(random.nextInt(2) == 0 ? "okta" : "edr")
        .from(LINES[random.nextInt(LINES.length)])
        .on("pc-" + random.nextInt(3))
        .with(CLIENTS[random.nextInt(CLIENTS.length)])
        .in("s-" + random.nextInt(4));
    int from = random.nextInt(18);
    int to = from + random.nextInt(9);
    int pause = 200 + random.nextInt(3 * 3600);
    boolean regular = random.nextInt(4) == 0;
    boolean nights = random.nextInt(2) == 0;
    Kind only = random.nextInt(3) == 0 ? KINDS[random.nextInt(KINDS.length)] : null;
    for (int at = from * 86_400; at < (to + 1) * 86_400; ) {
      int second = at % 86_400;
      if (nights || (second > 8 * 3600 && second < 19 * 3600)) {
        Kind kind = only != null ? only : KINDS[random.nextInt(KINDS.length)];
        String object =
            kind == Kind.FACTOR_USED ? "Push opf" + random.nextInt(2) + "99887766" : null;
        one.act(at / 86_400, second, kind, object, kind.span() ? random.nextInt(200_000) : 0);
      }
      at += regular ? pause : 1 + random.nextInt(2 * pause);
    }
  }
}
