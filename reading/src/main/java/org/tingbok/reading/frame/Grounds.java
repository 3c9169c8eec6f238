package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.incident.OperationReader;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.ClaimType;

/// Whether the words of a sentence bear a claim of a type at all, whatever makes it look like one.
///
/// Looks at one sentence; not for several threads.
final class Grounds {
  private static final WordList AUTHORSHIP = WordList.of("authorship");
  private static final WordList LINKING = WordList.of("linking");
  private static final Set<String> OF_WHAT =
      Set.of("of", "for", "over", "von", "wegen", "de", "por", "pour", "av", "d'");
  private static final WordList NOBODY = WordList.of("nobody");
  private static final WordList GOODS = WordList.of("goods");
  private static final WordList OTHER_MATTER = WordList.of("other-matter");
  private static final Pattern PRODUCT = Pattern.compile(
      "(?i)\\b(?:security (?:advisor\\w+|bulletin|update)s?|vulnerabilit\\w+|flaws?|patch(?:es|ed)?|zero-?days?|CVE-\\d+)\\b");
  private static final Pattern USED =
      Pattern.compile("(?i)\\b(?:used by|exploited by|abused by|hackers|actors|attributed)\\b");
  private static final Set<String> OWN = Set.of("its", "their", "our", "own", "his", "her");
  private static final Set<String> ATTACKERS =
      Set.of("attacker", "intruder", "perpetrator", "culprit", "thief", "burglar");
  /// In a cell, "X, later Y" tells what was said first and what afterwards, not that X is Y.
  private static final Set<String> LATER =
      Set.of("later", "then", "afterwards", "senere", "siden", "später", "dann", "puis",
          "ensuite", "después", "luego");
  private static final Set<String> ORDERING = Set.of("order", "tell", "instruct", "require", "force", "give", "ask");
  private static final Set<String> FLAWS =
      Set.of("issue", "flaw", "vulnerability", "bug", "weakness", "problem", "shortcoming", "backdoor", "hole");
  private static final Set<String> VICTIMS = Set.of("victim", "target");
  private static final Set<String> STRUCK =
      Set.of("target", "hit", "attack", "breach", "hack", "compromise", "affect", "infect", "strike");
  private static final Set<String> WOULD = Set.of("would", "will", "'ll", "might", "may", "could");

  private final Scene scene;
  private final Tree tree;
  private final OperationReader operations;
  private final Embedding embedding;
  private final String words;

  Grounds(Scene scene, OperationReader operations, Embedding embedding) {
    this.scene = scene;
    this.tree = scene.tree();
    this.operations = operations;
    this.embedding = embedding;
    words = scene.view().substring(tree.sentence().start(), tree.sentence().end());
  }

  /// Whether a proposition may be one of its type.
  boolean bear(Proposition proposition) {
    Token predicate = proposition.predicate();
    return switch (proposition.type()) {
      case NON_ATTRIBUTION ->
        !scene.english() || AUTHORSHIP.within(words.toLowerCase(Locale.ROOT)) || unnamed(predicate);
      case DENIAL ->
        !(embedding.denies(Tree.lemma(predicate)) && (supposed(predicate) || negated(predicate)))
            && !ofAFlaw(predicate);
      case RESPONSE -> !otherMatter(predicate, proposition.first()) && !purpose(predicate)
          && !(proposition.code().equals("takedown") && ownPremises(proposition.first()))
          && !(proposition.code().equals("advisory") && ofAProduct());
      case AFFILIATION -> !ofAnother(proposition);
      case ATTRIBUTION -> !justAttackers(proposition) && !underAttack(proposition)
          && !ofAGroup(proposition) && !byNobody(proposition.predicate());
      case ALIAS -> !(scene.block().kind() == BlockKind.TABLE_ROW && LATER.contains(Tree.low(predicate)));
      case IMPACT, METHOD -> true;
    };
  }

  /// "could not say for certain that the Kremlin …": whose name is not confirmed.
  private boolean unnamed(Token predicate) {
    boolean said = predicate.upos() == Upos.VERB && embedding.verb(Tree.lemma(predicate)).isPresent();
    return said && negated(predicate)
        && scene.matches().stream().anyMatch(match -> match.as(Name.Sort.STATE).isPresent()
            || match.as(Name.Sort.BODY).isPresent() && match.end() > predicate.end()
            || match.as(Name.Sort.ACTOR).isPresent());
  }

