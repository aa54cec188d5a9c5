package dev.bonafide.extraction;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Answers a stream of paths with the text of the documents: for each path (UTF as in {@link
 * DataInputStream}) a byte (1 read, 0 not), then three texts, each with its length in bytes as an
 * int: the text or the reason, the author that the file names, the id that its copies keep; then
 * the number of pictures, and two hashes of each.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
      // Libraries that print must not print between our answers.
      System.setOut(System.err);
      Extraction extraction = new Extraction();
      while (true) {
        String path;
        try {
          path = in.readUTF();
        } catch (EOFException end) {
          return;
        }
        Extraction.Outcome outcome = extraction.read(Path.of(path));
        out.writeByte(outcome.read() ? 1 : 0);
        write(out, outcome.text());
        write(out, outcome.author());
        write(out, outcome.documentId());
        out.writeInt(outcome.pictures().size());
        for (Pictures.Hashes picture : outcome.pictures()) {
          out.writeLong(picture.frequencies());
          out.writeLong(picture.steps());
        }
        out.flush();
      }
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
