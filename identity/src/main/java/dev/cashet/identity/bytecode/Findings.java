package dev.cashet.identity.bytecode;

import dev.cashet.model.Finding;
import dev.cashet.model.FunctionName;
import java.util.List;

/** What in a function's code its identity cannot vouch for. */
final class Findings {
  private Findings() {}

  static List<Finding> of(FunctionName name, Program program, Reach reach) {
    return List.of();
  }
}
