package org.tingbok.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidTime;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.NameLevel;
import org.tingbok.vocabulary.PartialDate;

/// The rules of [Origins] and [Disputes] in pieces, for whoever has more claims than one machine holds.
///
/// What is said of parties and of names is brought together first ([#facts], [#aliases]), as everybody has to know it ([#who]).
/// Then each document says to which parts it belongs ([#parts]): incidents, stories that tell of none, names that are related. A
/// part is worked out by itself ([#found]), and what is found is what [Analysis] finds in a snapshot of everything. Of names,
/// the documents' word is taken, as [View#ANY] takes it; what lists and analysts say stands in a ledger, and tells there.
///
/// Pure functions, safe for several threads.
public final class ClaimParts {
  private ClaimParts() {
  }

  /// A document with what it claims.
  ///
  /// @param document of the text only what is looked at here, blanks for the rest
  /// @param claims its claims
  /// @param story the document that stands for the story that it tells; itself if it tells one of its own
  public record Told(Document document, List<Claim> claims, DocumentId story) {
    /// Copies the list.
    public Told {
      claims = List.copyOf(claims);
    }

    private Document bare() {
      return ClaimParts.bare(document, "");
    }
  }

  /// A document in its place among others.
  ///
  /// @param told the document
  /// @param first the document that stands for its story, without its text; empty if it is itself
  /// @param incidents those that it tells of, as [#seenBy] it
  public record InPlace(Told told, Optional<Document> first, List<Incident> incidents) {
    /// Copies the list.
    public InPlace {
      incidents = List.copyOf(incidents);
    }
  }

  /// What was found in a part.
  ///
  /// @param matters what is claimed there, with whose word it rests on, by key
  /// @param disputed whether it is an incident about which claims conflict
  public record Found(List<Matter> matters, boolean disputed) {
    /// Copies the list.
    public Found {
      matters = List.copyOf(matters);
    }
  }

  /// What is looked at of a reading.
  ///
  /// @param reading what was read of one document
  /// @param story the document that stands for the story that it tells
  /// @return the document with all of its claims
  public static Told told(Reading reading, DocumentId story) {
    Document document = reading.document();
    return new Told(bare(document, Advice.lookedAt(document.text(), reading.claims())), reading.claims(), story);
  }

  private static Document bare(Document document, String text) {
    return new Document(document.id(), document.source(), document.sha256(), document.mediaType(), text,
        document.title(), document.publisher(), document.published(), document.language(), List.of(), false, List.of());
  }

  /// A document as copies of it need it.
  ///
  /// @param told the document
  /// @return without its text
  public static Document first(Told told) {
    return told.bare();
  }

  /// What the claims of a document tell of parties.
  ///
  /// @param told the document
  /// @return each thing once
  public static Set<Parties.Fact> facts(Told told) {
    Set<Parties.Fact> facts = new HashSet<>();
    recorded(told).forEach(claim -> Parties.tell(claim, facts::add));
    return facts;
  }

  /// The claims of a document that relate names.
  ///
  /// @param told the document
  /// @return without text; empty if it has none
  public static Optional<Told> aliases(Told told) {
    List<Claim> aliases = told.claims().stream().filter(Claim.Alias.class::isInstance).toList();
    return aliases.isEmpty() ? Optional.empty() : Optional.of(new Told(told.bare(), aliases, told.story()));
  }

  /// Who is who by all that documents say.
  ///
  /// @param facts of all documents, in any order
  /// @param aliases of all documents, in any order
  /// @param levels the level of a name; empty if it is not known
  /// @return the same for the same facts
  public static WhoIsWho who(Collection<Parties.Fact> facts, Collection<Told> aliases,
      Function<String, Optional<NameLevel>> levels) {
    Snapshot said = snapshot(aliases.stream().map(one -> new InPlace(one, Optional.empty(), List.of())).toList());
    return WhoIsWho.of(Parties.told(facts), Names.under(NameClaims.in(said, stories(aliases)), View.ANY), levels);
  }

  /// An incident as one of its documents needs it: that it is there and when it happened, with what this document tells of it.
  ///
  /// @param incident an incident
  /// @param document one of its documents
  /// @return with its id and its time
  public static Incident seenBy(Incident incident, DocumentId document) {
    return with(incident, incident.accounts().stream().filter(account -> account.document().equals(document)).toList());
  }

