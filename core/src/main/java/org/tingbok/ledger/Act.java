package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Ruling;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.NameKey;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.GroupingVerdict;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.SourceReliability;
import org.tingbok.vocabulary.Tlp;

/// An entry of the ledger about something that is on record already. Acts follow each other; none changes or removes an
/// entry, but for [Erased], which the law may demand.
///
/// A source going back on its word ([Retracted]) and our having read wrongly ([Misread], [Ruled]) are two things: the
/// first is news about the source, of a day; the second is about us, and says nothing of anybody else.
public sealed interface Act extends Serializable {
  /// What it is about.
  ///
  /// @return the id of a claim, document or grouping, the name of a watch, or `source--` and a UUID for a graded source
  String subject();

  /// An analyst finds something of a claim that was read.
  ///
  /// @param ruling what, why, who
  record Ruled(Ruling ruling) implements Act {
    @Override
    public String subject() {
      return ruling.claim();
    }
  }

  /// A claim is no longer read where it was: a mistake of ours. It does not touch a claim that an analyst has confirmed or
  /// corrected. Or an unread sentence is no longer unread, because it is understood now or never was a claim.
  ///
  /// @param claim its id, or that of the unread sentence
  /// @param reason in one line
  /// @param reader which reader finds so: the program and its version
  record Misread(String claim, String reason, String reader) implements Act {
    @Override
    public String subject() {
      return claim;
    }
  }

  /// An analyst finds that a sentence that was set aside ([Misread]) has to be read after all: it is unread again, and no later
  /// reading takes it back; an analyst can.
  ///
  /// @param sentence the id of the unread sentence
  /// @param reason in one line
  /// @param by who finds so
  /// @param day when
  record Reopened(String sentence, String reason, String by, LocalDate day) implements Act {
    /// Refuses what says nothing.
    ///
    /// @throws BadInputException `RULING_INCOMPLETE` if the reason or who finds so is blank
    public Reopened {
      if (reason.isBlank() || by.isBlank()) {
        throw new BadInputException("RULING_INCOMPLETE",
            "that a sentence is unread again needs a reason (--reason) and who finds so (--by)");
      }
    }

    @Override
    public String subject() {
      return sentence;
    }
  }

  /// The same claim is read better: its certainty, its dates, its speaker, its account. It does not touch a claim that an
  /// analyst has confirmed or corrected.
  ///
  /// @param claim as it is read now, under the id that it has
  /// @param reader which reader reads it so
  record Revised(Claim claim, String reader) implements Act {
    @Override
    public String subject() {
      return claim.id();
    }
  }

  /// A source goes back on what it said: a claimant on a claim, a publisher on a document and so on all that is read in
  /// it. What was said stays said until that day. Where several say a claim together and some of them go back on it, the
  /// others stand by it ([RecordedClaim#held]).
  ///
  /// @param subject the id of the claim or document
  /// @param kind withdrawn, or corrected; or undone: it did not go back on it, the last retraction on record was a mistake
  ///     of ours
  /// @param by who goes back on it; of an undoing, who finds so
  /// @param day the day it was said; of an undoing, when that was found
  /// @param where the words, address or document that tell so; of an undoing, why
  /// @param replacement id of the claim or document that takes its place; empty if none is on record
  record Retracted(String subject, RetractionKind kind, String by, LocalDate day, String where,
      Optional<String> replacement) implements Act {
    /// Refuses what says nothing.
    ///
    /// @throws BadInputException `RETRACTION_INCOMPLETE` if who goes back or where it is told is blank
    public Retracted {
      if (by.isBlank() || where.isBlank()) {
        throw new BadInputException("RETRACTION_INCOMPLETE",
            "a retraction needs who goes back on it (--by) and where that is told (--where)");
      }
    }
  }

  /// The text of a document is dropped because the law demands it: text, title and quotes; the claims keep who, whom,
  /// what and when. What is dropped is gone for every moment that may be asked about.
  ///
  /// @param document the document
  /// @param reason which duty, in one line; never what is dropped
  /// @param by who orders it
  /// @param day when
  record Erased(DocumentId document, String reason, String by, LocalDate day) implements Act {
    /// Refuses what says nothing.
    ///
    /// @throws BadInputException `ERASURE_INCOMPLETE` if the reason or who orders it is blank
    public Erased {
      if (reason.isBlank() || by.isBlank()) {
        throw new BadInputException("ERASURE_INCOMPLETE",
            "an erasure needs a reason (--reason) and who orders it (--by)");
      }
    }

    @Override
    public String subject() {
      return document.value();
    }
  }

  /// An analyst finds that accounts tell of one operation, or of several. To join two incidents, one account of each is
  /// enough; to move an account from one incident to another, keep it apart from the one and join it to the other.
  ///
  /// @param accounts two or more, each once, by document
  /// @param verdict joined, apart, or undone: what was found of the same accounts before no longer holds
  /// @param reason in one line
  /// @param by who finds so
  /// @param day when
  record Grouped(List<AccountRef> accounts, GroupingVerdict verdict, String reason, String by, LocalDate day)
      implements Act {
    /// Sorts the accounts; refuses what says nothing.
    ///
    /// @throws BadInputException `GROUPING_INCOMPLETE` if there are fewer than two different accounts, or the reason or who
    ///     finds so is blank
    public Grouped {
      accounts = List.copyOf(new TreeSet<>(accounts));
      if (accounts.size() < 2 || reason.isBlank() || by.isBlank()) {
        throw new BadInputException("GROUPING_INCOMPLETE",
            "joining or splitting incidents needs two accounts, a reason (--reason) and who finds so (--by)");
      }
    }

    /// What findings about the same accounts have in common.
    ///
    /// @return `grouping--` and a UUID
    @Override
    public String subject() {
      return ContentId.of("grouping", accounts.stream().map(AccountRef::id).toArray(String[]::new));
    }

    /// Whether another finding says the same of the same accounts.
    ///
    /// @param other another finding
    /// @return whoever it is by, and whenever
    boolean repeats(Grouped other) {
      return accounts.equals(other.accounts) && verdict == other.verdict;
    }
  }

