package org.tingbok.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;

/// Who speaks with one voice: the bodies of a state, a body and the persons who speak for it, an outlet and its address.
/// Immutable and safe to share.
final class Voices {
  private static final Pattern ADDRESS = Pattern.compile("(?:www\\.)?(?<name>[\\w-]+)(?:\\.[\\w-]+)+");

  private final Snapshot snapshot;
  private final Statements statements;
  private final Known known;

  /// Whose voices names are, by all that is on record. Immutable.
  static final class Known {
    private final Standing standing;
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, Set<String>> speakers = new HashMap<>();

    Known(Parties parties, Standing standing) {
      this.standing = standing;
      for (Parties.Fact fact : parties.facts()) {
        switch (fact) {
          case Parties.Speaks one -> byName.merge(outlet(one.party().name()), body(one.party()),
              (a, b) -> a.compareTo(b) <= 0 ? a : b);
          case Parties.SpokenFor one -> {
            String[] words = one.speaker().strip().split("\\s+", -1);
            for (String name : List.of(one.speaker(), words[words.length - 1])) {
              speakers.computeIfAbsent(NameKey.of(name), _ -> new TreeSet<>()).add(body(one.party()));
            }
          }
          case Parties.OfState _, Parties.Under _ -> {
          }
        }
      }
    }

    private String body(Party party) {
      String side = standing.side(party);
      return side.startsWith("state ") ? side : outlet(party.name());
    }
  }

  Voices(Snapshot snapshot, Statements statements, Known known) {
    this.snapshot = snapshot;
    this.statements = statements;
    this.known = known;
  }

  /// The key of a name of an outlet; its address is a name of it.
  static String outlet(String name) {
    java.util.regex.Matcher address = ADDRESS.matcher(name.strip());
    String key = NameKey.of(address.matches() ? address.group("name") : name);
    return address.matches() && key.startsWith("the") && key.length() > 6 ? key.substring(3) : key;
  }

  /// The voice of a claimant; a person's is that of the one body for which the person speaks elsewhere.
  String of(Party party) {
    return switch (party.kind()) {
      case PERSON -> {
        Set<String> bodies = known.speakers.getOrDefault(NameKey.of(party.name()), Set.of());
        yield bodies.size() == 1 ? bodies.iterator().next() : outlet(party.name());
      }
      case DESCRIBED -> "unnamed " + NameKey.of(party.name());
      case STATE, BODY, ORGANISATION, THREAT_ACTOR -> known.body(party);
    };
  }

  /// The voice of a name that a text gives for who tells.
  String named(String name) {
    return known.byName.getOrDefault(outlet(name), outlet(name));
  }

  /// The voice of who published a story first; empty if nothing tells.
  Optional<String> publisher(DocumentId document) {
    return publisherName(statements.story(document)).or(() -> publisherName(document)).map(this::named);
  }

  Optional<String> publisherName(DocumentId document) {
    return document(document).flatMap(Document::publisher);
  }

  Optional<Document> document(DocumentId id) {
    return Optional.ofNullable(snapshot.documents().get(id));
  }

  DocumentId story(DocumentId document) {
    return statements.story(document);
  }
}
