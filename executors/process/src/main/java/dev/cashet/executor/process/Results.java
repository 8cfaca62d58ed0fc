package dev.cashet.executor.process;

import dev.cashet.codec.ByteStream;
import dev.cashet.codec.ReadContext;
import dev.cashet.codec.UnreadableResultException;
import dev.cashet.codec.UnserializableException;
import dev.cashet.executor.Outcome;
import dev.cashet.executor.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a process sent as values of this program. The process is trusted no more than the store. */
final class Results {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Surroundings surroundings;
  private final ClassLoader loader;

  Results(Surroundings surroundings, ClassLoader loader) {
    this.surroundings = surroundings;
    this.loader = loader;
  }

  Outcome returned(Ending.Returned ending) {
    Spool spool = ending.result();
    boolean keep = false;
    try (InputStream in = spool.open()) {
      ReadContext context = new ReadContext(loader, surroundings.allowed(), spool::open);
      Object value = surroundings.codec().read(in, context);
      if (value instanceof ByteStream) {
        // It is read when the result is stored.
        keep = true;
        CLEANER.register(value, spool::delete);
      }
      return new Outcome.Returned(value, ending.took());
    } catch (UnreadableResultException e) {
      return new Outcome.Threw(e, ending.took());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a result that a process has sent", e);
    } finally {
      if (!keep) {
        spool.delete();
      }
    }
  }

  /** The exception itself where its class is here and allowed, else one that looks like it. */
  Outcome threw(Ending.Threw ending) {
    Throwable error = decoded(ending.coded());
    boolean same =
        error != null && error.getClass().getName().equals(ending.thrown().type());
    return new Outcome.Threw(
        same && error != null ? error : ending.thrown().standIn(), ending.took());
  }

  static Outcome notKept(Ending.NotKept ending, java.time.Duration took) {
    return new Outcome.Threw(
        new UnserializableException(
            "the result", "in the process of the task", ending.reason(), null),
        took);
  }

  private @Nullable Throwable decoded(byte[] coded) {
    if (coded.length == 0) {
      return null;
    }
    Predicate<String> allowed = name -> surroundings.allowed().test(name) || isOwnException(name);
    ReadContext context = new ReadContext(loader, allowed, () -> new ByteArrayInputStream(coded));
    try {
      Object value = surroundings.codec().read(new ByteArrayInputStream(coded), context);
      return value instanceof Throwable error ? error : null;
    } catch (UnreadableResultException | IOException e) {
      return null;
    }
  }

  /** Cashet's exceptions are data: a task that submits tasks throws them. */
  private boolean isOwnException(String name) {
    if (!name.startsWith("dev.cashet.")) {
      return false;
    }
    try {
      Class<?> type = Class.forName(name, false, Surroundings.class.getClassLoader());
      return Throwable.class.isAssignableFrom(type);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
