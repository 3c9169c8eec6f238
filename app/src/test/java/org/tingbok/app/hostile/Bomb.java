package org.tingbok.app.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// A document that was made to hurt.
///
/// @param name what its file is called: what hurts in it, and an ending
/// @param bytes its bytes
@SuppressWarnings("ArrayRecordComponent")
record Bomb(String name, byte[] bytes) {
  static Bomb of(String name, String text) {
    return new Bomb(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// All of them.
  static List<Bomb> all() {
    return Stream.of(PackedBombs.all(), PdfBombs.all(), MarkupBombs.all(), TextBombs.all(), MailBombs.all(),
        DataBombs.all()).flatMap(List::stream).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
