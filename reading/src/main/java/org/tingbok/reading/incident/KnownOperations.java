package org.tingbok.reading.incident;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.vocabulary.PartialDate;

/// Which operation of common knowledge is meant by those it hit and when, or by its name.
///
/// Immutable.
public final class KnownOperations {
  /// Knows of none.
  public static final KnownOperations NONE = new KnownOperations(Optional.empty(), Optional.empty(), Set.of());

  private static final Set<String> HIT = Set.of("company", "university", "ngo", "parliament", "party");

  private static final int YEARS = 500; // days from which a campaign is long
  private static final int LONG_AGO = 400; // days before a text was published: what it tells of without a date is news
  private static final int NEAR = 45; // days: texts date an operation by when it was found or told

  private final Optional<Names> names;
  private final Optional<LocalDate> published;
  private final Set<String> actors;

  private KnownOperations(Optional<Names> names, Optional<LocalDate> published, Set<String> actors) {
    this.names = names;
    this.published = published;
    this.actors = Set.copyOf(actors);
  }

  /// Knows what the knowledge of names knows.
  ///
  /// @param names the knowledge of names
  /// @param published when the text was published: it tells of nothing later; empty if it does not tell
  /// @param actors groups that the text names: an operation called after one of them is meant before others
  /// @return the operations that such a text can tell of
  public static KnownOperations in(Names names, Optional<LocalDate> published, Set<String> actors) {
    return new KnownOperations(Optional.of(names), published, actors);
  }

  /// Whether an operation is called after a group that the text names: "Salt Typhoon campaign".
  private boolean calledAfter(Names.Operation operation) {
    return actors.stream().anyMatch(actor -> operation.name().startsWith(actor + " "));
  }

  /// The only operation that fits.
  ///
  /// @param victims who was hit
  /// @param called names of operations and malware
  /// @param period when it happened
  /// @param news whether a text without a time for it tells what is new, so that of several the last is meant
  /// @return what is known of it; empty if none fits, or several
  Optional<Names.Operation> of(List<Party> victims, Set<String> called, PartialDate period, boolean news) {
    if (names.isEmpty() || victims.isEmpty() && called.isEmpty()) {
      return Optional.empty();
    }
    List<Names.Operation> byName = names.get().operations().stream()
        .filter(operation -> called.stream().anyMatch(name -> names(operation, name)))
        .filter(operation -> possible(operation) && near(operation.period(), period)).toList();
    if (byName.size() == 1) {
      return Optional.of(byName.get(0));
    }
    for (Party victim : victims) {
      List<Names.Operation> hit = names.get().operations().stream()
          .filter(
              operation -> possible(operation) && near(operation.period(), period) && hit(operation, victim, period))
          .toList();
      List<Names.Operation> after = hit.stream().filter(this::calledAfter).toList();
      if (after.size() == 1) {
        return Optional.of(after.get(0));
      }
      if (hit.size() == 1) {
        return period.stated() || !ofMany(hit.get(0)) ? Optional.of(hit.get(0)) : Optional.empty();
      }
      List<Names.Operation> incidents = hit.stream().filter(operation -> !operation.campaign()).toList();
      boolean overYears = hit.stream().filter(Names.Operation::campaign).allMatch(KnownOperations::ofYears);
      if (incidents.size() == 1 && (period.stated() || overYears)) {
        return Optional.of(incidents.get(0));
      }
      if (hit.size() > 1 && news && !period.stated()) {
        return last(hit);
      }
    }
    return Optional.empty();
  }

  /// Whether it is a campaign that hit several: that one of them was hit, of no time told, does not call it to mind.
  private static boolean ofMany(Names.Operation operation) {
    return operation.campaign() && operation.victims().size() > 2;
  }

  private static boolean ofYears(Names.Operation operation) {
    PartialDate period = operation.period();
    return period.stated()
        && period.last().orElseThrow().isAfter(period.first().orElseThrow().plusDays(YEARS));
  }

  /// Whether a day was more than a year before the text was published.
  boolean longAgo(PartialDate day) {
    return published.isPresent()
        && day.last().filter(last -> last.isBefore(published.get().minusDays(LONG_AGO))).isPresent();
  }

