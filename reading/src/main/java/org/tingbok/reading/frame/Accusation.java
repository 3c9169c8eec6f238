package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.incident.IncidentBook;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.reading.mention.Discourse;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.ClaimType;

/// Whom a sentence that accuses somebody can mean by it.
///
/// Looks at one sentence; not for several threads.
final class Accusation {
  /// Kinds of response that mean the accused where they name nobody: "we condemn this".
  static final Set<String> MEANS_THE_ACCUSED = Set.of("condemnation", "advisory");

  private static final Set<String> ASKING =
      Set.of("who", "whom", "whoever", "whose", "which", "what", "hvem", "hvilken",
          "wer", "wen", "wem", "welche", "welcher", "welches", "qui", "quel", "quelle", "quién", "quiénes", "cuál");
  private static final WordList UNNAMED = WordList.of("unnamed");
  private static final WordList DISGUISE = WordList.of("disguise");
  private static final WordList FORGING = WordList.of("forging");
  private static final Set<String> EXCLUDING = Set.of("not", "nicht", "ikke", "pas"); // "of an insider and not of X"
  private static final Set<String> LIKENESS = Set.of("look", "appear", "seem", "sound");
  private static final Set<String> AGAINST =
      Set.of("on", "against", "at", "of", "into", "mot", "på", "hos", "gegen", "auf", "contre", "contra");
  private static final Set<String> THEY =
      Set.of("it", "they", "them", "itself", "themselves", "den", "de", "dem", "sie",
          "es", "ils", "elles");

  private final Scene scene;
  private final Tree tree;

  Accusation(Scene scene) {
    this.scene = scene;
    this.tree = scene.tree();
  }

  /// Whether who did it is asked, not told: "would not say who was behind it", "left it open which state ordered it".
  boolean open(Proposition proposition) {
    return open(proposition.predicate(), proposition.first());
  }

  /// The same of a predicate and the heads of who would be accused.
  boolean open(Token predicate, List<Token> heads) {
    return heads.stream().anyMatch(this::asked) || asksFor(predicate);
  }

  /// "who it believes to be responsible": "it" believes, and whom is asked.
  boolean asks(Token head) {
    return Tree.is(head, "nsubj") && tree.head(head).filter(verb -> tree.children(verb).stream()
        .anyMatch(word -> !word.equals(head) && word.start() < head.start() && ASKING.contains(Tree.low(word))))
        .isPresent();
  }

  private boolean asked(Token head) {
    boolean word = ASKING.contains(Tree.low(head))
        || tree.child(head, "det").filter(det -> ASKING.contains(Tree.low(det))).isPresent();
    return word && clause(head).filter(clause -> !clause.deprel().equals("acl:relcl")).isPresent();
  }

  /// Whether the clause of a predicate has a word of asking for its subject, without being a relative clause.
  private boolean asksFor(Token predicate) {
    Token clause = Tree.verbal(predicate) || tree.child(predicate, "cop").isPresent() ? predicate
        : clause(predicate).orElse(predicate);
    return Tree.is(clause, "ccomp", "csubj", "obj", "advcl", "xcomp") && tree.children(clause, "nsubj").stream()
        .anyMatch(subject -> ASKING.contains(Tree.low(subject))
            || tree.child(subject, "det").filter(det -> ASKING.contains(Tree.low(det))).isPresent());
  }

  /// The clause that a word stands in.
  private Optional<Token> clause(Token word) {
    Token current = word;
    for (int i = 0; i < 6; i++) {
      Optional<Token> above = tree.head(current);
      if (above.isEmpty()) {
        return Optional.empty();
      }
      current = above.get();
      if (Tree.verbal(current) || tree.child(current, "cop").isPresent()) {
        return Optional.of(current);
      }
    }
    return Optional.empty();
  }

  /// The heads that can stand for somebody accused: no dates, no operations, no bare words of grammar.
  List<Token> heads(Proposition proposition) {
    List<Token> first = heldSo(proposition).map(List::of).orElse(proposition.first());
    return first.stream().filter(head -> canAct(proposition, head)).toList();
  }

