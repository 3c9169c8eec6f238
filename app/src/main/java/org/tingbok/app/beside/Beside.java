package org.tingbok.app.beside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.tingbok.app.desk.CardJson;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.UnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A folder beside a ledger, made when the first file is written. Safe for use by several threads.
///
/// @param folder where it is; need not be there
public record Beside(Path folder) {
  /// The folder of a ledger.
  ///
  /// @param working the working folder
  /// @param address where the ledger is: a path, or the address of a database
  /// @return the folder `NAME-beside` next to a file; in the working folder for a database
  public static Beside of(Path working, String address) {
    if (address.contains("://")) {
      String bare = address.replaceFirst("//[^@/]*@", "//");
      return new Beside(working.resolve("tingbok-"
          + ContentId.sha256(bare.getBytes(StandardCharsets.UTF_8)).substring(0, 12) + "-beside"));
    }
    Path file = working.resolve(address);
    return new Beside(file.resolveSibling(file.getFileName() + "-beside"));
  }

  /// Reads a file.
  ///
  /// @param name its name
  /// @param type what it holds
  /// @param <T> what it holds
  /// @return empty if it is not there
  /// @throws UnavailableException `BESIDE_UNREADABLE` if it is there and cannot be read
  public <T> Optional<T> read(String name, Class<T> type) {
    Path file = folder.resolve(name);
    try {
      return Optional.of(JsonMapper.shared().readValue(Files.readAllBytes(file), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JacksonException e) {
      throw new UnavailableException("BESIDE_UNREADABLE", file + " cannot be read (" + firstLine(e)
          + "); mend it, or move it away to begin anew", e);
    }
  }

  /// Writes a file; it is there whole or as it was before, and for its owner only.
  ///
  /// @param name its name
  /// @param content what it is to hold
  /// @throws UnavailableException `BESIDE_UNWRITABLE` if it cannot
  public synchronized void write(String name, Object content) {
    try {
      make();
      Path fresh = Files.createTempFile(folder, "new-", ".tmp"); // for its owner only, where that can be told
      Files.write(fresh, CardJson.bytes(content));
      Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UnavailableException("BESIDE_UNWRITABLE", "cannot write in " + folder + " (" + firstLine(e)
          + "); make room, or ask for the right to write there", e);
    }
  }

  /// A folder within, made if it is not there.
  ///
  /// @param name its name
  /// @return where it is
  /// @throws IOException if it cannot be made
  public synchronized Path room(String name) throws IOException {
    make();
    return Files.createDirectories(folder.resolve(name));
  }

  /// Where a file is or can be made, for its owner only.
  ///
  /// @param name its name
  /// @return its place; it need not be there, its folder is
  /// @throws IOException if the folder cannot be made
  public synchronized Path place(String name) throws IOException {
    make();
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    restrict(file, "rw-------");
    return file;
  }

  private void make() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      restrict(folder, "rwx------");
    }
  }

  private static void restrict(Path path, String rights) throws IOException {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    } catch (UnsupportedOperationException e) {
      // The file system knows no such rights.
    }
  }

  private static String firstLine(Exception e) {
    String message = e instanceof FileSystemException file && file.getReason() != null ? file.getReason()
        : String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
