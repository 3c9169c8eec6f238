package org.tingbok.exchange.stix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.document.Document;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.StixConfidence;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.Tlp;

/// The objects that are made of the claims of one document, and its report.
final class ClaimObjects {
  private final Bundle bundle;
  private final Entities entities;
  private final Extract extract;
  private final Extract.Part part;
  private final Document document;
  private final String report;
  /// What the report refers to, the publisher first.
  private final Set<String> told = new LinkedHashSet<>();
  /// The accusations of this document by the incident that they are about, for what denies them.
  private final Map<String, List<String>> accusations = new LinkedHashMap<>();

  ClaimObjects(Bundle bundle, Entities entities, Extract extract, Extract.Part part) {
    this.bundle = bundle;
    this.entities = entities;
    this.extract = extract;
    this.part = part;
    this.document = part.document();
    this.report = ContentId.of("report", document.id().value());
  }

  void write() {
    if (kept()) {
      return;
    }
    told.add(document.publisher().filter(name -> !name.isBlank()).map(entities::organisation)
        .orElse(Entities.LEDGER));
    part.claims().stream().filter(recorded -> !(recorded.claim() instanceof Claim.Denial)).forEach(this::claim);
    part.claims().stream().filter(recorded -> recorded.claim() instanceof Claim.Denial).forEach(this::claim);
    report();
  }

  /// Writes the objects that a document was made of as they came. A document of another ledger of which nothing was asked
  /// apart or done since needs no more; else they keep the day on which they were made.
  ///
  /// @return whether nothing is left to be written
  private boolean kept() {
    List<StixObject> kept = KeptObjects.of(document);
    boolean own = kept.stream().anyMatch(object -> object.id().equals(report) && OwnClaims.is(object));
    boolean untouched = part.whole()
        && part.claims().stream().allMatch(one -> changed(one).equals(one.recordedAt()))
        && extract.markings().changed(document.id().value(), part.recordedAt()).equals(part.recordedAt());
    if (own && !untouched) {
      kept.forEach(bundle::began);
    } else if (part.whole()) {
      kept.forEach(bundle::pass);
      document.publisher().ifPresent(entities::known);
      part.claims().stream().flatMap(recorded -> recorded.claim().saying().claimants().stream())
          .forEach(entities::known);
    }
    return own && untouched;
  }

  private void claim(RecordedClaim recorded) {
    Claim claim = recorded.claim();
    Optional<String> incident = claim.account().flatMap(account -> extract.incidents().apply(recorded)
        .map(about -> entities.incident(about, account)));
    Map<String, Object> provenance = Provenance.of(recorded, document, entities, incident, report);
    Made made = new Made(recorded, provenance, incident);
    List<String> about = switch (claim) {
      case Claim.Attribution attribution -> attribution(made, attribution);
      case Claim.NonAttribution non -> refs(incident, non.accused().stream().map(entities::actor).toList());
      case Claim.Denial _ -> denial(made);
      case Claim.Alias alias -> alias(made, alias);
      case Claim.Affiliation affiliation -> affiliation(made, affiliation);
      case Claim.Response response -> refs(incident, response.target().stream().map(entities::identity).toList());
      case Claim.Impact _ -> refs(incident, List.of());
      case Claim.Method method -> {
        List<String> means = new ArrayList<>();
        method.vulnerabilities().forEach(cve -> entities.vulnerability(cve).ifPresent(means::add));
        method.techniques().forEach(one -> entities.technique(one).ifPresent(means::add));
        yield refs(incident, means);
      }
    };
    note(made, about);
    recorded.retraction().ifPresent(act -> retraction(made, act));
  }

  /// A claim with what all its objects share.
  private record Made(RecordedClaim recorded, Map<String, Object> provenance, Optional<String> incident) {
    String claimants() {
      return recorded.claim().saying().claimants().stream().map(Party::name).collect(Collectors.joining(", "));
    }

    List<String> authors() {
      return recorded.claim().saying().claimants().stream().map(Party::name).distinct().toList();
    }

    /// Who says it, and the words.
    String words() {
      return "Claim by " + claimants() + ": " + recorded.claim().evidence().stream().map(Evidence::quote)
          .collect(Collectors.joining(" […] "));
    }
  }

  private static List<String> refs(Optional<String> first, List<String> more) {
    Set<String> refs = new LinkedHashSet<>();
    first.ifPresent(refs::add);
    refs.addAll(more);
    return List.copyOf(refs);
  }

