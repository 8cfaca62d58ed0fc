package dev.cashet.codec;

import java.io.InputStream;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a reader may create.
 *
 * @param loader finds classes by name
 * @param allowed which classes beyond the codec's own list may be created; asked by name before a class is loaded
 * @param reopen opens the same bytes again from the start, for values that are read as streams later on
 */
public record ReadContext(
    ClassLoader loader, Predicate<String> allowed, Supplier<InputStream> reopen) {}
