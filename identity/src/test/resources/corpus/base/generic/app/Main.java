package app;

import java.lang.reflect.*;
import java.util.*;

/** Generic types and annotations of types, which nothing but reflection sees. */
public class Main {
  public static Object typeToken() {
    return new Token<List<String>>() {}.text();
  }

  public static Object namedToken() {
    return new Names().text();
  }

  public static Object recordComponent() {
    return Order.class.getRecordComponents()[0].getGenericType().getTypeName();
  }

  public static Object field() throws NoSuchFieldException {
    return Holder.class.getDeclaredField("all").getGenericType().getTypeName();
  }

  public static Object typeAnnotation() throws NoSuchFieldException {
    AnnotatedParameterizedType type =
        (AnnotatedParameterizedType) Holder.class.getDeclaredField("few").getAnnotatedType();
    return type.getAnnotatedActualTypeArguments()[0].getAnnotation(Most.class).value();
  }

  public static Object supertypeAnnotation() {
    return Marked.class.getAnnotatedSuperclass().getAnnotation(Most.class).value();
  }

  public static Object made() throws ReflectiveOperationException {
    return new Token<Item>() {}.create().toString();
  }

  public static Object plain() {
    return new Pair<>("a", 1).swapped().first();
  }
}
