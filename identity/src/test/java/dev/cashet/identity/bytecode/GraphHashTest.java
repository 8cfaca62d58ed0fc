package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Digest;
import org.junit.jupiter.api.Test;

class GraphHashTest {
  private static final int LENGTH = 200;

  @Test
  void hash_whenFarNodeOfALongCycleChanges_changes() {
    // all labels but one are equal, so that few rounds tell nodes apart
    assertThat(cycle(LENGTH, LENGTH / 2)[0]).isNotEqualTo(cycle(LENGTH, LENGTH / 2 + 1)[0]);
    assertThat(cycle(LENGTH, LENGTH / 2)[0]).isNotEqualTo(cycle(LENGTH, -1)[0]);
  }

  @Test
  void hash_whenDistinctLabelsInACycleChange_changes() {
    String[] names = new String[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      names[i] = "n" + i;
    }
    Digest before = hash(ring(LENGTH), names)[0];
    names[LENGTH / 2] = "other";
    assertThat(hash(ring(LENGTH), names)[0]).isNotEqualTo(before);
  }

  @Test
  void hash_whenTwoMembersOfACycleSwapLabels_changes() {
    assertThat(hash(ring(4), "a", "b", "c", "d")[0])
        .isNotEqualTo(hash(ring(4), "a", "c", "b", "d")[0]);
  }

  @Test
  void hash_whenUsesAreASet_hasNoOrder() {
    int[][] one = {{1, 2}, {}, {}};
    int[][] two = {{2, 1}, {}, {}};
    Digest[] labels = labels("a", "b", "c");
    boolean[] sets = {true, false, false};
    boolean[] lists = {false, false, false};
    assertThat(GraphHash.of(labels, one, sets)[0]).isEqualTo(GraphHash.of(labels, two, sets)[0]);
    assertThat(GraphHash.of(labels, one, lists)[0])
        .isNotEqualTo(GraphHash.of(labels, two, lists)[0]);
  }

  @Test
  void hash_whenNodesAreNumberedOtherwise_isTheSame() {
    int[][] one = {{1, 2}, {0}, {2}};
    int[][] two = {{2, 1}, {1}, {0}};
    assertThat(hash(one, "a", "b", "c")[0]).isEqualTo(hash(two, "a", "c", "b")[0]);
  }

  @Test
  void components_whenUsed_comeBeforeTheirUsers() {
    int[][] uses = {{1}, {2}, {1, 3}, {}};
    assertThat(Components.of(uses)).extracting(each -> each.length).containsExactly(1, 2, 1);
  }

  private static Digest[] cycle(int length, int odd) {
    String[] names = new String[length];
    for (int i = 0; i < length; i++) {
      names[i] = i == odd ? "odd" : "same";
    }
    return hash(ring(length), names);
  }

  private static int[][] ring(int length) {
    int[][] uses = new int[length][];
    for (int i = 0; i < length; i++) {
      uses[i] = new int[] {(i + 1) % length};
    }
    return uses;
  }

  private static Digest[] hash(int[][] uses, String... names) {
    return GraphHash.of(labels(names), uses, new boolean[uses.length]);
  }

  private static Digest[] labels(String... names) {
    Digest[] labels = new Digest[names.length];
    for (int i = 0; i < names.length; i++) {
      labels[i] = Digest.sha256(names[i]);
    }
    return labels;
  }
}
