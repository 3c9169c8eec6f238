package org.tingbok.reading.assembly;

import java.util.regex.Pattern;
import org.tingbok.text.Block;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;

/// Whether the parts of a text tell of something else each: round-ups, whose parts begin with headings or with a name and a full stop.
///
/// Goes through one text from the front; not for several threads.
final class Sections {
  private static final Pattern ROUND_UP =
      Pattern.compile("\\b(?:round-?up|digest|newsletter|briefs?|briefing|packet|recap|"
          + "bulletin|review|this week|this month|week in|month in|the week|stories|ukens|uken|oppsummering|wochenrückblick|"
          + "rückblick|revue|semaine|resumen|friday|saturday|sunday|monday)\\b", Pattern.CASE_INSENSITIVE);
  /// "Salt Typhoon. The White House said": what a paragraph is about, set before it.
  private static final Pattern RUN_IN =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{N}'’&-]*(?: [\\p{L}\\p{N}'’&-]+){0,3}[.:] (?=\\p{Lu})");
  /// What a round-up goes on to its next story with.
  private static final Pattern TURN = Pattern.compile(
      "(?:Meanwhile|Elsewhere|Separately|In other news|In unrelated news|Also (?:this|last) week|And finally|Finally"
          + "|Samtidig|Ellers|Imens|I andre nyheter|Derweil|Unterdessen|Außerdem|Pendant ce temps|Par ailleurs|Mientras tanto"
          + "|Por otra parte|Por otro lado)\\b");
  private static final int ENOUGH = 3; // headings from which parts are told apart

  private final String view;
  private final boolean headings;
  private final boolean runIn;
  private boolean roundUp;

  Sections(Text text) {
    view = text.view();
    roundUp = text.blocks().stream().filter(block -> block.kind() == BlockKind.TITLE)
        .anyMatch(block -> ROUND_UP.matcher(view.substring(block.start(), block.end())).find());
    headings = text.blocks().stream().filter(block -> block.kind() == BlockKind.HEADING).count() >= ENOUGH;
    runIn = text.blocks().stream().filter(this::begins).count() >= ENOUGH;
  }

  private boolean begins(Block block) {
    boolean paragraph = block.kind() != BlockKind.TITLE && block.kind() != BlockKind.HEADING;
    return paragraph && RUN_IN.matcher(view).region(block.start(), block.end()).lookingAt()
        && Dateline.end(view, block) == block.start();
  }

  /// A heading comes.
  ///
  /// @param nothingYet whether the text has told of no operation so far, so that its headings part it
  /// @return whether what follows tells of something else
  boolean heading(boolean nothingYet) {
    roundUp = roundUp || nothingYet;
    return headings && roundUp;
  }

  /// A paragraph comes.
  ///
  /// @param block the paragraph
  /// @return whether it tells of something else than the one before
  boolean paragraph(Block block) {
    return roundUp && (runIn && begins(block) || TURN.matcher(view).region(block.start(), block.end()).lookingAt());
  }
}
