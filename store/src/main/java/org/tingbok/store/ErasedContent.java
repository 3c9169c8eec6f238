package org.tingbok.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/// The content of an entry whose words were dropped: the blank form ([org.tingbok.ledger.Erasure]) with a last slot
/// `erased`, the SHA-256 of the content that was there, by which the chain stays verifiable.
///
/// Since the chain then no longer holds what is left of the entry, the entry of the erasure itself does: it carries, as
/// `left`, a digest of all that was left of the document ([Remains]). So nobody can blank an entry that was not erased, nor
/// change one that was.
final class ErasedContent {
  private static final HexFormat HEX = HexFormat.of();
  private static final String SLOT = ",\"erased\":\"";
  private static final String END = "\"}";
  private static final int TAIL = SLOT.length() + 2 * Chain.LENGTH + END.length();

  private ErasedContent() {
  }

  /// The content that takes the place of another.
  ///
  /// @param blank the blank form, as [EntryWriter] or [ActJson] writes it: an object of one slot or more
  /// @param digest [Chain#digest] of the content that was there
  /// @return the blank form with the digest
  static String of(String blank, byte[] digest) {
    return blank.substring(0, blank.length() - 1) + SLOT + HEX.formatHex(digest) + END;
  }

  /// The digest of the content that was there.
  ///
  /// @param content the JSON of any entry
  /// @return empty if its words were not dropped
  static Optional<byte[]> digest(String content) {
    int at = content.length() - TAIL;
    if (at < 1 || !content.startsWith(SLOT, at) || !content.endsWith(END)) {
      return Optional.empty();
    }
    try {
      return Optional.of(HEX.parseHex(content, at + SLOT.length(), content.length() - END.length()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// What is left of the entries of one document, in a digest: SHA-256 over the UTF-8 bytes of two lines for each entry
  /// that was blanked, in order of sequence, each ended by a line feed: its sequence, and the SHA-256 of its content as it
  /// is now (the slot `erased` included) in lower-case hexadecimal.
  static final class Remains {
    private final MessageDigest sha256 = Chain.sha256();

    /// Adds a blanked entry.
    ///
    /// @param sequence greater than of all before
    /// @param content what is left, as [ErasedContent#of] gives it
    void add(long sequence, String content) {
      sha256.update((sequence + "\n" + HEX.formatHex(Chain.digest(content)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// The digest of all that were added; to be called once.
    String digest() {
      return HEX.formatHex(sha256.digest());
    }
  }
}
