package dev.bonafide.flink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose an account is, and what its devices are called.
 *
 * @param devices by each name of a device that occurs with the account, the id that stands for all
 */
record Owner(List<Span> spans, Map<Long, Long> devices) {
  /** Nobody has it. */
  static final Owner NOBODY = new Owner(List.of(), Map.of());

  /**
   * Who has it for some days.
   *
   * @param from UTC epoch day
   * @param to UTC epoch day, included
   * @param person pseudonym
   * @param department in which HR places them; empty for none
   */
  record Span(int from, int to, String person, String department) {}

  /** Who has it on a day; null for nobody. */
  @Nullable Span on(int day) {
    for (Span span : spans) {
      if (span.from <= day && day <= span.to) {
        return span;
      }
    }
    return null;
  }

  long device(long endpoint) {
    return devices.getOrDefault(endpoint, endpoint);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(spans.size());
    for (Span span : spans) {
      out.writeInt(span.from);
      out.writeInt(span.to);
      out.writeUTF(span.person);
      out.writeUTF(span.department);
    }
    out.writeInt(devices.size());
    for (Map.Entry<Long, Long> device : devices.entrySet()) {
      out.writeLong(device.getKey());
      out.writeLong(device.getValue());
    }
    return bytes.toByteArray();
  }

  static Owner of(byte @Nullable [] bytes) throws IOException {
    if (bytes == null) {
      return NOBODY;
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<Span> spans = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      spans.add(new Span(in.readInt(), in.readInt(), in.readUTF(), in.readUTF()));
    }
    Map<Long, Long> devices = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      devices.put(in.readLong(), in.readLong());
    }
    return new Owner(spans, devices);
  }
}
