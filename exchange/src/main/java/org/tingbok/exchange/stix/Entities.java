package org.tingbok.exchange.stix;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.exchange.Extract;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Grades;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.Tlp;

/// Those whom claims speak of. What is written of a party follows from its name and sort alone, so that it is the same
/// whatever was asked for; which country a text ascribes to it stands with the claim.
final class Entities {
  /// Who mints all objects: the ledger, never a claimant.
  static final String LEDGER = ContentId.of("identity", "ledger", "Tingbok");

  private final Bundle bundle;
  private final Grades grades;
  private final boolean dated;

  /// Where to write; how far the organisation relies on sources; whether what had been said by some day is asked for.
  Entities(Bundle bundle, Grades grades, boolean dated) {
    this.bundle = bundle;
    this.grades = grades;
    this.dated = dated;
  }

  void ledger() {
    Map<String, Object> object = Bundle.object("identity", LEDGER, Stamps.NAMED, Stamps.NAMED);
    object.put("name", "Tingbok");
    object.put("description",
        "A ledger of who accuses whom of what in cyberspace. It records claims; it does not decide who did it.");
    object.put("identity_class", "system");
    bundle.write(object);
  }

  /// How far something may be passed on: the definition that FIRST's protocol has in STIX for everybody.
  ///
  /// @return its id
  String marking(Tlp tlp) {
    String id = StixTypes.marking(tlp);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "marking-definition");
    object.put("spec_version", "2.1");
    object.put("id", id);
    object.put("created", "2022-10-01T00:00:00.000Z");
    object.put("name", tlp.label());
    object.put("extensions",
        Map.of(StixTypes.TLP_2, Map.of("extension_type", "property-extension", "tlp_2_0", tlp.code())));
    bundle.write(object);
    return id;
  }

  /// Somebody who speaks, is hit, or is reacted to.
  String identity(Party party) {
    return identity(party.name(), identityClass(party.kind()));
  }

  /// A publisher.
  String organisation(String name) {
    return identity(name, "organization");
  }

  private String identity(String name, String identityClass) {
    String id = id(name, identityClass);
    if (!bundle.has(id)) {
      Map<String, Object> object = Bundle.object("identity", id, Stamps.NAMED, Stamps.NAMED);
      object.put("name", name);
      object.put("identity_class", identityClass);
      bundle.write(object);
      graded(name, id);
    }
    return id;
  }

  /// How far the organisation relies on somebody who came as objects of another ledger.
  void known(Party party) {
    known(party.name(), identityClass(party.kind()));
  }

  /// How far the organisation relies on a publisher who came as an object of another ledger.
  void known(String publisher) {
    known(publisher, "organization");
  }

  private void known(String name, String identityClass) {
    String id = id(name, identityClass);
    if (bundle.has(id)) {
      graded(name, id);
    }
  }

  /// A decision of the organisation whose ledger this is, so a note of its own: what is written of a party follows from its
  /// name. Each decision is a version; why it was taken stays at home.
  private void graded(String name, String identity) {
    grades.of(name).ifPresent(last -> {
      Act.Graded act = last.act();
      String id = ContentId.of("note", "grade", identity);
      Map<String, Object> object = Bundle.object("note", id,
          Stamps.of(Stamps.created(Instant.parse(Stamps.NAMED), id)), Stamps.afterNaming(last.recordedAt()));
      object.put("abstract", "source reliability");
      object.put("content", act.by() + act.reliability()
          .map(letter -> " grades " + name + " " + letter.code() + ", " + letter.words())
          .orElse(" no longer grades " + name) + " (Admiralty code, reliability of the source), since " + act.day());
      object.put("authors", List.of(act.by()));
      object.put("object_refs", List.of(identity));
      Bundle.put(object, "labels", act.reliability().map(letter -> "admiralty-scale:source-reliability=\""
          + letter.code().toLowerCase(Locale.ROOT) + "\"").stream().toList());
      Map<String, Object> told = Provenance.extension("grade");
      told.put("graded", name);
      Bundle.put(told, "source_reliability", act.reliability().map(Coded::code));
      told.put("graded_by", act.by());
      told.put("graded_on", act.day().toString());
      object.put("extensions", Map.of(Provenance.ID, told));
      bundle.write(object);
    });
  }

  private static String id(String name, String identityClass) {
    return identityClass.equals("organization") ? ContentId.of("identity", name)
        : ContentId.of("identity", name, identityClass);
  }

  private static String identityClass(PartyKind kind) {
    return switch (kind) {
      case STATE, BODY, ORGANISATION -> "organization";
      case THREAT_ACTOR -> "group";
      case PERSON -> "individual";
      case DESCRIBED -> "class";
    };
  }

  /// Somebody who is accused, named otherwise, or said to act for somebody: an intrusion set for a group, a threat actor for
  /// a state, body or person.
  String actor(Party party) {
    return switch (party.kind()) {
      case THREAT_ACTOR -> intrusionSet(party.name());
      case STATE -> state(party);
      case BODY, ORGANISATION, PERSON, DESCRIBED -> threatActor(party.name(), Optional.empty());
    };
  }

  private String intrusionSet(String name) {
    String id = ContentId.of("intrusion-set", name);
    if (!bundle.has(id)) {
      Map<String, Object> object = Bundle.object("intrusion-set", id, Stamps.NAMED, Stamps.NAMED);
      object.put("name", name);
      bundle.write(object);
    }
    return id;
  }

  private String threatActor(String name, Optional<String> type) {
    String id = type.map(word -> ContentId.of("threat-actor", name, word))
        .orElseGet(() -> ContentId.of("threat-actor", name));
    if (!bundle.has(id)) {
      Map<String, Object> object = Bundle.object("threat-actor", id, Stamps.NAMED, Stamps.NAMED);
      object.put("name", name);
      Bundle.put(object, "threat_actor_types", type.stream().toList());
      bundle.write(object);
    }
    return id;
  }

  /// `originates-from` would say where, not who: a state as an actor is attributed to its government.
  private String state(Party party) {
    String id = threatActor(party.name(), Optional.of("nation-state"));
    relationship(id, "attributed-to", organisation(party.name()), "The state as an actor is its government.");
    return id;
  }

  /// What the ledger says of its own objects, on nobody's word.
  private void relationship(String source, String type, String target, String why) {
    String id = ContentId.of("relationship", source, type, target);
    if (!bundle.has(id)) {
      Map<String, Object> object = Bundle.object("relationship", id, Stamps.NAMED, Stamps.NAMED);
      object.put("relationship_type", type);
      object.put("description", why);
      object.put("source_ref", source);
      object.put("target_ref", target);
      bundle.write(object);
    }
  }

  /// An operation, with those who were hit by the word of the claim's own document.
  String incident(Extract.About about, IncidentAccount account) {
    Incident incident = about.incident();
    String id = incident.id();
    if (!bundle.has(id)) {
      String name = incident.name().isBlank() ? "Unnamed operation" : incident.name();
      String version = dated
          ? Stamps.of(Stamps.part(Instant.parse(Stamps.NAMED),
              List.of(name, incident.period().iso(), String.join(" ", incident.countries()))))
          : Stamps.afterNaming(about.changedAt());
      Map<String, Object> object = Bundle.object("incident", id, Stamps.NAMED, version);
      object.put("name", name);
      Map<String, Object> told = Provenance.extension("incident");
      Provenance.period(told, "happened", incident.period());
      Bundle.put(told, "countries", List.copyOf(incident.countries()));
      object.put("extensions", Map.of(Provenance.ID, told));
      bundle.write(object);
    }
    for (Party victim : account.victims()) {
      relationship(id, "targets", identity(victim), "Told of as hit by a report on record.");
    }
    return id;
  }

  Optional<String> vulnerability(String cve) {
    String name = cve.toUpperCase(Locale.ROOT);
    return name.matches("CVE-\\d{4}-(?:0\\d{3}|[1-9]\\d{3,18})")
        ? Optional.of(referred("vulnerability", name, "cve"))
        : Optional.empty();
  }

  Optional<String> technique(String id) {
    return id.matches("T\\d{4}(?:\\.\\d{3})?") ? Optional.of(referred("attack-pattern", id, "mitre-attack"))
        : Optional.empty();
  }

  private String referred(String type, String name, String source) {
    String id = ContentId.of(type, name);
    if (!bundle.has(id)) {
      Map<String, Object> object = Bundle.object(type, id, Stamps.NAMED, Stamps.NAMED);
      object.put("name", name);
      Map<String, Object> reference = new LinkedHashMap<>();
      reference.put("source_name", source);
      reference.put("external_id", name);
      object.put("external_references", List.of(reference));
      bundle.write(object);
    }
    return id;
  }
}
