package org.tingbok.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Unread;
import org.tingbok.document.DateKind;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.RulingVerdict;

/// An invented report about stolen tide tables, and what may be done about what it says.
final class Tide {
  private static final String TEXT = "4 March 2024. The Elvheim Institute blamed Copper Lynx for the theft.";
  static final Document DOCUMENT = document();
  static final Claim READ = accusation("Copper Lynx", Certainty.ASSERTED, PartialDate.NOT_STATED);
  /// The same, read with a hedge and a date.
  static final Claim HEDGED = accusation("Copper Lynx",
      new Certainty(CertaintyLevel.LOW, Optional.of("perhaps"), Optional.empty(), Optional.empty()),
      PartialDate.parse("2024-03-01"));
  /// What an analyst says instead.
  static final Claim ADOPTED = accusation("Tin Heron", Certainty.ASSERTED, PartialDate.NOT_STATED);
  static final Unread UNREAD = new Unread(evidence("for the theft"), "nobody says so");
  static final Reading READING = new Reading(DOCUMENT, List.of(READ), List.of(UNREAD));
  static final LocalDate DAY = LocalDate.parse("2024-05-06");

  private Tide() {
  }

  private static Document document() {
    String sha256 = ContentId.sha256(TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new Document(DocumentId.of(sha256), "tide.txt", sha256, "text/plain", TEXT, Optional.of("Tide tables"),
        Optional.of("Elvheim Gazette"), PartialDate.parse("2024-03-04"), "en",
        List.of(new DocumentDate(DateKind.PUBLISHED, PartialDate.parse("2024-03-04"), new Span(0, 12), "4 March 2024")),
        false, List.of(new Span(14, TEXT.length())));
  }

  static Evidence evidence(String words) {
    int start = TEXT.indexOf(words);
    return new Evidence(start, start + words.length(), words);
  }

  static Claim accusation(String accused, Certainty certainty, PartialDate saidOn) {
    return new Claim.Attribution(DOCUMENT.id(),
        new Saying(List.of(party("Elvheim Institute")), Optional.empty(), false, List.of(), certainty, saidOn),
        List.of(party(accused)), Optional.empty(),
        List.of(evidence("The Elvheim Institute blamed Copper Lynx for the theft.")));
  }

  static Party party(String name) {
    return new Party(name, PartyKind.ORGANISATION, Optional.empty(), name);
  }

  static Act ruled(RulingVerdict verdict) {
    return new Act.Ruled(new Ruling(READ.id(), verdict, Optional.empty(), "as the text has it", "ida", DAY,
        Optional.empty()));
  }

  static Act corrected(Claim claim) {
    return new Act.Ruled(new Ruling(READ.id(), RulingVerdict.CORRECTED, Optional.of(claim), "as the text has it", "ida",
        DAY, Optional.empty()));
  }

  static Act.Retracted retracted(String subject, String day) {
    return new Act.Retracted(subject, RetractionKind.WITHDRAWN, "Elvheim Institute", LocalDate.parse(day), "a notice",
        Optional.empty());
  }
}
