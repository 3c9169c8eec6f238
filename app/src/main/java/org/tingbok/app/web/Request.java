package org.tingbok.app.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.tingbok.app.desk.Desk;

/// A request with the desk that answers it.
///
/// @param desk as of the day, under the view
/// @param asked what is asked besides the path
record Request(Desk desk, Asked asked) {
  static Request of(LedgerSource source, Context context) {
    Asked asked = Asked.of(context);
    return new Request(source.desk(asked.asOf(), asked.view()), asked);
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
