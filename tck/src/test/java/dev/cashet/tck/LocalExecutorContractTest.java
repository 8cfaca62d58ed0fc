package dev.cashet.tck;

import dev.cashet.executor.LocalExecutor;
import dev.cashet.executor.TaskExecutor;

class LocalExecutorContractTest extends SameJvmExecutorContract {
  @Override
  protected TaskExecutor open() {
    return new LocalExecutor();
  }
}
