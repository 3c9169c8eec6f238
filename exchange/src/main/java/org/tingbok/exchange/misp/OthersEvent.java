package org.tingbok.exchange.misp;

import static org.tingbok.exchange.misp.EventNode.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Sheet;
import org.tingbok.exchange.names.Producers;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.JsonNode;

/// An event of others: what its tags, attributes, objects and references say of who did what is claimed by whoever made the event,
/// unless it names somebody else. Its reports and free annotations are prose, and are read as such.
final class OthersEvent {
  private static final int MOST_VALUES = 2000;
  private static final Set<String> ACTOR_OBJECTS = Set.of("intrusion-set", "threat-actor");
  static final Set<String> PARTY_OBJECTS =
      Set.of("organization", "person", "news-agency", "identity", "legal-entity", "victim");

  private final EventNode event;
  private final OwnClaims own;
  private final List<Imported.Fault> faults;
  private final Sheet sheet = new Sheet();
  private final Map<String, Span> places = new LinkedHashMap<>();
  private final List<Imported.Prose> reports = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Document document;
  private final String publisher;
  private final Set<String> names = new TreeSet<>();
  private int values;

  OthersEvent(EventNode event, OwnClaims own, String name, List<Imported.Fault> faults) {
    this.event = event;
    this.own = own;
    this.faults = faults;
    this.publisher = event.creator().orElse("the maker of the event");
    write();
    this.document = sheet.document(
        new Sheet.Head(name, event.info(), event.creator(), event.date(), "und"));
    claim();
  }

  Reading reading() {
    return new Reading(document, claims.stream().distinct().toList(), List.of());
  }

  List<Imported.Prose> reports() {
    return reports;
  }

  private void write() {
    place("info", sheet.line(event.info()));
    sheet.entry("MISP event", event.uuid() + ", by " + publisher
        + (event.date().stated() ? ", " + event.date().iso() : ""));
    EventNode.tags(event.node()).forEach(tag -> placed("tag " + tag, "Tag", tag));
    clusters().forEach(this::cluster);
    EventNode.attributes(event.node()).forEach(attribute -> attribute(attribute, "attribute", ""));
    event.objects().forEach((uuid, object) -> {
      if (!own.whole().contains(uuid)) {
        String label = text(object, "name") + " " + uuid.substring(0, Math.min(8, uuid.length()));
        EventNode.attributes(object).forEach(attribute -> attribute(attribute, uuid, label + ", "));
        event.references(object).forEach(reference -> placed(place(uuid, reference), label + " " + reference.relation(),
            called(reference.to()) + (reference.comment().isBlank() ? "" : " (" + reference.comment() + ")")));
        prose(object);
      }
    });
    EventNode.live(event.node().path("EventReport")).forEach(report -> report(text(report, "name"),
        text(report, "content"), text(report, "uuid")));
    opinions(event.node());
    if (values > MOST_VALUES) {
      faults.add(new Imported.Fault("MISP_VALUES", "event " + event.uuid() + " has " + values + " values; the "
          + (values - MOST_VALUES) + " behind the first " + MOST_VALUES + " were left out, for none names a claim"));
    }
  }

  private static String place(String uuid, EventNode.Reference reference) {
    return uuid + " " + reference.relation() + " " + text(reference.to(), "uuid") + " " + reference.comment();
  }

  private void place(String key, Span span) {
    places.putIfAbsent(key, span);
  }

  private void placed(String key, String label, String words) {
    if (!words.isBlank()) {
      place(key, sheet.entry(label, words));
    }
  }

  /// Values of indicators stay findable, as many as a reader would look at.
  private void attribute(JsonNode attribute, String key, String label) {
    String value = text(attribute, "value");
    String relation = text(attribute, "object_relation");
    if (value.isBlank() || (attribute.has("data") && own.whole().contains(key))) {
      return;
    }
    boolean telling = telling(text(attribute, "type")) || !label.isEmpty();
    if (telling || ++values <= MOST_VALUES) {
      String comment = text(attribute, "comment");
      placed(key + " " + relation + " " + value, label + (relation.isEmpty() ? text(attribute, "type") : relation),
          value + (comment.isBlank() ? "" : " (" + comment + ")"));
      EventNode.tags(attribute)
          .forEach(
              tag -> placed(key + " " + relation + " tag " + tag, "Tag of " + (relation.isEmpty() ? "it" : relation),
                  tag));
    }
  }

  private static boolean telling(String type) {
    return Set.of("threat-actor", "campaign-name", "campaign-id", "target-org", "target-location", "target-external",
        "text", "comment", "link").contains(type);
  }

