package org.tingbok.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Speaker;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.Span;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

/// A reading as the JSON contract tells it: without the texts and the sorts of parties, which stay in the ledger.
///
/// @param documents what was read
/// @param claims what was found
/// @param incidents the operations they are about
/// @param actors the parties that are accused, named otherwise, or said to act for somebody
public record Contract(List<ReadDocument> documents, List<ReadClaim> claims, List<ReadIncident> incidents,
    List<ReadActor> actors) {
  /// Copies the lists.
  public Contract {
    documents = List.copyOf(documents);
    claims = List.copyOf(claims);
    incidents = List.copyOf(incidents);
    actors = List.copyOf(actors);
  }

  /// A document, see [org.tingbok.document.Document].
  ///
  /// @param id its id
  /// @param source where it was found
  /// @param sha256 digest of its bytes
  /// @param title empty if it has none
  /// @param publisher empty if it does not tell
  /// @param published not stated if it bears no date
  /// @param language BCP 47 primary tag
  /// @param dates every date it bears about itself
  /// @param dateConflict whether its dates of publication cannot all be right
  /// @param copyOf id of the document whose copy it is; empty if none
  /// @param body the ranges that were read
  /// @param unread sentences that look like claims and were not understood
  public record ReadDocument(String id, String source, String sha256, Optional<String> title,
      Optional<String> publisher, PartialDate published, String language, List<DocumentDate> dates,
      boolean dateConflict, Optional<String> copyOf, List<Span> body, List<Evidence> unread) {
    /// Copies the lists.
    public ReadDocument {
      dates = List.copyOf(dates);
      body = List.copyOf(body);
      unread = List.copyOf(unread);
    }
  }

  /// A party, see [org.tingbok.mention.Party].
  ///
  /// @param name name on file
  /// @param id its id
  /// @param text the words of the document
  /// @param country ISO 3166-1 alpha-2; empty if none
  public record ReadParty(String name, String id, String text, Optional<String> country) {
  }

  /// A claim, see [org.tingbok.claim.Claim]. Slots that its type does not have are empty.
  ///
  /// @param id its id
  /// @param type which of the eight
  /// @param document id of its document
  /// @param claimants who says it
  /// @param speaker who speaks for them
  /// @param ownVoice whether the publication says it itself
  /// @param reportedBy through whom it reached the reader
  /// @param level how sure they sound
  /// @param words the hedge; empty if none
  /// @param stix number on a STIX scale; empty if the words state no confidence and no likelihood
  /// @param saidOn when it was said; not stated if the text does not tell
  /// @param readBy the language model that proposed it; empty where Tingbok's own reader read it
  /// @param polarity negated for what is said not to be so
  /// @param incident id of its incident; empty if none in particular
  /// @param parties the parties of its type's slots, in order: accused; names; actor and sponsor; target
  /// @param relation how names, or actor and sponsor, relate; the kind of a response; empty if none
  /// @param withdraws whether a non-attribution takes back the claimant's own
  /// @param what what was reached, or how it was done; empty if neither
  /// @param vulnerabilities CVE ids
  /// @param techniques ATT&amp;CK ids
  /// @param evidence where it stands
  public record ReadClaim(String id, ClaimType type, String document, List<ReadParty> claimants,
      Optional<Speaker> speaker, boolean ownVoice, List<String> reportedBy, CertaintyLevel level,
      Optional<String> words, OptionalInt stix, PartialDate saidOn, Optional<String> readBy, Polarity polarity,
      Optional<String> incident,
      List<ReadParty> parties, Optional<String> relation, boolean withdraws, Optional<String> what,
      List<String> vulnerabilities, List<String> techniques, List<Evidence> evidence) {
    /// Copies the lists.
    public ReadClaim {
      claimants = List.copyOf(claimants);
      reportedBy = List.copyOf(reportedBy);
      parties = List.copyOf(parties);
      vulnerabilities = List.copyOf(vulnerabilities);
      techniques = List.copyOf(techniques);
      evidence = List.copyOf(evidence);
    }
  }

  /// An incident, see [org.tingbok.analysis.Incident].
  ///
  /// @param id its id
  /// @param name in a few English words
  /// @param victims names of those hit
  /// @param sectors sectors of those hit, in the words of STIX's vocabulary
  /// @param period when it happened
  /// @param documents ids of the documents that tell of it
  /// @param disputed whether claims about it conflict
  public record ReadIncident(String id, String name, List<Victim> victims, List<String> sectors, PartialDate period,
      List<String> documents, boolean disputed) {
    /// Copies the lists.
    public ReadIncident {
      victims = List.copyOf(victims);
      sectors = List.copyOf(sectors);
      documents = List.copyOf(documents);
    }
  }

  /// Somebody hit.
  ///
  /// @param name name on file
  /// @param country ISO 3166-1 alpha-2; empty if none
  public record Victim(String name, Optional<String> country) {
  }

  /// An actor, see [org.tingbok.analysis.ActorProfile].
  ///
  /// @param id its id
  /// @param name name on file
  /// @param names other names with the claims that relate them
  public record ReadActor(String id, String name, List<ReadName> names) {
    /// Copies the list.
    public ReadActor {
      names = List.copyOf(names);
    }
  }

  /// Another name of an actor.
  ///
  /// @param name the other name
  /// @param relation how the names are said to relate
  /// @param claims ids of the claims that say so
  public record ReadName(String name, String relation, List<String> claims) {
    /// Copies the list.
    public ReadName {
      claims = List.copyOf(claims);
    }
  }
}
