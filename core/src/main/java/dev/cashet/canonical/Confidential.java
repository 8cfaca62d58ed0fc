package dev.cashet.canonical;

/** A value that is never stored, shown or put into a message; no serializer keeps one. */
public interface Confidential {}
