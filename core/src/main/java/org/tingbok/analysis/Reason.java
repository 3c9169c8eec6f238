package org.tingbok.analysis;

import java.io.Serializable;
import java.util.List;
import org.tingbok.vocabulary.Coded;

/// Why one account was put with another.
///
/// @param account id of an account of the incident
/// @param joined id of the account that it was put with
/// @param grounds what speaks for it, the strongest first; one or more
public record Reason(String account, String joined, List<Ground> grounds) implements Serializable {
  /// Copies the list.
  public Reason {
    grounds = List.copyOf(grounds);
  }

  /// One thing that two accounts agree in.
  ///
  /// @param kind in what
  /// @param what as far as it can be said in a word: the name, the victim; of a decision, its reason and by whom
  public record Ground(Kind kind, String what) implements Serializable {
  }

  /// What accounts can agree in.
  public enum Kind implements Coded {
    /// An analyst has found that they tell of one operation.
    DECISION("decision"),
    /// A name of the operation, campaign or malware.
    NAME("name"),
    /// A body, company or person hit.
    VICTIM("victim"),
    /// A whole state hit, or a victim that is described and not named.
    DESCRIBED_VICTIM("described-victim"),
    /// The same words in copies of one story.
    STORY("story"),
    /// A statement, of one day, that both report of it.
    STATEMENT("statement"),
    /// Telling words of the label.
    LABEL("label"),
    /// The time.
    TIME("time");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
