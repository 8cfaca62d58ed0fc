package dev.cashet.local;

import dev.cashet.identity.FunctionIdentity;
import dev.cashet.tck.FunctionIdentityContract;
import java.util.ServiceLoader;

class FunctionIdentityContractTest extends FunctionIdentityContract {
  @Override
  protected FunctionIdentity open() {
    return ServiceLoader.load(FunctionIdentity.class).findFirst().orElseThrow();
  }
}
