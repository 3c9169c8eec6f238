package org.tingbok.reading.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tingbok.text.Block;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;

/// Short ways to a parsed text and what it holds.
final class Parsed {
  private Parsed() {
  }

  static Text text(String name, String content) {
    return DocumentParser.parse(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static String of(Text text, Block block) {
    return text.view().substring(block.start(), block.end());
  }

  static List<String> of(Text text, BlockKind kind) {
    return text.blocks().stream().filter(block -> block.kind() == kind).map(block -> of(text, block)).toList();
  }

  /// The blocks as `KIND text`, for whole comparisons.
  static List<String> blocks(Text text) {
    return text.blocks().stream().map(block -> block.kind() + " " + of(text, block)).toList();
  }
}
