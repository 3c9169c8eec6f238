package org.tingbok.app.web;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.exchange.ContractWriter;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.csv.ClaimTable;
import org.tingbok.exchange.misp.MispWriter;
import org.tingbok.exchange.stix.StixWriter;

/// What a page can be taken away as, each with what is put behind the page's address.
enum ExportFormat {
  /// A bundle of STIX 2.1.
  STIX("stix.json", "STIX 2.1", StixWriter.MEDIA_TYPE),
  /// Events of MISP.
  MISP("misp.json", "MISP", "application/json; charset=utf-8"),
  /// The JSON contract.
  CONTRACT("contract.json", "JSON contract", "application/json; charset=utf-8"),
  /// A table.
  CSV("csv", "CSV", ClaimTable.MEDIA_TYPE),
  /// Prose and tables with footnotes.
  MARKDOWN("md", "Markdown", "text/markdown; charset=utf-8");

  private final String ending;
  private final String words;
  private final String type;

  ExportFormat(String ending, String words, String type) {
    this.ending = ending;
    this.words = words;
    this.type = type;
  }

  String ending() {
    return ending;
  }

  String words() {
    return words;
  }

  String type() {
    return type;
  }

  /// What the last part of a path asks for.
  static Optional<ExportFormat> of(String path) {
    return Stream.of(values()).filter(format -> path.endsWith("." + format.ending)).findFirst();
  }

  /// Writes claims; briefs of other kinds than lists of claims are the caller's.
  void write(OutputStream out, Extract extract, java.util.function.Function<Extract, String> markdown) {
    switch (this) {
      case STIX -> StixWriter.write(out, extract);
      case MISP -> MispWriter.write(out, extract);
      case CONTRACT -> ContractWriter.write(out, extract);
      case CSV -> ClaimTable.write(out, extract);
      case MARKDOWN -> {
        byte[] text = markdown.apply(extract).getBytes(StandardCharsets.UTF_8);
        try {
          out.write(text);
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    }
  }
}