  private List<JsonNode> clusters() {
    List<JsonNode> clusters = new ArrayList<>();
    event.node().path("Galaxy").forEach(galaxy -> galaxy.path("GalaxyCluster").forEach(cluster -> {
      if (Tags.actors(text(galaxy, "type")) || Tags.actors(text(cluster, "type"))) {
        clusters.add(cluster);
      }
    }));
    return clusters;
  }

  private static List<String> meta(JsonNode cluster, String slot) {
    JsonNode meta = cluster.path("meta").path(slot);
    return (meta.isArray() ? meta.valueStream() : java.util.stream.Stream.of(meta)).map(one -> one.asString("").strip())
        .filter(one -> !one.isBlank()).toList();
  }

  private void cluster(JsonNode cluster) {
    String value = text(cluster, "value");
    placed("cluster " + value, "Cluster", value);
    List<String> synonyms = meta(cluster, "synonyms");
    if (!synonyms.isEmpty()) {
      sheet.entry("Synonyms of " + value, String.join(", ", synonyms));
    }
    for (String attributed : meta(cluster, "name-attribution")) {
      int colon = attributed.lastIndexOf(':');
      Optional<String> producer = colon <= 0 ? Optional.empty() : Producers.of(attributed.substring(colon + 1));
      producer.ifPresentOrElse(one -> placed("name " + value + " " + attributed, "Name of " + value,
          attributed.substring(0, colon) + ", by " + one),
          () -> faults.add(new Imported.Fault("MISP_PRODUCER", "event " + event.uuid() + ", cluster '" + value
              + "': '" + attributed + "' names no producer of MISP's galaxy; who gives that name is not known")));
    }
  }

  /// Notes, opinions: what analysts of MISP put beside a thing.
  private void opinions(JsonNode node) {
    EventNode.live(node.path("Opinion")).forEach(opinion -> placed("opinion " + text(opinion, "uuid"),
        "Opinion " + text(opinion, "opinion") + " of " + by(opinion),
        Optional.of(text(opinion, "comment")).filter(words -> !words.isBlank()).orElse("(no words)")));
    EventNode.live(node.path("Note"))
        .forEach(note -> placed("note " + text(note, "uuid"), "Note by " + by(note), text(note, "note")));
    for (String slot : List.of("Object", "Attribute", "EventReport")) {
      node.path(slot).forEach(this::opinions);
    }
  }

  private String by(JsonNode analyst) {
    return Optional.of(text(analyst.path("Orgc"), "name")).filter(name -> !name.isBlank())
        .or(() -> Optional.of(text(analyst, "authors")).filter(name -> !name.isBlank())).orElse(publisher);
  }

  private void report(String title, String content, String uuid) {
    if (!content.isBlank()) {
      reports.add(new Imported.Prose(uuid + ".md",
          "---\ntitle: " + plain(title.isBlank() ? event.info() : title) + "\n"
              + event.creator().map(name -> "publisher: " + plain(name) + "\n").orElse("")
              + (event.date().stated() ? "published: " + event.date().iso() + "\n" : "") + "---\n\n" + content + "\n"));
    }
  }

  private static String plain(String line) {
    return line.replaceAll("\\s+", " ").strip();
  }

  /// An annotation that no reference ties to a claimant or an actor is prose.
  private void prose(JsonNode object) {
    if (text(object, "name").equals("annotation") && type(object).isEmpty()) {
      EventNode.value(object, "text").ifPresent(words -> report("", words, text(object, "uuid")));
    }
  }

  private void claim() {
    Certainty certainty = Tags.certainty(EventNode.tags(event.node()));
    EventNode.attributes(event.node()).stream().filter(one -> text(one, "type").equals("campaign-name"))
        .forEach(one -> names.add(text(one, "value")));
    EventNode.tags(event.node()).forEach(tag -> Tags.actor(tag)
        .ifPresent(actor -> accuse(List.of(actor(actor)), certainty, "tag " + tag, actor)));
    for (JsonNode cluster : clusters()) {
      String value = text(cluster, "value");
      if (EventNode.tags(event.node()).stream().flatMap(tag -> Tags.actor(tag).stream())
          .noneMatch(Tags.name(value)::equals)) {
        accuse(List.of(actor(Tags.name(value))), certainty, "cluster " + value, value);
      }
      named(cluster, value);
    }
    for (JsonNode attribute : EventNode.attributes(event.node())) {
      if (text(attribute, "type").equals("threat-actor")) {
        String value = text(attribute, "value");
        accuse(List.of(actor(value)), Tags.certainty(EventNode.tags(attribute)), "attribute  " + value, value);
      }
    }
    event.objects().forEach((uuid, object) -> {
      if (!own.whole().contains(uuid)) {
        object(uuid, object);
      }
    });
    opinion(event.node(), accused());
  }

