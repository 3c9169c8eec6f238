package org.tingbok.exchange.containers;

import java.util.Locale;
import java.util.Set;

/// What the ending of a file name says about whether it is read.
///
/// A file that is named on the command line is always tried. In a folder, well-known kinds that hold no report are passed
/// over; a file of an unknown kind is tried, so that nothing is lost because of its name.
public final class Endings {
  /// The largest text, Markdown or HTML file that is read, in bytes.
  public static final long LARGEST_TEXT = 16L << 20;
  /// The largest PDF or DOCX file that is read, in bytes; most of such a file is pictures.
  public static final long LARGEST_CONTAINER = 64L << 20;

  private static final Set<String> READ =
      Set.of(".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".mbox");
  /// What holds much more than its words; bundles of objects among them.
  private static final Set<String> UNPACKED_WHOLE = Set.of(".pdf", ".docx", ".json");
  /// Data that other tools may have written for us.
  private static final Set<String> TOLD_BY_BEGINNING = Set.of(".json", ".csv", ".tsv");
  private static final Set<String> PASSED_OVER = Set.of(
      // data and settings
      ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".xml", ".yaml", ".yml", ".toml", ".ini", ".properties", ".sql",
      ".parquet", ".avro", ".log", ".bib", ".ris",
      // pictures, sound, film, type
      ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".ico", ".heic", ".avif", ".mp3",
      ".wav", ".ogg", ".mp4", ".mov", ".avi", ".webm", ".mkv", ".woff", ".woff2", ".ttf", ".otf",
      // archives and programs
      ".zip", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar", ".jar", ".class", ".exe", ".dll", ".so",
      ".dylib", ".o", ".a", ".pyc", ".wasm", ".iso", ".dmg", ".warc",
      // code
      ".java", ".py", ".js", ".mjs", ".ts", ".css", ".scss", ".c", ".h", ".cc", ".cpp", ".rs", ".go", ".sh", ".bat",
      ".rb", ".php", ".kt", ".jte",
      // other offices' files, ledgers, left-overs
      ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".db", ".sqlite", ".ledger", ".ledger-wal", ".ledger-shm",
      ".lock", ".tmp", ".bak", ".swp");

  private Endings() {
  }

  /// The ending with its dot, in lower case.
  ///
  /// @param fileName the last name of a path
  /// @return empty where there is none
  public static String of(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot <= 0 ? "" : fileName.substring(dot).toLowerCase(Locale.ROOT);
  }

  /// Whether a folder's file of this ending is left alone.
  ///
  /// @param ending an ending as [#of] gives it
  /// @return whether it is
  public static boolean passedOver(String ending) {
    return PASSED_OVER.contains(ending);
  }

  /// Whether some files of this ending are read, as what they begin with tells.
  ///
  /// @param ending an ending as [#of] gives it
  /// @return whether some are
  public static boolean toldByItsBeginning(String ending) {
    return TOLD_BY_BEGINNING.contains(ending);
  }

  /// Whether reports commonly have this ending.
  ///
  /// @param ending an ending as [#of] gives it
  /// @return whether they have
  public static boolean read(String ending) {
    return READ.contains(ending);
  }

  /// Whether such files hold much more than their text, pictures above all.
  ///
  /// @param ending an ending as [#of] gives it
  /// @return whether they do
  public static boolean container(String ending) {
    return UNPACKED_WHOLE.contains(ending);
  }

  /// How large a file that is one report may be.
  ///
  /// @param fileName the last name of its path
  /// @return in bytes
  public static long largest(String fileName) {
    return container(of(fileName)) ? LARGEST_CONTAINER : LARGEST_TEXT;
  }
}
