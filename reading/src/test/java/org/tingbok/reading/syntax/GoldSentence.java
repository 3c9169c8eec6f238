package org.tingbok.reading.syntax;

import java.util.List;
import org.tingbok.document.Span;

/// A sentence as annotated, its tokens brought to our tokenizer's conventions.
///
/// @param text the sentence as written
/// @param ranges where the tokens are in `text`
/// @param forms what stands there
/// @param tags "UPOS|tag" of each token
/// @param lemmas dictionary forms; empty where the token was put together from several
/// @param heads index of the head, -1 for the root
/// @param relations UD relations
/// @param opensParagraph whether the treebank starts a document or paragraph here
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record GoldSentence(String text, List<Span> ranges, List<String> forms, List<String> tags, List<String> lemmas,
    int[] heads, List<String> relations, boolean opensParagraph) {

  int size() {
    return forms.size();
  }

  GoldSentence withForms(List<String> others) {
    return new GoldSentence(text, ranges, others, tags, lemmas, heads, relations, opensParagraph);
  }

  /// The sentence without its last token, if nothing hangs on that; headlines end so.
  GoldSentence withoutLast() {
    int last = size() - 1;
    for (int head : heads) {
      if (head == last) {
        return this;
      }
    }
    if (last < 2 || heads[last] < 0) {
      return this;
    }
    return new GoldSentence(text, ranges.subList(0, last), forms.subList(0, last), tags.subList(0, last),
        lemmas.subList(0, last), java.util.Arrays.copyOf(heads, last), relations.subList(0, last), opensParagraph);
  }
}
