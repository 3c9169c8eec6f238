package org.tingbok.exchange.stix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Importer;
import org.tingbok.ledger.Act;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.SourceReliability;
import org.tingbok.vocabulary.Tlp;
import tools.jackson.databind.JsonNode;

/// Reads bundles of STIX 2.1 and 2.0, and envelopes of TAXII: our own whole, others' as far as they say claims. Every sound
/// object is kept with a document, whatever it is, and goes out again as it came.
public final class StixImporter implements Importer {
  private static final int MOST_FAULTS = 200;

  /// Reads nothing yet.
  public StixImporter() {
    // holds nothing
  }

  @Override
  public boolean recognises(String name, byte[] bytes) {
    return BundleReader.recognises(bytes);
  }

  @Override
  public Imported read(String name, byte[] bytes) {
    BundleRules.Sound sound = BundleRules.of(BundleReader.read(bytes));
    if (sound.objects().isEmpty() && sound.faults().isEmpty()) {
      throw new BadInputException("STIX_BROKEN", name + " is a bundle without an object: there is nothing to be added");
    }
    Run run = new Run(name, sound.objects());
    run.faults.addAll(sound.faults());
    run.graded();
    run.own();
    run.reports();
    run.rest();
    return new Imported(run.readings, run.acts, few(run.faults), List.of(), run.carried);
  }

  /// What repeats itself once, with how often: one rule that many objects break is one line. So many lines that a person reads
  /// them, and the number of the others.
  private static List<Imported.Fault> few(List<Imported.Fault> faults) {
    Map<String, List<Imported.Fault>> alike = new LinkedHashMap<>();
    faults.forEach(fault -> alike.computeIfAbsent(fault.code() + reason(fault), _ -> new ArrayList<>()).add(fault));
    List<Imported.Fault> few = new ArrayList<>();
    alike.values().stream().limit(MOST_FAULTS).forEach(same -> few.add(same.size() == 1 ? same.getFirst()
        : new Imported.Fault(same.getFirst().code(), same.getFirst().message() + others(same))));
    int more = alike.values().stream().skip(MOST_FAULTS).mapToInt(List::size).sum();
    if (more > 0) {
      few.add(new Imported.Fault("STIX_RULE", "and " + more + " more objects that break other rules"));
    }
    return few;
  }

  /// What is wrong, without what it is wrong with.
  private static String reason(Imported.Fault fault) {
    String message = fault.message();
    int at = Math.max(message.indexOf(BundleRules.ASIDE), message.indexOf(OthersClaims.MUTE));
    return at >= 0 ? message.substring(at) : message.substring(Math.max(0, message.indexOf(": ")));
  }

  private static String others(List<Imported.Fault> same) {
    List<Imported.Fault> other = same.stream().filter(fault -> !fault.equals(same.getFirst())).distinct().toList();
    if (other.isEmpty()) {
      return " (" + same.size() + " times)";
    }
    String named = other.stream().limit(2).map(fault -> fault.message()
        .substring(0, Math.max(0, fault.message().length() - reason(fault).length())))
        .collect(Collectors.joining(", "));
    return " (and " + (same.size() - 1) + " more, " + named + (other.size() > 2 ? " among them" : "") + ")";
  }

  /// One bundle under way.
  private static final class Run {
    private final String name;
    private final List<StixObject> objects;
    private final Cast cast;
    private final Map<String, List<StixObject>> versions = new HashMap<>();
    private final Map<String, Set<String>> refs = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final Set<DocumentId> carried = new HashSet<>();
    private final List<Imported.Fault> faults = new ArrayList<>();
    private long room = 128L << 20;

    Run(String name, List<StixObject> objects) {
      this.name = name;
      this.objects = objects;
      this.cast = new Cast(objects);
      objects.forEach(object -> versions.computeIfAbsent(object.id(), _ -> new ArrayList<>(1)).add(object));
    }

    /// What the organisation of another ledger thinks of sources: told, and left to those who read this one.
    void graded() {
      for (StixObject note : cast.all().stream().filter(object -> object.type().equals("note") && !object.revoked()
          && object.provenance().path("claim_kind").asString("").equals("grade")).toList()) {
        JsonNode told = note.provenance();
        Coded.find(SourceReliability.class, told.path("source_reliability").asString(""))
            .map(letter -> Imported.Fault.graded(told.path("graded_by").asString(""),
                told.path("graded").asString(""), letter))
            .filter(fault -> !faults.contains(fault)).ifPresent(faults::add);
      }
    }

