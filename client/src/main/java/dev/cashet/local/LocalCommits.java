package dev.cashet.local;

import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import dev.cashet.store.SmallObject;
import dev.cashet.store.StoreStats;
import dev.cashet.store.files.FileBlobStore;
import dev.cashet.store.sqlite.SqliteCommits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history in SQLite, which is told of each commit's blobs that lie in files, so that its counters cover them. */
final class LocalCommits implements CommitStore {
  private final SqliteCommits commits;
  private final FileBlobStore files;
  private final Extras extras;

  LocalCommits(SqliteCommits commits, FileBlobStore files, Extras extras) {
    this.commits = commits;
    this.files = files;
    this.extras = extras;
  }

  @Override
  public Optional<Entry> newest(Fingerprint fingerprint) {
    return commits.newest(fingerprint);
  }

  @Override
  public Optional<Entry> newestFailure(Fingerprint fingerprint) {
    return commits.newestFailure(fingerprint);
  }

  @Override
  public Optional<CommitId> latest(Fingerprint fingerprint) {
    return commits.latest(fingerprint);
  }

  @Override
  public Append append(Commit commit, Claims.Grant grant, List<SmallObject> objects) {
    Append answer = commits.append(commit, grant, objects, () -> files(commit, objects));
    release(commit);
    return answer;
  }

  @Override
  public CommitId add(Commit commit, List<SmallObject> objects) {
    CommitId id = commits.add(commit, objects, () -> files(commit, objects));
    release(commit);
    return id;
  }

  @Override
  public Optional<Entry> get(CommitId id) {
    return commits.get(id);
  }

  @Override
  public List<CommitId> withPrefix(String prefix, int limit) {
    return commits.withPrefix(prefix, limit);
  }

  @Override
  public List<Entry> usersOf(Digest result, int limit) {
    return commits.usersOf(result, limit);
  }

  @Override
  public List<Entry> list(LogQuery query) {
    return commits.list(query);
  }

  @Override
  public StoreStats stats() {
    StoreStats stats = commits.stats();
    return new StoreStats(
        stats.commits(),
        stats.inline(),
        stats.files(),
        stats.use(),
        stats.diskBytes() + stats.files().bytes() + extras.bytes());
  }

  @Override
  public void addAll(List<Addition> additions) {
    commits.addAll(additions, each -> files(each.commit(), each.objects()));
    additions.forEach(each -> release(each.commit()));
  }

  private void release(Commit commit) {
    commit.output().map(BlobRef::digest).ifPresent(files::release);
    files.release(commit.call().record());
  }

  private List<BlobInfo> files(Commit commit, List<SmallObject> objects) {
    List<BlobInfo> found = new ArrayList<>(2);
    commit.output().map(BlobRef::digest).ifPresent(output -> add(output, objects, found));
    add(commit.call().record(), objects, found);
    return found;
  }

  private void add(Digest digest, List<SmallObject> objects, List<BlobInfo> found) {
    if (objects.stream().noneMatch(object -> object.digest().equals(digest))) {
      files.settle(digest).ifPresent(found::add);
    }
  }
}
