package org.tingbok.app.web;

import org.tingbok.app.access.Caller;
import org.tingbok.app.access.Right;

/// What an address of this server asks of whoever asks for it.
enum Need {
  /// Nothing: the page to log in on, and what it looks like.
  ANYBODY,
  /// That somebody logged in with a browser: it is about their own account.
  OWN,
  /// [Right#READ].
  READ,
  /// [Right#RECORD].
  RECORD,
  /// [Right#ADMINISTER].
  ADMINISTER;

  boolean met(Caller caller) {
    return switch (this) {
      case ANYBODY -> true;
      case OWN -> caller.session().isPresent();
      case READ -> caller.may(Right.READ);
      case RECORD -> caller.may(Right.RECORD);
      case ADMINISTER -> caller.may(Right.ADMINISTER) && caller.session().isPresent();
    };
  }
}
