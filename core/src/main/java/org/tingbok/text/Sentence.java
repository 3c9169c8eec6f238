package org.tingbok.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A sentence with its tokens and their tree.
///
/// @param start first code unit in the view
/// @param end code unit after the last in the view
/// @param tokens in order; exactly one has head -1 unless there are none
public record Sentence(int start, int end, List<Token> tokens) implements Serializable {
  /// Copies the list.
  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /// The tokens that a token governs.
  ///
  /// @param token a token of this sentence
  /// @return in order; empty for a leaf
  public List<Token> children(Token token) {
    List<Token> children = new ArrayList<>();
    for (Token candidate : tokens) {
      if (candidate.head() == token.index()) {
        children.add(candidate);
      }
    }
    return children;
  }

  /// The token that governs a token.
  ///
  /// @param token a token of this sentence
  /// @return empty for the root
  public Optional<Token> head(Token token) {
    return token.head() < 0 ? Optional.empty() : Optional.of(tokens.get(token.head()));
  }
}
