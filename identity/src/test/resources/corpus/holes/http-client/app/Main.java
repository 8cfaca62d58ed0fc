package app;

import java.util.*;

public class Main {
  public static Object run() throws Exception {
    return java.net.http.HttpClient.newHttpClient()
        .send(
            java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost/")).build(),
            java.net.http.HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