  private List<Party> accused() {
    return claims.stream().flatMap(one -> one instanceof Claim.Attribution attribution ? attribution.accused().stream()
        : java.util.stream.Stream.<Party>empty()).distinct().toList();
  }

  /// Names that producers give: each is that producer's claim, as the galaxy has it.
  private void named(JsonNode cluster, String value) {
    for (String attributed : meta(cluster, "name-attribution")) {
      int colon = attributed.lastIndexOf(':');
      String name = colon <= 0 ? "" : attributed.substring(0, colon);
      if (colon > 0 && !name.equalsIgnoreCase(value)) {
        Producers.of(attributed.substring(colon + 1))
            .ifPresent(producer -> add(new Claim.Alias(document.id(), told(producer, Certainty.ASSERTED),
                actor(Tags.name(value)), actor(name), AliasRelation.SAME,
                evidence("name " + value + " " + attributed, ""))));
      }
    }
  }

  private void object(String uuid, JsonNode object) {
    String kind = text(object, "name");
    List<EventNode.Reference> references = event.references(object);
    if (kind.equals("annotation")) {
      annotation(uuid, object, references);
    } else if (ACTOR_OBJECTS.contains(kind)) {
      Party actor = party(object);
      EventNode.values(object, "aliases")
          .forEach(alias -> add(new Claim.Alias(document.id(), ownVoice(Certainty.ASSERTED),
              actor, actor(alias), AliasRelation.SAME, evidence(uuid + " aliases " + alias, alias))));
      references.stream().filter(one -> one.relation().equals("attributed-to") && somebody(one.to()))
          .forEach(one -> add(new Claim.Affiliation(document.id(), ownVoice(Certainty.ASSERTED), actor, party(one.to()),
              AffiliationRelation.LINKED_TO, evidence(place(uuid, one), ""))));
    } else {
      references.stream().filter(one -> one.relation().equals("attributed-to") && somebody(one.to())).forEach(one -> {
        if (kind.equals("incident") || kind.equals("report")) {
          accuse(List.of(party(one.to())), Certainty.ASSERTED, place(uuid, one), "");
        } else {
          faults.add(new Imported.Fault("MISP_REFERENCE", "event " + event.uuid() + ": that " + kind + " " + uuid
              + " is attributed to " + called(one.to()) + " says nothing of an operation; it stays in the text only"));
        }
      });
    }
  }

  /// What an annotation says, told by its references.
  private Optional<String> type(JsonNode annotation) {
    List<EventNode.Reference> references = event.references(annotation);
    Optional<String> told = references.stream().filter(one -> one.relation().equals("annotates"))
        .map(EventNode.Reference::comment).filter(comment -> comment.matches("[a-z-]{4,16}")).findFirst();
    boolean accuses = references.stream().anyMatch(one -> one.relation().equals("attributed-to") && somebody(one.to()));
    boolean sponsored = accuses && references.stream().anyMatch(one -> one.relation().equals("annotates")
        && ACTOR_OBJECTS.contains(text(one.to(), "name")));
    return told.filter(word -> word.equals("denies") || word.equals("denial")).map(_ -> "denial")
        .or(() -> sponsored ? Optional.of("affiliation") : accuses ? Optional.of("attribution") : Optional.empty())
        .or(() -> references.stream().filter(one -> one.relation().equals("annotates")
            && ACTOR_OBJECTS.contains(text(one.to(), "name"))).count() == 2 ? Optional.of("alias") : Optional.empty());
  }

  private void annotation(String uuid, JsonNode object, List<EventNode.Reference> references) {
    Optional<JsonNode> words = EventNode.attribute(object, "text");
    Optional<String> type = type(object);
    if (words.isEmpty() || type.isEmpty()) {
      return;
    }
    String said = text(words.get(), "value");
    List<Evidence> evidence = evidence(uuid + " text " + said, said);
    List<Party> claimants = parties(references, "claimed-by");
    Certainty certainty = Tags.certainty(EventNode.tags(words.get()));
    Saying saying = claimants.isEmpty() ? ownVoice(certainty)
        : new Saying(claimants, Optional.empty(), false, List.of(publisher), certainty, PartialDate.NOT_STATED);
    List<Party> accused = parties(references, "attributed-to");
    List<EventNode.Reference> annotated = references.stream().filter(one -> one.relation().equals("annotates"))
        .filter(one -> ACTOR_OBJECTS.contains(text(one.to(), "name"))).toList();
    switch (type.get()) {
      case "denial" -> add(new Claim.Denial(document.id(), saying, Optional.of(account()), evidence));
      case "affiliation" -> {
        AffiliationRelation relation = annotated.stream().map(EventNode.Reference::comment)
            .flatMap(word -> org.tingbok.vocabulary.Coded.find(AffiliationRelation.class, word).stream()).findFirst()
            .orElse(AffiliationRelation.LINKED_TO);
        accused.forEach(sponsor -> add(new Claim.Affiliation(document.id(), saying, party(annotated.getFirst().to()),
            sponsor, relation, evidence)));
      }
      case "alias" -> org.tingbok.vocabulary.Coded
          .find(AliasRelation.class, annotated.getFirst().comment()).ifPresent(relation -> add(new Claim.Alias(
              document.id(), saying, party(annotated.get(0).to()), party(annotated.get(1).to()), relation, evidence)));
      default -> add(new Claim.Attribution(document.id(), saying, accused, Optional.of(account()), evidence));
    }
  }

