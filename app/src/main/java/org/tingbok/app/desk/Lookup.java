package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.tingbok.analysis.NameClaims;
import org.tingbok.analysis.Names;
import org.tingbok.analysis.SameStory;
import org.tingbok.analysis.View;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.reading.knowledge.Gazetteer;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.SlotRole;

/// Finds in a ledger what words and ids of a question denote. Reads no more of it than the question needs. Not for use by
/// several threads.
public final class Lookup {
  private final Ledger ledger;
  private final AsOf asOf;
  private final View view;
  private final Function<AsOf, Parts> parts;
  private Optional<Names> names = Optional.empty();

  /// What words denote as of a day and a moment.
  ///
  /// @param ledger the ledger; has to stay open
  /// @param asOf the day and the moment
  /// @param view whose word is taken on names
  public Lookup(Ledger ledger, AsOf asOf, View view) {
    this(ledger, asOf, view, once(ledger));
  }

  /// What words denote, where somebody keeps the groundwork of the ledger: which accounts are of one incident follows from everything
  /// on record, and so does what the beginning of an id stands for.
  ///
  /// @param ledger the ledger; has to stay open
  /// @param asOf the day and the moment
  /// @param view whose word is taken on names
  /// @param parts parts of the ledger as of a day, asked only where one is needed
  public Lookup(Ledger ledger, AsOf asOf, View view, Function<AsOf, Parts> parts) {
    this.ledger = ledger;
    this.asOf = asOf;
    this.view = view;
    this.parts = parts;
  }

  /// Groundwork is dear; one lookup makes one for each day.
  private static Function<AsOf, Parts> once(Ledger ledger) {
    Map<AsOf, Parts> parts = new HashMap<>();
    return day -> parts.computeIfAbsent(day, one -> Parts.of(ledger, one));
  }

  /// Whether words are the id of an incident.
  ///
  /// @param words words or an id
  /// @return false for words of a name
  public boolean isIncident(String words) {
    return words.strip().toLowerCase(Locale.ROOT).startsWith("incident--");
  }

  /// The accounts of an incident.
  ///
  /// @param id its id or the beginning of it
  /// @return ids of accounts
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if there is none
  public Set<String> accounts(String id) {
    return parts.apply(asOf).incident(id).accounts();
  }

  /// All names that are one with a name: an actor's under the view, and those of the body or state that it denotes.
  ///
  /// @param name a name
  /// @return itself among them
  public Set<String> names(String name) {
    Set<String> all = new HashSet<>(Namesakes.of(name));
    all.addAll(names().actor(name).names());
    return all;
  }

  /// The names under which somebody speaks: those of the body or state that a name denotes, and the persons of whom a claim
  /// tells that they speak for it.
  ///
  /// @param name a name
  /// @return itself among them
  public Set<String> voices(String name) {
    Set<String> all = new HashSet<>(Namesakes.of(name));
    if (all.size() > 1) {
      all(new ClaimQuery(List.of(new Condition.WithParty(Set.of(SlotRole.CLAIMANT), all)), ClaimOrder.RECORDED))
          .forEach(claim -> claim.claim().saying().speaker()
              .ifPresent(speaker -> all.addAll(List.of(speaker.name(), Namesakes.surname(speaker.name())))));
    }
    return all;
  }

  /// Refuses the view of an authority that says nothing of names, whether a name is asked for or not.
  ///
  /// @throws BadInputException `VIEW_UNKNOWN`
  void checkView() {
    if (view.trust() instanceof View.Trust.Only) {
      names();
    }
  }

  /// Names are joined by lists, analysts and claims of aliases; nothing else of the ledger is read.
  private Names names() {
    Names known = names.orElseGet(() -> {
      Snapshot snapshot = part(all(new ClaimQuery(List.of(new Condition.OfType(Set.of(ClaimType.ALIAS))),
          ClaimOrder.RECORDED)).reversed());
      NameClaims said = NameClaims.in(snapshot, SameStory.group(snapshot.documents().values()));
      Desk.check(view, said);
      return Names.under(said, view);
    });
    names = Optional.of(known);
    return known;
  }

