package dev.cashet.archive;

import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.Entry;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an archive into a store: the union of both is there afterwards. The archive is not trusted: names must be exactly
 * those of the format, every object must have the digest of its name and every commit its id, and what expands beyond
 * reason is refused. A commit that is there already is passed over, so an import that was cut off can be repeated.
 */
public final class ArchiveReader {
  private static final Pattern NAME = Pattern.compile("(objects|commits)/([0-9a-f]{64})");
  private static final int MAX_COMMIT_BYTES = 16 << 20;
  private static final int MAX_WORDS = 4_096;

  /** So much is taken in before the expansion is judged. */
  private static final long UNJUDGED_BYTES = 256L << 20;

  private static final long MAX_EXPANSION = 4_000;

  private final Store store;
  private final ArchiveReport.Tally tally = new ArchiveReport.Tally();
  private final IncomingObjects objects;

  /** Into a store. */
  public ArchiveReader(Store store) {
    this.store = store;
    this.objects = new IncomingObjects(store, tally);
  }

  /**
   * Reads the archive.
   *
   * @throws ArchiveException if it is none, is cut off or is hostile; what came before stays and is sound
   */
  public ArchiveReport read(Path source) {
    try (CountedStream file = new CountedStream(Files.newInputStream(source));
        InputStream in = Compressions.expand(new BufferedInputStream(file, 1 << 16))) {
      read(new TarReader(in), file);
      return tally.report();
    } catch (IOException e) {
      String why = e instanceof java.nio.file.NoSuchFileException
          ? "there is no such file"
          : String.valueOf(e.getMessage());
      String done = tally.commits == 0
          ? ""
          : " (" + tally.commits
              + " commits were imported; repeat with a sound archive for the rest)";
      throw new ArchiveException("cannot import " + source + ": " + why + done, e);
    }
  }

  private void read(TarReader tar, CountedStream file) throws IOException {
    TarReader.Item head = tar.next();
    if (head == null || !head.name().equals(ArchiveWriter.HEAD)) {
      throw new IOException("it is no archive of cashet");
    }
    String format = words(tar, head).lines().findFirst().orElse("");
    if (!format.equals("format " + ArchiveWriter.FORMAT)) {
      throw new IOException("it has '" + format + "'; this version of cashet reads format 1");
    }
    TarReader.Item item = tar.next();
    while (item != null && !item.name().equals(ArchiveWriter.END)) {
      take(tar, item, file);
      item = tar.next();
    }
    if (item == null) {
      throw new IOException("it is cut off: there is no end");
    }
    if (!words(tar, item).startsWith("commits ")) {
      throw new IOException("its end is none");
    }
    objects.finish();
  }

  private void take(TarReader tar, TarReader.Item item, CountedStream file) throws IOException {
    Matcher name = NAME.matcher(item.name());
    if (!name.matches()) {
      throw new IOException("it holds '" + item.name() + "', which no archive of cashet does");
    }
    Digest digest = Digest.parse(name.group(2));
    if (name.group(1).equals("commits")) {
      commit(new CommitId(digest), item, tar);
      return;
    }
    objects.take(digest, item.size(), tar.body(), read -> {
      if (read > UNJUDGED_BYTES && read / MAX_EXPANSION > file.count()) {
        throw new IOException("object " + digest.shortHex() + " expands beyond reason: "
            + file.count() + " bytes of the archive gave " + read);
      }
    });
  }

  private void commit(CommitId id, TarReader.Item item, TarReader tar) throws IOException {
    String what = "commit " + id.hex();
    if (item.size() > MAX_COMMIT_BYTES) {
      tally.skip(what, "too large: " + item.size() + " bytes");
      return;
    }
    byte[] content = tar.body().readAllBytes();
    Commit commit;
    try {
      commit = Commit.decode(id, content);
    } catch (MalformedRecordException e) {
      tally.skip(what, String.valueOf(e.getMessage()));
      return;
    }
    List<Digest> named = new ArrayList<>(List.of(commit.call().record()));
    commit.output().map(BlobRef::digest).ifPresent(named::add);
    List<SmallObject> small = objects.of(named);
    boolean known = entry(id).isPresent();
    if (!known || !small.isEmpty()) {
      store.commits().add(commit, small);
    }
    if (known) {
      tally.present++;
    } else {
      tally.commits++;
    }
    for (Digest each : named) {
      if (small.stream().noneMatch(object -> object.digest().equals(each))
          && store.blobs().stat(each).isEmpty()) {
        tally.skip("object " + each.hex() + " of " + what, "not in the archive");
      }
    }
  }

  private Optional<Entry> entry(CommitId id) {
    try {
      return store.commits().get(id);
    } catch (MalformedRecordException e) {
      return Optional.empty();
    }
  }

  private static String words(TarReader tar, TarReader.Item item) throws IOException {
    if (item.size() > MAX_WORDS) {
      throw new IOException("its head is too long");
    }
    return new String(tar.body().readAllBytes(), StandardCharsets.US_ASCII);
  }
}
