package dev.cashet.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value as it must come back, for serializers that can write a value and read another: they write, read back and ask
 * here. The standard format judges, since it keeps all that counts: scale, zone, kinds of keys, order, not-a-number.
 */
public final class RoundTrip {
  private final @Nullable Object tree;
  private final Set<String> classNames;

  private RoundTrip(@Nullable Object tree, Set<String> classNames) {
    this.tree = tree;
    this.classNames = classNames;
  }

  /**
   * Takes a value as it is now.
   *
   * @throws UnserializableException if even the standard serializer could not bring it back
   */
  public static RoundTrip of(@Nullable Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Set<String> classNames = Serializers.standard().write(value, bytes);
      return new RoundTrip(
          PlainReader.read(new ByteArrayInputStream(bytes.toByteArray())), classNames);
    } catch (UnreadableResultException e) {
      // a file, or another kind that has no plain tree
      throw new UnserializableException(
          "result",
          value == null ? "null" : value.getClass().getTypeName(),
          "Serializers.standard() alone carries it: " + e.getMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the classes, beyond the platform's, of the objects in the value. */
  public Set<String> classNames() {
    return classNames;
  }

  /** The fields of the records and objects in the value by class, each as type and name. */
  public Map<String, List<String>> shapes() {
    Map<String, List<String>> shapes = new TreeMap<>();
    PlainShapes.collect(tree, shapes);
    return Collections.unmodifiableMap(shapes);
  }

  /** The same for one class as it is here; empty if it has none. */
  public static List<String> shape(Class<?> type) {
    return type.isEnum() || type.isInterface()
        ? List.of()
        : PlainShapes.texts(ClassShape.of(type).fields());
  }

  /**
   * Where the value that came back is another one, and how; empty if it is equal. Immutable lists, sets and maps may come
   * back as the changeable ones of their order; an object that is shared or refers to itself may not come back at all.
   */
  public Optional<String> change(@Nullable Object back) {
    Object other;
    try {
      other = of(back).tree;
    } catch (UnserializableException e) {
      return Optional.of("it would come back as something else: " + e.getMessage());
    }
    return PlainDifference.find(tree, other);
  }
}
