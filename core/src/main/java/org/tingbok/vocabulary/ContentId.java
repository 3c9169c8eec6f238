package org.tingbok.vocabulary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// Identifiers made from content: the same content has the same id, on one machine or a hundred.
///
/// STIX form, `type--UUID`, the UUID of version 5 (RFC 9562, section 5.5) under a namespace of Tingbok's own.
public final class ContentId {
  private static final UUID NAMESPACE = UUID.fromString("7c1f4a52-6d0e-5b3a-9a55-0f5a4d9e2b11");

  private ContentId() {
  }

  /// The id of a thing that these parts make what it is.
  ///
  /// @param type STIX-like type, for example `claim`
  /// @param parts what makes the thing that thing, in a fixed order; parts never run together
  /// @return `type--` and a UUID
  public static String of(String type, String... parts) {
    MessageDigest sha1 = digest("SHA-1");
    sha1.update(ByteBuffer.allocate(16).putLong(NAMESPACE.getMostSignificantBits())
        .putLong(NAMESPACE.getLeastSignificantBits()).array());
    sha1.update(type.getBytes(StandardCharsets.UTF_8));
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha1.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      sha1.update(bytes);
    }
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
    long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
    long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return type + "--" + new UUID(high, low);
  }

  /// The SHA-256 digest of bytes, as documents are known by.
  ///
  /// @param bytes any bytes
  /// @return 64 lower case hexadecimal digits
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest("SHA-256").digest(bytes));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new FaultException("DIGEST_MISSING", "this Java has no " + algorithm + ", which every Java must have", e);
    }
  }
}
