package org.tingbok.reading.incident;

import java.util.Set;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// What a text begins with though nobody claims anything of it: "The inquiry into the break-in at the county offices in 2018 is closed."
public final class Lead {
  private Lead() {
  }

  /// Notes the operation that a sentence tells of, if none has been told of yet.
  ///
  /// @param tree the sentence
  /// @param operations reads its phrases
  /// @param book what the text has told of; added to
  public static void tell(Tree tree, OperationReader operations, IncidentBook book) {
    for (int i = 0; book.size() == 0 && i < tree.tokens().size(); i++) {
      Token token = tree.token(i);
      if (token.upos() == Upos.NOUN && noun(token) && !Tree.is(token, "compound", "amod")) {
        Operation told = operations.nominal(token, Set.of());
        if (!told.victims().isEmpty()) {
          book.find(told);
        }
      }
    }
  }

  private static boolean noun(Token token) {
    return Nouns.OPERATION.contains(Tree.lemma(token)) || Nouns.OPERATION.contains(Tree.low(token));
  }
}
