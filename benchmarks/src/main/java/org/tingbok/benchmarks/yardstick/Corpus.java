package org.tingbok.benchmarks.yardstick;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.tingbok.vocabulary.NotFoundException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of a set: of a folder, of a packed archive, or one file alone.
///
/// Immutable once opened; everything is held in memory.
final class Corpus {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int BLOCK = 512; // of a tar archive

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private Corpus() {
  }

  /// Opens a set.
  ///
  /// @param data the file, the unpacked folder, or a folder that holds the file at some depth
  /// @param name the file's name; empty to take all of the folder
  /// @return its files, those of an archive by their path in it
  /// @throws NotFoundException `YARDSTICK_DATA` if the folder does not hold it
  static Corpus open(Path data, String name) {
    Corpus corpus = new Corpus();
    try {
      Path file = data;
      if (Files.isDirectory(data) && !name.isEmpty() && !Files.isDirectory(data.resolve("text"))) {
        Optional<Path> inside = find(data, name);
        if (inside.isEmpty()) {
          throw new NotFoundException("YARDSTICK_DATA", data + " holds no " + name);
        }
        file = inside.get();
      }
      if (Files.isDirectory(file)) {
        corpus.folder(file);
      } else {
        corpus.file(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return corpus;
  }

  /// The files of two sets together.
  Corpus with(Corpus other) {
    Corpus both = new Corpus();
    both.files.putAll(files);
    both.files.putAll(other.files);
    return both;
  }

  /// The packed file, or the folder of its name without the endings.
  private static Optional<Path> find(Path data, String name) throws IOException {
    String bare = name.replaceFirst("\\.(tar\\.gz|jsonl\\.gz)$", "");
    try (Stream<Path> paths = Files.walk(data)) {
      return paths.filter(path -> {
        Path last = path.getFileName();
        return last != null && (last.toString().equals(name)
            || last.toString().equals(bare) && Files.isDirectory(path) || last.toString().equals(bare + ".jsonl"));
      }).min((a, b) -> a.getNameCount() != b.getNameCount() ? a.getNameCount() - b.getNameCount() : a.compareTo(b));
    }
  }

  private void folder(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
  }

  private void file(Path file) throws IOException {
    String name = file.toString();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
        tar(in);
      } else {
        files.put(name, in.readAllBytes());
      }
    }
  }

  private void tar(InputStream in) throws IOException {
    for (byte[] head = in.readNBytes(BLOCK); head.length == BLOCK && head[0] != 0; head = in.readNBytes(BLOCK)) {
      String prefix = head[257] == 'u' ? field(head, 345, 155) : "";
      String name = prefix.isEmpty() ? field(head, 0, 100) : prefix + "/" + field(head, 0, 100);
      int size = Integer.parseInt(field(head, 124, 12).strip(), 8);
      byte[] bytes = in.readNBytes(size);
      in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      char type = (char) head[156];
      if (type == 'x') { // likewise, as one of several lines `LENGTH path=NAME` (POSIX.1-2001)
        String named = path(new String(bytes, StandardCharsets.UTF_8));
        head = in.readNBytes(BLOCK);
        size = Integer.parseInt(field(head, 124, 12).strip(), 8);
        name = named.isEmpty() ? field(head, 0, 100) : named;
        bytes = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        type = (char) head[156];
      }
      if (type == 'L') { // a name too long for its field comes as a file of its own, before the file
        byte[] next = in.readNBytes(BLOCK);
        size = Integer.parseInt(field(next, 124, 12).strip(), 8);
        name = new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
        bytes = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        type = (char) next[156];
      }
      if (type == '0' || type == 0) {
        files.put(name, bytes);
      }
    }
  }

  private static String path(String lines) {
    return lines.lines().filter(line -> line.contains(" path=")).map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst().orElse("");
  }

  private static String field(byte[] head, int from, int length) {
    int end = from;
    while (end < from + length && head[end] != 0) {
      end++;
    }
    return new String(head, from, end - from, StandardCharsets.UTF_8);
  }

  /// The texts whose path holds some words and ends in some way.
  ///
  /// @param holds part of the path, such as `/dev/text/`
  /// @param ends how it ends
  /// @return by path, in order
  SortedMap<String, String> texts(String holds, String ends) {
    SortedMap<String, String> texts = new TreeMap<>();
    files.forEach((name, bytes) -> {
      if (("/" + name).contains(holds) && name.endsWith(ends)) {
        texts.put(name, new String(bytes, StandardCharsets.UTF_8));
      }
    });
    return texts;
  }

  /// The lines of all files that end in some way, each as JSON.
  ///
  /// @param ends how a path ends; empty for all
  /// @return in order
  List<JsonNode> lines(String ends) {
    List<JsonNode> nodes = new ArrayList<>();
    files.forEach((name, bytes) -> {
      if (name.endsWith(ends)) {
        new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
            .forEach(line -> nodes.add(JSON.readTree(line)));
      }
    });
    return nodes;
  }

  /// A file's JSON.
  static JsonNode json(String text) {
    return JSON.readTree(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