  private static Incident with(Incident incident, List<IncidentAccount> accounts) {
    return new Incident(incident.id(), "", List.of(), Set.of(), incident.period(), accounts, List.of(), List.of(),
        Optional.empty(), List.of(), false);
  }

  /// The parts that a document belongs to.
  ///
  /// @param document the document
  /// @param who who is who by all documents
  /// @return by part, what is needed there: all of it for an incident, for others the claims that belong to them
  public static Map<String, InPlace> parts(InPlace document, WhoIsWho who) {
    Map<String, InPlace> parts = new TreeMap<>();
    Pieces pieces = new Pieces(List.of(document), who);
    Map<String, List<Claim>> others = new TreeMap<>();
    for (RecordedClaim recorded : pieces.statements.all()) {
      others.computeIfAbsent(pieces.origins.part(recorded.claim()), _ -> new ArrayList<>()).add(recorded.claim());
    }
    Told told = document.told();
    others.forEach((part, claims) -> parts.put(part,
        new InPlace(new Told(told.document(), claims, told.story()), document.first(), document.incidents())));
    document.incidents().forEach(incident -> parts.put(incident.id(), document));
    return parts;
  }

  /// What follows from a part.
  ///
  /// @param part which
  /// @param documents all documents that belong to it, in any order
  /// @param who who is who by all documents
  /// @return what is claimed there, and whether it is disputed
  public static Found found(String part, Collection<InPlace> documents, WhoIsWho who) {
    Pieces pieces = new Pieces(documents, who);
    Map<String, Matter> matters = new TreeMap<>();
    for (RecordedClaim recorded : pieces.statements.all()) {
      if (pieces.origins.part(recorded.claim()).equals(part)) {
        pieces.origins.of(recorded.claim()).forEach(matter -> matters.put(matter.key(), matter));
      }
    }
    boolean incident = pieces.incidents.containsKey(part);
    return new Found(List.copyOf(matters.values()),
        incident && Disputes.in(pieces.statements, who.standing()).stream()
            .anyMatch(dispute -> !dispute.lapsed() && dispute.incident().filter(part::equals).isPresent()));
  }

  /// Some documents put together.
  private static final class Pieces {
    private final Map<String, Incident> incidents = new TreeMap<>();
    private final Statements statements;
    private final Origins origins;

    Pieces(Collection<InPlace> documents, WhoIsWho who) {
      Map<String, List<IncidentAccount>> accounts = new TreeMap<>();
      documents.forEach(one -> one.incidents().forEach(incident -> {
        incidents.putIfAbsent(incident.id(), incident);
        accounts.computeIfAbsent(incident.id(), _ -> new ArrayList<>()).addAll(incident.accounts());
      }));
      incidents.replaceAll((id, incident) -> with(incident, accounts.getOrDefault(id, List.of())));
      Snapshot snapshot = snapshot(documents);
      this.statements = new Statements(snapshot, incidents.values(),
          stories(documents.stream().map(InPlace::told).toList()));
      this.origins = Origins.of(statements, who.unlevelled(),
          new Voices(snapshot, statements, who.unlevelledVoices()));
    }
  }

  private static List<RecordedClaim> recorded(Told told) {
    return told.claims().stream().map(claim -> {
      SaidTime time = SaidTime.of(claim, told.document());
      return new RecordedClaim(claim, time.said(), time.bound(), Instant.EPOCH);
    }).toList();
  }

  private static Snapshot snapshot(Collection<InPlace> some) {
    Map<DocumentId, InPlace> sorted = new TreeMap<>();
    some.forEach(one -> sorted.put(one.told().document().id(), one));
    Map<DocumentId, Document> documents = new TreeMap<>();
    List<RecordedClaim> claims = new ArrayList<>();
    for (InPlace one : sorted.values()) {
      one.first().ifPresent(first -> documents.putIfAbsent(first.id(), first));
      documents.put(one.told().document().id(), one.told().document());
      claims.addAll(recorded(one.told()));
    }
    return new Snapshot(AsOf.NOW, documents, claims, 0, NamesOnRecord.of(List.of(), AsOf.NOW), List.of());
  }

  private static List<Family> stories(Collection<Told> documents) {
    Map<DocumentId, Set<DocumentId>> members = new TreeMap<>();
    documents.forEach(one -> members.computeIfAbsent(one.story(), story -> new TreeSet<>(Set.of(story)))
        .add(one.document().id()));
    return members.entrySet().stream()
        .map(story -> new Family(story.getKey(), List.copyOf(story.getValue()), PartialDate.NOT_STATED)).toList();
  }
}
