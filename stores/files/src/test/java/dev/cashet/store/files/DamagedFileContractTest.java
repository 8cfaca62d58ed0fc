package dev.cashet.store.files;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobStore;
import dev.cashet.tck.DamagedBlobContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DamagedFileContractTest extends DamagedBlobContract {
  @Override
  protected BlobStore open(Path directory) {
    return FileBlobStore.open(directory, false);
  }

  @Override
  protected void damage(Path directory, Digest digest) throws IOException {
    Path file = Samples.fileOf(directory, digest);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
