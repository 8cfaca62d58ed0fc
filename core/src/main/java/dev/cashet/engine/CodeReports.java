package dev.cashet.engine;

import dev.cashet.event.CashetEvent;
import dev.cashet.identity.FunctionKey;
import dev.cashet.model.Digest;
import dev.cashet.model.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells what was met in a function's code: what its identity cannot vouch for, and reading that took noticeably long. */
final class CodeReports {
  private static final System.Logger LOG = System.getLogger("dev.cashet");
  private static final Duration SLOW = Duration.ofMillis(200);

  private record Told(Digest function, boolean pure) {}

  private final Set<Told> told = ConcurrentHashMap.newKeySet();
  private final Events events;

  CodeReports(Events events) {
    this.events = events;
  }

  /** Holes and impurities of a function that has run, once for each identity. A hit asks for none of this. */
  void found(KeyedCall call) {
    if (!told.add(new Told(call.function().digest(), call.policy().key().pure()))) {
      return;
    }
    List<Finding> findings = FunctionRecords.findings(call);
    if (findings.isEmpty()) {
      return;
    }
    events.tell(() -> new CashetEvent.Found(call.asEvent(), findings));
    for (Finding each : findings) {
      boolean warned = each.level() == Finding.Level.WARN;
      System.Logger.Level level = warned ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG;
      LOG.log(level, () -> call.fingerprint() + ": " + call.name().shortName() + ": " + text(each));
    }
  }

  private static String text(Finding finding) {
    String why =
        finding.category() == Finding.Category.HOLE ? "not followed" : "may differ from run to run";
    return why + ": " + finding.kind() + " " + finding.what() + ", by "
        + String.join(" → ", finding.path());
  }

  /** Finding a call's code and its identity took this long. */
  void read(KeyedCall call, long tookNanos) {
    if (tookNanos > SLOW.toNanos()) {
      FunctionKey function = call.function();
      events.tell(() ->
          new CashetEvent.Indexed(call.asEvent(), function.classes(), Duration.ofNanos(tookNanos)));
    }
  }
}
