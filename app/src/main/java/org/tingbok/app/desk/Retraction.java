package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tingbok.claim.Claim;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// What a source goes back on, checked before it is recorded: a retraction is held against whoever it names, so it has to be
/// one of those who said it, and no day before they did.
///
/// @param subject the id of the claim or document
/// @param by who goes back on it, as the ledger names them
public record Retraction(String subject, String by) {
  /// Checks it.
  ///
  /// @param ledger where the subject is on record
  /// @param subject the id of a claim or document
  /// @param typed who goes back on it, under any name
  /// @param day the day it was told
  /// @param anyway whether somebody who is not among those who said it may go back on it: a successor, or a body under a
  ///     name that nothing on record joins with theirs
  /// @return with the name of the claimant or publisher that is meant
  /// @throws BadInputException `RETRACTION_STRANGER` if none of those who said it is called so, `RETRACTION_EARLY` if the day
  ///     is before it was said
  public static Retraction of(Ledger ledger, String subject, String typed, LocalDate day, boolean anyway) {
    List<Party> voices;
    PartialDate said;
    if (subject.startsWith("document--")) {
      Document document = ledger.document(new DocumentId(subject)).orElseThrow().reading().document();
      said = document.published();
      if (document.publisher().isEmpty()) {
        early(subject, said, day);
        return new Retraction(subject, typed.strip());
      }
      String publisher = document.publisher().get();
      voices = List.of(new Party(publisher, org.tingbok.mention.PartyKind.ORGANISATION, Optional.empty(), publisher));
    } else {
      ClaimHistory history = ledger.claim(subject).orElseThrow();
      Document document = ledger.document(history.read().document()).orElseThrow().reading().document();
      Optional<RecordedClaim> standing = history.asOf(document, AsOf.NOW);
      Claim claim = standing.map(RecordedClaim::claim).orElse(history.read());
      voices = claim.saying().claimants();
      said = claim.saying().saidOn();
    }
    String who = voices.stream().filter(party -> one(typed, party)).map(Party::name).findFirst().or(
        () -> anyway ? Optional.of(typed.strip()) : Optional.empty())
        .orElseThrow(() -> new BadInputException("RETRACTION_STRANGER", "'" + typed.strip() + "' did not say "
            + subject + ", so it cannot go back on it; who did: "
            + voices.stream().map(Party::name).collect(Collectors.joining(", "))
            + "; --anyway if it is one of them under another name"));
    early(subject, said, day);
    return new Retraction(subject, who);
  }

  private static void early(String subject, PartialDate said, LocalDate day) {
    said.first().filter(day::isBefore).ifPresent(first -> {
      throw new BadInputException("RETRACTION_EARLY", subject + " was said on " + first
          + " at the earliest; nobody went back on it on " + day + "; give the day with --date");
    });
  }

  /// Whether a name is that of a party: spelt so, or denoting the same as the tables have it.
  private static boolean one(String typed, Party party) {
    String key = NameKey.of(typed);
    return key.equals(NameKey.of(party.name())) || key.equals(NameKey.of(party.text()))
        || Names.standard().lookUp(typed.strip()).stream().map(NameMatch::names).flatMap(List::stream)
            .anyMatch(name -> NameKey.of(name.canonical()).equals(NameKey.of(party.name())));
  }
}
