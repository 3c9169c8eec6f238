package org.tingbok.app.desk;

import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Ruling;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Rereading;
import org.tingbok.vocabulary.PartialDate;

/// What was done about something on record, in one sentence for a person.
final class ActWords {
  private ActWords() {
  }

  /// Empty for watches, which are nobody's news but their owner's.
  static Optional<String> of(Act act) {
    return switch (act) {
      case Act.Ruled(Ruling ruling) -> Optional.of(ruling.verdict().code() + " by " + ruling.by() + " on "
          + day(ruling.day()) + (ruling.reason().isBlank() ? "" : ": " + ruling.reason())
          + ruling.carriedFrom().map(id -> " (carried over from " + id + ")").orElse(""));
      case Act.Misread misread when UnreadSentence.bears(misread) -> Optional.of(
          (Rereading.understood(misread) ? "no longer unread, by " : "set aside by ") + misread.reader()
              + (Rereading.understood(misread) ? "" : ": " + misread.reason()));
      case Act.Reopened reopened ->
        Optional.of("unread again, by " + reopened.by() + " on " + day(reopened.day()) + ": "
            + reopened.reason());
      case Act.Misread misread -> Optional.of("no longer read by " + misread.reader()
          + (misread.reason().startsWith("no longer read") ? "" : ": " + misread.reason()));
      case Act.Revised revised -> Optional.of("read again by " + revised.reader() + ": "
          + Phrase.words(Gist.of(revised.claim())) + ", said "
          + DateWords.of(revised.claim().saying().saidOn()));
      case Act.Retracted retracted -> Optional.of((retracted.subject().startsWith("document--") ? "the report " : "")
          + switch (retracted.kind()) {
            case WITHDRAWN -> "retracted";
            case CORRECTED -> "taken back and corrected";
            case UNDONE -> "not retracted after all: so found";
          } + " by " + retracted.by() + " on " + day(retracted.day()) + " (" + retracted.where() + ")"
          + retracted.replacement().map(id -> "; " + id + " takes its place").orElse(""));
      case Act.Erased erased -> Optional.of("text erased on " + day(erased.day()) + " by order of " + erased.by() + ": "
          + erased.reason());
      case Act.Grouped grouped -> Optional.of(grouped.accounts().size() + " accounts " + switch (grouped.verdict()) {
        case JOINED -> "joined to one incident";
        case APART -> "kept apart";
        case UNDONE -> "no longer joined or kept apart";
      } + " by " + grouped.by() + " on " + day(grouped.day()) + ": " + grouped.reason());
      case Act.Marked marked ->
        Optional.of(marked.marking().map(tlp -> "marked " + tlp.label()).orElse("no longer marked")
            + " by " + marked.by() + ": " + marked.reason());
      case Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _ ->
        Optional.empty();
    };
  }

  /// How much was done about a claim by analysts and readers, which a ruling sends along to tell whether anything was since.
  static int done(List<Act.Recorded> acts) {
    return (int) acts.stream().map(Act.Recorded::act)
        .filter(act -> act instanceof Act.Ruled || act instanceof Act.Misread || act instanceof Act.Revised).count();
  }

  private static String day(java.time.LocalDate day) {
    return DateWords.of(PartialDate.day(day));
  }
}
