package org.tingbok.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.misp.MispFeed;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.UnavailableException;

/// A folder that holds a feed of MISP. It is written whole or not at all: what changed is put down beside its place, then takes its
/// place, the manifest last, so that whoever reads while it is written finds a feed.
final class FeedFolder {
  private static final String PART = ".part";

  private final Path folder;
  private final String typed;

  /// A folder.
  ///
  /// @param folder where it is, or is to be made
  /// @param typed as it was typed
  FeedFolder(Path folder, String typed) {
    this.folder = folder;
    this.typed = typed;
  }

  /// What writing changed.
  ///
  /// @param events how many events there are
  /// @param written how many of them were written
  /// @param dropped how many are no longer there
  record Written(int events, int written, int dropped) {
  }

  Written write(Extract extract) {
    refuseForeign();
    try {
      Set<String> before = file(MispFeed.MANIFEST).map(MispFeed::listed).orElse(Set.of());
      MispFeed feed = MispFeed.of(extract, name -> before.contains(name) ? file(name) : Optional.empty());
      Map<String, byte[]> changed = new LinkedHashMap<>();
      feed.files().forEach((name, bytes) -> {
        if (!file(name).map(old -> Arrays.equals(old, bytes)).orElse(false)) {
          changed.put(name, bytes);
        }
      });
      Set<String> gone = new TreeSet<>(before);
      gone.removeAll(feed.files().keySet());
      Files.createDirectories(folder);
      put(changed);
      for (String name : gone) {
        Files.deleteIfExists(folder.resolve(name));
      }
      int events = (int) changed.keySet().stream()
          .filter(name -> !name.equals(MispFeed.MANIFEST) && !name.equals(MispFeed.HASHES)).count();
      return new Written(feed.size(), events, gone.size());
    } catch (IOException | UncheckedIOException e) {
      throw new UnavailableException("EXPORT_UNWRITABLE", "the feed cannot be written to " + typed + " ("
          + e.getMessage() + "); name a folder that takes files", e);
    }
  }

  /// Nothing of anybody else's is written into, or over.
  private void refuseForeign() {
    if (!Files.exists(folder)) {
      return;
    }
    boolean feed = Files.isDirectory(folder) && (Files.exists(folder.resolve(MispFeed.MANIFEST)) || empty());
    if (!feed) {
      throw new BadInputException("EXPORT_FOLDER",
          typed + " holds something else than a feed of MISP; name a new or an empty folder");
    }
  }

  private boolean empty() {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UnavailableException("EXPORT_UNWRITABLE",
          "the folder " + typed + " cannot be listed (" + e.getMessage() + ")", e);
    }
  }

  private Optional<byte[]> file(String name) {
    try {
      Path path = folder.resolve(name);
      return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(Map<String, byte[]> files) throws IOException {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(folder.resolve("." + file.getKey() + PART), file.getValue());
      }
      for (String name : files.keySet()) {
        Files.move(folder.resolve("." + name + PART), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (String name : files.keySet()) {
        Files.deleteIfExists(folder.resolve("." + name + PART));
      }
    }
  }
}
