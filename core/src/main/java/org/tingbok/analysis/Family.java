package org.tingbok.analysis;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.PartialDate;

/// One story: a document together with its copies, near copies and edited reprints. A document without any is a family
/// of its own.
///
/// @param representative the member published first; of several, or where none is dated, the one of the lowest id
/// @param members all of them, the representative first, the others by id
/// @param earliest the earliest publication date that a member bears; not stated if none bears one
public record Family(DocumentId representative, List<DocumentId> members, PartialDate earliest)
    implements Serializable {
  /// Copies the list.
  public Family {
    members = List.copyOf(members);
  }

  /// Whose copy a member is.
  ///
  /// @param document a member
  /// @return the representative; empty for the representative itself
  public Optional<DocumentId> copyOf(DocumentId document) {
    return document.equals(representative) ? Optional.empty() : Optional.of(representative);
  }

  /// The day as of which a member is to be read that bears another one: "on Friday" means the Friday before the story, not the
  /// one before the copy.
  ///
  /// @param published when the member says that it was published
  /// @return empty if that is the day, or nothing else is known
  public Optional<PartialDate> readAsOf(PartialDate published) {
    return members.size() > 1 && earliest.stated() && !earliest.equals(published) ? Optional.of(earliest)
        : Optional.empty();
  }
}
