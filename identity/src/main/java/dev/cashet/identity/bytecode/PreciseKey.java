package dev.cashet.identity.bytecode;

import dev.cashet.identity.FunctionKey;
import dev.cashet.model.Digest;
import dev.cashet.model.Finding;
import dev.cashet.model.FunctionName;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.Library;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function's identity with all that it was made of; what only people want is made when asked for. */
final class PreciseKey implements FunctionKey {
  /** The version of the rules (docs/format/identity.md); any change of the digest for unchanged code raises it. */
  static final int SCHEME = 1;

  private final FunctionName name;
  private final CodeRef code;
  private final Program program;
  private final Reach reach;
  private final List<Library> libraries;
  private final Set<String> jars;
  private final Optional<Integer> platform;
  private final Digest digest;
  private volatile @Nullable FunctionRecord record;

  PreciseKey(
      FunctionSite site,
      Program program,
      Reach reach,
      Libraries.Closure closure,
      Optional<Integer> platform) {
    this.name = site.name();
    this.code = site.code();
    this.program = program;
    this.reach = reach;
    this.libraries = List.copyOf(closure.libraries());
    this.jars = closure.jars();
    this.platform = platform;
    FormWriter out = new FormWriter().text("cashet function").number(SCHEME);
    out.digest(reach.hash()).number(this.libraries.size());
    this.libraries.forEach(each -> out.digest(each.digest()));
    out.number(platform.orElse(0));
    this.digest = out.toDigest();
  }

  /** Paths of all jars that count as libraries. */
  Set<String> jars() {
    return jars;
  }

  /** Whether it was made from nothing but what was listed when the program was read. */
  boolean isKeepable() {
    return !isVolatile() && !program.hasStrays();
  }

  @Override
  public int classes() {
    return program.size();
  }

  /** Whether the same question may have another answer in the same process. */
  boolean isVolatile() {
    return program.hasShell();
  }

  @Override
  public Digest digest() {
    return digest;
  }

  @Override
  public FunctionRecord record() {
    FunctionRecord known = record;
    if (known == null) {
      known = new FunctionRecord(
          name,
          digest,
          KeyTrees.of(name, program, reach, libraries, platform),
          libraries,
          Findings.of(program, reach, name.qualifiedName(), code),
          Optional.empty());
      record = known;
    }
    return known;
  }

  @Override
  public List<Finding> findings() {
    return record().findings();
  }

  @Override
  public boolean isUserClass(String className) {
    ClassInfo type = program.find(className.replace('.', '/'));
    return type != null && type.isUser();
  }
}
