package org.tingbok.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.tingbok.vocabulary.FaultException;

/// The chain of hashes over the entries: each entry's hash is made of the hash before it and of everything that the entry
/// holds, so that none can be changed, taken out, put in or moved without every later hash being another.
///
/// The hash of an entry is SHA-256 over the 32 bytes of the hash before it (32 zero bytes before the first) and the UTF-8
/// bytes of six lines, each ended by a line feed: sequence, kind, subject, document (empty if it belongs to none), moment
/// of recording in milliseconds, and the SHA-256 of the content in lower-case hexadecimal. A backslash within a line is
/// written `\\` and a line feed `\n`, so that no two entries make the same lines.
///
/// Not for use by several threads.
final class Chain {
  /// How many bytes a hash has.
  static final int LENGTH = 32;

  private static final HexFormat HEX = HexFormat.of();

  private final MessageDigest sha256 = sha256();
  private byte[] head;

  /// A chain that goes on from some entry.
  ///
  /// @param head the hash of the last entry
  Chain(byte[] head) {
    this.head = head.clone();
  }

  /// A chain without any entry.
  Chain() {
    this(new byte[LENGTH]);
  }

  /// Adds an entry.
  ///
  /// @param digest of its content: [#digest], or of an entry whose words were dropped what [ErasedContent#digest] gives
  /// @return its hash, which is the head from now on
  byte[] add(long sequence, String kind, String subject, Optional<String> document, long recordedAt, byte[] digest) {
    String lines = sequence + "\n" + line(kind) + "\n" + line(subject) + "\n" + line(document.orElse("")) + "\n"
        + recordedAt + "\n" + HEX.formatHex(digest) + "\n";
    sha256.update(head);
    head = sha256.digest(lines.getBytes(StandardCharsets.UTF_8));
    return head.clone();
  }

  /// The hash of the last entry.
  ///
  /// @return 32 zero bytes if there is none
  byte[] head() {
    return head.clone();
  }

  private static String line(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\\') < 0 ? text : text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  /// The SHA-256 of a content as it stands.
  ///
  /// @param content the JSON of an entry
  /// @return of its UTF-8 bytes
  static byte[] digest(String content) {
    return sha256().digest(content.getBytes(StandardCharsets.UTF_8));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new FaultException("LEDGER_FAULT", "this Java lacks SHA-256, which every Java has to have", e);
    }
  }
}