  private List<String> attribution(Made made, Claim.Attribution claim) {
    List<String> about = new ArrayList<>();
    for (Party accused : claim.accused()) {
      String actor = entities.actor(accused);
      about.add(made.incident.map(incident -> {
        String relationship = relationship(made, incident, "attributed-to", actor);
        accusations.computeIfAbsent(incident, _ -> new ArrayList<>()).add(relationship);
        told.add(incident);
        told.add(actor);
        return relationship;
      }).orElse(actor));
    }
    return refs(Optional.empty(), about);
  }

  private List<String> alias(Made made, Claim.Alias claim) {
    String first = entities.actor(claim.first());
    String second = entities.actor(claim.second());
    return related(made, first, "related-to", second);
  }

  private List<String> affiliation(Made made, Claim.Affiliation claim) {
    String actor = entities.actor(claim.actor());
    String sponsor = sponsor(claim, claim.sponsor(), entities);
    boolean along = (actor.startsWith("intrusion-set--") && sponsor.startsWith("threat-actor--"))
        || (actor.startsWith("threat-actor--") && sponsor.startsWith("identity--"));
    return related(made, actor,
        along && claim.relation() != AffiliationRelation.LINKED_TO ? "attributed-to" : "related-to", sponsor);
  }

  /// Attribution runs from intrusion set to threat actor to identity.
  static String sponsor(Claim claim, Party sponsor, Entities entities) {
    boolean group = claim instanceof Claim.Affiliation one && one.actor().kind() == PartyKind.THREAT_ACTOR;
    return group || sponsor.kind() == PartyKind.THREAT_ACTOR ? entities.actor(sponsor) : entities.identity(sponsor);
  }

  private List<String> related(Made made, String source, String type, String target) {
    told.add(source);
    told.add(target);
    return source.equals(target) ? List.of(source) : List.of(relationship(made, source, type, target));
  }

  private String relationship(Made made, String source, String type, String target) {
    String id = ContentId.of("relationship", made.recorded.id(), source, type, target);
    Map<String, Object> object = object("relationship", id, made);
    object.put("relationship_type", type);
    object.put("description", made.words());
    object.put("source_ref", source);
    object.put("target_ref", target);
    finish(object, made);
    bundle.ends(id, type, source, target);
    return id;
  }

  /// The words of every claim, so that readers without the extension keep them, and readers that keep notes only.
  private void note(Made made, List<String> about) {
    String id = ContentId.of("note", made.recorded.id());
    Map<String, Object> object = object("note", id, made);
    object.put("abstract", made.recorded.claim().type().code());
    object.put("content", made.words() + "\n(" + made.recorded.id() + ")");
    object.put("authors", made.authors());
    List<String> refs = new ArrayList<>(about);
    refs.add(report);
    object.put("object_refs", refs);
    finish(object, made);
    told.addAll(about);
    made.incident.ifPresent(told::add);
  }

  private List<String> denial(Made made) {
    String id = ContentId.of("opinion", made.recorded.id());
    Map<String, Object> object = object("opinion", id, made);
    object.put("explanation", made.words());
    object.put("authors", made.authors());
    object.put("opinion", "strongly-disagree");
    List<String> denied = made.incident.map(incident -> refs(Optional.empty(),
        accusations.getOrDefault(incident, List.of()))).orElse(List.of());
    List<String> refs = new ArrayList<>(denied.isEmpty() ? made.incident.stream().toList() : denied);
    refs.add(report);
    version(object, made, denied);
    object.put("object_refs", refs);
    finish(object, made);
    told.add(id);
    return refs(made.incident, List.of());
  }

  /// A claimant went back on it: the claim's objects have a new version, and this says so in words.
  private void retraction(Made made, Act.Retracted act) {
    String id = ContentId.of("note", made.recorded.id(), act.kind().code(), act.by(), act.day().toString());
    Map<String, Object> object = object("note", id, made);
    object.put("abstract", act.kind().code());
    object.put("content", act.by() + " went back on it on " + act.day() + " (" + act.kind().code() + "): " + act.where()
        + "\n(" + made.recorded.id() + ")");
    object.put("authors", List.of(act.by()));
    object.put("object_refs", List.of(ContentId.of("note", made.recorded.id()), report));
    bundle.write(object);
    told.add(id);
  }

  private Map<String, Object> object(String type, String id, Made made) {
    Map<String, Object> object = Bundle.object(type, id, Stamps.of(Stamps.created(made.recorded.recordedAt(), id)),
        Stamps.of(Stamps.whole(changed(made.recorded))));
    marked(object, extract.markings().of(made.recorded.id(), document.id()));
    return object;
  }

