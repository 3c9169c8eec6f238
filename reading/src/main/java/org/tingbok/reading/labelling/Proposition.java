package org.tingbok.reading.labelling;

import java.util.Collections;
import java.util.List;
import org.tingbok.text.Token;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;

/// A claim as the labeller sees it in one sentence: a word that makes it and the heads of its roles.
///
/// @param type which kind
/// @param code relation, kind or polarity in the contract's words; empty if the type has none or it is open
/// @param certainty how sure the claimant sounds
/// @param predicate the word that makes the claim
/// @param voice whose claim it is
/// @param claimants heads of who says it; empty unless the voice is [Voice#NAMED]
/// @param first heads of the accused, first name, actor, target, what was reached, or how
/// @param second heads of the second name or the sponsor
/// @param incident heads of the operation spoken of
/// @param said heads of when it was said
/// @param probability that the sentence makes this claim, from 0 to about 1: the sum over the words that may make it
public record Proposition(ClaimType type, String code, CertaintyLevel certainty, Token predicate, Voice voice,
    List<Token> claimants, List<Token> first, List<Token> second, List<Token> incident, List<Token> said,
    float probability) {
  /// Whose claim a sentence makes.
  public enum Voice {
    /// The publication's own.
    OWN,
    /// That of who was speaking before and goes on.
    GOES_ON,
    /// That of somebody whom the sentence names.
    NAMED
  }

  /// Copies the lists.
  public Proposition {
    claimants = List.copyOf(claimants);
    first = List.copyOf(first);
    second = List.copyOf(second);
    incident = List.copyOf(incident);
    said = List.copyOf(said);
  }

  /// Whether another proposition is the same claim seen by another of its words.
  ///
  /// @param other one of the same sentence
  /// @return true if the types agree and, but for denials and the like, each object has a filler in common
  public boolean sharesWith(Proposition other) {
    if (type != other.type) {
      return false;
    }
    if (type == ClaimType.NON_ATTRIBUTION || type == ClaimType.DENIAL) {
      return true;
    }
    return !Collections.disjoint(first, other.first)
        && (second.isEmpty() || !Collections.disjoint(second, other.second));
  }

  /// The same, more probable.
  ///
  /// @param more what another of its words adds
  /// @return a proposition with the sum
  public Proposition with(float more) {
    return new Proposition(type, code, certainty, predicate, voice, claimants, first, second, incident, said,
        probability + more);
  }

  /// The same with another code.
  ///
  /// @param other relation, kind or polarity
  /// @return a proposition with it
  public Proposition as(String other) {
    return new Proposition(type, other, certainty, predicate, voice, claimants, first, second, incident, said,
        probability);
  }

  /// The same as words that leave open what it accuses of: "nothing suggests that X was behind it".
  ///
  /// @return a proposition of a non-attribution, asserted
  public Proposition withheld() {
    return new Proposition(ClaimType.NON_ATTRIBUTION, "", CertaintyLevel.ASSERTED, predicate, voice, claimants, first,
        second, incident, said, probability);
  }

  /// The same over another reading of its sentence.
  ///
  /// @param tokens as many tokens in the same order
  /// @return a proposition whose tokens are those
  public Proposition over(List<Token> tokens) {
    return new Proposition(type, code, certainty, tokens.get(predicate.index()), voice, over(claimants, tokens),
        over(first, tokens), over(second, tokens), over(incident, tokens), over(said, tokens), probability);
  }

  private static List<Token> over(List<Token> mine, List<Token> tokens) {
    return mine.stream().map(token -> tokens.get(token.index())).toList();
  }
}