    /// The documents of another ledger.
    void own() {
      Map<String, Map<String, List<StixObject>>> claims = new HashMap<>();
      List<StixObject> carriers = cast.all().stream().filter(object -> object.provenance().has("evidence"))
          .sorted(Comparator.comparing((StixObject object) -> !object.type().equals("note"))
              .thenComparing(StixObject::id))
          .toList();
      for (StixObject object : carriers) {
        String report = object.provenance().path("evidence").path(0).path("document_ref").asString("");
        claims.computeIfAbsent(report, _ -> new LinkedHashMap<>())
            .computeIfAbsent(object.provenance().path("claim_id").asString(""), _ -> new ArrayList<>()).add(object);
      }
      for (StixObject report : cast.all().stream().filter(OwnClaims::is).toList()) {
        try {
          room -= report.provenance().path("text_length").asInt(0);
          if (room < 0) {
            throw new BadInputException("STIX_RULE", "the texts of the bundle are too long together");
          }
          OwnClaims own = OwnClaims.of(report, claims.getOrDefault(report.id(), Map.of()));
          List<StixObject> kept = about(report).stream()
              .filter(object -> !own.refused().contains(object.provenance().path("claim_id").asString(""))).toList();
          Reading reading = own.reading(KeptObjects.packed(KeptObjects.lines(kept)));
          readings.add(reading);
          carried.add(reading.document().id());
          marked(reading, List.of(report), kept);
          acts.addAll(own.acts());
          faults.addAll(own.faults());
          kept.forEach(object -> placed.add(object.id()));
        } catch (BadInputException | java.time.DateTimeException e) {
          faults.add(BundleRules.fault(report.name(), String.valueOf(e.getMessage())));
        }
      }
    }

    /// What belongs to a report of a ledger: all that it leads to, notes about it, and what the ledger says of those on
    /// nobody's word.
    private List<StixObject> about(StixObject report) {
      Set<String> ids = new LinkedHashSet<>(List.of(report.id()));
      List<String> open = new ArrayList<>(ids);
      while (!open.isEmpty()) {
        String id = open.removeLast();
        List<String> next = new ArrayList<>(references(id));
        cast.notes(id).stream().filter(_ -> id.equals(report.id())).forEach(note -> next.add(note.id()));
        cast.targets(id, "attributed-to").filter(_ -> id.startsWith("threat-actor--"))
            .forEach(government -> next.add(government.id()));
        next.stream().filter(one -> versions.containsKey(one) && ids.add(one)).forEach(open::add);
      }
      cast.all().stream().filter(one -> one.type().equals("relationship")
          && one.text("created_by_ref").equals(Entities.LEDGER) && !one.json().has("extensions")
          && ids.contains(one.text("source_ref"))).forEach(one -> {
            ids.add(one.id());
            ids.add(one.text("target_ref"));
          });
      return objects.stream().filter(object -> ids.contains(object.id())).toList();
    }

    /// What an object refers to, wherever in it.
    private Set<String> references(String id) {
      return refs.computeIfAbsent(id, _ -> {
        Set<String> found = new TreeSet<>();
        versions.getOrDefault(id, List.of()).forEach(object -> collect(object.json(), found));
        return found;
      });
    }

    private static void collect(JsonNode node, Set<String> found) {
      node.properties().forEach(slot -> {
        if (slot.getKey().endsWith("_ref") && slot.getValue().isString()) {
          found.add(slot.getValue().asString());
        } else if (slot.getKey().endsWith("_refs")) {
          slot.getValue().forEach(one -> found.add(one.asString("")));
        } else if (slot.getKey().startsWith("extension-definition--")) {
          found.add(slot.getKey());
        }
        collect(slot.getValue(), found);
      });
      if (node.isArray()) {
        node.forEach(item -> collect(item, found));
      }
    }

    /// The reports of others, each a document.
    void reports() {
      for (StixObject report : cast.all().stream().filter(object -> object.type().equals("report")
          && !placed.contains(object.id()) && !object.revoked()).toList()) {
        Optional<Party> publisher = cast.creator(report);
        Passages passages = new Passages();
        passages.add(report.text("name").isBlank() ? report.id() : report.text("name"));
        report.maybe("description").ifPresent(passages::add);
        report.json().path("external_references").valueStream().map(OthersClaims::reference)
            .filter(line -> !line.isBlank()).forEach(passages::add);
        List<StixObject> about = report.texts("object_refs").stream().distinct().flatMap(ref -> cast.get(ref).stream())
            .toList();
        OthersClaims said = new OthersClaims(cast, publisher, passages);
        about.stream().filter(OthersClaims::speaks).forEach(said::add);
        cast.notes(report.id()).forEach(note -> note.maybe("content").ifPresent(passages::add));
        Set<String> ids = new LinkedHashSet<>(List.of(report.id()));
        about.forEach(object -> ids.add(object.id()));
        cast.notes(report.id()).forEach(note -> ids.add(note.id()));
        for (String id : List.copyOf(ids)) {
          references(id).stream().filter(versions::containsKey).filter(ref -> !ref.startsWith("report--"))
              .forEach(ids::add);
        }
        List<StixObject> kept = objects.stream().filter(object -> ids.contains(object.id())).toList();
        document(passages, said, kept, report.maybe("name"), publisher, Cast.said(report.text("published")),
            report.maybe("lang"));
      }
    }

