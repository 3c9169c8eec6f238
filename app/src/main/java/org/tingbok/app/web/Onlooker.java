package org.tingbok.app.web;

import java.util.Optional;
import org.tingbok.app.access.Caller;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.Session;

/// Whom a page is written for, asked by the parts of the page that need to know.
public final class Onlooker {
  /// Who it is, while the page is written.
  static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

  private Onlooker() {
  }

  private static Optional<Caller> caller() {
    return CALLER.isBound() ? Optional.of(CALLER.get()) : Optional.empty();
  }

  /// Their account.
  ///
  /// @return empty where nobody has to log in, or nobody did
  public static Optional<String> account() {
    return caller().flatMap(Caller::account);
  }

  /// The word that their forms have to hold.
  ///
  /// @return empty where there is no session
  public static Optional<String> word() {
    return caller().flatMap(Caller::session).map(Session::csrf);
  }

  /// Whether they say who may do what.
  ///
  /// @return true for administrators
  public static boolean administers() {
    return caller().filter(one -> one.may(Right.ADMINISTER)).isPresent();
  }
}
