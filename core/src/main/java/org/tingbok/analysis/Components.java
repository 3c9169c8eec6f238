package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Things joined pairwise, and the groups that follow (union-find). Not safe for several threads.
final class Components {
  private final int[] parent;

  Components(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  boolean joined(int a, int b) {
    return root(a) == root(b);
  }

  /// The groups, each in rising order, in order of their first members.
  List<List<Integer>> groups() {
    Map<Integer, List<Integer>> byRoot = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      byRoot.computeIfAbsent(root(i), _ -> new ArrayList<>()).add(i);
    }
    return List.copyOf(byRoot.values());
  }
}
