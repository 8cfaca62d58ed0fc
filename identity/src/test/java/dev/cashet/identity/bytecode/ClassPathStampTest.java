package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathStampTest {
  private static final String PROPERTY = "java.class.path";

  @TempDir
  Path work;

  private final String before = System.getProperty(PROPERTY);
  private Path jar;

  @BeforeEach
  void set() throws IOException {
    jar = work.resolve("a.jar");
    Files.writeString(jar, "one");
    System.setProperty(PROPERTY, jar + java.io.File.pathSeparator + work);
  }

  @AfterEach
  void reset() {
    System.setProperty(PROPERTY, before);
  }

  @Test
  void read_whenNothingChanged_isTheSame() {
    assertThat(ClassPathStamp.read()).isNotNull().isEqualTo(ClassPathStamp.read());
  }

  @Test
  void read_whenAJarHasOtherBytesOfTheSameSizeAndTime_isAnother() throws IOException {
    ClassPathStamp one = ClassPathStamp.read();
    FileTime time = Files.getLastModifiedTime(jar);
    ClassPathStamp two = one;
    // until the clock of the file system has moved on, which a stamp that is kept waits for as well
    while (two.equals(one)) {
      Files.writeString(jar, "two");
      Files.setLastModifiedTime(jar, time);
      two = ClassPathStamp.read();
    }
    assertThat(Files.getLastModifiedTime(jar)).isEqualTo(time);
    assertThat(two.text()).isNotEqualTo(one.text());
  }

  @Test
  void isSettled_whenAJarChangedMomentsAgo_isFalse() throws IOException {
    ClassPathStamp stamp = ClassPathStamp.read();
    long changed = Files.getLastModifiedTime(jar).toMillis();

    assertThat(stamp.isSettled(changed + 1_000)).isFalse();
    assertThat(stamp.isSettled(changed + 60_000)).isTrue();
  }

  @Test
  void isComplete_whenAJarNamesOthers_isFalse() throws IOException {
    write(new Manifest());
    assertThat(ClassPathStamp.read().isComplete()).isTrue();

    Manifest naming = new Manifest();
    naming.getMainAttributes().put(Attributes.Name.CLASS_PATH, "b.jar");
    write(naming);
    assertThat(ClassPathStamp.read().isComplete()).isFalse();
  }

  private void write(Manifest manifest) throws IOException {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      entries.flush();
    }
  }
}
