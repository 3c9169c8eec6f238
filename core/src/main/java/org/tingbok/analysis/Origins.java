package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;

/// Whose word claims rest on, once copies, reprints and articles that pass on one statement are counted once.
///
/// Bodies of one state are one voice; so are a person and the body that the person speaks for anywhere on record. What a
/// publication only passes on is followed to whom it names, through as many documents as there are on record. A document
/// that names nobody counts as an origin if it is the first to say so or says how sure it is; else it is unknown what
/// it rests on, and it never counts. Nothing depends on the order of arrival. Immutable and safe to
/// share.
public final class Origins {
  private static final Comparator<RecordedClaim> BY_DAY = Statements.BY_DAY;

  private final Statements statements;
  private final Standing standing;
  private final Voices voices;
  private final Map<String, List<RecordedClaim>> byMatter = new TreeMap<>();
  private final Map<String, Matter> matters = new ConcurrentHashMap<>();

  private Origins(Statements statements, Standing standing, Voices voices) {
    this.statements = statements;
    this.standing = standing;
    this.voices = voices;
    for (RecordedClaim recorded : statements.all()) {
      keys(recorded.claim())
          .forEach(key -> byMatter.computeIfAbsent(key, _ -> new ArrayList<>()).add(recorded));
    }
  }

  /// The origins of a snapshot's claims.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @param families the families of its documents
  /// @param names which names are one
  /// @return the origins
  public static Origins of(Snapshot snapshot, List<Incident> incidents, List<Family> families, Names names) {
    return of(snapshot, new Statements(snapshot, incidents, families), names);
  }

  static Origins of(Snapshot snapshot, Statements statements, Names names) {
    Parties parties = Parties.of(snapshot.claims());
    Standing standing = new Standing(parties, names, _ -> Optional.empty());
    return of(statements, standing, new Voices(snapshot, statements, new Voices.Known(parties, standing)));
  }

  static Origins of(Statements statements, Standing standing, Voices voices) {
    return new Origins(statements, standing, voices);
  }

  /// What a claim claims, with all that report the same.
  ///
  /// @param claim a claim of the snapshot
  /// @return one, or one for each accused; empty if the claim is not of the snapshot
  public List<Matter> of(Claim claim) {
    return keys(claim).stream().filter(byMatter::containsKey).map(this::matter).toList();
  }

  /// The way of one claim.
  ///
  /// @param claim a claim of the snapshot
  /// @return empty if the claim is not of the snapshot
  public Optional<Trace> trace(Claim claim) {
    return of(claim).stream().flatMap(matter -> matter.origins().stream()).flatMap(origin -> origin.traces().stream())
        .filter(trace -> trace.claim().claim().equals(claim)).findFirst();
  }

  /// The voice of a claimant, as [Trace#voices] has it.
  String voice(Party claimant) {
    return voices.of(claimant);
  }

  /// That a party is responsible for an incident.
  ///
  /// @param incident an incident of the snapshot
  /// @param accused who is accused of it, under any of its names
  /// @return empty if nobody says so
  public Optional<Matter> accusation(Incident incident, Party accused) {
    String key = "accused|" + incident.id() + "|" + standing.key(accused);
    return byMatter.containsKey(key) ? Optional.of(matter(key)) : Optional.empty();
  }

  /// The part that a claim belongs to: what it is counted under rests on claims of this part alone. For what relates names and
  /// parties that is what it is counted under; for all else the incident by its id, or the story.
  String part(Claim claim) {
    return claim instanceof Claim.Alias || claim instanceof Claim.Affiliation ? keys(claim).getFirst() : about(claim);
  }

  private String about(Claim claim) {
    return statements.incidentOf(claim).map(Incident::id).orElseGet(() -> "story " + statements.story(claim));
  }

  /// What a claim is counted under; the claimants are part of it only where what they do is what is claimed.
  private List<String> keys(Claim claim) {
    String about = about(claim);
    return switch (claim) {
      case Claim.Attribution one -> one.accused().stream().map(standing::key).distinct()
          .map(accused -> "accused|" + about + "|" + accused).toList();
      case Claim.NonAttribution one -> List.of("not-accused|" + about + "|" + sorted(one.accused()) + "|"
          + one.withdraws() + (one.withdraws() ? sides(claim) : ""));
      case Claim.Denial _ -> List.of("denied|" + about + "|" + sides(claim));
      case Claim.Response one -> List.of("response|" + about + "|" + one.kind().map(Coded::code).orElse("") + "|"
          + sides(claim));
      case Claim.Alias one -> List.of("alias|" + one.relation().code() + "|" + pair(one));
      case Claim.Affiliation one -> List.of("acts|" + standing.key(one.actor()) + "|" + standing.key(one.sponsor()));
      case Claim.Impact one -> List.of("impact|" + about + "|" + NameKey.of(one.what()) + "|" + one.polarity().code());
      case Claim.Method one -> List.of("method|" + about + "|" + NameKey.of(one.what()) + "|" + one.polarity().code());
    };
  }

