package dev.cashet.identity.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One pair of the corpus: a base program and what is changed in it. Read from {@code edit.txt}: a head of {@code key:
 * value} lines, an empty line, then for each file its name, lines to find after {@code "- "} and lines to put in their
 * place after {@code "+ "}. What is to be found must occur exactly once; a file that the base does not have is new.
 *
 * @param why what the pair is there for
 * @param functions whose meaning changes
 * @param also whose identity may change although their result does not
 * @param conservative the identity differs, but no result of this program can show it
 */
record Edit(
    String name,
    String why,
    String base,
    Scope scope,
    boolean conservative,
    Map<String, List<Replacement>> files) {

  /** Which functions an edit is about. */
  record Scope(Set<String> functions, Set<String> also) {
    private static final String ALL = "all";

    static Scope of(Map<String, String> head) {
      return new Scope(names(head.get("functions")), names(head.get("also")));
    }

    boolean changes(String function) {
      return functions.contains(ALL) || functions.contains(function);
    }

    boolean maySway(String function) {
      return changes(function) || also.contains(ALL) || also.contains(function);
    }

    private static Set<String> names(String text) {
      return text == null ? Set.of() : Set.of(text.trim().split("\\s+"));
    }
  }

  /** A text and what takes its place. */
  record Replacement(String before, String after) {}

  static List<Edit> readAll(Path folder) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.sorted().map(Edit::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Edit read(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("edit.txt"));
      int end = lines.indexOf("");
      Map<String, String> head = new HashMap<>();
      for (String line : lines.subList(0, end)) {
        int colon = line.indexOf(": ");
        head.put(line.substring(0, colon), line.substring(colon + 2));
      }
      return new Edit(
          folder.getFileName().toString(),
          head.getOrDefault("why", ""),
          head.get("base"),
          Scope.of(head),
          head.containsKey("conservative"),
          replacements(lines.subList(end + 1, lines.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<Replacement>> replacements(List<String> lines) {
    Map<String, List<Replacement>> files = new TreeMap<>();
    List<Replacement> file = new ArrayList<>();
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (String line : lines) {
      boolean minus = line.startsWith("-");
      boolean plus = line.startsWith("+");
      if (!plus && !(before.isEmpty() && after.isEmpty()) && (!minus || !after.isEmpty())) {
        file.add(new Replacement(String.join("\n", before), String.join("\n", after)));
        before.clear();
        after.clear();
      }
      if (minus || plus) {
        (minus ? before : after).add(line.length() > 1 ? line.substring(2) : "");
      } else if (!line.isBlank()) {
        file = files.computeIfAbsent(line.trim(), ignored -> new ArrayList<>());
      }
    }
    file.add(new Replacement(String.join("\n", before), String.join("\n", after)));
    return files;
  }

  /** The program after the edit. */
  Program applyTo(Program before) {
    Map<String, String> sources = new TreeMap<>(before.sources());
    files.forEach((file, changes) -> {
      String text = sources.getOrDefault(file, "");
      for (Replacement change : changes) {
        text = replaceOnce(file, text, change);
      }
      sources.put(file, text);
    });
    return new Program(name, sources);
  }

  private String replaceOnce(String file, String text, Replacement change) {
    int at = text.indexOf(change.before());
    boolean whole = change.before().isEmpty() && text.isEmpty();
    if (!whole && (at < 0 || text.indexOf(change.before(), at + 1) >= 0)) {
      throw new IllegalStateException(
          name + ": not exactly once in " + file + ": " + change.before());
    }
    return text.substring(0, at)
        + change.after()
        + text.substring(at + change.before().length());
  }

  @Override
  public String toString() {
    return name;
  }
}
