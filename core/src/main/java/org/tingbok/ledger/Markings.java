package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.Tlp;

/// How far what is on record may be passed on. A claim inherits the marking of its document; one of its own only narrows it.
///
/// @param bySubject the marking that holds of each marked document and claim, by id
/// @param since when the ledger last recorded anything about the marking of a document or claim, by id; also where it was taken
///     back
public record Markings(Map<String, Tlp> bySubject, Map<String, Instant> since) implements Serializable {
  /// Nothing is marked.
  public static final Markings NONE = new Markings(Map.of(), Map.of());

  /// Copies the maps.
  public Markings {
    bySubject = Map.copyOf(bySubject);
    since = Map.copyOf(since);
  }

  /// The markings that hold.
  ///
  /// @param acts any acts, in order of recording
  /// @return of each subject the last
  public static Markings of(Collection<Act.Recorded> acts) {
    Map<String, Tlp> bySubject = new HashMap<>();
    Map<String, Instant> since = new HashMap<>();
    for (Act.Recorded recorded : acts) {
      if (recorded.act() instanceof Act.Marked marked) {
        since.put(marked.subject(), recorded.recordedAt());
        marked.marking().ifPresentOrElse(marking -> bySubject.put(marked.subject(), marking),
            () -> bySubject.remove(marked.subject()));
      }
    }
    return new Markings(bySubject, since);
  }

  /// How far a document may be passed on.
  ///
  /// @param document its id
  /// @return empty if it is not marked
  public Optional<Tlp> of(DocumentId document) {
    return Optional.ofNullable(bySubject.get(document.value()));
  }

  /// How far a claim may be passed on.
  ///
  /// @param claim the claim, under the id that it was first read under
  /// @return the narrower of its own marking and its document's; empty if neither is marked
  public Optional<Tlp> of(Claim claim) {
    return of(claim.id(), claim.document());
  }

  /// How far a claim may be passed on.
  ///
  /// @param claim the id that it was first read under
  /// @param document its document
  /// @return the narrower of its own marking and its document's; empty if neither is marked
  public Optional<Tlp> of(String claim, DocumentId document) {
    Optional<Tlp> own = Optional.ofNullable(bySubject.get(claim));
    Optional<Tlp> inherited = of(document);
    return own.isEmpty() ? inherited : inherited.map(other -> Tlp.strictest(own.get(), other)).or(() -> own);
  }

  /// When the marking of something last changed.
  ///
  /// @param subject a document's id, or that which a claim was first read under
  /// @param moment when it was changed otherwise
  /// @return the later of the two
  public Instant changed(String subject, Instant moment) {
    return Optional.ofNullable(since.get(subject)).filter(moment::isBefore).orElse(moment);
  }

  /// Whether somebody may see a document.
  ///
  /// @param document its id
  /// @param ceiling the narrowest marking that somebody may see
  /// @return true if it is not marked, or no narrower than that
  public boolean shows(DocumentId document, Tlp ceiling) {
    return of(document).filter(marking -> marking.compareTo(ceiling) > 0).isEmpty();
  }

  /// Whether somebody may see a claim.
  ///
  /// @param claim the id that it was first read under
  /// @param document its document
  /// @param ceiling the narrowest marking that somebody may see
  /// @return true if neither is marked, or both no narrower than that
  public boolean shows(String claim, DocumentId document, Tlp ceiling) {
    return of(claim, document).filter(marking -> marking.compareTo(ceiling) > 0).isEmpty();
  }
}
