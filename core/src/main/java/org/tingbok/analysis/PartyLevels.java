package org.tingbok.analysis;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.NameLevel;

/// At which level a party stands: by what sort of party it is, by what is known of its name, and by the words that units
/// are called by. Safe to share.
final class PartyLevels {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern UNIT = Pattern.compile(String.join("|",
      "\\b(?:unit|einheit|enhet|unité|unidad)\\s+(?:no\\.?\\s*|number\\s+)?\\d{2,6}\\b",
      "\\b(?:cent(?:er|re)|lab|department|directorate|bureau|office|institute)\\s+(?:no\\.?\\s*)?\\d{1,5}\\b",
      "\\b\\d{1,4}(?:st|nd|rd|th)\\s+(?:[\\p{L}-]+\\s+){0,4}(?:cent(?:er|re)|bureau|directorate|department|institute"
          + "|brigade|division|section|unit)\\b",
      "\\bstate security (?:bureau|department)\\b",
      "\\b(?:bureau|branch|unit|department|division|section|cell)\\s+of\\s+(?:the\\s+)?(?:[\\p{L}'’]+\\s+){0,3}"
          + "(?:MSS|PLA|GRU|FSB|SVR|IRGC|MOIS|RGB|ministry|army|services?|guards?|corps|agency|military)\\b",
      "['’]s?\\s+(?:[\\p{L}-]+\\s+){0,3}(?:bureau|branch|unit)$"), FLAGS);
  private static final Pattern WHOLE_STATE =
      Pattern.compile("(?:\\b(?:government|authorities|regime|state)|^(?:the )?kremlin)$", FLAGS);

  private final Function<String, Optional<NameLevel>> known;
  private final Map<Party, Optional<NameLevel>> levels = new ConcurrentHashMap<>();
  private final Map<String, Optional<NameLevel>> byName = new ConcurrentHashMap<>();

  PartyLevels(Function<String, Optional<NameLevel>> known) {
    this.known = known;
  }

  /// The level; empty for persons, companies and parties only described, unless their words tell more.
  Optional<NameLevel> of(Party party) {
    return levels.computeIfAbsent(party, this::level);
  }

  /// The level of a name of which nothing else is known than that somebody calls an actor so.
  Optional<NameLevel> ofName(String name) {
    Optional<NameLevel> level = byName.computeIfAbsent(name, known);
    return level.isPresent() || !UNIT.matcher(name).find() ? level : Optional.of(NameLevel.UNIT);
  }

  private Optional<NameLevel> level(Party party) {
    String name = party.name();
    boolean unit = UNIT.matcher(name).find();
    Optional<NameLevel> told =
        party.kind() == PartyKind.PERSON ? Optional.empty() : byName.computeIfAbsent(name, known);
    Optional<NameLevel> high = told.filter(level -> !level.ofGroups());
    Optional<NameLevel> words = unit ? Optional.of(NameLevel.UNIT) : Optional.empty();
    return switch (party.kind()) {
      case STATE -> Optional.of(NameLevel.STATE);
      case BODY -> WHOLE_STATE.matcher(name).find() ? Optional.of(NameLevel.STATE)
          : high.or(() -> words).or(() -> Optional.of(NameLevel.AGENCY));
      case THREAT_ACTOR -> unit ? words
          : told.filter(NameLevel::ofGroups).or(() -> Optional.of(NameLevel.NAMED_GROUP));
      case ORGANISATION -> high.or(() -> words);
      case DESCRIBED -> words;
      case PERSON -> Optional.empty();
    };
  }
}
