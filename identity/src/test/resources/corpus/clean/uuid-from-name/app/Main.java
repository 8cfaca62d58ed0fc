package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return UUID.nameUUIDFromBytes(new byte[] {1, 2}).toString();
  }
}
