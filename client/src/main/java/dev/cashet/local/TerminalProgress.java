package dev.cashet.local;

import dev.cashet.event.Progress;
import dev.cashet.event.ProgressListener;
import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Progress as a bar on a terminal that someone looks at, as a line in the log now and then elsewhere, and not at all if the
 * environment variable {@code CASHET_PROGRESS} is {@code off}; {@code plain} asks for lines on a terminal too.
 */
public final class TerminalProgress implements ProgressListener {
  private static final System.Logger LOG = System.getLogger("dev.cashet");
  private static final int BAR = 24;
  private static final int WIDTH = 79;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final Style style;
  private final PrintStream terminal;
  private long lineAt = System.nanoTime();

  /** Where progress is shown. */
  enum Style {
    BAR,
    LINES,
    NOT_AT_ALL
  }

  /** As the environment says, on standard error. */
  public TerminalProgress() {
    this(style(System.getenv("CASHET_PROGRESS"), isTerminal()), System.err);
  }

  TerminalProgress(Style style, PrintStream terminal) {
    this.style = style;
    this.terminal = terminal;
  }

  static Style style(@Nullable String asked, boolean terminal) {
    return switch (asked == null ? "auto" : asked.toLowerCase(Locale.ROOT)) {
      case "off" -> Style.NOT_AT_ALL;
      case "plain" -> Style.LINES;
      default -> terminal ? Style.BAR : Style.LINES;
    };
  }

  @Override
  public synchronized void on(Progress progress) {
    if (style == Style.BAR) {
      // Back to the start of the line, and clear it.
      terminal.print("\r\033[K" + bar(progress) + (progress.ended() ? "\n" : ""));
      terminal.flush();
    } else if (style == Style.LINES && isTimeForALine(progress)) {
      LOG.log(System.Logger.Level.INFO, text(progress));
    }
  }

  private boolean isTimeForALine(Progress progress) {
    long now = System.nanoTime();
    boolean due = now - lineAt >= BETWEEN_LINES.toNanos()
        || progress.ended() && progress.elapsed().compareTo(BETWEEN_LINES) >= 0;
    lineAt = due ? now : lineAt;
    return due;
  }

  static String bar(Progress progress) {
    Progress.Counts counts = progress.counts();
    String text = text(progress);
    if (counts.total().isPresent() && counts.total().getAsLong() > 0) {
      int full = (int) (BAR
          * Math.min(counts.done(), counts.total().getAsLong())
          / counts.total().getAsLong());
      text = "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + text;
    }
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH);
  }

  static String text(Progress progress) {
    Progress.Counts counts = progress.counts();
    StringBuilder text = new StringBuilder();
    text.append(counts.done());
    counts.total().ifPresent(total -> text.append('/').append(total));
    text.append(' ').append(progress.title());
    text.append(", ").append(counts.hits()).append(counts.hits() == 1 ? " hit" : " hits");
    if (counts.failed() > 0) {
      text.append(", ").append(counts.failed()).append(" failed");
    }
    long seconds = progress.elapsed().toSeconds();
    return text.append(String.format(Locale.ROOT, ", %d:%02d", seconds / 60, seconds % 60))
        .toString();
  }

  /** From Java 22 on there is a console without a terminal, and it says so. */
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
