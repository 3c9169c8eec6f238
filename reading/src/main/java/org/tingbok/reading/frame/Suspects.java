package org.tingbok.reading.frame;

import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;

/// Who may have carried out an operation, or belong to those who do, by the sort of party and what it is called.
final class Suspects {
  private static final Set<String> DEEDS =
      Set.of("hack", "attack", "cyberattack", "breach", "intrusion", "theft", "heist", "break-in", "leak");

  private static final Pattern SAME =
      Pattern.compile("(?iu)(?:the )?(?:very )?(?:same|one|single)(?: (?:threat|hacking|single|cyber))? "
          + "(?:attackers?|actors?|group|hackers?|gang|crew|team|adversary|operators?|culprits?|entity|source)");

  private static final Pattern COUNTED =
      Pattern.compile("(?iu)(?:(?:the|these|both|all) )?(?:two|three|four|five|both|several|\\d+)?"
          + " ?(?:groups|gangs|actors|crews|teams|outfits|units)");

  /// "A and B, two groups that …": counts those who are named.
  static boolean counted(Party party) {
    return party.kind() == PartyKind.DESCRIBED && COUNTED.matcher(party.name()).matches();
  }

  /// "the same attacker", "one actor": says that several deeds are of one hand, and not whose it is.
  static boolean oneHand(Party party) {
    return SAME.matcher(party.name()).matches();
  }

  /// Whether an operation may be laid on a party.
  static boolean accusable(Party party) {
    return switch (party.kind()) {
      case THREAT_ACTOR, STATE, PERSON -> true;
      case BODY -> !party.name().matches(
          "(?i).*(parliament|court|cert|police|transport|railway|health|education|school|hospital|university|tax|postal|electoral|election|weather|meteorolog|museum|library|statistic|municipal).*");
      case DESCRIBED -> party.country().isPresent() || party.name().matches("(?i).*(hack|group|gang|actor|insider|crew|"
          + "crimin|attacker|people|state|hand\\b|aggressor|amateur|collective|copycat|affiliate|conspirator|defendant|agent|spy\\b|operator|unit|service|military|intelligence|contractor|teen|student|regime|power|forces|army|thie|intruder|burglar|team|subject|spies|officer|employee|pirata|grupo|banda|atacante|delincuent).*");
      case ORGANISATION -> party.name().matches("(?i).*(group|technology|ltd|company|expo|team|co\\b|gang|army).*")
          || party.name().equals(party.text());
    };
  }

  /// Whether a party is a group or somebody who could belong to one, so that it may work for a state.
  static boolean group(Party party) {
    return switch (party.kind()) {
      case THREAT_ACTOR -> true;
      case DESCRIBED ->
        party.name().matches("(?i).*(hack|group|gang|actor|crew|compan|hacker|firm|criminal|contractor|person|"
            + "officer|team|spies|grupo|banda|pirata|atacante|delincuente).*");
      case BODY -> party.name().matches("(?i).*(unit|center|centre|lab|bureau \\d+|department \\d+|\\d{3,}).*");
      case PERSON -> true;
      case ORGANISATION ->
        party.name().equals(party.text()) || party.name().matches("(?i).*(ltd|co\\.|technology|expo).*");
      case STATE -> false;
    };
  }

  private Suspects() {}

  /// "the OPM hack": words for a deed by whom it was done to are no name of who did it. A gang's "ransomware operation" is one.
  static boolean operation(Party party) {
    return party.name().contains(" ") && DEEDS.contains(party.name().substring(party.name().lastIndexOf(' ') + 1));
  }
}
