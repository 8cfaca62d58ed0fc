package dev.cashet.executor.process;

import dev.cashet.executor.TaskExecutor;
import dev.cashet.tck.OtherJvmExecutorContract;

class ProcessExecutorContractTest extends OtherJvmExecutorContract {
  @Override
  protected TaskExecutor open() {
    return Executors.quick().output(Output.CAPTURE).build();
  }
}
