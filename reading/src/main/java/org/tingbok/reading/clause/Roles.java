package org.tingbok.reading.clause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// The fillers of a predicate's roles, whatever its voice: subject is who acts, object is what is acted on.
///
/// Takes out passives, relative clauses, participles, control, shared subjects of coordinated verbs. Stateless over one
/// tree.
public final class Roles {
  private static final Set<String> AGENT = Set.of("by", "von", "durch", "av", "par", "por");
  private static final Set<String> RELATIVE = Set.of("which", "who", "that", "whom", "som", "der", "die", "das", "qui",
      "que", "where", "whose", "quien", "quienes", "cual", "cuales");

  private static final Set<String> ACCUSED = Set.of("accused", "suspected", "blamed", "faulted", "charged", "indicted",
      "convicted");
  private static final Set<String> HIT =
      Set.of("targeted", "hacked", "breached", "attacked", "compromised", "infiltrated",
          "defaced", "struck");
  private static final Set<String> IN = Set.of("in", "by", "after", "during", "amid", "via");
  private static final Set<String> OF = Set.of("of", "for", "over", "with");

  private final Tree tree;

  /// Looks at one tree.
  ///
  /// @param tree the tree
  public Roles(Tree tree) {
    this.tree = tree;
  }

  /// Whether a verb is used in the passive, a bare past participle included.
  ///
  /// @param verb a verb
  /// @return true if its grammatical subject is acted on
  public boolean passive(Token verb) {
    for (Token child : tree.children(verb)) {
      if (Tree.is(child, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent")) {
        return true;
      }
      if (Tree.is(child, "expl:pass")) {
        return true;
      }
    }
    if (misplaced(verb)) {
      return false;
    }
    if (accused(verb) || toBlame(verb)) {
      return true;
    }
    boolean participle = verb.xpos().equals("VBN");
    if (!participle
        || tree.child(verb, "aux").filter(aux -> Set.of("have", "haber").contains(Tree.lemma(aux))).isPresent()) {
      return false;
    }
    if (Tree.is(verb, "conj")) {
      Optional<Token> head = tree.head(verb);
      if (head.isPresent() && Tree.verbal(head.get()) && tree.child(verb, "nsubj", "aux").isEmpty()) {
        return passive(head.get());
      }
    }
    if (tree.child(verb, "nsubj").filter(subject -> subject.deprel().equals("nsubj")).isPresent()) {
      return false;
    }
    return tree.child(verb, "obj").isEmpty() || verb.deprel().equals("acl");
  }

  /// "X is a group believed to have done it", "that did it": what is said of a noun that says what X is, is said of X.
  private Token named(Token noun) {
    boolean predicate = noun.upos() == Upos.NOUN && tree.child(noun, "cop").isPresent();
    return !predicate ? noun : tree.child(noun, "nsubj").filter(subject -> subject.upos() == Upos.PROPN).orElse(noun);
  }

  /// "X is to blame": whoever is, is blamed.
  private boolean toBlame(Token verb) {
    return Tree.lemma(verb).equals("blame") && tree.child(verb, "cop").isPresent()
        && tree.child(verb, "mark").filter(mark -> Tree.low(mark).equals("to")).isPresent();
  }

  /// "X accused of hacking Y": without an object of its own, a verb that wants one is a headline's participle.
  private boolean accused(Token verb) {
    Set<String> markers = ACCUSED.contains(Tree.low(verb)) ? OF : HIT.contains(Tree.low(verb)) ? IN : Set.of();
    boolean headline = verb.head() < 0 || verb.deprel().equals("acl") && tree.head(verb)
        .filter(noun -> noun.head() < 0 && tree.child(noun, "cop").isEmpty()).isPresent();
    return headline && !markers.isEmpty() && tree.child(verb, "obj", "aux", "ccomp", "xcomp").isEmpty()
        && tree.children(verb).stream().anyMatch(child -> Tree.is(child, "obl", "advcl")
            && markers.contains(tree.child(child, "mark", "case").map(Tree::low).orElse("")));
  }

  /// A past tense taken for a participle: "X, which …, named Y as Z", where X would be a sentence without a verb.
  private boolean misplaced(Token verb) {
    if (!Tree.is(verb, "acl") || verb.deprel().equals("acl:relcl") || !verb.xpos().equals("VBN")) {
      return false;
    }
    Optional<Token> head = tree.head(verb);
    return head.isPresent() && head.get().head() < 0 && Tree.nominal(head.get())
        && tree.child(head.get(), "nsubj", "cop").isEmpty() && tree.child(verb, "obj", "xcomp", "ccomp").isPresent();
  }

  /// Who acts.
  ///
  /// @param predicate a verb, or the noun or adjective of a copular clause
  /// @return heads of nominals; empty if the sentence does not tell
  public List<Token> subject(Token predicate) {
    return subject(predicate, new HashSet<>());
  }

  private List<Token> subject(Token predicate, Set<Integer> seen) {
    if (!seen.add(predicate.index())) {
      return List.of();
    }
    if (Tree.verbal(predicate) && passive(predicate)) {
      List<Token> agents = agents(predicate);
      return agents;
    }
    Optional<Token> subject = tree.child(predicate, "nsubj");
    boolean participle =
        predicate.xpos().equals("VBG") && Tree.is(predicate, "advcl") && tree.child(predicate, "aux").isEmpty();
    if (!participle && subject.isPresent() && !subject.get().deprel().equals("nsubj:pass")) {
      return List.of(antecedent(predicate, subject.get()));
    }
    Optional<Token> headline = headline(predicate);
    if (headline.isPresent()) {
      return List.of(headline.get());
    }
    Optional<Token> fronted = fronted(predicate);
    return fronted.isPresent() ? List.of(fronted.get()) : inherited(predicate, seen);
  }

  /// "Norway names X as hackers": the first word of a headline that the tree takes for part of its verb.
  private Optional<Token> headline(Token verb) {
    boolean first =
        verb.xpos().equals("VBZ") && verb.head() < 0 && verb.index() == 1 && tree.child(verb, "nsubj").isEmpty();
    return !first ? Optional.empty()
        : tree.child(verb, "compound").filter(name -> name.upos() == Upos.PROPN
            && name.index() == 0);
  }

  /// A nominal before an English finite verb that the tree takes for its object, though the verb has no subject.
  private Optional<Token> fronted(Token verb) {
    boolean finite = verb.xpos().matches("VBD|VBZ|VBP") && verb.head() < 0;
    return !finite ? Optional.empty()
        : tree.child(verb, "obj").filter(object -> object.index() < verb.index() && Tree.nominal(object)
            && object.upos() != Upos.PRON);
  }

  /// By-phrases of a passive or of a deed noun.
  ///
  /// @param predicate a verb or a noun
  /// @return heads of nominals
  public List<Token> agents(Token predicate) {
    List<Token> agents = new ArrayList<>();
    for (Token child : tree.children(predicate)) {
      if (Tree.is(child, "obl:agent") || (Tree.is(child, "obl", "nmod") && AGENT.contains(tree.marker(child))
          && child.index() > predicate.index())) {
        agents.add(child);
      }
    }
    return agents;
  }

  private Token antecedent(Token predicate, Token subject) {
    boolean pronoun = subject.upos() == Upos.PRON || subject.upos() == Upos.DET || subject.upos() == Upos.SCONJ;
    if (pronoun && RELATIVE.contains(Tree.low(subject))) {
      Token clause = predicate;
      for (int i = 0; i < 6; i++) {
        if (Tree.is(clause, "acl:relcl", "acl")) {
          return tree.head(clause).map(this::named).orElse(subject);
        }
        Optional<Token> head = tree.head(clause);
        if (head.isEmpty() || !Tree.is(clause, "conj", "ccomp", "xcomp")) {
          break;
        }
        clause = head.get();
      }
    }
    return subject;
  }

  private List<Token> inherited(Token predicate, Set<Integer> seen) {
    Optional<Token> above = tree.head(predicate);
    if (above.isEmpty()) {
      return List.of();
    }
    Token head = above.get();
    return switch (predicate.relation()) {
      case "conj" -> {
        if (!Tree.verbal(head) || !passive(head) || passive(predicate)) {
          yield subject(head, seen);
        }
        Optional<Token> shared = tree.child(head, "nsubj:pass");
        yield shared.isPresent() ? List.of(antecedent(head, shared.get())) : inherited(head, seen);
      }
      case "xcomp" -> {
        if (Tree.verbal(head) && passive(head)) {
          Optional<Token> shared = tree.child(head, "nsubj:pass");
          yield shared.isPresent() ? List.of(antecedent(head, shared.get())) : patient(head, seen);
        }
        Optional<Token> object = tree.child(head, "obj", "iobj");
        yield object.isPresent() ? List.of(object.get()) : subject(head, seen);
      }
      case "acl" -> misplaced(predicate) ? List.of(head)
          : Tree.verbal(predicate) && !passive(predicate) && Tree.nominal(head) ? List.of(named(head)) : List.of();
      case "advcl" -> {
        if (tree.child(predicate, "mark").filter(mark -> !Set.of("by", "after", "before", "while", "to", "of", "for",
            "in", "from", "when", "without").contains(Tree.low(mark))).isPresent()) {
          yield List.of();
        }
        String marker = tree.child(predicate, "mark").map(Tree::low).orElse("");
        if (Set.of("of", "for", "from").contains(marker)) {
          if (Tree.verbal(head) && passive(head)) {
            Optional<Token> shared = tree.child(head, "nsubj:pass");
            yield shared.map(token -> List.of(antecedent(head, token))).orElse(List.of());
          }
          Optional<Token> object = tree.child(head, "obj");
          yield object.isPresent() ? List.of(object.get()) : subject(head, seen);
        }
        if (Tree.verbal(head) && passive(head)) {
          Optional<Token> shared = tree.child(head, "nsubj:pass");
          yield shared.map(token -> List.of(antecedent(head, token))).orElse(subject(head, seen));
        }
        yield subject(head, seen);
      }
      default -> List.of();
    };
  }

  /// What is acted on.
  ///
  /// @param predicate a verb
  /// @return heads of nominals; empty if the sentence does not tell
  public List<Token> object(Token predicate) {
    return patient(predicate, new HashSet<>());
  }

  private List<Token> patient(Token predicate, Set<Integer> seen) {
    if (!seen.add(predicate.index() + 100_000)) {
      return List.of();
    }
    if (Tree.verbal(predicate) && passive(predicate)) {
      Optional<Token> subject = tree.child(predicate, "nsubj:pass", "nsubj");
      if (subject.isPresent()) {
        return List.of(antecedent(predicate, subject.get()));
      }
      Optional<Token> head = tree.head(predicate);
      if (head.isPresent() && Tree.is(predicate, "acl") && Tree.nominal(head.get())) {
        return List.of(named(head.get()));
      }
      if (head.isPresent() && Tree.is(predicate, "conj") && Tree.verbal(head.get()) && passive(head.get())) {
        return patient(head.get(), seen);
      }
      if (head.isPresent() && Tree.is(predicate, "xcomp", "advcl") && Tree.verbal(head.get())) {
        return subject(head.get(), seen);
      }
      Optional<Token> object = tree.child(predicate, "obj");
      return object.map(List::of).orElse(List.of());
    }
    Optional<Token> object = tree.child(predicate, "obj");
    if (object.isPresent()) {
      Token filler = object.get();
      return List.of(RELATIVE.contains(Tree.low(filler)) ? antecedent(predicate, filler) : filler);
    }
    Optional<Token> head = tree.head(predicate);
    if (head.isPresent() && Tree.is(predicate, "acl:relcl") && tree.child(predicate, "nsubj").isPresent()
        && tree.child(predicate, "nsubj").filter(subject -> RELATIVE.contains(Tree.low(subject))).isEmpty()) {
      return List.of(head.get());
    }
    if (head.isPresent() && Tree.is(predicate, "conj") && Tree.verbal(head.get()) && !passive(head.get())) {
      Optional<Token> shared = tree.child(predicate, "obj");
      return shared.isPresent() ? List.of(shared.get()) : List.of();
    }
    return List.of();
  }

  /// Nominals that hang on a predicate by one of some adpositions; on its object too where the tree put them there.
  ///
  /// @param predicate a verb, noun or adjective
  /// @param markers lower case, such as `for`, `on behalf of`
  /// @return heads of nominals or clauses, in order
  public List<Token> marked(Token predicate, Set<String> markers) {
    List<Token> found = new ArrayList<>();
    collect(predicate, markers, found);
    for (Token child : tree.children(predicate)) {
      if (found.isEmpty() && child.index() > predicate.index()
          && Tree.is(child, "obj", "xcomp", "advmod", "obl", "iobj", "nmod")) {
        collect(child, markers, found);
        deeper(child, markers, found, 0);
      }
    }
    return found;
  }

  /// Nominals that hang on a predicate itself, or on its object, by one of some adpositions.
  ///
  /// @param predicate a verb or noun
  /// @param markers lower case
  /// @return heads of nominals, in order
  public List<Token> hung(Token predicate, Set<String> markers) {
    List<Token> found = new ArrayList<>();
    collect(predicate, markers, found);
    return found;
  }

  /// Trees hang the last phrase of "attribute the attack on the port to X" on the port: looks down nominals, never clauses.
  private void deeper(Token nominal, Set<String> markers, List<Token> found, int depth) {
    for (Token child : tree.children(nominal)) {
      if (found.isEmpty() && depth < 4 && child.index() > nominal.index()
          && Tree.is(child, "nmod", "conj", "appos", "obl")
          && Tree.nominal(child)) {
        collect(child, markers, found);
        deeper(child, markers, found, depth + 1);
      }
    }
  }

  /// Nominals behind a predicate in the order of words, whatever they hang on.
  ///
  /// @param predicate a verb or noun
  /// @param markers adpositions, one of which must mark the nominal; empty for nominals without any
  /// @param reach how many tokens to look over
  /// @return heads of nominals, nearest first
  public List<Token> behind(Token predicate, Set<String> markers, int reach) {
    List<Token> found = new ArrayList<>();
    int end = Math.min(tree.size(), predicate.index() + 1 + reach);
    for (int i = predicate.index() + 1; i < end; i++) {
      Token token = tree.token(i);
      String marker = tree.marker(token);
      boolean fits =
          markers.isEmpty() ? marker.isEmpty() && !Tree.is(token, "compound", "amod", "flat", "nmod:poss", "det")
              : markers.contains(marker);
      if (fits && Tree.nominal(token)) {
        found.add(token);
      }
      if (Tree.is(token, "punct") && ";:".contains(token.form())) {
        break;
      }
    }
    return found;
  }

  private void collect(Token governor, Set<String> markers, List<Token> found) {
    for (Token child : tree.children(governor)) {
      if (Tree.is(child, "obl", "nmod", "xcomp", "advcl", "acl", "ccomp") && !child.deprel().equals("nmod:poss")) {
        String marker = tree.marker(child);
        if (marker.isEmpty()) {
          marker = tree.child(child, "mark").map(Tree::low).orElse("");
        }
        if (markers.contains(marker)) {
          found.add(child);
        }
      }
    }
  }
}
