package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return java.sql.DriverManager.getConnection("jdbc:none").isClosed();
  }
}
