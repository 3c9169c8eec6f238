package org.tingbok.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Speaker;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.ContentId;

/// What is left of a document whose text was dropped: every text of it is as long as it was and all of it blocks, so that
/// places stay places and whoever shows it shows that something is gone.
///
/// What goes is text, title and quotes, and whatever else of a claim is in the words of the text: what was reached and by
/// what means, how an operation is called, by which words a party is named, how a hedge is worded, what office a speaker
/// holds. Where a slot cannot be empty, [#mark] takes its place. What stays is the digest, where and when it was found, and
/// of the claims who says which kind of thing of whom, when and how surely, under the names that the ledger files them by.
public final class Erasure {
  /// Stands for one code unit that was dropped: U+2588, full block.
  public static final char BLOCK = '\u2588';

  private static final String MARK = blocks(8) + " ";
  private static final int DIGITS = 8;
  private static final String UNREAD = "its words were dropped";

  private Erasure() {
  }

  /// A text of blocks.
  ///
  /// @param length how many code units
  /// @return that many blocks
  public static String blocks(int length) {
    return String.valueOf(BLOCK).repeat(length);
  }

  /// What stands for words that have no place of their own in the text, and that claims are told apart by: some blocks and
  /// eight hexadecimal digits, the same for the same words.
  ///
  /// @param words the words that are dropped
  /// @return a mark that is none of them; a mark stays as it is
  public static String mark(String words) {
    return words.startsWith(MARK) ? words
        : MARK + ContentId.sha256(words.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  /// Whether a text was dropped.
  ///
  /// @param text the text of a document, or a quote
  /// @return true if there is nothing but blocks in it
  public static boolean dropped(String text) {
    return !text.isEmpty() && text.chars().allMatch(unit -> unit == BLOCK);
  }

  /// A reading without its words.
  ///
  /// @param reading the reading
  /// @return the same claims with the same ids, at the same places
  public static Reading of(Reading reading) {
    return new Reading(of(reading.document()), reading.claims().stream().map(Erasure::of).toList(),
        reading.unread().stream().map(Erasure::of).toList());
  }

  /// A document without its words.
  ///
  /// @param document the document
  /// @return the same id, digest, source, publisher, language and dates
  public static Document of(Document document) {
    List<DocumentDate> dates = document.dates().stream().map(date -> new DocumentDate(date.kind(), date.value(),
        date.span(), blocks(date.quote().length()))).toList();
    return new Document(document.id(), document.source(), document.sha256(), document.mediaType(),
        blocks(document.text().length()), Optional.empty(), document.publisher(), document.published(),
        document.language(), dates, document.dateConflict(), document.body());
  }

  /// A claim without its quotes and whatever else of it is in the words of the text.
  ///
  /// @param claim the claim
  /// @return the same id, at the same places
  public static Claim of(Claim claim) {
    List<Evidence> evidence = claim.evidence().stream().map(Erasure::of).toList();
    Optional<IncidentAccount> incident = claim.account().map(Erasure::of);
    Saying saying = of(claim.saying(), claim.id());
    return switch (claim) {
      case Claim.Attribution was ->
        new Claim.Attribution(was.document(), saying, of(was.accused()), incident, evidence);
      case Claim.NonAttribution was ->
        new Claim.NonAttribution(was.document(), saying, of(was.accused()), incident, was.withdraws(), evidence);
      case Claim.Denial was -> new Claim.Denial(was.document(), saying, incident, evidence);
      case Claim.Alias was ->
        new Claim.Alias(was.document(), saying, of(was.first()), of(was.second()), was.relation(), evidence);
      case Claim.Affiliation was ->
        new Claim.Affiliation(was.document(), saying, of(was.actor()), of(was.sponsor()), was.relation(), evidence);
      case Claim.Response was ->
        new Claim.Response(was.document(), saying, was.kind(), of(was.target()), incident, evidence);
      case Claim.Impact was ->
        new Claim.Impact(was.document(), saying, incident, mark(was.what()), was.polarity(), evidence);
      case Claim.Method was -> new Claim.Method(was.document(), saying, incident, mark(was.what()), was.polarity(),
          was.vulnerabilities(), was.techniques(), evidence);
    };
  }

  private static Saying of(Saying was, String id) {
    Certainty certainty = new Certainty(was.certainty().level(), Optional.empty(), was.certainty().likelihood(),
        was.certainty().confidence());
    return new Saying(of(was.claimants()), was.speaker().map(one -> new Speaker(one.name(), Optional.empty())),
        was.ownVoice(), was.reportedBy(), certainty, was.saidOn(), was.readBy(), Optional.of(id), was.added());
  }

  private static List<Party> of(List<Party> parties) {
    return parties.stream().map(Erasure::of).toList();
  }

  private static Party of(Party party) {
    return new Party(party.name(), party.kind(), party.country(), "");
  }

  /// An account that is told in other words stays another: its label's mark is made of all words of it that go.
  private static IncidentAccount of(IncidentAccount account) {
    StringBuilder words = new StringBuilder(account.label());
    account.victims().stream().map(Party::text).filter(text -> !text.isEmpty())
        .forEach(text -> words.append('\n').append(text));
    return new IncidentAccount(account.document(), account.key(), mark(words.toString()), of(account.victims()),
        account.period(), account.names(), account.countries(), account.sectors());
  }

  /// An act without the words of a document.
  ///
  /// @param act any act
  /// @param document whose words are dropped
  /// @return the act itself if it holds none of them
  public static Act of(Act act, DocumentId document) {
    return switch (act) {
      case Act.Revised(Claim claim, String reader) when claim.document().equals(document) ->
        new Act.Revised(of(claim), reader);
      case Act.Ruled(Ruling was) when was.correction().filter(claim -> claim.document().equals(document))
          .isPresent() ->
        new Act.Ruled(new Ruling(was.claim(), was.verdict(), was.correction().map(Erasure::of), was.reason(), was.by(),
            was.day(), was.carriedFrom()));
      case Act.Revised _, Act.Ruled _, Act.Misread _, Act.Reopened _, Act.Retracted _, Act.Erased _, Act.Grouped _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _, Act.Marked _ ->
        act;
    };
  }

  /// An unread sentence without its words.
  ///
  /// @param unread the sentence
  /// @return at the same place
  public static Unread of(Unread unread) {
    return new Unread(of(unread.evidence()), UNREAD);
  }

  private static Evidence of(Evidence evidence) {
    return new Evidence(evidence.start(), evidence.end(), blocks(evidence.end() - evidence.start()));
  }
}
