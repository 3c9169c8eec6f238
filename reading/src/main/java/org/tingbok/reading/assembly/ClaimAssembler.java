package org.tingbok.reading.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Saying;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.reading.mention.Discourse;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;

/// Makes the claims of a document out of the drafts of its sentences.
final class ClaimAssembler {
  private static final Pattern LEADING =
      Pattern.compile("(?iu)^(?:(?:that|which|of|into|in|inside|from|for|with|by|through|to|at|against|on|"
          + "over|via|using|exploiting|av|for|til|i|mot|med|fra|gjennom|ved|på|contre|dans|de|du|des|par|grâce|sur|von|gegen|mit|durch|"
          + "auf|über|bei|zu|por|con|contra|del|mediante|a través de)\\s+|d['’])+(?=\\P{Z})");
  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,7}", Pattern.CASE_INSENSITIVE);
  private static final Pattern TECHNIQUE = Pattern.compile("\\bT\\d{4}(?:\\.\\d{3})?\\b");

  private static final int NEARBY = 60; // code units around the words of a claim in which somebody may be likened
  private static final int NEAR = 700; // code units within which somebody goes on speaking

  private final Map<String, String> frames = new HashMap<>();
  private final Text text;
  private final DocumentId document;
  private final Party self;
  private final SpeechDays days;

  ClaimAssembler(Text text, Discourse discourse, SpeechDays days) {
    this.text = text;
    this.days = days;
    this.document = text.document().id();
    this.self =
        discourse.publisher().orElse(new Party("unnamed publisher", PartyKind.ORGANISATION, Optional.empty(), ""));
  }

  /// By which frame or pattern each claim was found.
  ///
  /// @return its id by the claim's
  Map<String, String> frames() {
    return frames;
  }

  List<Claim> assemble(List<ClaimDraft> drafts) {
    List<ClaimDraft> merged = new ArrayList<>();
    for (ClaimDraft read : drafts) {
      if (absurd(read)) {
        continue;
      }
      ClaimDraft draft = withoutAccused(read);
      Optional<ClaimDraft> same = merged.stream().filter(earlier -> same(earlier, draft)).findFirst();
      if (same.isPresent()) {
        ClaimDraft known = same.get();
        boolean better = headline(known) && !headline(draft) || announces(known, draft);
        merged.set(merged.indexOf(known), better ? draft.with(known.evidence()).on(known.saidOn())
            : known.with(draft.evidence()).on(draft.saidOn()));
      } else {
        merged.add(draft);
      }
    }
    List<Claim> claims = new ArrayList<>();
    for (ClaimDraft draft : merged) {
      Claim claim = claim(draft, said(draft, merged));
      frames.putIfAbsent(claim.id(), draft.frame());
      claims.add(claim);
    }
    claims.sort((a, b) -> Integer.compare(a.evidence().get(0).start(), b.evidence().get(0).start()));
    return claims;
  }

  /// Whoever is accused accuses nobody along with others: "Microsoft and Hafnium hold Hafnium responsible" is Microsoft's word.
  private static ClaimDraft withoutAccused(ClaimDraft draft) {
    List<Party> others = draft.claimant().parties().stream()
        .filter(party -> draft.first().stream().noneMatch(accused -> accused.name().equals(party.name()))).toList();
    return draft.type() != ClaimType.ATTRIBUTION || others.isEmpty()
        || others.size() == draft.claimant().parties().size()
            ? draft
            : draft.by(new Phrase(others, draft.claimant().speaker(), draft.claimant().anaphoric()));
  }

  /// No accusation, whatever the words: a state that accuses itself, or somebody to whom an act is only likened ("as X once did").
  private boolean absurd(ClaimDraft draft) {
    if (draft.type() != ClaimType.ATTRIBUTION || draft.first().isEmpty()) {
      return false;
    }
    boolean itself = draft.claimant().somebody() && draft.first().stream().allMatch(
        accused -> accused.kind() == PartyKind.STATE && draft.claimant().parties().stream().allMatch(accused::equals));
    return itself || draft.first().stream().allMatch(accused -> accused.kind() != PartyKind.THREAT_ACTOR
        && accused.country().isEmpty() && likened(accused, draft.evidence().get(0)));
  }

  private boolean likened(Party accused, Span place) {
    Span canonical = text.canonical(place.start(), place.end());
    int from = Math.max(0, canonical.start() - NEARBY);
    String words = text.document().text().substring(from,
        Math.min(text.document().text().length(), canonical.end() + NEARBY)).replaceAll("\\s+", " ");
    return Pattern.compile("\\b(?:as|like|just as|much as) (?:\\p{L}+ )?" + Pattern.quote(accused.name())
        + "(?: \\p{L}+)? (?:did|does|had|has|was|do)\\b").matcher(words).find();
  }

  private static boolean headline(ClaimDraft draft) {
    return switch (draft.block()) {
      case TITLE, HEADING, CAPTION, PULL_QUOTE -> true;
      case PARAGRAPH, LIST_ITEM, TABLE_ROW, METADATA, BOILERPLATE -> false;
    };
  }

  /// The same claim: word for word twice, or in a headline or caption and in the text.
  private boolean same(ClaimDraft one, ClaimDraft other) {
    if (one.type() != other.type() || !one.code().equals(other.code()) || one.polarity() != other.polarity()) {
      return false;
    }
    boolean parties =
        names(one.first()).equals(names(other.first())) && names(one.second()).equals(names(other.second()));
    boolean claimants = names(one.claimant().parties()).equals(names(other.claimant().parties()));
    boolean place = one.evidence().get(0).overlaps(other.evidence().get(0));
    boolean incident = one.incident().equals(other.incident());
    boolean severalTold = one.type() == ClaimType.ATTRIBUTION && one.frame().equals(other.frame()) && !incident;
    if (place && parties && claimants && !severalTold) {
      return true;
    }
    boolean compatriots = countries(one.claimant().parties()).equals(countries(other.claimant().parties()))
        && !countries(one.claimant().parties()).isEmpty();
    boolean accused = parties || !one.first().isEmpty() && !countries(one.first()).isEmpty()
        && countries(one.first()).equals(countries(other.first()));
    return (headline(one) || headline(other)) && incident && (claimants || compatriots) && accused
        || parties && incident && announces(one, other);
  }

  /// "X blamed for the outage" over a text that tells by whom: no accusation of the publication's own.
  private boolean announces(ClaimDraft brief, ClaimDraft told) {
    boolean terse = headline(brief) || brief.block() == BlockKind.LIST_ITEM;
    return terse && brief.type() == ClaimType.ATTRIBUTION && !brief.claimant().somebody()
        && brief.first().stream().anyMatch(accused -> text.view().startsWith(accused.text(),
            brief.evidence().get(0).start()))
        && told.block() == BlockKind.PARAGRAPH && told.claimant().somebody();
  }

  private static Set<String> countries(List<Party> parties) {
    Set<String> countries = new LinkedHashSet<>();
    parties.forEach(party -> party.country().ifPresent(countries::add));
    return countries;
  }

  private static Set<String> names(List<Party> parties) {
    Set<String> names = new LinkedHashSet<>();
    parties.forEach(party -> names.add(party.name()));
    return names;
  }

  /// A claim without a day of its own was said on the day of its claimant's other words nearby, or of the statement that its
  /// sentence goes on telling; the publication's own words were said when it was published, and so were those of others
  /// that a public body publishes itself.
  private PartialDate said(ClaimDraft draft, List<ClaimDraft> all) {
    Set<String> claimants = names(draft.claimant().parties());
    boolean own = !draft.claimant().somebody() || claimants.contains(self.name());
    if (draft.saidOn().stated() || own) {
      return draft.saidOn().stated() || draft.type() != ClaimType.RESPONSE ? draft.saidOn()
          : days.around(draft, Set.of());
    }
    PartialDate nearest = PartialDate.NOT_STATED;
    for (ClaimDraft other : all) {
      int distance = draft.evidence().get(0).start() - other.evidence().get(0).start();
      if (other.saidOn().stated() && distance >= 0 && distance < NEAR
          && names(other.claimant().parties()).equals(claimants)) {
        nearest = other.saidOn();
      }
    }
    if (!nearest.stated()) {
      nearest = days.around(draft, claimants);
    }
    return nearest.stated() || self.kind() != PartyKind.BODY ? nearest : text.document().published();
  }

  private Claim claim(ClaimDraft draft, PartialDate saidOn) {
    boolean own = !draft.claimant().somebody();
    List<Party> claimants = own ? List.of(self) : draft.claimant().parties();
    boolean ownVoice = own || claimants.size() == 1 && claimants.get(0).name().equals(self.name());
    PartialDate said = ownVoice && !saidOn.stated() ? text.document().published() : saidOn;
    List<String> via = new ArrayList<>();
    if (!ownVoice) {
      draft.via().stream().filter(name -> !via.contains(name)).forEach(via::add);
      text.document().publisher().filter(name -> !via.contains(name)).ifPresent(via::add);
    }
    Saying saying = new Saying(claimants, draft.claimant().speaker(), ownVoice, via, draft.certainty(), said);
    Optional<IncidentAccount> account = draft.incident().map(entry -> entry.account(document));
    List<Evidence> evidence = draft.evidence().stream().map(this::evidence).distinct().toList();
    return switch (draft.type()) {
      case ATTRIBUTION -> new Claim.Attribution(document, saying, draft.first(), account, evidence);
      case NON_ATTRIBUTION ->
        new Claim.NonAttribution(document, saying, draft.first(), account, draft.withdraws(), evidence);
      case DENIAL -> new Claim.Denial(document, saying, account, evidence);
      case ALIAS -> new Claim.Alias(document, saying, draft.first().get(0), draft.second().get(0),
          Coded.require(AliasRelation.class, draft.code().orElseThrow()), evidence);
      case AFFILIATION -> new Claim.Affiliation(document, saying, draft.first().get(0), draft.second().get(0),
          Coded.require(AffiliationRelation.class, draft.code().orElseThrow()), evidence);
      case RESPONSE -> new Claim.Response(document, saying,
          draft.code().map(code -> Coded.require(ResponseKind.class, code)), draft.first(), account, evidence);
      case IMPACT -> new Claim.Impact(document, saying, account, bare(draft.what()), draft.polarity(), evidence);
      case METHOD -> new Claim.Method(document, saying, account, bare(draft.what()), draft.polarity(),
          found(CVE, evidence), found(TECHNIQUE, evidence), evidence);
    };
  }

  private static List<String> found(Pattern pattern, List<Evidence> evidence) {
    Set<String> ids = new LinkedHashSet<>();
    for (Evidence piece : evidence) {
      Matcher matcher = pattern.matcher(piece.quote());
      while (matcher.find()) {
        ids.add(matcher.group().toUpperCase(java.util.Locale.ROOT));
      }
    }
    return List.copyOf(ids);
  }

  private Evidence evidence(Span span) {
    Span canonical = text.canonical(span.start(), span.end());
    return new Evidence(canonical.start(), canonical.end(), canonical.of(text.document().text()));
  }

  /// What was hit or used, without the word that tied it to the sentence: "into its systems", "med sårbarheter", "d'hameçonnage".
  private static String bare(String what) {
    String words = LEADING.matcher(what).replaceFirst("");
    words = words.replaceAll("^[\\s\"“„«»”,;:–—-]+|[\\s\"“„«»”,;:–—-]+$", "");
    return words.isBlank() ? what : words;
  }
}
