package org.tingbok.exchange.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.document.Document;
import org.tingbok.exchange.coders.CfrImporter;
import org.tingbok.exchange.coders.EurepocImporter;
import org.tingbok.exchange.misp.MispImporter;
import org.tingbok.exchange.stix.StixImporter;
import org.tingbok.exchange.stix.StixWriter;

/// All formats that say claims themselves.
public final class Imports {
  private static final List<Importer> ALL =
      List.of(new StixImporter(), new MispImporter(), new EurepocImporter(), new CfrImporter());

  /// The media types that documents made of these files bear.
  private static final Set<String> MADE =
      Set.of(StixWriter.MEDIA_TYPE, MispImporter.MEDIA_TYPE, Sheet.MEDIA_TYPE);
  private static final Set<String> QUOTED = Set.of(StixWriter.MEDIA_TYPE, MispImporter.MEDIA_TYPE);

  /// By how many bytes of it a file is recognised.
  public static final int HEAD = 1 << 16;

  private Imports() {
  }

  /// Whether a file is of one of the formats.
  ///
  /// @param name what it is called
  /// @param head the first [#HEAD] bytes of it, or all of it
  /// @return whether [#read] reads it
  public static boolean recognised(String name, byte[] head) {
    byte[] utf8 = JsonBytes.utf8(head);
    return ALL.stream().anyMatch(importer -> importer.recognises(name, utf8));
  }

  /// Whether a document came with claims, so that nobody reads its words again to find them.
  ///
  /// @param document a document on record
  /// @return true if it was made of a file of one of the formats
  public static boolean made(Document document) {
    return MADE.contains(document.mediaType());
  }

  /// Whether of a document only those words are on record that the export of another ledger quoted.
  ///
  /// @param document a document on record
  /// @return true if another export may quote further words of it
  public static boolean quoted(Document document) {
    return QUOTED.contains(document.mediaType());
  }

  /// Reads a file if it is of one of the formats.
  ///
  /// @param name what it is called
  /// @param bytes the file
  /// @return what it says; empty if it is of none of them: a report in prose
  /// @throws org.tingbok.vocabulary.BadInputException if the file is of one of them and is refused as a whole
  public static Optional<Imported> read(String name, byte[] bytes) {
    byte[] utf8 = JsonBytes.utf8(bytes);
    return ALL.stream().filter(importer -> importer.recognises(name, utf8)).findFirst()
        .map(importer -> importer.read(name, utf8));
  }
}
