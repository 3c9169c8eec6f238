package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.brief.Brief;
import org.tingbok.exchange.brief.Reference;

/// The notes of a brief under way: one for each claim that it speaks of, numbered as they come. Not for several threads.
final class BriefNotes {
  private final Desk desk;
  private final Optional<String> address;
  private final Map<String, Brief.Note> notes = new LinkedHashMap<>();

  BriefNotes(Desk desk, Optional<String> address) {
    this.desk = desk;
    this.address = address;
  }

  Brief.Line line(String text, Collection<ClaimCard> claims) {
    return new Brief.Line(text, claims.stream().map(this::number).distinct().sorted().toList());
  }

  Brief.Line line(String text, ClaimCard claim) {
    return line(text, List.of(claim));
  }

  /// By ids; a claim that is not there has no note.
  Brief.Line byIds(String text, Collection<String> ids) {
    return line(text, ids.stream().flatMap(id -> desk.documents().claimWith(id).stream()).map(desk.cards()::claim)
        .toList());
  }

  private int number(ClaimCard claim) {
    return notes.computeIfAbsent(claim.id(), _ -> new Brief.Note(notes.size() + 1, claim.claimantNames(),
        sentence(claim), reference(claim.id(), "/claim/", claim.document(), Optional.empty()))).number();
  }

  List<Brief.Note> all() {
    return new ArrayList<>(notes.values());
  }

  static String sentence(ClaimCard claim) {
    ClaimCard.EvidenceCard words = claim.words();
    return (words.before() + words.readable() + words.after()).strip();
  }

  /// How a claim, or a document as a whole, is cited.
  Reference reference(String id, String path, ClaimCard.DocumentCard card, Optional<String> quote) {
    Document document = desk.cards().document(new DocumentId(card.id()));
    return new Reference(id, Cards.title(document), document.publisher().filter(name -> !name.isBlank()),
        document.published(), Optional.of(document.source()).filter(source -> source.matches("https?://\\S+")),
        address.map(base -> base + path + id), quote);
  }
}
