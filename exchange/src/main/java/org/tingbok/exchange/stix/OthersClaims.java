package org.tingbok.exchange.stix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Saying;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.JsonNode;

/// What objects of others say as claims: attributions, affiliations, aliases and opinions, each on the word of its creator. The
/// words are what the objects hold of it in words; claims are made once the document that they are words of has its id.
final class OthersClaims {
  private static final int MOST_REFERENCES = 20;
  private static final Set<String> OPERATIONS = Set.of("incident", "campaign");
  private static final Set<String> ACTORS = Set.of("intrusion-set", "threat-actor");

  private final Cast cast;
  private final Optional<Party> publisher;
  private final Passages passages;
  private final List<Imported.Fault> faults = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();

  /// What is said, as soon as it is known in which document.
  @FunctionalInterface
  interface Statement {
    Claim in(DocumentId document);
  }

  OthersClaims(Cast cast, Optional<Party> publisher, Passages passages) {
    this.cast = cast;
    this.publisher = publisher;
    this.passages = passages;
  }

  List<Imported.Fault> faults() {
    return faults;
  }

  List<Claim> claims(DocumentId document) {
    Map<String, Claim> claims = new LinkedHashMap<>();
    statements.stream().map(statement -> statement.in(document))
        .forEach(claim -> claims.putIfAbsent(claim.id(), claim));
    return List.copyOf(claims.values());
  }

  /// Whether an object may say a claim.
  static boolean speaks(StixObject object) {
    return !object.revoked() && object.provenance().isMissingNode() && switch (object.type()) {
      case "relationship" -> Set.of("attributed-to", "revoked-by", "duplicate-of").contains(
          object.text("relationship_type"))
          && (OPERATIONS.contains(type(object.text("source_ref"))) || ACTORS.contains(type(object.text("source_ref"))));
      case "intrusion-set", "threat-actor" -> !aliases(object).isEmpty();
      case "opinion" -> true;
      default -> false;
    };
  }

  private static String type(String id) {
    return StixValues.typeOf(id).orElse("");
  }

  private static List<String> aliases(StixObject object) {
    return object.texts("aliases").stream().map(String::strip)
        .filter(name -> !name.isBlank() && !name.equals(object.text("name").strip())).distinct().toList();
  }

  /// Adds what an object says, with its words.
  void add(StixObject object) {
    switch (object.type()) {
      case "relationship" -> relationship(object);
      case "opinion" -> opinion(object);
      default -> aliasesOf(object);
    }
  }

  private void relationship(StixObject object) {
    Optional<StixObject> source = cast.get(object.text("source_ref"));
    Optional<StixObject> target = cast.get(object.text("target_ref"));
    if (source.isEmpty() || target.isEmpty()) {
      mute(object, "the bundle does not hold " + (source.isEmpty() ? object.text("source_ref")
          : object.text("target_ref")) + " that it speaks of, or it was set aside");
      return;
    }
    Optional<List<Party>> claimants = claimants(object);
    Optional<Party> other = cast.party(target.get());
    if (claimants.isEmpty() || other.isEmpty() || source.get().maybe("name").isEmpty()) {
      mute(object, claimants.isEmpty() ? "nobody is told who says it (created_by_ref)"
          : "what it joins is nobody with a name");
      return;
    }
    List<Evidence> evidence = words(object, source.get().text("name").strip() + " "
        + object.text("relationship_type") + " " + other.get().name(), object.text("description"));
    Saying saying = saying(object, claimants.get(), object.text("created"));
    Optional<Party> one = cast.party(source.get());
    String type = object.text("relationship_type");
    if (OPERATIONS.contains(source.get().type())) {
      if (type.equals("attributed-to")) {
        statements.add(document -> new Claim.Attribution(document, saying, List.of(other.get()),
            Optional.of(account(document, source.get())), evidence));
      }
    } else if (one.isPresent() && type.equals("attributed-to")) {
      statements.add(document -> new Claim.Affiliation(document, saying, one.get(), other.get(),
          AffiliationRelation.LINKED_TO, evidence));
    } else if (one.isPresent()) {
      boolean revoked = type.equals("revoked-by");
      statements.add(document -> new Claim.Alias(document, saying, revoked ? other.get() : one.get(),
          revoked ? one.get() : other.get(), revoked ? AliasRelation.FORMER : AliasRelation.SAME, evidence));
    }
  }

