package dev.cashet.store.files;

import dev.cashet.store.BlobStore;
import dev.cashet.tck.BlobStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

class FileBlobStoreContractTest {
  @Nested
  class Plain extends BlobStoreContract {
    @Override
    protected BlobStore open(Path directory) {
      return FileBlobStore.open(directory, false);
    }
  }

  @Nested
  class Durable extends BlobStoreContract {
    @Override
    protected BlobStore open(Path directory) {
      return FileBlobStore.open(directory, true);
    }
  }
}
