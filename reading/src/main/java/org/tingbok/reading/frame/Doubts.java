package org.tingbok.reading.frame;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// What makes an accusation that frames or labeller see none: nobody in particular is accused, or nobody accuses.
///
/// Looks at one sentence; not for several threads.
final class Doubts {
  private static final WordList INSTRUCTION = WordList.of("instruction");
  private static final WordList CONTACT = WordList.of("no-operation");
  private static final Set<String> HARD =
      Set.of("difficult", "hard", "impossible", "tempting", "easy", "harder", "challenging", "tricky");
  /// "powers to hold accountable those who …": what is meant to be done to whoever it may be.
  private static final Pattern ACCOUNT = Pattern.compile("\\bto hold (?:\\p{L}+ ){0,4}?accountable\\b");
  private static final Pattern TARGET =
      Pattern.compile("\\bas (?:a|the|one of the) (?:\\p{Ll}+ )?(?:targets?|victims?)\\b");
  private static final Pattern SORT = Pattern.compile(
      "(?i)(?:(?:most|advanced|other|many|several|various|foreign|the) )*(?:state|nation)[- ](?:state[- ])?(?:sponsored )?(?:threat )?"
          + "(?:hackers|actors|attackers|groups|spies|criminals|adversaries)");
  private static final Set<String> WHOEVER = Set.of("hacker", "attacker", "actor", "group", "gang", "crew", "crook",
      "criminal", "cybercriminal", "operator", "perpetrator", "developer", "author", "individual", "people", "person",
      "those",
      "team", "adversary", "culprit", "affiliate", "one", "threat", "operation", "entity", "party", "mastermind");
  private static final Set<String> FIRST = Set.of("i", "we", "me", "us");
  private static final Set<String> BESIDE = Set.of("right", "left", "far", "close", "just");

  private static final Pattern GROUP = Pattern.compile("(?i)group|gang|team|crew|army|hack|ransomware");
  private static final Pattern UNION =
      Pattern.compile("(?i)\\b(?:united nations|european|nato|organi[sz]ation for|world|"
          + "international|interpol|europol|council of europe)\\b");

  private final Scene scene;
  private final Tree tree;

  /// "never go after the same target twice", "does not attack hospitals": the present tense tells what somebody is used to, not a
  /// deed that somebody else is acquitted of.
  boolean habit(Token verb) {
    return scene.english() && (verb.xpos().matches("VBP|VBZ") || tree.children(verb, "aux").stream()
        .anyMatch(aux -> Tree.lemma(aux).equals("do") && aux.xpos().matches("VBP|VBZ")))
        && tree.children(verb, "aux").stream().noneMatch(aux -> Tree.lemma(aux).equals("have"));
  }

  Doubts(Scene scene) {
    this.scene = scene;
    this.tree = scene.tree();
  }

  /// Whether an accusation is none.
  ///
  /// @param predicate the word that makes it
  /// @param heads heads of who is accused
  /// @param accused whom they mean
  /// @param deed whether it only tells who did something
  /// @param own whether it is the publication's own
  boolean none(Token predicate, List<Token> heads, List<Party> accused, boolean deed, boolean own) {
    if (!scene.english()) {
      return false;
    }
    boolean anybody = !accused.isEmpty() && accused.stream().allMatch(Cues::anybody)
        && heads.stream().noneMatch(head -> Cues.toldOf(tree, head));
    boolean firms = own && !accused.isEmpty()
        && accused.stream()
            .allMatch(party -> party.kind() == PartyKind.ORGANISATION && !GROUP.matcher(party.name()).find());
    boolean address = accused.stream().allMatch(party -> party.name().contains("://"));
    boolean sort =
        deed && own && !accused.isEmpty() && accused.stream().allMatch(party -> party.kind() == PartyKind.DESCRIBED
            && party.country().isEmpty() && SORT.matcher(party.name()).matches());
    boolean meant = ACCOUNT.matcher(scene.view().substring(tree.sentence().start(), tree.sentence().end())).find()
        && Set.of("accountable", "hold").contains(Tree.lemma(predicate));
    return meant || instructed() || ability(predicate, accused) || hard(predicate) || target(heads)
        || announced(predicate)
        || address || sort || deed && (anybody || self(heads) || nowhere(accused) || firms);
  }

  /// "can attribute attacks", "can leverage": what somebody is able to do has not been done.
  private boolean ability(Token predicate, List<Party> accused) {
    boolean kind = accused.stream().allMatch(party -> party.kind() == PartyKind.DESCRIBED && party.country().isEmpty());
    return tree.child(predicate, "aux")
        .filter(aux -> Tree.low(aux).equals("can") || kind && Tree.low(aux).equals("could"))
        .isPresent()
        && tree.children(predicate, "advmod").stream()
            .noneMatch(word -> Set.of("not", "n't", "never").contains(Tree.low(word)));
  }

  /// "makes it hard to attribute the malware to one actor": nobody has.
  private boolean hard(Token predicate) {
    Optional<Token> above =
        Tree.is(predicate, "xcomp", "ccomp", "advcl", "csubj", "acl") ? tree.head(predicate) : Optional.empty();
    return above.filter(word -> HARD.contains(Tree.lemma(word))
        || tree.children(word, "xcomp", "amod", "obj").stream().anyMatch(inner -> HARD.contains(Tree.lemma(inner))))
        .isPresent()
        && tree.child(predicate, "mark").filter(mark -> Tree.low(mark).equals("to")).isPresent();
  }

