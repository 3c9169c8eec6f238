package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidBound;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.PartialDate;

/// What happened and what was said of it, in order of time.
///
/// @param incident id of the incident
/// @param entries by first day; what happened before what was said on one day; undated entries last
public record Timeline(String incident, List<Entry> entries) {
  /// Copies the list.
  public Timeline {
    entries = List.copyOf(entries);
  }

  /// One entry.
  public sealed interface Entry {
    /// When.
    ///
    /// @return not stated if nothing tells
    PartialDate when();
  }

  /// The incident happened, by these accounts.
  ///
  /// @param when the period they give
  /// @param accounts one or more that give it
  public record Happened(PartialDate when, List<IncidentAccount> accounts) implements Entry {
    /// Copies the list.
    public Happened {
      accounts = List.copyOf(accounts);
    }
  }

  /// Something was said: an attribution, a denial, a response, …
  ///
  /// @param when the day it was said, or the day of the act
  /// @param claims the claim, and the same one in copies of the story
  public record Said(PartialDate when, List<RecordedClaim> claims) implements Entry {
    /// Copies the list.
    public Said {
      claims = List.copyOf(claims);
    }
  }

  /// A source went back on something that had been said.
  ///
  /// @param when the day it did
  /// @param act how
  /// @param claims what it went back on
  public record Retracted(PartialDate when, Act.Retracted act, List<RecordedClaim> claims) implements Entry {
    /// Copies the list.
    public Retracted {
      claims = List.copyOf(claims);
    }
  }

  /// The time line of an incident: when it happened, who attributed it or did not, who denied, who responded, who went
  /// back on any of it.
  ///
  /// The same statement in several documents is one entry: of the same claimants, to the same effect, said on the same
  /// stated day or in copies of one story.
  ///
  /// @param snapshot what is on record
  /// @param incident an incident of it
  /// @param families the families of its documents
  /// @return the time line
  public static Timeline of(Snapshot snapshot, Incident incident, List<Family> families) {
    return of(new Statements(snapshot, List.of(incident), families), incident);
  }

  static Timeline of(Statements statements, Incident incident) {
    List<Entry> entries = new ArrayList<>();
    Map<String, List<IncidentAccount>> periods = new TreeMap<>();
    for (IncidentAccount account : incident.accounts()) {
      if (account.period().stated()) {
        periods.computeIfAbsent(account.period().iso(), _ -> new ArrayList<>()).add(account);
      }
    }
    periods.values().forEach(accounts -> entries.add(new Happened(accounts.getFirst().period(), accounts)));
    Map<String, List<RecordedClaim>> said = new TreeMap<>();
    Map<Act.Retracted, List<RecordedClaim>> retracted = new LinkedHashMap<>();
    Map<String, PartialDate> dated = new TreeMap<>();
    for (RecordedClaim recorded : statements.on(incident)) {
      switch (recorded.claim().type()) {
        case ATTRIBUTION, NON_ATTRIBUTION, DENIAL, RESPONSE -> {
          RecordedClaim first = statements.retold(recorded);
          String when =
              first.bound() == SaidBound.STATED ? first.said().iso() : statements.story(first.claim()).value();
          String key = statements.content(recorded.claim()) + " " + when;
          said.computeIfAbsent(key, _ -> new ArrayList<>()).add(recorded);
          dated.putIfAbsent(key, first.said());
          recorded.retraction().ifPresent(
              act -> retracted.computeIfAbsent(act, _ -> new ArrayList<>()).add(recorded));
        }
        case ALIAS, AFFILIATION, IMPACT, METHOD -> {
        }
      }
    }
    said.forEach((key, claims) -> entries
        .add(new Said(dated.getOrDefault(key, claims.getFirst().said()), claims)));
    retracted.forEach((act, claims) -> entries.add(new Retracted(PartialDate.day(act.day()), act, claims)));
    entries.sort(IN_TIME);
    return new Timeline(incident.id(), entries);
  }

  private static final Comparator<Entry> IN_TIME = Comparator
      .comparing((Entry entry) -> entry.when().first().orElse(LocalDate.MAX))
      .thenComparing(Timeline::happenedFirst)
      .thenComparing(entry -> entry.when().last().orElse(LocalDate.MAX))
      .thenComparing(Timeline::idOf);

  private static String happenedFirst(Entry entry) {
    return switch (entry) {
      case Happened _ -> "";
      case Said said -> said.claims().getFirst().claim().type().code();
      case Retracted _ -> "~";
    };
  }

  private static String idOf(Entry entry) {
    return switch (entry) {
      case Happened happened -> happened.accounts().getFirst().id();
      case Said said -> said.claims().getFirst().id();
      case Retracted retracted -> retracted.act().subject() + retracted.act().where();
    };
  }
}