  /// "macht X verantwortlich und bestellte Y ein", "holds X responsible": the object of the verb that the adjective goes with, where
  /// the labeller saw that of another.
  private Optional<Token> heldSo(Proposition proposition) {
    Token adjective = proposition.predicate();
    Optional<Token> verb = adjective.upos() == Upos.ADJ && Tree.is(adjective, "xcomp")
        ? tree.head(adjective).filter(Tree::verbal)
        : Optional.empty();
    Optional<Token> object = verb.flatMap(one -> tree.child(one, "obj")).filter(Tree::nominal);
    boolean anothers = verb.isPresent() && !proposition.first().isEmpty() && proposition.first().stream()
        .allMatch(head -> Tree.is(head, "obj") && !tree.head(head).equals(verb));
    return anothers ? object : Optional.empty();
  }

  /// "Software maker hacked for X": without an object a headline's participle tells what happened to its subject.
  private boolean hit(Proposition proposition, Token head) {
    Token verb = proposition.predicate();
    boolean headline = scene.block().kind() == BlockKind.TITLE || scene.block().kind() == BlockKind.HEADING;
    boolean participle = verb.xpos().equals("VBD") || verb.xpos().equals("VBN");
    return headline && participle && Tree.is(head, "nsubj") && tree.head(head).filter(verb::equals).isPresent()
        && tree.child(verb, "obj", "xcomp", "ccomp", "aux").isEmpty() && tree.children(verb, "obl").stream()
            .noneMatch(place -> tree.marker(place).equals("into"))
        && scene.resolver().resolve(head).parties().stream().noneMatch(party -> party.kind() == PartyKind.THREAT_ACTOR);
  }

  private boolean canAct(Proposition proposition, Token head) {
    boolean word = switch (head.upos()) {
      case ADP, AUX, CCONJ, INTJ, PART, PUNCT, SCONJ, ADV -> false;
      case ADJ, DET, NOUN, NUM, PRON, PROPN, SYM, VERB, X -> true;
    };
    boolean time = scene.times().stream()
        .anyMatch(expression -> expression.start() <= head.start() && head.end() <= expression.end());
    boolean operation = head.upos() == Upos.NOUN && Nouns.OPERATION.contains(Tree.lemma(head))
        && !Nouns.GROUP.contains(Tree.lemma(head)) && !scene.resolver().resolve(head).somebody();
    boolean nobody = UNNAMED.contains(Tree.lemma(head)) && scene.resolver().resolve(head).parties().stream()
        .noneMatch(party -> party.country().isPresent());
    boolean excluded = Tree.is(head, "conj") && tree.children(head, "advmod").stream()
        .anyMatch(not -> EXCLUDING.contains(Tree.low(not)));
    return word && !time && !operation && !nobody && !excluded && !hit(proposition, head) && !dressed(head);
  }

  /// "posed as X", "made to look like X's doing", "a trace pointing to X was forged": X is whom others were to suspect.
  boolean dressed(Token head) {
    Token current = head;
    for (int i = 0; i < 4; i++) {
      Optional<Token> above = tree.head(current);
      if (above.isEmpty()) {
        return false;
      }
      String verb = Tree.lemma(above.get());
      String marker = tree.marker(current);
      boolean as = DISGUISE.contains(verb) && (marker.equals("as") || Tree.is(current, "obj"));
      boolean like = LIKENESS.contains(verb) && (marker.equals("like") || marker.equals("as if"));
      boolean forged = FORGING.contains(verb) && Tree.is(current, "nsubj:pass") && i > 0;
      if (as || like || forged) {
        return true;
      }
      current = above.get();
    }
    return false;
  }

