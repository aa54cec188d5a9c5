package dev.bonafide.indicators.remotehardware;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.model.Kind;
import java.util.List;

@AutoService(CaseBook.class)
public final class RemoteHardwareCases implements CaseBook {
  @Override
  public String indicator() {
    return "remote-hardware";
  }

  private static final String KEYBOARD = "USB Keyboard USB\\VID_046D&PID_C31C";

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins(
            "what hangs on the computer",
            plugged("PiKVM Composite Device USB\\VID_1D6B&PID_0104 CAFEBABE"),
            plugged(KEYBOARD)));
  }

  /** Three weeks of work; on two days something is plugged in. */
  private static Diary plugged(String... things) {
    Diary diary = new Diary();
    diary.worker("ada").on("pc-ada").weeks(0, 18, "09:00", "17:00");
    for (int day : new int[] {3, 9}) {
      for (int i = 0; i < things.length; i++) {
        diary.worker("ada").machine(day, "09:0" + i, Kind.PERIPHERAL, things[i]);
      }
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Diary monitor = plugged(KEYBOARD);
    monitor.worker("ada").machine(5, "09:00", Kind.DISPLAY, "TSB T749-fHD720 0x88888800");
    Diary desk = plugged("PiKVM Composite Device USB\\VID_1D6B&PID_0104 CAFEBABE");
    desk.worker("ada")
        .lives(Line.City.NORTHPORT, "America/New_York")
        .from(Line.home(1, Line.City.NORTHPORT))
        .weeks(0, 18, "10:00", "16:00");
    return List.of(
        new Fires("a box of one's own, on the desk at home", desk, 800),
        new Fires("strings of a maker", plugged("JetKVM USB Emulation Device USB\\VID_1D6B"), 2500),
        new Fires("a monitor that is a capture box", monitor, 2500),
        new Fires("an id that gadgets share", plugged("Gadget USB\\VID_1D6B&PID_0104"), 700),
        new Fires(
            "keyboard and disk in one, under a borrowed name",
            plugged(
                "HID Keyboard Device HID\\VID_046D&PID_C52B&MI_00",
                "USB Mass Storage Device USB\\VID_046D&PID_C52B&MI_02"),
            1200));
  }

  @Override
  public List<Quiet> quiet() {
    return List.of(
        new Quiet(
            "a keyboard and a stick",
            plugged(KEYBOARD, "USB Mass Storage Device USB\\VID_0781&PID_5581 4C5300")),
        new Quiet("a security key", plugged("Security Key by Yubico USB\\VID_1050&PID_0407")));
  }
}
