package dev.bonafide.flink;

import dev.bonafide.engine.Setting;
import dev.bonafide.indicators.Days;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The form in which a {@link Setting} crosses the network. */
final class SettingBytes {
  private static final int HOURS = 24;

  private SettingBytes() {}

  static byte[] of(Setting setting) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(setting.days().from());
    out.writeInt(setting.days().to());
    out.writeInt(setting.people().size());
    for (Map.Entry<Integer, Integer> day : new TreeMap<>(setting.people()).entrySet()) {
      out.writeInt(day.getKey());
      out.writeInt(day.getValue());
    }
    out.writeInt(setting.departments().size());
    for (Map.Entry<String, Integer> department : new TreeMap<>(setting.departments()).entrySet()) {
      out.writeUTF(department.getKey());
      out.writeInt(department.getValue());
    }
    out.writeInt(setting.accounts().size());
    for (Map.Entry<String, NavigableMap<Integer, int[]>> source :
        new TreeMap<>(setting.accounts()).entrySet()) {
      out.writeUTF(source.getKey());
      out.writeInt(source.getValue().size());
      for (Map.Entry<Integer, int[]> day : source.getValue().entrySet()) {
        out.writeInt(day.getKey());
        for (int accounts : day.getValue()) {
          out.writeInt(accounts);
        }
      }
    }
    return bytes.toByteArray();
  }

  static Setting read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    Days days = new Days(in.readInt(), in.readInt());
    Map<Integer, Integer> people = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      people.put(in.readInt(), in.readInt());
    }
    Map<String, Integer> departments = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      departments.put(in.readUTF(), in.readInt());
    }
    Map<String, NavigableMap<Integer, int[]>> accounts = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      NavigableMap<Integer, int[]> source = new TreeMap<>();
      accounts.put(in.readUTF(), source);
      for (int d = in.readInt(); d > 0; d--) {
        int day = in.readInt();
        int[] seen = new int[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
          seen[hour] = in.readInt();
        }
        source.put(day, seen);
      }
    }
    return new Setting(days, people, departments, accounts);
  }
}
