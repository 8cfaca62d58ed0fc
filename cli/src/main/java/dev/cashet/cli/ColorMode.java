package dev.cashet.cli;

/** When to use colours. */
enum ColorMode {
  /** On a terminal, unless {@code NO_COLOR} is set. */
  AUTO,
  /** Always. */
  ALWAYS,
  /** Never. */
  NEVER
}
