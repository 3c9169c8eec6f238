package org.tingbok.app.intake;

import java.io.InputStream;
import java.util.function.Supplier;
import org.tingbok.app.terminal.Paint;

/// One report as it is handed in.
///
/// @param name what it is called in the ledger: a file's name, or the address that somebody pasted its text from
/// @param file what it is kept as: only its ending counts, by which its kind is known
/// @param bytes its bytes; read once
public record Upload(String name, String file, Supplier<InputStream> bytes) {
  private static final int LONGEST = 200;

  /// Cuts the name to what fits a line.
  public Upload {
    String plain = Paint.plain(name).strip();
    name = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }
}