    private static boolean ours(StixObject object) {
      return object.id().equals(Entities.LEDGER) || object.text("created_by_ref").equals(Entities.LEDGER);
    }

    /// All that belongs to no report, as one document: that of whoever made most of it.
    void rest() {
      List<StixObject> rest = objects.stream().filter(object -> !placed.contains(object.id())).toList();
      if (rest.stream().allMatch(object -> ours(object) && !OthersClaims.speaks(object))) {
        return; // only what every bundle of a ledger begins with, or what is left of reports that were set aside
      }
      Map<String, Integer> makers = new HashMap<>();
      rest.forEach(object -> object.maybe("created_by_ref").ifPresent(ref -> makers.merge(ref, 1, Integer::sum)));
      Optional<Party> publisher = makers.entrySet().stream()
          .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
          .flatMap(entry -> cast.identity(entry.getKey()));
      Optional<String> title = rest.stream().filter(object -> object.type().equals("x-mitre-collection"))
          .flatMap(object -> object.maybe("name").stream()).findFirst();
      Passages passages = new Passages();
      passages.add(title.orElse("STIX objects" + publisher.map(party -> " of " + party.name()).orElse("")));
      OthersClaims said = new OthersClaims(cast, publisher, passages);
      rest.stream().filter(object -> cast.get(object.id()).filter(object::equals).isPresent())
          .filter(OthersClaims::speaks).forEach(said::add);
      PartialDate newest =
          rest.stream().max(Comparator.comparing(StixObject::moment).thenComparing(StixObject::modified))
              .map(object -> Cast.said(object.modified())).orElse(PartialDate.NOT_STATED);
      document(passages, said, rest, title, publisher, newest, Optional.empty());
    }

    /// A document may be passed on as far as all that it was made of; a claim of another ledger no further than its objects.
    private void marked(Reading reading, List<StixObject> whole, List<StixObject> claims) {
      String by = reading.document().publisher().filter(name -> !name.isBlank()).orElse("the maker of the bundle");
      narrowest(whole).ifPresent(tlp -> acts.add(new Act.Marked(reading.document().id().value(), Optional.of(tlp),
          "object_marking_refs of the bundle", by)));
      for (Claim claim : reading.claims()) {
        narrowest(claims.stream().filter(object -> object.provenance().path("claim_id").asString("").equals(claim.id()))
            .toList()).filter(tlp -> narrowest(whole).filter(wide -> wide.compareTo(tlp) >= 0).isEmpty())
            .ifPresent(
                tlp -> acts.add(new Act.Marked(claim.id(), Optional.of(tlp), "object_marking_refs of the bundle", by)));
      }
    }

    private static Optional<Tlp> narrowest(List<StixObject> objects) {
      return objects.stream().flatMap(object -> Stream.concat(object.texts("object_marking_refs").stream(),
          object.json().path("granular_markings").valueStream().map(one -> one.path("marking_ref").asString(""))))
          .flatMap(ref -> StixTypes.tlp(ref).stream()).reduce(Tlp::strictest);
    }

    private void document(Passages passages, OthersClaims said, List<StixObject> kept, Optional<String> title,
        Optional<Party> publisher, PartialDate published, Optional<String> lang) {
      String lines = KeptObjects.lines(kept);
      String digest = ContentId.sha256((passages.text() + "\n" + lines).getBytes(StandardCharsets.UTF_8));
      DocumentId id = DocumentId.of(digest);
      List<Claim> claims = said.claims(id);
      faults.addAll(said.faults());
      Document document = new Document(id, name, digest, StixWriter.MEDIA_TYPE,
          passages.text() + KeptObjects.packed(lines), title, publisher.map(Party::name), published,
          lang.filter(tag -> tag.matches("[a-z]{2,3}(?:-.{1,30})?")).map(tag -> tag.replaceFirst("-.*", ""))
              .orElse("und"),
          List.of(), false, passages.body());
      Reading reading = new Reading(document, claims, List.of());
      readings.add(reading);
      marked(reading, kept, List.of());
      kept.forEach(object -> placed.add(object.id()));
    }
  }
}
