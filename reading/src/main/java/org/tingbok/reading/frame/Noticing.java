package org.tingbok.reading.frame;

import java.util.Set;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.incident.Operation;
import org.tingbok.reading.incident.OperationReader;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Takes notice of the operations that a sentence tells something of.
///
/// Looks at one sentence; not for several threads.
final class Noticing {
  /// Verbs that mean an operation in cyberspace whatever is said around them.
  private static final Set<String> STRONG = Set.of("hack", "breach", "penetrate", "infiltrate", "compromise", "hacken",
      "hackear", "pirater");

  private final Scene scene;
  private final Tree tree;
  private final OperationReader operations;

  Noticing(Scene scene, OperationReader operations) {
    this.scene = scene;
    this.tree = scene.tree();
    this.operations = operations;
  }

  /// Operations that the sentence tells something of are remembered even where nobody claims anything, so that what follows
  /// can lead back to them.
  void notice() {
    if (!scene.cyber()) {
      return;
    }
    for (Token token : tree.tokens()) {
      if (token.upos() == Upos.VERB && STRONG.contains(Tree.lemma(token)) && !Tree.is(token, "amod", "compound")) {
        Operation deed = operations.deed(token, Set.of());
        if (deed.victims().stream().anyMatch(victim -> victim.kind() == PartyKind.BODY
            || victim.kind() == PartyKind.ORGANISATION)) {
          scene.incidents().find(deed);
        }
      }
      boolean noun = !Conditions.vague(token) && (token.upos() == Upos.NOUN || token.upos() == Upos.PROPN)
          && operations.operation(token)
          && !Tree.is(token, "compound", "flat", "amod");
      if (noun) {
        Operation told = operations.nominal(token, Set.of());
        boolean tool = scene.matches().stream().anyMatch(match -> match.start() <= token.start()
            && match.end() >= token.end() && match.as(Name.Sort.MALWARE).isPresent()
            && match.as(Name.Sort.OPERATION).isEmpty());
        if (!tool && (!told.victims().isEmpty() || !told.names().isEmpty())) {
          scene.incidents().find(told);
        }
      }
    }
  }
}
