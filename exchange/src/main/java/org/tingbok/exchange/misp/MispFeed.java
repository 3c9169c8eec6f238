package org.tingbok.exchange.misp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.Topic;
import org.tingbok.exchange.VerbatimJson;
import org.tingbok.vocabulary.FaultException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A feed of MISP: a file for each event, `manifest.json` that lists them, and `hashes.csv` with the MD5 of every value and the
/// event that it stands in.
///
/// MISP takes up an event of a feed anew only if its timestamp in the manifest has risen, and of an event that it has only what
/// is stamped later than what it has. So a feed is written with the one before in view: what is as it was keeps its stamp, and
/// whatever changed gets one that is later.
public final class MispFeed {
  /// The list of events.
  public static final String MANIFEST = "manifest.json";
  /// The digests of all values.
  public static final String HASHES = "hashes.csv";

  private final SortedMap<String, byte[]> events;
  private final byte[] hashes;
  private final byte[] manifest;

  private MispFeed(SortedMap<String, byte[]> events, byte[] hashes, byte[] manifest) {
    this.events = events;
    this.hashes = hashes;
    this.manifest = manifest;
  }

  /// Makes a feed.
  ///
  /// @param extract what is handed over
  /// @param before the file that the feed before had under a name; empty if it had none
  /// @return all its files
  public static MispFeed of(Extract extract, Function<String, Optional<byte[]>> before) {
    SortedMap<String, byte[]> events = new TreeMap<>();
    Map<String, Object> manifest = new TreeMap<>();
    TreeSet<String> hashes = new TreeSet<>();
    Topic.of(extract).forEach(topic -> {
      MispEvent event = new MispEvent(topic, extract);
      String name = event.uuid() + ".json";
      ObjectNode content = VerbatimJson.mapper().valueToTree(event.content());
      before.apply(name).flatMap(MispFeed::event).ifPresent(last -> Stamps.carry(content, last));
      byte[] written = line(Map.of("Event", content));
      events.put(name, written);
      manifest.put(event.uuid(), entry(content));
      values(content, event.uuid(), hashes);
    });
    StringBuilder table = new StringBuilder();
    hashes.forEach(row -> table.append(row).append('\n'));
    return new MispFeed(events, table.toString().getBytes(StandardCharsets.US_ASCII), line(manifest));
  }

  /// All files, the manifest last: whoever reads it finds the events that it names.
  ///
  /// @return by name
  public Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>(events);
    files.put(HASHES, hashes);
    files.put(MANIFEST, manifest);
    return Collections.unmodifiableMap(files);
  }

  /// How many events there are.
  ///
  /// @return none for an extract without claims
  public int size() {
    return events.size();
  }

  /// The names of the files of events that a manifest lists.
  ///
  /// @param manifest a manifest
  /// @return none if it is no manifest
  public static Set<String> listed(byte[] manifest) {
    Set<String> names = new TreeSet<>();
    stamps(manifest).keySet().forEach(uuid -> names.add(uuid + ".json"));
    return names;
  }

  /// When the events that a manifest lists were last changed.
  ///
  /// @param manifest a manifest
  /// @return the stamps as it writes them, by UUID; none if it is no manifest
  public static Map<String, String> stamps(byte[] manifest) {
    Map<String, String> stamps = new TreeMap<>();
    try {
      VerbatimJson.mapper().readTree(manifest).properties().stream().filter(entry -> uuid(entry.getKey()))
          .forEach(entry -> stamps.put(entry.getKey(), entry.getValue().path("timestamp").asString("")));
    } catch (JacksonException e) {
      return Map.of();
    }
    return stamps;
  }

  private static boolean uuid(String text) {
    return text.length() == 36 && text.matches("[0-9a-fA-F-]{36}");
  }

  private static Optional<JsonNode> event(byte[] file) {
    try {
      return Optional.of(VerbatimJson.mapper().readTree(file).path("Event")).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static byte[] line(Object json) {
    byte[] written = VerbatimJson.mapper().writeValueAsBytes(json);
    byte[] ended = java.util.Arrays.copyOf(written, written.length + 1);
    ended[written.length] = '\n';
    return ended;
  }

  private static Map<String, Object> entry(ObjectNode event) {
    Map<String, Object> entry = new LinkedHashMap<>();
    for (String slot : new String[] {"Orgc", "Tag", "info", "date", "analysis", "threat_level_id", "timestamp"}) {
      entry.put(slot, event.path(slot));
    }
    return entry;
  }

  /// MISP looks up what it holds by these; files are not looked up.
  private static void values(ObjectNode event, String uuid, Set<String> hashes) {
    event.path("Object").forEach(object -> object.path("Attribute").forEach(attribute -> {
      if (!attribute.has("data")) {
        hashes.add(md5(attribute.path("value").asString()) + "," + uuid);
      }
    }));
  }

  private static String md5(String value) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new FaultException("DIGEST_MISSING", "this Java has no MD5, which every Java must have", e);
    }
  }
}
