package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/// A document as it was read, with what was found in it.
///
/// @param id `document--…`
/// @param source where it was found
/// @param sha256 digest of its bytes
/// @param mediaType what it is
/// @param title the title, or the source where it has none
/// @param publisher empty if it does not tell
/// @param published when it was published
/// @param language BCP 47 primary tag; `und` if it cannot be told
/// @param erased why its text is gone; empty if it is there
/// @param tlp how far it may be passed on, such as `TLP:AMBER`; empty if it is not marked
/// @param retracted how its publisher went back on it; empty if it stands by it
/// @param dates every date it bears about itself
/// @param dateConflict whether these cannot all be right
/// @param copyOf the document that it is a copy of; empty where it is none
/// @param copies the copies of it
/// @param fetched where it was fetched from, and when, the first time first; empty if it was handed in
/// @param claims what was found, in order of place
/// @param unread what looked like a claim and was not understood
/// @param aside what looked like one until somebody set it aside
/// @param paragraphs its text, marked
public record DocumentPage(String id, String source, String sha256, String mediaType, String title,
    Optional<String> publisher, DateCard published, String language, Optional<ClaimCard.ErasedCard> erased,
    Optional<String> tlp, Optional<ClaimCard.RetractedCard> retracted, List<DocumentDateCard> dates,
    boolean dateConflict,
    Optional<ClaimCard.DocumentCard> copyOf, List<ClaimCard.DocumentCard> copies, List<FetchedCard> fetched,
    List<ClaimCard> claims,
    List<UnreadCard> unread, List<UnreadCard> aside, @JsonIgnore List<ParagraphCard> paragraphs) {
  /// A date that the document bears.
  ///
  /// @param kind `published`, `modified`, `archived`, `entry`, `copyright`, `inferred` or `unlabelled`
  /// @param value the date
  /// @param start where it stands in the canonical text
  /// @param end where it ends
  /// @param quote the words
  public record DocumentDateCard(String kind, DateCard value, int start, int end, String quote) {
  }

  /// A time that the document was fetched.
  ///
  /// @param asked the address that was asked for
  /// @param found the address that answered, behind all redirects
  /// @param at when, ISO 8601
  /// @param feed the feed, or the archive of the web, that led to it; empty if none did
  /// @param entry which entry or record of that it is
  public record FetchedCard(String asked, String found, String at, Optional<String> feed, Optional<String> entry) {
    /// Whether a feed led to it, and no file.
    ///
    /// @return false for a record of an archive
    @JsonIgnore
    public boolean announced() {
      return feed.filter(one -> one.contains("://")).isPresent();
    }
  }

  /// A sentence that was not understood.
  ///
  /// @param id `unread--…`
  /// @param start where it stands in the canonical text
  /// @param end where it ends
  /// @param quote the words
  /// @param readable the words without mark-up
  /// @param reason why it looks like a claim
  /// @param seen how much has been done about it, which a ruling sends along
  /// @param history what was done about it, in order
  public record UnreadCard(String id, int start, int end, String quote, String readable, String reason, int seen,
      List<ClaimPage.ActCard> history) {
    /// Copies the list.
    public UnreadCard {
      history = List.copyOf(history);
    }
  }

  /// A paragraph.
  ///
  /// @param number its place among the paragraphs of the document, from 0
  /// @param body whether it is read, rather than a menu, notice or form
  /// @param heading whether it is a heading
  /// @param pieces its text, cut where marks begin and end
  public record ParagraphCard(int number, boolean body, boolean heading, List<PieceCard> pieces) {
  }

  /// A stretch of text under the same marks.
  ///
  /// @param text the words
  /// @param claims ids of the claims that it is evidence of
  /// @param begins ids of the claims whose evidence begins here for the first time
  /// @param unread whether it was not understood
  public record PieceCard(String text, List<String> claims, List<String> begins, boolean unread) {
  }

  /// Outlet and day, for titles.
  ///
  /// @return for example `The Record, 19 June 2021`
  @JsonIgnore
  public String imprint() {
    return new ClaimCard.DocumentCard(id, title, publisher, published, erased).imprint();
  }
}
