package dev.cashet.executor.process;

/** Executors for tests: their processes start quickly. */
final class Executors {
  private Executors() {}

  static ProcessExecutorBuilder quick() {
    return ProcessExecutor.builder()
        .workers(2)
        .jvmOptions(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null");
  }
}