  private List<RecordedClaim> all(ClaimQuery query) {
    List<RecordedClaim> all = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));
    while (next.isPresent()) {
      PageRequest asked = next.get();
      Page<RecordedClaim> page = ledger.claims(query, asOf, asked);
      all.addAll(page.items());
      next = page.next().map(asked::then);
    }
    return all;
  }

  /// A snapshot of some claims, with their documents and what lists say of names.
  private Snapshot part(List<RecordedClaim> claims) {
    Map<DocumentId, Document> documents = new TreeMap<>();
    claims.forEach(claim -> documents.computeIfAbsent(claim.claim().document(),
        id -> ledger.document(id).orElseThrow().reading().document()));
    return new Snapshot(asOf, documents, claims, 0, NamesOnRecord.of(ledger.names(), asOf), List.of());
  }

  /// A document.
  ///
  /// @param key its id or the beginning of it
  /// @return its id
  /// @throws NotFoundException `DOCUMENT_UNKNOWN` if there is none
  public DocumentId document(String key) {
    String id = key.strip().toLowerCase(Locale.ROOT);
    DocumentId whole = new DocumentId(id.startsWith("document--") ? id : "document--" + id);
    return ledger.document(whole).isPresent() ? whole
        : new DocumentId(page(parts.apply(AsOf.NOW).document(key)).id());
  }

  /// A claim.
  ///
  /// @param key its id or the beginning of it
  /// @return the claim with all that was done about it
  /// @throws NotFoundException `CLAIM_UNKNOWN` if there is none
  public ClaimHistory claim(String key) {
    String id = key.strip().toLowerCase(Locale.ROOT);
    return ledger.claim(id.startsWith("claim--") ? id : "claim--" + id)
        .or(() -> ledger.claim(claim(parts.apply(AsOf.NOW).claim(key)).claim().id())).orElseThrow();
  }

  private static DocumentPage page(Part part) {
    return part.desk().documents().page(part.id());
  }

  private static ClaimPage claim(Part part) {
    return part.desk().documents().claim(part.id());
  }

  /// Codes of two letters: those of ISO 3166-1, and of the tables besides (Kosovo, the European Union).
  private static boolean isCode(String code) {
    return Set.of(Locale.getISOCountries()).contains(code) || code.equals("EU")
        || Gazetteer.standard().state(code).isPresent();
  }

  /// What an id is of, a claim or a document.
  ///
  /// @param key its id or the beginning of it, with or without its type
  /// @return its id
  /// @throws NotFoundException `CLAIM_UNKNOWN` if there is neither
  /// @throws BadInputException `ID_AMBIGUOUS` if there are both
  public String claimOrDocument(String key) {
    String typed = key.strip().toLowerCase(Locale.ROOT);
    if (typed.startsWith("document--")) {
      return document(typed).value();
    }
    if (typed.startsWith("claim--")) {
      return claim(typed).read().id();
    }
    Optional<String> document = found(() -> document(typed).value());
    Optional<String> claim = found(() -> claim(typed).read().id());
    if (document.isPresent() && claim.isPresent()) {
      throw new BadInputException("ID_AMBIGUOUS",
          "'" + key.strip() + "' is the beginning of " + claim.get() + " and of "
              + document.get() + "; give more of it, or its type");
    }
    return document.or(() -> claim).orElseThrow(() -> new NotFoundException("CLAIM_UNKNOWN",
        "no claim and no document has the id " + key.strip() + "; 'claims' and 'search' print ids"));
  }

  private static Optional<String> found(java.util.function.Supplier<String> id) {
    try {
      return Optional.of(id.get());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> inAnyCase(String word) {
    return Gazetteer.standard().states(word).stream()
        .filter(state -> state.names().values().stream().flatMap(List::stream).anyMatch(word::equalsIgnoreCase))
        .map(Gazetteer.State::iso2).findFirst();
  }

  /// The code of a state.
  ///
  /// @param typed a name, in a language read and in any case, or a code
  /// @return ISO 3166-1 alpha-2
  /// @throws BadInputException `STATE_UNKNOWN` if it is neither
  public static String state(String typed) {
    return stateOf(typed).orElseThrow(() -> new BadInputException("STATE_UNKNOWN",
        "no state is called '" + typed + "'; give its name or its code of two letters"));
  }

  /// The code of a state.
  ///
  /// @param typed a name, in a language read and in any case, or a code
  /// @return ISO 3166-1 alpha-2; empty if it is neither
  static Optional<String> stateOf(String typed) {
    String word = typed.strip();
    if (word.matches("[A-Za-z]{2}") && isCode(word.toUpperCase(Locale.ROOT))) {
      return Optional.of(word.toUpperCase(Locale.ROOT));
    }
    return org.tingbok.reading.knowledge.Names.standard().lookUp(word).flatMap(match -> match.as(Name.Sort.STATE))
        .flatMap(Name::country).or(() -> inAnyCase(word));
  }
}
