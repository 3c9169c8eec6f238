package org.tingbok.exchange.misp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Importer;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.Tlp;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads events of MISP: those that Tingbok wrote come back whole, of others what they say of who did what. See `docs/misp.md`.
public final class MispImporter implements Importer {
  /// What a document is of which events of another ledger hand over the quoted words. MISP has registered no type.
  public static final String MEDIA_TYPE = "application/x-misp+json";
  private static final Set<String> PARTY_NAMES = Set.of("name", "alias", "full-name");
  private static final int HEAD = 4096;
  private static final Pattern EVENT = Pattern.compile(
      "\\ufeff?\\s*+(?:\\{\\s*+\"response\"\\s*+:\\s*+)?\\[?\\s*+\\{\\s*+\"Event\"\\s*+:.*", Pattern.DOTALL);
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// A reader of events.
  public MispImporter() {
  }

  @Override
  public boolean recognises(String name, byte[] bytes) {
    return EVENT.matcher(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8)).matches();
  }

  @Override
  public Imported read(String name, byte[] bytes) {
    JsonNode root;
    try {
      root = MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      throw new BadInputException("MISP_UNREADABLE", name + " begins as an event of MISP and is no JSON ("
          + e.getOriginalMessage() + "); export it again", e);
    }
    JsonNode list = root.isArray() ? root : root.has("response") ? root.path("response") : root;
    List<JsonNode> events = new ArrayList<>();
    (list.isArray() ? list.valueStream().toList() : List.of(list)).forEach(one -> events.add(one.path("Event")));
    List<Reading> readings = new ArrayList<>();
    List<Imported.Fault> faults = new ArrayList<>();
    List<Imported.Prose> reports = new ArrayList<>();
    List<Act> acts = new ArrayList<>();
    Set<DocumentId> carried = new HashSet<>();
    for (int i = 0; i < events.size(); i++) {
      JsonNode event = events.get(i);
      if (!event.isObject() || event.path("info").asString("").isBlank()) {
        faults.add(new Imported.Fault("MISP_EVENT",
            "event " + (i + 1) + " has no 'info', which every event of MISP has; it was left out"));
        continue;
      }
      Imported told = one(name, event);
      readings.addAll(told.readings());
      faults.addAll(told.faults());
      reports.addAll(told.reports());
      carried.addAll(told.carried());
      acts.addAll(told.acts());
      acts.addAll(marked(event, told));
    }
    return new Imported(readings, acts, faults, reports, carried);
  }

  /// An event may be passed on no further than its tags tell. Where Tingbok made it, each claim and report says how far itself; the
  /// event's own tag, which is that of the narrowest of these, counts for all of it only where somebody made it narrower.
  private static List<Act> marked(JsonNode event, Imported told) {
    Optional<Tlp> tlp = Tags.marking(event.findValues("Tag").stream().flatMap(JsonNode::valueStream)
        .map(tag -> tag.path("name").asString("")));
    if (tlp.isEmpty()) {
      return List.of();
    }
    boolean own =
        told.acts().stream().anyMatch(act -> act instanceof Act.Marked marked && marked.marking().equals(tlp));
    String by = new EventNode(event).creator().orElse("the maker of the event");
    Stream<DocumentId> prose = told.reports().stream().map(report -> DocumentId.of(
        ContentId.sha256(report.text().getBytes(StandardCharsets.UTF_8))));
    Stream<String> read = told.readings().stream()
        .filter(reading -> !own || !told.carried().contains(reading.document().id()))
        .flatMap(reading -> Stream.concat(Stream.of(reading.document().id().value()),
            told.carried().contains(reading.document().id()) ? reading.claims().stream().map(Claim::id)
                : Stream.empty()));
    return Stream.concat(read, prose.map(DocumentId::value))
        .<Act>map(id -> new Act.Marked(id, tlp, "a tag of the event", by)).toList();
  }

  /// What the maker of an event thinks of those whom it speaks of by name; what it thinks of its own source, which it does not
  /// name, stays among its words.
  private static Stream<Imported.Fault> graded(EventNode event) {
    String by = event.creator().orElse("the maker of the event");
    return event.objects().values().stream()
        .filter(object -> OthersEvent.PARTY_OBJECTS.contains(EventNode.text(object, "name")))
        .flatMap(object -> EventNode.attributes(object).stream()
            .filter(one -> PARTY_NAMES.contains(EventNode.text(one, "object_relation"))))
        .flatMap(name -> Tags.reliability(EventNode.tags(name))
            .map(letter -> Imported.Fault.graded(by, EventNode.text(name, "value"), letter)).stream())
        .distinct();
  }

  private static Imported one(String name, JsonNode node) {
    EventNode event = new EventNode(node);
    List<Imported.Fault> faults = new ArrayList<>();
    OwnClaims own = OwnClaims.in(event, name, faults);
    graded(event).filter(fault -> !faults.contains(fault)).forEach(faults::add);
    List<Reading> readings = new ArrayList<>(own.readings());
    List<Imported.Prose> reports = List.of();
    if (own.rest(event)) {
      OthersEvent others = new OthersEvent(event, own, name, faults);
      readings.add(others.reading());
      reports = others.reports();
    }
    return new Imported(readings, own.acts(), faults, reports,
        own.readings().stream().map(reading -> reading.document().id()).collect(Collectors.toSet()));
  }
}
