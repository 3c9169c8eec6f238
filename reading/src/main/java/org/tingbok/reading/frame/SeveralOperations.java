package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.incident.Operation;
import org.tingbok.reading.incident.OperationReader;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.text.Token;

/// Tells the operations of one phrase apart, since one sentence over several makes one claim for each.
///
/// Looks at one sentence; not for several threads.
final class SeveralOperations {
  private static final Set<String> AGAINST = Set.of("at", "on", "against", "mot", "hos", "gegen", "auf", "contre");

  private final Scene scene;
  private final Tree tree;
  private final OperationReader operations;

  SeveralOperations(Scene scene, OperationReader operations) {
    this.scene = scene;
    this.tree = scene.tree();
    this.operations = operations;
  }

  /// Reads "the attack on A and an attempt on B" as two, and so "the thefts at A and B", but "an attack on A and B" as one.
  ///
  /// @param head head of a phrase that tells of operations
  /// @param accused names of parties that cannot be victims
  /// @return each operation; one where the phrase tells of one
  List<Operation> in(Token head, Set<String> accused) {
    List<Token> heads = new ArrayList<>();
    heads.add(head);
    for (Token other : tree.children(head, "conj")) {
      if (Nouns.OPERATION.contains(Tree.lemma(other))) {
        heads.add(other);
      }
    }
    Set<String> others = new HashSet<>(accused);
    List<Operation> told = new ArrayList<>();
    for (int i = heads.size() - 1; i >= 0; i--) { // from the back, since a head's subtree holds what is coordinated with it
      Token one = heads.get(i);
      if (Tree.verbal(one)) {
        return List.of();
      }
      Operation operation = operations.nominal(one, others);
      List<Party> victims = operation.victims().isEmpty() ? beside(one, others) : operation.victims();
      List<Party> named = victims.stream().filter(SeveralOperations::named).toList();
      if (heads.size() > 1 && named.isEmpty()) {
        return List.of();
      }
      if (one.xpos().equals("NNS") && named.size() > 1 && named.size() == victims.size()) {
        for (Party victim : named) {
          told.add(of(operation, victim));
        }
      } else {
        told.add(operation);
      }
      operation.victims().forEach(victim -> others.add(victim.name()));
    }
    return told;
  }

  /// "blamed X for the thefts at A and B": whom the words right behind the operation name, where the tree hangs them higher.
  private List<Party> beside(Token operation, Set<String> others) {
    return tree.head(operation).stream().flatMap(verb -> tree.children(verb, "obl").stream())
        .filter(child -> AGAINST.contains(tree.marker(child)) && tree.firstOf(child) == operation.index() + 1)
        .flatMap(child -> scene.resolver().resolve(child).parties().stream())
        .filter(party -> !others.contains(party.name())).toList();
  }

  private static boolean named(Party party) {
    return switch (party.kind()) {
      case ORGANISATION, BODY -> true;
      case STATE, PERSON, THREAT_ACTOR, DESCRIBED -> false;
    };
  }

  private static Operation of(Operation all, Party victim) {
    Set<String> countries = new HashSet<>();
    victim.country().ifPresent(countries::add);
    return new Operation(all.label(), List.of(victim), all.period(), all.names(), countries, all.definite(),
        all.again(), all.place());
  }
}
