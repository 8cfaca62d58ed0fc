package dev.cashet.identity.bytecode;

import dev.cashet.model.Finding.Category;
import dev.cashet.model.Finding.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The platform's methods whose results differ from run to run, or that reach code by other ways than calls. What only
 * logs or times (nanoTime) and what is the same on one machine is a note, the rest a warning.
 */
final class Sites {
  /** What calling a method means. */
  record Rule(Category category, Level level, String kind) {}

  private static final Rule CLOCK = new Rule(Category.IMPURITY, Level.WARN, "clock");
  private static final Rule TIMING = new Rule(Category.IMPURITY, Level.NOTE, "timing");
  private static final Rule RANDOM = new Rule(Category.IMPURITY, Level.WARN, "random");
  private static final Rule ENVIRONMENT = new Rule(Category.IMPURITY, Level.WARN, "environment");
  private static final Rule MACHINE = new Rule(Category.IMPURITY, Level.NOTE, "machine");
  private static final Rule FILES = new Rule(Category.IMPURITY, Level.WARN, "files");
  private static final Rule NETWORK = new Rule(Category.IMPURITY, Level.WARN, "network");
  private static final Rule PROCESS = new Rule(Category.IMPURITY, Level.WARN, "process");
  private static final Rule DATABASE = new Rule(Category.IMPURITY, Level.WARN, "database");
  static final Rule INPUT = new Rule(Category.IMPURITY, Level.WARN, "input");
  private static final Rule ADDRESS = new Rule(Category.IMPURITY, Level.NOTE, "identity");
  private static final Rule REFLECTION = new Rule(Category.HOLE, Level.NOTE, "reflection");
  private static final Rule GENERATED = new Rule(Category.HOLE, Level.NOTE, "generated");
  private static final Rule SERVICES = new Rule(Category.HOLE, Level.WARN, "services");
  static final Rule NATIVE = new Rule(Category.HOLE, Level.WARN, "native");
  static final Rule STATIC = new Rule(Category.IMPURITY, Level.NOTE, "static");

  /** By {@code owner.name}, any descriptor; {@code owner.*} for all of a class's methods. */
  private static final Map<String, Rule> RULES = new HashMap<>();

  /** By {@code owner.name}: only with this descriptor. */
  private static final Map<String, Rule> EXACT = new HashMap<>();

  private static final Set<String> QUIET_FILES =
      Set.of("isSameFile", "newBufferedWriter", "getFileStore");

