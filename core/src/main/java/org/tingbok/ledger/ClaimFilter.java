package org.tingbok.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.claim.Slot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.TextMatch;
import org.tingbok.query.TextQuery;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.SlotRole;

/// What conditions on claims mean, claim by claim. Ledgers that have indexes agree with it.
///
/// @param query the conditions and the order
/// @param forms how words are found
public record ClaimFilter(ClaimQuery query, WordForms forms) {
  /// How many claims are ranked at most, those said last.
  public static final int RANKED = 200;

  /// Whether all conditions hold.
  ///
  /// @param recorded a claim
  /// @param document where it was found
  /// @return true if they do
  public boolean holds(RecordedClaim recorded, Document document) {
    return query.all().stream().allMatch(condition -> holds(condition, recorded, document));
  }

  private boolean holds(Condition condition, RecordedClaim recorded, Document document) {
    Claim claim = recorded.claim();
    String language = document.language();
    return switch (condition) {
      case Condition.OfType of -> of.any().contains(claim.type());
      case Condition.OfCertainty of -> of.any().contains(claim.saying().certainty().level());
      case Condition.OneOf of -> of.any().contains(recorded.id());
      case Condition.InDocument in -> in.any().contains(claim.document());
      case Condition.FoundIn in ->
        DocumentFilter.isOf(document, in.published(), in.languages(), in.publishers());
      case Condition.OfAccount of -> claim.account().filter(account -> of.any().contains(account.id())).isPresent();
      case Condition.OfIncident of -> claim.account()
          .flatMap(account -> TextMatch.of(of.words(), incidentText(account), language, forms)).isPresent();
      case Condition.WithParty with -> {
        Set<String> keys = with.keys();
        yield party(claim, with.roles(), party -> keys.contains(NameKey.of(party.name())));
      }
      case Condition.WithKind with -> party(claim, with.roles(), party -> with.kinds().contains(party.kind()));
      case Condition.OfState of -> party(claim, of.roles(),
          party -> party.country().filter(of.countries()::contains).isPresent())
          || of.roles().contains(SlotRole.VICTIM) && claim.account()
              .filter(account -> account.countries().stream().anyMatch(of.countries()::contains)).isPresent();
      case Condition.InSector in -> claim.account()
          .filter(account -> account.sectors().stream().anyMatch(in.any()::contains)).isPresent();
      case Condition.Happened in -> claim.account().filter(account -> in.days().mayHold(account.period())).isPresent();
      case Condition.Said in -> in.days().mayHold(recorded.said());
      case Condition.Recorded in -> in.after().map(recorded.changedAt()::isAfter).orElse(true)
          && in.until().map(until -> !recorded.changedAt().isAfter(until)).orElse(true);
      case Condition.Quotes quotes -> match(quotes.words(), claim.evidence(), language).isPresent();
    };
  }

  private static boolean party(Claim claim, Set<SlotRole> roles, Predicate<Party> fits) {
    return claim.slots().stream().filter(slot -> roles.contains(slot.role())).map(Slot::party).anyMatch(fits);
  }

  /// What the words that an incident is asked for by are looked for in.
  ///
  /// @param account an account of an operation
  /// @return its label, names, and the names of its victims, in lines
  public static String incidentText(IncidentAccount account) {
    Set<String> lines = new java.util.LinkedHashSet<>();
    lines.add(account.label());
    lines.addAll(account.names());
    account.victims().forEach(victim -> lines.add(victim.name()));
    return String.join("\n", lines);
  }

  /// The best match of any quote.
  private Optional<TextMatch> match(TextQuery words, List<Evidence> evidence, String language) {
    return evidence.stream().flatMap(one -> TextMatch.of(words, one.quote(), language, forms).stream())
        .max(Comparator.comparingDouble(TextMatch::score));
  }

  /// How well a claim fits the words asked for.
  ///
  /// @param evidence its evidence
  /// @param language BCP 47 primary tag of its document
  /// @return the sum over all conditions on its quotes; 0 if there are none
  public double score(List<Evidence> evidence, String language) {
    double score = 0;
    for (Condition condition : query.all()) {
      if (condition instanceof Condition.Quotes quotes) {
        score += match(quotes.words(), evidence, language).map(TextMatch::score).orElse(0.0);
      }
    }
    return score;
  }

