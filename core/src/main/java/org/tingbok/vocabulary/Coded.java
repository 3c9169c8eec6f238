package org.tingbok.vocabulary;

import java.util.Optional;

/// A value of a closed vocabulary together with the word that stands for it in files and in the contract.
///
/// Implemented by enums only; the word is lower case, stable, and unique within its enum.
public interface Coded {
  /// The word used in files, for example `non-attribution`.
  ///
  /// @return never empty
  String code();

  /// Finds the constant that a word stands for.
  ///
  /// @param <E> the vocabulary
  /// @param vocabulary its class
  /// @param code the word, in exactly the spelling of [#code()]
  /// @return the constant, or empty where the vocabulary has no such word
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> vocabulary, String code) {
    for (E constant : vocabulary.getEnumConstants()) {
      if (constant.code().equals(code)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /// The constant that a word of a file or a table stands for.
  ///
  /// @param <E> the vocabulary
  /// @param vocabulary its class
  /// @param code the word
  /// @return the constant
  /// @throws BadInputException `VOCABULARY_UNKNOWN` if the vocabulary has no such word
  static <E extends Enum<E> & Coded> E require(Class<E> vocabulary, String code) {
    return find(vocabulary, code).orElseThrow(() -> new BadInputException("VOCABULARY_UNKNOWN",
        "'" + code + "' is no " + vocabulary.getSimpleName()));
  }
}
