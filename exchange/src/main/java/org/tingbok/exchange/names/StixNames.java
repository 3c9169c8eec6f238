package org.tingbok.exchange.names;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
/// external reference of the same name cites. Revoked and deprecated ones say nothing any more.
final class StixNames {
  private static final Set<String> WANTED = Set.of("type", "id", "name", "aliases", "modified", "revoked",
      "x_mitre_deprecated", "x_mitre_domains", "external_references");
  private static final String ATTACK = "mitre-attack";

  private final ListOrder order;
  /// The newest version of each intrusion set.
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private Optional<LocalDate> newest = Optional.empty();
  private Optional<String> collection = Optional.empty();

  private StixNames(ListOrder order) {
    this.order = order;
  }

  /// An intrusion set as far as its names go.
  private record Group(String id, String modified, boolean gone, String name, List<String> aliases,
      Set<String> domains, Map<String, String> references, Citations citations, Optional<Citation> page,
      Optional<String> number) {
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
        JsonStream.flag(slots, "revoked") || JsonStream.flag(slots, "x_mitre_deprecated"),
        JsonStream.text(slots, "name"), JsonStream.texts(slots, "aliases"),
        new LinkedHashSet<>(JsonStream.texts(slots, "x_mitre_domains")), references, citations, page, number);
  }

  private NameList list() {
    List<Group> standing = groups.values().stream().filter(group -> !group.gone()).toList();
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
      PartialDate said = group.modified().length() < 10 ? PartialDate.NOT_STATED
          : PartialDate.day(LocalDate.parse(group.modified().substring(0, 10)));
      Set<String> names = new LinkedHashSet<>(List.of(group.name()));
      names.addAll(group.aliases());
      for (String name : names) {
        String reference = Optional.ofNullable(group.references().get(name)).orElse("");
        List<Citation> cited = new ArrayList<>(group.citations().in(reference));
        if (name.equals(group.name())) {
          group.page().ifPresent(cited::add);
        }
        String words = name.equals(group.name()) ? "name: " + name : "aliases: " + name;
        entries.add(new Entries.Name(entry, group.name(), name, AliasRelation.SAME, Optional.empty(),
            Certainty.ASSERTED, cited, said, reference.isEmpty() ? words : words + " " + reference));
      }
    }
    return entries.edition(newest);
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
