package dev.cashet.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of a function's code and does not depend on a call: kept once as a content-addressed object
 * and named by every commit of that function.
 *
 * @param name short and qualified name
 * @param digest the identity of the code
 * @param key the parts of that identity
 * @param libraries the libraries it can reach
 * @param findings holes and impurities
 * @param source text for display, if it could be had; never part of the key
 */
public record FunctionRecord(
    FunctionName name,
    Digest digest,
    KeyTree key,
    List<Library> libraries,
    List<Finding> findings,
    Optional<String> source) {
  /** The codec id of the encoding. */
  public static final String CODEC = "cashet.function/1";

  private static final String WHAT = "function record";

  /** Copies the lists. */
  public FunctionRecord {
    libraries = List.copyOf(libraries);
    findings = List.copyOf(findings);
  }

  /** The encoding, specified in docs/format/commit.md, "Function record". */
  public byte[] encode() {
    FieldWriter out = new FieldWriter();
    out.text(1, name.shortName()).text(2, name.qualifiedName()).digest(3, digest);
    key.parts().forEach(part -> out.bytes(4, encodePart(part)));
    for (Library library : libraries) {
      out.bytes(
          5,
          new FieldWriter()
              .text(1, library.name())
              .text(2, library.version())
              .digest(3, library.digest())
              .toBytes());
    }
    findings.forEach(finding -> out.bytes(6, encodeFinding(finding)));
    return out.optionalText(7, source).toBytes();
  }

  /**
   * Reads an encoding.
   *
   * @throws MalformedRecordException if the bytes are something else
   */
  public static FunctionRecord decode(byte[] bytes) {
    FieldReader in = new FieldReader(WHAT, bytes);
    String shortName = in.text(1);
    String qualifiedName = in.text(2);
    Digest digest = in.digest(3);
    List<KeyTree.Part> parts = in.repeated(4, FunctionRecord::decodePart);
    List<Library> libraries = in.repeated(5, FunctionRecord::decodeLibrary);
    List<Finding> findings = in.repeated(6, FunctionRecord::decodeFinding);
    Optional<String> source = in.optionalText(7);
    in.end();
    try {
      FunctionName name = new FunctionName(shortName, qualifiedName);
      return new FunctionRecord(name, digest, new KeyTree(parts), libraries, findings, source);
    } catch (IllegalArgumentException e) {
      throw in.malformed(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] encodePart(KeyTree.Part part) {
    FieldWriter out = new FieldWriter();
    out.number(1, part.kind().ordinal()).text(2, part.name()).digest(3, part.digest());
    part.uses().forEach(use -> out.number(4, use));
    return out.toBytes();
  }

  private static KeyTree.Part decodePart(byte[] bytes) {
    FieldReader in = new FieldReader(WHAT, bytes);
    int kind = in.count(1);
    if (kind >= KeyTree.Kind.values().length) {
      throw in.malformed("part kind " + kind + " is unknown");
    }
    String name = in.text(2);
    Digest digest = in.digest(3);
    List<Integer> uses = in.repeated(4, raw -> decodeIndex(raw));
    in.end();
    return new KeyTree.Part(KeyTree.Kind.values()[kind], name, digest, uses);
  }

  private static int decodeIndex(byte[] raw) {
    FieldWriter field = new FieldWriter();
    return new FieldReader(WHAT, field.bytes(1, raw).toBytes()).count(1);
  }

  private static Library decodeLibrary(byte[] bytes) {
    FieldReader in = new FieldReader(WHAT, bytes);
    Library library = new Library(in.text(1), in.text(2), in.digest(3));
    in.end();
    return library;
  }

  private static byte[] encodeFinding(Finding finding) {
    FieldWriter out = new FieldWriter();
    out.number(1, finding.category().ordinal()).number(2, finding.level().ordinal());
    out.text(3, finding.kind()).text(4, finding.what());
    finding.path().forEach(step -> out.text(5, step));
    return out.toBytes();
  }

  private static Finding decodeFinding(byte[] bytes) {
    FieldReader in = new FieldReader(WHAT, bytes);
    int category = in.count(1);
    int level = in.count(2);
    if (category >= Finding.Category.values().length || level >= Finding.Level.values().length) {
      throw in.malformed("finding " + category + "/" + level + " is unknown");
    }
    String kind = in.text(3);
    String what = in.text(4);
    List<String> path = in.repeated(5, in::utf8);
    in.end();
    return new Finding(
        Finding.Category.values()[category], Finding.Level.values()[level], kind, what, path);
  }
}
