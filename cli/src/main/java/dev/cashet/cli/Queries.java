package dev.cashet.cli;

import dev.cashet.store.LogQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the options of several commands ask of the history. */
final class Queries {
  private Queries() {}

  /** Commits of a function with all of these tags, {@code KEY} or {@code KEY=VALUE}. */
  static LogQuery of(@Nullable String function, List<String> tags) {
    LogQuery query = LogQuery.newest(Integer.MAX_VALUE);
    if (function != null) {
      query = query.function(function);
    }
    for (String tag : tags) {
      int equals = tag.indexOf('=');
      query = equals < 0
          ? query.tag(tag)
          : query.tag(tag.substring(0, equals), tag.substring(equals + 1));
    }
    return query;
  }
}
