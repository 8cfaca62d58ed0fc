package dev.cashet.model;

/**
 * One argument of a call as a commit remembers it: by digest for comparing, by bounded text for people.
 *
 * @param name the parameter's name if the class file has it, else {@code arg0}, {@code arg1}, …
 * @param type the value's class for people, for example {@code double[]}
 * @param text at most 4 KiB of text; never part of a key
 * @param digest the value's canonical digest
 */
public record Argument(String name, String type, String text, Digest digest) {}
