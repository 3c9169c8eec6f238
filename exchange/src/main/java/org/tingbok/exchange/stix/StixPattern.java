package org.tingbok.exchange.stix;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether a text is a pattern of STIX 2.1 (part 9): observations in brackets, joined and qualified, each a comparison of paths
/// with constants. Reads every letter once, whatever the text.
final class StixPattern {
  private static final int DEEPEST = 60;
  private static final int LONGEST = 200_000;
  private static final Set<String> COMPARES = Set.of("=", "!=", "<>", "<", ">", "<=", ">=");
  private static final Set<String> MATCHES = Set.of("LIKE", "MATCHES", "ISSUBSET", "ISSUPERSET");

  private final String text;
  private int at;
  private String token = "";

  private StixPattern(String text) {
    this.text = text;
  }

  /// What is wrong with a pattern; empty if nothing is.
  static Optional<String> fault(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " characters");
    }
    StixPattern pattern = new StixPattern(text);
    try {
      pattern.next();
      pattern.observations(0);
      pattern.expect("");
      return Optional.empty();
    } catch (Wrong e) {
      return Optional.of("breaks off at character " + (pattern.at + 1) + " (" + e.getMessage() + ")");
    }
  }

  /// Ends the reading.
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    Wrong(String message) {
      super(message, null, false, false);
    }
  }

  private boolean is(String word) {
    return token.toUpperCase(Locale.ROOT).equals(word);
  }

  private boolean skip(String word) {
    if (is(word)) {
      next();
      return true;
    }
    return false;
  }

  private void expect(String word) {
    if (!is(word)) {
      throw new Wrong(word.isEmpty() ? "it should end here" : "'" + word + "' should stand here");
    }
    if (!word.isEmpty()) {
      next();
    }
  }

  private void next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    int from = at;
    if (at == text.length()) {
      token = "";
      return;
    }
    char first = text.charAt(at);
    if (first == '\'') {
      quoted();
    } else if (Character.isLetterOrDigit(first) || first == '_' || first == '-' || first == '+') {
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || "_-+.".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      if (at - from == 1 && "thb".indexOf(first) >= 0 && at < text.length() && text.charAt(at) == '\'') {
        quoted();
      }
    } else {
      at++;
      if (at < text.length() && ("<>!".indexOf(first) >= 0 && text.charAt(at) == '='
          || first == '<' && text.charAt(at) == '>')) {
        at++;
      }
    }
    token = text.substring(from, at);
  }

  private void quoted() {
    at++;
    while (at < text.length() && text.charAt(at) != '\'') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      at = text.length();
      throw new Wrong("a quotation does not end");
    }
    at++;
  }

  private void observations(int depth) {
    if (depth > DEEPEST) {
      throw new Wrong("brackets within brackets too deep");
    }
    do {
      if (skip("(")) {
        observations(depth + 1);
        expect(")");
      } else {
        expect("[");
        comparisons(depth + 1);
        expect("]");
      }
      qualifiers();
    } while (skip("AND") || skip("OR") || skip("FOLLOWEDBY"));
  }

  private void qualifiers() {
    while (true) {
      if (skip("WITHIN")) {
        number();
        expect("SECONDS");
      } else if (skip("REPEATS")) {
        number();
        expect("TIMES");
      } else if (skip("START")) {
        moment();
        expect("STOP");
        moment();
      } else {
        return;
      }
    }
  }

  private void number() {
    if (!token.matches("\\d{1,18}(?:\\.\\d{1,18})?") || token.matches("0+(?:\\.0+)?")) {
      throw new Wrong("a number above 0 should stand here");
    }
    next();
  }

  private void moment() {
    if (!token.startsWith("t'") || StixValues.time(token.substring(2, token.length() - 1)).isEmpty()) {
      throw new Wrong("a moment, t'…', should stand here");
    }
    next();
  }

  private void comparisons(int depth) {
    if (depth > DEEPEST) {
      throw new Wrong("brackets within brackets too deep");
    }
    do {
      boolean not = skip("NOT");
      if (skip("EXISTS")) {
        path();
      } else if (!not && skip("(")) {
        comparisons(depth + 1);
        expect(")");
      } else {
        comparison();
      }
    } while (skip("AND") || skip("OR"));
  }

  private void comparison() {
    path();
    skip("NOT");
    if (skip("IN")) {
      expect("(");
      do {
        constant();
      } while (skip(","));
      expect(")");
    } else if (MATCHES.contains(token.toUpperCase(Locale.ROOT))) {
      next();
      if (!token.startsWith("'")) {
        throw new Wrong("a quotation should stand here");
      }
      next();
    } else if (COMPARES.contains(token)) {
      next();
      constant();
    } else {
      throw new Wrong("a comparison should stand here");
    }
  }

  /// A type, a colon, and the way to a property: `file:hashes.'SHA-256'`, `process:parent_ref.name`, `email:to_refs[*].value`.
  private void path() {
    if (!StixValues.type(token)) {
      throw new Wrong("the path of a property should stand here");
    }
    next();
    expect(":");
    step();
    while (true) {
      if (skip("[")) {
        if (!token.equals("*") && !token.matches("\\d{1,9}")) {
          throw new Wrong("a number or * should stand here");
        }
        next();
        expect("]");
      } else if (token.startsWith(".") && token.length() == 1) {
        next();
        step();
      } else {
        return;
      }
    }
  }

  private void step() {
    if (!token.startsWith("'") && !token.matches("[A-Za-z_][A-Za-z0-9_.-]{0,1000}")) {
      throw new Wrong("the name of a property should stand here");
    }
    boolean on = token.endsWith(".");
    next();
    if (on) {
      step();
    }
  }

  private void constant() {
    boolean moment = token.startsWith("t'");
    boolean fits = token.startsWith("'") || moment
        || token.startsWith("h'") && (token.length() == 3 || StixValues.hex(token.substring(2, token.length() - 1)))
        || token.startsWith("b'") || is("TRUE") || is("FALSE")
        || token.matches("[+-]?\\d{1,400}(?:\\.\\d{1,400})?");
    if (!fits) {
      throw new Wrong("a constant should stand here");
    }
    if (moment) {
      moment();
    } else {
      next();
    }
  }
}
