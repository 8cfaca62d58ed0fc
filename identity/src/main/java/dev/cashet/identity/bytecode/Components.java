package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Strongly connected components (Tarjan 1972) without recursion: those that are used come before their users. */
final class Components {
  private final int[][] uses;
  private final int[] index;
  private final int[] low;
  private final int[] next;
  private final boolean[] open;
  private final int[] stack;
  private int stacked;
  private int count;
  private final List<int[]> found = new ArrayList<>();

  private Components(int[][] uses) {
    this.uses = uses;
    this.index = new int[uses.length];
    this.low = new int[uses.length];
    this.next = new int[uses.length];
    this.open = new boolean[uses.length];
    this.stack = new int[uses.length];
    Arrays.fill(index, -1);
  }

  static List<int[]> of(int[][] uses) {
    Components search = new Components(uses);
    int[] path = new int[uses.length];
    for (int start = 0; start < uses.length; start++) {
      if (search.index[start] < 0) {
        search.visit(start, path);
      }
    }
    return search.found;
  }

  private void visit(int start, int[] path) {
    int depth = 0;
    path[depth] = start;
    enter(start);
    while (depth >= 0) {
      int node = path[depth];
      if (next[node] < uses[node].length) {
        int used = uses[node][next[node]++];
        if (index[used] < 0) {
          enter(used);
          path[++depth] = used;
        } else if (open[used]) {
          low[node] = Math.min(low[node], index[used]);
        }
      } else {
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
        if (low[node] == index[node]) {
          close(node);
        }
      }
    }
  }

  private void enter(int node) {
    index[node] = count;
    low[node] = count++;
    open[node] = true;
    stack[stacked++] = node;
  }

  private void close(int root) {
    int from = stacked;
    int node;
    do {
      node = stack[--from];
      open[node] = false;
    } while (node != root);
    found.add(Arrays.copyOfRange(stack, from, stacked));
    stacked = from;
  }
}
