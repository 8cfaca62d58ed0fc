package dev.cashet.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;
import dev.cashet.samples.People.Pair;
import dev.cashet.samples.People.Person;
import dev.cashet.samples.People.Plain;
import dev.cashet.samples.People.Point;
import dev.cashet.samples.People.WithBodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObserverTest {
  private record Ref(Digest blobDigest, Optional<CommitId> sourceCommit) implements StoredValue {}

  private static Ref ref(String content, String commit) {
    return new Ref(Digest.sha256(content), Optional.of(new CommitId(Digest.sha256(commit))));
  }

  private record Password(String text) implements CanonicalForm {
    @Override
    public String canonicalName() {
      return "password/1";
    }

    @Override
    public Object canonicalValue() {
      return Digest.sha256("salt" + text).hex();
    }

    @Override
    public String canonicalText() {
      return "••••";
    }
  }

  private record Caseless(Class<Point> type) implements Canonicalizer<Point> {
    @Override
    public String name() {
      return "x only/1";
    }

    @Override
    public Object canonical(Point value) {
      return value.x();
    }
  }

  @Test
  void digest_ofUserObjects_reportsTheirClasses() {
    Digests observer = new Digests();
    new Canonical(List.of())
        .digest(
            Map.of(
                "k",
                List.of(
                    new Point(1, 2), Plain.ONE, WithBodies.PLUS, new Person("a", 1), Pair.class)),
            "x",
            observer);
    assertThat(observer.instances)
        .containsExactlyInAnyOrder(
            Point.class,
            Plain.class,
            WithBodies.class,
            WithBodies.PLUS.getClass(),
            Person.class,
            Pair.class);
  }

  @Test
  void digest_ofStoredResults_countsTheBlobAloneAndReportsEach() {
    Digests observer = new Digests();
    Canonical canonical = new Canonical(List.of());
    Digest first =
        canonical.digest(new Pair<>(ref("a", "1"), Optional.of(ref("b", "1"))), "x", observer);
    assertThat(observer.references).hasSize(2);
    assertThat(Digests.of(new Pair<>(ref("a", "2"), Optional.of(ref("b", "3")))))
        .isEqualTo(first);
    assertThat(Digests.of(new Pair<>(ref("b", "1"), Optional.of(ref("a", "1")))))
        .isNotEqualTo(first);
  }

  @Test
  void digest_ofACanonicalForm_countsWhatItSaysAndTextHidesIt() {
    assertThat(Digests.of(new Password("x"))).isEqualTo(Digests.of(new Password("x")));
    assertThat(Digests.of(new Password("x"))).isNotEqualTo(Digests.of(new Password("y")));
    assertThat(ArgumentText.of(List.of(new Pair<>("user", new Password("hunter2")))))
        .contains("••••")
        .doesNotContain("hunter2");
  }

  @Test
  void digest_withACanonicalizer_countsByItAndItsName() {
    Canonical canonical = new Canonical(List.of(new Caseless(Point.class)));
    Digests observer = new Digests();
    Digest digest = canonical.digest(new Point(1, 2), "x", observer);
    assertThat(canonical.digest(new Point(1, 3), "x", observer)).isEqualTo(digest);
    assertThat(canonical.digest(new Point(2, 2), "x", observer)).isNotEqualTo(digest);
    assertThat(Digests.of(1)).isNotEqualTo(digest);
    assertThatThrownBy(
            () -> new Canonical(List.of(new Caseless(Point.class), new Caseless(Point.class))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void combine_ofDigests_dependsOnOrderAndNumber() {
    Canonical canonical = new Canonical(List.of());
    List<Digest> digests = new ArrayList<>();
    digests.add(canonical.combine(digests));
    digests.add(canonical.combine(digests));
    digests.add(canonical.combine(digests));
    digests.add(canonical.combine(List.of(digests.get(1), digests.get(0))));
    digests.add(canonical.combine(List.of(digests.get(0), digests.get(1))));
    assertThat(digests.subList(0, 4)).doesNotHaveDuplicates();
    assertThat(digests.get(4)).isEqualTo(digests.get(2));
  }

  @Test
  void digest_whenTheObserverDigestsToo_isTheSame() {
    Canonical canonical = new Canonical(List.of());
    Runnable function = () -> {};
    CanonicalObserver nested = new CanonicalObserver() {
      @Override
      public void instance(Class<?> type) {}

      @Override
      public void reference(StoredValue value) {}

      @Override
      public Digest function(Object found, String path) {
        return canonical.digest(List.of("captured"), path, this);
      }
    };
    Digest digest = canonical.digest(List.of(1, function, 2), "x", nested);
    assertThat(canonical.digest(List.of(1, function, 2), "x", nested)).isEqualTo(digest);
    assertThat(canonical.digest(List.of(1, function, 3), "x", nested)).isNotEqualTo(digest);
  }
}
