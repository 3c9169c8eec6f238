package org.tingbok.vocabulary;

/// What a state or body does in answer to an operation (after EuRepoC's political and legal responses).
public enum ResponseKind implements Coded {
  /// A formal protest, a demarche.
  PROTEST("protest"),
  /// An ambassador or embassy is summoned.
  SUMMONS("summons"),
  /// Charges are brought.
  INDICTMENT("indictment"),
  /// A warrant is issued.
  WARRANT("warrant"),
  /// Somebody is arrested.
  ARREST("arrest"),
  /// Sanctions are imposed.
  SANCTION("sanction"),
  /// Diplomats are expelled.
  EXPULSION("expulsion"),
  /// The operation is condemned.
  CONDEMNATION("condemnation"),
  /// A warning or advisory is published.
  ADVISORY("advisory"),
  /// Infrastructure is seized or taken down.
  TAKEDOWN("takedown"),
  /// A reward is offered.
  REWARD("reward"),
  /// An operation is run in return.
  COUNTER_OPERATION("counter-operation");

  private final String code;

  ResponseKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
