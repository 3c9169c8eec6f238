package org.tingbok.reading.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.mention.Nouns;

/// Takes names of which an analyst decided that they are no actor's out of what one sentence claims.
///
/// A name that no table is asked for still looks like one: a capital after "blamed" is enough. So what every reader found is
/// looked at once more, whichever of them found it. A body, a state or a listed company of that name stays.
final class RejectedNames {
  private static final Set<String> NAMING = Set.of("known", "as", "called", "calling", "itself", "named", "dubbed",
      "going", "by", "of");

  private final Names names;
  private final String sentence;

  RejectedNames(Names names, String sentence) {
    this.names = names;
    this.sentence = sentence;
  }

  /// The claims without such names; one of which nobody is left is none.
  List<ClaimDraft> without(List<ClaimDraft> read) {
    List<ClaimDraft> left = new ArrayList<>();
    for (ClaimDraft draft : read) {
      List<Party> first = kept(draft.first());
      List<Party> second = kept(draft.second());
      boolean bereft = first.isEmpty() && !draft.first().isEmpty() || second.isEmpty() && !draft.second().isEmpty();
      if (!bereft) {
        left.add(first.equals(draft.first()) && second.equals(draft.second()) ? draft : draft.of(first, second));
      }
    }
    return left;
  }

  private List<Party> kept(List<Party> parties) {
    return parties.stream().filter(party -> !rejected(party)).toList();
  }

  private boolean rejected(Party party) {
    return switch (party.kind()) {
      case STATE, BODY -> false;
      case THREAT_ACTOR, PERSON -> names.rejected(party.text(), sentence);
      case ORGANISATION -> names.rejected(party.text(), sentence) && names.lookUp(party.text())
          .flatMap(RejectedNames::organisation).isEmpty();
      case DESCRIBED -> names.rejected(named(party.text()), sentence);
    };
  }

  private static Optional<Name> organisation(NameMatch match) {
    return match.as(Name.Sort.ORGANISATION).or(() -> match.as(Name.Sort.OUTLET));
  }

  /// The name that a description goes by: "the Sandworm hackers", "a group known as Sandworm". Empty if it has none.
  private static String named(String description) {
    String[] words = description.split("\\s+");
    for (int i = 0; i < words.length; i++) {
      if (group(words[i].toLowerCase(Locale.ROOT))) {
        int from = i;
        while (from > 0 && capital(words[from - 1])) {
          from--;
        }
        int behind = i + 1;
        while (behind < words.length && NAMING.contains(words[behind])) {
          behind++;
        }
        int to = behind;
        while (to < words.length && capital(words[to])) {
          to++;
        }
        return String.join(" ", List.of(words).subList(from, i)) + " "
            + String.join(" ", List.of(words).subList(behind, to));
      }
    }
    return "";
  }

  private static boolean capital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }

  private static boolean group(String low) {
    return Nouns.GROUP.contains(low) || low.endsWith("s") && Nouns.GROUP.contains(low.substring(0, low.length() - 1));
  }
}
