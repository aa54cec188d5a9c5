package dev.bonafide.linking.records;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Work cut into numbered pieces, whose results come back in their order. */
final class Work {
  private Work() {}

  static <T> List<T> pieces(int threads, int pieces, IntFunction<T> work) {
    if (threads == 1 || pieces <= 1) {
      return IntStream.range(0, pieces).mapToObj(work).toList();
    }
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> IntStream.range(0, pieces).parallel().mapToObj(work).toList())
          .join();
    }
  }
}
