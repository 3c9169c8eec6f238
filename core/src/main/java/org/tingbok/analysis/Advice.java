package org.tingbok.analysis;

import java.util.BitSet;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;

/// Who a claim rests on by its own sentence: "after advice from A and B, the firm blamed X" is the word of A and B.
final class Advice {
  private static final Pattern CUE =
      Pattern.compile("(?<![\\p{L}])(?:" + String.join("|", IncidentWords.ADVICE) + ")(?![\\p{L}])");
  private static final Pattern END = Pattern.compile("[.!?](?:\\s|$)|\\n\\s*\\n");
  private static final int REACH = 240; // code units behind the words of the claim

  private Advice() {
  }

  /// A text as far as it is looked at for some of its claims.
  ///
  /// @param text the text of a document
  /// @param claims claims of it
  /// @return the words of the claims and what is close behind them in their places, blanks for all else
  static String lookedAt(String text, Collection<Claim> claims) {
    BitSet seen = new BitSet(text.length());
    claims.forEach(claim -> claim.evidence().forEach(evidence -> {
      int to = Math.min(text.length(), evidence.end() + REACH);
      seen.set(Math.min(evidence.start(), to), to);
    }));
    StringBuilder kept = new StringBuilder(text.substring(0, seen.length()));
    for (int i = 0; i < kept.length(); i++) {
      if (!seen.get(i)) {
        kept.setCharAt(i, ' ');
      }
    }
    return kept.toString();
  }

  /// Voices that are named behind words of resting on somebody.
  ///
  /// @param claim the claim
  /// @param text the text of its document
  /// @param voices voices by the names of all who make the same claim
  /// @return empty if it rests on nobody else
  static SortedSet<String> in(Claim claim, String text, Map<String, String> voices) {
    SortedSet<String> found = new TreeSet<>();
    Set<String> own = new TreeSet<>();
    claim.saying().claimants().forEach(party -> own.add(voices.getOrDefault(party.name(), party.name())));
    for (Evidence evidence : claim.evidence()) {
      int to = Math.min(text.length(), evidence.end() + REACH);
      Matcher end = END.matcher(text).region(Math.min(evidence.end(), to), to);
      String sentence = text.substring(Math.min(evidence.start(), to), end.find() ? end.start() : to);
      Matcher cue = CUE.matcher(sentence.toLowerCase(Locale.ROOT));
      if (cue.find()) {
        String behind = sentence.substring(cue.end());
        voices.forEach((name, voice) -> {
          if (behind.contains(name) && !own.contains(voice)) {
            found.add(voice);
          }
        });
      }
    }
    return found;
  }
}
