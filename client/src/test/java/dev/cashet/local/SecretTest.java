package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.Fn1;
import dev.cashet.ResultRef;
import dev.cashet.Secret;
import dev.cashet.TaskException;
import dev.cashet.canonical.Canonical;
import dev.cashet.canonical.CanonicalObserver;
import dev.cashet.canonical.UnhashableException;
import dev.cashet.codec.UnserializableException;
import dev.cashet.model.Commit;
import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;
import dev.cashet.store.LogQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret counts and is never told. */
class SecretTest {
  private static final String WORD = "hunter2-correct-horse";

  @TempDir
  private Path temporary;

  private record Login(String user, Secret<String> password, List<Secret<Integer>> pins) {}

  private static int length(Secret<String> secret) {
    return secret.reveal().length();
  }

  private static String user(Login login) {
    return login.user();
  }

  private static int reject(Secret<String> secret) {
    IllegalArgumentException cause = new IllegalArgumentException("token=" + secret.reveal());
    throw new IllegalStateException("cannot log in with " + secret.reveal(), cause);
  }

  private static Object leak(Secret<String> secret) {
    return Map.of("credentials", List.of(secret));
  }

  private Path store(String name) {
    return temporary.resolve(name);
  }

  private static <A> ResultRef<?> submit(Path store, Fn1<A, ?> function, A argument) {
    try (Cashet cashet = Cashet.open(store)) {
      return cashet.submit(function, argument);
    }
  }

  /** Every byte that the store has written, but for its key. */
  private static void assertNowhere(Path store, String text) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(text)).as("%s in %s", text, file).isFalse();
      }
    }
  }

  @Test
  void submit_equalSecrets_areOneArgument() {
    Fn1<Secret<String>, Integer> length = SecretTest::length;

    assertThat(submit(store("s"), length, Secret.of(WORD)).wasCached()).isFalse();
    assertThat(submit(store("s"), length, Secret.of(WORD)).wasCached()).isTrue();
    assertThat(submit(store("s"), length, Secret.of("another")).wasCached()).isFalse();
  }

  @Test
  void submit_inTwoStores_hasTwoDigests() {
    Fn1<Secret<String>, Integer> length = SecretTest::length;
    Commit one = submit(store("one"), length, Secret.of(WORD)).commit();
    Commit two = submit(store("two"), length, Secret.of(WORD)).commit();

    assertThat(one.arguments().get(0).digest())
        .isNotEqualTo(two.arguments().get(0).digest());
    assertThat(one.call().fingerprint()).isNotEqualTo(two.call().fingerprint());
  }

  @Test
  void submit_aGuessWithoutTheKey_doesNotGiveTheDigest() {
    Fn1<Secret<String>, Integer> length = SecretTest::length;
    Commit commit = submit(store("s"), length, Secret.of("1234")).commit();
    CanonicalObserver guessing = new CanonicalObserver() {
      @Override
      public void instance(Class<?> type) {}

      @Override
      public void reference(StoredValue value) {}

      @Override
      public Digest function(Object function, String path) {
        throw new AssertionError();
      }

      @Override
      public Digest keyed(Object value, Digest digest, String path) {
        return digest;
      }
    };
    Canonical canonical = new Canonical(List.of());

    assertThat(commit.arguments().get(0).digest())
        .isNotEqualTo(canonical.digest(Secret.of("1234"), "", guessing))
        .isNotEqualTo(canonical.digest("1234", "", guessing));
  }

  @Test
  void submit_secretsInsideAnArgument_areNowhereInTheStore() throws IOException {
    Login login = new Login("ann", Secret.of(WORD), List.of(Secret.of(987_654_321)));

    Commit commit = submit(store("s"), SecretTest::user, login).commit();

    assertThat(commit.arguments().get(0).text()).contains("ann").contains("Secret");
    assertNowhere(store("s"), WORD);
    assertNowhere(store("s"), "987654321");
  }

  @Test
  void submit_theTasksErrorHoldsTheSecret_isRecordedWithoutIt() throws IOException {
    try (Cashet cashet = Cashet.open(store("s"))) {
      assertThatThrownBy(() -> cashet.submit(SecretTest::reject, Secret.of(WORD)))
          .isInstanceOfSatisfying(
              TaskException.class,
              e -> assertThat(e.getMessage())
                  .doesNotContain(WORD)
                  .contains("cannot log in with [secret]"));
      Commit.Failed failed =
          (Commit.Failed) cashet.log(LogQuery.newest(1)).get(0).outcome();
      assertThat(failed.trace()).doesNotContain(WORD).contains("token=[secret]");
    }
    assertNowhere(store("s"), WORD);
  }

  @Test
  void submit_theResultHoldsTheSecret_isRefused() throws IOException {
    try (Cashet cashet = Cashet.open(store("s"))) {
      assertThatThrownBy(() -> cashet.submit(SecretTest::leak, Secret.of(WORD)))
          .isInstanceOf(UnserializableException.class)
          .hasMessageContaining("a secret is never stored");
    }
    assertNowhere(store("s"), WORD);
  }

  @Test
  void submit_aSecretWithoutIdentity_isRefusedWithoutItsInside() {
    try (Cashet cashet = Cashet.open(store("s"))) {
      assertThatThrownBy(() -> cashet.submit(
              SecretTest::user,
              new Login("ann", null, List.of(Secret.<Integer>of((Integer) null)))))
          .isInstanceOf(NullPointerException.class);
      Secret<Map<String, Object>> odd = Secret.of(Map.of(WORD, new Thread()));
      assertThatThrownBy(() -> cashet.submit(secret -> secret.reveal().size(), odd))
          .isInstanceOf(UnhashableException.class)
          .hasMessageContaining("argument 1")
          .hasMessageContaining("java.lang.Thread")
          .hasMessageNotContaining(WORD);
    }
  }

  @Test
  void isCached_onAStoreThatIsNotThere_createsNothing() {
    try (Cashet cashet = Cashet.open(store("s"))) {
      assertThat(cashet.isCached(SecretTest::length, Secret.of(WORD))).isFalse();
    }
    assertThat(store("s")).doesNotExist();
  }

  @Test
  void submit_firstSecret_makesAKeyForItsOwnerAlone() throws IOException {
    Fn1<Secret<String>, Integer> length = SecretTest::length;
    submit(store("s"), length, Secret.of(WORD));

    Path key = store("s").resolve("secret.key");
    assertThat(Files.size(key)).isEqualTo(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(store("s"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
    }
  }

  @Test
  void submit_theKeyIsDamaged_isRefusedAndSaysWhatToDo() throws IOException {
    Fn1<Secret<String>, Integer> length = SecretTest::length;
    submit(store("s"), length, Secret.of(WORD));
    Files.write(store("s").resolve("secret.key"), new byte[5]);

    assertThatThrownBy(() -> submit(store("s"), length, Secret.of(WORD)))
        .hasMessageContaining("secret.key")
        .hasMessageContaining("delete it");
  }

  @Test
  void toString_andSerialization_ofASecret() throws Exception {
    Secret<String> secret = Secret.of(WORD);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(secret);
    }
    Object back;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      back = in.readObject();
    }

    assertThat(secret).hasToString("Secret").isNotEqualTo(Secret.of("other"));
    assertThat(back).as("for the way to another process").isEqualTo(secret);
  }
}
