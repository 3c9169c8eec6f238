package org.tingbok.app.hostile;

import java.util.ArrayList;
import java.util.List;

/// What other tools hand over: STIX, MISP, EuRepoC, ORKL, lines of JSON.
final class DataBombs {
  private static final String BUNDLE =
      "{\"type\": \"bundle\", \"id\": \"bundle--00000000-0000-4000-8000-000000000001\", ";
  private static final String STAMPS =
      "\"spec_version\": \"2.1\", \"created\": \"2021-05-03T10:00:00.000Z\", \"modified\": \"2021-05-03T10:00:00.000Z\", ";

  private DataBombs() {
  }

  static List<Bomb> all() {
    List<Bomb> all = new ArrayList<>();
    all.add(Bomb.of("json-deep.json", BUNDLE + "\"objects\": " + "[".repeat(300_000)));
    all.add(Bomb.of("json-deep-objects.json", BUNDLE + "\"objects\": [" + "{\"a\":".repeat(300_000)));
    all.add(
        Bomb.of("json-number.json", BUNDLE + "\"objects\": [{\"type\": \"x\", \"a\": " + "9".repeat(1 << 20) + "}]}"));
    all.add(
        Bomb.of("json-exponent.json", BUNDLE + "\"objects\": [{\"type\": \"report\", \"confidence\": 1e999999999}]}"));
    all.add(Bomb.of("json-key.json", BUNDLE + "\"objects\": [{\"" + "a".repeat(1 << 20) + "\": 1}]}"));
    all.add(Bomb.of("json-twice.json",
        BUNDLE + "\"objects\": [{" + "\"type\": \"report\", ".repeat(20_000) + "\"id\": 1}]}"));
    all.add(Bomb.of("json-halves.json",
        BUNDLE + "\"objects\": [{\"type\": \"report\", \"name\": \"" + "\\ud800".repeat(9_000)
            + "\"}]}"));
    all.add(Bomb.of("stix-circle.json", circle(300)));
    all.add(Bomb.of("stix-references.json", references(100_000)));
    all.add(Bomb.of("stix-objects.json", objects(20_000)));
    all.add(Bomb.of("stix-pattern.json", BUNDLE + "\"objects\": [{\"type\": \"indicator\", " + STAMPS
        + "\"id\": \"indicator--00000000-0000-4000-8000-000000000001\", \"pattern_type\": \"stix\", \"valid_from\": "
        + "\"2021-05-03T10:00:00Z\", \"pattern\": \"" + "(".repeat(60_000) + "[a:b = 'c']" + ")".repeat(60_000)
        + "\"}]}"));
    all.add(Bomb.of("misp-attributes.json", misp("{\"type\": \"text\", \"value\": \"a\"},", 60_000)));
    all.add(
        Bomb.of("misp-tags.json", "{\"Event\": {\"info\": \"Tides\", \"Tag\": [" + "{\"name\": \"a\"},".repeat(60_000)
            + "{\"name\": \"b\"}]}}"));
    all.add(
        Bomb.of("misp-deep.json", "{\"Event\": {\"info\": \"Tides\", \"Object\": " + "[{\"Object\":".repeat(100_000)));
    all.add(Bomb.of("csv-field.csv",
        "incident_id,name,attributing_actor,attributed_initiator\n1,\"" + "a,\n".repeat(400_000)));
    all.add(Bomb.of("csv-columns.csv",
        "ID,name,attribution_date,initiator_name,attribution_basis,incident_type" + ",a".repeat(100_000) + "\n"
            + ",1".repeat(100_000)));
    all.add(Bomb.of("csv-quotes.csv", "ID,name\n" + "\"".repeat(1 << 20)));
    all.add(Bomb.of("orkl-deep.json", "[{\"sha1_hash\": \"a\", \"plain_text\": \"Quiet.\", \"report_names\": "
        + "[".repeat(200_000)));
    all.add(Bomb.of("orkl-text.json", "[{\"sha1_hash\": \"a\", \"title\": \"Tides\", \"plain_text\": \""
        + "The harbour was quiet. ".repeat(20_000) + "\"}]"));
    all.add(Bomb.of("lines.jsonl", "{\"title\": \"Tides\", \"text\": \"Quiet.\"}\n" + "{\"a\":".repeat(100_000) + "\n"
        + "{\"title\": \"Tides\", \"text\": \"Quieter.\"}\n"));
    return all;
  }

  private static String misp(String attribute, int count) {
    return "{\"Event\": {\"info\": \"Tides\", \"date\": \"2021-05-03\", \"uuid\": \"00000000-0000-4000-8000-000000000001\","
        + " \"Attribute\": [" + attribute.repeat(count) + "{}]}}";
  }

  private static String id(String type, int number) {
    return "%s--00000000-0000-4000-8000-%012d".formatted(type, number);
  }

  /// Reports that are about each other, and identities that made each other.
  private static String circle(int count) {
    StringBuilder text = new StringBuilder(BUNDLE).append("\"objects\": [");
    for (int i = 0; i < count; i++) {
      String next = Integer.toString((i + 1) % count);
      text.append(i == 0 ? "" : ",").append("{\"type\": \"report\", ").append(STAMPS).append("\"id\": \"")
          .append(id("report", i)).append("\", \"created_by_ref\": \"").append(id("identity", i))
          .append("\", \"name\": \"").append(i)
          .append("\", \"published\": \"2021-05-03T10:00:00Z\", \"object_refs\": [\"")
          .append(id("report", Integer.parseInt(next))).append("\"]},{\"type\": \"identity\", ").append(STAMPS)
          .append("\"id\": \"").append(id("identity", i)).append("\", \"name\": \"N").append(i)
          .append("\", \"created_by_ref\": \"").append(id("identity", Integer.parseInt(next))).append("\"}")
          .append(",{\"type\": \"relationship\", ").append(STAMPS).append("\"id\": \"").append(id("relationship", i))
          .append("\", \"relationship_type\": \"attributed-to\", \"source_ref\": \"").append(id("relationship", i))
          .append("\", \"target_ref\": \"").append(id("identity", i)).append("\"}");
    }
    return text.append("]}").toString();
  }

  private static String references(int count) {
    return BUNDLE + "\"objects\": [{\"type\": \"report\", " + STAMPS + "\"id\": \"" + id("report", 1)
        + "\", \"name\": \"Tides\", \"published\": \"2021-05-03T10:00:00Z\", \"object_refs\": [\""
        + (id("identity", 1) + "\", \"").repeat(count) + id("identity", 2) + "\"]}]}";
  }

  private static String objects(int count) {
    StringBuilder text = new StringBuilder(BUNDLE).append("\"objects\": [");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append("{\"type\": \"threat-actor\", ").append(STAMPS).append("\"id\": \"")
          .append(id("threat-actor", i)).append("\", \"name\": \"Bear ").append(i).append("\", \"aliases\": [\"B")
          .append(i).append("\", \"C").append(i).append("\"]}");
    }
    return text.append("]}").toString();
  }
}
