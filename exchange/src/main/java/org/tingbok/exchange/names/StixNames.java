package org.tingbok.exchange.names;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.mention.NameKey;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Citation;
import org.tingbok.ledger.NameList;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Intrusion sets of a STIX bundle with their aliases, as ATT&CK publishes them: each alias with the documents that the
/// external reference of the same name cites. Deprecated sets are kept as said. A revoked set is no entry any more; its names are
/// former names of the set that a `revoked-by` relationship leads to, and say nothing where none does.
final class StixNames {
  private static final Set<String> WANTED = Set.of("type", "id", "name", "aliases", "modified", "revoked",
      "x_mitre_deprecated", "x_mitre_domains", "external_references", "relationship_type", "source_ref", "target_ref");
  private static final int LONGEST_CHAIN = 16;
  private static final String ATTACK = "mitre-attack";

  private final ListOrder order;
  /// The newest version of each intrusion set.
  private final Map<String, Group> groups = new LinkedHashMap<>();
  /// The newest relationship by which a set was revoked, by the revoked one.
  private final Map<String, Revocation> revocations = new HashMap<>();
  private Optional<LocalDate> newest = Optional.empty();
  private Optional<String> collection = Optional.empty();

  private StixNames(ListOrder order) {
    this.order = order;
  }

  /// An intrusion set as far as its names go.
  private record Group(String id, String modified, boolean revoked, boolean deprecated, String name,
      List<String> aliases,
      Set<String> domains, Map<String, String> references, Citations citations, Optional<Citation> page,
      Optional<String> number) {
  }

  /// That a set was revoked by another one.
  private record Revocation(String successor, String modified) {
  }

  static NameList read(InputStream bytes, ListOrder order) {
    StixNames names = new StixNames(order);
    try (JsonParser parser = JsonStream.open(bytes)) {
      names.bundle(parser);
    }
    return names.list();
  }

