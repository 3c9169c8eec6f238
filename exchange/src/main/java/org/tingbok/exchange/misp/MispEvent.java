package org.tingbok.exchange.misp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Speaker;
import org.tingbok.document.Document;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.Topic;
import org.tingbok.exchange.brief.Markdown;
import org.tingbok.exchange.misp.MispObject.Template;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Grades;
import org.tingbok.ledger.Markings;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.Tlp;

/// One event: an incident or a document, the reports, the parties, and an annotation for every claim.
final class MispEvent {
  private static final Map<String, String> LEDGER =
      Map.of("name", "Tingbok", "uuid", MispObject.uuid("misp-organisation", "Tingbok"));

  private final Topic topic;
  private final Markings markings;
  private final Grades grades;
  private final String uuid;
  private final String timestamp;
  private final Map<String, MispObject> objects = new LinkedHashMap<>();
  private final Map<String, MispObject> claims = new LinkedHashMap<>();

  MispEvent(Topic topic, Extract extract) {
    this.topic = topic;
    this.markings = extract.markings();
    this.grades = extract.grades();
    this.uuid = MispObject.uuid("misp-event", topic.key());
    this.timestamp = seconds(Stream.of(topic.about().stream().map(Extract.About::changedAt),
        topic.parts().stream().flatMap(part -> Stream.concat(
            Stream.of(markings.changed(part.document().id().value(), part.recordedAt())),
            part.claims().stream().map(recorded -> markings.changed(recorded.id(), recorded.changedAt())))),
        sources().flatMap(source -> grades.of(source).stream()).map(Grades.Last::recordedAt)).flatMap(all -> all)
        .max(Instant::compareTo).orElse(Instant.EPOCH));
  }

  /// Who says what is in the event: publishers and claimants.
  private Stream<String> sources() {
    return topic.parts().stream().flatMap(part -> Stream.concat(part.document().publisher().stream(), part.claims()
        .stream().flatMap(recorded -> recorded.claim().saying().claimants().stream().map(Party::name))));
  }

  /// How far the organisation relies on a source, as a tag; none where it never graded it, or took the grade back.
  private List<String> graded(String source) {
    return grades.of(source).flatMap(last -> last.act().reliability()).map(Tags::reliability).stream().toList();
  }

  private static String seconds(Instant moment) {
    return Long.toString(Math.max(0, moment.getEpochSecond()));
  }

  String uuid() {
    return uuid;
  }

