package dev.cashet.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Numbered tasks in an order in which each comes after what it uses. Needs no stack: a chain may have any length.
 *
 * @param order the tasks that can be ordered, all of them if there is no cycle
 * @param cycle one cycle, each task before the one that uses it; empty if there is none
 */
public record Topology(List<Integer> order, List<Integer> cycle) {
  /** Copies the lists. */
  public Topology {
    order = List.copyOf(order);
    cycle = List.copyOf(cycle);
  }

  /**
   * Sorts tasks; those that could come in any order stay as they are numbered where that is possible.
   *
   * @param inputs for each task the tasks that it uses
   */
  public static Topology of(List<int[]> inputs) {
    int[] open = new int[inputs.size()];
    List<List<Integer>> users = new ArrayList<>(inputs.size());
    for (int i = 0; i < open.length; i++) {
      users.add(new ArrayList<>(2));
    }
    List<Integer> order = new ArrayList<>(open.length);
    for (int i = 0; i < open.length; i++) {
      open[i] = inputs.get(i).length;
      for (int input : inputs.get(i)) {
        users.get(input).add(i);
      }
      if (open[i] == 0) {
        order.add(i);
      }
    }
    for (int next = 0; next < order.size(); next++) {
      for (int user : users.get(order.get(next))) {
        if (--open[user] == 0) {
          order.add(user);
        }
      }
    }
    return new Topology(order, order.size() == open.length ? List.of() : cycle(inputs, open));
  }

  /** From any task that waits for ever back along inputs that do too: sooner or later one comes again. */
  private static List<Integer> cycle(List<int[]> inputs, int[] open) {
    int at = 0;
    while (open[at] == 0) {
      at++;
    }
    List<Integer> path = new ArrayList<>();
    int[] place = new int[open.length];
    while (place[at] == 0) {
      path.add(at);
      place[at] = path.size();
      at = Arrays.stream(inputs.get(at))
          .filter(input -> open[input] > 0)
          .findFirst()
          .orElseThrow();
    }
    List<Integer> cycle = new ArrayList<>(path.subList(place[at] - 1, path.size()));
    Collections.reverse(cycle);
    return cycle;
  }
}
