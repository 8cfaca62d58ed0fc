package dev.cashet.canonical;

/**
 * How values of one class are written: a plain value writes its bytes at once, a group opens itself with {@link
 * CanonicalWriter#begin} and hands over its children, which are written after this call has returned, so that depth
 * costs no stack.
 */
@FunctionalInterface
interface Form {
  void write(Object value, CanonicalWriter out);
}
