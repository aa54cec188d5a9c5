package dev.bonafide.engine.intake;

import dev.bonafide.sources.Recognised;
import dev.bonafide.sources.Recognised.Readable;
import dev.bonafide.sources.Recognised.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads files in parallel: recognises each content, cuts large ones at line ends where lines are
 * records, and gives each thread's records to that thread's own consumer.
 */
public final class Intake {
  /** A content is cut into parts of about this size. */
  private static final long PART = 16L << 20;

  private final long partBytes;

  private final Supplier<Recogniser> recognisers;
  private final Limits limits;
  private final int threads;
  private final Progress progress;

  /** Tells from the head of a content what it is: {@code Sources::recognise} of this run. */
  public interface Recogniser {
    /**
     * @param head the first bytes, {@code length} of them
     * @param complete whether nothing follows
     */
    Recognised recognise(byte[] head, int length, boolean complete);
  }

  /**
   * @param recognisers makes the recogniser of one thread
   */
  public Intake(Supplier<Recogniser> recognisers, Limits limits, int threads, Progress progress) {
    this(recognisers, limits, threads, progress, PART);
  }

  Intake(
      Supplier<Recogniser> recognisers,
      Limits limits,
      int threads,
      Progress progress,
      long partBytes) {
    this.partBytes = partBytes;
    this.recognisers = recognisers;
    this.limits = limits;
    this.threads = threads;
    this.progress = progress;
  }

  /** A content that was read. */
  public static final class ContentRead {
    private final Content content;
    private final Tally tally;
    private final List<Blocks.Block> blocks;

    ContentRead(Content content, Tally tally, List<Blocks.Block> blocks) {
      this.content = content;
      this.tally = tally;
      this.blocks = blocks;
    }

    public Content content() {
      return content;
    }

    public Tally tally() {
      return tally;
    }

    List<Blocks.Block> blocks() {
      return blocks;
    }
  }

  /**
   * What came of reading.
   *
   * @param read every content that was recognised, by its shown name
   * @param passedOver every file and content that was not, and why
   * @param faults our own faults on single records
   */
  public record Result<C>(
      List<ContentRead> read,
      List<Walk.PassedOver> passedOver,
      List<Fault> faults,
      List<C> consumers) {
    /** The same, after these files were left out. */
    public Result<C> without(List<Walk.PassedOver> aside) {
      List<Walk.PassedOver> all = new ArrayList<>(passedOver);
      all.addAll(aside);
      return new Result<>(read, all, faults, consumers);
    }
  }

