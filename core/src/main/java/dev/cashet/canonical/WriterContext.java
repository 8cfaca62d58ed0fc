package dev.cashet.canonical;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Answers a value that is being written. */
final class WriterContext implements KeyContext {
  private final Object asking;
  private final CanonicalWriter out;
  private final Forms forms;

  WriterContext(Object asking, CanonicalWriter out, Forms forms) {
    this.asking = asking;
    this.out = out;
    this.forms = forms;
  }

  @Override
  public Digest file(Path file) {
    try {
      return out.listener().file(file);
    } catch (NoSuchFileException e) {
      throw out.refusal(asking.getClass(), "there is no file at " + file);
    } catch (IOException e) {
      throw out.refusal(asking.getClass(), "cannot read " + file + ": " + e.getMessage());
    }
  }

  /** Messages about the inside of a confidential value do not say where: a key of a map may be part of the secret. */
  @Override
  public Digest keyed(@Nullable Object value) {
    Digest plain;
    try {
      plain = new CanonicalWriter(forms).digest(value, () -> "", out.listener());
    } catch (UnhashableException e) {
      throw new UnhashableException(
          out.path(),
          asking.getClass().getTypeName(),
          "what it holds has no identity: there is a " + e.className() + " in it");
    }
    return out.listener().keyed(value, plain, out.path());
  }
}