  private String sorted(List<Party> parties) {
    return parties.stream().map(standing::key).sorted().distinct().collect(Collectors.joining(","));
  }

  private String sides(Claim claim) {
    return claim.saying().claimants().stream().map(voices::of).sorted().distinct().collect(Collectors.joining(","));
  }

  private static String pair(Claim.Alias alias) {
    String first = NameKey.of(alias.first().name());
    String second = NameKey.of(alias.second().name());
    return switch (alias.relation()) {
      case FORMER, PART_OF -> first + ">" + second;
      case SAME, OVERLAP, DISTINCT -> first.compareTo(second) <= 0 ? first + "," + second : second + "," + first;
    };
  }

  private Matter matter(String key) {
    return matters.computeIfAbsent(key, this::counted);
  }

  private Matter counted(String key) {
    List<RecordedClaim> reports = byMatter.getOrDefault(key, List.of());
    Citations citations = new Citations(reports, voices);
    Map<String, List<Trace>> bySource = new LinkedHashMap<>();
    for (RecordedClaim report : reports) {
      Trace trace = citations.trace(report);
      bySource.computeIfAbsent(trace.lineage().traceable() + " " + (trace.lineage().traceable() ? "" : trace.lineage())
          + trace.voices(), _ -> new ArrayList<>()).add(trace);
    }
    List<Draft> drafts = new ArrayList<>();
    bySource.values().forEach(traces -> drafts.add(new Draft(traces, withdrawn(traces))));
    Set<String> counted = new HashSet<>();
    List<Matter.Origin> origins = new ArrayList<>();
    drafts.sort(Comparator.comparingInt((Draft draft) -> draft.voices().size())
        .thenComparing(draft -> draft.traces().getFirst().claim(), BY_DAY));
    for (Draft draft : drafts) {
      boolean counts = draft.lineage().traceable() && draft.withdrawn().isEmpty()
          && Collections.disjoint(counted, draft.voices());
      if (counts) {
        counted.addAll(draft.voices());
      }
      origins.add(new Matter.Origin(draft.names(), draft.lineage(), draft.said(), draft.withdrawn(), counts,
          draft.traces()));
    }
    origins.sort(Comparator.comparing((Matter.Origin origin) -> !origin.lineage().traceable())
        .thenComparing(origin -> origin.traces().getFirst().claim(), BY_DAY));
    long documents = documents(reports.stream());
    long standing = documents(reports.stream().filter(report -> report.retraction().isEmpty()));
    return new Matter(key, origins, (int) documents, (int) (documents - standing));
  }

  private static long documents(Stream<RecordedClaim> reports) {
    return reports.map(report -> report.claim().document()).distinct().count();
  }

  /// Reports that rest on one word. What is told of it is told of those that stand, if any does.
  private record Draft(List<Trace> traces, Optional<PartialDate> withdrawn) {
    Set<String> voices() {
      return traces.getFirst().voices();
    }

    /// What still stands of it; all of it if nothing does.
    List<Trace> counted() {
      List<Trace> standing = traces.stream().filter(trace -> trace.claim().standing()).toList();
      return standing.isEmpty() ? traces : standing;
    }

    Lineage lineage() {
      return counted().stream().map(Trace::lineage).min(Comparator.naturalOrder()).orElse(Lineage.UNNAMED);
    }

    List<String> names() {
      Set<String> names = new TreeSet<>();
      traces.forEach(trace -> names.addAll(trace.origins()));
      return List.copyOf(names);
    }

    PartialDate said() {
      return counted().stream().map(trace -> trace.claim().said()).filter(PartialDate::stated)
          .min(Comparator.comparing(date -> date.last().orElse(LocalDate.MAX))).orElse(PartialDate.NOT_STATED);
    }
  }

  /// Since when whoever said it no longer does: every report of it is retracted, or its claimants take it back.
  private Optional<PartialDate> withdrawn(List<Trace> traces) {
    if (traces.stream().allMatch(trace -> trace.claim().retraction().isPresent())) {
      return traces.stream().flatMap(trace -> trace.claim().retraction().stream()).map(one -> one.day())
          .max(Comparator.naturalOrder()).map(PartialDate::day);
    }
    return traces.getFirst().claim().claim() instanceof Claim.Attribution
        ? Withdrawals.of(traces.stream().map(Trace::claim).filter(RecordedClaim::standing).toList(), statements,
            standing, voices)
        : Optional.empty();
  }
}
