package dev.bonafide.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Some threads that do the same to each of many things. Results keep the order of the things. */
final class Team {
  private Team() {}

  /**
   * Applies a pure function to every item.
   *
   * @param done is told how many are done, from any thread
   */
  static <A, B> List<B> each(int threads, List<A> items, Function<A, B> work, IntConsumer done) {
    Map<Integer, B> results = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    Runnable hand =
        () -> {
          for (int i = next.getAndIncrement();
              i < items.size() && failed.get() == null;
              i = next.getAndIncrement()) {
            try {
              results.put(i, work.apply(items.get(i)));
              done.accept(finished.incrementAndGet());
            } catch (Throwable e) {
              failed.compareAndSet(null, e);
            }
          }
        };
    List<Thread> hands = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, items.size()); i++) {
      hands.add(Thread.ofPlatform().name("bonafide-evaluate").daemon().start(hand));
    }
    hand.run();
    try {
      for (Thread thread : hands) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while people were evaluated", e);
    }
    Throwable e = failed.get();
    if (e != null) {
      throw new IllegalStateException("evaluating failed", e);
    }
    List<B> all = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      B result = results.get(i);
      if (result == null) {
        throw new IllegalStateException("a result is missing");
      }
      all.add(result);
    }
    return all;
  }
}
