package dev.bonafide.linking.records;

/**
 * The name of a record: ids are unique within a source.
 *
 * @param side the source, "" when there is one
 * @param id as the user knows it
 */
public record RecordId(String side, String id) implements Comparable<RecordId> {
  @Override
  public int compareTo(RecordId other) {
    int bySide = side.compareTo(other.side);
    if (bySide != 0) {
      return bySide;
    }
    // Shorter ids first, so that 9 comes before 10.
    int byLength = Integer.compare(id.length(), other.id.length());
    return byLength != 0 ? byLength : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return side.isEmpty() ? id : side + ":" + id;
  }
}
