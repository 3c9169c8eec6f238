package org.tingbok.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tingbok.claim.Claim;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
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
  private final Standing standing;
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, Set<String>> speakers = new HashMap<>();

  Voices(Snapshot snapshot, Statements statements, Standing standing) {
    this.snapshot = snapshot;
    this.statements = statements;
    this.standing = standing;
    for (RecordedClaim recorded : statements.all()) {
      Claim claim = recorded.claim();
      for (Party claimant : claim.saying().claimants()) {
        if (claimant.kind() != PartyKind.PERSON && claimant.kind() != PartyKind.DESCRIBED) {
          byName.merge(outlet(claimant.name()), body(claimant), (a, b) -> a.compareTo(b) <= 0 ? a : b);
          claim.saying().speaker().ifPresent(speaker -> {
            String[] words = speaker.name().strip().split("\\s+", -1);
            for (String name : List.of(speaker.name(), words[words.length - 1])) {
              speakers.computeIfAbsent(NameKey.of(name), _ -> new TreeSet<>()).add(body(claimant));
            }
          });
        }
      }
    }
  }

  /// The key of a name of an outlet; its address is a name of it.
  static String outlet(String name) {
    java.util.regex.Matcher address = ADDRESS.matcher(name.strip());
    String key = NameKey.of(address.matches() ? address.group("name") : name);
    return address.matches() && key.startsWith("the") && key.length() > 6 ? key.substring(3) : key;
  }

  private String body(Party party) {
    String side = standing.side(party);
    return side.startsWith("state ") ? side : outlet(party.name());
  }

  /// The voice of a claimant; a person's is that of the one body for which the person speaks elsewhere.
  String of(Party party) {
    return switch (party.kind()) {
      case PERSON -> {
        Set<String> bodies = speakers.getOrDefault(NameKey.of(party.name()), Set.of());
        yield bodies.size() == 1 ? bodies.iterator().next() : outlet(party.name());
      }
      case DESCRIBED -> "unnamed " + NameKey.of(party.name());
      case STATE, BODY, ORGANISATION, THREAT_ACTOR -> body(party);
    };
  }

  /// The voice of a name that a text gives for who tells.
  String named(String name) {
    return byName.getOrDefault(outlet(name), outlet(name));
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
