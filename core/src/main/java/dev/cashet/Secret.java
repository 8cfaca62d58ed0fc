package dev.cashet;

import dev.cashet.canonical.CanonicalForm;
import dev.cashet.canonical.Confidential;
import dev.cashet.canonical.KeyContext;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An argument that counts and is never told: a password, a token. Equal secrets are the same argument, by a digest that
 * is made with the store's own key; without that key nobody can find out from commits, exports or fingerprints what the
 * secret is, not even by trying every word. It has no text, cannot be part of a result, and is taken out of the messages
 * of a task's errors before they are recorded.
 *
 * <p>What a task computes from it is the task's own affair: return no secrets.
 *
 * @param <T> what is secret
 */
public final class Secret<T> implements CanonicalForm, Confidential, Serializable {
  private static final long serialVersionUID = 1L;
  private static final String TEXT = "Secret";

  /** Transient, so that serializers which go by fields keep nothing of it. */
  private transient T value;

  private Secret(T value) {
    this.value = value;
  }

  /** This value as a secret. */
  public static <T> Secret<T> of(T value) {
    return new Secret<>(Objects.requireNonNull(value, "value"));
  }

  /** The value. */
  public T reveal() {
    return value;
  }

  @Override
  public String canonicalName() {
    return "cashet.Secret/1";
  }

  /** Never: what identifies it needs the store's key. */
  @Override
  public Object canonicalValue() {
    throw new UnsupportedOperationException("a secret counts by the store's key");
  }

  @Override
  public Object canonicalValue(KeyContext context) {
    return context.keyed(value).toBytes();
  }

  @Override
  public String canonicalText() {
    return TEXT;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret<?> that && Objects.deepEquals(value, that.value);
  }

  /** One for all: it may be printed. */
  @Override
  public int hashCode() {
    return TEXT.hashCode();
  }

  @Override
  public String toString() {
    return TEXT;
  }

  /** For the way to another process that runs the task. */
  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeObject(value);
  }

  @SuppressWarnings("unchecked")
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    value = (T) in.readObject();
  }
}
