package dev.cashet.identity.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A class as one program sees it. */
final class ClassInfo {
  /** Whose class it is. */
  enum Side {
    /** The user's: its code counts. */
    USER,
    /** A library's: its jar counts. */
    LIBRARY,
    /** The platform's or cashet's: its name counts. */
    FIXED
  }

  private static final Pattern SHELL = Pattern.compile("^REPL/\\$JShell\\$[0-9A-Za-z]+(\\$|$)");
  private static final Pattern NUMBERED = Pattern.compile("\\$[0-9]");

  private final String name;
  private final Side side;
  private final String library;
  private final @Nullable UserClass file;
  private final Supplier<ClassHeader> reader;
  private final String canonicalName;
  private volatile @Nullable ClassHeader header;
  private volatile @Nullable ClassForm form;
  private volatile @Nullable Boolean runsCode;

  /** Direct subtypes among the user's classes. */
  private final List<ClassInfo> subtypes = new java.util.concurrent.CopyOnWriteArrayList<>();

  /** Methods found from here, by name and descriptor. */
  final Map<String, Optional<Selection>> selections = new ConcurrentHashMap<>();

  private ClassInfo(
      String name,
      Side side,
      String library,
      @Nullable UserClass file,
      Supplier<ClassHeader> reader) {
    this.name = name;
    this.side = side;
    this.library = library;
    this.file = file;
    this.reader = reader;
    Matcher shell = name.startsWith("REPL/") ? SHELL.matcher(name) : null;
    this.canonicalName =
        shell != null && shell.find() ? "REPL/" + name.substring(shell.end()) : name;
  }

  /** A class of the user's, whose code counts. */
  static ClassInfo user(String name, UserClass file) {
    return new ClassInfo(name, Side.USER, "", file, file::header);
  }

  /**
   * A class of a library, the platform or cashet.
   *
   * @param library the jar of a library's class, else empty
   * @param reader reads what it looks like, when that is asked for
   */
  static ClassInfo other(String name, Side side, String library, Supplier<ClassHeader> reader) {
    return new ClassInfo(name, side, library, null, reader);
  }

  ClassHeader header() {
    ClassHeader known = header;
    if (known == null) {
      known = reader.get();
      header = known;
    }
    return known;
  }

  String name() {
    return name;
  }

  boolean isUser() {
    return side == Side.USER;
  }

  Side side() {
    return side;
  }

  String library() {
    return library;
  }

  List<ClassInfo> subtypes() {
    return subtypes;
  }

  /** The canonical forms of a user's class. */
  ClassForm form() {
    ClassForm known = form;
    if (known == null) {
      if (file == null) {
        throw new IllegalStateException(name() + " is not the user's: its code is not read");
      }
      known = ClassForm.of(file);
      form = known;
    }
    return known;
  }

  /** The lambdas and method references that the user's class makes. */
  List<Lambdas.Made> lambdas() {
    return file == null ? List.of() : file.lambdas();
  }

  /** Internal names of the classes that the user's class file names. */
  Set<String> named() {
    return file == null ? Set.of() : file.named();
  }

  /** Whether initialising the user's class runs code that is not just in a field's part, as {@code ask} says. */
  boolean runsCode(Predicate<ClassInfo> ask) {
    Boolean known = runsCode;
    if (known == null) {
      known = ask.test(this);
      runsCode = known;
    }
    return known;
  }

  /** Whether a compiler made its name up, or the name of a class around it. */
  boolean hasGeneratedName() {
    return header().hasGeneratedName()
        || canonicalName.indexOf('$') >= 0 && NUMBERED.matcher(canonicalName).find();
  }

  /** The name without what a shell adds to it. */
  String canonicalName() {
    return canonicalName;
  }

  /** Whether the class lives in a shell. */
  boolean isShell() {
    return name().startsWith("REPL/");
  }

  @Override
  public String toString() {
    return name();
  }

  /**
   * A method found by look-up.
   *
   * @param owner the class that declares it
   * @param selector name and descriptor
   * @param access its flags
   */
  record Selection(ClassInfo owner, String selector, int access) {
    boolean is(int flag) {
      return (access & flag) != 0;
    }
  }
}
