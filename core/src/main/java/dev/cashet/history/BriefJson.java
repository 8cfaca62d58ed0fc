package dev.cashet.history;

import dev.cashet.codec.ValueTree;
import java.io.IOException;

/** A value as one line of JSON, cut where it gets long. */
final class BriefJson implements Appendable {
  private static final int SHOWN = 160;

  private final StringBuilder text = new StringBuilder();
  private final int limit;
  private boolean inString;
  private boolean escaped;

  private BriefJson(int limit) {
    this.limit = limit;
  }

  /** Says that there is no more room. */
  private static final class Full extends IOException {
    private static final long serialVersionUID = 1L;
  }

  static String of(ValueTree value) {
    return print(value, SHOWN);
  }

  static String whole(ValueTree value) {
    return print(value, Integer.MAX_VALUE);
  }

  private static String print(ValueTree value, int limit) {
    BriefJson out = new BriefJson(limit);
    try {
      value.toJson(out);
      return out.text.toString();
    } catch (Full e) {
      return out.text + "…";
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory takes what is written", e);
    }
  }

  @Override
  public Appendable append(CharSequence more) throws IOException {
    return append(more, 0, more.length());
  }

  @Override
  public Appendable append(CharSequence more, int start, int end) throws IOException {
    for (int i = start; i < end; i++) {
      append(more.charAt(i));
    }
    return this;
  }

  /** Line ends and indentation outside strings become one space. */
  @Override
  public Appendable append(char c) throws IOException {
    if (!inString && (c == '\n' || c == ' ')) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
      return this;
    }
    if (text.length() >= limit) {
      throw new Full();
    }
    text.append(c);
    if (escaped) {
      escaped = false;
    } else if (c == '\\') {
      escaped = inString;
    } else if (c == '"') {
      inString = !inString;
    }
    return this;
  }
}
