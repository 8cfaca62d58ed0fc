package dev.cashet.store.sqlite;

import dev.cashet.store.BlobStore;
import dev.cashet.store.Store;
import dev.cashet.store.StoreOptions;
import dev.cashet.tck.BlobStoreContract;
import dev.cashet.tck.ClaimsContract;
import dev.cashet.tck.CommitStoreContract;
import dev.cashet.tck.GenerationContract;
import dev.cashet.tck.LogQueryContract;
import dev.cashet.tck.MaintenanceContract;
import dev.cashet.tck.PinsContract;
import dev.cashet.tck.StoreContract;
import dev.cashet.tck.WaitsContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

class SqliteStoreContractTest {
  @Nested
  class Commits extends CommitStoreContract {
    @Override
    protected Store open(Path directory, InstantSource clock) {
      return SqliteStore.open(directory, new StoreOptions(clock, false));
    }
  }

  @Nested
  class Log extends LogQueryContract {
    @Override
    protected Store open(Path directory, InstantSource clock) {
      return SqliteStore.open(directory, new StoreOptions(clock, false));
    }
  }

  @Nested
  class ClaimsOfKeys extends ClaimsContract {
    @Override
    protected Store open(Path directory, InstantSource clock) {
      return SqliteStore.open(directory, new StoreOptions(clock, false));
    }
  }

  @Nested
  class Freshness extends GenerationContract {
    @Override
    protected Store open(Path directory, InstantSource clock) {
      return SqliteStore.open(directory, new StoreOptions(clock, false));
    }
  }

  @Nested
  class Waits extends WaitsContract {
    @Override
    protected Store open(Path directory, InstantSource clock) {
      return SqliteStore.open(directory, new StoreOptions(clock, false));
    }
  }

  @Nested
  class Whole extends StoreContract {
    @Override
    protected Store open(Path directory, InstantSource clock) {
      return SqliteStore.open(directory, new StoreOptions(clock, false));
    }
  }

  @Nested
  class Durable extends StoreContract {
    @Override
    protected Store open(Path directory, InstantSource clock) {
      return SqliteStore.open(directory, new StoreOptions(clock, true));
    }
  }

  @Nested
  class Upkeep extends MaintenanceContract {
    @Override
    protected Store open(Path directory, InstantSource clock) {
      return SqliteStore.open(directory, new StoreOptions(clock, false));
    }
  }

  @Nested
  class Pinned extends PinsContract {
    @Override
    protected Store open(Path directory, InstantSource clock) {
      return SqliteStore.open(directory, new StoreOptions(clock, false));
    }
  }

  @Nested
  class Blobs extends BlobStoreContract {
    @Override
    protected BlobStore open(Path directory) {
      return SqliteStore.open(directory, StoreOptions.defaults()).blobs();
    }
  }
}
