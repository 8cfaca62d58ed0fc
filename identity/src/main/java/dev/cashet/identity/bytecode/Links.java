package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Links many nodes, with the help of the common pool where there are enough. The caller waits for nobody: a node that a
 * helper has not finished by the time that all others are done is linked once more.
 */
final class Links {
  private static final int ENOUGH = 8;
  private static final int HELPERS = Math.min(3, Runtime.getRuntime().availableProcessors() - 1);

  private Links() {}

  /** What each node consists of, in their order. */
  static List<Linked> of(Program program, List<Node> nodes) {
    if (nodes.size() >= ENOUGH) {
      AtomicInteger next = new AtomicInteger();
      Runnable work = () -> {
        for (int i = next.getAndIncrement(); i < nodes.size(); i = next.getAndIncrement()) {
          program.link(nodes.get(i));
        }
      };
      for (int i = 0; i < HELPERS; i++) {
        ForkJoinPool.commonPool().execute(work);
      }
      work.run();
    }
    List<Linked> links = new ArrayList<>(nodes.size());
    for (Node each : nodes) {
      links.add(program.link(each));
    }
    return links;
  }
}
