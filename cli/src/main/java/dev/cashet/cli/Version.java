package dev.cashet.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version, from the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "unknown");
    return new String[] {"cashet " + version + " (Java " + Runtime.version().feature() + ")"};
  }
}
