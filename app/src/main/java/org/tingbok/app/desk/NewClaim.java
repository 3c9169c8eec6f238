package org.tingbok.app.desk;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.Addition;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.Span;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Erasure;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.GroupingVerdict;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.PartialDate;

/// A claim that an analyst finds in a text where no reader did, as it is handed in on the command line or on a page, not yet
/// checked.
///
/// @param quotes words of the text that carry it, as they read; each has to stand there once
/// @param slots what it says; its evidence stands beside the quotes. Where no claimant is named, the publication says it itself
/// @param operation which operation: the id of an incident or of the document's own account of one, or a few words for an
///     operation that nothing on record tells of; blank for none
/// @param victims who was hit by an operation that is told of in words
/// @param reason why
/// @param by who finds it
public record NewClaim(List<String> quotes, SlotChanges slots, String operation, List<String> victims, String reason,
    String by) {
  private static final int LONGEST = 2000;
  private static final Pattern INCIDENT = Pattern.compile("incident--[0-9a-f-]+");

  /// Copies the lists.
  ///
  /// @throws BadInputException `DECISION_TOO_LONG` if the reason or a name is
  public NewClaim {
    quotes = List.copyOf(quotes);
    victims = List.copyOf(victims);
    if (reason.length() > LONGEST || by.length() > LONGEST || operation.length() > LONGEST) {
      throw new BadInputException("DECISION_TOO_LONG", "a reason and a name have at most " + LONGEST + " characters");
    }
  }

  /// What has to be recorded, together.
  ///
  /// @param reading the document with the claim
  /// @param acts that its operation is one on record, and that sentences are understood now
  public record Entries(Reading reading, List<Act> acts) {
    /// Copies the list.
    public Entries {
      acts = List.copyOf(acts);
    }

    /// The claim.
    ///
    /// @return the only one of the reading
    public Claim claim() {
      return reading.claims().getFirst();
    }
  }

  /// Where words of a text stand.
  ///
  /// @param document the text
  /// @param quotes words of it
  /// @return places of the canonical text, in order, each once
  /// @throws BadInputException `QUOTE_UNKNOWN` if words do not stand there, `QUOTE_AMBIGUOUS` if they stand there more than once
  public static List<Span> places(Document document, List<String> quotes) {
    ReadableText text = ReadableText.of(document);
    List<Span> places = new ArrayList<>();
    for (String quote : quotes) {
      List<Span> found = text.places(quote);
      if (found.isEmpty()) {
        throw new BadInputException("QUOTE_UNKNOWN", "'" + shown(quote) + "' does not stand in " + document.source()
            + "; copy the words from its text, within one paragraph");
      }
      if (found.size() > 1) {
        throw new BadInputException("QUOTE_AMBIGUOUS", "'" + shown(quote) + "' stands " + found.size() + " times in "
            + document.source() + "; mark more of the sentence that is meant");
      }
      places.add(found.getFirst());
    }
    return ordered(places);
  }

  /// The canonical places of characters of paragraphs, as a page marks them.
  ///
  /// @param document the text
  /// @param at `PARAGRAPH:FROM-TO` each, paragraphs counted from 0, characters as they read
  /// @return in order, each once
  /// @throws BadInputException `CORRECTION_PLACE` if there is no such place
  public static List<Span> marked(Document document, List<String> at) {
    ReadableText text = ReadableText.of(document);
    List<Span> places = new ArrayList<>();
    for (String one : at) {
      Optional<Span> place = one.matches("\\d{1,7}:\\d{1,8}-\\d{1,8}") ? text.canonical(number(one.split(":", 2)[0]),
          number(one.split("[:-]", 3)[1]), number(one.split("[:-]", 3)[2])) : Optional.empty();
      places.add(place.orElseThrow(() -> new BadInputException("CORRECTION_PLACE",
          "'" + one + "' is no place of " + document.source() + "; give PARAGRAPH:FROM-TO")));
    }
    return ordered(places);
  }

  /// Places of a text as they are typed.
  ///
  /// @param document the text
  /// @param evidence `START-END` each, in the canonical text
  /// @return in order, each once
  /// @throws BadInputException `CORRECTION_PLACE` if there is no such place
  public static List<Span> typed(Document document, List<String> evidence) {
    return ordered(evidence.stream().map(one -> SlotChanges.place(one, document))
        .map(one -> new Span(one.start(), one.end())).toList());
  }

  /// What stands at places of a text, as it reads.
  ///
  /// @param document the text
  /// @param places its places
  /// @return the words of each
  public static List<String> words(Document document, List<Span> places) {
    ReadableText text = ReadableText.of(document);
    return places.stream().map(place -> text.words(place.start(), place.end())).toList();
  }

  private static List<Span> ordered(List<Span> places) {
    return places.stream().distinct().sorted(java.util.Comparator.comparingInt(Span::start)
        .thenComparingInt(Span::end)).toList();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String shown(String quote) {
    String line = quote.strip().replaceAll("\\s+", " ");
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }

  /// What has to be recorded.
  ///
  /// @param reading the document on record, with its claims and unread sentences
  /// @param known parties by what is typed
  /// @param desk all that is on record; asked only where an incident is named
  /// @param day the day of it
  /// @return ready to be recorded together
  /// @throws BadInputException `ADDITION_INCOMPLETE`, `QUOTE_UNKNOWN`, `QUOTE_AMBIGUOUS`, `CORRECTION_SLOT`, `CORRECTION_PLACE`,
  ///     or `DOCUMENT_ERASED` if the text was dropped
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if no incident has that id
  Entries on(Reading reading, Function<String, Optional<Party>> known, Supplier<Desk> desk, LocalDate day) {
    Document document = reading.document();
    if (Erasure.dropped(document.text())) {
      throw new BadInputException("DOCUMENT_ERASED",
          "the text of " + document.source() + " was dropped; nothing can be found in it any more");
    }
    List<Span> places = new ArrayList<>(places(document, quotes));
    places.addAll(typed(document, slots.evidence()));
    if (places.isEmpty()) {
      throw new BadInputException("CLAIM_WITHOUT_EVIDENCE",
          "a claim needs the words that carry it; mark them, or give them as a quote (--quote)");
    }
    List<Evidence> evidence = ordered(places).stream()
        .map(place -> new Evidence(place.start(), place.end(), place.of(document.text()))).toList();
    if (slots.type().isBlank()) {
      throw new BadInputException("CORRECTION_SLOT", "that type of claim needs --type");
    }
    List<Act> acts = new ArrayList<>();
    Optional<IncidentAccount> account = account(reading, known, desk, day, acts);
    Claim blank = new Claim.Denial(document.id(), saying(document, known, day), account, evidence);
    Claim claim = slots.withoutPlaces().filled(blank, document, known);
    understood(reading, evidence, acts);
    return new Entries(new Reading(document, List.of(claim), List.of()), acts);
  }

  /// Who says it as long as nobody is named: the publication itself.
  private Saying saying(Document document, Function<String, Optional<Party>> known, LocalDate day) {
    Party self = document.publisher()
        .map(name -> known.apply(name)
            .orElseGet(() -> new Party(name, PartyKind.ORGANISATION, Optional.empty(), name)))
        .orElseGet(() -> new Party("unnamed publisher", PartyKind.ORGANISATION, Optional.empty(), ""));
    boolean own = slots.claimants().isEmpty();
    return new Saying(List.of(self), Optional.empty(), own, own ? List.of() : document.publisher().stream().toList(),
        Certainty.ASSERTED, own ? document.published() : PartialDate.NOT_STATED)
        .added(Optional.of(new Addition(by.strip(), reason.strip(), day)));
  }

  /// How the document tells of the operation: as it did already, or by an account of the analyst's.
  private Optional<IncidentAccount> account(Reading reading, Function<String, Optional<Party>> known,
      Supplier<Desk> desk, LocalDate day, List<Act> acts) {
    String typed = operation.strip();
    boolean none = Set.of(ClaimType.ALIAS.code(), ClaimType.AFFILIATION.code()).contains(slots.type().strip());
    if (typed.isEmpty() || slots.noIncident() || none) {
      return Optional.empty();
    }
    List<IncidentAccount> own = reading.claims().stream().flatMap(claim -> claim.account().stream()).toList();
    Optional<IncidentAccount> told = own.stream()
        .filter(account -> account.id().equals(typed) || account.label().equalsIgnoreCase(typed)).findFirst();
    if (told.isPresent()) {
      return told;
    }
    Matcher id = INCIDENT.matcher(typed);
    if (!id.find()) {
      return Optional.of(account(reading.document(), typed, victims.stream()
          .map(name -> known.apply(name)
              .orElseGet(() -> new Party(name, PartyKind.ORGANISATION, Optional.empty(), name)))
          .toList()));
    }
    Incident incident = desk.get().incidents().one(id.group());
    Optional<IncidentAccount> here = incident.accounts().stream()
        .filter(account -> account.document().equals(reading.document().id())).findFirst();
    if (here.isPresent()) {
      return here;
    }
    IncidentAccount further = account(reading.document(), incident.name(), List.of());
    acts.add(new Act.Grouped(List.of(AccountRef.of(further), AccountRef.of(incident.founding())),
        GroupingVerdict.JOINED, reason.strip(), by.strip(), day));
    return Optional.of(further);
  }

  private static IncidentAccount account(Document document, String label, List<Party> victims) {
    String key = "analyst-" + ContentId.sha256(label.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    return new IncidentAccount(document.id(), key, label, victims, PartialDate.NOT_STATED, Set.of(), Set.of());
  }

  /// A sentence in which an analyst found a claim is no longer unread.
  private void understood(Reading reading, List<Evidence> evidence, List<Act> acts) {
    for (Unread unread : reading.unread()) {
      if (evidence.stream().anyMatch(one -> overlap(one, unread.evidence()))) {
        acts.add(new Act.Misread(unread.id(reading.document().id()), "a claim was added", by.strip()));
      }
    }
  }

  static boolean overlap(Evidence one, Evidence other) {
    return one.start() < other.end() && other.start() < one.end();
  }
}
