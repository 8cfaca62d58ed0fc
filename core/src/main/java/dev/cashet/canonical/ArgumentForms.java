package dev.cashet.canonical;

import dev.cashet.model.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call in their short forms, one after the other, so that a call with small arguments is hashed
 * once. The digest of each by itself is made when it is asked for. For one thread.
 */
public final class ArgumentForms {
  private static final int HEAD = 6;

  private final Canonical canonical;
  private byte[] data = new byte[128];
  private int size = HEAD;
  private int[] ends = new int[8];
  private int count;

  ArgumentForms(Canonical canonical) {
    this.canonical = canonical;
  }

  /**
   * Adds an argument.
   *
   * @param value may be null; must not be changed by another thread meanwhile
   * @param path what to call it in messages
   * @param observer told of what the value contains besides plain data
   * @throws UnhashableException if the value, or something in it, has no identity
   */
  public void add(@Nullable Object value, Supplier<String> path, CanonicalObserver observer) {
    canonical.shortForm(value, path, observer, this);
  }

  /** Adds an argument of which only the digest counts. */
  public void add(Digest digest) {
    byte[] form = new byte[1 + Digest.BYTES];
    form[0] = Tag.STAND_IN;
    digest.writeTo(form, 1);
    append(form, 0, form.length);
  }

  void append(byte[] form, int from, int length) {
    if (size + length > data.length) {
      data = Arrays.copyOf(data, Math.max(size + length, data.length * 2));
    }
    System.arraycopy(form, from, data, size, length);
    size += length;
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = size;
  }

  /** The digest of all of them. */
  public Digest all() {
    data[0] = Tag.SCHEME;
    data[1] = Tag.ARGUMENTS;
    for (int i = 0; i < 4; i++) {
      data[2 + i] = (byte) (count >>> (8 * i));
    }
    return Digest.sha256(data, 0, size);
  }

  /** The digest of each, in order. */
  public List<Digest> each() {
    List<Digest> digests = new ArrayList<>(count);
    int start = HEAD;
    for (int i = 0; i < count; i++) {
      digests.add(digest(start, ends[i]));
      start = ends[i];
    }
    return digests;
  }

  private Digest digest(int start, int end) {
    if (data[start] == Tag.STAND_IN) {
      return Digest.of(data, start + 1);
    }
    byte[] form = new byte[1 + end - start];
    form[0] = Tag.SCHEME;
    System.arraycopy(data, start, form, 1, end - start);
    return Digest.sha256(form);
  }
}
