package dev.bonafide.engine.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names that belong together: disjoint sets over texts. The smallest name stands for its group. */
final class Groups {
  private final Map<String, String> parents = new HashMap<>();

  void add(String name) {
    parents.putIfAbsent(name, name);
  }

  void join(String a, String b) {
    String x = of(a);
    String y = of(b);
    if (!x.equals(y)) {
      boolean first = x.compareTo(y) < 0;
      parents.put(first ? y : x, first ? x : y);
    }
  }

  /** The name that stands for the group of this one. */
  String of(String name) {
    String root = name;
    String parent = parents.computeIfAbsent(name, n -> n);
    while (!parent.equals(root)) {
      root = parent;
      parent = parents.getOrDefault(root, root);
    }
    String at = name;
    while (!at.equals(root)) {
      String next = parents.getOrDefault(at, root);
      parents.put(at, root);
      at = next;
    }
    return root;
  }

  /** All groups by the name that stands for them, each sorted. */
  Map<String, List<String>> all() {
    Map<String, List<String>> groups = new TreeMap<>();
    for (String name : List.copyOf(parents.keySet())) {
      groups.computeIfAbsent(of(name), g -> new ArrayList<>()).add(name);
    }
    groups.values().forEach(group -> group.sort(null));
    return groups;
  }
}
