package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that an identity depends on besides the user's class files and the question: the platform, cashet itself, the jars
 * of the class path. Found once, when the program starts.
 *
 * @param stamp of the class path
 * @param digest of everything
 */
record Surroundings(ClassPathStamp stamp, Digest digest) {
  private static @Nullable Optional<Surroundings> first;
  private static @Nullable Boolean complete;

  /** As they were when first asked for; empty where they cannot be told. */
  static synchronized Optional<Surroundings> first() {
    Optional<Surroundings> known = first;
    if (known == null) {
      known = Optional.ofNullable(ClassPathStamp.read()).flatMap(Surroundings::of);
      first = known;
    }
    return known;
  }

  /** Whether they are all there is; found out once. */
  static synchronized boolean areComplete() {
    Boolean known = complete;
    if (known == null) {
      known = first().map(each -> each.stamp().isComplete()).orElse(false);
      complete = known;
    }
    return known;
  }

  private static Optional<Surroundings> of(ClassPathStamp stamp) {
    return stamp.own().map(own -> {
      FormWriter out = new FormWriter().text("cashet kept identity").number(PreciseKey.SCHEME);
      out.text(Runtime.version().toString()).text(System.getProperty("java.vm.version", ""));
      out.text(System.getProperty("java.home", "")).text(stamp.text()).digest(own);
      return new Surroundings(stamp, out.toDigest());
    });
  }
}
