package org.tingbok.query;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.SlotRole;

/// What is asked of a claim. A condition with an empty set holds for no claim.
public sealed interface Condition extends Serializable {
  /// It is of one of these types.
  ///
  /// @param any the types
  record OfType(Set<ClaimType> any) implements Condition {
    /// Copies the set.
    public OfType {
      any = Set.copyOf(any);
    }
  }

  /// Its claimants sound as sure as one of these.
  ///
  /// @param any the levels
  record OfCertainty(Set<CertaintyLevel> any) implements Condition {
    /// Copies the set.
    public OfCertainty {
      any = Set.copyOf(any);
    }
  }

  /// It is one of these.
  ///
  /// @param any ids of claims as they were read
  record OneOf(Set<String> any) implements Condition {
    /// Copies the set.
    public OneOf {
      any = Set.copyOf(any);
    }
  }

  /// It was found in one of these documents.
  ///
  /// @param any their ids
  record InDocument(Set<DocumentId> any) implements Condition {
    /// Copies the set.
    public InDocument {
      any = Set.copyOf(any);
    }
  }

  /// It was found in a document of one of these languages and publishers, that may have been published in these days.
  ///
  /// @param published the days; open for any
  /// @param languages BCP 47 primary tags; empty for any
  /// @param publishers names, compared by their keys ([NameKey]); empty for any
  record FoundIn(Days published, Set<String> languages, Set<String> publishers) implements Condition {
    /// Copies the sets.
    public FoundIn {
      languages = Set.copyOf(languages);
      publishers = Set.copyOf(publishers);
    }
  }

  /// It is about one of these accounts of an operation: an incident, once its accounts are known.
  ///
  /// @param any ids of accounts
  record OfAccount(Set<String> any) implements Condition {
    /// Copies the set.
    public OfAccount {
      any = Set.copyOf(any);
    }
  }

  /// The account of the operation has these words: its label, its names, or the names of its victims, taken as one text.
  ///
  /// @param words what to look for
  record OfIncident(TextQuery words) implements Condition {
  }

  /// One of these is in it, in one of these roles.
  ///
  /// @param roles what they may be in it
  /// @param names names, compared by their keys ([NameKey]); for an actor under a view, all names that are one with it
  record WithParty(Set<SlotRole> roles, Set<String> names) implements Condition {
    /// Copies the sets.
    public WithParty {
      roles = Set.copyOf(roles);
      names = Set.copyOf(names);
    }

    /// What the names are compared by.
    ///
    /// @return their keys
    public Set<String> keys() {
      return names.stream().map(NameKey::of).collect(Collectors.toUnmodifiableSet());
    }
  }

  /// Somebody of one of these sorts is in it, in one of these roles.
  ///
  /// @param roles what they may be in it
  /// @param kinds the sorts
  record WithKind(Set<SlotRole> roles, Set<PartyKind> kinds) implements Condition {
    /// Copies the sets.
    public WithKind {
      roles = Set.copyOf(roles);
      kinds = Set.copyOf(kinds);
    }
  }

  /// Somebody of one of these states is in it, in one of these roles; for victims also where the account tells of the
  /// state and of nobody in particular.
  ///
  /// @param roles what they may be in it
  /// @param countries ISO 3166-1 alpha-2
  record OfState(Set<SlotRole> roles, Set<String> countries) implements Condition {
    /// Copies the sets.
    public OfState {
      roles = Set.copyOf(roles);
      countries = Set.copyOf(countries);
    }
  }

  /// The operation hit one of these sectors.
  ///
  /// @param any words of STIX's industry-sector vocabulary
  record InSector(Set<String> any) implements Condition {
    /// Copies the set.
    public InSector {
      any = Set.copyOf(any);
    }
  }

  /// The operation may have happened in these days; not where the account does not tell when.
  ///
  /// @param days the days
  record Happened(Days days) implements Condition {
  }

  /// It may have been said in these days: by its own date, else by its document's. Not where neither tells.
  ///
  /// @param days the days
  record Said(Days days) implements Condition {
  }

  /// It was recorded, or last changed by a ruling, a correction or a better reading, in this stretch of time.
  ///
  /// @param after later than this; empty for no beginning
  /// @param until no later than this; empty for no end
  record Recorded(Optional<Instant> after, Optional<Instant> until) implements Condition {
  }

  /// One of its quotes has these words.
  ///
  /// @param words what to look for
  record Quotes(TextQuery words) implements Condition {
  }
}
