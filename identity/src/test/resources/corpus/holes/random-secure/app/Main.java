package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return new java.security.SecureRandom().nextInt();
  }
}
