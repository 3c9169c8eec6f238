package org.tingbok.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.UnavailableException;

/// Writes a file whole or not at all, and never over another.
///
/// It is written beside its place under a name of its own, brought to the disk, and only then given its name. Whoever is
/// killed meanwhile leaves a file that ends in `.part`, which may be deleted.
final class NewFile {
  private NewFile() {
  }

  /// What is written.
  @FunctionalInterface
  interface Writing<T> {
    /// Writes it.
    ///
    /// @param part there is no such file yet
    T to(Path part) throws IOException;
  }

  /// Makes a file.
  ///
  /// @param place where
  /// @param code of the error if there is one already
  /// @param what the file is called in messages, such as "copy"
  /// @param writing what writes it
  /// @return what that gives
  /// @throws BadInputException `code` if there is a file of that name, or another comes to be meanwhile
  /// @throws UnavailableException `COPY_UNWRITABLE` if it cannot be written
  static <T> T make(Path place, String code, String what, Writing<T> writing) {
    if (Files.exists(place)) {
      throw exists(place, code, what);
    }
    Path part = place.resolveSibling(place.getFileName() + "." + ProcessHandle.current().pid() + "-"
        + Thread.currentThread().threadId() + ".part");
    try {
      Files.deleteIfExists(part);
      T written = writing.to(part);
      sync(part, StandardOpenOption.WRITE);
      name(part, place);
      Path folder = place.toAbsolutePath().getParent();
      if (folder != null) {
        syncFolder(folder);
      }
      return written;
    } catch (FileAlreadyExistsException e) {
      throw exists(place, code, what);
    } catch (IOException e) {
      throw new UnavailableException("COPY_UNWRITABLE", "the " + what + " " + place + " cannot be written ("
          + reason(e) + "); nothing was left there", e);
    } finally {
      for (String ending : new String[] {"", "-journal", "-wal", "-shm"}) {
        delete(part.resolveSibling(part.getFileName() + ending));
      }
    }
  }

  /// The place that is meant by the name under which something is written beside it.
  static Path placeOf(Path part) {
    return part.resolveSibling(part.getFileName().toString().replaceFirst("\\.\\d+-\\d+\\.part$", ""));
  }

  /// Why something could not be done, in words.
  static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException _ -> "no such folder";
      case java.nio.file.AccessDeniedException _ -> "no right to write there";
      case java.nio.file.FileSystemException known when known.getReason() != null -> known.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static BadInputException exists(Path place, String code, String what) {
    return new BadInputException(code, "there is a file " + place + " already; it was left as it is: give the " + what
        + " another name");
  }

  /// A second name cannot be given to a file whose name is taken, so nothing is ever replaced.
  private static void name(Path part, Path place) throws IOException {
    try {
      Files.createLink(place, part);
    } catch (UnsupportedOperationException e) {
      Files.move(part, place);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      // A file system without links.
      Files.move(part, place);
    }
  }

  private static void sync(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  private static void syncFolder(Path folder) {
    try {
      sync(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      return; // Some systems do not open folders; the file itself is on the disk.
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      return; // It is named so that a person sees what it is.
    }
  }
}
