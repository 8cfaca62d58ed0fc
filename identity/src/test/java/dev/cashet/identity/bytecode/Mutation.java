package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * One instruction of one method made another.
 *
 * @param name class, method, number of the instruction and what was done to it: how it is known in the list of equivalent
 *     ones
 * @param owner internal name of the class
 * @param bytes the class with the change
 */
@SuppressWarnings("ArrayRecordComponent")
record Mutation(String name, String owner, byte[] bytes) {
  /** A mutation of the method, chosen by chance; empty if nothing in it can be changed. */
  static Optional<Mutation> of(byte[] original, String selector, Random random) {
    ClassNode type = new ClassNode();
    new ClassReader(original).accept(type, 0);
    MethodNode method = type.methods.stream()
        .filter(each -> (each.name + each.desc).equals(selector))
        .findFirst()
        .orElseThrow();
    List<Mutator> possible = new ArrayList<>();
    List<AbstractInsnNode> sites = new ArrayList<>();
    for (AbstractInsnNode site : method.instructions) {
      for (Mutator mutator : Mutator.values()) {
        if (mutator.applies(type, method, site)) {
          possible.add(mutator);
          sites.add(site);
        }
      }
    }
    if (sites.isEmpty()) {
      return Optional.empty();
    }
    int chosen = random.nextInt(sites.size());
    int number = method.instructions.indexOf(sites.get(chosen));
    possible.get(chosen).apply(type, method, sites.get(chosen));
    method.maxStack += 2;
    ClassWriter out = new ClassWriter(0);
    type.accept(out);
    String name = type.name + "." + selector + " #" + number + " " + possible.get(chosen);
    return Optional.of(new Mutation(name, type.name, out.toByteArray()));
  }
}
