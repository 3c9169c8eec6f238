package org.tingbok.app.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import org.tingbok.exchange.containers.Endings;
import org.tingbok.exchange.containers.Kind;
import org.tingbok.exchange.imports.Imports;

/// Finds what is to be read: files, folders with all that is below them, globs, and `-` for standard input.
///
/// Follows links; a link that leads back to a folder it lies in is named once and not followed. The same file is read
/// once, however many ways lead to it. Not safe for use by several threads; one search each.
public final class InputFinder {
  private final Path folder;
  private final List<Source> sources = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final SortedMap<String, Integer> passedOver = new TreeMap<>();
  private final Set<Path> seenFiles = new HashSet<>();
  private final Set<Path> seenFolders = new HashSet<>();
  private final Set<Path> loops = new HashSet<>();
  private boolean standardInput;
  private int alreadySeen;

  private InputFinder(Path folder) {
    this.folder = folder;
  }

  /// Finds what some words mean.
  ///
  /// @param words paths, globs or `-`, as typed
  /// @param folder the working folder that relative paths start from
  /// @return what is to be read and what is not
  public static Found find(List<String> words, Path folder) {
    InputFinder finder = new InputFinder(folder);
    for (String word : words) {
      finder.word(word);
    }
    return new Found(finder.sources, finder.troubles, finder.passedOver);
  }

  private void word(String word) {
    if (word.equals("-")) {
      if (!standardInput) {
        sources.add(Source.STANDARD_INPUT);
      }
      standardInput = true;
      return;
    }
    Path path;
    try {
      path = Path.of(word);
    } catch (InvalidPathException e) {
      trouble("PATH_UNREADABLE", "'" + word + "' is no path: " + e.getReason() + "; check the spelling");
      return;
    }
    Path located = folder.resolve(path);
    if (Files.exists(located, LinkOption.NOFOLLOW_LINKS)) {
      named(located, path);
    } else if (word.matches(".*[*?\\[{].*")) {
      glob(word);
    } else {
      trouble("PATH_MISSING", "no file or folder " + word + "; check the spelling, or quote a glob");
    }
  }

  /// A path that was typed: read whatever its kind.
  private void named(Path located, Path name) {
    if (Files.isDirectory(located)) {
      int before = sources.size() + troubles.size() + alreadySeen;
      walk(located, name, new ArrayDeque<>());
      if (sources.size() + troubles.size() + alreadySeen == before) {
        trouble("FOLDER_EMPTY", "nothing to read in the folder " + name
            + "; it needs files ending in .txt, .md, .html, .pdf, .docx, .eml, .mbox or .warc.gz");
      }
    } else {
      file(located, name, true);
    }
  }

  private void glob(String word) {
    int first = 0;
    while (first < word.length() && "*?[{".indexOf(word.charAt(first)) < 0) {
      first++;
    }
    int slash = word.lastIndexOf('/', first);
    Path base = Path.of(slash < 0 ? "" : word.substring(0, slash + 1));
    PathMatcher matcher;
    try {
      matcher = base.getFileSystem().getPathMatcher("glob:" + word);
    } catch (PatternSyntaxException e) {
      trouble("GLOB_UNREADABLE", "'" + word + "' is no glob: " + e.getDescription() + "; close its brackets");
      return;
    }
    List<Path> matches = new ArrayList<>();
    Path start = folder.resolve(base);
    try (var below = Files.walk(start)) {
      below.forEach(path -> {
        Path name = base.resolve(start.relativize(path));
        if (matcher.matches(name)) {
          matches.add(name);
        }
      });
    } catch (IOException | java.io.UncheckedIOException e) {
      trouble("PATH_MISSING", "cannot look through " + (base.toString().isEmpty() ? "." : base) + " for " + word
          + "; check that the folder is there and may be opened");
      return;
    }
    matches.sort(Comparator.comparing(Path::toString));
    if (matches.isEmpty()) {
      trouble("GLOB_EMPTY", "nothing matches " + word + "; check the pattern, ** reaches into folders");
    }
    for (Path match : matches) {
      named(folder.resolve(match), match);
    }
  }

