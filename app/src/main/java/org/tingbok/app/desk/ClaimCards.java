package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Cursor;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
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
    /// The text cut where marks begin and end.
    ///
    /// @return in order; together the text
    @JsonIgnore
    public List<Piece> pieces() {
      List<Piece> pieces = new ArrayList<>();
      int from = 0;
      for (Span mark : marks) {
        if (mark.start() >= from) {
          pieces.add(new Piece(text.substring(from, mark.start()), false));
          pieces.add(new Piece(mark.of(text), true));
          from = mark.end();
        }
      }
      pieces.add(new Piece(text.substring(from), false));
      return pieces;
    }
  }

  /// Part of an excerpt.
  ///
  /// @param text as it reads
  /// @param found whether it was looked for
  public record Piece(String text, boolean found) {
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
    return claims.stream().map(RecordedClaim::held).map(claim -> withAccount(cards.claim(claim), claim)).toList();
  }

  /// A page of claims.
  ///
  /// @param page as the ledger gave it
  /// @return in the same order
  public ClaimsPage page(Page<RecordedClaim> page) {
    return new ClaimsPage(claims(page.items()), page.next().map(Cursor::text), Optional.empty());
  }

  /// Documents and quotes that have words.
  ///
  /// @param query the words, and what is asked of the documents
  /// @param inDocuments whether to look in documents
  /// @param inQuotes whether to look in quotes of claims that stand in such documents
  /// @param asOf as of which day and moment
  /// @param page which part of each
  /// @return the best match first
  public SearchPage search(DocumentQuery query, boolean inDocuments, boolean inQuotes, AsOf asOf, PageRequest page) {
    TextQuery words = query.words().orElseThrow();
    Optional<Page<DocumentHit>> hits = inDocuments ? Optional.of(ledger.documents(query, asOf, page))
        : Optional.empty();
    Optional<Page<RecordedClaim>> claims = inQuotes
        ? Optional.of(ledger.claims(new ClaimQuery(List.of(new Condition.Quotes(words),
            new Condition.FoundIn(query.published(), query.languages(), query.publishers())), ClaimOrder.BEST), asOf,
            page))
        : Optional.empty();
    return new SearchPage(hits.map(found -> documents(found.items())), hits.flatMap(Page::next).map(Cursor::text),
        claims.map(found -> quotes(found.items(), words)), claims.flatMap(Page::next).map(Cursor::text));
  }

  /// Claims with the words that they were found by.
  ///
  /// @param claims as the ledger gave them
  /// @param words what was looked for
  /// @return in the same order
  public List<QuoteCard> quotes(List<RecordedClaim> claims, TextQuery words) {
    return quotes(claims, Optional.of(words));
  }

  /// The same where there may be no words to light up.
  ///
  /// @param claims as the ledger gave them
  /// @param words what was looked for; empty if nothing was
  /// @return in the same order
  public List<QuoteCard> quotes(List<RecordedClaim> claims, Optional<TextQuery> words) {
    Cards cards = cards(claims, List.of());
    List<QuoteCard> quotes = new ArrayList<>();
    for (RecordedClaim claim : claims) {
      Document document = cards.document(claim.claim().document());
      Evidence best = claim.claim().evidence().getFirst();
      List<Span> marks = List.of();
      double score = 0;
      for (Evidence evidence : claim.claim().evidence()) {
        Optional<TextMatch> match =
            words.flatMap(one -> TextMatch.of(one, evidence.quote(), document.language(), forms));
        if (match.isPresent() && match.get().score() > score) {
          best = evidence;
          score = match.get().score();
          int shift = evidence.start();
          marks = match.get().marks().stream().map(mark -> new Span(mark.start() + shift, mark.end() + shift))
              .toList();
        }
      }
      quotes.add(new QuoteCard(withAccount(cards.claim(claim.held()), claim),
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
