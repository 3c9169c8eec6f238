package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.reading.clause.Roles;
import org.tingbok.reading.clause.Tree;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Finds the fillers that a frame's notation of places points at: `subj`, `obj`, `prep:of>poss` and so on.
final class RoleFinder {
  private final Tree tree;
  private final Roles roles;

  RoleFinder(Tree tree, Roles roles) {
    this.tree = tree;
    this.roles = roles;
  }

  /// The fillers of the first place that has any.
  List<Token> find(Token predicate, List<String> places) {
    for (String place : places) {
      List<Token> found = at(predicate, place);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /// Where the tree leaves a role empty: nominals that stand where the role's filler would stand in the order of words.
  List<Token> inOrder(Token predicate, String role, List<String> at) {
    boolean verb = Tree.verbal(predicate);
    List<Token> found = new ArrayList<>();
    for (String place : at) {
      if (place.startsWith("prep:") && place.indexOf('>') < 0) {
        Set<String> markers = Set.copyOf(List.of(place.substring(5).split("\\|")));
        found.addAll(roles.behind(predicate, markers, 30));
        if (role.equals("incident")) {
          found.addAll(clausesBehind(predicate, markers));
        }
      } else if (place.equals("obj") && verb && !roles.passive(predicate)) {
        found.addAll(roles.behind(predicate, Set.of(), 7));
      } else if (place.equals("subj") && role.equals("claimant") && verb && !roles.passive(predicate)) {
        found.addAll(before(predicate, false));
      } else if (place.equals("subj") && role.equals("accused") && !(verb && roles.passive(predicate))) {
        found.addAll(before(predicate, true));
      }
    }
    return found;
  }

  /// Verbs behind a predicate that a subordinator marks, as in "accused X, which …, of sending".
  private List<Token> clausesBehind(Token predicate, Set<String> markers) {
    List<Token> found = new ArrayList<>();
    for (int i = predicate.index() + 1; i < Math.min(tree.size(), predicate.index() + 30); i++) {
      Token token = tree.token(i);
      if (Tree.verbal(token)
          && tree.child(token, "mark").filter(mark -> markers.contains(Tree.low(mark))).isPresent()) {
        found.add(token);
      }
    }
    return found;
  }

  /// Unmarked nominals before a predicate, nearest first, up to the clause before.
  private List<Token> before(Token predicate, boolean across) {
    List<Token> found = new ArrayList<>();
    for (int i = predicate.index() - 1; i >= Math.max(0, predicate.index() - 24); i--) {
      Token token = tree.token(i);
      if (Tree.verbal(token) && token.upos() != Upos.AUX && !Tree.is(token, "acl")
          && !(across && tree.token(token.index()).lemma().matches("say|believe|suspect|think|add|claim"))) {
        break;
      }
      if (Tree.nominal(token) && token.upos() != Upos.NUM && tree.marker(token).isEmpty()
          && !Tree.is(token, "compound", "amod", "flat", "nmod:poss", "det", "conj")) {
        found.add(token);
      }
    }
    return found;
  }

  private List<Token> at(Token predicate, String place) {
    int step = place.indexOf('>');
    if (step > 0) {
      List<Token> found = new ArrayList<>();
      for (Token first : at(predicate, place.substring(0, step))) {
        String rest = place.substring(step + 1);
        found.addAll(at(first, Set.of("subj", "obj", "poss", "by").contains(rest) ? rest : "prep:" + rest));
      }
      return found;
    }
    if (place.startsWith("prep:")) {
      return roles.marked(predicate, Set.copyOf(List.of(place.substring(5).split("\\|"))));
    }
    return switch (place) {
      case "subj" -> subject(predicate);
      case "obj" -> roles.object(predicate);
      case "iobj" -> dative(predicate);
      case "by" -> roles.agents(predicate);
      case "self" -> List.of(predicate);
      case "poss" -> possessors(predicate);
      case "comp" -> complement(predicate);
      case "cop-of" -> Tree.is(predicate, "cop") ? tree.head(predicate).map(List::of).orElse(List.of()) : List.of();
      case "head" -> Tree.is(predicate, "acl") ? tree.head(predicate).map(List::of).orElse(List.of()) : List.of();
      case "prep-head" -> Tree.is(predicate, "nmod", "obl") ? tree.head(predicate).filter(Tree::nominal).map(List::of)
          .orElse(List.of()) : List.of();
      case "appositive" ->
        Tree.is(predicate, "appos") ? tree.head(predicate).map(List::of).orElse(List.of()) : List.of();
      case "charging" -> charged(predicate);
      case "governor-subj" -> governorSubject(predicate);
      case "xcomp", "advcl", "ccomp" -> tree.children(predicate, place);
      default -> List.of();
    };
  }

  /// "unsealed an indictment charging X": whom the papers charge.
  private List<Token> charged(Token predicate) {
    for (Token papers : roles.object(predicate)) {
      for (Token child : tree.children(papers, "acl")) {
        if (Set.of("charge", "name", "accuse").contains(Tree.lemma(child)) && tree.child(child, "obj").isPresent()) {
          return tree.children(child, "obj");
        }
      }
    }
    return List.of();
  }

  private List<Token> subject(Token predicate) {
    if (predicate.upos() == Upos.ADP || predicate.upos() == Upos.ADV && !Tree.is(predicate, "root", "conj", "ccomp")) {
      return List.of();
    }
    return roles.subject(predicate);
  }

  private List<Token> possessors(Token noun) {
    List<Token> found = new ArrayList<>(tree.children(noun, "nmod:poss"));
    if (found.isEmpty()) {
      for (Token child : tree.children(noun, "compound", "amod")) {
        if (child.upos() == Upos.PROPN || Tree.is(child, "amod")) {
          found.add(child);
        }
      }
    }
    return found;
  }

  /// What a copular clause says its subject is, or that its complement is said to be.
  private List<Token> complement(Token noun) {
    if (Tree.is(noun, "nsubj")) {
      Optional<Token> head = tree.head(noun);
      if (head.isPresent() && tree.child(head.get(), "cop").isPresent()) {
        return List.of(head.get());
      }
    }
    return tree.child(noun, "cop").isPresent() ? roles.subject(noun) : List.of();
  }

  /// The subject of the clause that a noun or participle hangs in.
  private List<Token> governorSubject(Token token) {
    Token current = token;
    for (int i = 0; i < 6; i++) {
      Optional<Token> head = tree.head(current);
      if (head.isEmpty()) {
        return i == 0 ? roles.subject(current) : List.of();
      }
      current = head.get();
      if (Tree.verbal(current) || tree.child(current, "cop").isPresent() || tree.child(current, "nsubj").isPresent()) {
        List<Token> subject = roles.subject(current);
        if (!subject.isEmpty()) {
          return subject;
        }
      }
    }
    return List.of();
  }

  /// "der Angriff wird Russland zugeschrieben": an object without an adposition beside the subject, also of a passive.
  private List<Token> dative(Token predicate) {
    List<Token> objects = tree.children(predicate, "iobj");
    return !objects.isEmpty() ? objects
        : tree.children(predicate, "obl").stream().filter(child -> child.deprel().equals("obl:arg")
            && tree.marker(child).isEmpty() && Tree.nominal(child)).toList();
  }
}
