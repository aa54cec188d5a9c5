package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that a source looks for, each with the places where it may lie, best first. Each place
 * has a slot in {@link Row}.
 */
public final class Fields {
  private final Map<String, Integer> slotOfPath = new LinkedHashMap<>();
  private final Node root = new Node();
  private int slots;

  /** The slot of a path; the same path has one slot. */
  public int slot(String path) {
    return slotOfPath.computeIfAbsent(path, p -> root.add(Path.parse(p).steps(), () -> slots++));
  }

  /** Slots of several paths. */
  public int[] slots(List<String> paths) {
    return paths.stream().mapToInt(this::slot).toArray();
  }

  int size() {
    return slots;
  }

  Node root() {
    return root;
  }

  /** The paths by slot; working slots of lists have none. */
  List<String> pathsBySlot() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < slots; i++) {
      paths.add("");
    }
    slotOfPath.forEach((path, slot) -> paths.set(slot, path));
    return paths;
  }
}
