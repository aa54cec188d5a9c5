package dev.bonafide.sources;

/** Peripherals as operating systems name them. */
final class Peripherals {
  private Peripherals() {}

  /**
   * Model and serial from a device instance id such as {@code USB\VID_046D&PID_C52B\A1B2C3} and a
   * description. An instance id with {@code &} in it was made by Windows and is no serial.
   */
  static String describe(String id, String description) {
    String[] parts = id.split("\\\\", -1);
    String model = parts.length >= 2 ? parts[0] + "\\" + parts[1] : id;
    String serial =
        parts.length >= 3 && !parts[2].isEmpty() && parts[2].indexOf('&') < 0 ? parts[2] : "";
    return (description + " " + model + " " + serial).strip().replaceAll("\\s+", " ");
  }
}
