package org.tingbok.exchange.misp;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.QuotedText;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.SourceReliability;
import org.tingbok.vocabulary.Tlp;
import org.tingbok.vocabulary.TingbokException;
import tools.jackson.databind.JsonNode;

/// The documents and claims of an event that a ledger wrote, as they are there: under their ids, each claim at its place. Of a
/// document's text only the words are known that are handed over ([QuotedText]).
///
/// @param readings a document for each report that claims are of
/// @param whole the annotations that hold a claim whole
/// @param acts what was done about them: how far they may be passed on, by whom they were taken back
record OwnClaims(List<Reading> readings, Set<String> whole, List<Act> acts) {
  /// What a ledger writes of an incident, besides annotations.
  private static final Set<String> TEMPLATES =
      Set.of("incident", "intrusion-set", "report", "organization", "person", "annotation");

  /// A claim with how far its annotation says that it may be passed on.
  private record Told(ClaimFile file, Optional<Tlp> marking) {
  }

  /// A document with how far its report says that it may be passed on, and how far the event's maker relies on its publisher.
  private record Known(DocumentFile file, Optional<Tlp> marking, Optional<SourceReliability> publisher) {
  }

  static OwnClaims in(EventNode event, String name, List<Imported.Fault> faults) {
    Map<String, List<Told>> papers = new LinkedHashMap<>();
    Map<String, Known> documents = new HashMap<>();
    Set<String> whole = new HashSet<>();
    event.objects().forEach((uuid, object) -> {
      Optional<Tlp> marking = Tags.marking(Stream.concat(EventNode.tags(object).stream(),
          EventNode.attributes(object).stream().flatMap(attribute -> EventNode.tags(attribute).stream())));
      for (JsonNode attribute : EventNode.attributes(object)) {
        String data = attribute.path("data").asString("");
        String file = EventNode.text(attribute, "type").equals("attachment") ? EventNode.text(attribute, "value") : "";
        if (file.equals(DocumentFile.NAME)) {
          AttachedJson.parse(data, DocumentFile.class).filter(DocumentFile::sound)
              .ifPresent(one -> documents.putIfAbsent(one.sha256(), new Known(one, marking,
                  Tags.reliability(EventNode.attributes(object).stream()
                      .flatMap(titled -> EventNode.tags(titled).stream()).toList()))));
        } else if (file.equals(ClaimFile.NAME)) {
          Optional<ClaimFile> claim = AttachedJson.parse(data, ClaimFile.class).filter(ClaimFile::sound);
          claim.ifPresent(one -> {
            papers.computeIfAbsent(one.document().sha256(), _ -> new ArrayList<>()).add(new Told(one, marking));
            whole.add(uuid);
          });
          if (claim.isEmpty()) {
            faults.add(new Imported.Fault("MISP_CLAIM", "the attachment " + ClaimFile.NAME + " of object " + uuid
                + " is no claim of Tingbok's; its annotation was read instead"));
          }
        }
      }
    });
    OwnClaims own = new OwnClaims(new ArrayList<>(), whole, new ArrayList<>());
    papers.forEach((sha256, told) -> {
      try {
        own.add(Optional.ofNullable(documents.get(sha256)), told, name, event, faults);
      } catch (TingbokException | DateTimeException e) {
        faults.add(new Imported.Fault("MISP_CLAIM",
            "the claims of '" + told.getFirst().file.document().source() + "' were left out: " + e.getMessage()));
      }
    });
    return own;
  }

  /// Whether the event says more than its whole claims.
  boolean rest(EventNode event) {
    return whole.isEmpty() || !EventNode.attributes(event.node()).isEmpty()
        || event.objects().entrySet().stream().anyMatch(one -> !whole.contains(one.getKey())
            && (!TEMPLATES.contains(EventNode.text(one.getValue(), "name"))
                || EventNode.text(one.getValue(), "name").equals("annotation")));
  }

  private void add(Optional<Known> known, List<Told> told, String name, EventNode event,
      List<Imported.Fault> faults) {
    ClaimFile.Paper paper = told.getFirst().file.document();
    DocumentId id = DocumentId.of(paper.sha256());
    List<Told> inOrder = told.stream().sorted(Comparator.comparingInt(
        (Told one) -> one.file.claim().evidence().getFirst().start()).thenComparing(one -> one.file.id())).toList();
    List<Evidence> quotes = Stream.concat(known.stream().flatMap(one -> one.file.quotes().stream()),
        told.stream().flatMap(one -> one.file.claim().evidence().stream())).toList();
    QuotedText text = new QuotedText(known.map(one -> one.file.length()).orElse(0), quotes);
    known.ifPresent(one -> one.file.quotes().forEach(quote -> text.put(List.of(quote))));
    String by = event.creator().orElse("the maker of the event");
    Map<String, Claim> claims = new LinkedHashMap<>();
    List<Act> done = new ArrayList<>();
    known.flatMap(Known::marking).ifPresent(tlp -> done.add(marked(id.value(), tlp, by)));
    known.flatMap(Known::publisher).ifPresent(letter -> paper.publisher()
        .ifPresent(publisher -> faults.add(Imported.Fault.graded(by, publisher, letter))));
    Optional<ClaimFile.TakenBack> all = known.flatMap(one -> one.file.takenBack());
    all.ifPresent(back -> done.add(back.act(id.value())));
    for (Told one : inOrder) {
      Claim claim = one.file.claim();
      if (!text.put(claim.evidence())) {
        faults.add(new Imported.Fault("MISP_CLAIM", one.file.id()
            + " was left out: another claim quotes other words at the same place"));
        continue;
      }
      claims.putIfAbsent(claim.id(), claim);
      if (!claim.id().equals(one.file.id())) {
        faults.add(new Imported.Fault("MISP_ODD", claim.id() + " is " + one.file.id()
            + " there, as it was read before an analyst corrected it"));
      }
      one.marking.filter(tlp -> known.flatMap(Known::marking).filter(wide -> wide.compareTo(tlp) >= 0).isEmpty())
          .ifPresent(tlp -> done.add(marked(claim.id(), tlp, by)));
      one.file.takenBack().filter(back -> !all.equals(Optional.of(back)))
          .ifPresent(back -> done.add(back.act(claim.id())));
    }
    Document document = new Document(id,
        Optional.of(paper.source()).filter(source -> !source.isBlank()).orElse(name), paper.sha256(),
        MispImporter.MEDIA_TYPE, text.text(), paper.title(), paper.publisher(), paper.published(), paper.language(),
        List.of(), false, text.body());
    readings.add(new Reading(document, List.copyOf(claims.values()), List.of()));
    acts.addAll(done);
  }

  private static Act marked(String subject, Tlp tlp, String by) {
    return new Act.Marked(subject, Optional.of(tlp), "a tag of the event", by);
  }
}
