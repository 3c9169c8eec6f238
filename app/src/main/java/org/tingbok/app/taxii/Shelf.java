package org.tingbok.app.taxii;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tingbok.ledger.Watch;
import org.tingbok.vocabulary.ContentId;

/// A collection. Its id follows from what it is, so that it stays when the server is started again, in the form of version 4 that TAXII
/// asks for.
sealed interface Shelf {
  /// All that the ledger hands over.
  record Everything() implements Shelf {
  }

  /// What answers a watch.
  record OfWatch(Watch watch) implements Shelf {
  }

  /// What others hand in.
  record Inbox(boolean open) implements Shelf {
  }

  default String id() {
    String name = switch (this) {
      case Everything _ -> "everything";
      case OfWatch of -> "watch " + of.watch.name();
      case Inbox _ -> "inbox";
    };
    BigInteger digest = new BigInteger(
        ContentId.sha256(("TAXII collection " + name).getBytes(StandardCharsets.UTF_8)).substring(0, 32), 16);
    long high = (digest.shiftRight(64).longValue() & 0xffffffffffff0fffL) | 0x4000L;
    return new UUID(high, (digest.longValue() & 0x3fffffffffffffffL) | 0x8000000000000000L).toString();
  }

  default boolean writable() {
    return this instanceof Inbox(boolean open) && open;
  }

  default Map<String, Object> resource() {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("id", id());
    resource.put("title", switch (this) {
      case Everything _ -> "Everything on record";
      case OfWatch of -> "Watch: " + of.watch.name();
      case Inbox _ -> "Inbox";
    });
    resource.put("description", switch (this) {
      case Everything _ ->
        "Every claim with its report, who says it, and the words. What the ledger took back is revoked.";
      case OfWatch of ->
        "The claims that answer: " + (of.watch.question().isBlank() ? "everything" : of.watch.question());
      case Inbox _ ->
        "What is handed in here is recorded as documents with claims; it can be read as it was handed in.";
    });
    resource.put("alias", switch (this) {
      case Everything _ -> "everything";
      case OfWatch of -> "watch-" + id().substring(0, 8);
      case Inbox _ -> "inbox";
    });
    resource.put("can_read", true);
    resource.put("can_write", writable());
    resource.put("media_types", List.of(MediaTypes.STIX));
    return resource;
  }
}
