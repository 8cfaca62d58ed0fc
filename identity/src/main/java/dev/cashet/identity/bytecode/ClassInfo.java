package dev.cashet.identity.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  private final ClassHeader header;
  private final Side side;
  private final String library;
  private final byte @Nullable [] bytes;
  private volatile @Nullable ClassForm form;

  /** Direct subtypes among the user's classes. */
  private final List<ClassInfo> subtypes = new java.util.concurrent.CopyOnWriteArrayList<>();

  /** Methods found from here, by name and descriptor. */
  final Map<String, Optional<Selection>> selections = new ConcurrentHashMap<>();

  /**
   * A class.
   *
   * @param bytes the class file, of the user's classes only
   * @param library the jar of a library's class, else empty
   */
  ClassInfo(ClassHeader header, Side side, String library, byte @Nullable [] bytes) {
    this.header = header;
    this.side = side;
    this.library = library;
    this.bytes = bytes;
  }

  ClassHeader header() {
    return header;
  }

  String name() {
    return header.name();
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
      if (bytes == null) {
        throw new IllegalStateException(name() + " is not the user's: its code is not read");
      }
      known = ClassForm.of(bytes);
      form = known;
    }
    return known;
  }

  /** Whether the user's class file names another class. */
  boolean names(String internalName) {
    return bytes != null && ConstantPool.classNames(bytes).contains(internalName);
  }

  /** Whether a compiler made its name up, or the name of a class around it. */
  boolean hasGeneratedName() {
    return header.hasGeneratedName() || NUMBERED.matcher(canonicalName()).find();
  }

  /** The name without what a shell adds to it. */
  String canonicalName() {
    Matcher shell = SHELL.matcher(name());
    return shell.find() ? "REPL/" + name().substring(shell.end()) : name();
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
