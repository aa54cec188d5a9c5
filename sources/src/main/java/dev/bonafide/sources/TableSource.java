package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A source whose records are rows of a table, placed by what their headers mean and never by their
 * exact names (DESIGN, section 9).
 */
public abstract class TableSource implements Source {
  private final SourceCard card;
  private final Fields fields;
  private final List<Signature.Need> needs = new ArrayList<>();
  private final List<List<Signature.Need>> alternatives = new ArrayList<>();

  /**
   * Begins a source.
   *
   * @param noise words that say nothing in headers of this source, e.g. {@code employee}
   */
  protected TableSource(SourceCard card, String... noise) {
    this.card = card;
    fields = Fields.underPhrases(noise);
  }

  /**
   * A meaning, and the phrases under which tables write it, the best first. A phrase that means the
   * same as an earlier one of the source is left to that one.
   */
  protected final int[] column(String... phrases) {
    List<Integer> slots = new ArrayList<>();
    for (String phrase : phrases) {
      if (!fields.knows(phrase)) {
        slots.add(fields.slot(phrase));
      }
    }
    return slots.stream().mapToInt(Integer::intValue).toArray();
  }

  /** At least {@code least} of these meanings have a value in every row. */
  protected final void needs(int least, int[]... columns) {
    needs.add(new Signature.Present(least, List.of(columns)));
  }

  /** The first of these meanings that a row has looks like one of the patterns. */
  protected final void needsWords(int[] column, String... patterns) {
    needs.add(new Signature.Like(column, Stream.of(patterns).map(Glob::new).toList()));
  }

  /** The needs so far are enough; those that follow are another way to be enough. */
  protected final void or() {
    alternatives.add(List.copyOf(needs));
    needs.clear();
  }

  /** What turns a row into readings; made for one reader. */
  protected abstract BiConsumer<TableRow, RecordSink> reader(ReadOptions options);

  @Override
  public final SourceCard card() {
    return card;
  }

  @Override
  public final Fields fields() {
    return fields;
  }

  @Override
  public final Signature signature() {
    List<List<Signature.Need>> all = new ArrayList<>(alternatives);
    all.add(List.copyOf(needs));
    return new Signature(all);
  }

  @Override
  public final Interpreter interpreter(ReadOptions options) {
    BiConsumer<TableRow, RecordSink> reader = reader(options);
    Times times = new Times(options.zoneOfBareTimes(), options.dayFirst());
    List<String> places = fields.places();
    return new Interpreter() {
      @Override
      public void read(Row row, RecordSink sink) {
        if (options.explain()) {
          for (int slot = 0; slot < places.size(); slot++) {
            String text = row.text(slot);
            if (text != null) {
              sink.told(places.get(slot), places.get(slot), text);
            }
          }
        }
        reader.accept(new TableRow(row, times), sink);
      }

      @Override
      public long idsMade() {
        return 0;
      }
    };
  }
}
