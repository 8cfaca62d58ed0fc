package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Fn0;
import dev.cashet.canonical.UnhashableException;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.Target;
import dev.cashet.model.Invocation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ResolverTest {
  private final FunctionIdentity identity = new BytecodeIdentity();

  static int twice(int number) {
    return 2 * number;
  }

  static int seven() {
    return 7;
  }

  int mine() {
    return 1;
  }

  @Test
  void serviceLoader_whenAsked_findsTheIdentity() {
    assertThat(ServiceLoader.load(FunctionIdentity.class))
        .hasAtLeastOneElementOfType(BytecodeIdentity.class);
  }

  @Test
  void resolve_whenMethodReference_namesTheMethod() throws Exception {
    Target target = resolve(ResolverTest::seven);
    assertThat(target.name().shortName()).isEqualTo("ResolverTest.seven");
    assertThat(target.name().qualifiedName()).isEqualTo(getClass().getName() + ".seven");
    assertThat(target.element().orElseThrow())
        .isEqualTo(ResolverTest.class.getDeclaredMethod("seven"));
    assertThat(target.arguments()).isEmpty();
    assertThat(target.loader()).isSameAs(getClass().getClassLoader());
  }

  @Test
  void resolve_whenBoundReference_hasTheReceiverFirst() {
    Target target = resolve(this::mine);
    assertThat(target.arguments()).containsExactly(new Target.Parameter("this", this));
  }

  @Test
  void resolve_whenLambdaIsMoreThanACall_isNamedAfterItsMethod() {
    int local = 20;
    Target target = resolve(() -> twice(local) + 2);
    assertThat(target.name().shortName())
        .startsWith("ResolverTest.resolve_when")
        .endsWith("/λ");
    assertThat(target.arguments()).extracting(Target.Parameter::value).containsExactly(20);
  }

  @Test
  void resolve_whenNamedClass_findsItsMethodAndItself() throws Exception {
    Named named = new Named(3);
    Target target = resolve(named);
    Method call = Named.class.getDeclaredMethod("call");
    assertThat(target.name().shortName()).isEqualTo("Named.call");
    assertThat(target.element().orElseThrow()).isEqualTo(call);
    assertThat(target.arguments()).extracting(Target.Parameter::value).containsExactly(named);
  }

  @Test
  void resolve_whenLambdaIsNotSerializable_saysTheWayOut() {
    Supplier<Integer> plain = () -> 1;
    assertThatThrownBy(() -> identity.resolve(new Invocation(plain, List.of(), plain::get)))
        .isInstanceOf(UnhashableException.class)
        .hasMessageContaining("not Serializable")
        .hasMessageContaining("named class");
  }

  @Test
  void resolve_whenProxy_saysTheWayOut() {
    Object proxy = java.lang.reflect.Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {Fn0.class}, (self, method, args) -> 1);
    assertThatThrownBy(() -> identity.resolve(new Invocation(proxy, List.of(), () -> 1)))
        .isInstanceOf(UnhashableException.class)
        .hasMessageContaining("proxy");
  }

  @Test
  void isFunction_whenLambda_isTrueAndOtherwiseFalse() {
    Fn0<Integer> lambda = () -> 1;
    assertThat(identity.isFunction(lambda)).isTrue();
    assertThat(identity.isFunction(new Named(1))).isFalse();
    assertThat(identity.isFunction("text")).isFalse();
  }

  private Target resolve(Fn0<?> function) {
    return identity.resolve(new Invocation(function, List.of(), function::call));
  }

  record Named(int number) implements Fn0<Integer> {
    @Override
    public Integer call() {
      return number;
    }
  }
}
