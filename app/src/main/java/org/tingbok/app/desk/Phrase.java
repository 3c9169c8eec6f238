package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A stretch of a sentence that is built from claims, with the part it plays, so that each surface can set it off.
///
/// @param text the words
/// @param role what they are
/// @param key what a link on the words leads to: a name, a document's or a claim's id; empty where there is none
public record Phrase(String text, Role role, String key) {
  /// What the words of a phrase are.
  public enum Role {
    /// Words that join the others.
    PLAIN,
    /// Who says or does something, or whom a response is made to.
    CLAIMANT,
    /// Whom it is said of.
    ACCUSED,
    /// That something is in dispute.
    DISPUTED
  }

  /// The words of phrases without their roles.
  ///
  /// @param phrases in order
  /// @return one text
  public static String words(List<Phrase> phrases) {
    return phrases.stream().map(Phrase::text).collect(Collectors.joining());
  }

  static Phrase plain(String text) {
    return new Phrase(text, Role.PLAIN, "");
  }

  static Phrase claimant(String name) {
    return new Phrase(name, Role.CLAIMANT, name);
  }

  static Phrase accused(String name) {
    return new Phrase(name, Role.ACCUSED, name);
  }

  /// `a`, `a and b`, `a, b and c`, `a, b, c and 4 others`.
  static List<Phrase> listed(List<Phrase> items) {
    List<Phrase> kept = items.size() <= 5 ? items : items.subList(0, 4);
    List<Phrase> phrases = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      if (i > 0) {
        phrases.add(plain(i == kept.size() - 1 && kept.size() == items.size() ? " and " : ", "));
      }
      phrases.add(kept.get(i));
    }
    if (kept.size() < items.size()) {
      phrases.add(plain(" and " + (items.size() - kept.size()) + " others"));
    }
    return phrases;
  }
}
