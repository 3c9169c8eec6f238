package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Slot;
import org.tingbok.document.Document;
import org.tingbok.document.Span;
import org.tingbok.ledger.Ledger;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;

/// Words of a document that somebody marked, and what helps to say what they claim.
///
/// @param document the document
/// @param places where the words stand, in order
/// @param operations the operations that the document tells of, and the incidents last spoken of
/// @param names who is on record in the document or named in it
/// @param claims what is on record at these words already
/// @param seen the last moment on record when this was asked, ISO 8601
public record MarkPage(ClaimCard.DocumentCard document, List<PlaceCard> places, List<OperationCard> operations,
    List<String> names, List<ClaimCard> claims, String seen) {
  private static final int OTHERS = 200;
  private static final int LONGEST = 200_000;

  /// Copies the lists.
  public MarkPage {
    places = List.copyOf(places);
    operations = List.copyOf(operations);
    names = List.copyOf(names);
    claims = List.copyOf(claims);
  }

  /// Marked words.
  ///
  /// @param start first code unit of the canonical text
  /// @param end code unit after the last
  /// @param before the rest of the sentence before them
  /// @param readable the words without mark-up
  /// @param after the rest of the sentence behind them
  public record PlaceCard(int start, int end, String before, String readable, String after) {
    /// The place as a form sends it.
    ///
    /// @return `START-END`
    @JsonProperty
    public String typed() {
      return start + "-" + end;
    }
  }

  /// What is wrong with what somebody typed.
  ///
  /// @param code the error's code
  /// @param detail what it is
  public record Wrong(String code, String detail) {
  }

  /// An operation that a claim may be about.
  ///
  /// @param id of the document's account of it, or of an incident
  /// @param name what it is called
  /// @param here whether the document tells of it
  public record OperationCard(String id, String name, boolean here) {
  }

  /// What is offered for words that somebody marked.
  ///
  /// @param ledger where the document is on record
  /// @param desk all that is on record
  /// @param reading the document with its claims
  /// @param places where the words stand
  /// @param seen the last moment on record, asked before all else
  /// @return what helps
  public static MarkPage of(Ledger ledger, Desk desk, Reading reading, List<Span> places, String seen) {
    Document document = reading.document();
    ReadableText text = ReadableText.of(document);
    List<PlaceCard> marked = places.stream().map(place -> {
      ReadableText.InSentence in = text.inSentence(place.start(), place.end());
      return new PlaceCard(place.start(), place.end(), in.before(), in.words(), in.after());
    }).toList();
    List<ClaimCard> there = desk.cards().claims(desk.documents().claimsIn(document.id()).stream()
        .filter(claim -> claim.claim().evidence().stream().anyMatch(
            one -> places.stream().anyMatch(place -> one.start() < place.end() && place.start() < one.end())))
        .toList());
    return new MarkPage(desk.cards().documentCard(document), marked, operations(desk, reading),
        names(reading, document), there, seen);
  }

  private static List<OperationCard> operations(Desk desk, Reading reading) {
    Map<String, OperationCard> operations = new LinkedHashMap<>();
    Set<String> here = new LinkedHashSet<>();
    for (IncidentAccount account : reading.claims().stream().flatMap(claim -> claim.account().stream()).toList()) {
      operations.putIfAbsent(account.id(), new OperationCard(account.id(), account.label(), true));
      desk.cards().incidentOf(account.id()).ifPresent(incident -> here.add(incident.id()));
    }
    desk.incidents().with("").stream().filter(card -> !here.contains(card.id())).limit(OTHERS)
        .forEach(card -> operations.putIfAbsent(card.id(), new OperationCard(card.id(), card.name(), false)));
    return List.copyOf(operations.values());
  }

  private static List<String> names(Reading reading, Document document) {
    Set<String> names = new LinkedHashSet<>();
    document.publisher().ifPresent(names::add);
    reading.claims().stream().flatMap(claim -> claim.slots().stream()).map(Slot::party).forEach(party -> {
      names.add(party.name());
    });
    String text = document.text().substring(0, Math.min(LONGEST, document.text().length()));
    List<NameMatch> found = new ArrayList<>(Names.standard().find(text));
    found.stream().filter(match -> !match.weak()).flatMap(match -> party(match).stream()).limit(OTHERS)
        .forEach(names::add);
    return List.copyOf(names);
  }

  private static Optional<String> party(NameMatch match) {
    return match.as(Name.Sort.ACTOR).map(_ -> match.spelling())
        .or(() -> Stream.of(Name.Sort.BODY, Name.Sort.ORGANISATION, Name.Sort.OUTLET, Name.Sort.STATE)
            .flatMap(sort -> match.as(sort).stream()).map(Name::canonical).findFirst());
  }
}