  /// Whether an operation was news when the text was published, and not what it reminds of.
  boolean news(Names.Operation operation) {
    return published.isEmpty() || operation.period().last().isEmpty()
        || !operation.period().last().get().isBefore(published.get().minusDays(500));
  }

  private static boolean names(Names.Operation operation, String name) {
    return operation.name().equals(name) || operation.name().startsWith(name + " ");
  }

  /// The last one that began within a year of the report.
  private Optional<Names.Operation> last(List<Names.Operation> several) {
    return several.stream().filter(operation -> !operation.period().first().orElse(LocalDate.MIN)
        .isBefore(published.map(day -> day.minusDays(400)).orElse(LocalDate.MAX)))
        .max(Comparator.comparing((Names.Operation operation) -> operation.period().first().orElseThrow())
            .thenComparing(Names.Operation::name));
  }

  /// The operation that a sentence speaks of by naming it, or somebody that no other operation hit.
  ///
  /// Those who also speak of what befell others (makers of security software, services, ministries) do not count.
  ///
  /// @param named names in the sentence
  /// @param place where it stands
  /// @return empty if it speaks of none, or of several
  Optional<Operation> meant(List<Name> named, int place) {
    boolean telling = named.stream().anyMatch(name -> name.sort() == Name.Sort.OPERATION
        || name.sort() == Name.Sort.MALWARE || HIT.contains(name.kind()));
    if (names.isEmpty() || !telling) {
      return Optional.empty();
    }
    List<Names.Operation> meant = names.get().operations().stream().filter(this::possible)
        .filter(operation -> named.stream().anyMatch(name -> name.sort() == Name.Sort.OPERATION
            ? name.id().equals(operation.id())
            : name.sort() == Name.Sort.MALWARE
                ? names(operation, name.canonical())
                : HIT.contains(name.kind()) && (!ofMany(operation) || calledAfter(operation))
                    && suffered(operation, name.canonical())))
        .toList();
    List<Names.Operation> after = meant.stream().filter(this::calledAfter).toList();
    if (meant.size() != 1 && after.size() != 1) {
      return Optional.empty();
    }
    Names.Operation operation = after.size() == 1 ? after.get(0) : meant.get(0);
    List<Party> victims =
        named.stream().filter(name -> HIT.contains(name.kind()) && suffered(operation, name.canonical()))
            .map(name -> new Party(name.canonical(), name.sort() == Name.Sort.BODY ? PartyKind.BODY
                : PartyKind.ORGANISATION, name.country(), name.canonical()))
            .distinct().toList();
    return Optional.of(new Operation(operation.name(), victims, PartialDate.NOT_STATED, Set.of(operation.name()),
        operation.countries(), false, false, place));
  }

  /// Whether somebody is among those hit, or an operation is called after them: "hack of Visma".
  private static boolean suffered(Names.Operation operation, String victim) {
    return operation.victims().contains(victim) || operation.aliases().stream()
        .anyMatch(alias -> alias.endsWith(" of " + victim) || alias.endsWith(" of the " + victim)
            || alias.endsWith(" on " + victim) || alias.endsWith(" on the " + victim)
            || alias.startsWith(victim + " ") && alias.indexOf(' ', victim.length() + 1) < 0);
  }

  private boolean possible(Names.Operation operation) {
    return published.isEmpty() || operation.period().first().isEmpty()
        || !operation.period().first().get().isAfter(published.get());
  }

  private static boolean hit(Names.Operation operation, Party victim, PartialDate period) {
    return switch (victim.kind()) {
      case DESCRIBED, THREAT_ACTOR -> false;
      case STATE -> period.stated() && (operation.victims().contains(victim.name())
          || victim.country().isPresent() && operation.countries().equals(Set.of(victim.country().get()))
              && operation.victims().stream().anyMatch(hit -> hit.endsWith(" government")));
      case BODY, ORGANISATION, PERSON -> suffered(operation, victim.name());
    };
  }

  private static boolean near(PartialDate known, PartialDate told) {
    if (!known.stated() || !told.stated()) {
      return true;
    }
    return !told.first().orElseThrow().minusDays(NEAR).isAfter(known.last().orElseThrow())
        && !told.last().orElseThrow().plusDays(NEAR).isBefore(known.first().orElseThrow());
  }
}
