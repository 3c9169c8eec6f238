package org.tingbok.exchange.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Citation;
import org.tingbok.ledger.NameList;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// A cluster file of a MISP galaxy: synonyms, who coined a name (`name-attribution`, a producer's UUID), and related
/// actors with the likelihood that the galaxy gives them. Relations to clusters of other galaxies are passed over, for they
/// name nobody here.
final class GalaxyNames {
  private static final Set<String> WANTED = Set.of("value", "uuid", "meta", "related");
  private static final String LIKELIHOOD = "estimative-language:likelihood-probability=\"";
  private static final Map<String, String> PRODUCERS = table("producers.tsv");
  /// Who is meant by the words in brackets that some names carry: `Hive0081 (IBM)`.
  private static final Map<String, String> GIVERS = table("givers.tsv");
  /// What galaxies hold that are none of actors, by their type or category.
  private static final Map<String, String> OTHER_GALAXIES = table("galaxies.tsv");
  private static final Pattern WITH_GIVER = Pattern.compile("(?<name>\\S(?:.*?\\S)??)\\s++\\((?<giver>[^()]+)\\)");
  private static final Pattern SUBGROUP = Pattern.compile("(?i)sub-?group:\\s*(?<name>.+)");
  /// Who says what stands in a galaxy that hands on somebody else's list.
  private static final Map<String, String> CLAIMANTS = Map.of("mitre-intrusion-set", "MITRE ATT&CK",
      "microsoft-activity-group", "Microsoft", "360net-threat-actor", "360.net", "groups", "Tidal Cyber");

  private final ListOrder order;
  private final Map<String, Cluster> clusters = new LinkedHashMap<>();
  private String type = "";
  private String category = "";

  private GalaxyNames(ListOrder order) {
    this.order = order;
  }

  private record Related(String uuid, AliasRelation relation, String type, Certainty certainty) {
  }

  private record Cluster(String uuid, String value, List<String> synonyms, Map<String, String> givers,
      List<Citation> citations, List<Related> related) {
  }

  static NameList read(InputStream bytes, ListOrder order) {
    GalaxyNames names = new GalaxyNames(order);
    try (JsonParser parser = JsonStream.open(bytes)) {
      names.galaxy(parser);
    }
    return names.list();
  }

