package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source whose records hold a list, each element of which says something of its own: the events
 * of one activity. The first mapping also speaks of the record as a whole.
 */
@SuppressWarnings("ArrayRecordComponent")
record EachOf(List<Mapping> parts, List<int[]> marks) implements Source {
  /**
   * @param list the path of the list; an element is there when a field below it has a value
   */
  static EachOf of(List<Mapping> parts, String list) {
    List<int[]> marks = new ArrayList<>();
    for (Mapping mapping : parts) {
      String below = list + "[" + mapping.part() + "]";
      marks.add(
          mapping.words().stream()
              .flatMap(
                  word ->
                      word instanceof Mapping.Found found ? found.places().stream() : Stream.of())
              .filter(place -> place.path().contains(below))
              .mapToInt(Mapping.Place::slot)
              .toArray());
    }
    return new EachOf(List.copyOf(parts), List.copyOf(marks));
  }

  @Override
  public SourceCard card() {
    return parts.getFirst().card();
  }

  @Override
  public Fields fields() {
    return parts.getFirst().fields();
  }

  @Override
  public Signature signature() {
    return parts.getFirst().signature();
  }

  @Override
  public Interpreter interpreter(ReadOptions options) {
    List<MappingReader> readers =
        parts.stream().map(part -> new MappingReader(part, options)).toList();
    return new Interpreter() {
      @Override
      public void read(Row row, RecordSink sink) {
        readers.getFirst().read(row, sink);
        for (int i = 1; i < readers.size() && speaks(row, marks.get(i)); i++) {
          readers.get(i).read(row, sink);
        }
      }

      @Override
      public long idsMade() {
        return readers.getFirst().idsMade();
      }
    };
  }

  private static boolean speaks(Row row, int[] marks) {
    for (int slot : marks) {
      if (row.has(slot)) {
        return true;
      }
    }
    return false;
  }
}
