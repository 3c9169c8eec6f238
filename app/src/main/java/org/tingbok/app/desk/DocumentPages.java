package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.analysis.Family;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Erasure;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.Tlp;

/// Makes the pages on which a document's own words are shown, marked.
final class DocumentPages {
  private static final Comparator<RecordedClaim> BY_PLACE =
      Comparator.comparingInt(recorded -> recorded.claim().evidence().getFirst().start());

  private DocumentPages() {
  }

  /// A range of the canonical text that is to be set off.
  private record Mark(int start, int end, String claim) {
    boolean unread() {
      return claim.isEmpty();
    }
  }

  static DocumentPage of(Desk desk, Document document) {
    List<RecordedClaim> claims = desk.documents().claimsIn(document.id()).stream().sorted(BY_PLACE).toList();
    List<Mark> marks = new ArrayList<>();
    claims.forEach(recorded -> marks.addAll(marks(recorded)));
    List<UnreadSentence> unread = desk.documents().unreadIn(document.id());
    unread.forEach(one -> marks.add(new Mark(one.unread().evidence().start(), one.unread().evidence().end(), "")));
    ReadableText text = desk.cards().text(document);
    Optional<Family> family = desk.documents().familyOf(document.id());
    Optional<DocumentId> original = family.flatMap(one -> one.copyOf(document.id()));
    List<ClaimCard.DocumentCard> copies = family.map(one -> one.members().stream()
        .filter(member -> !member.equals(document.id()) && original.filter(member::equals).isEmpty())
        .map(desk.cards()::document).map(desk.cards()::documentCard).toList()).orElse(List.of());
    return new DocumentPage(document.id().value(), document.source(), document.sha256(), document.mediaType(),
        Cards.title(document), document.publisher(), DateCard.of(document.published()), document.language(),
        desk.cards().erased(document.id()), desk.cards().marking(document.id()).map(Tlp::label),
        desk.documents().retraction(document.id()).map(Cards::retracted),
        document.dates().stream().map(date -> new DocumentPage.DocumentDateCard(date.kind().code(),
            DateCard.of(date.value()), date.span().start(), date.span().end(), date.quote())).toList(),
        document.dateConflict(), original.map(desk.cards()::document).map(desk.cards()::documentCard), copies,
        fetched(desk, document.id()), desk.cards().claims(claims),
        unread.stream().map(one -> unread(one, text)).toList(),
        desk.documents().asideIn(document.id()).stream().map(one -> unread(one, text)).toList(),
        marked(text, text.paragraphs(), marks));
  }

  private static DocumentPage.UnreadCard unread(UnreadSentence sentence, ReadableText text) {
    Evidence place = sentence.unread().evidence();
    return new DocumentPage.UnreadCard(sentence.id(), place.start(), place.end(), place.quote(),
        Erasure.dropped(place.quote()) ? Cards.shortened(place.quote()) : text.words(place.start(), place.end()),
        sentence.unread().reason(), sentence.seen(), sentence.history());
  }

  private static List<DocumentPage.FetchedCard> fetched(Desk desk, DocumentId document) {
    return desk.snapshot().acts().stream().map(Act.Recorded::act).filter(Act.Fetched.class::isInstance)
        .map(Act.Fetched.class::cast).filter(one -> one.document().equals(document))
        .map(one -> new DocumentPage.FetchedCard(one.asked(), one.found(), one.at().toString(), one.feed(),
            one.entry()))
        .toList();
  }

  static ClaimPage claim(Cards cards, RecordedClaim recorded, Optional<String> gone) {
    Claim claim = recorded.claim();
    Document document = cards.document(claim.document());
    ReadableText text = cards.text(document);
    List<ReadableText.Paragraph> paragraphs = new ArrayList<>(new LinkedHashSet<>(claim.evidence().stream()
        .flatMap(evidence -> text.around(evidence.start(), evidence.end()).stream()).toList()));
    ClaimCard card = cards.claim(recorded);
    return new ClaimPage(card, chain(card), marked(text, paragraphs, marks(recorded)), card.alsoIn(), history(recorded),
        ActWords.done(recorded.acts()), gone);
  }

