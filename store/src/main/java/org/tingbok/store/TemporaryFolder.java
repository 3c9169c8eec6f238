package org.tingbok.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.tingbok.vocabulary.UnavailableException;

/// A folder for files that nobody keeps, open to nobody but its owner. It is gone with all that is in it when it is closed
/// and, where that does not come to pass, when the program is stopped by Ctrl-C; only a program that is killed leaves it.
///
/// Safe for use by several threads.
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;
  private final Thread sweeper;

  private TemporaryFolder(Path path) {
    this.path = path;
    this.sweeper = new Thread(() -> sweep(path), "sweep");
  }

  /// A folder where this machine keeps temporary files.
  ///
  /// @param prefix how its name begins
  /// @return empty, there until closed
  /// @throws UnavailableException `TEMPORARY_UNWRITABLE` if none can be made
  public static TemporaryFolder of(String prefix) {
    return in(Path.of(System.getProperty("java.io.tmpdir")), prefix);
  }

  /// A folder in another.
  ///
  /// @param parent where it is made
  /// @param prefix how its name begins
  /// @return empty, there until closed
  /// @throws UnavailableException `TEMPORARY_UNWRITABLE` if none can be made
  public static TemporaryFolder in(Path parent, String prefix) {
    try {
      TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(parent, prefix));
      Runtime.getRuntime().addShutdownHook(folder.sweeper);
      return folder;
    } catch (IOException e) {
      throw new UnavailableException("TEMPORARY_UNWRITABLE",
          "no temporary folder can be made (" + NewFile.reason(e) + "); make room, or set TMPDIR", e);
    }
  }

  /// Where it is.
  ///
  /// @return its path
  public Path path() {
    return path;
  }

  /// Removes it with all that is in it; what cannot be removed lies among the temporary files, which the machine clears.
  @Override
  public void close() {
    sweep(path);
    try {
      Runtime.getRuntime().removeShutdownHook(sweeper);
    } catch (IllegalStateException e) {
      return; // The program ends, and the hook finds nothing.
    }
  }

  /// Removes a folder that lies in a temporary one before that is closed.
  ///
  /// @param folder the folder; nothing happens if it is not there
  public static void sweep(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var below = Files.walk(folder)) {
      List<Path> inside = below.sorted(Comparator.reverseOrder()).toList();
      for (Path one : inside) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      return; // Somebody writes there, or may not delete: the machine clears it.
    }
  }
}
