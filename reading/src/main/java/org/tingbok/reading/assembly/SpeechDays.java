package org.tingbok.reading.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.document.Span;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.text.Block;
import org.tingbok.text.BlockKind;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;

/// Dates what a sentence leaves undated by what stands around it.
///
/// "On Tuesday" in one sentence holds for the sentences of the same statement behind it, and for its speaker elsewhere.
/// What is said in the present tense is said when the text is written. Filled sentence by sentence from the front; not for
/// several threads.
final class SpeechDays {
  private static final int BEFORE = 3000; // code units that a speaker's day holds for what follows
  private static final int BEHIND = 1500; // and for what precedes it: a lead, and the paragraph that dates it
  private static final int LEAD = 900; // code units behind a headline within which its news is dated
  private static final int STALE = 45; // days after which a present tense no longer speaks of the same statement

  /// A sentence, and when it is told to have been said.
  ///
  /// @param span where it stands
  /// @param block the block that it stands in
  /// @param speakers who speaks in it, as far as its subjects tell
  /// @param day the day of its main predicate, if that is one of telling
  /// @param present whether it is told in the present tense
  /// @param written the day that it speaks from
  record Told(Span span, Block block, Set<String> speakers, PartialDate day, boolean present,
      Optional<LocalDate> written) {
  }

  private static final int RECENT = 10; // days within which what is told last is still the news

  private final List<Told> told = new ArrayList<>();
  private final boolean live;

  /// Starts at the front of a text.
  ///
  /// @param live whether it was written entry by entry as things were said
  SpeechDays(boolean live) {
    this.live = live;
  }

  void add(Told sentence) {
    told.add(sentence);
  }

  /// The day of a claim that its own sentence does not date.
  ///
  /// @param draft the claim
  /// @param claimants who makes it
  /// @return not stated if the surroundings do not tell either
  PartialDate around(ClaimDraft draft, Set<String> claimants) {
    int at = draft.evidence().get(draft.evidence().size() - 1).start();
    int here = 0;
    while (here < told.size() && told.get(here).span().end() <= at) {
      here++;
    }
    if (here == told.size() || told.get(here).span().start() > at) {
      return PartialDate.NOT_STATED;
    }
    Told own = told.get(here);
    if (headline(own)) {
      return lead(here).orElse(own.written().map(PartialDate::day).orElse(PartialDate.NOT_STATED));
    }
    PartialDate written = own.present() || live
        ? own.written().map(PartialDate::day).orElse(PartialDate.NOT_STATED)
        : PartialDate.NOT_STATED;
    PartialDate first = own.day();
    for (int i = here; i >= 0 && told.get(i).block().equals(own.block()); i--) {
      Told sentence = told.get(i);
      if (sentence.day().stated() && meet(sentence.speakers(), claimants)) {
        return sentence.day();
      }
      first = first.stated() ? first : sentence.day();
    }
    PartialDate running = first;
    boolean fresh = running.stated() && own.written().filter(day -> !running.last().orElseThrow().plusDays(RECENT)
        .isBefore(day)).isPresent();
    if (draft.type() == ClaimType.ALIAS && own.present() && !fresh) {
      return PartialDate.NOT_STATED; // "the group that the firm calls so": what it goes by is not said on a day
    }
    if (running.stated() && !(written.stated() && old(running, written))) {
      return running;
    }
    if (here + 1 < told.size() && told.get(here + 1).block().equals(own.block()) && recent(told.get(here + 1))) {
      return told.get(here + 1).day();
    }
    PartialDate elsewhere = elsewhere(here, claimants);
    if (elsewhere.stated() && !(written.stated() && old(elsewhere, written))) {
      return elsewhere;
    }
    return written.stated() ? written : news(here);
  }

  /// A headline announces what the first paragraphs date.
  private Optional<PartialDate> lead(int here) {
    int at = told.get(here).span().end();
    return told.stream().skip(here + 1L).filter(sentence -> sentence.span().start() - at < LEAD && recent(sentence))
        .map(Told::day).findFirst();
  }

  /// What a report of the day goes on to tell without a date belongs to the day that it told of last.
  private PartialDate news(int here) {
    for (int i = here - 1; i >= 0; i--) {
      if (told.get(i).day().stated()) {
        return recent(told.get(i)) ? told.get(i).day() : PartialDate.NOT_STATED;
      }
    }
    return PartialDate.NOT_STATED;
  }

  private static boolean recent(Told sentence) {
    return sentence.day().last().isPresent() && sentence.written().isPresent()
        && !sentence.day().last().get().plusDays(RECENT).isBefore(sentence.written().get());
  }

  private PartialDate elsewhere(int here, Set<String> claimants) {
    int at = told.get(here).span().start();
    for (int i = here - 1; i >= 0 && at - told.get(i).span().end() < BEFORE; i--) {
      if (told.get(i).day().stated() && meet(told.get(i).speakers(), claimants)) {
        return told.get(i).day();
      }
    }
    for (int i = here + 1; i < told.size() && told.get(i).span().start() - at < BEHIND; i++) {
      Told sentence = told.get(i);
      boolean past = sentence.written().isPresent() && !recent(sentence); // what the speaker had said of something else
      if (sentence.day().stated() && !past && meet(sentence.speakers(), claimants)) {
        return sentence.day();
      }
    }
    return PartialDate.NOT_STATED;
  }

  private static boolean headline(Told sentence) {
    return sentence.block().kind() == BlockKind.TITLE;
  }

  private static boolean old(PartialDate day, PartialDate written) {
    return day.last().orElseThrow().plusDays(STALE).isBefore(written.first().orElseThrow());
  }

  private static boolean meet(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }
}
