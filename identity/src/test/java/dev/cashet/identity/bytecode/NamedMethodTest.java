package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Fn1;
import dev.cashet.identity.Target;
import dev.cashet.model.Digest;
import dev.cashet.model.Invocation;
import java.lang.reflect.Executable;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedMethodTest {
  private final BytecodeIdentity identity = new BytecodeIdentity();

  static final class Program {
    private final int n;

    Program(Integer n) {
      this.n = n;
    }

    static int twice(Integer n) {
      return 2 * n;
    }

    int own() {
      return n;
    }
  }

  @Test
  void resolve_whenMethodIsNamed_hasTheIdentityOfItsReference() throws Exception {
    Fn1<Integer, Integer> method = Program::twice;
    Target named = named(Program.class.getDeclaredMethod("twice", Integer.class));
    assertThat(named.name().shortName()).isEqualTo("Program.twice");
    assertThat(named.arguments()).isEmpty();
    assertThat(named.element()).isPresent();
    assertThat(digest(named)).isEqualTo(passed(method, 1));
    Fn1<Integer, Program> constructor = Program::new;
    assertThat(digest(named(Program.class.getDeclaredConstructor(Integer.class))))
        .isEqualTo(passed(constructor, 1));
  }

  @Test
  void resolve_whenMethodIsVirtual_standsForAllThatMayOverrideIt() throws Exception {
    Target own = named(Program.class.getDeclaredMethod("own"));
    assertThat(own.name().shortName()).isEqualTo("Program.own");
    assertThat(identity.identify(own, List.of(), List.of()).record().key().parts())
        .anyMatch(part -> part.name().endsWith("Program.own()"));
    assertThat(digest(own))
        .isNotEqualTo(digest(named(Program.class.getDeclaredMethod("twice", Integer.class))));
  }

  private Target named(Executable code) {
    return identity.resolve(code, Program.class.getClassLoader());
  }

  private Digest passed(Object function, Object argument) {
    return digest(identity.resolve(new Invocation(function, List.of(argument), () -> argument)));
  }

  private Digest digest(Target target) {
    return identity.identify(target, List.of(), List.of()).digest();
  }
}
