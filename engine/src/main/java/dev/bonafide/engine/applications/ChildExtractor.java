package dev.bonafide.engine.applications;

import dev.bonafide.hiring.Picture;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Takes text out of documents in child processes: one that hangs, dies or eats its memory costs one
 * document. The children have no network: names can't be looked up, and connections go to a closed
 * door.
 */
public final class ChildExtractor implements Extractor {
  private static final int LONGEST_ANSWER = 16 << 20;
  private static final int MOST_PICTURES = 1000;

  /** Finds or builds the program that reads documents; asked only when one is met. */
  public interface Program {
    /**
     * Its class path.
     *
     * @throws IOException when it can't be had; the message says why
     */
    String classPath() throws IOException;
  }

  private final Path java;
  private final Program program;
  private final Duration limit;
  private final int children;

  /**
   * @param java the {@code java} to start
   * @param limit how long one document may take
   * @param children how many at once
   */
  public ChildExtractor(Path java, Program program, Duration limit, int children) {
    this.java = java;
    this.program = program;
    this.limit = limit;
    this.children = children;
  }

  @Override
  public List<Extracted> extract(List<Path> files) {
    List<Extracted> found =
        new ArrayList<>(Collections.nCopies(files.size(), Extracted.failed("it was not reached")));
    String classPath;
    try {
      classPath = program.classPath();
    } catch (IOException e) {
      String why = "the reader of PDF, Word and HTML is not there: " + e.getMessage();
      Collections.fill(found, Extracted.failed(why));
      return found;
    }
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < Math.min(children, files.size()); i++) {
        work.add(threads.submit(() -> serve(classPath, files, next, found)));
      }
      for (Future<?> one : work) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading documents failed", e);
    }
    return found;
  }

  private void serve(
      String classPath, List<Path> files, AtomicInteger next, List<Extracted> found) {
    try (Child child = new Child(classPath)) {
      for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
        Extracted one = child.read(files.get(i));
        synchronized (found) {
          found.set(i, one);
        }
      }
    }
  }

  /** One process, started again when it ended. */
  private final class Child implements AutoCloseable {
    private final String classPath;
    private final ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Process process;

    Child(String classPath) {
      this.classPath = classPath;
    }

    Extracted read(Path file) {
      Future<Extracted> answer = reader.submit(() -> ask(file));
      try {
        return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        stop();
        return Extracted.failed("it took longer than " + limit.toSeconds() + " seconds");
      } catch (ExecutionException e) {
        stop();
        return Extracted.failed(
            "its reader ended: too large or too strange for the memory it gets");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Extracted.failed("the run was interrupted");
      }
    }

    private Extracted ask(Path file) throws IOException {
      Process child = running();
      DataOutputStream out = new DataOutputStream(child.getOutputStream());
      out.writeUTF(file.toAbsolutePath().toString());
      out.flush();
      DataInputStream in = new DataInputStream(child.getInputStream());
      boolean read = in.readByte() == 1;
      String text = text(in);
      String author = text(in);
      String documentId = text(in);
      List<Picture> pictures = pictures(in);
      return read
          ? new Extracted(
              text,
              null,
              author.isEmpty() ? null : author,
              documentId.isEmpty() ? null : documentId,
              pictures)
          : Extracted.failed(text);
    }

    private List<Picture> pictures(DataInputStream in) throws IOException {
      int count = in.readInt();
      if (count < 0 || count > MOST_PICTURES) {
        throw new IOException("an answer of " + count + " pictures");
      }
      List<Picture> pictures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        pictures.add(new Picture(in.readLong(), in.readLong()));
      }
      return pictures;
    }

    private String text(DataInputStream in) throws IOException {
      int length = in.readInt();
      if (length < 0 || length > LONGEST_ANSWER) {
        throw new IOException("an answer of " + length + " bytes");
      }
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private synchronized Process running() throws IOException {
      Process child = process;
      if (child == null || !child.isAlive()) {
        child =
            new ProcessBuilder(
                    java.toString(),
                    "-Xmx512m",
                    "-Xss4m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.awt.headless=true",
                    // No name has an address, and every connection goes through a closed door.
                    "-Djdk.net.hosts.file=/dev/null",
                    "-DsocksProxyHost=127.0.0.1",
                    "-DsocksProxyPort=1",
                    "-cp",
                    classPath,
                    "dev.bonafide.extraction.Main")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = child;
      }
      return child;
    }

    private synchronized void stop() {
      if (process != null) {
        process.destroyForcibly();
        process = null;
      }
    }

    @Override
    public void close() {
      stop();
      reader.shutdownNow();
    }
  }
}
