package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.SlotRole;

/// What claims have in common, counted: for narrowing an answer down.
public final class Facets {
  private static final int MOST = 8;

  private Facets() {
  }

  /// By what claims are counted.
  public enum By implements Coded {
    /// The type of claim.
    TYPE("type", ClaimQuestion.Slot.TYPE),
    /// Who says it.
    CLAIMANT("claimant", ClaimQuestion.Slot.CLAIMANT),
    /// Who is held responsible.
    ACCUSED("accused", ClaimQuestion.Slot.ACCUSED),
    /// The year in which it may have been said.
    YEAR("said", ClaimQuestion.Slot.SAID),
    /// The language of its document.
    LANGUAGE("language", ClaimQuestion.Slot.LANGUAGE),
    /// Who publishes its document.
    PUBLISHER("publisher", ClaimQuestion.Slot.PUBLISHER),
    /// How sure the claimants sound.
    CERTAINTY("certainty", ClaimQuestion.Slot.CERTAINTY);

    private final String code;
    private final ClaimQuestion.Slot slot;

    By(String code, ClaimQuestion.Slot slot) {
      this.code = code;
      this.slot = slot;
    }

    @Override
    public String code() {
      return code;
    }

    /// The condition on claims that it narrows down by.
    ///
    /// @return the slot
    public ClaimQuestion.Slot slot() {
      return slot;
    }
  }

  /// What is told of a document.
  ///
  /// @param language BCP 47 primary tag
  /// @param publisher who publishes it; empty if it does not tell
  public record Outlet(String language, List<String> publisher) {
  }

  /// Values of one kind.
  ///
  /// @param by what they are values of
  /// @param values the most frequent first
  public record Facet(String by, List<Value> values) {
  }

  /// A value.
  ///
  /// @param value the value
  /// @param count how many claims have it
  /// @param chosen whether the answer is narrowed down to it
  public record Value(String value, int count, boolean chosen) {
  }

  /// Counts claims.
  ///
  /// @param by what to count
  /// @param claims the claims
  /// @param outlet what is told of a claim's document
  /// @param chosen values that the answer is narrowed down to; listed even where no claim has them
  /// @return the most frequent values, the chosen ones among them
  public static Facet count(By by, Collection<RecordedClaim> claims, Function<RecordedClaim, Outlet> outlet,
      List<String> chosen) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    chosen.forEach(value -> counts.put(value, 0));
    for (RecordedClaim claim : claims) {
      values(by, claim, outlet).forEach(value -> counts.merge(value, 1, Integer::sum));
    }
    List<Value> values = new ArrayList<>();
    counts.forEach((value, count) -> values.add(new Value(value, count, chosen.contains(value))));
    values.sort(Comparator.comparing((Value value) -> !value.chosen())
        .thenComparing(by == By.YEAR ? Comparator.comparing(Value::value).reversed()
            : Comparator.comparingInt(Value::count).reversed().thenComparing(Value::value)));
    return new Facet(by.code(), List.copyOf(values.subList(0, Math.min(values.size(), MOST + chosen.size()))));
  }

  private static Set<String> values(By by, RecordedClaim claim, Function<RecordedClaim, Outlet> outlet) {
    Stream<String> values = switch (by) {
      case TYPE -> Stream.of(claim.claim().type().code());
      case CERTAINTY -> Stream.of(claim.claim().saying().certainty().level().code());
      case CLAIMANT -> parties(claim, SlotRole.CLAIMANT);
      case ACCUSED -> parties(claim, SlotRole.ACCUSED);
      case YEAR -> claim.said().first().filter(_ -> claim.said().last().isPresent()).stream()
          .map(day -> Integer.toString(day.getYear()))
          .filter(year -> claim.said().last().orElseThrow().getYear() == Integer.parseInt(year));
      case LANGUAGE -> Stream.of(outlet.apply(claim).language());
      case PUBLISHER -> outlet.apply(claim).publisher().stream();
    };
    Set<String> distinct = new LinkedHashSet<>();
    values.forEach(distinct::add);
    return distinct;
  }

  private static Stream<String> parties(RecordedClaim claim, SlotRole role) {
    return claim.claim().slots().stream().filter(slot -> slot.role() == role).map(slot -> slot.party().name());
  }
}
