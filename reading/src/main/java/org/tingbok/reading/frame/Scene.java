package org.tingbok.reading.frame;

import java.util.List;
import org.tingbok.document.Span;
import org.tingbok.reading.clause.Roles;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.incident.IncidentBook;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.mention.Discourse;
import org.tingbok.reading.mention.PartyResolver;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Block;

/// One sentence with all that is known when it is read.
///
/// @param view the view of the whole text
/// @param block the block that it stands in
/// @param tree its tree
/// @param roles roles over the tree
/// @param resolver leads its phrases to parties
/// @param matches names in it, in order
/// @param times expressions of time in it, in order
/// @param quotes stretches of it within quotation marks, in order
/// @param quotee who is quoted for them where the sentence itself does not tell; else nobody
/// @param discourse who was mentioned so far
/// @param incidents operations told of so far
/// @param names the knowledge of names
/// @param cyber whether the text is about operations in cyberspace at all
/// @param language of the text: `en`, `nb`, `de`, `fr` or `es`
public record Scene(String view, Block block, Tree tree, Roles roles, PartyResolver resolver, List<NameMatch> matches,
    List<TimeMention> times, List<Span> quotes, Phrase quotee, Discourse discourse, IncidentBook incidents,
    Names names, boolean cyber, String language) {
  /// Whether the text is in English.
  boolean english() {
    return language.equals("en");
  }
}