  private void galaxy(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw ListReader.otherKind(order, JsonStream.what(parser));
    }
    boolean values = false;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("type") && value == JsonToken.VALUE_STRING) {
        type = parser.getString();
      } else if (name.equals("category") && value == JsonToken.VALUE_STRING) {
        category = parser.getString();
      } else if (name.equals("values") && value == JsonToken.START_ARRAY) {
        values = true;
        refuseOther();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw ListReader.otherKind(order, "its 'values' are no clusters");
          }
          cluster(JsonStream.slots(parser, WANTED));
        }
      } else {
        parser.skipChildren();
      }
    }
    if (!values || type.equals("bundle")) {
      throw ListReader.otherKind(order, "it has no 'values'");
    }
    refuseOther();
    if (parser.nextToken() != null) {
      throw new BadInputException("LIST_UNREADABLE",
          order.source() + " goes on after its end; fetch it again");
    }
  }

  /// A list of malware, say, has names too, and none of them is an actor's. One of a kind that is not known is taken.
  private void refuseOther() {
    Optional<String> holds = Optional.ofNullable(OTHER_GALAXIES.get(folded(type)))
        .or(() -> Optional.ofNullable(OTHER_GALAXIES.get(folded(category))));
    if (holds.isPresent()) {
      throw new BadInputException("LIST_KIND", order.source() + " is a MISP galaxy of " + holds.get() + " (" + type
          + "), not of actors; take one of actors, such as threat-actor.json");
    }
  }

  private void cluster(Map<String, JsonNode> slots) {
    String value = withoutNumber(JsonStream.text(slots, "value").strip());
    String uuid = Optional.of(JsonStream.text(slots, "uuid")).filter(id -> !id.isEmpty()).orElse(value);
    JsonNode meta = slots.get("meta");
    List<String> synonyms = new ArrayList<>();
    Map<String, String> givers = new HashMap<>();
    List<Citation> citations = new ArrayList<>();
    if (meta != null && meta.isObject()) {
      Optional.ofNullable(meta.get("synonyms")).ifPresent(node -> synonyms.addAll(JsonStream.texts(node)));
      meta.propertyNames().stream().filter(name -> name.startsWith("origin:")).forEach(name -> givers
          .put(folded(name.substring("origin:".length())), JsonStream.text(meta, name)));
      Optional.ofNullable(meta.get("name-attribution")).map(JsonStream::texts).orElse(List.of())
          .forEach(attribution -> attributed(attribution, givers));
      Optional.ofNullable(meta.get("refs")).map(JsonStream::texts).orElse(List.of()).forEach(
          address -> citations.add(new Citation(address, Optional.of(address), PartialDate.NOT_STATED)));
    }
    List<Related> related = new ArrayList<>();
    JsonNode relations = slots.get("related");
    if (relations != null && relations.isArray()) {
      relations.valueStream().forEach(node -> relation(JsonStream.text(node, "type")).ifPresent(
          relation -> related.add(new Related(JsonStream.text(node, "dest-uuid"), relation,
              JsonStream.text(node, "type"), certainty(node)))));
    }
    if (clusters.putIfAbsent(uuid, new Cluster(uuid, value, synonyms, givers, citations, related)) != null) {
      throw ListReader.duplicate(order, uuid);
    }
  }

  /// `APT99 - G0999`, as galaxies made of ATT&CK have it, without the number.
  private static String withoutNumber(String value) {
    int dash = value.lastIndexOf(" - G");
    return dash > 0 && value.substring(dash + 4).chars().allMatch(Character::isDigit) ? value.substring(0, dash)
        : value;
  }

  /// `NAME:UUID-OF-ITS-PRODUCER`; a producer that nobody has told of is not named.
  private static void attributed(String attribution, Map<String, String> givers) {
    int colon = attribution.lastIndexOf(':');
    if (colon > 0) {
      Optional.ofNullable(PRODUCERS.get(attribution.substring(colon + 1)))
          .ifPresent(producer -> givers.put(folded(attribution.substring(0, colon)), producer));
    }
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<AliasRelation> relation(String type) {
    return switch (type) {
      case "similar", "overlaps", "overlap", "linked-to", "related-to", "associated-with" ->
        Optional.of(AliasRelation.OVERLAP);
      case "part-of" -> Optional.of(AliasRelation.PART_OF);
      case "same-as", "alias-of", "synonym" -> Optional.of(AliasRelation.SAME);
      default -> Optional.empty();
    };
  }

  private static Certainty certainty(JsonNode related) {
    JsonNode tags = related.get("tags");
    for (String tag : tags == null ? List.<String>of() : JsonStream.texts(tags)) {
      if (tag.startsWith(LIKELIHOOD) && tag.endsWith("\"")) {
        String words = tag.substring(LIKELIHOOD.length(), tag.length() - 1);
        Optional<Likelihood> likelihood = Coded.find(Likelihood.class, words);
        CertaintyLevel level = switch (likelihood.orElse(Likelihood.ROUGHLY_EVEN_CHANCE)) {
          case ALMOST_CERTAIN, VERY_LIKELY -> CertaintyLevel.HIGH;
          case LIKELY -> CertaintyLevel.MODERATE;
          case ROUGHLY_EVEN_CHANCE, UNLIKELY, VERY_UNLIKELY, ALMOST_NO_CHANCE -> CertaintyLevel.LOW;
        };
        return new Certainty(level, Optional.of(words), likelihood, Optional.empty());
      }
    }
    return Certainty.ASSERTED;
  }

  private NameList list() {
    Entries entries =
        new Entries("misp/" + (type.isBlank() ? "galaxy" : type), CLAIMANTS.getOrDefault(type, "MISP galaxy"), order);
    for (Cluster cluster : clusters.values()) {
      Set<String> names = new LinkedHashSet<>(List.of(cluster.value()));
      cluster.synonyms().stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
      names.forEach(name -> entries.add(listed(cluster, name)));
      for (Related related : cluster.related()) {
        Cluster other = clusters.get(related.uuid());
        if (other != null && !other.uuid().equals(cluster.uuid())) {
          entries.add(new Entries.Name(cluster.uuid(), cluster.value(), other.value(), related.relation(),
              Optional.empty(), related.certainty(), List.of(), PartialDate.NOT_STATED,
              "related: " + other.value() + ", "
                  + related.type() + related.certainty().words().map(words -> ", " + words).orElse("")));
        }
      }
    }
    return entries.edition(Optional.empty());
  }

  /// A name of a cluster. A subgroup is a part of the actor, and no other name of it; who is named in brackets behind a name
  /// has given it; a comma at its end is none of it.
  private static Entries.Name listed(Cluster cluster, String written) {
    String words = (written.equals(cluster.value()) ? "value: " : "synonyms: ") + written;
    Matcher subgroup = SUBGROUP.matcher(written);
    if (subgroup.matches()) {
      return new Entries.Name(cluster.uuid(), subgroup.group("name"), cluster.value(), AliasRelation.PART_OF,
          Optional.empty(), Certainty.ASSERTED, List.of(), PartialDate.NOT_STATED, words);
    }
    Optional<String> told = Optional.ofNullable(cluster.givers().get(folded(written)));
    Matcher bracketed = WITH_GIVER.matcher(written);
    Optional<String> giver = bracketed.matches() && !written.equals(cluster.value())
        ? Optional.ofNullable(GIVERS.get(bracketed.group("giver")))
        : Optional.empty();
    String name = giver.isPresent() ? bracketed.group("name")
        : written.equals(cluster.value()) ? written : written.replaceFirst(",+$", "").strip();
    return new Entries.Name(cluster.uuid(), cluster.value(), name, AliasRelation.SAME, told.or(() -> giver),
        Certainty.ASSERTED, written.equals(cluster.value()) ? cluster.citations() : List.of(), PartialDate.NOT_STATED,
        words + told.map(known -> "; name-attribution: " + known).orElse(""));
  }

  /// The first two columns of a table that comes with this build: whom a producer's UUID means, for example.
  private static Map<String, String> table(String name) {
    Map<String, String> rows = new HashMap<>();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(GalaxyNames.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1))
          .forEach(cells -> rows.put(cells[0], cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(rows);
  }
}