  /// Who is accused: what a pronoun means by the sense of the sentence, without whoever accuses and whoever was hit.
  ///
  /// @param proposition what the labeller saw
  /// @param claimant who accuses
  /// @param found what its heads lead to
  /// @return nobody if nobody of them can be accused
  List<Party> accused(Proposition proposition, Phrase claimant, List<Party> found) {
    List<Party> accused = new ArrayList<>();
    List<Token> heads = heads(proposition);
    if (heads.size() == 1) {
      meant(heads.get(0), found).ifPresent(accused::add);
    }
    if (accused.isEmpty()) {
      accused.addAll(found);
    }
    boolean self = accused.removeIf(party -> accuses(claimant, party));
    if (self && accused.isEmpty() && heads.size() == 1 && heads.get(0).upos() == Upos.PRON) {
      scene.discourse().lastActor(heads.get(0).start(), Optional.empty()).map(Discourse.Mentioned::party)
          .ifPresent(accused::add);
    }
    Set<String> hit = victims(proposition);
    accused.removeIf(party -> hit.contains(party.name()));
    if (accused.stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR)) {
      accused.removeIf(party -> party.kind() == PartyKind.ORGANISATION || party.kind() == PartyKind.PERSON
          || Suspects.counted(party));
    }
    return accused;
  }

  /// Who the phrase of the operation says was hit: "blamed for the attack on X" does not blame X.
  private Set<String> victims(Proposition proposition) {
    Set<String> victims = new HashSet<>();
    for (Token incident : proposition.incident()) {
      for (Token child : tree.children(incident, "nmod", "obl")) {
        if (AGAINST.contains(tree.marker(child))) {
          scene.resolver().resolve(child).parties().forEach(party -> victims.add(party.name()));
        }
      }
    }
    return victims;
  }

  /// Whether a deed told in the publication's own words only goes on with what somebody was said to accuse the same party of:
  /// "They came in through a supplier" after "X blamed them for the break-in".
  ///
  /// @param head who did it, by the word that stands for them
  /// @param accused whom that leads to
  /// @param victims who was hit, by the deed's own words
  /// @param earlier claims of the sentences before
  boolean goesOn(Token head, List<Party> accused, List<Party> victims, List<ClaimDraft> earlier) {
    String words = scene.view().substring(tree.sentence().start(), tree.sentence().end());
    boolean elsewhere = victims.stream().anyMatch(party -> words.contains(party.text()) && switch (party.kind()) {
      case STATE, BODY, ORGANISATION -> true;
      case PERSON, THREAT_ACTOR, DESCRIBED -> false;
    });
    if (elsewhere || head.upos() != Upos.PRON) {
      return false;
    }
    return earlier.stream().anyMatch(draft -> draft.type() == ClaimType.ATTRIBUTION && draft.claimant().somebody()
        && draft.first().stream().anyMatch(party -> accused.stream().anyMatch(one -> one.name().equals(party.name()))));
  }

  /// "it" and "they" who are accused are whoever was last taken for an actor.
  Optional<Party> meant(Token head, List<Party> found) {
    if (head.upos() != Upos.PRON) {
      return Optional.empty();
    }
    boolean actor = found.stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR
        || party.kind() == PartyKind.DESCRIBED || party.kind() == PartyKind.STATE);
    if (THEY.contains(Tree.low(head)) && !actor) {
      return scene.discourse().lastActor(head.start(), Optional.empty()).map(Discourse.Mentioned::party);
    }
    return Optional.empty();
  }

  /// A state or company that speaks does not accuse itself; a group of hackers may, and so may a person.
  private static boolean accuses(Phrase claimant, Party party) {
    boolean self = claimant.parties().stream().anyMatch(one -> one.name().equals(party.name()));
    return self && switch (party.kind()) {
      case STATE, BODY, ORGANISATION, PERSON -> true;
      case THREAT_ACTOR, DESCRIBED -> false;
    };
  }

  /// Whom the text has accused last: of an operation, or of any.
  static List<Party> last(List<ClaimDraft> earlier, Optional<IncidentBook.Entry> incident) {
    List<Party> any = List.of();
    for (int i = earlier.size() - 1; i >= 0; i--) {
      ClaimDraft draft = earlier.get(i);
      if (draft.type() == ClaimType.ATTRIBUTION) {
        if (draft.incident().equals(incident)) {
          return draft.first();
        }
        any = any.isEmpty() ? draft.first() : any;
      }
    }
    return any;
  }
}
