package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.util.List;
import java.util.Set;

/**
 * The canonical form of a method, a class's shape or a part of a static initialiser.
 *
 * @param digest of what the class file alone says
 * @param holes what the rest of the program says
 * @param mentions all classes that are named, the platform's left out: their libraries count
 */
record Form(Digest digest, List<Hole> holes, Set<String> mentions) {
  Form {
    holes = List.copyOf(holes);
    mentions = Set.copyOf(mentions);
  }
}
