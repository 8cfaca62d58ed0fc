package dev.cashet.model;

/**
 * A library that a function can reach; it counts by the content of its jar.
 *
 * @param name Maven coordinates without the version if known, else the jar's file name
 * @param version as the jar states it; empty if it does not
 * @param digest SHA-256 of the jar
 */
public record Library(String name, String version, Digest digest) {}
