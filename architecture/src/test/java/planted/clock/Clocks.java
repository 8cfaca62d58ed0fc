package planted.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/** Asks the machine for what it should be given. */
public final class Clocks {
  /** The time, the day and chance. */
  public Object[] all() {
    return new Object[] {
      System.currentTimeMillis(),
      Instant.now(),
      LocalDate.now(),
      new Random(),
      Math.random(),
      System.nanoTime()
    };
  }
}