  /// An opinion below the middle rejects what is laid on the accused; one from the middle up adds nothing that is claimed.
  private void opinion(JsonNode node, List<Party> accused) {
    EventNode.live(node.path("Opinion")).forEach(one -> {
      int opinion = one.path("opinion").asInt(50);
      if (opinion < 50 && !accused.isEmpty() && !text(one, "comment").isBlank()) {
        add(new Claim.NonAttribution(document.id(), told(by(one), Certainty.ASSERTED), accused,
            Optional.of(account()), false, evidence("opinion " + text(one, "uuid"), "")));
      }
    });
    for (String slot : List.of("Object", "Attribute")) {
      node.path(slot).forEach(child -> opinion(child, accused));
    }
  }

  private void accuse(List<Party> accused, Certainty certainty, String place, String words) {
    add(new Claim.Attribution(document.id(), ownVoice(certainty), accused, Optional.of(account()),
        evidence(place, words)));
  }

  private void add(Claim claim) {
    claims.add(claim);
  }

  private List<Evidence> evidence(String place, String words) {
    Span span = Optional.ofNullable(places.get(place)).orElseGet(() -> Objects.requireNonNull(places.get("info")));
    return List.of(sheet.quote(span, words));
  }

  private Saying ownVoice(Certainty certainty) {
    return new Saying(List.of(organisation(publisher)), Optional.empty(), true, List.of(), certainty,
        PartialDate.NOT_STATED);
  }

  private Saying told(String claimant, Certainty certainty) {
    return claimant.equals(publisher) ? ownVoice(certainty)
        : new Saying(List.of(organisation(claimant)), Optional.empty(), false, List.of(publisher), certainty,
            PartialDate.NOT_STATED);
  }

  private List<Party> parties(List<EventNode.Reference> references, String relation) {
    return references.stream().filter(one -> one.relation().equals(relation) && somebody(one.to()))
        .map(one -> party(one.to())).distinct().toList();
  }

  private static boolean somebody(JsonNode object) {
    String kind = text(object, "name");
    return (ACTOR_OBJECTS.contains(kind) || PARTY_OBJECTS.contains(kind)) && !called(object).isBlank();
  }

  private static String called(JsonNode object) {
    for (String relation : List.of("name", "full-name", "alias", "title", "text")) {
      Optional<String> value = EventNode.value(object, relation);
      if (value.isPresent()) {
        return value.get();
      }
    }
    String full = (EventNode.value(object, "first-name").orElse("") + " "
        + EventNode.value(object, "last-name").orElse("")).strip();
    return full.isEmpty() ? text(object, "name") : full;
  }

  private static Party party(JsonNode object) {
    String name = called(object);
    return ACTOR_OBJECTS.contains(text(object, "name")) ? actor(name)
        : text(object, "name").equals("person") ? new Party(name, PartyKind.PERSON, Optional.empty(), name)
            : organisation(name);
  }

  private static Party actor(String name) {
    return new Party(name, PartyKind.THREAT_ACTOR, Optional.empty(), name);
  }

  private static Party organisation(String name) {
    return new Party(name, PartyKind.ORGANISATION, Optional.empty(), name);
  }

  /// The operation that the event is about, with those whom it says were hit.
  private IncidentAccount account() {
    List<Party> victims = new ArrayList<>();
    EventNode.tags(event.node()).forEach(tag -> Tags.target(tag)
        .ifPresent(place -> victims.add(new Party(place, PartyKind.STATE, Optional.empty(), place))));
    EventNode.attributes(event.node()).stream().filter(one -> text(one, "type").equals("target-org"))
        .forEach(one -> victims.add(organisation(text(one, "value"))));
    event.objects().values().stream().filter(one -> text(one, "name").equals("incident"))
        .forEach(incident -> event.references(incident).stream()
            .filter(one -> one.relation().equals("targets") && somebody(one.to()))
            .forEach(one -> victims.add(party(one.to()))));
    return new IncidentAccount(documentId(), "misp " + event.uuid(), event.info(), victims.stream().distinct().toList(),
        PartialDate.NOT_STATED, names, Set.of());
  }

  private DocumentId documentId() {
    return document.id();
  }
}
