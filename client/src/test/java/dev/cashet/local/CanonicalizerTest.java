package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.canonical.Canonicalizer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What identifies a class can be said from outside, by the builder. */
class CanonicalizerTest {
  @TempDir
  private Path directory;

  /** Something that has no identity by its fields. */
  private static final class Handle {
    private final int id;
    private final Thread owner = Thread.currentThread();

    Handle(int id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id + " of " + owner;
    }
  }

  private record ById(String name) implements Canonicalizer<Handle> {
    @Override
    public Class<Handle> type() {
      return Handle.class;
    }

    @Override
    public Object canonical(Handle value) {
      return value.id;
    }
  }

  private static int id(Handle handle) {
    return handle.id;
  }

  private boolean isHit(String name, int id) {
    try (Cashet cashet =
        Cashet.builder().directory(directory).canonicalizer(new ById(name)).build()) {
      return cashet.submit(CanonicalizerTest::id, new Handle(id)).wasCached();
    }
  }

  @Test
  void canonicalizer_givenToTheBuilder_identifies() {
    assertThat(isHit("handle/1", 1)).isFalse();
    assertThat(isHit("handle/1", 1)).isTrue();
    assertThat(isHit("handle/1", 2)).isFalse();
    assertThat(isHit("handle/2", 1)).as("its name is in the key").isFalse();
  }

  @Test
  void canonicalizer_twoForOneClass_areRefused() {
    assertThatThrownBy(() -> Cashet.builder()
            .directory(directory)
            .canonicalizer(new ById("a"))
            .canonicalizer(new ById("b"))
            .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two canonicalizers");
  }
}
