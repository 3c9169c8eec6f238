package org.tingbok.app.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Parts;

/// A request, and what answers it: a desk of the whole ledger, which is made when it is first asked for, or parts of it.
final class Request {
  private final LedgerSource source;
  private final Asked asked;
  private Optional<Desk> desk = Optional.empty();

  private Request(LedgerSource source, Asked asked) {
    this.source = source;
    this.asked = asked;
  }

  static Request of(LedgerSource source, Context context) {
    return new Request(source, Asked.of(context));
  }

  /// What is asked besides the path.
  Asked asked() {
    return asked;
  }

  /// The whole ledger as of the day, under the view.
  Desk desk() {
    Desk known = desk.orElseGet(() -> source.desk(asked.asOf(), asked.view()));
    desk = Optional.of(known);
    return known;
  }

  /// Parts of the ledger as of the day, under the view.
  Parts parts() {
    return source.parts(asked.asOf(), asked.view());
  }

  Optional<String> asOf() {
    return asked.day();
  }

  String query() {
    return asked.query();
  }

  boolean json() {
    return asked.json();
  }
}
