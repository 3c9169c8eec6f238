package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tingbok.analysis.Conflict;
import org.tingbok.analysis.Dispute;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Ruling;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Erasure;
import org.tingbok.ledger.Markings;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.Tlp;

/// Makes cards of what one snapshot holds. Safe to share.
final class Cards {
  private static final int BLOCKS_SHOWN = 24;

  private final Snapshot snapshot;
  private final Copies copies;
  private final Markings markings;
  private final Map<String, Incident> incidentOfAccount = new HashMap<>();
  private final Map<String, Incident> incidentById = new HashMap<>();
  private final Map<DocumentId, Act.Erased> erasures = new HashMap<>();
  private final Map<DocumentId, ReadableText> texts = new ConcurrentHashMap<>();

  Cards(Snapshot snapshot, List<Incident> incidents, Copies copies) {
    this.snapshot = snapshot;
    this.copies = copies;
    this.markings = Markings.of(snapshot.acts());
    for (Act.Recorded recorded : snapshot.acts()) {
      if (recorded.act() instanceof Act.Erased erased) {
        erasures.put(erased.document(), erased);
      }
    }
    for (Incident incident : incidents) {
      incidentById.put(incident.id(), incident);
      incident.accounts().forEach(account -> incidentOfAccount.put(account.id(), incident));
    }
  }

  Optional<Incident> incidentOf(Claim claim) {
    return claim.account().flatMap(account -> incidentOf(account.id()));
  }

  /// The incident that an account is of.
  Optional<Incident> incidentOf(String account) {
    return Optional.ofNullable(incidentOfAccount.get(account));
  }

  ReadableText text(Document document) {
    return texts.computeIfAbsent(document.id(), _ -> ReadableText.of(document));
  }

  Document document(DocumentId id) {
    Document document = snapshot.documents().get(id);
    if (document == null) {
      throw new org.tingbok.vocabulary.FaultException("DOCUMENT_LOST", "a claim names " + id
          + ", which the ledger does not hold; report this");
    }
    return document;
  }

  ClaimCard.DocumentCard documentCard(Document document) {
    return new ClaimCard.DocumentCard(document.id().value(), title(document), document.publisher(),
        DateCard.of(document.published()), erased(document.id()));
  }

  Optional<ClaimCard.ErasedCard> erased(DocumentId document) {
    return Optional.ofNullable(erasures.get(document)).map(erased -> new ClaimCard.ErasedCard(erased.reason(),
        erased.by(), DateCard.of(PartialDate.day(erased.day()))));
  }

  /// How far a document may be passed on.
  Optional<Tlp> marking(DocumentId document) {
    return markings.of(document);
  }

  List<RecordedClaim> once(List<RecordedClaim> claims) {
    return copies.once(claims);
  }