  /// "seized the tanker over a torn cable", "protested over the paint": an act that answers something else than an operation.
  boolean otherMatter(Token predicate, List<Token> targets) {
    boolean said = OTHER_MATTER.within(words.toLowerCase(Locale.ROOT));
    boolean goods = !targets.isEmpty() && targets.stream().allMatch(target -> GOODS.contains(Tree.lemma(target)));
    return said || goods || over(predicate) || targets.stream().anyMatch(this::over);
  }

  private boolean over(Token token) {
    return tree.children(token, "obl", "nmod").stream()
        .anyMatch(reason -> tree.marker(reason).equals("over") && !ofComputers(reason))
        || tree.children(token, "obl").stream().filter(reason -> Tree.lemma(reason).equals("suspicion"))
            .flatMap(reason -> tree.children(reason, "nmod", "acl").stream()).anyMatch(what -> !ofComputers(what));
  }

  private boolean ofComputers(Token reason) {
    return reason.upos() == Upos.PRON || operations.operation(reason)
        || Conditions.CYBER.matcher(scene.view().substring(tree.token(tree.firstOf(reason)).start(),
            tree.token(tree.lastOf(reason)).end())).find();
  }

  /// "issued a security bulletin for a flaw in its player": a vendor's advice on its own product answers no operation.
  boolean ofAProduct() {
    return scene.english() && PRODUCT.matcher(words).find() && !USED.matcher(words).find() && scene.matches().stream()
        .noneMatch(match -> match.as(Name.Sort.ACTOR).isPresent() || match.as(Name.Sort.OPERATION).isPresent()
            || match.as(Name.Sort.ADJECTIVE).isPresent());
  }

  /// "so as to disrupt command and control": what somebody wanted is no act.
  private boolean purpose(Token predicate) {
    boolean told = tree.head(predicate).filter(verb -> ORDERING.contains(Tree.lemma(verb))
        && tree.child(verb, "obj", "iobj").isPresent()).isPresent(); // "ordered ten diplomats to leave"
    return !told && predicate.xpos().equals("VB") && Tree.is(predicate, "advcl")
        && tree.child(predicate, "mark").filter(mark -> Tree.low(mark).equals("to")).isPresent();
  }

  /// "took down its own website": that of the victim.
  boolean ownPremises(List<Token> targets) {
    return !targets.isEmpty() && targets.stream().allMatch(target -> OWN.contains(Tree.low(target))
        || tree.child(target, "nmod:poss").filter(owner -> OWN.contains(Tree.low(owner))).isPresent());
  }

  private boolean supposed(Token predicate) {
    return tree.child(predicate, "aux").filter(aux -> WOULD.contains(Tree.low(aux))).isPresent();
  }

  private boolean negated(Token predicate) {
    return tree.child(predicate, "advmod").filter(word -> Set.of("not", "n't", "never").contains(Tree.low(word)))
        .isPresent();
  }

  /// "has neither confirmed nor denied", "hasn't confirmed or denied": what is coordinated with something negated is not done either.
  static boolean neither(Tree tree, Token predicate) {
    Optional<Token> first = Tree.is(predicate, "conj") ? tree.head(predicate) : Optional.empty();
    return first.isPresent()
        && tree.children(predicate, "cc").stream().anyMatch(or -> Set.of("or", "nor").contains(Tree.low(or)))
        && tree.children(first.get(), "advmod", "cc", "cc:preconj").stream()
            .anyMatch(word -> Set.of("not", "n't", "never", "neither").contains(Tree.low(word)));
  }

  /// "the NCSC, an arm of GCHQ, finds that the group …": the arm is whom the apposition or relative clause hangs on.
  private boolean ofAnother(Proposition proposition) {
    Token noun = proposition.predicate();
    Optional<Token> owner = Tree.is(noun, "appos") || noun.deprel().equals("acl:relcl") ? tree.head(noun)
        : Optional.empty();
    if (owner.isEmpty() || !Tree.nominal(noun) || proposition.first().contains(owner.get())) {
      return false;
    }
    List<Party> owners = scene.resolver().resolve(owner.get()).parties();
    return owners.stream().anyMatch(party -> party.kind() == PartyKind.BODY || party.kind() == PartyKind.ORGANISATION)
        && proposition.first().stream().flatMap(head -> scene.resolver().resolve(head).parties().stream())
            .noneMatch(party -> owners.stream().anyMatch(other -> other.name().equals(party.name())));
  }

