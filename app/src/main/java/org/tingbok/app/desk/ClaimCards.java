package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.claim.Evidence;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.DocumentHit;
import org.tingbok.ledger.Erasure;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.query.TextMatch;
import org.tingbok.query.TextQuery;
import org.tingbok.query.WordForms;

/// Makes cards of claims and documents that a ledger was asked for, page by page, without reading the rest of it. So an
/// incident is named as the claim's own document tells of it: which accounts are of one incident follows from all.
public final class ClaimCards {
  private final Ledger ledger;
  private final WordForms forms;

  /// Cards of what a ledger holds.
  ///
  /// @param ledger the ledger; has to stay open
  /// @param forms how words are found in it
  public ClaimCards(Ledger ledger, WordForms forms) {
    this.ledger = ledger;
    this.forms = forms;
  }

  /// Words with some of them set off.
  ///
  /// @param text as it reads, without mark-up and line ends
  /// @param marks the words found, as ranges of the text, in order
  /// @param start first code unit of the document's canonical text
  /// @param end code unit after the last
  public record ExcerptCard(String text, List<Span> marks, int start, int end) {
  }

  /// A document that was found.
  ///
  /// @param document the document
  /// @param recordedAt when the ledger recorded it, ISO 8601
  /// @param excerpt the stretch that has most of the words
  public record HitCard(ClaimCard.DocumentCard document, String recordedAt, ExcerptCard excerpt) {
  }

  /// A claim whose quote was found.
  ///
  /// @param claim the claim
  /// @param quote its best quote, with the words found
  public record QuoteCard(ClaimCard claim, ExcerptCard quote) {
  }

  /// Claims.
  ///
  /// @param claims as the ledger gave them
  /// @return in the same order
  public List<ClaimCard> claims(List<RecordedClaim> claims) {
    Cards cards = cards(claims, List.of());
    return claims.stream().map(claim -> withAccount(cards.claim(claim), claim)).toList();
  }

  /// Claims with the words that they were found by.
  ///
  /// @param claims as the ledger gave them
  /// @param words what was looked for
  /// @return in the same order
  public List<QuoteCard> quotes(List<RecordedClaim> claims, TextQuery words) {
    Cards cards = cards(claims, List.of());
    List<QuoteCard> quotes = new ArrayList<>();
    for (RecordedClaim claim : claims) {
      Document document = cards.document(claim.claim().document());
      Evidence best = claim.claim().evidence().getFirst();
      List<Span> marks = List.of();
      double score = 0;
      for (Evidence evidence : claim.claim().evidence()) {
        Optional<TextMatch> match = TextMatch.of(words, evidence.quote(), document.language(), forms);
        if (match.isPresent() && match.get().score() > score) {
          best = evidence;
          score = match.get().score();
          int shift = evidence.start();
          marks = match.get().marks().stream().map(mark -> new Span(mark.start() + shift, mark.end() + shift))
              .toList();
        }
      }
      quotes.add(new QuoteCard(withAccount(cards.claim(claim), claim),
          excerpt(cards.text(document), new Span(best.start(), best.end()), marks)));
    }
    return quotes;
  }

  /// Documents with the words that they were found by.
  ///
  /// @param hits as the ledger gave them
  /// @return in the same order
  public List<HitCard> documents(List<DocumentHit> hits) {
    Cards cards = cards(List.of(), hits.stream().map(DocumentHit::document).toList());
    return hits.stream().map(hit -> new HitCard(cards.documentCard(hit.document()), hit.recordedAt().toString(),
        excerpt(cards.text(hit.document()), hit.excerpt(), hit.marks()))).toList();
  }

  private static ClaimCard withAccount(ClaimCard card, RecordedClaim claim) {
    return claim.claim().account()
        .map(account -> card.in(new ClaimCard.IncidentName(account.id(), account.label()))).orElse(card);
  }

  private Cards cards(List<RecordedClaim> claims, List<Document> more) {
    Map<DocumentId, Document> documents = new TreeMap<>();
    more.forEach(document -> documents.put(document.id(), document));
    claims.forEach(claim -> documents.computeIfAbsent(claim.claim().document(),
        id -> ledger.document(id).orElseThrow().reading().document()));
    boolean dropped = documents.values().stream().anyMatch(document -> Erasure.dropped(document.text()));
    List<Act.Recorded> erasures = dropped ? ledger.acts().stream()
        .filter(done -> done.act() instanceof Act.Erased).toList() : List.of();
    Snapshot part = new Snapshot(AsOf.NOW, documents, claims, 0, NamesOnRecord.NONE, erasures);
    return new Cards(part, List.of(), Copies.of(List.of(), _ -> List.of()));
  }

  /// A stretch of a document as it reads.
  private static ExcerptCard excerpt(ReadableText readable, Span stretch, List<Span> marks) {
    StringBuilder text = new StringBuilder();
    Set<Span> found = new HashSet<>();
    for (ReadableText.Paragraph paragraph : readable.around(stretch.start(), stretch.end())) {
      int from = paragraph.first(stretch.start());
      int to = paragraph.after(stretch.end());
      if (to <= from) {
        continue;
      }
      text.append(text.isEmpty() ? "" : " ");
      int shift = text.length() - from;
      String words = paragraph.text().substring(from, to);
      text.append(Erasure.dropped(words) ? Cards.shortened(words) : words);
      for (Span mark : marks) {
        int start = Math.max(from, paragraph.first(mark.start()));
        int end = Math.min(to, paragraph.after(mark.end()));
        if (start < end && mark.start() < paragraph.end() && paragraph.start() < mark.end()) {
          found.add(new Span(start + shift, end + shift));
        }
      }
    }
    return new ExcerptCard(text.toString(), List.copyOf(new TreeSet<>(found)), stretch.start(), stretch.end());
  }
}