  static {
    all(TIMING, "java/lang/System.nanoTime");
    all(
        CLOCK,
        "java/lang/System.currentTimeMillis",
        "java/util/Calendar.getInstance",
        "java/time/Clock.systemUTC",
        "java/time/Clock.systemDefaultZone",
        "java/time/Clock.system",
        "java/time/InstantSource.system");
    for (String each : List.of(
        "Instant",
        "LocalDate",
        "LocalTime",
        "LocalDateTime",
        "Year",
        "YearMonth",
        "MonthDay",
        "ZonedDateTime",
        "OffsetDateTime",
        "OffsetTime")) {
      all(CLOCK, "java/time/" + each + ".now");
    }
    exact(CLOCK, "java/util/Date.<init>()V", "java/util/GregorianCalendar.<init>()V");
    all(
        RANDOM,
        "java/lang/Math.random",
        "java/util/UUID.randomUUID",
        "java/util/concurrent/ThreadLocalRandom.current",
        "java/security/SecureRandom.*");
    exact(
        RANDOM,
        "java/util/Random.<init>()V",
        "java/util/SplittableRandom.<init>()V",
        "java/util/Collections.shuffle(Ljava/util/List;)V");
    all(
        ENVIRONMENT,
        "java/lang/System.getenv",
        "java/lang/System.getProperty",
        "java/lang/System.getProperties",
        "java/lang/Boolean.getBoolean",
        "java/lang/Integer.getInteger",
        "java/lang/Long.getLong",
        "java/util/prefs/Preferences.*");
    all(
        MACHINE,
        "java/util/Locale.getDefault",
        "java/util/TimeZone.getDefault",
        "java/time/ZoneId.systemDefault",
        "java/nio/charset/Charset.defaultCharset",
        "java/lang/Runtime.availableProcessors",
        "java/lang/Runtime.freeMemory",
        "java/lang/Runtime.maxMemory",
        "java/lang/Runtime.totalMemory");
    exact(
        MACHINE,
        "java/lang/String.getBytes()[B",
        "java/lang/String.<init>([B)V",
        "java/lang/String.format(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;",
        "java/lang/String.formatted([Ljava/lang/Object;)Ljava/lang/String;",
        "java/lang/String.toLowerCase()Ljava/lang/String;",
        "java/lang/String.toUpperCase()Ljava/lang/String;",
        "java/io/InputStreamReader.<init>(Ljava/io/InputStream;)V",
        "java/io/OutputStreamWriter.<init>(Ljava/io/OutputStream;)V",
        "java/util/Scanner.<init>(Ljava/io/InputStream;)V",
        "java/util/Formatter.<init>()V",
        "java/text/DecimalFormat.<init>(Ljava/lang/String;)V",
        "java/text/SimpleDateFormat.<init>(Ljava/lang/String;)V",
        "java/text/NumberFormat.getInstance()Ljava/text/NumberFormat;");
    all(
        FILES,
        "java/io/FileInputStream.<init>",
        "java/io/FileReader.<init>",
        "java/io/FileOutputStream.<init>",
        "java/io/FileWriter.<init>",
        "java/io/RandomAccessFile.<init>",
        "java/nio/file/Files.*",
        "java/nio/channels/FileChannel.open",
        "java/util/zip/ZipFile.<init>",
        "java/util/jar/JarFile.<init>",
        "java/lang/Class.getResourceAsStream",
        "java/lang/Class.getResource",
        "java/lang/ClassLoader.getResource",
        "java/lang/ClassLoader.getResourceAsStream");
    for (String each : List.of(
        "exists",
        "listFiles",
        "list",
        "delete",
        "mkdir",
        "mkdirs",
        "createTempFile",
        "length",
        "lastModified",
        "renameTo",
        "isFile",
        "isDirectory",
        "canRead",
        "canWrite",
        "createNewFile")) {
      all(FILES, "java/io/File." + each);
    }
    exact(
        FILES,
        "java/util/Scanner.<init>(Ljava/io/File;)V",
        "java/util/Scanner.<init>(Ljava/nio/file/Path;)V");
    all(
        NETWORK,
        "java/net/URL.openStream",
        "java/net/URL.openConnection",
        "java/net/URL.getContent",
        "java/net/Socket.<init>",
        "java/net/ServerSocket.<init>",
        "java/net/DatagramSocket.<init>",
        "java/net/URLConnection.connect",
        "java/net/InetAddress.getByName",
        "java/net/InetAddress.getAllByName",
        "java/net/InetAddress.getLocalHost",
        "java/net/http/HttpClient.send",
        "java/net/http/HttpClient.sendAsync",
        "java/nio/channels/SocketChannel.open");
    all(
        PROCESS,
        "java/lang/ProcessBuilder.start",
        "java/lang/Runtime.exec",
        "java/lang/ProcessHandle.current",
        "java/lang/ProcessHandle.allProcesses");
    all(DATABASE, "java/sql/DriverManager.*", "javax/sql/DataSource.getConnection");
    all(INPUT, "java/io/Console.*");
    all(ADDRESS, "java/lang/System.identityHashCode");
    all(
        REFLECTION,
        "java/lang/Class.forName",
        "java/lang/reflect/Method.invoke",
        "java/lang/reflect/Constructor.newInstance",
        "java/lang/Class.newInstance",
        "java/lang/reflect/Field.get",
        "java/lang/reflect/Field.set",
        "java/lang/ClassLoader.loadClass",
        "java/io/ObjectInputStream.readObject",
        "java/lang/invoke/MethodHandles$Lookup.findVirtual",
        "java/lang/invoke/MethodHandles$Lookup.findStatic",
        "java/lang/invoke/MethodHandles$Lookup.findConstructor",
        "java/lang/invoke/MethodHandles$Lookup.findSpecial",
        "java/lang/invoke/MethodHandles$Lookup.unreflect");
    all(SERVICES, "java/util/ServiceLoader.load", "java/util/ServiceLoader.loadInstalled");
    all(
        GENERATED,
        "java/lang/reflect/Proxy.newProxyInstance",
        "java/lang/invoke/MethodHandles$Lookup.defineClass",
        "java/lang/invoke/MethodHandles$Lookup.defineHiddenClass",
        "java/lang/ClassLoader.defineClass",
        "java/net/URLClassLoader.<init>",
        "javax/script/ScriptEngine.eval");
    all(
        NATIVE,
        "java/lang/System.loadLibrary",
        "java/lang/System.load",
        "java/lang/foreign/Linker.nativeLinker");
  }

  private Sites() {}

  private static void all(Rule rule, String... methods) {
    for (String each : methods) {
      RULES.put(each, rule);
    }
  }

  private static void exact(Rule rule, String... methods) {
    for (String each : methods) {
      EXACT.put(each, rule);
    }
  }

  /** What a call of the method means; null for nothing. */
  static @Nullable Rule of(CodeRef call) {
    String owner = call.owner();
    if (!owner.startsWith("java")) {
      return null;
    }
    if (owner.equals("java/nio/file/Files") && QUIET_FILES.contains(call.name())) {
      return null;
    }
    Rule exact = EXACT.get(owner + "." + call.selector());
    if (exact != null) {
      return exact;
    }
    Rule named = RULES.get(owner + "." + call.name());
    // a clock that is handed in is an argument
    boolean given = named == CLOCK && call.descriptor().startsWith("(Ljava/time/Clock;)");
    return named == null ? RULES.get(owner + ".*") : given ? null : named;
  }
}
