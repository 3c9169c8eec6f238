package org.tingbok.exchange.names;

import org.tingbok.vocabulary.Coded;

/// The forms of lists that are read.
public enum ListKind implements Coded {
  /// A STIX 2.0 or 2.1 bundle whose intrusion sets have aliases, as ATT&CK is published.
  ATTACK("attack", "a STIX bundle"),
  /// A cluster file of a MISP galaxy.
  MISP("misp", "a MISP galaxy cluster"),
  /// Microsoft's mapping of its names to those of others.
  MICROSOFT("microsoft", "Microsoft's mapping"),
  /// A table with a line for each name.
  CSV("csv", "a table");

  private final String code;
  private final String words;

  ListKind(String code, String words) {
    this.code = code;
    this.words = words;
  }

  @Override
  public String code() {
    return code;
  }

  /// What it is, in words.
  ///
  /// @return for example `a STIX bundle`
  public String words() {
    return words;
  }
}