  /// Whether quotes have all the words asked for.
  ///
  /// @param evidence the evidence of a claim
  /// @param language BCP 47 primary tag of its document
  /// @return true if the conditions on quotes hold
  public boolean quotes(List<Evidence> evidence, String language) {
    return query.all().stream().allMatch(condition -> !(condition instanceof Condition.Quotes quotes)
        || match(quotes.words(), evidence, language).isPresent());
  }

  /// Whether an account of an operation has the words asked for.
  ///
  /// @param account the account
  /// @param language BCP 47 primary tag of its document
  /// @return true if the conditions on incidents hold
  public boolean incident(IncidentAccount account, String language) {
    return query.all().stream().allMatch(condition -> !(condition instanceof Condition.OfIncident of)
        || TextMatch.of(of.words(), incidentText(account), language, forms).isPresent());
  }

  /// Whether the words of an account of an operation matter.
  ///
  /// @return true if there is a condition on incidents
  public boolean asksForIncident() {
    return query.all().stream().anyMatch(Condition.OfIncident.class::isInstance);
  }

  /// Whether the answer is ranked by how well claims fit.
  ///
  /// @return false without words, whatever the order asked for
  public boolean ranked() {
    return query.order() == ClaimOrder.BEST && query.all().stream().anyMatch(Condition.Quotes.class::isInstance);
  }

  /// Puts claims into the order asked for. Of those that are to be ranked, only the [#RANKED] said last are; the others
  /// follow them as for [ClaimOrder#NEWEST], so that a word that half the ledger has is answered as soon as a rare one.
  ///
  /// @param claims in order of recording, with the language of their documents
  /// @return in order
  List<RecordedClaim> ordered(List<Found> claims) {
    List<Found> sorted = claims.stream().sorted(switch (query.order()) {
      case NEWEST, BEST -> Comparator.comparing((Found found) -> found.by().isEmpty())
          .thenComparing(found -> found.by().orElse(LocalDate.MIN), Comparator.reverseOrder())
          .thenComparingInt(Found::number);
      case OLDEST -> Comparator.comparing((Found found) -> found.by().isEmpty())
          .thenComparing(found -> found.by().orElse(LocalDate.MIN)).thenComparingInt(Found::number);
      case RECORDED -> Comparator.comparingInt(Found::number).reversed();
    }).toList();
    if (ranked()) {
      int ranked = Math.min(RANKED, sorted.size());
      sorted = Stream.concat(sorted.subList(0, ranked).stream()
          .sorted(Comparator.comparingDouble(found -> -score(found.claim().claim().evidence(), found.language()))),
          sorted.subList(ranked, sorted.size()).stream()).toList();
    }
    return sorted.stream().map(Found::claim).toList();
  }

  /// A claim for which the conditions hold.
  ///
  /// @param by the last day on which it can have been said ([SaidTime#by])
  /// @param number its place in order of recording
  record Found(RecordedClaim claim, String language, Optional<LocalDate> by, int number) {
  }

  /// Conditions that name no claim, however many are on record.
  ///
  /// @return true if one of them has an empty set
  public boolean hopeless() {
    Set<Condition> all = new HashSet<>(query.all());
    return all.stream().anyMatch(condition -> switch (condition) {
      case Condition.OfType of -> of.any().isEmpty();
      case Condition.OfCertainty of -> of.any().isEmpty();
      case Condition.OneOf of -> of.any().isEmpty();
      case Condition.InDocument in -> in.any().isEmpty();
      case Condition.OfAccount of -> of.any().isEmpty();
      case Condition.WithParty with -> with.names().isEmpty() || with.roles().isEmpty();
      case Condition.WithKind with -> with.kinds().isEmpty() || with.roles().isEmpty();
      case Condition.OfState of -> of.countries().isEmpty() || of.roles().isEmpty();
      case Condition.InSector in -> in.any().isEmpty();
      case Condition.FoundIn _, Condition.OfIncident _, Condition.Happened _, Condition.Said _, Condition.Recorded _, Condition.Quotes _ ->
        false;
    });
  }
}
