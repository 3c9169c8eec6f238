package org.tingbok.exchange.names;

import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Certainty;
import org.tingbok.ledger.NameList;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Microsoft's mapping: an array of its own names, each with the names of others in one cell, separated by commas.
final class MappingNames {
  private static final String ACTOR = "Threat actor name";
  private static final String OTHERS = "Other names";
  private static final Set<String> WANTED = Set.of(ACTOR, OTHERS);

  private MappingNames() {
  }

  static NameList read(InputStream bytes, ListOrder order) {
    Entries entries = new Entries("microsoft/mapping", "Microsoft", order);
    Set<String> actors = new LinkedHashSet<>();
    try (JsonParser parser = JsonStream.open(bytes)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw ListReader.otherKind(order, JsonStream.what(parser));
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          throw ListReader.otherKind(order, "its elements are no objects");
        }
        Map<String, JsonNode> slots = JsonStream.slots(parser, WANTED);
        String actor = JsonStream.text(slots, ACTOR).strip();
        if (!slots.containsKey(ACTOR)) {
          throw ListReader.otherKind(order, "an element has no '" + ACTOR + "'");
        }
        if (!actors.add(actor.toLowerCase(Locale.ROOT))) {
          throw ListReader.duplicate(order, actor);
        }
        String others = JsonStream.text(slots, OTHERS);
        Set<String> names = new LinkedHashSet<>(List.of(actor));
        for (String name : others.split(",", -1)) {
          if (!name.isBlank()) {
            names.add(name.strip());
          }
        }
        for (String name : names) {
          entries.add(new Entries.Name(actor, actor, name, AliasRelation.SAME,
              name.equals(actor) ? Optional.of("Microsoft") : Optional.empty(), Certainty.ASSERTED, List.of(),
              PartialDate.NOT_STATED, ACTOR + ": " + actor + "; " + OTHERS + ": " + others));
        }
      }
      if (parser.nextToken() != null) {
        throw new BadInputException("LIST_UNREADABLE", order.source() + " goes on after its end; fetch it again");
      }
    }
    return entries.edition(Optional.empty());
  }
}
