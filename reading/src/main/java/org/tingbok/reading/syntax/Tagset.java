package org.tingbok.reading.syntax;

import java.util.List;
import org.tingbok.text.Upos;

/// The tags of a model: each a universal part of speech and the treebank's own tag, written "VERB|VBN".
final class Tagset {
  final List<String> names;
  final Upos[] upos;
  final String[] xpos;

  Tagset(List<String> names) {
    this.names = List.copyOf(names);
    upos = new Upos[names.size()];
    xpos = new String[names.size()];
    for (int i = 0; i < upos.length; i++) {
      String name = names.get(i);
      int bar = name.indexOf('|');
      upos[i] = Upos.valueOf(name.substring(0, bar));
      String own = name.substring(bar + 1);
      xpos[i] = own.equals("_") ? "" : own;
    }
  }

  /// A small number for a part of speech; what the models were trained with.
  @SuppressWarnings("EnumOrdinal") // the order of the constants is the standard's
  static int coarse(Upos upos) {
    return upos.ordinal();
  }

  int size() {
    return upos.length;
  }

  int indexOf(String name) {
    return names.indexOf(name);
  }
}
