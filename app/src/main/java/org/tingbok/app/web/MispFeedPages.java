package org.tingbok.app.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Extraction;
import org.tingbok.exchange.misp.MispFeed;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.NotFoundException;

/// Everything on record as a feed of MISP: `/misp-feed/manifest.json`, `/misp-feed/hashes.csv` and the events that the manifest
/// lists. It is made when it is first asked for and again when the ledger has changed; whatever changed since it was last made is
/// stamped later.
final class MispFeedPages {
  /// What the addresses of the feed begin with.
  static final String PATH = "/misp-feed/";

  private final LedgerSource source;
  private Optional<Made> made = Optional.empty();

  MispFeedPages(LedgerSource source) {
    this.source = source;
  }

  /// A feed, and the desk whose claims are in it.
  private record Made(Desk desk, Map<String, byte[]> files) {
  }

  void route(Routes routes) {
    routes.get(PATH + "{file}", this::file);
  }

  private void file(Context context) {
    String name = context.pathParam("file");
    byte[] file = Optional.ofNullable(files().get(name)).orElseThrow(() -> new NotFoundException("PAGE_UNKNOWN",
        "the feed has no file " + name + "; begin at " + PATH + MispFeed.MANIFEST));
    String tag = "\"" + ContentId.sha256(file).substring(0, 24) + "\"";
    context.header("ETag", tag).header("Cache-Control", "no-cache")
        .contentType(name.endsWith(".csv") ? "text/csv; charset=utf-8" : "application/json; charset=utf-8");
    if (Optional.ofNullable(context.header("If-None-Match")).filter(asked -> asked.contains(tag)).isPresent()) {
      context.status(304);
    } else {
      context.result(file);
    }
  }

  private synchronized Map<String, byte[]> files() {
    Desk desk = source.desk(AsOf.NOW, Optional.empty());
    if (made.isEmpty() || made.get().desk() != desk) {
      Map<String, byte[]> before = made.map(Made::files).orElse(Map.of());
      made = Optional.of(new Made(desk, MispFeed.of(new Extraction(source.ledger(), desk).everything(),
          name -> Optional.ofNullable(before.get(name))).files()));
    }
    return made.get().files();
  }
}
