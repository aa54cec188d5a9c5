package dev.bonafide.indicators.remotehardware;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Crowd;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.Hardware;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A keyboard, mouse and screen over the network (IP-KVM) on the worker's computer: by the strings
 * of its maker, or by its shape, as strings are changed with a click: one thing on the bus that is
 * keyboard and disk at once.
 */
@AutoService(Indicator.class)
public final class RemoteHardware implements Indicator {
  private static final int APART = 56;
  private static final int CROWD_DAYS = 28;

  /** So many workers with one of them: a bench, a server room, a laboratory. */
  private static final int BENCH = 5;

  /**
   * Judgement. Such a box on a desk with local input is 0.5 nat for who owns one (detection.md
   * 1.13); on a computer of the employer it has no business. Ids that other gadgets share weigh
   * little.
   */
  private static final int STRINGS = 2500;

  private static final int SHAPE = 1200;
  private static final int SHARED_ID = 700;

  /** The most where work comes from the claimed home: people own such boxes. Judgement. */
  private static final int OWN_DESK = 800;

  private static final int SD = 900;

  private static final Pattern VID_PID = Pattern.compile("vid_([0-9a-f]{4})&pid_([0-9a-f]{4})");

  private static final Card CARD =
      new Card(
          "remote-hardware",
          "Hardware for remote control on the computer",
          "The computer reports a keyboard, mouse or monitor that is a small box for remote control "
              + "over the network, by the strings that its maker gave it; or one device that is a "
              + "keyboard and a disk at once, as such boxes are.",
          "Reports by Mandiant (September 2024) and Microsoft (June 2025) name such boxes on hosted "
              + "laptops: the employer's software sees no remote-access program. Their makers "
              + "publish how to copy the strings of another keyboard, so their absence proves "
              + "nothing.",
          Card.Stage.WORK,
          Cause.REMOTE_CONTROL,
          false,
          Set.of(Kind.PERIPHERAL, Kind.DISPLAY),
          List.of(),
          27,
          0,
          90,
          Map.of(
              Explanation.IT_SUPPORT, 300,
              Explanation.SECOND_DEVICE, 500,
              Explanation.ALWAYS_ON, 600,
              Explanation.DEVICE_REPLACED, 600,
              Explanation.TESTER, 200),
          "What hangs on the computer: an ordinary keyboard, mouse or monitor says nothing.",
          "Ask the worker what the box is for, in a call in which they show their desk if they like; "
              + "home laboratories exist.",
          10,
          List.of("T1219.003"));

  @Override
  public Card card() {
    return CARD;
  }

  /** What a thing on the bus is taken for. */
  private record Box(String key, String words, int millinats) {}

  /** A box as it was seen: by day, the first act that shows it. */
  private static final class Seen {
    final Box box;
    final TreeMap<Integer, Act> days = new TreeMap<>();
    final Set<Long> objects = new TreeSet<>();

    Seen(Box box) {
      this.box = box;
    }

    void add(Act act, long object) {
      days.merge(act.on().day(), act, (a, b) -> Act.ORDER.compare(a, b) <= 0 ? a : b);
      objects.add(object);
    }
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    TreeMap<String, Seen> boxes = new TreeMap<>();
    Map<Long, @Nullable Box> known = new HashMap<>();
    boolean any = look(view, view.machineDays(), known, boxes);
    any |= look(view, view.days(), known, boxes);
    if (!any) {
      return Outcome.kept(
          CARD,
          "no record of what hangs on the computer: plug-in events or an inventory would show");
    }
    List<Evidence> evidence = new ArrayList<>();
    for (Seen seen : boxes.values()) {
      tell(view, range, seen, evidence);
    }
    return new Outcome.Spoke(evidence);
  }

  private static boolean look(
      View view,
      List<AccountDay> pages,
      Map<Long, @Nullable Box> known,
      NavigableMap<String, Seen> boxes) {
    boolean any = false;
    for (AccountDay on : pages) {
      Set<Kind> kinds = on.page().kinds();
      if (!kinds.contains(Kind.PERIPHERAL) && !kinds.contains(Kind.DISPLAY)) {
        continue;
      }
      any = true;
      Map<String, Shape> shapes = new HashMap<>();
      for (int i = 0; i < on.size(); i++) {
        Kind kind = on.page().kind(i);
        long object = on.page().id(i, Facet.DETAIL1);
        if ((kind != Kind.PERIPHERAL && kind != Kind.DISPLAY) || object == Term.OTHER) {
          continue;
        }
        if (!known.containsKey(object)) {
          known.put(object, byStrings(view, object));
        }
        Box box = known.get(object);
        Act act = new Act(on, i);
        if (box != null) {
          boxes.computeIfAbsent(box.key, k -> new Seen(box)).add(act, object);
        } else if (kind == Kind.PERIPHERAL) {
          shape(view, act, object, shapes);
        }
      }
      for (Shape shape : shapes.values()) {
        Act act = shape.proof();
        if (act != null) {
          Box box = new Box("shape", "a device that is keyboard and disk at once", SHAPE);
          boxes
              .computeIfAbsent(box.key, k -> new Seen(box))
              .add(act, on.page().id(act.i(), Facet.DETAIL1));
        }
      }
    }
    return any;
  }

