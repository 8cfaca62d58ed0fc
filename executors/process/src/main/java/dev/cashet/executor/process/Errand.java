package dev.cashet.executor.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * A task on its way to a process.
 *
 * @param task its name, for the thread
 * @param program the classes it is made of
 * @param home what it needs of its client, as {@link CallWriter} wrote it; empty if there is none
 * @param call the function and its arguments, as {@link CallWriter} wrote them
 */
// Not compared.
record Errand(String task, Program program, byte[] home, byte[] call) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Where classes come from.
   *
   * @param number tells programs of one executor apart
   * @param places addresses of directories and jars, in order
   * @param inMemory whether classes that no place has are made in memory and win over the places
   * @param lasting whether a class of a name stays the same from task to task
   */
  record Program(int number, ArrayList<String> places, boolean inMemory, boolean lasting)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(this);
    } catch (IOException e) {
      throw new IllegalStateException("cannot write a task for another process", e);
    }
    return bytes.toByteArray();
  }

  /** From the program that this process works for, which may run anything here. */
  static Errand decode(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (Errand) in.readObject();
    }
  }
}
