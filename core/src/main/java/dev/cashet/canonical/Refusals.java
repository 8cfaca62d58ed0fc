package dev.cashet.canonical;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.ref.Reference;
import java.lang.reflect.Proxy;
import java.nio.channels.Channel;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What has no value: the reason and the way out, by the nearest kind. */
final class Refusals {
  private static final String CONTENT =
      "pass the content (bytes, text), a Path, or InputFile.of(path)";
  private static final String ELEMENTS = "collect its elements into a list and pass that";
  private static final String INSIDE =
      "make it inside the task, from arguments that say what it is";

  private record Kind(Class<?> type, String what, String wayOut) {}

  private static final List<Kind> KINDS = List.of(
      new Kind(InputStream.class, "a stream has a position and no value", CONTENT),
      new Kind(Reader.class, "a reader has a position and no value", CONTENT),
      new Kind(OutputStream.class, "an output stream has no value", INSIDE),
      new Kind(Writer.class, "a writer has no value", INSIDE),
      new Kind(Channel.class, "a channel has no value", CONTENT),
      new Kind(BaseStream.class, "a stream can be read once only", ELEMENTS),
      new Kind(Iterator.class, "an iterator can be read once only", ELEMENTS),
      new Kind(Spliterator.class, "a spliterator can be read once only", ELEMENTS),
      new Kind(Enumeration.class, "an enumeration can be read once only", ELEMENTS),
      new Kind(Thread.class, "a thread has no value", INSIDE),
      new Kind(ThreadGroup.class, "a thread group has no value", INSIDE),
      new Kind(ThreadLocal.class, "it has a value for each thread", "pass the value"),
      new Kind(ClassLoader.class, "a class loader has no value", "pass the classes or their names"),
      new Kind(Lock.class, "a lock has no value", INSIDE),
      new Kind(ReadWriteLock.class, "a lock has no value", INSIDE),
      new Kind(Executor.class, "an executor has no value", INSIDE),
      new Kind(
          Future.class, "its value may not be there yet", "wait for it and pass what it gives"),
      new Kind(Reference.class, "what it refers to may vanish", "pass the object itself"),
      new Kind(Process.class, "a process has no value", "pass its output"));

  /** Types of modules that need not be there, by the names of their interfaces. */
  private static final List<String> CONNECTIONS = List.of(
      "java.sql.Connection",
      "java.sql.Statement",
      "java.sql.ResultSet",
      "javax.sql.DataSource",
      "java.net.Socket",
      "java.net.ServerSocket",
      "java.net.DatagramSocket",
      "java.net.URLConnection",
      "java.net.http.HttpClient");

  private Refusals() {}

  static @Nullable Form find(Class<?> type) {
    for (Kind kind : KINDS) {
      if (kind.type().isAssignableFrom(type)) {
        return refuse(type, kind.what() + "; " + kind.wayOut());
      }
    }
    if (Proxy.isProxyClass(type)) {
      return refuse(
          type,
          "what a proxy does is up to a handler that cannot be read; pass the object behind it, or "
              + INSIDE);
    }
    if (isNamed(type)) {
      return refuse(type, "a connection has no value; " + INSIDE);
    }
    if (type == Object.class) {
      return refuse(
          type,
          "a bare Object has nothing but its identity, which no other process knows; pass a value");
    }
    return Platform.owns(type)
        ? refuse(
            type,
            "this class of the Java platform has no known value; pass what identifies it, or give it a Canonicalizer")
        : null;
  }

  private static boolean isNamed(@Nullable Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (CONNECTIONS.contains(at.getName())) {
        return true;
      }
      for (Class<?> face : at.getInterfaces()) {
        if (isNamed(face)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Form refuse(Class<?> type, String reason) {
    return (value, out) -> {
      throw out.refusal(type, reason);
    };
  }
}
