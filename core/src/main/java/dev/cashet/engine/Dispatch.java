package dev.cashet.engine;

import dev.cashet.executor.Home;
import dev.cashet.executor.Surroundings;
import dev.cashet.executor.Task;
import dev.cashet.executor.TaskExecutor;
import dev.cashet.model.Invocation;
import java.util.Optional;

/** Where a call runs, and what goes along with it. */
final class Dispatch {
  private final Workplaces workplaces;
  private final Codecs codecs;
  private final Results results;
  private final Optional<Home> home;

  Dispatch(Workplaces workplaces, Codecs codecs, Results results, Optional<Home> home) {
    this.workplaces = workplaces;
    this.codecs = codecs;
    this.results = results;
    this.home = home;
  }

  /**
   * The executor that the call asked for.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  TaskExecutor executor(KeyedCall call) {
    return workplaces.of(call.policy().attempts().executor());
  }

  /** One attempt of a call. */
  Task task(Flight flight) {
    KeyedCall call = flight.call();
    Invocation made = call.invocation();
    Invocation inside =
        new Invocation(made.function(), made.arguments(), CallStack.inside(flight, made.body()));
    Surroundings surroundings = new Surroundings(
        codecs.standard(),
        name -> results.isAllowed(call.function(), name),
        home.map(client -> Abroad.of(client, call)));
    return new Task(call.name(), inside, call.policy().attempts().timeout(), surroundings);
  }
}
