package dev.cashet.tck;

import dev.cashet.executor.LocalExecutor;
import dev.cashet.executor.TaskExecutor;

class LocalExecutorContractTest extends TaskExecutorContract {
  @Override
  protected TaskExecutor open() {
    return new LocalExecutor();
  }
}
