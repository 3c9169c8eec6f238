package org.tingbok.second;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Speaker;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;

/// Judges what the model proposes for one document: a claim that the document bears out word for word, or a refusal.
///
/// Every quote, name and phrase of a claim has to stand in the document, its evidence in a sentence that was asked about,
/// every word of a vocabulary in that vocabulary. Nothing is mended: what does not hold in one slot is refused whole.
final class Proposals {
  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,7}", Pattern.CASE_INSENSITIVE);
  private static final Pattern TECHNIQUE = Pattern.compile("\\bT\\d{4}(?:\\.\\d{3})?\\b");
  private static final int FEWEST_WORDS = 2;

  private final Text text;
  private final Document document;
  private final Question question;
  private final String model;
  private final Words words;
  private final Parties parties;
  private final Names names;
  private final List<Slots> incidents;

  /// @param text the text
  /// @param document what is on record of its document
  /// @param question what was asked
  /// @param answer what came back
  /// @param model who answered
  Proposals(Text text, Document document, Question question, Slots answer, String model, Names names) {
    this.text = text;
    this.document = document;
    this.question = question;
    this.model = model;
    this.words = new Words(text.view());
    this.names = names;
    this.parties = new Parties(names, words);
    this.incidents = answer.list("incidents");
  }

  /// The claim that a proposal makes.
  ///
  /// @throws BadInputException with the code that says why it is refused
  Claim claim(Slots proposal) {
    ClaimType type = Coded.require(ClaimType.class, proposal.text("type"));
    List<Span> places = places(proposal);
    List<Evidence> evidence = places.stream().map(this::evidence).toList();
    Saying saying = saying(proposal, places);
    DocumentId id = document.id();
    Claim claim = switch (type) {
      case ATTRIBUTION -> new Claim.Attribution(id, saying, actors(proposal, "accused"), incident(proposal), evidence);
      case NON_ATTRIBUTION -> new Claim.NonAttribution(id, saying, actors(proposal, "accused"), incident(proposal),
          proposal.flag("withdraws"), evidence);
      case DENIAL -> new Claim.Denial(id, saying, incident(proposal), evidence);
      case ALIAS -> {
        List<Party> pair = actors(proposal, "names");
        if (pair.size() != 2 || pair.get(0).name().equals(pair.get(1).name())) {
          throw proposal.unreadable("is an alias, but not of two names");
        }
        yield new Claim.Alias(id, saying, pair.get(0), pair.get(1),
            Coded.require(AliasRelation.class, proposal.text("relation")), evidence);
      }
      case AFFILIATION -> new Claim.Affiliation(id, saying, one(proposal, "actor", PartyKind.THREAT_ACTOR),
          one(proposal, "sponsor", PartyKind.ORGANISATION),
          Coded.require(AffiliationRelation.class, proposal.text("relation")), evidence);
      case RESPONSE -> new Claim.Response(id, saying,
          proposal.maybe("kind").map(kind -> Coded.require(ResponseKind.class, kind)), actors(proposal, "target"),
          incident(proposal), evidence);
      case IMPACT -> new Claim.Impact(id, saying, incident(proposal), parties.standing(proposal.text("what")),
          polarity(proposal), evidence);
      case METHOD -> new Claim.Method(id, saying, incident(proposal), parties.standing(proposal.text("what")),
          polarity(proposal), found(CVE, evidence), found(TECHNIQUE, evidence), evidence);
    };
    allowed(claim, places);
    return claim;
  }

  /// Refuses a claim about a name of which an analyst decided that it is no actor's in such a sentence.
  private void allowed(Claim claim, List<Span> places) {
    String sentences = Stream.concat(places.stream(),
        question.sentences().stream().filter(sentence -> places.stream().anyMatch(sentence::overlaps)))
        .map(span -> span.of(text.view())).collect(Collectors.joining(" "));
    List<Party> meant = switch (claim) {
      case Claim.Attribution said -> said.accused();
      case Claim.NonAttribution said -> said.accused();
      case Claim.Alias said -> List.of(said.first(), said.second());
      case Claim.Affiliation said -> List.of(said.actor(), said.sponsor());
      case Claim.Response said -> said.target();
      case Claim.Denial _, Claim.Impact _, Claim.Method _ -> List.of();
    };
    meant.stream().filter(party -> switch (party.kind()) {
      case THREAT_ACTOR, PERSON, ORGANISATION, DESCRIBED -> names.rejected(party.text(), sentences);
      case STATE, BODY -> false;
    }).findFirst().ifPresent(party -> {
      throw new BadInputException("PROPOSAL_REJECTED_NAME",
          "an analyst decided that '" + party.text() + "' is no actor's name there");
    });
  }

  /// Where the evidence stands, in order: all of it in the document, some of it in a sentence that was asked about.
  private List<Span> places(Slots proposal) {
    Set<Span> places = new TreeSet<>();
    for (Slots piece : proposal.list("evidence")) {
      String quote = piece.itself().orElseGet(() -> piece.text("quote"));
      List<Span> found = words.find(quote);
      if (found.isEmpty()) {
        throw new BadInputException("EVIDENCE_NOT_VERBATIM", "'" + quote + "' is not in " + document.source());
      }
      if (quote.strip().split("\\s+", FEWEST_WORDS + 1).length < FEWEST_WORDS) {
        throw new BadInputException("PROPOSAL_ELSEWHERE", "'" + quote + "' is too little to be a claim's evidence");
      }
      places.add(found.stream().filter(this::asked).findFirst().orElse(found.getFirst()));
    }
    if (places.isEmpty()) {
      throw new BadInputException("CLAIM_WITHOUT_EVIDENCE", "a claim needs evidence");
    }
    if (places.stream().noneMatch(this::asked)) {
      throw new BadInputException("PROPOSAL_ELSEWHERE", "'" + places.iterator().next().of(text.view())
          + "' is not in a sentence that was left unread");
    }
    return List.copyOf(places);
  }

  private boolean asked(Span place) {
    return question.sentences().stream().anyMatch(place::overlaps);
  }

  private Evidence evidence(Span place) {
    Span canonical = text.canonical(place.start(), place.end());
    return new Evidence(canonical.start(), canonical.end(), canonical.of(document.text()));
  }

  private Saying saying(Slots proposal, List<Span> places) {
    boolean ownVoice = proposal.flag("ownVoice");
    List<Party> claimants = ownVoice ? List.of(parties.publisher(document))
        : list(proposal, "claimants", PartyKind.ORGANISATION);
    Set<String> reportedBy = new LinkedHashSet<>();
    if (!ownVoice) {
      proposal.texts("reportedBy").forEach(name -> reportedBy.add(document.publisher().filter(name::equals)
          .orElseGet(() -> parties.standing(name))));
      document.publisher().ifPresent(reportedBy::add);
    }
    Optional<Speaker> speaker = proposal.object("speaker")
        .map(person -> new Speaker(parties.standing(person.text("name")), person.maybe("role").map(parties::standing)));
    PartialDate said = date(proposal, "saidOn");
    return new Saying(claimants, speaker, ownVoice, List.copyOf(reportedBy), certainty(proposal, places),
        ownVoice && !said.stated() ? document.published() : said, Optional.of(model));
  }

  /// A hedge has to stand in the sentence that it hedges.
  private Certainty certainty(Slots proposal, List<Span> places) {
    Optional<Slots> given = proposal.object("certainty");
    if (given.isEmpty()) {
      return Certainty.ASSERTED;
    }
    CertaintyLevel level = Coded.require(CertaintyLevel.class, given.get().text("level"));
    Optional<String> hedge = given.get().maybe("text");
    if (level == CertaintyLevel.ASSERTED && hedge.isEmpty()) {
      return Certainty.ASSERTED;
    }
    String told = hedge.orElseThrow(() -> proposal.unreadable("is hedged without the words for it"));
    List<Span> near = new ArrayList<>(places);
    question.sentences().stream().filter(sentence -> places.stream().anyMatch(sentence::overlaps)).forEach(near::add);
    if (words.find(told).stream().noneMatch(found -> near.stream().anyMatch(span -> span.covers(found)))) {
      throw new BadInputException("PROPOSAL_NOT_VERBATIM", "the hedge '" + told + "' is not in the claim's sentence");
    }
    return new Certainty(level, Optional.of(told), Optional.empty(), Optional.empty());
  }

  /// A day that words of the document tell, not later than the document.
  private PartialDate date(Slots proposal, String slot) {
    Optional<Slots> given = proposal.object(slot);
    if (given.isEmpty()) {
      return PartialDate.NOT_STATED;
    }
    LocalDate from = day(given.get().text("from"));
    LocalDate to = day(given.get().text("to"));
    parties.standing(given.get().text("text"));
    if (to.isBefore(from) || document.published().last().filter(from::isAfter).isPresent()) {
      throw new BadInputException("PROPOSAL_DATE", "from " + from + " to " + to + " cannot be in " + document.source());
    }
    return PartialDate.range(from, to);
  }

  private static LocalDate day(String iso) {
    try {
      return LocalDate.parse(iso);
    } catch (DateTimeParseException e) {
      throw new BadInputException("PROPOSAL_DATE", "'" + iso + "' is no day", e);
    }
  }

  private Optional<IncidentAccount> incident(Slots proposal) {
    Optional<String> id = proposal.maybe("incident");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<IncidentAccount> known = Optional.ofNullable(question.incidents().get(id.get()));
    return Optional.of(known.orElseGet(() -> incidents.stream()
        .filter(incident -> incident.maybe("id").equals(id)).findFirst().map(this::account)
        .orElseThrow(() -> new BadInputException("PROPOSAL_INCIDENT_UNKNOWN",
            "there is no incident '" + id.get() + "'"))));
  }

  /// An operation that the first reader did not find, called as the document calls it.
  private IncidentAccount account(Slots incident) {
    String label = parties.standing(incident.text("name"));
    List<Party> victims = list(incident, "victims", PartyKind.ORGANISATION);
    Set<String> countries = new TreeSet<>();
    victims.forEach(victim -> victim.country().ifPresent(countries::add));
    return new IncidentAccount(document.id(), "second-" + words.find(label).getFirst().start(), label, victims,
        date(incident, "period"), parties.operations(label), countries);
  }

  private static Polarity polarity(Slots proposal) {
    return proposal.maybe("polarity").map(word -> Coded.require(Polarity.class, word)).orElse(Polarity.AFFIRMED);
  }

  private List<Party> actors(Slots proposal, String slot) {
    return list(proposal, slot, PartyKind.THREAT_ACTOR);
  }

  private List<Party> list(Slots proposal, String slot, PartyKind unlisted) {
    return distinct(proposal.list(slot).stream().map(party -> party(party, unlisted)).toList(), Party::id);
  }

  private static List<Party> distinct(List<Party> parties, Function<Party, String> by) {
    Set<String> seen = new LinkedHashSet<>();
    return parties.stream().filter(party -> seen.add(by.apply(party))).toList();
  }

  private Party one(Slots proposal, String slot, PartyKind unlisted) {
    return proposal.object(slot).map(party -> party(party, unlisted))
        .orElseThrow(() -> proposal.unreadable("lacks '" + slot + "'"));
  }

  private Party party(Slots party, PartyKind unlisted) {
    if (party.itself().isPresent()) {
      return parties.party(party.itself().get(), party.itself().get(), Optional.empty(), unlisted);
    }
    Optional<PartyKind> kind = party.maybe("kind").map(word -> Coded.require(PartyKind.class, word));
    String name = party.maybe("name").or(() -> party.maybe("text"))
        .orElseThrow(() -> party.unreadable("lacks 'name'"));
    return parties.party(name, party.maybe("text").orElse(name), kind, unlisted);
  }

  private static List<String> found(Pattern pattern, List<Evidence> evidence) {
    Set<String> ids = new LinkedHashSet<>();
    for (Evidence piece : evidence) {
      pattern.matcher(piece.quote()).results().map(MatchResult::group).map(id -> id.toUpperCase(Locale.ROOT))
          .forEach(ids::add);
    }
    return List.copyOf(ids);
  }
}
