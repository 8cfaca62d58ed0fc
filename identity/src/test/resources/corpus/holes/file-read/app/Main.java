package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return java.nio.file.Files.readString(java.nio.file.Path.of("x.txt"));
  }
}