  /// Somebody wants to know what is new on a question. A further one of the same name takes its place.
  ///
  /// @param name what the watch is called
  /// @param question the question as it was asked, under the view that it names; what it means is for the asker
  /// @param by whose watch
  record WatchSet(String name, String question, String by) implements Act {
    /// Refuses what says nothing.
    ///
    /// @throws BadInputException `WATCH_INCOMPLETE` if the name or whose it is is blank
    public WatchSet {
      if (name.isBlank() || by.isBlank()) {
        throw new BadInputException("WATCH_INCOMPLETE", "a watch needs a name and whose it is (--by)");
      }
    }

    @Override
    public String subject() {
      return name;
    }
  }

  /// Somebody has looked at what a watch tells.
  ///
  /// @param name the watch
  /// @param upTo the moment of recording up to which everything was seen
  record WatchSeen(String name, Instant upTo) implements Act {
    @Override
    public String subject() {
      return name;
    }
  }

  /// A watch is given up.
  ///
  /// @param name the watch
  record WatchDropped(String name) implements Act {
    @Override
    public String subject() {
      return name;
    }
  }

  /// The analyst's organisation says how far it relies on a source. A further grade takes its place; one without a letter
  /// takes it back. Both stay on record.
  ///
  /// @param source its name
  /// @param reliability the letter; empty to take back the grade that holds
  /// @param reason why
  /// @param by who decides
  /// @param day when
  record Graded(String source, Optional<SourceReliability> reliability, String reason, String by, LocalDate day)
      implements Act {
    /// Refuses what says nothing.
    ///
    /// @throws BadInputException `GRADE_INCOMPLETE` if the source, the reason or who decides is blank
    public Graded {
      if (source.isBlank() || reason.isBlank() || by.isBlank()) {
        throw new BadInputException("GRADE_INCOMPLETE",
            "a grade needs a source, a reason (--reason) and who decides (--by)");
      }
    }

    @Override
    public String subject() {
      return ContentId.of("source", NameKey.of(source));
    }
  }

  /// Somebody wants the entries of a feed to be read from now on, or no longer. A further act about the same address takes its
  /// place.
  ///
  /// @param address where the feed is
  /// @param wanted whether it is to be read; if not, it is given up
  /// @param by who decides
  record Subscribed(String address, boolean wanted, String by) implements Act {
    /// Refuses what says nothing.
    ///
    /// @throws BadInputException `SUBSCRIPTION_INCOMPLETE` if the address or who decides is blank
    public Subscribed {
      if (address.isBlank() || by.isBlank()) {
        throw new BadInputException("SUBSCRIPTION_INCOMPLETE",
            "a subscription needs an address and who wants it (--by)");
      }
    }

    @Override
    public String subject() {
      return ContentId.of("feed", address);
    }
  }

  /// A document was fetched from an address: where it is from, which is more than its text tells.
  ///
  /// @param document the document; on record
  /// @param asked the address that was asked for: what somebody typed, or the link of a feed's entry
  /// @param found the address that answered, behind all redirects
  /// @param at when
  /// @param feed the address of the feed that led to it; empty if none did
  /// @param entry what that feed knows its entry by; empty if no feed led to it
  /// @param etag what the address calls this state of the document; empty if it does not say
  /// @param modified when it was last changed, as the address writes it; empty if it does not say
  record Fetched(DocumentId document, String asked, String found, Instant at, Optional<String> feed,
      Optional<String> entry, Optional<String> etag, Optional<String> modified) implements Act {
    @Override
    public String subject() {
      return ContentId.of("address", asked);
    }
  }

  /// A document, or one claim of it, may be passed on only so far. A further marking of the same takes its place; one without
  /// a colour takes it back. What is marked stays so at whatever moment is asked about, for a marking says who may see it
  /// now.
  ///
  /// @param subject the id of the document or claim
  /// @param marking how far; empty to take back the marking that holds
  /// @param reason the words it stands in, or why it is marked
  /// @param by who marks it: the publisher, the tool that handed it over, an analyst
  record Marked(String subject, Optional<Tlp> marking, String reason, String by) implements Act {
    /// Refuses what says nothing.
    ///
    /// @throws BadInputException `MARKING_INCOMPLETE` if the reason or who marks it is blank
    public Marked {
      if (reason.isBlank() || by.isBlank()) {
        throw new BadInputException("MARKING_INCOMPLETE",
            "a marking needs a reason (--reason) and who decides (--by)");
      }
    }
  }

  /// An act with the moment it was recorded.
  ///
  /// @param act the act
  /// @param recordedAt the moment
  record Recorded(Act act, Instant recordedAt) implements Serializable {
  }
}
