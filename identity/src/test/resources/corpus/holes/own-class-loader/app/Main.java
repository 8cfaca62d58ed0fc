package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return new java.net.URLClassLoader(new java.net.URL[0]).getURLs().length;
  }
}
