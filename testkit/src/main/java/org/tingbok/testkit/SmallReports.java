package org.tingbok.testkit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// Reports of a few sentences, for tests that say what comes out.
final class SmallReports {
  private SmallReports() {
  }

  static PartialDate day(String day) {
    return PartialDate.day(LocalDate.parse(day));
  }

  /// A document of one sentence for each date, each a denial said on that date.
  static Reading reading(String name, PartialDate published, PartialDate... saidOn) {
    StringBuilder text = new StringBuilder("Report " + name + ".");
    List<Evidence> sentences = new ArrayList<>();
    for (int i = 0; i < saidOn.length; i++) {
      String sentence = "The Elvheim pilots denied it " + i + " times.";
      int start = text.append(' ').length();
      text.append(sentence);
      sentences.add(new Evidence(start, start + sentence.length(), sentence));
    }
    String sha256 = ContentId.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    Document document = new Document(DocumentId.of(sha256), "reports/" + name + ".txt", sha256, "text/plain",
        text.toString(), Optional.empty(), Optional.of("Elvheim Gazette"), published, "en", List.of(), false,
        List.of());
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < saidOn.length; i++) {
      claims.add(denial(document, sentences.get(i), saidOn[i]));
    }
    return new Reading(document, claims, List.of());
  }

  static Claim denial(Document document, Evidence evidence, PartialDate saidOn) {
    Party pilots = new Party("Elvheim Pilots", PartyKind.ORGANISATION, Optional.empty(), "The Elvheim pilots");
    Saying saying =
        new Saying(List.of(pilots), Optional.empty(), false, List.of("Elvheim Gazette"), Certainty.ASSERTED, saidOn);
    return new Claim.Denial(document.id(), saying, Optional.empty(), List.of(evidence));
  }

  /// A document of its own words.
  static Document document(String name, String text, String language, PartialDate published, Optional<String> title) {
    String sha256 = ContentId.sha256((name + text).getBytes(StandardCharsets.UTF_8));
    return new Document(DocumentId.of(sha256), "reports/" + name + ".txt", sha256, "text/plain", text, title,
        Optional.of("Elvheim Gazette"), published, language, List.of(), false,
        List.of(new Span(0, text.length())));
  }

  /// A party of this name.
  static Party party(String name) {
    return new Party(name, PartyKind.THREAT_ACTOR, Optional.empty(), name);
  }

  /// The first place of these words.
  static Evidence evidence(Document document, String words) {
    int start = document.text().indexOf(words);
    return new Evidence(start, start + words.length(), words);
  }

  /// Somebody accuses somebody in these words of a document.
  static Claim accusation(Document document, String words, String claimant, String accused) {
    return new Claim.Attribution(document.id(), saying(claimant, Certainty.ASSERTED, PartialDate.NOT_STATED),
        List.of(party(accused)), Optional.empty(), List.of(evidence(document, words)));
  }

  static Saying saying(String claimant, Certainty certainty, PartialDate saidOn) {
    return new Saying(List.of(party(claimant)), Optional.empty(), false, List.of(), certainty, saidOn);
  }
}