  Map<String, Object> content() {
    Optional<MispObject> incident = topic.about().map(about -> object(Template.INCIDENT, topic.key(), timestamp)
        .text("name", named(about.incident().name()))
        .text("description", about.incident().period().stated()
            ? "Happened " + about.incident().period().iso() + ", as far as the reports agree."
            : ""));
    for (Extract.Part part : topic.parts()) {
      MispObject report = report(part);
      part.claims().forEach(recorded -> claim(recorded, part, report, incident));
    }
    for (Extract.Part part : topic.parts()) {
      part.claims().forEach(this::answers);
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("uuid", uuid);
    event.put("info", info());
    event.put("date", date());
    event.put("threat_level_id", "4");
    event.put("analysis", "2");
    event.put("distribution", "0");
    event.put("published", false);
    event.put("timestamp", timestamp);
    event.put("Org", new TreeMap<>(LEDGER));
    event.put("Orgc", new TreeMap<>(LEDGER));
    List<Map<String, String>> tags = new ArrayList<>(List.of(Map.of("name", "type:OSINT")));
    // An event is passed on as a whole: no further than the narrowest thing in it.
    topic.parts().stream().flatMap(part -> Stream.concat(markings.of(part.document().id()).stream(),
        part.claims().stream().flatMap(recorded -> recorded.marking().stream()))).reduce(Tlp::strictest)
        .ifPresent(tlp -> tags.add(Map.of("name", "tlp:" + tlp.code())));
    event.put("Tag", tags);
    event.put("Object", objects.values().stream().map(MispObject::content).toList());
    event.put("EventReport", List.of(overview()));
    return event;
  }

  private String info() {
    return topic.about().map(about -> "Claims about " + about.incident().name())
        .orElseGet(() -> "Claims in " + title(topic.parts().getFirst().document()));
  }

  private static String title(Document document) {
    return document.title().filter(title -> !title.isBlank()).orElse("an untitled report")
        + document.publisher().map(publisher -> " (" + publisher + ")").orElse("");
  }

  /// The day it began, else the day of the first report, else that of its recording.
  private String date() {
    return topic.about().flatMap(about -> about.incident().period().first())
        .or(() -> topic.parts().stream().flatMap(part -> part.document().published().first().stream())
            .min(java.time.LocalDate::compareTo))
        .orElseGet(() -> topic.parts().getFirst().recordedAt().atZone(ZoneOffset.UTC).toLocalDate()).toString();
  }

  /// MISP refuses an object without attributes.
  private static String named(String name) {
    return name.isBlank() ? "not named" : name;
  }

  private MispObject object(Template template, String thing, String stamp) {
    return objects.computeIfAbsent(template.name() + " " + thing,
        _ -> new MispObject(template, uuid, thing, stamp));
  }

  private boolean has(Template template, String thing) {
    return objects.containsKey(template.name() + " " + thing);
  }

  private MispObject report(Extract.Part part) {
    Document document = part.document();
    MispObject report = object(Template.REPORT, document.id().value(), seconds(part.recordedAt()))
        .text("title", document.title().filter(title -> !title.isBlank()).orElse("Untitled report"),
            document.publisher().map(this::graded).orElse(List.of()))
        .text("summary", document.publisher().map(name -> "Published by " + name + ". ").orElse("")
            + (document.published().stated() ? "Dated " + document.published().iso() + ". " : "")
            + "SHA-256 " + document.sha256() + ".");
    address(document).ifPresent(url -> report.attribute("link", "link", "External analysis", url, List.of()));
    return report.file("report-file", DocumentFile.NAME,
        AttachedJson.base64(DocumentFile.of(part, topic.quotes().getOrDefault(document.id(), List.of()))),
        marked(markings.of(document.id())));
  }

  private static Optional<String> address(Document document) {
    return Optional.of(document.source()).filter(source -> source.matches("https?://\\S+"));
  }

  private MispObject party(Party party) {
    boolean person = party.kind() == PartyKind.PERSON;
    Template template = person ? Template.PERSON : Template.PARTY;
    boolean known = has(template, party.name());
    MispObject object = object(template, party.name(), timestamp);
    return known ? object : object.text(person ? "alias" : "name", named(party.name()), graded(party.name()));
  }

  private MispObject actor(Party party) {
    if (party.kind() != PartyKind.THREAT_ACTOR) {
      return party(party);
    }
    boolean known = has(Template.ACTOR, party.name());
    MispObject object = object(Template.ACTOR, party.name(), timestamp);
    return known ? object : object.text("name", named(party.name()));
  }

  private void claim(RecordedClaim recorded, Extract.Part part, MispObject report, Optional<MispObject> incident) {
    Document document = part.document();
    Claim claim = recorded.claim();
    MispObject annotation = object(Template.CLAIM, recorded.id(), seconds(recorded.changedAt()));
    claims.put(recorded.id(), annotation);
    List<String> tags = new ArrayList<>(tags(claim.saying().certainty()));
    tags.addAll(marked(recorded.marking()));
    annotation.text("text", words(recorded), tags);
    address(document).ifPresent(url -> annotation.attribute("ref", "link", "External analysis", url, List.of()));
    annotation.file("attachment", ClaimFile.NAME, AttachedJson.base64(ClaimFile.of(recorded, part)), List.of());
    claim.saying().claimants().forEach(one -> annotation.refer("claimed-by", party(one), ""));
    annotation.refer("derived-from", report, "");
    incident.ifPresent(one -> {
      annotation.refer("annotates", one, claim.type().code());
      claim.account().ifPresent(account -> account.victims()
          .forEach(victim -> one.refer("targets", party(victim), "")));
    });
    switch (claim) {
      case Claim.Attribution attribution ->
        attribution.accused().forEach(one -> annotation.refer("attributed-to", actor(one), ""));
      case Claim.NonAttribution non ->
        non.accused().forEach(one -> annotation.refer("related-to", actor(one), "does not accuse"));
      case Claim.Alias alias -> {
        MispObject first = actor(alias.first());
        MispObject second = actor(alias.second());
        annotation.refer("annotates", first, alias.relation().code());
        annotation.refer("annotates", second, alias.relation().code());
        if (alias.relation() == AliasRelation.SAME || alias.relation() == AliasRelation.OVERLAP) {
          first.refer(alias.relation() == AliasRelation.SAME ? "same-as" : "similar", second, recorded.id());
        }
      }
      case Claim.Affiliation affiliation -> {
        annotation.refer("annotates", actor(affiliation.actor()), affiliation.relation().code());
        annotation.refer("attributed-to", actor(affiliation.sponsor()), affiliation.relation().code());
      }
      case Claim.Response response -> response.target().forEach(one -> annotation.refer("related-to", party(one),
          response.kind().map(Coded::code).orElse("response")));
      case Claim.Denial _, Claim.Impact _, Claim.Method _ -> {
        // told by the words
      }
    }
  }

  /// Denials annotate the accusations of their own report; what takes the place of another claim supersedes it.
  private void answers(RecordedClaim recorded) {
    MispObject annotation = java.util.Objects.requireNonNull(claims.get(recorded.id()));
    if (recorded.claim() instanceof Claim.Denial denial) {
      topic.parts().stream().flatMap(part -> part.claims().stream())
          .filter(other -> other.claim() instanceof Claim.Attribution
              && other.claim().document().equals(denial.document()) && topic.about().isPresent())
          .forEach(other -> annotation.refer("annotates", java.util.Objects.requireNonNull(claims.get(other.id())),
              "denies"));
    }
    recorded.retraction().flatMap(Act.Retracted::replacement).map(claims::get)
        .ifPresent(later -> later.refer("supersedes", annotation, ""));
  }

  private static String words(RecordedClaim recorded) {
    Claim claim = recorded.claim();
    String speaker = claim.saying().speaker().map(Speaker::name).map(name -> ", by " + name).orElse("");
    String said = recorded.said().stated() ? ", " + recorded.bound().code() + " " + recorded.said().iso() : "";
    String back =
        recorded.retraction().map(act -> "\nTaken back by " + act.by() + " on " + act.day() + ": " + act.where())
            .orElse("");
    return "Claim by " + claimants(claim) + speaker + " (" + claim.type().code() + said + "): "
        + quote(claim) + back + "\n" + recorded.id();
  }

  private static String claimants(Claim claim) {
    return claim.saying().claimants().stream().map(Party::name).collect(Collectors.joining(", "));
  }

  private static String quote(Claim claim) {
    return claim.evidence().stream().map(Evidence::quote).collect(Collectors.joining(" […] "));
  }

  /// The claimant's own words on MISP's own scales; a bare assertion has neither.
  private static List<String> tags(Certainty certainty) {
    List<String> tags = new ArrayList<>();
    certainty.likelihood().ifPresent(
        one -> tags.add("estimative-language:likelihood-probability=\"" + one.code() + "\""));
    certainty.confidence().ifPresent(
        one -> tags.add("estimative-language:confidence-in-analytic-judgment=\"" + one.code() + "\""));
    return tags;
  }

  private static List<String> marked(Optional<Tlp> tlp) {
    return tlp.map(one -> "tlp:" + one.code()).stream().toList();
  }

  private Map<String, Object> overview() {
    StringBuilder text = new StringBuilder("# " + Markdown.escaped(info()) + "\n\n");
    for (Extract.Part part : topic.parts()) {
      text.append("## ").append(Markdown.escaped(title(part.document()))).append("\n\n");
      part.claims().forEach(recorded -> text.append("- **").append(Markdown.escaped(claimants(recorded.claim())))
          .append("** (").append(recorded.claim().type().code()).append("): ")
          .append(Markdown.escaped(quote(recorded.claim()))).append('\n'));
      text.append('\n');
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("uuid", MispObject.uuid("misp-event-report", uuid));
    report.put("name", "Who says what");
    report.put("content", text.toString());
    report.put("distribution", "5");
    report.put("timestamp", timestamp);
    return report;
  }
}