  private void aliasesOf(StixObject object) {
    Optional<Party> actor = cast.party(object);
    Optional<List<Party>> claimants = claimants(object);
    if (actor.isEmpty() || claimants.isEmpty()) {
      mute(object, "nobody is told who gives it its aliases (created_by_ref)");
      return;
    }
    Saying saying = saying(object, claimants.get(), object.modified());
    for (String alias : aliases(object)) {
      String cited = object.json().path("external_references").valueStream()
          .filter(reference -> reference.path("source_name").asString("").equals(alias))
          .map(reference -> reference.path("description").asString("")).findFirst().orElse("");
      Evidence evidence = passages.add(actor.get().name() + ", alias " + alias + (cited.isBlank() ? "" : " " + cited));
      Party name = new Party(alias, actor.get().kind(), actor.get().country(), alias);
      statements.add(document -> new Claim.Alias(document, saying, actor.get(), name, AliasRelation.SAME,
          List.of(evidence)));
    }
  }

  /// An opinion about an attribution: whoever agrees says it, too; whoever disagrees says that it was not they, or denies it
  /// where it is they who are accused.
  private void opinion(StixObject object) {
    String opinion = object.text("opinion");
    if (opinion.equals("neutral")) {
      return;
    }
    boolean agrees = opinion.endsWith("agree") && !opinion.endsWith("disagree");
    Optional<List<Party>> claimants = claimants(object);
    for (String ref : object.texts("object_refs")) {
      Optional<StixObject> about = cast.get(ref).filter(one -> one.text("relationship_type").equals("attributed-to")
          && OPERATIONS.contains(type(one.text("source_ref"))));
      Optional<StixObject> operation = about.flatMap(one -> cast.get(one.text("source_ref")));
      Optional<Party> accused = about.flatMap(one -> cast.get(one.text("target_ref"))).flatMap(cast::party);
      if (operation.isEmpty() || accused.isEmpty()) {
        continue;
      }
      if (claimants.isEmpty()) {
        mute(object, "nobody is told whose opinion it is (authors, created_by_ref)");
        return;
      }
      List<Evidence> evidence = words(object, opinion + ": " + operation.get().text("name").strip() + " attributed-to "
          + accused.get().name(), object.text("explanation"));
      Saying saying = saying(object, claimants.get(), object.text("created"));
      boolean self = claimants.get().stream()
          .anyMatch(party -> NameKey.of(party.name()).equals(NameKey.of(accused.get().name())));
      statements.add(document -> {
        Optional<IncidentAccount> account = Optional.of(account(document, operation.get()));
        return agrees ? new Claim.Attribution(document, saying, List.of(accused.get()), account, evidence)
            : self ? new Claim.Denial(document, saying, account, evidence)
                : new Claim.NonAttribution(document, saying, List.of(accused.get()), account, false, evidence);
      });
    }
  }

  /// What stands between an object and why it makes no claim.
  static final String MUTE = " is kept, and makes no claim: ";

  private void mute(StixObject object, String why) {
    faults.add(new Imported.Fault("STIX_UNSAID", object.name() + MUTE + why));
  }

  /// The words of a statement: what is joined, what is said of it, how sure, and what is cited for it.
  private List<Evidence> words(StixObject object, String joined, String said) {
    List<Evidence> words = new ArrayList<>();
    passages.part();
    words.add(passages.add(joined));
    if (!said.isBlank()) {
      words.add(passages.add(said));
    }
    confidence(object).ifPresent(number -> words.add(passages.add("confidence " + number)));
    object.json().path("external_references").valueStream().limit(MOST_REFERENCES)
        .map(OthersClaims::reference).filter(line -> !line.isBlank()).forEach(line -> words.add(passages.add(line)));
    return List.copyOf(words);
  }

