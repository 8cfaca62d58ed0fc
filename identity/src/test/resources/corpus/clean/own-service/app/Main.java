package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return ServiceLoader.load(Step.class).findFirst().isPresent();
  }
}

interface Step {
  int go();
}
