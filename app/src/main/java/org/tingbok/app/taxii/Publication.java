package org.tingbok.app.taxii;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.VerbatimJson;
import org.tingbok.exchange.stix.StixManifest;
import org.tingbok.exchange.stix.StixWriter;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.ContentId;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/// Brings a log up to what the ledger hands over: objects that are new or read otherwise are added, claims that the ledger took back
/// are revoked. Held meanwhile are ids and what is new of them, not objects. For one thread.
final class Publication {
  private static final ObjectWriter JSON = VerbatimJson.mapper().writer().without(SerializationFeature.INDENT_OUTPUT);
  private static final Set<String> CARRIERS = Set.of("relationship", "note", "opinion");
  private static final int DIGEST = 32;

  private final ObjectLog log;
  private final List<ObjectLog.Fresh> fresh = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private Instant moment = Instant.EPOCH;
  private Instant latest = Instant.EPOCH;
  private Instant earliest = Instant.MAX;

  private Publication(ObjectLog log) {
    this.log = log;
  }

  /// Brings a log up to date.
  ///
  /// @param log the log
  /// @param extract what is handed over now
  /// @param takenBack whether an object that is handed over no longer was taken back, and did not only fall out of the question
  /// @return what was handed over
  static StixManifest of(ObjectLog log, Extract extract, Predicate<String> takenBack) {
    Publication publication = new Publication(log);
    StixManifest manifest = StixWriter.each(publication.watched(extract), publication::object);
    log.all().stream().filter(entry -> entry.claim() && !entry.revoked() && !publication.seen.contains(entry.id()))
        .filter(entry -> takenBack.test(entry.id())).forEach(publication::revoke);
    if (!publication.fresh.isEmpty()) {
      log.add(publication.fresh.stream().map(publication::dated).toList());
    }
    return manifest;
  }

  /// What comes before any report, the ledger itself, is as old as the first.
  private ObjectLog.Fresh dated(ObjectLog.Fresh one) {
    return one.notBefore() > 0 ? one
        : new ObjectLog.Fresh(one.id(), one.version(), one.revoked(), one.claim(), one.digest(), one.offset(),
            one.length(), LogEntry.micros(earliest.isBefore(latest) ? earliest : latest));
  }

  /// Objects are given while the part that they come from is the last one that was asked for.
  private Extract watched(Extract extract) {
    Iterable<Extract.Part> parts = () -> {
      Iterator<Extract.Part> inner = extract.parts().iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return inner.hasNext();
        }

        @Override
        public Extract.Part next() {
          Extract.Part part = inner.next();
          moment = Stream.concat(Stream.of(part.recordedAt()), part.claims().stream().map(RecordedClaim::changedAt))
              .max(Instant::compareTo).orElseThrow();
          latest = moment.isAfter(latest) ? moment : latest;
          earliest = moment.isBefore(earliest) ? moment : earliest;
          return part;
        }
      };
    };
    return new Extract(extract.title(), extract.asOf(), parts, extract.incidents(), extract.copies(),
        extract.markings(), extract.grades());
  }

  private void object(Map<String, Object> object) {
    String id = String.valueOf(object.get("id"));
    seen.add(id);
    byte[] json = JSON.writeValueAsBytes(object);
    String digest = ContentId.sha256(json).substring(0, DIGEST);
    Optional<LogEntry> last = log.last(id);
    if (last.filter(entry -> entry.revoked() || entry.digest().equals(digest)).isPresent()) {
      return;
    }
    String version = version(object);
    Optional<Instant> later = last.map(LogEntry::moment)
        .filter(before -> LogEntry.instant(version).filter(before::isBefore).isEmpty())
        .map(before -> before.plusMillis(1));
    if (later.isPresent() && object.containsKey("modified")) {
      // One version has one content: what reads otherwise by the growth of the ledger is a version of its own.
      Map<String, Object> bumped = new LinkedHashMap<>(object);
      bumped.put("modified", stamp(later.get()));
      add(id, stamp(later.get()), false, carries(object), digest, JSON.writeValueAsBytes(bumped), moment);
    } else {
      add(id, version, false, carries(object), digest, json, moment);
    }
  }

  private static String version(Map<String, Object> object) {
    return Stream.of("modified", "created").filter(object::containsKey).map(slot -> String.valueOf(object.get(slot)))
        .findFirst().orElse(stamp(Instant.EPOCH));
  }

  private static String stamp(Instant moment) {
    String micros = LogEntry.date(LogEntry.micros(moment));
    return micros.substring(0, micros.length() - 4) + "Z";
  }

  private static boolean carries(Map<String, Object> object) {
    return CARRIERS.contains(String.valueOf(object.get("type"))) && object.get("extensions") instanceof Map<?, ?> all
        && all.values().stream().anyMatch(one -> one instanceof Map<?, ?> slots && slots.containsKey("claim_id"));
  }

  private void revoke(LogEntry entry) {
    Instant at = entry.moment().plusMillis(1).isAfter(latest) ? entry.moment().plusMillis(1) : latest;
    ObjectNode object = (ObjectNode) VerbatimJson.mapper().readTree(log.json(entry));
    object.put("modified", stamp(at)).put("revoked", true);
    byte[] json = JSON.writeValueAsString(object).getBytes(StandardCharsets.UTF_8);
    add(entry.id(), stamp(at), true, true, ContentId.sha256(json).substring(0, DIGEST), json, latest);
  }

  private void add(String id, String version, boolean revoked, boolean claim, String digest, byte[] json,
      Instant from) {
    fresh.add(new ObjectLog.Fresh(id, version, revoked, claim, digest, log.store(json), json.length,
        LogEntry.micros(from)));
  }
}
