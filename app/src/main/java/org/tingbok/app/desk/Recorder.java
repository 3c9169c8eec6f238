package org.tingbok.app.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.tingbok.analysis.View;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameEntry;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.NotFoundException;

/// Records what analysts hand in while others look on. Safe for use by several threads: one at a time.
///
/// Whoever hands something in says what they had seen: how much had been done about a claim, or the last moment on record. If a
/// colleague did something about the same since, nothing is recorded and they are told what.
public final class Recorder {
  private final Supplier<Ledger> ledgers;
  private final Clock clock;

  /// A way of recording.
  ///
  /// @param ledgers opens the ledger to append to it; what it gives is closed each time
  /// @param clock tells the day
  public Recorder(Supplier<Ledger> ledgers, Clock clock) {
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /// Records a decision about two names.
  ///
  /// @param judgement as it was handed in
  /// @param seen the last moment on record when they looked; empty if nobody asked
  /// @throws ContentionException `DECIDED_MEANWHILE` if a colleague decided about the same names since
  /// @throws org.tingbok.vocabulary.TingbokException whatever else speaks against it; nothing is recorded then
  public synchronized void decide(Judgement judgement, Optional<Instant> seen) {
    Decision decision = judgement.on(today());
    try (Ledger ledger = ledgers.get()) {
      seen.ifPresent(moment -> ledger.names().stream().filter(one -> one.recordedAt().isAfter(moment))
          .map(NameEntry.Recorded::entry).filter(NameEntry.Decided.class::isInstance)
          .map(NameEntry.Decided.class::cast).map(NameEntry.Decided::decision).filter(decision::concerns)
          .reduce((_, last) -> last).ifPresent(last -> {
            throw meanwhile("DECIDED_MEANWHILE",
                "'" + last.first() + "' and '" + last.second() + "' were decided about",
                last.verdict().code() + " by " + last.by() + ": " + last.reason());
          }));
      Judgement.check(decision, ledger.asOf(AsOf.NOW), false);
      ledger.append(decision);
    }
  }

  /// What came of a ruling.
  ///
  /// @param claim id of the claim
  /// @param seen how much has been done about it now
  public record Ruled(String claim, int seen) {
  }

  /// Records what is found of a claim, if nobody did anything about the claim since whoever found it looked.
  ///
  /// @param claim its id or the beginning of it
  /// @param seen how much had been done about it when they looked
  /// @param finding what is found
  /// @return the claim
  /// @throws ContentionException `RULED_MEANWHILE` if a colleague was faster
  /// @throws org.tingbok.vocabulary.TingbokException whatever else speaks against it; nothing is recorded then
  public synchronized Ruled rule(String claim, int seen, Finding finding) {
    try (Ledger ledger = ledgers.get()) {
      ClaimHistory history = new Lookup(ledger, AsOf.NOW, View.ANY).claim(claim);
      if (ActWords.done(history.acts()) != seen) {
        throw meanwhile("RULED_MEANWHILE", "something was done about claim " + history.read().id(),
            history.acts().stream().map(Act.Recorded::act).filter(act -> !(act instanceof Act.Erased))
                .reduce((_, last) -> last).flatMap(ActWords::of).orElse(""));
      }
      Document document = ledger.document(history.read().document()).orElseThrow().reading().document();
      Ruling ruling = finding.on(history, document, today());
      int added = ledger.act(List.of(new Act.Ruled(ruling))).added();
      return new Ruled(ruling.claim(), seen + added);
    }
  }

  /// Records a claim that somebody found in a text, if nobody recorded one at the same words since they looked.
  ///
  /// @param document id of the document or the beginning of it
  /// @param seen the last moment on record when they looked; empty if nobody asked
  /// @param claim what is found
  /// @return the id of the claim
  /// @throws ContentionException `ADDED_MEANWHILE` if a colleague was faster
  /// @throws org.tingbok.vocabulary.TingbokException whatever else speaks against it; nothing is recorded then
  public synchronized String add(String document, Optional<Instant> seen, NewClaim claim) {
    try (Ledger ledger = ledgers.get()) {
      return add(ledger, document, seen, claim, today());
    }
  }

  /// Records a claim that somebody found in a text.
  ///
  /// @param ledger open to append to
  /// @param document id of the document or the beginning of it
  /// @param seen the last moment on record when they looked; empty if nobody asked
  /// @param claim what is found
  /// @param day the day of it
  /// @return the id of the claim
  /// @throws ContentionException `ADDED_MEANWHILE` if a colleague was faster
  /// @throws BadInputException `CLAIM_KNOWN` if the same claim is on record
  public static String add(Ledger ledger, String document, Optional<Instant> seen, NewClaim claim, LocalDate day) {
    Reading reading =
        ledger.document(new Lookup(ledger, AsOf.NOW, View.ANY).document(document)).orElseThrow().reading();
    NewClaim.Entries entries = claim.on(reading, new KnownParties(ledger), () -> Desk.of(ledger, AsOf.NOW), day);
    seen.ifPresent(moment -> unlessAdded(ledger, reading, entries.claim(), moment));
    String id = entries.claim().id();
    ledger.claim(id).ifPresent(history -> {
      throw new BadInputException("CLAIM_KNOWN", "that claim is on record as " + id
          + history.acts().stream().reduce((_, last) -> last).flatMap(done -> ActWords.of(done.act()))
              .map(words -> ", " + words).orElse("")
          + "; rule on it instead");
    });
    ledger.append(List.of(entries.reading()), entries.acts());
    return id;
  }

  private static void unlessAdded(Ledger ledger, Reading reading, Claim claim, Instant moment) {
    for (Claim other : reading.claims()) {
      boolean there = other.evidence().stream()
          .anyMatch(one -> claim.evidence().stream().anyMatch(mine -> NewClaim.overlap(one, mine)));
      if (there && ledger.claim(other.id()).filter(history -> history.recordedAt().isAfter(moment)).isPresent()) {
        throw meanwhile("ADDED_MEANWHILE", "a claim was recorded at these words", Phrase.words(Gist.of(other))
            + other.saying().added().map(added -> " (added by " + added.by() + ": " + added.reason() + ")")
                .orElse(""));
      }
    }
  }

  /// Records that a sentence that looked like a claim is none.
  ///
  /// @param document id of the document or the beginning of it
  /// @param start where the sentence begins in the canonical text
  /// @param seen how much had been done about it when they looked; empty if nobody asked
  /// @param reason why
  /// @param by who finds so
  /// @return what it is now
  /// @throws NotFoundException `UNREAD_UNKNOWN` if no sentence that was not understood begins there
  /// @throws ContentionException `RULED_MEANWHILE` if a colleague was faster
  /// @throws BadInputException `RULING_INCOMPLETE` if the reason or who finds so is blank
  public synchronized UnreadSentence.Found dismiss(String document, int start, OptionalInt seen, String reason,
      String by) {
    try (Ledger ledger = ledgers.get()) {
      return UnreadSentence.at(ledger, document, start).setAside(ledger, seen, reason, by);
    }
  }

  /// Records that a sentence that somebody set aside has to be read after all.
  ///
  /// @param document id of the document or the beginning of it
  /// @param start where the sentence begins in the canonical text
  /// @param seen how much had been done about it when they looked; empty if nobody asked
  /// @param reason why
  /// @param by who finds so
  /// @return what it is now
  /// @throws NotFoundException `UNREAD_UNKNOWN` if no sentence that was not understood begins there
  /// @throws ContentionException `RULED_MEANWHILE` if a colleague was faster
  /// @throws BadInputException `RULING_INCOMPLETE`, `RULING_NONE`
  public synchronized UnreadSentence.Found reopen(String document, int start, OptionalInt seen, String reason,
      String by) {
    try (Ledger ledger = ledgers.get()) {
      return UnreadSentence.at(ledger, document, start).reopen(ledger, seen, reason, by, today());
    }
  }

  /// Records that incidents are one or several, if nobody regrouped the same since they looked.
  ///
  /// @param seen the last moment on record when they looked
  /// @param wish what is wished
  /// @param reason why
  /// @param by who finds so
  /// @return an account of what was regrouped, by which its incident is found
  /// @throws ContentionException `REGROUPED_MEANWHILE` if a colleague was faster
  /// @throws org.tingbok.vocabulary.TingbokException whatever else speaks against it; nothing is recorded then
  public synchronized AccountRef regroup(Instant seen, Wish wish, String reason, String by) {
    try (Ledger ledger = ledgers.get()) {
      Desk desk = Desk.of(ledger, AsOf.NOW);
      unlessRegrouped(ledger, desk, seen, wish);
      List<Act> acts = wish.acts(desk, new Regrouping(reason.strip(), by.strip(), today()));
      ledger.act(acts);
      return acts.stream().filter(Act.Grouped.class::isInstance).map(Act.Grouped.class::cast).findFirst().orElseThrow()
          .accounts().getFirst();
    }
  }

  private static void unlessRegrouped(Ledger ledger, Desk desk, Instant seen, Wish wish) {
    List<Act.Grouped> since = ledger.acts().stream().filter(one -> one.recordedAt().isAfter(seen))
        .map(Act.Recorded::act).filter(Act.Grouped.class::isInstance).map(Act.Grouped.class::cast).toList();
    if (since.isEmpty()) {
      return;
    }
    Set<AccountRef> meant = new TreeSet<>();
    wish.incidents().stream().flatMap(key -> desk.incidents().found(key).stream())
        .flatMap(incident -> incident.accounts().stream()).map(AccountRef::of).forEach(meant::add);
    since.stream().filter(one -> one.accounts().stream().anyMatch(meant::contains)).reduce((_, last) -> last)
        .ifPresent(last -> {
          throw meanwhile("REGROUPED_MEANWHILE", "the incident was regrouped", ActWords.of(last).orElse(""));
        });
  }

  /// What somebody wishes of incidents.
  public sealed interface Wish {
    /// The incidents it is about.
    ///
    /// @return ids
    List<String> incidents();

    /// What is to be recorded.
    ///
    /// @param desk all that is on record
    /// @param regrouping why, who, when
    /// @return one act or more
    List<Act> acts(Desk desk, Regrouping regrouping);

    /// They are one.
    ///
    /// @param incidents two or more
    record Join(List<String> incidents) implements Wish {
      /// Copies the list.
      public Join {
        incidents = List.copyOf(incidents);
      }

      @Override
      public List<Act> acts(Desk desk, Regrouping regrouping) {
        return regrouping.join(desk, incidents);
      }
    }

    /// What some of its reports or claims tell is another.
    ///
    /// @param incident the incident
    /// @param parts ids of reports or claims of it
    record Split(String incident, List<String> parts) implements Wish {
      /// Copies the list.
      ///
      /// @throws BadInputException `GROUPING_INCOMPLETE` if no part is named
      public Split {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
          throw new BadInputException("GROUPING_INCOMPLETE",
              "name the reports or claims that tell of another incident");
        }
      }

      @Override
      public List<String> incidents() {
        return List.of(incident);
      }

      @Override
      public List<Act> acts(Desk desk, Regrouping regrouping) {
        return regrouping.split(desk, incident, parts);
      }
    }

    /// What was found of them no longer holds.
    ///
    /// @param incident the incident
    /// @param findings ids of what was found
    record Undo(String incident, List<String> findings) implements Wish {
      /// Copies the list.
      public Undo {
        findings = List.copyOf(findings);
      }

      @Override
      public List<String> incidents() {
        return List.of(incident);
      }

      @Override
      public List<Act> acts(Desk desk, Regrouping regrouping) {
        return (findings.isEmpty() ? List.of(incident) : findings).stream()
            .flatMap(key -> regrouping.undo(desk, key).stream()).toList();
      }
    }
  }

  private static ContentionException meanwhile(String code, String what, String by) {
    return new ContentionException(code,
        what + " since you looked" + (by.isEmpty() ? "" : ": " + by) + "; look again, nothing was recorded");
  }

  /// Records acts that need no further look at the ledger.
  ///
  /// @param acts the acts
  /// @throws org.tingbok.vocabulary.TingbokException whatever speaks against one of them; nothing is recorded then
  public synchronized void act(List<Act> acts) {
    try (Ledger ledger = ledgers.get()) {
      ledger.act(acts);
    }
  }

  /// Records something else, while nobody else records.
  ///
  /// @param work given the ledger, which is closed afterwards, and the day
  /// @param <T> what comes of it
  /// @return what came of it
  /// @throws org.tingbok.vocabulary.TingbokException whatever speaks against it
  public synchronized <T> T with(BiFunction<Ledger, LocalDate, T> work) {
    try (Ledger ledger = ledgers.get()) {
      return work.apply(ledger, today());
    }
  }

  /// The day on which something is recorded.
  ///
  /// @return in UTC
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
