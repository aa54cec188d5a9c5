package dev.bonafide.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one source lie in what a file packs.
 *
 * @param wrapper the keys that lead from what is packed to the record proper: a collector's
 *     envelope; empty for none
 */
record Plan(Source source, List<String> wrapper) {
  Plan {
    wrapper = List.copyOf(wrapper);
  }

  /** What one reader needs to read by this plan. */
  Reader reader(ReadOptions options, boolean oneLine) {
    return new Reader(this, options, oneLine, false);
  }

  /** The same, to find out whether a record is one of the source's. */
  Reader probe(ReadOptions options) {
    return new Reader(this, options, false, true);
  }

  /** A plan at work, for one reader. */
  static final class Reader {
    final Plan plan;
    final Row row;
    final Node tree;
    final JsonExtractor fast;
    final JacksonExtractor slow;
    private final Signature signature;
    private final ReadOptions options;

    /** Made when the first record is told: recognition asks every source and tells nothing. */
    private @Nullable Interpreter interpreter;

    private Reader(Plan plan, ReadOptions options, boolean oneLine, boolean exactly) {
      this.plan = plan;
      Fields fields = plan.source.fields();
      row = new Row(fields.size());
      tree = fields.tree(plan.wrapper, exactly);
      slow = new JacksonExtractor(tree);
      fast = new JsonExtractor(tree, slow, row, oneLine);
      signature = plan.source.signature();
      this.options = options;
    }

    /** Whether what was extracted last is a record of the source. */
    boolean fits() {
      return signature.fits(row);
    }

    /** Tells the record that was extracted last. */
    void tell(RecordSink sink) {
      sink.record(row.own(), row.recordFrom(), row.recordTo());
      Interpreter reads = interpreter;
      if (reads == null) {
        reads = plan.source.interpreter(options);
        interpreter = reads;
      }
      reads.read(row, sink);
    }

    long idsMade() {
      return interpreter == null ? 0 : interpreter.idsMade();
    }
  }
}
