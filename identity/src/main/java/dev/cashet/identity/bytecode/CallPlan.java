package dev.cashet.identity.bytecode;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lambda as the one call it makes.
 *
 * @param site the method called
 * @param terms what it is called with, a receiver first
 * @param direct whether it is a method reference, applied to just what is given
 */
record CallPlan(FunctionSite site, List<Term> terms, boolean direct) {
  CodeTarget apply(List<? extends @Nullable Object> inputs) throws NotACall {
    // a method reference that is an argument itself has not got its arguments yet
    int count = direct ? Math.min(terms.size(), inputs.size()) : terms.size();
    @Nullable Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = terms.get(i).in(inputs);
    }
    return site.apply(Arrays.asList(values));
  }
}
