package dev.cashet.identity.bytecode;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place that creates lambdas: its code, and that code as one call where it is one. Values that do not fit the call
 * (a cast that would fail, a null to unbox) fall back to the lambda, which then fails in its own way.
 */
final class LambdaSite {
  private final FunctionSite lambda;
  private final @Nullable CallPlan plan;

  private LambdaSite(FunctionSite lambda, @Nullable CallPlan plan) {
    this.lambda = lambda;
    this.plan = plan;
  }

  static LambdaSite of(CodeRef code, Adaptation adaptation, ClassLoader loader, String home) {
    FunctionSite lambda = new FunctionSite(code, Names.of(code), loader, adaptation, home);
    Optional<CallPlan> plan = CallReader.read(lambda);
    return new LambdaSite(lambda, plan.orElse(null));
  }

  /** The function applied to captured values and arguments. */
  CodeTarget apply(List<? extends @Nullable Object> values) {
    if (plan != null) {
      try {
        return plan.apply(values);
      } catch (NotACall e) {
        // hashed as a lambda
      }
    }
    return lambda.apply(values);
  }

  @Override
  public String toString() {
    return (plan == null ? lambda : plan.site()).name().shortName();
  }
}