  private void bundle(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw ListReader.otherKind(order, JsonStream.what(parser));
    }
    boolean objects = false;
    String type = "";
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("type") && value == JsonToken.VALUE_STRING) {
        type = parser.getString();
      } else if (name.equals("objects") && value == JsonToken.START_ARRAY) {
        objects = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw ListReader.otherKind(order, "its 'objects' are none");
          }
          object(JsonStream.slots(parser, WANTED));
        }
      } else {
        parser.skipChildren();
      }
    }
    if (!type.equals("bundle") || !objects) {
      throw ListReader.otherKind(order, "it has no type 'bundle' with 'objects'");
    }
    if (parser.nextToken() != null) {
      throw new BadInputException("LIST_UNREADABLE", order.source() + " goes on after its end; fetch it again");
    }
  }

  private void object(Map<String, JsonNode> slots) {
    String modified = JsonStream.text(slots, "modified");
    if (modified.length() >= 10) {
      LocalDate day = LocalDate.parse(modified.substring(0, 10));
      newest = newest.filter(day::isBefore).or(() -> Optional.of(day));
    }
    String type = JsonStream.text(slots, "type");
    if (type.equals("x-mitre-collection")) {
      collection = Optional.of(JsonStream.text(slots, "name"));
    }
    if (type.equals("relationship") && JsonStream.text(slots, "relationship_type").equals("revoked-by")
        && !JsonStream.flag(slots, "revoked")) {
      revocations.merge(JsonStream.text(slots, "source_ref"),
          new Revocation(JsonStream.text(slots, "target_ref"), modified),
          (one, other) -> other.modified().compareTo(one.modified()) > 0 ? other : one);
    }
    if (!type.equals("intrusion-set")) {
      return;
    }
    Group group = group(slots, modified);
    Group other = groups.get(group.id());
    if (other != null && other.modified().equals(modified)) {
      throw ListReader.duplicate(order, group.id());
    }
    if (other == null || other.modified().compareTo(modified) < 0) {
      groups.put(group.id(), group);
    }
  }

  private static Group group(Map<String, JsonNode> slots, String modified) {
    Map<String, String> references = new LinkedHashMap<>();
    Citations citations = new Citations();
    Optional<Citation> page = Optional.empty();
    Optional<String> number = Optional.empty();
    JsonNode external = slots.get("external_references");
    for (JsonNode reference : external == null ? List.<JsonNode>of() : external.valueStream().toList()) {
      String source = JsonStream.text(reference, "source_name");
      String description = JsonStream.text(reference, "description");
      String address = JsonStream.text(reference, "url");
      String id = JsonStream.text(reference, "external_id");
      if (source.startsWith(ATTACK) && !id.isEmpty()) {
        number = Optional.of(id);
        page = Optional.of(new Citation("ATT&CK " + id, Optional.of(address).filter(url -> !url.isEmpty()),
            PartialDate.NOT_STATED));
      } else {
        references.putIfAbsent(source, description);
        citations.add(source, description, address);
      }
    }
    return new Group(JsonStream.text(slots, "id"), modified,
        JsonStream.flag(slots, "revoked"), JsonStream.flag(slots, "x_mitre_deprecated"),
        JsonStream.text(slots, "name"), JsonStream.texts(slots, "aliases"),
        new LinkedHashSet<>(JsonStream.texts(slots, "x_mitre_domains")), references, citations, page, number);
  }

  private NameList list() {
    List<Group> standing = groups.values().stream().filter(group -> !group.revoked()).toList();
    boolean attack = standing.stream().anyMatch(group -> group.number().isPresent());
    if (!attack && order.claimant().isEmpty() && !standing.isEmpty()) {
      throw new BadInputException("LIST_CLAIMANT",
          order.source() + " does not tell who publishes it; give --claimant NAME");
    }
    Entries entries = new Entries("attack/" + domain(standing), "MITRE ATT&CK", order);
    Set<String> numbers = new LinkedHashSet<>();
    for (Group group : standing) {
      String entry = group.number().orElse(group.id());
      if (!numbers.add(entry)) {
        throw ListReader.duplicate(order, entry);
      }
      PartialDate said = day(group.modified());
      Set<String> names = new LinkedHashSet<>(List.of(group.name()));
      names.addAll(group.aliases());
      for (String name : names) {
        String reference = Optional.ofNullable(group.references().get(name)).orElse("");
        List<Citation> cited = new ArrayList<>(group.citations().in(reference));
        if (name.equals(group.name())) {
          group.page().ifPresent(cited::add);
        }
        String words = (name.equals(group.name()) ? "name: " : "aliases: ") + name
            + (group.deprecated() ? " (deprecated)" : "");
        entries.add(new Entries.Name(entry, group.name(), name, AliasRelation.SAME, Optional.empty(),
            Certainty.ASSERTED, cited, said, reference.isEmpty() ? words : words + " " + reference));
      }
    }
    groups.values().stream().filter(Group::revoked).forEach(group -> former(group, entries));
    return entries.edition(newest);
  }

  /// The names of a revoked set as former ones of its successor, but those that the successor has itself.
  private void former(Group revoked, Entries entries) {
    Revocation first = revocations.get(revoked.id());
    Optional<Group> successor = successor(revoked);
    if (first == null || successor.isEmpty()) {
      return;
    }
    Group heir = successor.get();
    Set<String> own = new HashSet<>(Set.of(NameKey.of(heir.name())));
    heir.aliases().forEach(name -> own.add(NameKey.of(name)));
    Set<String> names = new LinkedHashSet<>(List.of(revoked.name()));
    names.addAll(revoked.aliases());
    names.removeIf(name -> own.contains(NameKey.of(name)));
    for (String name : names) {
      String reference = Optional.ofNullable(revoked.references().get(name)).orElse("");
      List<Citation> cited = new ArrayList<>(revoked.citations().in(reference));
      revoked.page().ifPresent(cited::add);
      entries.add(new Entries.Name(heir.number().orElse(heir.id()), heir.name(), name, AliasRelation.FORMER,
          Optional.empty(), Certainty.ASSERTED, cited, day(first.modified()),
          (name.equals(revoked.name()) ? "" : "aliases: " + name + ", of ") + revoked.name() + ", revoked by "
              + heir.name()));
    }
  }

  /// The standing set at the end of a chain of revocations; empty if it leads nowhere, or round in a circle.
  private Optional<Group> successor(Group revoked) {
    Optional<Group> at = Optional.of(revoked);
    for (int step = 0; step < LONGEST_CHAIN && at.filter(Group::revoked).isPresent(); step++) {
      at = at.map(group -> revocations.get(group.id())).map(revocation -> groups.get(revocation.successor()));
    }
    return at.filter(group -> !group.revoked());
  }

  private static PartialDate day(String modified) {
    return modified.length() < 10 ? PartialDate.NOT_STATED
        : PartialDate.day(LocalDate.parse(modified.substring(0, 10)));
  }

  /// Which of ATT&CK's bundles it is: the domain that all of its groups are in; its collection's name where several are.
  private String domain(List<Group> standing) {
    Set<String> common = new LinkedHashSet<>();
    if (!standing.isEmpty()) {
      common.addAll(standing.getFirst().domains());
      standing.forEach(group -> common.retainAll(group.domains()));
    }
    if (common.size() == 1) {
      return common.iterator().next();
    }
    return collection.filter(name -> !name.isBlank()).map(name -> name.strip().toLowerCase(java.util.Locale.ROOT)
        .replace(' ', '-')).orElse("bundle");
  }
}
