package dev.bonafide.flink;

import dev.bonafide.indicators.Tie;
import dev.bonafide.model.Claim;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who a person is.
 *
 * @param claims what they and others claimed, in the directory's order
 * @param ties with whom something is declared, by pseudonym
 */
record Who(List<Claim> claims, Map<String, Tie> ties) {
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(claims.size());
    for (Claim claim : claims) {
      byte[] reading = ReadingBytes.of(claim);
      out.writeInt(reading.length);
      out.write(reading);
    }
    out.writeInt(ties.size());
    for (Map.Entry<String, Tie> tie : ties.entrySet()) {
      out.writeUTF(tie.getKey());
      out.writeBoolean(tie.getValue() == Tie.RELATION);
    }
    return bytes.toByteArray();
  }

  static Who of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<Claim> claims = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      claims.add((Claim) ReadingBytes.read(in.readNBytes(in.readInt())));
    }
    Map<String, Tie> ties = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      ties.put(in.readUTF(), in.readBoolean() ? Tie.RELATION : Tie.HOUSEHOLD);
    }
    return new Who(claims, ties);
  }
}