  /// "the company said that the intruders came in by …": tells how, and not who.
  private boolean justAttackers(Proposition proposition) {
    boolean deed = proposition.type() == ClaimType.ATTRIBUTION && Tree.verbal(proposition.predicate());
    return deed && !proposition.first().isEmpty()
        && proposition.first().stream().allMatch(head -> ATTACKERS.contains(Tree
            .lemma(head)) && tree.children(head).stream().allMatch(child -> Tree.is(child, "det", "punct")));
  }

  /// "came under attack from somebody unknown": who did is the victim.
  private boolean underAttack(Proposition proposition) {
    Token verb = proposition.predicate();
    return scene.english() && Set.of("come", "fall").contains(Tree.lemma(verb))
        && tree.children(verb, "obl").stream().anyMatch(what -> tree.marker(what).equals("under"))
        && scene.roles().subject(verb).stream().anyMatch(subject -> proposition.first().stream()
            .anyMatch(head -> head.equals(subject) || tree.head(head).filter(subject::equals).isPresent()));
  }

  /// "have attributed the group to the service": what is attributed is not whom it is attributed to.
  private boolean ofAGroup(Proposition proposition) {
    Token verb = proposition.predicate();
    return scene.english() && LINKING.contains(Tree.lemma(verb)) && Tree.verbal(verb)
        && !scene.roles().hung(verb, Set.of("to", "with")).isEmpty() && !proposition.first().isEmpty()
        && scene.roles().object(verb).containsAll(proposition.first());
  }

  /// Whether it is an operation in cyberspace that somebody is accused of, and not dumping, doping or a drought.
  boolean ofAnOperation(Proposition proposition, List<Party> accused) {
    boolean group = accused.stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR);
    if (group || Conditions.CYBER.matcher(words).find()) {
      return true;
    }
    for (Token token : proposition.incident()) {
      boolean back = token.upos() == Upos.PRON || token.upos() == Upos.DET || Tree.lemma(token).equals("one")
          || operations.operation(token);
      if (back && scene.incidents().focus().isPresent()) {
        return true;
      }
    }
    return proposition.incident().isEmpty() && scene.incidents().focus().isPresent()
        && !ofSomethingElse(proposition);
  }

  /// "accused X of flying over the island": the predicate itself, or the accused, where the tree hangs it there, tells of
  /// what, and it is no operation.
  private boolean ofSomethingElse(Proposition proposition) {
    List<Token> below = new ArrayList<>(tree.children(proposition.predicate(), "obl", "nmod", "advcl", "xcomp", "acl"));
    proposition.first().forEach(accused -> below.addAll(tree.children(accused, "advcl", "xcomp", "acl", "nmod")));
    return below.stream().anyMatch(child -> {
      boolean charge = child.index() > proposition.predicate().index() && (OF_WHAT.contains(tree.marker(child))
          || tree.child(child, "mark").filter(mark -> OF_WHAT.contains(Tree.low(mark))).isPresent());
      return charge && !operations.operation(child) && child.upos() != Upos.PRON;
    });
  }

  /// "nobody has claimed responsibility", "ingen har tatt på seg ansvaret".
  private boolean byNobody(Token predicate) {
    Optional<Token> clause =
        Tree.verbal(predicate) ? Optional.of(predicate) : tree.head(predicate).filter(Tree::verbal);
    return clause.filter(verb -> tree.children(verb, "nsubj", "nsubj:pass").stream()
        .anyMatch(subject -> NOBODY.contains(Tree.low(subject)))).isPresent();
  }

  /// "denied any security issue in its application": what is denied is a fault of one's own, not having attacked.
  boolean ofAFlaw(Token verb) {
    return scene.english() && tree.child(verb, "obj").filter(what -> FLAWS.contains(Tree.lemma(what))).isPresent();
  }

  /// "declined to name the firms that were hit": it is victims that are left unnamed, not who did it.
  ///
  /// @param predicate a predicate of withholding, or of naming under one
  boolean ofVictims(Token predicate) {
    return Stream.concat(Stream.of(predicate), tree.children(predicate, "xcomp").stream())
        .flatMap(verb -> tree.children(verb, "obj").stream())
        .anyMatch(noun -> VICTIMS.contains(Tree.lemma(noun)) || tree.children(noun, "acl", "acl:relcl").stream()
            .anyMatch(deed -> STRUCK.contains(Tree.lemma(deed)) && (scene.roles().passive(deed)
                || deed.deprel().equals("acl") && !Tree.low(deed).endsWith("ing"))));
  }
}
