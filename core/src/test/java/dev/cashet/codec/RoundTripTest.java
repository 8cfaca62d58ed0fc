package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.canonical.Digests;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;
import dev.cashet.samples.People;
import dev.cashet.samples.People.Node;
import dev.cashet.samples.People.Outer;
import dev.cashet.samples.People.Part;
import dev.cashet.samples.People.Whole;
import dev.cashet.samples.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RoundTripTest {
  /** Kinds of the platform that come back as an equal of another class: docs/guide/values.md lists them. */
  private static final Set<String> OTHER_CLASS =
      Set.of("entry", "list null null", "set 2000 fixed");

  @TestFactory
  Stream<DynamicTest> read_afterWrite_isEqualAndOfTheSameKind() {
    return Samples.all().entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
  }

  private static void check(String name, Object value) {
    byte[] bytes = Trips.write(value);
    Object back = Trips.read(bytes);
    assertThat(Digests.of(back)).isEqualTo(Digests.of(value));
    assertThat(Trips.write(back)).isEqualTo(bytes);
    if (value != null && !OTHER_CLASS.contains(name)) {
      assertThat(back.getClass()).isEqualTo(value.getClass());
    }
  }

  @Test
  void samples_areMany() {
    assertThat(Samples.all()).hasSizeGreaterThan(150);
  }

  @Test
  void read_ofObjects_keepsSharingAndCycles() {
    Node shared = new Node("shared");
    Node root = new Node("root");
    root.next = root;
    root.list.addAll(List.of(shared, shared));
    root.set.add(shared);
    shared.next = root;
    Node back = (Node) Trips.read(Trips.write(root));
    assertThat(back.next).isSameAs(back);
    assertThat(back.list.get(0)).isSameAs(back.list.get(1));
    assertThat(back.set).containsExactly(back.list.get(0));
    assertThat(back.list.get(0).next).isSameAs(back);
  }

  @Test
  void read_ofASetThatHoldsItsOwner_fillsItWhenTheOwnerIsComplete() {
    Whole whole = new Whole().add(new Part("p")).add(new Part("q"));
    Whole back = (Whole) Trips.read(Trips.write(whole));
    assertThat(back.parts).contains(new Part("p"), new Part("q")).hasSize(2);
    assertThat(back.parts).allMatch(part -> part.whole == back);
  }

  @Test
  void read_ofAnInnerObject_hasItsOuter() {
    assertThat(((Outer.Inner) Trips.read(Trips.write(new Outer(40).inner(2)))).sum())
        .isEqualTo(42);
  }

  @Test
  void write_ofEqualValues_givesEqualBytes() {
    List<Object> shared = new ArrayList<>(List.of("a", 1));
    List<Object> copy = new ArrayList<>(List.of("a", 1));
    assertThat(Trips.write(List.of(shared, shared))).isEqualTo(Trips.write(List.of(shared, copy)));
    Map<Object, Object> map = new HashMap<>();
    Map<Object, Object> other = new HashMap<>(1024);
    for (int i = 0; i < 100; i++) {
      map.put(List.of("k" + i), i);
      other.put(List.of("k" + (99 - i)), 99 - i);
    }
    assertThat(Trips.write(other)).isEqualTo(Trips.write(map));
    assertThat(Trips.write(Set.of("x", 1, 2L))).isEqualTo(Trips.write(Set.of(2L, 1, "x")));
  }

  @Test
  void read_ofAnException_hasItsMessageCauseAndTrace() {
    People.OutOfStock thrown = new People.OutOfStock("none", 3, new IllegalStateException("why"));
    thrown.addSuppressed(new IllegalArgumentException("also"));
    People.OutOfStock back = (People.OutOfStock) Trips.read(Trips.write(thrown));
    assertThat(back.left).isEqualTo(3);
    assertThat(back).hasMessage("none").hasCauseInstanceOf(IllegalStateException.class);
    assertThat(back.getSuppressed()).hasSize(1);
    assertThat(back.getStackTrace()).isEqualTo(thrown.getStackTrace());
  }

  @Test
  void read_ofAStoredValue_isMadeByItsFormat() {
    record Ref(Digest blobDigest, Optional<CommitId> sourceCommit) implements StoredValue {}

    Digest blob = Digest.sha256("blob");
    CommitId commit = new CommitId(Digest.sha256("commit"));
    Object back = Trips.read(Trips.write(List.of(new Ref(blob, Optional.of(commit)))));
    StoredValue restored = (StoredValue) ((List<?>) back).get(0);
    assertThat(restored.blobDigest()).isEqualTo(blob);
    assertThat(restored.sourceCommit()).contains(commit);
  }

  @Test
  void read_givesEachCallerItsOwn() {
    byte[] bytes = Trips.write(new ArrayList<>(List.of(1)));
    assertThat(Trips.read(bytes)).isNotSameAs(Trips.read(bytes));
    assertThat(Collections.emptyList()).isEqualTo(Trips.read(Trips.write(List.of())));
  }
}
