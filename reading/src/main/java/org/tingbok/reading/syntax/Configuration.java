package org.tingbok.reading.syntax;

import java.util.Arrays;

/// Where an arc-eager parse stands: stack, buffer and the arcs made so far. The root is the place after the last word.
final class Configuration {
  static final int NONE = -1;
  static final int SHIFT = 0;
  static final int REDUCE = 1;
  static final int ARCS = 2; // from here on: left and right arcs in turns, one pair for each label

  final int size; // of the sentence; also the index of the root
  final int[] head;
  final int[] label;
  final int[] left1; // outermost child to the left, and the one before
  final int[] left2;
  final int[] right1;
  final int[] right2;
  final int[] lefts;
  final int[] rights;
  final int[] leftLabels;
  final int[] rightLabels;
  private final int[] stack;
  private int depth;
  int front;

  Configuration(int size) {
    this.size = size;
    int places = size + 1;
    head = filled(places);
    label = filled(places);
    left1 = filled(places);
    left2 = filled(places);
    right1 = filled(places);
    right2 = filled(places);
    lefts = new int[places];
    rights = new int[places];
    leftLabels = new int[places];
    rightLabels = new int[places];
    stack = new int[places];
  }

  private static int[] filled(int places) {
    int[] all = new int[places];
    Arrays.fill(all, NONE);
    return all;
  }

  static int leftArc(int label) {
    return ARCS + 2 * label;
  }

  static int rightArc(int label) {
    return ARCS + 2 * label + 1;
  }

  static int labelOf(int action) {
    return (action - ARCS) / 2;
  }

  static boolean isLeft(int action) {
    return action >= ARCS && (action - ARCS) % 2 == 0;
  }

  static boolean isRight(int action) {
    return action >= ARCS && (action - ARCS) % 2 == 1;
  }

  int stack(int fromTop) {
    return fromTop < depth ? stack[depth - 1 - fromTop] : NONE;
  }

  int depth() {
    return depth;
  }

  boolean finished() {
    return front == size && depth == 0;
  }

  boolean canShift() {
    return front < size;
  }

  boolean canReduce() {
    return depth > 0 && head[stack[depth - 1]] != NONE;
  }

  boolean canLeft() {
    return depth > 0 && head[stack[depth - 1]] == NONE;
  }

  boolean canRight() {
    return depth > 0 && front < size;
  }

  void apply(int action) {
    switch (action) {
      case SHIFT -> stack[depth++] = front++;
      case REDUCE -> depth--;
      default -> {
        if (isLeft(action)) {
          attach(front, stack[--depth], labelOf(action));
        } else {
          attach(stack[depth - 1], front, labelOf(action));
          stack[depth++] = front++;
        }
      }
    }
  }

  private void attach(int to, int child, int with) {
    head[child] = to;
    label[child] = with;
    int bit = Hash.mix(with + 77);
    if (child < to) {
      left2[to] = left1[to];
      left1[to] = child;
      lefts[to]++;
      leftLabels[to] = leftLabels[to] * 31 + bit;
    } else {
      right2[to] = right1[to];
      right1[to] = child;
      rights[to]++;
      rightLabels[to] = rightLabels[to] * 31 + bit;
    }
  }
}
