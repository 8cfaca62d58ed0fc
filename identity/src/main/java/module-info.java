import org.jspecify.annotations.NullMarked;

/** The identity of a function: its bytecode and everything of the user's that it can reach. */
@NullMarked
module dev.cashet.identity {
  requires transitive dev.cashet.core;
  requires static transitive org.jspecify;
  requires org.objectweb.asm;
  requires org.objectweb.asm.tree;
  requires org.objectweb.asm.tree.analysis;

  exports dev.cashet.identity.bytecode;

  provides dev.cashet.identity.FunctionIdentity with
      dev.cashet.identity.bytecode.BytecodeIdentity;
}