  private void walk(Path located, Path name, Deque<Path> above) {
    Path real;
    try {
      real = located.toRealPath();
    } catch (IOException e) {
      unreachable(located, name);
      return;
    }
    if (above.contains(real)) {
      if (loops.add(real)) {
        trouble("LINK_LOOP", "the link " + name + " leads back to a folder that it lies in; it is not followed");
      }
      return;
    }
    if (!seenFolders.add(real)) {
      alreadySeen++;
      return;
    }
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(located)) {
      stream.forEach(entries::add);
    } catch (AccessDeniedException e) {
      trouble("PATH_FORBIDDEN", "may not open the folder " + name + "; ask for the right to read it");
      return;
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      trouble("PATH_UNREADABLE", "cannot list the folder " + name + "; check the disk");
      return;
    }
    entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
    above.push(real);
    for (Path entry : entries) {
      String last = entry.getFileName().toString();
      Path entryName = name.toString().equals(".") ? Path.of(last) : name.resolve(last);
      if (Files.isDirectory(entry)) {
        if (!last.startsWith(".")) {
          walk(entry, entryName, above);
        }
      } else if (last.startsWith(".")) {
        passedOver.merge("hidden", 1, Integer::sum);
      } else if (Endings.passedOver(Endings.of(last)) && !Files.isSymbolicLink(entry) && !imported(entry, last)
          && !container(entry, last)) {
        passedOver.merge(Endings.of(last), 1, Integer::sum);
      } else {
        file(entry, entryName, false);
      }
    }
    above.pop();
  }

  /// Whether a file of a kind that is passed over is one in which a tool hands over what reports say.
  private static boolean imported(Path located, String last) {
    if (!Endings.toldByItsBeginning(Endings.of(last))) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(located)) {
      return Imports.recognised(last, stream.readNBytes(Imports.HEAD));
    } catch (IOException e) {
      return true; // whoever reads it tells why it cannot be read
    }
  }

  /// Whether a file of a kind that is passed over holds reports after all.
  private static boolean container(Path located, String last) {
    try {
      return Kind.perhaps(Endings.of(last)) && Arrivals
          .kind(new Source(last, Optional.of(located)), () -> new byte[0]).isPresent();
    } catch (IOException e) {
      return true; // whoever reads it tells why it cannot be read
    }
  }

  private void file(Path located, Path name, boolean typed) {
    Path real;
    try {
      real = located.toRealPath();
    } catch (IOException e) {
      unreachable(located, name);
      return;
    }
    if (!typed && !Files.isRegularFile(real)) {
      trouble("PATH_NO_FILE", name + " is neither file nor folder; name it on the command line to read it anyway");
    } else if (seenFiles.add(real)) {
      sources.add(new Source(name.toString(), Optional.of(located)));
    } else {
      alreadySeen++;
    }
  }

  /// A link that leads nowhere, or in a circle; links of one circle are named once.
  private void unreachable(Path located, Path name) {
    Set<Path> chain = new HashSet<>();
    Path link = located.toAbsolutePath().normalize();
    try {
      while (Files.isSymbolicLink(link)) {
        if (!chain.add(link)) {
          if (java.util.Collections.disjoint(loops, chain)) {
            trouble("LINK_LOOP", "the link " + name + " leads back to itself; it is not followed");
          }
          loops.addAll(chain);
          return;
        }
        link = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
      }
      trouble("LINK_DANGLING", "the link " + name + " leads nowhere; mend or remove it");
    } catch (FileSystemException e) {
      trouble("PATH_FORBIDDEN", "may not follow " + name + "; ask for the right to read it");
    } catch (IOException e) {
      trouble("PATH_UNREADABLE", "cannot follow " + name + "; check the disk");
    }
  }

  private void trouble(String code, String message) {
    troubles.add(new Trouble(code, message));
  }
}
