package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.analysis.Ladder;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.NameLevel;

/// Whom an actor is said to be, to belong to and to act for, level by level.
///
/// @param tiers highest level first; those without a rung are levels that nobody on record names anybody at
/// @param foot the actor itself, under the names that the view gives it, highest level first
/// @param denials what those who speak for a party above the actor answer to accusations of it
/// @param withdrawn claims of steps that their claimants have taken back
public record LadderCard(List<TierCard> tiers, List<FootCard> foot, List<ClaimCard> denials,
    List<ClaimCard> withdrawn) {
  /// What stands at one level.
  ///
  /// @param level `activity-cluster`, `temporary-group`, `named-group`, `unit`, `agency`, `state`; empty if nothing tells
  /// @param rungs side by side; none where lower and higher levels are told of and this one is not
  public record TierCard(Optional<String> level, List<RungCard> rungs) {
    /// The level in English.
    ///
    /// @return for example `named group`
    @JsonIgnore
    public String words() {
      return LadderCard.words(level);
    }
  }

  /// Names of the actor.
  ///
  /// @param level the level that they stand at; empty if nothing tells
  /// @param names the names
  public record FootCard(Optional<String> level, List<String> names) {
    /// The level in English.
    ///
    /// @return for example `activity cluster`
    @JsonIgnore
    public String words() {
      return LadderCard.words(level);
    }
  }

  /// Somebody above the actor.
  ///
  /// @param party who
  /// @param names all names under which the claims name it
  /// @param steps how it is reached, one or more
  /// @param dissent claims that speak against it
  /// @param rivals whom others name instead at this level
  public record RungCard(PartyCard party, List<String> names, List<StepCard> steps, List<ClaimCard> dissent,
      List<String> rivals) {
  }

  /// A step up.
  ///
  /// @param from the party below
  /// @param relation `on-behalf-of`, `part-of`, `supported-by`, `linked-to`; `same` where names of two levels are said to be one
  /// @param skipped the levels between that the claims say nothing of
  /// @param claims who says so
  public record StepCard(String from, String relation, List<String> skipped, List<ClaimCard> claims) {
    /// What is said of the party below and the one above, in English.
    ///
    /// @return for example `belongs to`
    @JsonIgnore
    public String words() {
      return Coded.find(AffiliationRelation.class, relation).map(Gist::words).orElse("is");
    }

    /// The levels that it leaves out, in English.
    ///
    /// @return for example `unit and agency`; empty text if none
    @JsonIgnore
    public String skippedWords() {
      return String.join(" and ", skipped.stream().map(level -> LadderCard.words(Optional.of(level))).toList());
    }
  }

  private static String words(Optional<String> level) {
    return level.map(code -> code.replace('-', ' ')).orElse("level not told");
  }

  /// Whether anybody stands above the actor, or has been said to.
  ///
  /// @return false if there is nothing to draw
  @JsonIgnore
  public boolean any() {
    return !tiers.isEmpty() || !withdrawn.isEmpty();
  }

  static LadderCard of(Ladder ladder, Cards cards) {
    List<Optional<NameLevel>> levels = new ArrayList<>(ladder.rungs().stream().map(Ladder.Rung::level).toList());
    Optional<NameLevel> highest = levels.stream().flatMap(Optional::stream).max(NameLevel::compareTo);
    List<TierCard> tiers = new ArrayList<>();
    for (NameLevel level : List.of(NameLevel.values()).reversed()) {
      boolean between = !level.ofGroups() && highest.filter(top -> level.compareTo(top) < 0).isPresent()
          && ladder.foot().stream()
              .noneMatch(foot -> foot.level().filter(own -> own.compareTo(level) >= 0).isPresent());
      if (between || levels.contains(Optional.of(level))) {
        tiers.add(tier(ladder, Optional.of(level), cards));
      }
    }
    if (levels.contains(Optional.<NameLevel>empty())) {
      tiers.add(tier(ladder, Optional.empty(), cards));
    }
    return new LadderCard(tiers, ladder.foot().reversed().stream()
        .map(foot -> new FootCard(foot.level().map(NameLevel::code), List.copyOf(foot.names()))).toList(),
        cards.claims(once(ladder.denials(), cards)), cards.claims(once(ladder.withdrawn(), cards)));
  }

  private static TierCard tier(Ladder ladder, Optional<NameLevel> level, Cards cards) {
    return new TierCard(level.map(NameLevel::code), ladder.rungs().stream().filter(rung -> rung.level().equals(level))
        .map(rung -> new RungCard(PartyCard.of(rung.party()), List.copyOf(rung.names()),
            rung.steps().stream().map(step -> new StepCard(step.from(), step.relation().code(),
                step.skipped().stream().map(NameLevel::code).toList(), cards.claims(once(step.claims(), cards))))
                .toList(),
            cards.claims(once(rung.dissent(), cards)), rung.rivals()))
        .toList());
  }

  /// Of copies the first speaks for the others, if it says the step too.
  private static List<RecordedClaim> once(List<RecordedClaim> claims, Cards cards) {
    List<RecordedClaim> once = cards.once(claims);
    return once.isEmpty() ? claims : once;
  }
}
