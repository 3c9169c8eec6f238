package org.tingbok.app.taxii;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.input.OnRecord;
import org.tingbok.app.input.Readers;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.TingbokException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Takes envelopes: what is valid is recorded as documents with claims by whichever importer reads STIX, and kept as it came; what is
/// not is told in the status. Safe for use by several threads.
final class Inbox {
  /// Statuses that can still be asked for.
  private static final int KEPT = 10_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, Map<String, Object>> statuses = new LinkedHashMap<>();
  private final Readers readers;

  /// An inbox.
  ///
  /// @param readers read what is handed in
  Inbox(Readers readers) {
    this.readers = readers;
  }

  /// A status by its id.
  ///
  /// @throws TaxiiProblem.Raised 404 if there is none
  synchronized Map<String, Object> status(String id) {
    return Optional.ofNullable(statuses.get(id)).orElseThrow(() -> TaxiiProblem.unknown("no status "
        + TaxiiProblem.shown(id) + " since this server was started"));
  }

  /// How it went with an object.
  private record Fate(String id, String version, Optional<String> fault) {
    Map<String, Object> resource() {
      Map<String, Object> resource = new LinkedHashMap<>();
      resource.put("id", id);
      resource.put("version", version);
      fault.ifPresent(words -> resource.put("message", words));
      return resource;
    }
  }

  /// Takes an envelope.
  ///
  /// @param bytes as it came
  /// @param log where it is kept
  /// @param recorder records what it says
  /// @param now the moment of asking
  /// @return its status
  /// @throws TaxiiProblem.Raised if it is no envelope; then nothing of it is kept
  synchronized Map<String, Object> take(byte[] bytes, ObjectLog log, Recorder recorder, Instant now) {
    List<Envelope.Item> items = Envelope.items(bytes);
    String asked = LogEntry.date(LogEntry.micros(now));
    Map<Envelope.Item, Optional<String>> faults = new LinkedHashMap<>();
    List<Envelope.Item> fresh = new ArrayList<>();
    Map<String, JsonNode> before = new LinkedHashMap<>();
    List<Fate> fates = new ArrayList<>();
    for (Envelope.Item item : items) {
      String version = item.version().orElse(asked);
      Optional<String> fault = item.fault().or(() -> other(item, version, log, before));
      if (fault.isEmpty() && before.putIfAbsent(key(item.id(), version), item.object()) == null
          && log.version(item.id(), version).isEmpty()) {
        fresh.add(item);
      } else {
        fates.add(new Fate(item.id(), version, fault));
      }
    }
    String id = UUID.randomUUID().toString();
    faults.putAll(record(fresh, "taxii-inbox-" + id + ".json", recorder));
    List<ObjectLog.Fresh> kept = new ArrayList<>();
    for (Envelope.Item item : fresh) {
      String version = item.version().orElse(asked);
      Optional<String> fault = faults.getOrDefault(item, Optional.empty());
      fates.add(new Fate(item.id(), version, fault));
      if (fault.isEmpty()) {
        byte[] json = bytes(item.object());
        boolean revoked = item.object().path("revoked").asBoolean(false);
        kept.add(new ObjectLog.Fresh(item.id(), version, revoked, false, ContentId.sha256(json).substring(0, 32),
            log.store(json), json.length, LogEntry.micros(now)));
      }
    }
    log.add(kept);
    Map<String, Object> status = status(id, asked, fates);
    statuses.put(id, status);
    if (statuses.size() > KEPT) {
      statuses.remove(statuses.keySet().iterator().next());
    }
    return status;
  }

  private static String key(String id, String version) {
    return id + " " + LogEntry.instant(version).map(Object::toString).orElse(version);
  }

  private static byte[] bytes(JsonNode object) {
    return JSON.writeValueAsString(object).getBytes(StandardCharsets.UTF_8);
  }

  /// One version has one content.
  private static Optional<String> other(Envelope.Item item, String version, ObjectLog log,
      Map<String, JsonNode> before) {
    Optional<JsonNode> there = Optional.ofNullable(before.get(key(item.id(), version)))
        .or(() -> log.version(item.id(), version).map(entry -> JSON.readTree(log.json(entry))));
    return there.filter(one -> !one.equals(JSON.readTree(bytes(item.object()))) && !one.equals(item.object()))
        .map(_ -> "another object of this id and version was handed in before");
  }

  /// Has what is valid recorded.
  ///
  /// @return what was left out, and why
  private Map<Envelope.Item, Optional<String>> record(List<Envelope.Item> items, String name,
      Recorder recorder) {
    Map<Envelope.Item, Optional<String>> faults = new LinkedHashMap<>();
    if (items.isEmpty()) {
      return faults;
    }
    ArrayNode objects = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> objects.add(item.object()));
    ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    bundle.put("type", "bundle").put("id", ContentId.of("bundle", name)).set("objects", objects);
    try {
      Optional<Imported> told = readers.imported(name, bytes(bundle));
      told.ifPresent(imported -> {
        for (Envelope.Item item : items) {
          imported.faults().stream().filter(fault -> fault.message().contains(item.id())).findFirst()
              .ifPresent(fault -> faults.put(item, Optional.of(fault.code() + ": " + fault.message())));
        }
        if (!imported.readings().isEmpty()) {
          recorder.with((ledger, _) -> ledger.append(imported.readings(),
              OnRecord.of(ledger, ledger.asOf(AsOf.NOW)).news(imported.acts(), imported.readings())));
        }
      });
    } catch (TingbokException e) {
      items.forEach(item -> faults.put(item, Optional.of(e.code() + ": " + e.getMessage())));
    }
    return faults;
  }

  private static Map<String, Object> status(String id, String asked, List<Fate> fates) {
    List<Map<String, Object>> successes =
        fates.stream().filter(fate -> fate.fault.isEmpty()).map(Fate::resource).toList();
    List<Map<String, Object>> failures =
        fates.stream().filter(fate -> fate.fault.isPresent()).map(Fate::resource).toList();
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("id", id);
    status.put("status", "complete");
    status.put("request_timestamp", asked);
    status.put("total_count", fates.size());
    status.put("success_count", successes.size());
    if (!successes.isEmpty()) {
      status.put("successes", successes);
    }
    status.put("failure_count", failures.size());
    if (!failures.isEmpty()) {
      status.put("failures", failures);
    }
    status.put("pending_count", 0);
    return status;
  }
}
