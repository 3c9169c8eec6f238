package org.tingbok.scale;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.tingbok.exchange.containers.Endings;
import org.tingbok.exchange.containers.Kind;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.UnavailableException;

/// The files of a corpus, put into parts of about the same weight. Which file comes first is told by paths alone, so that the
/// same corpus is the same in however many parts. Immutable.
///
/// @param parts each the files that one task reads, one after another
record Corpus(List<List<File>> parts) {
  static final String PARQUET = ".parquet";

  Corpus {
    parts = parts.stream().map(List::copyOf).toList();
  }

  /// A file.
  ///
  /// @param number its place among all files, from 0
  /// @param address where it lies, as Hadoop has it
  /// @param name what it is called in the ledger
  /// @param length in bytes
  record File(long number, String address, String name, long length) {
    /// The file as one line of text.
    String line() {
      return number + "\t" + length + "\t" + address + "\t" + name;
    }

    static File of(String line) {
      String[] cells = line.split("\t", 4);
      return new File(Long.parseLong(cells[0]), cells[2], cells[3], Long.parseLong(cells[1]));
    }
  }

  private record Found(String address, String name, long length) {
  }

  /// Finds the files that words name: files, folders with all that is below them, globs; on the local disk, HDFS or any other file
  /// system that the cluster knows.
  ///
  /// @param words paths and addresses; what comes first is the earlier document of two of the same bytes
  /// @param parts how many parts are wanted
  /// @throws NotFoundException `PATH_MISSING` if a word names nothing
  static Corpus find(List<String> words, int parts, Configuration configuration) {
    List<Found> found = new ArrayList<>();
    for (String word : words) {
      try {
        Path path = new Path(word);
        FileSystem system = path.getFileSystem(configuration);
        FileStatus[] matches = system.globStatus(path);
        if (matches == null || matches.length == 0) {
          throw missing(word);
        }
        for (FileStatus match : matches) {
          // Neither a glob nor an address of this machine's disk, which is a path like any other.
          boolean itself = system.makeQualified(path).equals(match.getPath()) && !word.startsWith("file:");
          add(match, itself ? word : name(match), true, system, found);
        }
      } catch (FileNotFoundException e) {
        throw missing(word);
      } catch (IOException e) {
        throw new UnavailableException("PATH_UNREADABLE", "cannot look into " + word + " (" + e.getMessage()
            + "); check the address and the rights", e);
      }
    }
    return parted(found, parts);
  }

  private static NotFoundException missing(String word) {
    return new NotFoundException("PATH_MISSING", "there is nothing at " + word + "; check the path");
  }

  private static String name(FileStatus match) {
    URI uri = match.getPath().toUri();
    return "file".equals(uri.getScheme()) ? uri.getPath() : uri.toString();
  }

  private static void add(FileStatus one, String name, boolean named, FileSystem system, List<Found> found)
      throws IOException {
    String last = one.getPath().getName();
    if (one.isDirectory()) {
      List<FileStatus> below = new ArrayList<>(List.of(system.listStatus(one.getPath())));
      below.sort(Comparator.comparing(file -> file.getPath().getName()));
      for (FileStatus each : below) {
        String own = each.getPath().getName();
        if (!own.startsWith(".") && !own.startsWith("_")) {
          add(each, name.endsWith("/") ? name + own : name + "/" + own, false, system, found);
        }
      }
    } else if (named || readable(last)) {
      found.add(new Found(one.getPath().toString(), name, one.getLen()));
    }
  }

  private static boolean readable(String last) {
    String ending = Endings.of(last);
    return !Endings.passedOver(ending) || Kind.perhaps(ending) || ending.equals(PARQUET);
  }

  /// Files in a row until a part has its share of the bytes.
  private static Corpus parted(List<Found> found, int parts) {
    long all = found.stream().mapToLong(Found::length).sum();
    long share = Math.max(1, (all + parts - 1) / parts);
    List<List<File>> result = new ArrayList<>();
    List<File> part = new ArrayList<>();
    long weight = 0;
    for (int i = 0; i < found.size(); i++) {
      part.add(new File(i, found.get(i).address(), found.get(i).name(), found.get(i).length()));
      weight += found.get(i).length();
      if (weight >= share) {
        result.add(part);
        part = new ArrayList<>();
        weight = 0;
      }
    }
    if (!part.isEmpty()) {
      result.add(part);
    }
    return new Corpus(result);
  }
}
