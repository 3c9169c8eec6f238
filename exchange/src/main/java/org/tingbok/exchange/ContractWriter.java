package org.tingbok.exchange;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tingbok.analysis.Actors;
import org.tingbok.analysis.Analysis;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import tools.jackson.core.JsonGenerator;

/// Writes readings as the JSON contract (`docs/reading.schema.json`): documents, claims, incidents, actors.
///
/// The same content gives the same bytes, in whatever order it was recorded: documents go by source and id, claims by
/// document and place, incidents by id, actors by name. UTF-8 without byte order mark. What the text does not tell is
/// `null`, a list that is empty is `[]`.
public final class ContractWriter {
  private ContractWriter() {
  }

  /// Writes readings together with all that follows from them.
  ///
  /// @param out receives the JSON; left open
  /// @param readings what was read; readings of one document are written as one
  public static void write(OutputStream out, Collection<Reading> readings) {
    Map<DocumentId, List<Unread>> unread = new HashMap<>();
    for (Reading reading : readings) {
      Set<Unread> all = new LinkedHashSet<>(unread.getOrDefault(reading.document().id(), List.of()));
      all.addAll(reading.unread());
      unread.put(reading.document().id(), List.copyOf(all));
    }
    write(out, Analysis.of(snapshot(readings)), unread);
  }

  /// Writes what is on record as of the day of an analysis.
  ///
  /// @param out receives the JSON; left open
  /// @param analysis what follows from a snapshot
  /// @param unread the unread sentences of its documents; a document without any may be absent
  public static void write(OutputStream out, Analysis analysis, Map<DocumentId, List<Unread>> unread) {
    List<Document> documents = new ArrayList<>(analysis.snapshot().documents().values());
    documents.sort(Comparator.comparing(Document::source).thenComparing(Document::id));
    Map<DocumentId, Integer> order = new HashMap<>();
    documents.forEach(document -> order.put(document.id(), order.size()));
    List<Claim> claims = claims(analysis, order);
    try (JsonGenerator json = VerbatimJson.mapper().createGenerator(out)) {
      ContractObjects objects = new ContractObjects(json,
          document -> analysis.familyOf(document).copyOf(document));
      json.writeStartObject();
      json.writeArrayPropertyStart("documents");
      documents.forEach(document -> objects.document(document, unread.getOrDefault(document.id(), List.of())));
      json.writeEndArray();
      json.writeArrayPropertyStart("claims");
      claims.forEach(claim -> objects.claim(claim.id(), claim, analysis.incidentOf(claim).map(Incident::id)));
      json.writeEndArray();
      json.writeArrayPropertyStart("incidents");
      analysis.incidents().forEach(objects::incident);
      json.writeEndArray();
      json.writeArrayPropertyStart("actors");
      analysis.actors().all().forEach(objects::actor);
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /// Writes a part of what is on record.
  ///
  /// @param out receives the JSON; left open
  /// @param extract the part
  public static void write(OutputStream out, Extract extract) {
    Map<DocumentId, Document> documents = new HashMap<>();
    List<RecordedClaim> claims = new ArrayList<>();
    Map<String, Incident> incidents = new TreeMap<>();
    try (JsonGenerator json = VerbatimJson.mapper().createGenerator(out)) {
      ContractObjects objects = new ContractObjects(json, extract.copies());
      json.writeStartObject();
      json.writeArrayPropertyStart("documents");
      for (Extract.Part part : extract.parts()) {
        objects.document(part.document(), part.unread());
        documents.put(part.document().id(), part.document());
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("claims");
      for (Extract.Part part : extract.parts()) {
        for (RecordedClaim recorded : part.claims()) {
          Optional<Incident> incident = extract.incidents().apply(recorded).map(Extract.About::incident);
          incident.ifPresent(one -> incidents.put(one.id(), one));
          objects.claim(recorded.id(), recorded.claim(), incident.map(Incident::id));
          claims.add(recorded);
        }
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("incidents");
      incidents.values().forEach(objects::incident);
      json.writeEndArray();
      json.writeArrayPropertyStart("actors");
      Actors.of(new Snapshot(extract.asOf(), documents, claims, 0, NamesOnRecord.NONE, List.of()),
          List.copyOf(incidents.values())).all().forEach(objects::actor);
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /// The same as text.
  ///
  /// @param readings what was read
  /// @return the JSON
  public static String text(Collection<Reading> readings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, readings);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Claim> claims(Analysis analysis, Map<DocumentId, Integer> order) {
    Set<String> seen = new HashSet<>();
    return analysis.snapshot().claims().stream().map(RecordedClaim::claim).filter(claim -> seen.add(claim.id()))
        .sorted(Comparator.comparingInt((Claim claim) -> order.getOrDefault(claim.document(), order.size()))
            .thenComparingInt(claim -> first(claim).start()).thenComparingInt(claim -> first(claim).end())
            .thenComparing(Claim::type).thenComparing(Claim::id))
        .toList();
  }

  private static Evidence first(Claim claim) {
    return claim.evidence().getFirst();
  }

  static Snapshot snapshot(Collection<Reading> readings) {
    return Snapshot.of(readings.stream().map(reading -> new Snapshot.Recorded(reading, Instant.EPOCH)).toList(),
        AsOf.NOW);
  }
}
