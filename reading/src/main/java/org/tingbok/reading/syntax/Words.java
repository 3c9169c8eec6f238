package org.tingbok.reading.syntax;

import java.util.List;

/// What the features look at: the words of one sentence, with their keys worked out once.
///
/// Positions outside the sentence answer with keys of their own, so that features need no bounds.
final class Words {
  /// Stands for the tags of a word that is rare or was never seen.
  private static final int UNKNOWN = 0x0BADBEEF;
  static final int START = 0x51A27001;
  static final int END = 0x51A27002;

  final int size;
  final String[] form;
  final String[] lower;
  final int[] word;
  final int[] shape;
  final int[] suffix1;
  final int[] suffix2;
  final int[] suffix3;
  final int[] suffix4;
  final int[] prefix1;
  final int[] prefix2;
  final int[] prefix3;
  final int[] known;
  final int casing;

  private Words(List<String> forms, KeyTable lexicon) {
    size = forms.size();
    form = forms.toArray(String[]::new);
    lower = new String[size];
    word = new int[size];
    shape = new int[size];
    suffix1 = new int[size];
    suffix2 = new int[size];
    suffix3 = new int[size];
    suffix4 = new int[size];
    prefix1 = new int[size];
    prefix2 = new int[size];
    prefix3 = new int[size];
    known = new int[size];
    for (int i = 0; i < size; i++) {
      String normal = Spelling.normal(form[i]);
      lower[i] = normal;
      int length = normal.length();
      word[i] = Hash.of(normal);
      shape[i] = Spelling.shape(form[i]);
      suffix1[i] = Hash.of(normal, Math.max(0, length - 1), length);
      suffix2[i] = Hash.of(normal, Math.max(0, length - 2), length);
      suffix3[i] = Hash.of(normal, Math.max(0, length - 3), length);
      suffix4[i] = Hash.of(normal, Math.max(0, length - 4), length);
      prefix1[i] = Hash.of(normal, 0, Math.min(length, 1));
      prefix2[i] = Hash.of(normal, 0, Math.min(length, 2));
      prefix3[i] = Hash.of(normal, 0, Math.min(length, 3));
      known[i] = lexicon.get(word[i], UNKNOWN);
    }
    casing = Spelling.casing(form);
  }

  static Words of(List<String> forms, KeyTable lexicon) {
    return new Words(forms, lexicon);
  }

  int word(int i) {
    return i < 0 ? START : i >= size ? END : word[i];
  }

  int shape(int i) {
    return i < 0 ? START : i >= size ? END : shape[i];
  }

  int known(int i) {
    return i < 0 ? START : i >= size ? END : known[i];
  }

  int suffix2(int i) {
    return i < 0 ? START : i >= size ? END : suffix2[i];
  }

  int suffix3(int i) {
    return i < 0 ? START : i >= size ? END : suffix3[i];
  }
}