  static String title(Document document) {
    String source = document.source();
    return document.title().filter(title -> !title.isBlank())
        .orElse(source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1));
  }

  static List<PartyCard> parties(List<Party> parties) {
    return parties.stream().map(PartyCard::of).toList();
  }

  static ClaimCard.CertaintyCard certainty(Certainty certainty) {
    return new ClaimCard.CertaintyCard(certainty.level().code(), certainty.words(), Gist.words(certainty.level()));
  }

  List<ClaimCard> claims(List<RecordedClaim> claims) {
    return claims.stream().map(this::claim).toList();
  }

  ClaimCard claim(RecordedClaim recorded) {
    Claim claim = recorded.claim();
    Document document = document(claim.document());
    ReadableText text = text(document);
    List<ClaimCard.EvidenceCard> evidence = claim.evidence().stream().map(one -> evidence(text, one)).toList();
    Slots slots = Slots.of(claim);
    return new ClaimCard(recorded.id(), claim.type().code(), Gist.of(claim), documentCard(document),
        parties(claim.saying().claimants()),
        claim.saying().speaker().map(speaker -> new ClaimCard.SpeakerCard(speaker.name(), speaker.role())),
        claim.saying().ownVoice(), claim.saying().reportedBy(), slots.accused, slots.names, slots.actor, slots.sponsor,
        slots.relation, slots.kind, slots.target, slots.what, slots.polarity, slots.vulnerabilities, slots.techniques,
        slots.withdraws, incidentOf(claim).map(Cards::name), certainty(claim.saying().certainty()),
        DateCard.of(recorded.said()), recorded.bound().code(), claim.saying().readBy(),
        claim.saying().added()
            .map(added -> new ClaimCard.AddedCard(added.by(), added.reason(), added.day().toString())),
        recorded.recordedAt().toString(), recorded.ruling().map(Cards::ruling),
        recorded.retraction().map(Cards::retracted), recorded.leavers().stream().map(Cards::retracted).toList(),
        recorded.marking().map(Tlp::label), evidence,
        copies.alsoIn(recorded).stream().map(this::document).map(this::documentCard).toList());
  }

  static ClaimCard.RulingCard ruling(Ruling ruling) {
    return new ClaimCard.RulingCard(ruling.verdict().code(), ruling.reason(), ruling.by(), ruling.day().toString(),
        ruling.carriedFrom());
  }

  static ClaimCard.RetractedCard retracted(Act.Retracted retracted) {
    return new ClaimCard.RetractedCard(retracted.kind().code(),
        retracted.subject().startsWith("document--") ? "document" : "claim", retracted.by(),
        DateCard.of(PartialDate.day(retracted.day())), retracted.where(), retracted.replacement());
  }

  private static ClaimCard.EvidenceCard evidence(ReadableText text, Evidence evidence) {
    ReadableText.InSentence in = text.inSentence(evidence.start(), evidence.end());
    if (Erasure.dropped(evidence.quote())) {
      return new ClaimCard.EvidenceCard(evidence.start(), evidence.end(), evidence.quote(),
          shortened(evidence.quote()), "", "");
    }
    String words = in.words().isEmpty() ? evidence.quote().strip().replaceAll("\\s+", " ") : in.words();
    return new ClaimCard.EvidenceCard(evidence.start(), evidence.end(), evidence.quote(), words, in.before(),
        in.after());
  }

  /// As many blocks as show that something is gone.
  static String shortened(String blocks) {
    return blocks.substring(0, Math.min(blocks.length(), BLOCKS_SHOWN));
  }

  static ClaimCard.IncidentName name(Incident incident) {
    return new ClaimCard.IncidentName(incident.id(), incident.name());
  }

  DisputeCard conflict(Conflict conflict) {
    Dispute dispute = conflict.dispute();
    return new DisputeCard(dispute.id(), dispute.kind().code(), conflict.level().map(Coded::code),
        DateCard.of(conflict.opened()), conflict.resolved().map(PartialDate::day).map(DateCard::of),
        DateWords.readable(conflict.sentence()), dispute.incident().map(incidentById::get).map(Cards::name),
        dispute.sides().stream().map(side -> new DisputeCard.SideCard(side.position(), claims(side.claims()))).toList(),
        claims(dispute.context()));
  }

  /// Each claim once; of copies, the first published speaks for the others.
  List<RecordedClaim> newestFirst(List<RecordedClaim> claims) {
    List<RecordedClaim> sorted = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (RecordedClaim claim : copies.once(claims)) {
      if (seen.add(claim.id())) {
        sorted.add(claim);
      }
    }
    sorted.sort(Comparator.comparing((RecordedClaim claim) -> claim.said().first()
        .orElse(java.time.LocalDate.MIN)).reversed());
    return sorted;
  }

  /// The slots that some types of claim have and others do not.
  private static final class Slots {
    private Optional<List<PartyCard>> accused = Optional.empty();
    private Optional<List<PartyCard>> names = Optional.empty();
    private Optional<PartyCard> actor = Optional.empty();
    private Optional<PartyCard> sponsor = Optional.empty();
    private Optional<String> relation = Optional.empty();
    private Optional<String> kind = Optional.empty();
    private Optional<List<PartyCard>> target = Optional.empty();
    private Optional<String> what = Optional.empty();
    private Optional<String> polarity = Optional.empty();
    private Optional<List<String>> vulnerabilities = Optional.empty();
    private Optional<List<String>> techniques = Optional.empty();
    private Optional<Boolean> withdraws = Optional.empty();

    static Slots of(Claim claim) {
      Slots slots = new Slots();
      switch (claim) {
        case Claim.Attribution attribution -> slots.accused = Optional.of(parties(attribution.accused()));
        case Claim.NonAttribution non -> {
          slots.accused = Optional.of(parties(non.accused()));
          slots.withdraws = Optional.of(non.withdraws());
        }
        case Claim.Denial _ -> {
        }
        case Claim.Alias alias -> {
          slots.names = Optional.of(parties(List.of(alias.first(), alias.second())));
          slots.relation = Optional.of(alias.relation().code());
        }
        case Claim.Affiliation affiliation -> {
          slots.actor = Optional.of(PartyCard.of(affiliation.actor()));
          slots.sponsor = Optional.of(PartyCard.of(affiliation.sponsor()));
          slots.relation = Optional.of(affiliation.relation().code());
        }
        case Claim.Response response -> {
          slots.kind = response.kind().map(Coded::code);
          slots.target = Optional.of(parties(response.target()));
        }
        case Claim.Impact impact -> slots.affected(impact.what(), impact.polarity());
        case Claim.Method method -> {
          slots.affected(method.what(), method.polarity());
          slots.vulnerabilities = Optional.of(method.vulnerabilities());
          slots.techniques = Optional.of(method.techniques());
        }
      }
      return slots;
    }

    private void affected(String thing, Polarity whether) {
      what = Optional.of(thing);
      polarity = Optional.of(whether.code());
    }
  }
}