  /**
   * Reads all files.
   *
   * @param consumer makes the consumer of one thread
   */
  public <C extends RecordConsumer> Result<C> read(List<Walk.Found> files, Supplier<C> consumer) {
    Run<C> run = new Run<>();
    progress.total(files.stream().mapToLong(Walk.Found::bytes).sum());
    files.stream()
        .sorted(Comparator.comparingLong(Walk.Found::bytes).reversed())
        .forEach(file -> run.add(worker -> worker.file(file)));
    List<Worker<C>> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker<>(run, consumer.get(), new Pump(limits, progress, run.faults)));
    }
    run.drain(workers);
    List<ContentRead> read =
        run.read.stream()
            .map(Parts::together)
            .sorted(Comparator.comparing(one -> one.content().shown()))
            .toList();
    return new Result<>(
        read,
        run.passedOver.stream().sorted(Comparator.comparing(Walk.PassedOver::shown)).toList(),
        List.copyOf(run.faults),
        workers.stream().map(worker -> worker.consumer).toList());
  }

  /**
   * Reads one file from beginning to end in this thread, so that lines and order are those of the
   * file.
   */
  public Result<RecordConsumer> readInOrder(Walk.Found file, RecordConsumer consumer) {
    Run<RecordConsumer> run = new Run<>();
    Worker<RecordConsumer> worker =
        new Worker<>(run, consumer, new Pump(limits, progress, run.faults));
    worker.whole = true;
    try {
      worker.file(file);
      for (Task<RecordConsumer> task = run.tasks.poll(); task != null; task = run.tasks.poll()) {
        task.run(worker);
      }
    } catch (IOException e) {
      run.pass(file.shown(), file.bytes(), "can't be read: " + Walk.reason(e));
    }
    return new Result<>(
        run.read.stream().map(Parts::together).toList(),
        run.passedOver,
        run.faults,
        List.of(consumer));
  }

  /**
   * Reads again what may hold something looked for.
   *
   * @param wanted whether a block is to be read; asked once for each
   * @param consumer makes the consumer of one content; lines are counted from its beginning
   */
  public void readAgain(
      List<ContentRead> contents,
      BiPredicate<Content, Span> wanted,
      Function<Content, RecordConsumer> consumer) {
    Run<RecordConsumer> run = new Run<>();
    for (ContentRead read : contents) {
      List<Blocks.Block> blocks =
          read.blocks.stream().filter(b -> wanted.test(read.content, new Span(b))).toList();
      if (!blocks.isEmpty()) {
        run.add(worker -> worker.again(read.content, blocks, consumer.apply(read.content)));
      }
    }
    List<Worker<RecordConsumer>> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker<>(run, reading -> {}, new Pump(limits, progress, run.faults)));
    }
    run.drain(workers);
  }

  /** What is known of a block before it is read again. */
  public static final class Span {
    private final Blocks.Block block;

    Span(Blocks.Block block) {
      this.block = block;
    }

    /** Earliest second since 1970 in it. */
    public long firstSecond() {
      return block.firstSecond;
    }

    /** Latest second in it, ends of spans included. */
    public long lastSecond() {
      return block.lastSecond;
    }

    /**
     * Whether a record of this account may be in it that is remembered under this second.
     *
     * @param account id of the account's term
     */
    public boolean mayHoldAct(long account, long second) {
      return block.mayHold(Blocks.keyOfAct(account, second));
    }

    /** Whether a claim or device fact of this id may be in it. */
    public boolean mayHoldRow(long id) {
      return block.mayHold(Blocks.keyOfRow(id));
    }
  }

  private interface Task<C extends RecordConsumer> {
    void run(Worker<C> worker) throws IOException;
  }

  /** The parts of one content while they are read. */
  private static final class Parts {
    private final Content content;
    private final List<Tally> tallies = new ArrayList<>();
    private final List<Blocks> blocks = new ArrayList<>();

    Parts(Content content, int count) {
      this.content = content;
      for (int i = 0; i < count; i++) {
        blocks.add(new Blocks());
        tallies.add(new Tally());
      }
    }

    synchronized void done(int part, Tally tally) {
      tallies.set(part, tally);
    }

    synchronized ContentRead together() {
      Tally all = new Tally();
      List<Blocks.Block> index = new ArrayList<>();
      for (int i = 0; i < tallies.size(); i++) {
        index.addAll(blocks.get(i).after(all.lines()));
        all.append(tallies.get(i));
      }
      return new ContentRead(content, all, List.copyOf(index));
    }
  }

  /** One reading of many files: the work that is left, and what came of it. */
  private static final class Run<C extends RecordConsumer> {
    final LinkedBlockingDeque<Task<C>> tasks = new LinkedBlockingDeque<>();
    final AtomicInteger open = new AtomicInteger();
    final List<Parts> read = Collections.synchronizedList(new ArrayList<>());
    final List<Walk.PassedOver> passedOver = Collections.synchronizedList(new ArrayList<>());
    final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());

    void add(Task<C> task) {
      open.incrementAndGet();
      tasks.addLast(task);
    }

    void pass(String shown, long bytes, String why) {
      passedOver.add(new Walk.PassedOver(shown, bytes, why));
    }

    /** Works until nothing is left; a fault in any thread ends the run and is thrown here. */
    void drain(List<Worker<C>> workers) {
      AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
      CountDownLatch finished = new CountDownLatch(workers.size());
      for (int i = 0; i < workers.size(); i++) {
        Worker<C> worker = workers.get(i);
        boolean fromTheEnd = i % 2 == 1;
        Thread.ofPlatform()
            .name("bonafide-read")
            .daemon()
            .start(
                () -> {
                  try {
                    work(worker, fromTheEnd, failed);
                  } catch (Throwable e) {
                    failed.compareAndSet(null, e);
                  } finally {
                    finished.countDown();
                  }
                });
      }
      try {
        finished.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while files were read", e);
      }
      Throwable e = failed.get();
      if (e != null) {
        throw new IllegalStateException("reading failed", e);
      }
    }

    /**
     * Half of the threads work from the end: a log lies in the order of time, so that each thread
     * keeps to its own days, and few pages are begun by two.
     */
    private void work(
        Worker<C> worker, boolean fromTheEnd, AtomicReference<@Nullable Throwable> failed)
        throws IOException, InterruptedException {
      while (open.get() > 0 && failed.get() == null) {
        Task<C> task =
            fromTheEnd
                ? tasks.pollLast(10, TimeUnit.MILLISECONDS)
                : tasks.pollFirst(10, TimeUnit.MILLISECONDS);
        if (task != null) {
          try {
            task.run(worker);
          } finally {
            open.decrementAndGet();
          }
        }
      }
    }
  }

  /** One thread's hands. */
  private final class Worker<C extends RecordConsumer> {
    private final Run<C> run;
    private final C consumer;
    private final Pump pump;
    private final Recogniser recogniser = recognisers.get();
    private boolean whole;

    Worker(Run<C> run, C consumer, Pump pump) {
      this.run = run;
      this.consumer = consumer;
      this.pump = pump;
    }

    void file(Walk.Found file) {
      Unpack unpack = new Unpack(file.path(), file.bytes(), limits);
      try (PeekStream in = unpack.raw()) {
        byte[] head = in.peek(Unpack.HEAD);
        Packing packing = Packing.of(head, in.peeked());
        if (packing == Packing.ZIP) {
          List<String> entries = unpack.zipEntries();
          if (!entries.isEmpty()) {
            zip(file, unpack, entries);
            return;
          }
        } else if (packing == Packing.NONE) {
          plain(file, in);
          return;
        }
      } catch (IOException e) {
        run.pass(file.shown(), file.bytes(), "can't be read: " + Walk.reason(e));
        return;
      }
      try {
        unpack.visit(file.shown(), visitor(file));
      } catch (IOException e) {
        run.pass(file.shown(), file.bytes(), "can't be read: " + Walk.reason(e));
      }
      progress.bytes(file.bytes());
    }

    private void zip(Walk.Found file, Unpack unpack, List<String> entries) {
      int count = Math.min(entries.size(), limits.entries());
      for (int i = 0; i < count; i++) {
        String name = entries.get(i);
        if (name.endsWith("/")) {
          continue;
        }
        int entry = i;
        String shown = file.shown() + "!" + name;
        Task<C> task =
            worker -> {
              try {
                unpack.visitEntry(shown, entry, worker.visitor(file));
              } catch (IOException e) {
                run.pass(shown, 0, "can't be read: " + Walk.reason(e));
              }
              progress.bytes(file.bytes() / count);
            };
        run.add(task);
      }
      if (entries.size() > limits.entries()) {
        run.pass(file.shown(), file.bytes(), unpack.tooManyEntries());
      }
    }

    private Unpack.Visitor visitor(Walk.Found file) {
      return new Unpack.Visitor() {
        @Override
        public void content(String shown, List<Layer> route, PeekStream in) {
          Content content = recognise(shown, file, route, in);
          if (content != null) {
            Parts parts = new Parts(content, 1);
            run.read.add(parts);
            parts.done(0, pump.run(in, content, 0, parts.blocks.get(0), consumer, false));
          }
        }

        @Override
        public void closed(String shown, String why) {
          run.pass(shown, file.bytes(), why);
        }
      };
    }

    private @Nullable Content recognise(
        String shown, Walk.Found file, List<Layer> route, PeekStream in) {
      byte[] head;
      try {
        head = in.peek(Unpack.HEAD);
      } catch (IOException e) {
        run.pass(shown, file.bytes(), "can't be read: " + Walk.reason(e));
        return null;
      }
      Recognised recognised = recogniser.recognise(head, in.peeked(), in.complete());
      return switch (recognised) {
        case Unknown unknown -> {
          run.pass(shown, file.bytes(), unknown.why());
          yield null;
        }
        case Readable readable -> new Content(shown, file.path(), file.bytes(), route, readable);
      };
    }

    private void plain(Walk.Found file, PeekStream in) throws IOException {
      Content content = recognise(file.shown(), file, List.of(), in);
      if (content == null) {
        progress.bytes(file.bytes());
        return;
      }
      if (whole || !content.linesAreRecords() || file.bytes() < 2 * partBytes) {
        Parts parts = new Parts(content, 1);
        run.read.add(parts);
        parts.done(0, pump.run(in, content, 0, parts.blocks.get(0), consumer, true));
        return;
      }
      List<Long> cuts = cuts(file);
      Parts parts = new Parts(content, cuts.size() - 1);
      run.read.add(parts);
      for (int i = 0; i + 1 < cuts.size(); i++) {
        int part = i;
        long from = cuts.get(i);
        long to = i + 2 == cuts.size() ? Long.MAX_VALUE : cuts.get(i + 1);
        run.add(
            worker -> {
              try (InputStream bytes = range(content, from, to)) {
                Blocks index = parts.blocks.get(part);
                parts.done(
                    part, worker.pump.run(bytes, content, from, index, worker.consumer, true));
              } catch (IOException e) {
                run.pass(
                    content.shown(),
                    to - from,
                    "from byte " + from + " on can't be read: " + Walk.reason(e));
              }
            });
      }
    }

    /** Reads some blocks of a content again. */
    void again(Content content, List<Blocks.Block> blocks, RecordConsumer into) throws IOException {
      if (!content.linesAreRecords()) {
        try (InputStream in = reopen(content)) {
          pump.run(in, content, 0, new Blocks(), into, false);
        }
        return;
      }
      if (content.route.isEmpty()) {
        for (Blocks.Block block : blocks) {
          try (InputStream in = range(content, block.offset, block.end)) {
            pump.run(in, content, block.offset, new Blocks(), from(into, block), false);
          }
        }
        return;
      }
      try (PeekStream in = reopen(content)) {
        long at = 0;
        for (Blocks.Block block : blocks) {
          in.skipNBytes(block.offset - at);
          InputStream part = new Part(in, block.end - block.offset);
          pump.run(part, content, block.offset, new Blocks(), from(into, block), false);
          at = block.end;
        }
      }
    }
  }

  private PeekStream reopen(Content content) throws IOException {
    return new Unpack(content.file, content.packed, limits).open(content.route);
  }

  /** Lines counted on from those before the block. */
  private static RecordConsumer from(RecordConsumer into, Blocks.Block block) {
    return new RecordConsumer() {
      @Override
      public void begin(Content content) {
        into.begin(content);
      }

      @Override
      public void record(byte[] bytes, int from, int to, long offset, long line) {
        into.record(bytes, from, to, offset, line + block.line - 1);
      }

      @Override
      public void reading(dev.bonafide.model.Reading reading) {
        into.reading(reading);
      }
    };
  }

  private static InputStream range(Content content, long from, long to) throws IOException {
    FileChannel channel = FileChannel.open(content.file, StandardOpenOption.READ);
    channel.position(from);
    return new Part(Channels.newInputStream(channel), to - from);
  }

  /** Where to cut a file so that each part begins with a line. The last cut is the file's end. */
  private List<Long> cuts(Walk.Found file) throws IOException {
    List<Long> cuts = new ArrayList<>(List.of(0L));
    ByteBuffer probe = ByteBuffer.allocate(1 << 16);
    try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
      for (long at = partBytes; at < file.bytes() - partBytes / 2; at += partBytes) {
        long cut = Math.max(at, cuts.getLast());
        boolean found = false;
        while (!found) {
          int n = channel.read(probe.clear(), cut);
          if (n < 0) {
            break;
          }
          for (int i = 0; i < n && !found; i++) {
            cut++;
            found = probe.get(i) == '\n';
          }
        }
        if (found && cut > cuts.getLast()) {
          cuts.add(cut);
        }
      }
    }
    cuts.add(Math.max(file.bytes(), cuts.getLast() + 1));
    return cuts;
  }

  /** The next bytes of a stream, up to a length. */
  private static final class Part extends java.io.FilterInputStream {
    private long left;

    Part(InputStream in, long length) {
      super(in);
      left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int wanted) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int n = in.read(bytes, from, (int) Math.min(wanted, left));
      if (n > 0) {
        left -= n;
      }
      return n;
    }
  }
}