  private static List<Mark> marks(RecordedClaim recorded) {
    return recorded.claim().evidence().stream().map((Evidence e) -> new Mark(e.start(), e.end(), recorded.id()))
        .toList();
  }

  /// Everything that was done about a claim or its document, in order.
  private static List<ClaimPage.ActCard> history(RecordedClaim recorded) {
    return recorded.acts().stream().flatMap(done -> ActWords.of(done.act())
        .map(words -> new ClaimPage.ActCard(words, done.recordedAt().toString())).stream()).toList();
  }

  private static List<ClaimPage.LinkCard> chain(ClaimCard claim) {
    List<ClaimPage.LinkCard> chain = new ArrayList<>();
    for (PartyCard claimant : claim.claimants()) {
      chain.add(new ClaimPage.LinkCard("claimant", claimant.name(), claim.ownVoice() ? "in its own voice"
          : claimant.text().isEmpty() || claimant.text().equals(claimant.name()) ? "" : "“" + claimant.text() + "”"));
    }
    claim.speaker().ifPresent(speaker -> chain.add(new ClaimPage.LinkCard("speaker", speaker.name(),
        speaker.role().orElse(""))));
    List<String> told = claim.reportedBy();
    String publisher = claim.document().publisher().orElse(claim.document().title());
    for (int i = 0; i < told.size(); i++) {
      if (i < told.size() - 1 || !told.get(i).equals(publisher)) {
        chain.add(new ClaimPage.LinkCard("told", told.get(i), ""));
      }
    }
    chain.add(new ClaimPage.LinkCard("published by", publisher, claim.document().published().stated()
        ? claim.document().published().words()
        : ""));
    return chain;
  }

  /// Cuts paragraphs where marks begin and end.
  private static List<DocumentPage.ParagraphCard> marked(ReadableText whole,
      List<ReadableText.Paragraph> paragraphs, List<Mark> marks) {
    Map<ReadableText.Paragraph, Integer> numbers = new HashMap<>();
    whole.paragraphs().forEach(paragraph -> numbers.put(paragraph, numbers.size()));
    Set<String> begun = new HashSet<>();
    List<DocumentPage.ParagraphCard> cards = new ArrayList<>();
    List<Mark> ahead = marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList();
    List<Mark> here = new ArrayList<>();
    int next = 0;
    for (ReadableText.Paragraph paragraph : paragraphs) {
      here.removeIf(mark -> mark.end() <= paragraph.start());
      for (; next < ahead.size() && ahead.get(next).start() < paragraph.end(); next++) {
        if (paragraph.start() < ahead.get(next).end()) {
          here.add(ahead.get(next));
        }
      }
      String text = paragraph.text();
      TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
      for (Mark mark : here) {
        cuts.add(paragraph.first(mark.start()));
        cuts.add(paragraph.after(mark.end()));
      }
      List<DocumentPage.PieceCard> pieces = new ArrayList<>();
      int from = 0;
      for (int to : cuts) {
        if (to <= from) {
          continue;
        }
        Set<String> claims = new LinkedHashSet<>();
        boolean unread = false;
        for (Mark mark : here) {
          if (paragraph.first(mark.start()) <= from && to <= paragraph.after(mark.end())) {
            unread |= mark.unread();
            if (!mark.unread()) {
              claims.add(mark.claim());
            }
          }
        }
        String words = text.substring(from, to);
        pieces.add(new DocumentPage.PieceCard(Erasure.dropped(words) ? Cards.shortened(words) + " " : words,
            List.copyOf(claims),
            claims.stream().filter(begun::add).toList(), unread));
        from = to;
      }
      cards.add(new DocumentPage.ParagraphCard(numbers.getOrDefault(paragraph, 0), paragraph.body() || !here.isEmpty(),
          paragraph.heading(), pieces));
    }
    return cards;
  }
}
