package org.tingbok.text;

import java.io.Serializable;

/// A word or sign of a sentence with its place in the sentence's tree (Universal Dependencies, version 2).
///
/// @param index place in the sentence, from 0
/// @param start first code unit in the view
/// @param end code unit after the last in the view
/// @param form the view between the two
/// @param lemma dictionary form, lower case but for names; the form itself where none is known
/// @param upos part of speech
/// @param xpos the treebank's own, finer tag, such as `VBN`; empty where the language's model gives none
/// @param head index of the governing token, -1 for the root
/// @param deprel relation to the head, subtype included, such as `nsubj:pass`; `root` for the root
public record Token(int index, int start, int end, String form, String lemma, Upos upos, String xpos, int head,
    String deprel) implements Serializable {
  /// The relation without its subtype.
  ///
  /// @return `nsubj` for `nsubj:pass`
  public String relation() {
    int colon = deprel.indexOf(':');
    return colon < 0 ? deprel : deprel.substring(0, colon);
  }
}
