package org.tingbok.analysis;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidBound;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// One operation, and the accounts that documents give of it.
///
/// @param id `incident--` and a UUID, made from the account whose document was published first, so that later reports leave
///     it as it is; an id that an incident had before leads to it still ([#knownAs(String)])
/// @param name the operation in a few English words, with its year where known
/// @param victims who was hit, by any account; each name once, by name
/// @param countries ISO 3166-1 alpha-2 of the states hit, by any account
/// @param period when it happened, as far as the accounts agree; where some are more precise, the more precise; not
///     stated if none tells
/// @param accounts how each document tells of it, by id
/// @param documents the documents that tell of it, by id
/// @param reasons why its accounts are one: which was put with which, by what
/// @param whole the campaign that it is part of; empty if none is known
/// @param parts the incidents that it contains, by id
/// @param disputed whether claims about it conflict, see [Disputes]
public record Incident(String id, String name, List<Party> victims, Set<String> countries, PartialDate period,
    List<IncidentAccount> accounts, List<DocumentId> documents, List<Reason> reasons, Optional<Part> whole,
    List<Part> parts, boolean disputed) implements Serializable {
  private static final int AHEAD = 31; // days by which an operation is told too late, as it is dated by when it was found

  /// Copies the collections.
  public Incident {
    victims = List.copyOf(victims);
    countries = Collections.unmodifiableSortedSet(new TreeSet<>(countries));
    accounts = List.copyOf(accounts);
    documents = List.copyOf(documents);
    reasons = List.copyOf(reasons);
    parts = List.copyOf(parts);
  }

  /// An incident that contains this one, or is contained in it.
  ///
  /// @param incident its id
  /// @param grounds what says so; one or more
  public record Part(String incident, List<Reason.Ground> grounds) implements Serializable {
    /// Copies the list.
    public Part {
      grounds = List.copyOf(grounds);
    }
  }

  /// Whether an id means this incident: its own, or one that it had when fewer reports were on record.
  ///
  /// @param other an id of any incident
  /// @return whether it does
  public boolean knownAs(String other) {
    return id.equals(other) || accounts.stream().anyMatch(account -> id(account.id()).equals(other));
  }

  /// Whether a claim about one of its accounts was said well before anything of it had happened: then it is about something
  /// else, whatever it was read as.
  ///
  /// @param claim a claim about an account of it
  /// @return whether it cannot be about this incident
  public boolean saidBefore(RecordedClaim claim) {
    return saidBefore(lastDay(claim));
  }

  /// Whether what was last said on a day was said well before it.
  boolean saidBefore(int lastDay) {
    return period.first().filter(first -> (long) lastDay + AHEAD < first.toEpochDay()).isPresent();
  }

  /// The last day of a claim's own date, since 1970, where it tells who did it; past all days if it does not or tells none.
  static int lastDay(RecordedClaim claim) {
    boolean aboutWho = switch (claim.claim().type()) {
      case ATTRIBUTION, NON_ATTRIBUTION, DENIAL, RESPONSE -> true;
      case ALIAS, AFFILIATION, IMPACT, METHOD -> false;
    };
    return aboutWho && claim.bound() == SaidBound.STATED
        ? claim.said().last().map(last -> (int) last.toEpochDay()).orElse(Integer.MAX_VALUE)
        : Integer.MAX_VALUE;
  }

  /// The account that its id is made from: of those on record, the one whose document was published first.
  ///
  /// @return one of its accounts; any if it is asked for as of a day on which that one was not known
  public IncidentAccount founding() {
    return accounts.stream().filter(account -> id(account.id()).equals(id)).findFirst().orElse(accounts.getFirst());
  }

  /// Ids that mean this incident: its own first, then those that it would have if fewer reports were on record.
  ///
  /// @return one for each account
  public List<String> ids() {
    return Stream.concat(Stream.of(id), accounts.stream().map(account -> id(account.id()))).distinct().toList();
  }

  /// The id of an incident that is known by one account.
  ///
  /// @param account id of the account
  static String id(String account) {
    return ContentId.of("incident", account);
  }

  /// The same incident, its accounts put together for other reasons.
  Incident because(List<Reason> why) {
    return why.equals(reasons) ? this
        : new Incident(id, name, victims, countries, period, accounts, documents, why, whole, parts, disputed);
  }

  /// The same incident by the id that it has once everything on record is known.
  Incident knownBy(String other) {
    return new Incident(other, name, victims, countries, period, accounts, documents, reasons, whole, parts, disputed);
  }

  /// The same incident, marked.
  Incident disputed(boolean whether) {
    return new Incident(id, name, victims, countries, period, accounts, documents, reasons, whole, parts, whether);
  }

  /// The same incident in its place among others.
  Incident within(Optional<Part> other, List<Part> contained) {
    return new Incident(id, name, victims, countries, period, accounts, documents, reasons, other, contained, disputed);
  }
}
