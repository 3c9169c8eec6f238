package org.tingbok.app.taxii;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.tingbok.vocabulary.ContentId;

/// How far somebody has walked: what `next` says. It holds for the question that it was given for.
///
/// @param after the last object seen, microseconds
/// @param upTo the last object there was when the walk began: what is added meanwhile is for the next walk
record Place(long after, long upTo) {
  private static final int DIGITS = 16;

  String text(String question) {
    byte[] place = ByteBuffer.allocate(Long.BYTES * 2).putLong(after).putLong(upTo).array();
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString(ByteBuffer.allocate(24).put(place).put(seal(place, question)).array());
  }

  /// Reads what somebody sends as `next`.
  ///
  /// @throws TaxiiProblem.Raised 400 if it was not given for this question
  static Place of(String text, String question) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    byte[] place = Arrays.copyOf(bytes, Long.BYTES * 2);
    if (bytes.length != 24 || !Arrays.equals(seal(place, question), Arrays.copyOfRange(bytes, 16, 24))) {
      throw TaxiiProblem.raised(400, "TAXII_QUERY",
          "'next' is none that was given for this collection and these filters; send it as it came, with the same filters");
    }
    ByteBuffer buffer = ByteBuffer.wrap(place);
    return new Place(buffer.getLong(), buffer.getLong());
  }

  private static byte[] seal(byte[] place, String question) {
    String digest =
        ContentId.sha256((HexFormat.of().formatHex(place) + " " + question).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().parseHex(digest, 0, DIGITS);
  }
}
