package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A claim with everything that is on record about it, in the contract's words; slots that its type does not have are
/// empty.
///
/// @param id `claim--…`, the id under which it was first read, whatever was corrected since
/// @param type the contract's word, such as `non-attribution`
/// @param gist the claim in one sentence of ours
/// @param document where it was found
/// @param claimants who says it
/// @param speaker the person who speaks for them
/// @param ownVoice whether the publication says it itself
/// @param reportedBy the chain between claimant and reader
/// @param accused whom an attribution holds responsible, or a non-attribution does not confirm
/// @param names the pair of an alias
/// @param actor of an affiliation
/// @param sponsor of an affiliation
/// @param relation of an alias or an affiliation
/// @param kind of a response
/// @param target of a response
/// @param what of an impact or a method
/// @param polarity of an impact or a method
/// @param vulnerabilities CVE ids of a method
/// @param techniques ATT&amp;CK ids of a method
/// @param withdraws whether a non-attribution takes back an accusation
/// @param incident the operation that it is about
/// @param certainty how sure the claimants sound
/// @param saidOn when it was said: by the text, or at the latest when the document was published
/// @param saidBound where that date comes from: `stated`, `document` or `unknown`
/// @param readBy the language model that proposed it; empty where Tingbok's own reader read it
/// @param added who found it in the text where no reader did; empty for every claim that was read
/// @param recordedAt when the ledger recorded it, ISO 8601
/// @param ruling what an analyst found of it; empty if none ruled, or the ruling was undone
/// @param retracted how its source went back on it; empty if it stands by it
/// @param retractedByOthers how some who said it too went back on it; they are no longer among the claimants
/// @param tlp how far it may be passed on, such as `TLP:AMBER`: its own marking or its document's, the narrower; empty if neither
///     is marked
/// @param evidence the words that carry it
/// @param alsoIn copies of the document that say the same
public record ClaimCard(String id, String type, @JsonIgnore List<Phrase> gist, DocumentCard document,
    List<PartyCard> claimants, Optional<SpeakerCard> speaker, boolean ownVoice, List<String> reportedBy,
    Optional<List<PartyCard>> accused, Optional<List<PartyCard>> names, Optional<PartyCard> actor,
    Optional<PartyCard> sponsor, Optional<String> relation, Optional<String> kind, Optional<List<PartyCard>> target,
    Optional<String> what, Optional<String> polarity, Optional<List<String>> vulnerabilities,
    Optional<List<String>> techniques, Optional<Boolean> withdraws, Optional<IncidentName> incident,
    CertaintyCard certainty, DateCard saidOn, String saidBound, Optional<String> readBy, Optional<AddedCard> added,
    String recordedAt,
    Optional<RulingCard> ruling, Optional<RetractedCard> retracted, List<RetractedCard> retractedByOthers,
    Optional<String> tlp, List<EvidenceCard> evidence,
    List<DocumentCard> alsoIn) {
  /// That an analyst, and no reader, found a claim in a text.
  ///
  /// @param by who found it
  /// @param reason why
  /// @param day when, ISO 8601
  public record AddedCard(String by, String reason, String day) {
    /// The addition in a few words.
    ///
    /// @return for example `added by ida`
    @JsonIgnore
    public String words() {
      return "added by " + by;
    }
  }

  /// What an analyst found of a claim.
  ///
  /// @param verdict `confirmed`, `corrected` or `rejected`
  /// @param reason why; empty text if a confirmation gives none
  /// @param by who ruled
  /// @param day when, ISO 8601
  /// @param carriedFrom id of the claim that was ruled on, if the same was later read at another place of the text
  public record RulingCard(String verdict, String reason, String by, String day, Optional<String> carriedFrom) {
    /// The ruling in a few words.
    ///
    /// @return for example `confirmed by ida`
    @JsonIgnore
    public String words() {
      return verdict + " by " + by;
    }
  }

  /// How a source went back on a claim, or on the document that it stands in.
  ///
  /// @param kind `withdrawn` or `corrected`
  /// @param of `claim` or `document`
  /// @param by who went back on it
  /// @param day when
  /// @param where the words, address or document that tell so
  /// @param replacement id of what takes its place; empty if nothing on record does
  public record RetractedCard(String kind, String of, String by, DateCard day, String where,
      Optional<String> replacement) {
    /// The retraction in a few words.
    ///
    /// @return for example `retracted by The Record on 19 June 2021`
    @JsonIgnore
    public String words() {
      return (of.equals("document") ? "report " : "")
          + (kind.equals("corrected") ? "taken back and corrected" : "retracted") + " by " + by + " on " + day.words();
    }
  }

  /// Why the text of a document is gone.
  ///
  /// @param reason which duty demands it
  /// @param by who ordered it
  /// @param day when
  public record ErasedCard(String reason, String by, DateCard day) {
    /// The erasure in a few words.
    ///
    /// @return for example `text erased on 19 June 2021: court order`
    @JsonIgnore
    public String words() {
      return "text erased on " + day.words() + " by order of " + by + ": " + reason;
    }
  }

  /// The person who speaks for the claimant.
  ///
  /// @param name as the text has it
  /// @param role office or function; empty if the text gives none
  public record SpeakerCard(String name, Optional<String> role) {
    private static final Pattern EDGES = Pattern.compile("^[\\s,;:–-]+|[\\s,;:–-]+$");

    /// Leaves the punctuation around an office away.
    public SpeakerCard {
      role = role.map(text -> EDGES.matcher(text).replaceAll("")).filter(text -> !text.isEmpty());
    }
  }

  /// How sure the claimants sound.
  ///
  /// @param level `asserted`, `high`, `moderate` or `low`
  /// @param text the hedge in the text's words; empty where there is none
  /// @param words the level in English
  public record CertaintyCard(String level, Optional<String> text, @JsonIgnore String words) {
  }

  /// Words that carry a claim.
  ///
  /// @param start first code unit in the document's canonical text
  /// @param end code unit after the last
  /// @param quote the canonical text between the two
  /// @param readable the same without mark-up and line wraps
  /// @param before what comes before it in its sentence; possibly empty
  /// @param after what comes after it in its sentence; possibly empty
  public record EvidenceCard(int start, int end, String quote, String readable, String before, String after) {
  }

  /// A document, as far as a claim names it.
  ///
  /// @param id `document--…`
  /// @param title the title, or the source where it has none
  /// @param publisher empty if it does not tell
  /// @param published when it was published
  /// @param erased why its text is gone; empty if it is there
  public record DocumentCard(String id, String title, Optional<String> publisher, DateCard published,
      Optional<ErasedCard> erased) {
    /// Outlet and day, for lists.
    ///
    /// @return for example `The Record, 19 June 2021`
    public String imprint() {
      return publisher.orElse(title) + (published.stated() ? ", " + published.words() : "");
    }
  }

  /// An incident, as far as a claim names it.
  ///
  /// @param id `incident--…`
  /// @param name the operation in a few words
  public record IncidentName(String id, String name) {
  }

  /// When it was said, in words that tell what is only a bound.
  ///
  /// @return for example `June 2021`, `by 19 June 2021`, `undated`
  @JsonIgnore
  public String saidWords() {
    return saidBound.equals("document") ? "by " + saidOn.words() : saidOn.words();
  }

  /// Outlets, with the day of the first.
  ///
  /// @return for example `The Record, 19 June 2021; copied by The Sound`
  @JsonIgnore
  public String imprints() {
    return document.imprint() + (alsoIn.isEmpty() ? ""
        : "; copied by "
            + String.join(", ",
                alsoIn.stream().map(copy -> copy.publisher().orElse(copy.title())).distinct().toList()));
  }

  /// The same claim with its incident named.
  ClaimCard in(IncidentName name) {
    return new ClaimCard(id, type, gist, document, claimants, speaker, ownVoice, reportedBy, accused, names, actor,
        sponsor, relation, kind, target, what, polarity, vulnerabilities, techniques, withdraws, Optional.of(name),
        certainty, saidOn, saidBound, readBy, added, recordedAt, ruling, retracted, retractedByOthers, tlp,
        evidence, alsoIn);
  }

  /// What was done about it, in a few words each.
  ///
  /// @return how far it may be passed on, that an analyst ruled, that its source went back on it, that its document's text is gone; possibly none
  @JsonIgnore
  public List<String> remarks() {
    return Stream.concat(
        Stream.of(tlp, added.map(AddedCard::words), ruling.map(RulingCard::words), retracted.map(RetractedCard::words),
            document.erased().map(ErasedCard::words)).flatMap(Optional::stream),
        retractedByOthers.stream().map(RetractedCard::words)).toList();
  }

  /// The gist without its roles.
  ///
  /// @return one sentence without a stop
  @JsonProperty
  public String summary() {
    return Phrase.words(gist);
  }

  /// Whether the claimants sound sure.
  ///
  /// @return false where they hedge, in what certainty ever below high
  @JsonIgnore
  public boolean sure() {
    return certainty.level().equals("asserted") || certainty.level().equals("high");
  }

  /// Words of the text that stand for somebody who goes by another name: abbreviations, pronouns, descriptions.
  ///
  /// @return the words and whom they were read as, each once
  @JsonIgnore
  public List<ReadAs> readAs() {
    return Stream.of(claimants.stream(), accused.stream().flatMap(List::stream), names.stream().flatMap(List::stream),
        actor.stream(), sponsor.stream(), target.stream().flatMap(List::stream)).flatMap(parties -> parties)
        .filter(party -> !ownVoice || !claimants.contains(party))
        .filter(party -> !party.text().isBlank() && !party.text().strip().equalsIgnoreCase(party.name()))
        .map(party -> new ReadAs(party.text().strip(), party.name())).distinct().toList();
  }

  /// Words and whom they were read as.
  ///
  /// @param words of the text
  /// @param name of the party
  public record ReadAs(String words, String name) {
  }

  /// Who says it.
  ///
  /// @return names, joined by commas
  @JsonIgnore
  public String claimantNames() {
    return String.join(", ", claimants.stream().map(PartyCard::name).toList());
  }

  /// Where it is said first, as it reads.
  ///
  /// @return the first evidence
  @JsonIgnore
  public EvidenceCard words() {
    return evidence.getFirst();
  }
}