  static String reference(JsonNode reference) {
    StringBuilder line = new StringBuilder(reference.path("source_name").asString("").strip());
    for (String slot : List.of("external_id", "description", "url")) {
      String text = reference.path(slot).asString("").strip();
      if (!text.isEmpty()) {
        line.append(line.isEmpty() ? "" : slot.equals("description") ? ": " : " ").append(text);
      }
    }
    return line.toString();
  }

  private static Optional<Integer> confidence(StixObject object) {
    JsonNode number = object.json().path("confidence");
    return number.isInt() ? Optional.of(number.asInt()) : Optional.empty();
  }

  /// By the scale None, Low, Med, High of STIX 2.1, appendix A.
  private static Certainty certainty(StixObject object) {
    return confidence(object).map(number -> {
      AnalyticConfidence level = number < 30 ? AnalyticConfidence.LOW
          : number < 70 ? AnalyticConfidence.MODERATE : AnalyticConfidence.HIGH;
      CertaintyLevel sounds = switch (level) {
        case LOW -> CertaintyLevel.LOW;
        case MODERATE -> CertaintyLevel.MODERATE;
        case HIGH -> CertaintyLevel.HIGH;
      };
      return new Certainty(sounds, Optional.of("confidence " + number), Optional.empty(), Optional.of(level));
    }).orElse(Certainty.ASSERTED);
  }

  private Saying saying(StixObject object, List<Party> claimants, String moment) {
    boolean own = publisher.isPresent() && claimants.size() == 1 && claimants.getFirst().name().equals(
        publisher.get().name());
    List<String> via = own ? List.of() : publisher.map(Party::name).stream().toList();
    PartialDate said = Cast.said(moment);
    return new Saying(claimants, Optional.empty(), own, via, certainty(object), said);
  }

  /// Who says what an object says: its authors, else its creator, else whoever published it. What a ledger of ours wrote is
  /// said by those whom its words name.
  private Optional<List<Party>> claimants(StixObject object) {
    if (object.text("created_by_ref").equals(Entities.LEDGER)) {
      List<String> authors = new ArrayList<>(object.texts("authors"));
      cast.notes(object.id()).stream().sorted(Comparator.comparing(StixObject::id))
          .filter(note -> note.text("created_by_ref").equals(Entities.LEDGER) && authors.isEmpty())
          .forEach(note -> authors.addAll(note.texts("authors")));
      return authors.isEmpty() ? Optional.empty() : Optional.of(authors.stream().map(OthersClaims::author).toList());
    }
    List<Party> authors =
        object.texts("authors").stream().filter(name -> !name.isBlank()).map(OthersClaims::author).toList();
    if (!authors.isEmpty()) {
      return Optional.of(authors);
    }
    return cast.creator(object).or(() -> object.maybe("created_by_ref").isPresent() ? Optional.empty() : publisher)
        .map(List::of);
  }

  private static Party author(String name) {
    return new Party(name.strip(), PartyKind.ORGANISATION, Optional.empty(), name.strip());
  }

  private IncidentAccount account(DocumentId document, StixObject operation) {
    List<Party> victims = cast.targets(operation.id(), "targets").filter(one -> one.type().equals("identity"))
        .filter(one -> !one.text("identity_class").equals("class")).flatMap(one -> cast.party(one).stream()).distinct()
        .toList();
    Set<String> countries = new TreeSet<>();
    cast.targets(operation.id(), "targets").filter(one -> one.type().equals("location"))
        .flatMap(one -> one.maybe("country").stream()).filter(Cast::code).forEach(countries::add);
    Set<String> sectors = new TreeSet<>();
    cast.targets(operation.id(), "targets").flatMap(one -> one.texts("sectors").stream()).forEach(sectors::add);
    Set<String> names = new TreeSet<>();
    if (operation.type().equals("campaign")) {
      names.add(operation.text("name").strip());
      names.addAll(operation.texts("aliases"));
    }
    return new IncidentAccount(document, operation.id(), operation.text("name").strip(), victims,
        Cast.period(operation), names, countries, sectors);
  }
}