  private static @Nullable Box byStrings(View view, long object) {
    String text = view.around().text(object);
    Hardware hardware = text == null ? null : view.around().knowledge().ipKvm(text);
    return hardware == null
        ? null
        : new Box(
            hardware.name(),
            hardware.strong()
                ? hardware.name() + " (hardware for remote control)"
                : hardware.name() + ", as some hardware for remote control is",
            hardware.strong() ? STRINGS : SHARED_ID);
  }

  /** What one id on the bus has shown on a day. */
  private static final class Shape {
    @Nullable Act keyboard;
    @Nullable Act disk;

    /** The later of the two that make it a box. */
    @Nullable Act proof() {
      return keyboard == null || disk == null
          ? null
          : Act.ORDER.compare(keyboard, disk) >= 0 ? keyboard : disk;
    }
  }

  private static void shape(View view, Act act, long object, Map<String, Shape> shapes) {
    String text = view.around().text(object);
    String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
    Matcher id = VID_PID.matcher(lower);
    if (!id.find()) {
      return;
    }
    Shape shape = shapes.computeIfAbsent(id.group(), k -> new Shape());
    if (lower.contains("keyboard")) {
      shape.keyboard = earlier(shape.keyboard, act);
    } else if (lower.contains("mass storage") || lower.contains("cd-rom")) {
      shape.disk = earlier(shape.disk, act);
    }
  }

  private static Act earlier(@Nullable Act a, Act b) {
    return a == null || Act.ORDER.compare(b, a) < 0 ? b : a;
  }

  /** Whether work comes from lines where the worker claims to live, and hardly from elsewhere. */
  private static boolean atHome(View view, int day) {
    int near = 0;
    int far = 0;
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size() && address.day(i) <= day; i++) {
        if (address.day(i) > day - CROWD_DAYS && view.mayBeHome(address, i)) {
          switch (view.whereabouts(address, i)) {
            case NEAR -> near++;
            case FAR -> far++;
            case UNKNOWN -> {}
          }
        }
      }
    }
    return near > 2 * far;
  }

  private static void tell(View view, Days range, Seen seen, List<Evidence> evidence) {
    Course course =
        new Course(CARD, view.person(), Episode.of("hardware", Hash.of(seen.box.key)), APART);
    for (int day : seen.days.keySet()) {
      int weight =
          bench(view, seen, day)
              ? 0
              : atHome(view, day) ? Math.min(OWN_DESK, seen.box.millinats) : seen.box.millinats;
      Episode episode = course.step(day, weight);
      if (episode == null || !range.contains(day)) {
        continue;
      }
      Act first = seen.days.firstEntry().getValue();
      Act now = Objects.requireNonNull(seen.days.get(day));
      int times = seen.days.headMap(day, true).size();
      evidence.add(
          episode.revision(
              day,
              first.at(),
              now.at(),
              new Episode.Weighed(weight, weight == 0 ? 0 : SD),
              Direction.SUBJECT,
              "The worker's computer reported "
                  + seen.box.words
                  + " on "
                  + Words.count(times, "day")
                  + " since "
                  + Words.day(first.on().day())
                  + (weight == 0 ? "; many colleagues' computers do." : "."),
              List.of(first.cite(), now.cite())));
    }
  }

  private static boolean bench(View view, Seen seen, int day) {
    Set<String> people = new TreeSet<>();
    for (long object : seen.objects) {
      Thing thing = new Thing(Thing.Sort.PERIPHERAL, object);
      if (view.around().shared(thing)) {
        for (int on = day - CROWD_DAYS + 1; on <= day; on++) {
          Crowd crowd = view.crowd(thing, on);
          people.addAll(crowd.present());
        }
      }
    }
    return people.size() >= BENCH;
  }
}
