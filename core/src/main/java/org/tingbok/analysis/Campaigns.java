package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.PartialDate;

/// Which incidents are parts of a campaign that is an incident of its own: because a claim says that the one name is part
/// of the other, because accounts of both use one name, or because a document that tells of both uses one word for them;
/// and the part happened while the campaign did.
final class Campaigns {
  private static final int DAYS_BEYOND = 31;

  private Campaigns() {
  }

  /// What is compared.
  ///
  /// @param incident the incident
  /// @param names keys of the names of operation that its accounts use
  /// @param words telling words of its labels
  /// @param wide whether it is a campaign: told so, or of several victims, or of many that are not named
  /// @param single whether it hit one victim that is named
  private record Told(Incident incident, Set<String> names, Set<String> words, boolean wide, boolean single) {
    static Told of(Incident incident) {
      Set<String> names = new TreeSet<>();
      Set<String> words = new TreeSet<>();
      Set<String> named = new TreeSet<>();
      boolean said = false;
      boolean described = false;
      for (IncidentAccount account : incident.accounts()) {
        account.names().forEach(name -> names.add(AccountNode.operationKey(name)));
        words.addAll(AccountNode.tellingWords(account.label()));
        said |= AccountNode.tokens(account.label()).stream().anyMatch(IncidentWords.CAMPAIGN::contains);
        for (Party victim : account.victims()) {
          boolean whole = victim.kind() == PartyKind.STATE || victim.kind() == PartyKind.DESCRIBED;
          described |= whole;
          if (!whole) {
            named.add(AccountNode.victimKey(victim.name()));
          }
        }
      }
      boolean wide = said && named.size() != 1 || named.size() > 2 || named.isEmpty() && described;
      return new Told(incident, names, words, wide, named.size() == 1 || !wide && !named.isEmpty());
    }
  }

  /// Names of which one is said to be part of the other: by the contained one, the containing ones.
  static Map<String, Set<String>> said(Collection<Claim> claims) {
    Map<String, Set<String>> said = new TreeMap<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Alias alias && alias.relation() == AliasRelation.PART_OF) {
        said.computeIfAbsent(AccountNode.operationKey(alias.first().name()), _ -> new TreeSet<>())
            .add(AccountNode.operationKey(alias.second().name()));
      }
    }
    return said;
  }

  /// The incidents, each with the campaign that it is part of and with its parts.
  ///
  /// @param incidents by id
  /// @param partOf names that are said to be part of others
  /// @param told by id of an incident, names that texts say it is part of
  static List<Incident> within(List<Incident> incidents, Map<String, Set<String>> partOf,
      Map<String, Set<String>> told) {
    Map<String, List<Told>> wideByName = new HashMap<>();
    Map<DocumentId, List<Told>> wideByDocument = new HashMap<>();
    List<Told> single = new ArrayList<>();
    for (Incident incident : incidents) {
      Told seen = Told.of(incident);
      if (seen.single() || told.containsKey(incident.id())) {
        single.add(seen);
      }
      if (seen.wide() || !seen.names().isEmpty()) {
        seen.names().forEach(name -> wideByName.computeIfAbsent(name, _ -> new ArrayList<>()).add(seen));
      }
      if (seen.wide()) {
        incident.documents().forEach(one -> wideByDocument.computeIfAbsent(one, _ -> new ArrayList<>()).add(seen));
      }
    }
    Map<String, Incident.Part> wholeOf = new HashMap<>();
    Map<String, List<Incident.Part>> partsOf = new HashMap<>();
    for (Told part : single) {
      Set<Told> candidates = new HashSet<>();
      for (String name : part.names()) {
        wideByName.getOrDefault(name, List.of()).stream().filter(Told::wide).forEach(candidates::add);
        partOf.getOrDefault(name, Set.of())
            .forEach(wider -> candidates.addAll(wideByName.getOrDefault(wider, List.of())));
      }
      part.incident().documents().forEach(one -> candidates.addAll(wideByDocument.getOrDefault(one, List.of())));
      Set<String> said = told.getOrDefault(part.incident().id(), Set.of());
      said.forEach(name -> candidates.addAll(wideByName.getOrDefault(name, List.of())));
      whole(part, candidates, partOf, said).ifPresent(whole -> {
        wholeOf.put(part.incident().id(), whole);
        partsOf.computeIfAbsent(whole.incident(), _ -> new ArrayList<>())
            .add(new Incident.Part(part.incident().id(), whole.grounds()));
      });
    }
    return incidents.stream().map(incident -> incident.within(Optional.ofNullable(wholeOf.get(incident.id())),
        partsOf.getOrDefault(incident.id(), List.of()))).toList();
  }

  private static Optional<Incident.Part> whole(Told part, Set<Told> candidates, Map<String, Set<String>> partOf,
      Set<String> said) {
    return candidates.stream()
        .filter(
            whole -> !whole.incident().id().equals(part.incident().id()) && during(part.incident(), whole.incident()))
        .map(whole -> new Incident.Part(whole.incident().id(), grounds(part, whole, partOf, said)))
        .filter(whole -> !whole.grounds().isEmpty())
        .min(Comparator.comparingInt((Incident.Part whole) -> -whole.grounds().size())
            .thenComparing(whole -> whole.grounds().getFirst().kind()).thenComparing(Incident.Part::incident));
  }

  private static List<Reason.Ground> grounds(Told part, Told whole, Map<String, Set<String>> partOf, Set<String> said) {
    List<Reason.Ground> grounds = new ArrayList<>();
    said.stream().filter(whole.names()::contains).forEach(name -> grounds
        .add(new Reason.Ground(Reason.Kind.STATEMENT, AliasRelation.PART_OF.code() + " " + name)));
    for (String name : part.names()) {
      for (String wider : partOf.getOrDefault(name, Set.of())) {
        if (whole.names().contains(wider)) {
          grounds
              .add(new Reason.Ground(Reason.Kind.STATEMENT, name + " " + AliasRelation.PART_OF.code() + " " + wider));
        }
      }
      if (whole.wide() && whole.names().contains(name)) {
        grounds.add(new Reason.Ground(Reason.Kind.NAME, name));
      }
    }
    Set<DocumentId> both = new TreeSet<>(part.incident().documents());
    both.retainAll(whole.incident().documents());
    if (!both.isEmpty() && whole.wide()) {
      part.words().stream().filter(whole.words()::contains)
          .forEach(word -> grounds.add(new Reason.Ground(Reason.Kind.LABEL, word)));
    }
    return grounds;
  }

  /// Whether the part may have happened while the whole did, and is the briefer one where both tell their time.
  private static boolean during(Incident part, Incident whole) {
    PartialDate inner = part.period();
    PartialDate outer = whole.period();
    if (!inner.stated() || !outer.stated()) {
      return true;
    }
    return !inner.first().orElseThrow().isBefore(outer.first().orElseThrow().minusDays(DAYS_BEYOND))
        && !inner.last().orElseThrow().isAfter(outer.last().orElseThrow().plusDays(DAYS_BEYOND))
        || inner.overlaps(outer) && (Periods.year(inner) || Periods.year(outer));
  }
}