  /// What is marked otherwise is another version.
  private Instant changed(RecordedClaim recorded) {
    return extract.markings().changed(recorded.id(),
        extract.markings().changed(document.id().value(), recorded.changedAt()));
  }

  private void marked(Map<String, Object> object, Optional<Tlp> tlp) {
    tlp.ifPresent(one -> object.put("object_marking_refs", List.of(entities.marking(one))));
  }

  /// Where only a part of the document was asked for, what a denial is about may be another part.
  private void version(Map<String, Object> object, Made made, List<String> refs) {
    if (!part.whole()) {
      Instant created = Stamps.created(made.recorded.recordedAt(), String.valueOf(object.get("id")));
      List<String> content = new ArrayList<>(refs);
      content.add(changed(made.recorded).toString());
      object.put("modified", Stamps.of(Stamps.part(created, content)));
    }
  }

  private void finish(Map<String, Object> object, Made made) {
    object.put("labels", List.of(Provenance.status(made.recorded)));
    OptionalInt confidence = StixConfidence.of(made.recorded.claim().saying().certainty());
    if (confidence.isPresent()) {
      object.put("confidence", confidence.getAsInt());
    }
    object.put("external_references", List.of(reference(made.claimants())));
    object.put("extensions", Map.of(Provenance.ID, made.provenance));
    bundle.write(object);
    told.add(String.valueOf(object.get("id")));
  }

  /// Where it stands; `external_id` because OpenCTI drops references without it.
  private Map<String, Object> reference(String source) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("source_name", source.equals("cve") || source.equals("capec") ? source + " (claimant)" : source);
    document.title().filter(title -> !title.isBlank()).ifPresent(title -> reference.put("description", title));
    address(document).ifPresent(url -> reference.put("url", url));
    reference.put("hashes", Map.of("SHA-256", document.sha256()));
    reference.put("external_id", document.id().value());
    return reference;
  }

  /// The address that a document was fetched from.
  static Optional<String> address(Document document) {
    return Optional.of(document.source()).filter(source -> source.matches("https?://[A-Za-z0-9.-]+(?::\\d{1,5})?"
        + "(?:[/?#][\\x21-\\x7e&&[^\"<>\\\\^`{|}]]*)?"));
  }

  private void report() {
    Instant created = Stamps.created(part.recordedAt(), report);
    Instant changed = extract.markings().changed(document.id().value(), part.claims().stream().map(this::changed)
        .filter(part.recordedAt()::isBefore).max(Instant::compareTo).orElse(part.recordedAt()));
    List<String> refs = List.copyOf(told);
    List<String> content = new ArrayList<>(refs);
    content.add(changed.toString());
    Map<String, Object> object = Bundle.object("report", report, Stamps.of(created),
        Stamps.of(part.whole() ? Stamps.whole(changed) : Stamps.part(created, content)));
    marked(object, extract.markings().of(document.id()));
    String title = document.title().filter(one -> !one.isBlank()).orElse("Untitled report");
    object.put("name", title + document.publisher().filter(one -> !one.isBlank()).map(one -> " (" + one + ")")
        .orElse("") + " [" + document.sha256().substring(0, 8) + "]");
    object.put("report_types", List.of("threat-report"));
    object.put("published", document.published().first().map(day -> day + "T00:00:00.000Z")
        .orElseGet(() -> Stamps.of(part.recordedAt()).substring(0, 10) + "T00:00:00.000Z"));
    object.put("object_refs", refs);
    if (document.language().matches("[a-z]{2,3}") && !document.language().equals("und")) {
      object.put("lang", document.language());
    }
    object.put("external_references", List.of(reference(document.publisher().filter(one -> !one.isBlank())
        .orElse("Tingbok"))));
    Map<String, Object> extension = Provenance.extension("document");
    extension.put("document_id", document.id().value());
    extension.put("document_sha256", document.sha256());
    extension.put("source", part.source());
    extension.put("media_type", document.mediaType());
    extension.put("text_length", KeptObjects.words(document).length());
    Bundle.put(extension, "title", document.title());
    Bundle.put(extension, "publisher", document.publisher());
    extension.put("language", document.language());
    Provenance.period(extension, "published", document.published());
    extension.put("published_precision", precision());
    extension.put("whole", part.whole());
    extract.copies().apply(document.id()).ifPresent(copy -> extension.put("copy_of", copy.value()));
    object.put("extensions", Map.of(Provenance.ID, extension));
    bundle.write(object);
  }

  private String precision() {
    return switch (document.published().iso().length()) {
      case 0 -> "not-stated";
      case 4 -> "year";
      case 7 -> "month";
      case 10 -> "day";
      default -> "range";
    };
  }
}
