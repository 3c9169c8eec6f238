package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Decision;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.mention.NameKey;
import org.tingbok.vocabulary.Verdict;

/// An analyst's decision about two names, and what became of it: nothing that was decided is hidden by being taken back.
///
/// @param first one name
/// @param second the other
/// @param verdict `same`, `distinct`, `unsure`
/// @param reason why
/// @param by who decided
/// @param day when, ISO 8601
/// @param ended by what it no longer holds; empty if it does
public record DecisionCard(String first, String second, String verdict, String reason, String by, String day,
    Optional<Ended> ended) {
  /// The end of a decision.
  ///
  /// @param undone whether it was taken back; else another decision took its place
  /// @param by who did so
  /// @param day when, ISO 8601
  /// @param reason why
  public record Ended(boolean undone, String by, String day, String reason) {
  }

  /// Whether it holds.
  ///
  /// @return false if it was taken back or replaced
  @JsonProperty
  public boolean standing() {
    return ended.isEmpty();
  }

  /// The decision in words.
  ///
  /// @return for example `Salt Otter and Iron Heron: distinct, by ida on 2031-05-01: other hours`
  @JsonIgnore
  public String words() {
    return first + " and " + second + ": " + verdict + ", by " + by + " on " + day + ": " + reason
        + ended.map(end -> " (" + (end.undone() ? "taken back" : "replaced") + " by " + end.by() + " on " + end.day()
            + ": " + end.reason() + ")").orElse("");
  }

  /// Whether it is about a name.
  ///
  /// @param name any name
  /// @return true if it is one of the two
  public boolean concerns(String name) {
    return keys(first, second).contains(NameKey.of(name));
  }

  private static Set<String> keys(String first, String second) {
    return new java.util.HashSet<>(List.of(NameKey.of(first), NameKey.of(second)));
  }

  /// The decisions of a ledger with what became of each.
  static List<DecisionCard> of(List<NamesOnRecord.Decided> decided) {
    List<DecisionCard> cards = new ArrayList<>();
    for (NamesOnRecord.Decided one : decided) {
      Decision decision = one.decision();
      Ended end = new Ended(decision.verdict() == Verdict.UNDONE, decision.by(), decision.day().toString(),
          decision.reason());
      cards.replaceAll(card -> card.standing()
          && keys(card.first, card.second).equals(keys(decision.first(), decision.second()))
              ? new DecisionCard(card.first, card.second, card.verdict, card.reason, card.by, card.day,
                  Optional.of(end))
              : card);
      if (decision.verdict() != Verdict.UNDONE) {
        cards.add(new DecisionCard(decision.first(), decision.second(), decision.verdict().code(), decision.reason(),
            decision.by(), decision.day().toString(), Optional.empty()));
      }
    }
    return List.copyOf(cards);
  }
}
