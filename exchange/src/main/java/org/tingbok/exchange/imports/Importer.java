package org.tingbok.exchange.imports;

/// A format that says claims itself, so that nobody has to read them out of prose. Safe for use by several threads.
public interface Importer {
  /// Whether a file is of this format: told by what stands in it, whatever it is called. A file that names the format and
  /// is broken is of it, too.
  ///
  /// @param name what the file is called
  /// @param bytes the file, or the first [Imports#HEAD] bytes of it
  /// @return true if nobody else should read it
  boolean recognises(String name, byte[] bytes);

  /// Reads a file. The same bytes come to the same, under whatever name.
  ///
  /// @param name what the file is called; the source of its documents
  /// @param bytes the file
  /// @return what it says
  /// @throws org.tingbok.vocabulary.BadInputException if the file as a whole is refused
  Imported read(String name, byte[] bytes);
}
