package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Whom or what a response is aimed at, by name where it has one and else by its description.
///
/// Looks at one sentence; not for several threads.
final class Targets {
  private static final Set<String> OF = Set.of("of", "", "de", "du", "des", "d'", "von", "av", "i", "fra");
  private static final int LONGEST = 8; // tokens of what is hung on a description

  private final Scene scene;
  private final Tree tree;

  Targets(Scene scene) {
    this.scene = scene;
    this.tree = scene.tree();
  }

  /// Names or describes the targets: "six of its members" and "the servers of the botnet" need their second half.
  ///
  /// @param heads heads of the phrases
  /// @return each once
  List<Party> of(List<Token> heads) {
    List<Party> targets = new ArrayList<>();
    for (Token head : heads) {
      if (scene.times().stream().anyMatch(time -> time.start() <= head.start() && head.end() <= time.end())) {
        continue;
      }
      Phrase phrase = scene.resolver().resolve(head);
      boolean described = phrase.parties().stream().allMatch(party -> party.kind() == PartyKind.DESCRIBED)
          && phrase.parties().size() < 2 && !phrase.anaphoric() && !Tree.is(head, "conj")
          && tree.child(head, "conj").isEmpty();
      List<Party> found = described && Tree.nominal(head) ? List.of(describe(head)) : phrase.parties();
      if (found.isEmpty() && Tree.nominal(head) && head.upos() != Upos.PRON) {
        found = new ArrayList<>(List.of(describe(head)));
        for (Token other : tree.children(head, "conj")) {
          if (Tree.nominal(other)) {
            found.add(describe(other));
          }
        }
      }
      for (Party party : found) {
        if (targets.stream().noneMatch(known -> known.name().equals(party.name()))) {
          targets.add(party);
        }
      }
    }
    return targets;
  }

  private Party describe(Token head) {
    String words = scene.resolver().words(head);
    int end = scene.view().indexOf(words, tree.token(tree.firstOf(head)).start()) + words.length();
    for (Token child : tree.children(head, "nmod")) {
      boolean next = child.index() > head.index() && tree.token(tree.firstOf(child)).start() <= end + 1
          && tree.lastOf(child) - tree.firstOf(child) < LONGEST;
      if (next && OF.contains(tree.marker(child))) {
        String whole = words + scene.view().substring(end, tree.token(tree.lastOf(child)).end());
        return party(head, whole);
      }
    }
    return party(head, words);
  }

  private Party party(Token head, String words) {
    String bare = words.replaceFirst("^(?i)(?:the|a|an|its|their|our|das|der|die|den|le|la|les|det|de) ", "")
        .replaceAll("^[\"“„«']+|[\"”“»',]+$", "").replaceAll("\\s+", " ");
    String named = bare.replaceFirst("^(?:\\p{Ll}+ )+(?=\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll})", "");
    String name = named.isBlank() ? head.form() : named;
    return new Party(name, PartyKind.DESCRIBED, scene.resolver().stateIn(head), words);
  }
}
