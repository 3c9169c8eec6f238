package org.tingbok.analysis;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;

/// The way that a claim took, from the document it was read in back to where it was first said.
///
/// @param claim the claim
/// @param lineage how far it can be followed
/// @param steps the publication first, the origin last
/// @param origins names of whose word it rests on in the end, as far as it can be followed
/// @param voices the same as keys; bodies of one state have one key
public record Trace(RecordedClaim claim, Lineage lineage, List<Step> steps, List<String> origins,
    SortedSet<String> voices) implements Serializable {
  /// Copies the collections.
  public Trace {
    steps = List.copyOf(steps);
    origins = List.copyOf(origins);
    voices = Collections.unmodifiableSortedSet(new TreeSet<>(voices));
  }

  /// What somebody did with a claim.
  public enum Part implements Coded {
    /// Published the document.
    PUBLISHED("published"),
    /// Published the story first, of which the document is a copy.
    COPIED("copied"),
    /// Is named as who was told, or who tells.
    TOLD("told"),
    /// Spoke for whoever says it.
    SPOKE("spoke"),
    /// Says it.
    SAID("said"),
    /// Is named as the source by the one before, in another document.
    CITED("cited");

    private final String code;

    Part(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// One step of the way.
  ///
  /// @param part what they did
  /// @param who their name, as on record
  /// @param when the day, as far as told
  /// @param why what shows it, in a few words
  /// @param document the document that shows it
  public record Step(Part part, String who, PartialDate when, String why, DocumentId document)
      implements Serializable {
  }
}
