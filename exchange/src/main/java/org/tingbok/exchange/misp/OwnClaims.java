package org.tingbok.exchange.misp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Sheet;
import org.tingbok.vocabulary.TingbokException;
import tools.jackson.databind.JsonNode;

/// The claims of an event that a ledger wrote: every one whole, in a document that holds the quotes of its report.
///
/// @param readings a document for each report that claims are of
/// @param whole the annotations that hold a claim whole
record OwnClaims(List<Reading> readings, Set<String> whole) {
  /// What a ledger writes of an incident, besides annotations.
  private static final Set<String> TEMPLATES =
      Set.of("incident", "intrusion-set", "report", "organization", "person", "annotation");

  static OwnClaims in(EventNode event, String name, List<Imported.Fault> faults) {
    Map<String, List<ClaimFile>> papers = new LinkedHashMap<>();
    Set<String> whole = new HashSet<>();
    event.objects().forEach((uuid, object) -> {
      for (JsonNode attribute : EventNode.attributes(object)) {
        if (EventNode.text(attribute, "type").equals("attachment")
            && EventNode.text(attribute, "value").equals(ClaimFile.NAME)) {
          Optional<ClaimFile> file = ClaimFile.parse(attribute.path("data").asString(""));
          file.ifPresent(one -> {
            papers.computeIfAbsent(one.document().sha256(), _ -> new ArrayList<>()).add(one);
            whole.add(uuid);
          });
          if (file.isEmpty()) {
            faults.add(new Imported.Fault("MISP_CLAIM", "the attachment " + ClaimFile.NAME + " of object " + uuid
                + " is no claim of Tingbok's; its annotation was read instead"));
          }
        }
      }
    });
    List<Reading> readings = new ArrayList<>();
    papers.values().forEach(files -> {
      try {
        readings.add(reading(event, files, name, faults));
      } catch (TingbokException e) {
        faults.add(new Imported.Fault("MISP_CLAIM",
            "the claims of '" + files.getFirst().document().source() + "' were left out: " + e.getMessage()));
      }
    });
    return new OwnClaims(readings, whole);
  }

  /// Whether the event says more than its whole claims.
  boolean rest(EventNode event) {
    return whole.isEmpty() || !EventNode.attributes(event.node()).isEmpty()
        || event.objects().entrySet().stream().anyMatch(one -> !whole.contains(one.getKey())
            && (!TEMPLATES.contains(EventNode.text(one.getValue(), "name"))
                || EventNode.text(one.getValue(), "name").equals("annotation")));
  }

  private static Reading reading(EventNode event, List<ClaimFile> files, String name, List<Imported.Fault> faults) {
    ClaimFile.Paper paper = files.getFirst().document();
    Sheet sheet = new Sheet();
    paper.title().filter(title -> !title.isBlank()).ifPresent(sheet::line);
    sheet.line("Quotes of " + paper.source() + ", SHA-256 " + paper.sha256() + ", in MISP event " + event.uuid());
    List<ClaimFile> inOrder = files.stream().sorted(Comparator.comparingInt(
        (ClaimFile file) -> file.claim().evidence().getFirst().start()).thenComparing(ClaimFile::id)).toList();
    Map<Evidence, Span> places = new HashMap<>();
    TreeSet<Evidence> quotes = new TreeSet<>(Comparator.comparingInt(Evidence::start).thenComparingInt(Evidence::end)
        .thenComparing(Evidence::quote));
    inOrder.forEach(file -> quotes.addAll(file.claim().evidence()));
    quotes.forEach(quote -> places.put(quote, sheet.line(quote.quote())));
    inOrder.forEach(file -> file.takenBack().ifPresent(back -> sheet.line("Taken back by " + back.by() + " on "
        + back.day() + ": " + back.where())));
    String source = paper.source().matches("https?://\\S+") ? paper.source() : name;
    Document document = sheet.document(
        new Sheet.Head(source, paper.title().orElse(""), paper.publisher(), paper.published(), paper.language()));
    List<Claim> claims = new ArrayList<>();
    for (ClaimFile file : inOrder) {
      Claim claim = moved(file.claim(), document.id(), file.claim().evidence().stream()
          .map(quote -> sheet.quote(java.util.Objects.requireNonNull(places.get(quote)))).toList());
      claims.add(claim);
      file.takenBack().ifPresent(back -> faults.add(new Imported.Fault("MISP_TAKEN_BACK",
          claim.id() + " was taken back by " + back.by() + " on " + back.day()
              + "; a report cannot take back a claim: record it with tingbok ledger retract")));
    }
    return new Reading(document, claims, List.of());
  }

  /// The same claim, found in another document.
  private static Claim moved(Claim claim, DocumentId to, List<Evidence> evidence) {
    Saying was = claim.saying();
    Saying saying = new Saying(was.claimants(), was.speaker(), was.ownVoice(), was.reportedBy(), was.certainty(),
        was.saidOn(), was.readBy(), Optional.empty(), was.added());
    Optional<IncidentAccount> account = claim.account().map(one -> new IncidentAccount(to, one.key(), one.label(),
        one.victims(), one.period(), one.names(), one.countries(), one.sectors()));
    return switch (claim) {
      case Claim.Attribution one -> new Claim.Attribution(to, saying, one.accused(), account, evidence);
      case Claim.NonAttribution one ->
        new Claim.NonAttribution(to, saying, one.accused(), account, one.withdraws(), evidence);
      case Claim.Denial _ -> new Claim.Denial(to, saying, account, evidence);
      case Claim.Alias one -> new Claim.Alias(to, saying, one.first(), one.second(), one.relation(), evidence);
      case Claim.Affiliation one ->
        new Claim.Affiliation(to, saying, one.actor(), one.sponsor(), one.relation(), evidence);
      case Claim.Response one -> new Claim.Response(to, saying, one.kind(), one.target(), account, evidence);
      case Claim.Impact one -> new Claim.Impact(to, saying, account, one.what(), one.polarity(), evidence);
      case Claim.Method one -> new Claim.Method(to, saying, account, one.what(), one.polarity(),
          one.vulnerabilities(), one.techniques(), evidence);
    };
  }
}
