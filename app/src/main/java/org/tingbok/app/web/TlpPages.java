package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.Recorder;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Tlp;

/// Takes from the pages of documents and claims how far these may be passed on. A server with a ceiling takes nothing, so that
/// nobody marks there what the ceiling hides.
final class TlpPages {
  private final LedgerSource source;
  private final Answers answers;

  TlpPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void route(Routes routes) {
    routes.post("/claim/{key}/tlp", context -> mark(context, "claim"));
    routes.post("/document/{key}/tlp", context -> mark(context, "document"));
  }

  /// What a marking answers to programs.
  record Marked(String subject, Optional<String> tlp, boolean recorded) {
  }

  private void mark(Context context, String kind) {
    OwnPages.only(context);
    Recorder recorder = source.recorder().orElseThrow(() -> new OwnPages.Refused("SHOWN_ONLY",
        "this server only shows the ledger; start it without --read-only and --tlp, or use 'tingbok mark'"));
    Handed handed = new Handed(context);
    String asked = handed.slot("tlp");
    context.attribute(Answers.ONWARD, "/" + kind + "/" + Frame.encoded(Asked.key(context)));
    Optional<Tlp> tlp = asked.equals("undone") ? Optional.empty() : Tlp.parse(asked);
    if (tlp.isEmpty() && !asked.equals("undone")) {
      throw new BadInputException("TLP_UNKNOWN",
          "'" + asked + "' is no label of the Traffic Light Protocol; clear, green, amber, amber+strict or red");
    }
    Marked marked = recorder.with((ledger, _) -> {
      String subject = new Lookup(ledger, AsOf.NOW, View.ANY).claimOrDocument(Asked.key(context));
      Act.Marked act = new Act.Marked(subject, tlp, handed.slot("reason"), handed.by());
      return new Marked(subject, tlp.map(Tlp::label), ledger.act(List.of(act)).added() > 0);
    });
    if (Asked.wantsJson(context)) {
      answers.json(context, marked);
    } else {
      context.redirect("/" + kind + "/" + Frame.encoded(marked.subject()), HttpStatus.SEE_OTHER);
    }
  }
}