  /// "identified X as a target": whom somebody went for.
  private boolean target(List<Token> heads) {
    String words = scene.view().substring(tree.sentence().start(), tree.sentence().end());
    return !heads.isEmpty() && TARGET.matcher(words).find() && heads.stream()
        .allMatch(head -> TARGET.matcher(scene.view())
            .region(head.end(), Math.min(tree.sentence().end(), head.end() + 40)).find());
  }

  /// "Army to launch new command": what a headline says will be.
  private boolean announced(Token predicate) {
    return predicate.xpos().equals("VB") && Tree.is(predicate, "root", "acl")
        && tree.child(predicate, "mark").filter(mark -> Tree.low(mark).equals("to")).isPresent()
        && switch (scene.block().kind()) {
          case TITLE, HEADING -> true;
          case PARAGRAPH, LIST_ITEM, TABLE_ROW, METADATA, BOILERPLATE, CAPTION, PULL_QUOTE ->
            Tree.is(predicate, "root");
        };
  }

  /// "I have hacked since I was ten": who tells of themselves outside of a quotation accuses nobody.
  private boolean self(List<Token> heads) {
    return !heads.isEmpty() && heads.stream().allMatch(head -> FIRST.contains(Tree.low(head)))
        && scene.quotes().isEmpty();
  }

  /// Bodies of several states ("the United Nations") are no suspects by what a verb alone tells.
  private static boolean nowhere(List<Party> accused) {
    return !accused.isEmpty()
        && accused.stream().allMatch(party -> party.kind() == PartyKind.BODY && party.country().isEmpty()
            && UNION.matcher(party.name()).find());
  }

  /// "Do not write that X confirms Y", "Never call them Z": addressed to whoever writes, and nobody's claim.
  boolean instructed() {
    Optional<Token> first =
        tree.tokens().stream().filter(token -> token.upos() != Upos.PUNCT && token.upos() != Upos.SYM).findFirst();
    if (!scene.english() || first.isEmpty()) {
      return false;
    }
    Token verb = first.get();
    boolean forbidden = Set.of("do", "never", "please", "don't", "always").contains(Tree.low(verb));
    for (int i = verb.index(); forbidden && i < Math.min(tree.size(), verb.index() + 4); i++) {
      Token next = tree.token(i);
      if (Set.of("you", "we", "they", "i").contains(Tree.low(next))) {
        return false;
      }
      if (INSTRUCTION.contains(Tree.low(next))) {
        return scene.quotes().isEmpty();
      }
    }
    return INSTRUCTION.contains(Tree.low(verb)) && verb.xpos().equals("VB") && scene.quotes().isEmpty()
        && tree.child(verb, "nsubj").filter(subject -> subject.index() < verb.index()).isEmpty();
  }

  /// "a number that was traced to Panama": what leads there is no operation.
  boolean contact(List<Token> incident) {
    return scene.english() && !incident.isEmpty()
        && incident.stream().allMatch(token -> CONTACT.contains(Tree.lemma(token)));
  }

  /// "could shut down the grid": an act that may be, and was not.
  boolean possible(Token verb) {
    return scene.english()
        && tree.child(verb, "aux").filter(aux -> Set.of("can", "could", "might", "may").contains(Tree.low(aux)))
            .isPresent();
  }

  /// "hackerne bak dataangrepet", "die Täter hinter dem Angriff": a bare noun for whoever did it, as the object of a verb.
  boolean whoever(List<Token> heads, List<Party> accused) {
    return !heads.isEmpty() && heads.stream().allMatch(head -> Tree.is(head, "obj", "nmod", "obl"))
        && accused.stream().allMatch(party -> party.kind() == PartyKind.DESCRIBED && party.country().isEmpty()
            && party.name().indexOf(' ') < 0);
  }

  /// "the hackers behind the breach": words for whoever did it, which accuse nobody.
  boolean described(List<Token> heads, Token behind) {
    return scene.english() && heads.size() == 1 && tree.head(behind).filter(deed -> Tree.is(deed, "nmod", "acl")
        && tree.head(deed).filter(heads.get(0)::equals).isPresent()
        && tree.child(deed, "nsubj", "cop").isEmpty()).isPresent()
        && WHOEVER.contains(Tree.lemma(heads.get(0)))
        && !(Tree.is(heads.get(0), "appos") || tree.child(heads.get(0), "cop", "appos", "flat").isPresent())
        && tree.children(heads.get(0), "amod", "compound", "nmod").stream()
            .filter(child -> child.index() < heads.get(0).index())
            .allMatch(child -> child.upos() != Upos.PROPN && scene.resolver().stateIn(heads.get(0)).isEmpty());
  }

  /// "right behind the president": where somebody stands.
  boolean place(Token nominal) {
    boolean beside = tree.children(nominal, "advmod", "case").stream().anyMatch(word -> BESIDE.contains(Tree.low(word)))
        || nominal.index() > 1 && BESIDE.contains(Tree.low(tree.token(Math.max(0, tree.firstOf(nominal) - 1))));
    return beside && nominal.upos() == Upos.PROPN;
  }

  /// Who accuses, unless that is who is accused: then the words are the publication's own.
  static Phrase other(Phrase claimant, List<Party> accused) {
    boolean same = claimant.somebody() && claimant.parties().stream()
        .allMatch(party -> accused.stream().anyMatch(one -> one.name().equals(party.name())));
    if (same) {
      return Phrase.NOBODY;
    }
    List<Party> others = claimant.parties().stream()
        .filter(party -> accused.stream().noneMatch(one -> one.name().equals(party.name()))).toList();
    return others.size() == claimant.parties().size() ? claimant
        : new Phrase(others, claimant.speaker(), claimant.anaphoric());
  }
}
