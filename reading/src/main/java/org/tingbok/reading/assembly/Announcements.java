package org.tingbok.reading.assembly;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.document.Span;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Block;

/// Who is quoted for paragraphs and list items that stand behind a line that announces them, without marks of their own: "The Foreign
/// Secretary said:", "The agencies found that:".
///
/// Remembers one text as it is read; not for several threads.
final class Announcements {
  private static final Pattern ANNOUNCES = Pattern.compile(
      "\\b(?:said|says|told|stated|states|added|commented|wrote|writes|concluded|concludes|assess|assesses|assessed|found|finds|warned|declared|explained|"
          + "sagte|sagt|erklärte|erklärt|teilte|schreibt|sa|sier|sagde|siger|uttaler|skriver|déclaré|déclare|indiqué|affirmé|expliqué|dijo|declaró|afirmó|señaló|explicó)"
          + "\\b[^.!?\\n]{0,80}:\\s*$");
  private static final Pattern OWN = Pattern.compile(
      "(?i)\\b(?:I|we|our|my|us|wir|unser\\p{L}*|ich|vi|vår|våre|jeg|nous|notre|nos|je|nosotros|nuestr\\p{L}+)\\b");
  private static final Pattern HEADLINE = Pattern.compile("(?:The )?\\p{Lu}[\\p{L}\\p{N}&'’. -]{1,50}:\\s+(?=\\S)");

  private final String view;
  private Phrase who = Phrase.NOBODY;
  private boolean fresh; // nothing stands between the announcement and the block looked at

  Announcements(String view) {
    this.view = view;
  }

  /// Whether a sentence announces what somebody says behind it.
  boolean announces(Span sentence) {
    return sentence.length() < 400 && ANNOUNCES.matcher(view).region(sentence.start(), sentence.end()).find();
  }

  /// Whom the sentence looked at last announces.
  ///
  /// @param speaker nobody if it announces nothing
  void by(Phrase speaker) {
    who = speaker.somebody() ? speaker : who;
    fresh |= speaker.somebody();
  }

  /// Who says a whole block: the first paragraph behind an announcement, all items of a list there, and what goes on in the first person.
  ///
  /// @param block the block
  /// @param quotes stretches of it within quotation marks; those speak for themselves
  /// @return nobody if it is not announced
  Phrase speaks(Block block, List<Span> quotes) {
    boolean mine = OWN.matcher(view).region(block.start(), block.end()).find();
    boolean goesOn = who.somebody() && switch (block.kind()) {
      case LIST_ITEM -> true;
      case PARAGRAPH -> quotes.isEmpty() && (fresh || mine) && !announces(new Span(block.start(), block.end()));
      case TITLE, HEADING, TABLE_ROW, METADATA, BOILERPLATE, CAPTION, PULL_QUOTE -> false;
    };
    who = goesOn || fresh && !quotes.isEmpty() ? who : Phrase.NOBODY;
    fresh = false;
    return goesOn ? who : Phrase.NOBODY;
  }

  /// The part of a headline that somebody named before a colon says: "FBI: North Korea stole the coins".
  ///
  /// @param headline where it stands
  /// @return what is behind the colon; the same if nobody is named so
  Span headline(Span headline) {
    Matcher named = HEADLINE.matcher(view).region(headline.start(), headline.end());
    return named.lookingAt() ? new Span(named.end(), headline.end()) : headline;
  }
}
