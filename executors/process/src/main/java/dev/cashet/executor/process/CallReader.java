package dev.cashet.executor.process;

import dev.cashet.codec.ReadContext;
import dev.cashet.codec.Serializers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** What {@link CallWriter} wrote, with the classes of the task. For bytes of the program that this process works for. */
final class CallReader extends ObjectInputStream {
  private final ClassLoader loader;

  private CallReader(InputStream in, ClassLoader loader) throws IOException {
    super(in);
    this.loader = loader;
    enableResolveObject(true);
  }

  static @Nullable Object read(byte[] bytes, ClassLoader loader)
      throws IOException, ClassNotFoundException {
    try (CallReader in = new CallReader(new ByteArrayInputStream(bytes), loader)) {
      return in.readObject();
    }
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description)
      throws IOException, ClassNotFoundException {
    try {
      return Class.forName(description.getName(), false, loader);
    } catch (ClassNotFoundException e) {
      // Primitive types have no loader.
      return super.resolveClass(description);
    }
  }

  @Override
  protected Class<?> resolveProxyClass(String[] names) throws ClassNotFoundException {
    Class<?>[] interfaces = new Class<?>[names.length];
    for (int i = 0; i < names.length; i++) {
      interfaces[i] = Class.forName(names[i], false, loader);
    }
    return Proxy.newProxyInstance(loader, interfaces, (proxy, method, arguments) -> null)
        .getClass();
  }

  @Override
  protected @Nullable Object resolveObject(@Nullable Object value) throws IOException {
    if (value instanceof CallWriter.Coded coded) {
      ReadContext context =
          new ReadContext(loader, name -> true, () -> new ByteArrayInputStream(coded.bytes()));
      return Serializers.standard().read(new ByteArrayInputStream(coded.bytes()), context);
    }
    if (value instanceof CallWriter.Named named) {
      try {
        return named.owner().getDeclaredMethod(named.name(), named.parameters());
      } catch (NoSuchMethodException e) {
        throw new InvalidObjectException(
            "there is no " + named.owner().getName() + "." + named.name());
      }
    }
    return value;
  }
}
