package dev.cashet.identity.bytecode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lambda that a call's argument list would create: known by its code and what it captures, never made, since the call
 * may be a hit. Counts as a function wherever a function object would.
 */
final class FunctionSymbol {
  private final LambdaSite site;
  private final List<? extends @Nullable Object> captured;

  FunctionSymbol(LambdaSite site, List<? extends @Nullable Object> captured) {
    this.site = site;
    this.captured = captured;
  }

  LambdaSite site() {
    return site;
  }

  List<? extends @Nullable Object> captured() {
    return captured;
  }

  @Override
  public String toString() {
    return site.toString();
  }
}
