package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tingbok.claim.Certainty;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.PartialDate;

/// Finds who says what a predicate says: climbs from it through all that it is embedded in.
///
/// The innermost speaker is the claimant; outer ones passed it on. Looks at one sentence; not for several threads.
final class ContextReader {
  private static final Set<String> NEGATION = Set.of("not", "n't", "never", "neither", "nor", "no", "ikke", "aldri",
      "nicht", "nie", "kein", "keine", "pas", "jamais", "nunca", "tampoco", "ni", "sin", "nadie", "without", "hardly",
      "n’t", "cannot");
  private static final Set<String> NO =
      Set.of("no", "any", "keine", "kein", "ingen", "aucune", "aucun", "ninguna", "ningún", "ninguno",
          "little");
  private static final WordList NOBODY = WordList.of("nobody");
  private static final Set<String> EVIDENCE =
      Set.of("evidence", "proof", "trace", "sign", "indication", "hint", "reason");
  private static final Set<String> ACCORDING = Set.of("according to", "per", "ifølge", "laut", "nach", "zufolge",
      "selon", "d'après", "según", "conforme a", "for", "to", "in");

  private static final Set<String> SOURCES = Set.of("people", "person", "source", "insider", "official", "diplomat");
  private static final Set<String> CITING = Set.of("citing", "quoting", "citant", "citando");
  private static final Set<String> REFERENCE = Set.of("berufung", "henvisning"); // "unter Berufung auf", "med henvisning til"

  private final Scene scene;
  private final Tree tree;
  private final Embedding embedding;
  private final Authorship authorship;
  private final SayingDay days;
  private final Optional<Afterword.Said> afterword;
  private final Unproven unproven;
  private final Supposition supposition;

  ContextReader(Scene scene, FrameCatalogue catalogue) {
    this.scene = scene;
    this.tree = scene.tree();
    this.embedding = catalogue.embedding();
    this.days = new SayingDay(scene, catalogue);
    authorship = new Authorship(scene, embedding);
    afterword = new Afterword(scene, embedding).said();
    unproven = new Unproven(scene.tree());
    supposition = new Supposition(scene, embedding, this::negated);
  }

  /// When something was said, if some words name a day of saying.
  PartialDate named(Token word) {
    return days.named(word);
  }

  /// When a claim that is an act of its own was made, whatever embeds it.
  PartialDate saidOn(Token predicate, Context context) {
    PartialDate own = days.of(predicate, Optional.empty(), true);
    return own.stated() ? own : context.saidOn();
  }

  /// What a predicate is embedded in.
  Context of(Token predicate) {
    Phrase claimant = Phrase.NOBODY;
    Optional<Token> by = Optional.empty();
    List<String> via = new ArrayList<>();
    CertaintyLevel level = CertaintyLevel.ASSERTED;
    boolean negated = negated(predicate);
    boolean denied = false;
    boolean asserted = false;
    boolean supposed = supposition.ofTheSentence();
    String hedgeWord = "";
    Token current = predicate;
    for (int i = 0; i < 24; i++) {
      if (supposition.supposes(current)) {
        supposed = true;
      }
      Optional<Phrase> according = according(current);
      if (according.isPresent()) {
        claimant = put(claimant, according.get(), via);
        by = by.isPresent() ? by : Optional.of(current);
      }
      Optional<Token> insertion = tree.children(current, "parataxis").stream()
          .filter(child -> embedding.verb(Tree.lemma(child)).isPresent()
              && tree.child(child, "nsubj").isPresent())
          .findFirst();
      if (insertion.isPresent()) {
        claimant = put(claimant, speaker(insertion.get()), via);
        by = by.isPresent() ? by : insertion;
        CertaintyLevel inserted = embedding.verb(Tree.lemma(insertion.get())).orElse(CertaintyLevel.ASSERTED);
        level = inserted.compareTo(level) > 0 ? inserted : level;
        told(insertion.get(), via);
      }
      Optional<Token> above = tree.head(current);
      if (above.isEmpty()) {
        break;
      }
      Token head = above.get();
      Token from = current;
      String lemma = Tree.lemma(head);
      if (aside(current)) {
        break;
      }
      boolean content = confident(current)
          || Tree.is(current, "ccomp", "xcomp", "csubj", "parataxis", "advcl", "obj", "dep")
          || Tree.is(current, "acl") && !current.deprel().equals("acl:relcl")
          || Tree.is(current, "conj") && Tree.verbal(head) && IndirectSpeech.in(tree, current)
              && !IndirectSpeech.in(tree, head);
      if (content && (Tree.verbal(head) || head.upos() == Upos.ADJ) && embedding.verb(lemma).isPresent()
          && !(Tree.is(current, "advcl") && !contentClause(current))
          && !(Tree.is(current, "obj") && Tree.verbal(current))) {
        boolean purpose =
            Tree.is(current, "xcomp") && lemma.matches("find|know|show|describe|charge|make|want|publish");
        CertaintyLevel said = embedding.verb(lemma).orElseThrow();
        if (!purpose || said != CertaintyLevel.ASSERTED) {
          if (scene.roles().passive(head) && scene.roles().subject(head).isEmpty()) {
            if (said != CertaintyLevel.ASSERTED && !claimant.somebody()) {
              level = said.compareTo(level) > 0 ? said : level;
            }
          } else if (!Tree.is(current, "obj") || Tree.nominal(current)) {
            Phrase who = speaker(head);
            if (who.somebody()) {
              claimant = put(claimant, cited(head), via);
              claimant = put(claimant, who, via);
              by = by.isPresent() ? by : Optional.of(head);
              told(head, via);
            }
          }
          if (claimant.parties().isEmpty() || by.filter(head::equals).isPresent()) {
            level = said.compareTo(level) > 0 ? said : level;
            hedgeWord = said == CertaintyLevel.ASSERTED ? hedgeWord : head.form();
          }
        }
        negated ^= negated(head) && !lemma.matches("confirm|know");
      } else if (content && embedding.denies(lemma)) {
        denied |= !undoubted(head);
      } else if (head.upos() == Upos.NOUN && embedding.noun(lemma).isPresent() && content
          && !Cues.undoubted(tree, head)) {
        asserted = true;
        Phrase who = owner(head);
        if (who.somebody()) {
          claimant = put(claimant, who, via);
          by = by.isPresent() ? by : Optional.of(head);
        }
        CertaintyLevel said = embedding.noun(lemma).orElseThrow();
        level = said.compareTo(level) > 0 ? said : level;
        if (tree.child(head, "det").filter(det -> NO.contains(Tree.low(det))).isPresent()) {
          negated = true;
        }
      } else if (content && head.upos() == Upos.NOUN
          && lemma.matches("evidence|proof|trace|sign|indication|beweis|bevis|spor")
          && noEvidence(head) && !asserted) {
        negated = true;
      }
      boolean concludes = content && Tree.verbal(head) && embedding.verb(lemma).isEmpty() && contentClause(current)
          && tree.children(head, "obl", "obj").stream().anyMatch(noun -> embedding.noun(Tree.lemma(noun)).isPresent()
              && noun.index() < from.index());
      if (concludes && !claimant.somebody()) {
        claimant = speaker(head);
        by = Optional.of(head);
      }
      if (content && Tree.verbal(head) && unproven(head) && !asserted) {
        negated = true;
        claimant = claimant.somebody() ? claimant : speaker(head);
        by = by.isPresent() ? by : Optional.of(head);
      }
      boolean complement = Tree.is(current, "xcomp") || Tree.is(current, "advcl") && head.upos() == Upos.ADJ;
      if (complement && (lemma.matches("able|possible|manage|succeed") && negated(head)
          || lemma.matches("unable|impossible|fail|unlikely"))) {
        negated = true;
      }
      if (Tree.is(current, "xcomp", "ccomp", "advcl")
          && lemma.matches("want|wish|try|attempt|fear|worry|threaten|hope|"
              + "seek|suppose|imagine|plan|intend|refuse|decline|prevent|stop|help|continue|ask|wonder|doubt|accuse|suspect|beschuldigen|anklage")) {
        supposed |= lemma
            .matches("want|wish|fear|worry|hope|wonder|ask|refuse|decline|intend|plan|threaten|suppose|imagine");
      }
      supposed |= supposition.under(current, head, content);
      current = head;
    }
    if (!claimant.somebody()) {
      Optional<Afterword.Said> said = afterword.filter(last -> last.verb().index() > predicate.index() + 1);
      claimant = said.map(Afterword.Said::speaker).orElse(claimant);
      by = said.isPresent() ? said.map(Afterword.Said::verb) : by;
    }
    if (claimant.parties().isEmpty() && quoted(predicate) && scene.quotee().somebody()) {
      claimant = scene.quotee();
    }
    if (!claimant.somebody() && !quoted(predicate) && IndirectSpeech.of(tree, predicate)) {
      claimant = scene.discourse().telling();
    }
    negated = (negated || unproven.covers(predicate)) && (!unproven.claimed(predicate) || negated(predicate));
    Certainty certainty = certainty(predicate, by, level, hedgeWord);
    return new Context(claimant, by, via, certainty, negated, denied, supposed,
        days.of(predicate, by, false));
  }

  /// "with high confidence that …": what the confidence is in is what the verb beside it embeds.
  private boolean confident(Token current) {
    return Tree.is(current, "obl", "nmod") && Tree.lemma(current).matches("confidence|certainty");
  }

  /// What stands in an apposition or an aside between commas is the writer's own, not the words of whoever is reported.
  private boolean aside(Token current) {
    boolean comma = tree.firstOf(current) > 0 && tree.token(tree.firstOf(current)).form().equals(",")
        || tree.firstOf(current) > 0 && tree.token(tree.firstOf(current) - 1).form().equals(",");
    return comma
        && (Tree.is(current, "appos") || current.deprel().equals("acl:relcl") && Tree.nominal(tree.head(current)
            .orElse(current)));
  }

  private static Phrase put(Phrase inner, Phrase outer, List<String> via) {
    if (!outer.somebody()) {
      return inner;
    }
    if (inner.somebody()) {
      outer.parties().stream()
          .filter(party -> inner.parties().stream().noneMatch(known -> known.name().equals(party.name())))
          .forEach(party -> via.add(party.name()));
      return inner;
    }
    return outer;
  }

  /// "told NRK": who heard it passed it on.
  private void told(Token verb, List<String> via) {
    String lemma = Tree.lemma(verb);
    if (lemma.matches("tell|inform|fortelle|opplyse")) {
      tree.child(verb, "iobj", "obj").ifPresent(listener -> outlets(listener, via));
    }
    for (Token place : scene.roles().marked(verb, Set.of("to", "in", "on", "with", "til"))) {
      outlets(place, via);
    }
  }

  private void outlets(Token nominal, List<String> via) {
    for (Party party : scene.resolver().resolve(nominal).parties()) {
      if (party.kind() == PartyKind.ORGANISATION && !via.contains(party.name())) {
        via.add(party.name());
      }
    }
  }

  /// Who a verb of saying has for its subject; the author where that is a report; who it is said of in the passive.
  Phrase speaker(Token verb) {
    List<Token> subjects = scene.roles().subject(verb);
    if (subjects.isEmpty()) {
      subjects = beside(verb);
    }
    if (subjects.isEmpty()) {
      return Phrase.NOBODY;
    }
    Token subject = subjects.get(0);
    if (authorship.vessel(subject)) {
      return authorship.author(subject);
    }
    return scene.resolver().resolve(subject);
  }

  /// "…, investigators say", "…, said X": who stands beside the verb where the tree gives it no subject.
  private List<Token> beside(Token verb) {
    if (verb.xpos().equals("VBN") || verb.xpos().equals("VB") || verb.xpos().equals("VBG")) {
      return List.of();
    }
    for (int i = verb.index() - 1; i >= Math.max(0, verb.index() - 3); i--) {
      Token token = tree.token(i);
      if (Tree.nominal(token) && token.upos() != Upos.NUM && tree.marker(token).isEmpty()
          && !Tree.is(token, "compound", "flat")) {
        return List.of(token);
      }
    }
    return List.of();
  }

  /// Whether it is what somebody gave no evidence for, which is said of an accusation and is none.
  boolean unevidenced(Token predicate) {
    return unproven.given(predicate);
  }

  /// Whose a report, conclusion or accusation is.
  Phrase owner(Token noun) {
    return authorship.owner(noun);
  }

  private Optional<Phrase> according(Token current) {
    for (Token child : tree.children(current)) {
      if (!Tree.is(child, "obl", "nmod", "advmod", "advcl", "parataxis", "dep", "dislocated", "nsubj")) {
        continue;
      }
      String marker = tree.marker(child);
      boolean plain = marker.equals("according to") || marker.startsWith("according") || marker.equals("ifølge")
          || marker.equals("laut") || marker.equals("selon") || marker.equals("según") || marker.equals("zufolge")
          || marker.equals("d'après") || marker.equals("per") || marker.equals("segun");
      boolean words = ACCORDING.contains(marker) && Set.of("view", "reading", "assessment", "opinion", "judgment",
          "judgement", "estimate", "eyes", "mind", "words", "word", "book", "account", "telling", "erkenntnis",
          "erkenntnisse", "angabe", "angaben", "einschätzung").contains(Tree.lemma(child));
      words &= !marker.matches("in|for|to") || tree.child(child, "nmod:poss", "nmod").isPresent();
      boolean toThem = marker.equals("to") && child.index() < current.index()
          && (tree.firstOf(child) == 0 || tree.token(tree.firstOf(child) - 1).form().equals(";"))
          && child.upos() == Upos.PROPN;
      if (plain || words || toThem) {
        Optional<Token> antecedent = Tree.low(child).matches("which|whom") ? antecedent(current) : Optional.empty();
        Phrase phrase = antecedent.isPresent() ? authorship.author(antecedent.get())
            : words || authorship.vessel(child) ? authorship.author(child)
                : whoever(child);
        if (phrase.somebody() && phrase.parties().get(0).kind() != PartyKind.THREAT_ACTOR
            && !(phrase.parties().get(0).kind() == PartyKind.DESCRIBED && authorship.vessel(child)
                && phrase.parties().get(0).name().matches("(?i).*(?:hack|group|actor|gang|ransomware).*"))) {
          return Optional.of(phrase);
        }
      }
    }
    return Optional.empty();
  }

  /// Who a noun means; of people who are not told apart, that they are people.
  private Phrase whoever(Token noun) {
    Phrase phrase = scene.resolver().resolve(noun);
    if (phrase.somebody() || !scene.english() || !SOURCES.contains(Tree.lemma(noun))) {
      return phrase;
    }
    String words = scene.view().substring(tree.token(tree.firstOf(noun)).start(), tree.token(tree.lastOf(noun)).end())
        .replaceFirst("^(?i)(?:according to|citing|quoting) ", "").replaceFirst("^(?i)(?:the|a|an) ", "")
        .replaceAll("\\s+", " ");
    return new Phrase(List.of(new Party(words, PartyKind.DESCRIBED, Optional.empty(), words)), Optional.empty(), false);
  }

  /// "Citing two officials, CNN reported": whom an outlet cites said it, and the outlet passed it on.
  private Phrase cited(Token verb) {
    return cites(tree, verb).map(this::whoever).filter(phrase -> phrase.parties().stream()
        .noneMatch(party -> party.kind() == PartyKind.THREAT_ACTOR)).orElse(Phrase.NOBODY);
  }

  /// Whom the subject of a verb of saying cites.
  static Optional<Token> cites(Tree tree, Token verb) {
    Stream<Token> clauses = Stream.concat(tree.children(verb, "advcl", "parataxis").stream(),
        tree.children(verb, "nsubj").stream().flatMap(subject -> tree.children(subject, "acl").stream()))
        .filter(clause -> CITING.contains(Tree.low(clause)))
        .flatMap(clause -> tree.children(clause, "obj", "obl").stream());
    Stream<Token> nouns = tree.children(verb, "obl").stream().filter(noun -> REFERENCE.contains(Tree.low(noun)))
        .flatMap(noun -> Stream.concat(tree.children(noun, "nmod").stream(), tree.children(verb, "obl").stream()
            .filter(other -> other.index() > noun.index() && Set.of("auf", "til").contains(tree.marker(other)))));
    return Stream.concat(clauses, nouns).filter(Tree::nominal).findFirst();
  }

  /// What a relative clause hangs on: "a declaration, according to which …".
  private Optional<Token> antecedent(Token clause) {
    Token current = clause;
    for (int i = 0; i < 3; i++) {
      Optional<Token> above = tree.head(current);
      if (above.isEmpty() || Tree.is(current, "acl:relcl", "acl")) {
        return above.filter(Tree::nominal);
      }
      current = above.get();
    }
    return Optional.empty();
  }

  private boolean contentClause(Token clause) {
    return tree.child(clause, "mark").filter(mark -> Set.of("that", "as", "at", "dass", "que").contains(Tree.low(mark)))
        .isPresent() || tree.child(clause, "mark").isEmpty() && tree.child(clause, "nsubj").isPresent();
  }

  /// Whether a predicate is negated by its own words.
  boolean negated(Token predicate) {
    for (Token child : tree.children(predicate)) {
      if (Tree.is(child, "advmod", "neg", "cc", "mark", "det", "case") && NEGATION.contains(Tree.low(child))
          && !(Tree.low(child).equals("no") && Tree.is(child, "det") && !Tree.nominal(predicate))
          && !followedByOnly(child)) {
        return true;
      }
      if (Tree.is(child, "nsubj") && (tree.child(child, "det").filter(det -> NO.contains(Tree.low(det))
          && !Tree.low(det).equals("any")).isPresent()
          || NOBODY.contains(Tree.low(child)))) {
        return true;
      }
      if (Tree.is(child, "advmod") && Tree.low(child).equals("longer")) {
        return true;
      }
      if (Tree.is(child, "aux") && (Tree.low(child).equals("cannot") || tree.child(child, "advmod")
          .filter(word -> NEGATION.contains(Tree.low(word))).isPresent())) {
        return true;
      }
    }
    return false;
  }

  private boolean followedByOnly(Token word) {
    return word.index() + 1 < tree.size() && Tree.low(tree.token(word.index() + 1)).matches("only|least|just");
  }

  private boolean noEvidence(Token noun) {
    if (tree.child(noun, "det").filter(det -> NO.contains(Tree.low(det)) || Tree.low(det).equals("any")).isPresent()) {
      if (tree.child(noun, "det").filter(det -> Tree.low(det).equals("any")).isPresent()) {
        return tree.head(noun).filter(this::negated).isPresent();
      }
      return true;
    }
    return tree.head(noun).filter(this::negated).isPresent();
  }

  /// "does not doubt that", "no reason to doubt that": they hold it to be so.
  private boolean undoubted(Token verb) {
    return negated(verb) || tree.head(verb).filter(noun -> Tree.is(verb, "acl") && noEvidence(noun)).isPresent();
  }

  /// "found no sign that", "have no evidence that", where the tree hangs the clause on the verb.
  private boolean unproven(Token verb) {
    return tree.child(verb, "obj").filter(noun -> EVIDENCE.contains(Tree.lemma(noun)) && noEvidence(noun)
        && tree.children(noun, "acl").stream().noneMatch(clause -> embedding.denies(Tree.lemma(clause)))).isPresent();
  }

  private boolean quoted(Token token) {
    return scene.quotes().stream().anyMatch(quote -> quote.start() <= token.start() && token.end() <= quote.end());
  }

  private Certainty certainty(Token predicate, Optional<Token> by, CertaintyLevel level, String word) {
    StringBuilder words = new StringBuilder();
    collect(predicate, words, 0);
    Token current = predicate;
    for (int i = 0; i < 8; i++) {
      Optional<Token> above = tree.head(current);
      if (above.isEmpty() || by.isPresent() && current.equals(by.get())) {
        break;
      }
      current = above.get();
      if (Tree.verbal(current) || current.upos() == Upos.ADJ || current.upos() == Upos.NOUN) {
        collect(current, words, 1);
      }
    }
    Certainty hedged = embedding.certainty(words.toString(), true);
    if (hedged.level() == CertaintyLevel.ASSERTED && level != CertaintyLevel.ASSERTED) {
      return new Certainty(level, word.isEmpty() ? Optional.empty() : Optional.of(word), Optional.empty(),
          Optional.empty());
    }
    return hedged;
  }

  /// The words that may hedge a predicate: its adverbs, auxiliaries, and phrases of confidence.
  private void collect(Token predicate, StringBuilder words, int depth) {
    if (predicate.upos() == Upos.ADJ || predicate.upos() == Upos.VERB && depth == 1) {
      words.append(' ').append(predicate.form());
    }
    for (Token child : tree.children(predicate)) {
      boolean phrase =
          Tree.is(child, "obl", "nmod", "obj") && Tree.lemma(child).matches("confidence|certainty|likelihood|"
              + "sikkerhet|wahrscheinlichkeit|probability|degree|level");
      if (phrase) {
        words.append(' ').append(scene.view(), tree.token(tree.firstOf(child)).start(),
            tree.token(tree.lastOf(child)).end());
      } else if (Tree.is(child, "aux") || Tree.is(child, "advmod")) {
        words.append(" ; ");
        for (int i = tree.firstOf(child); i <= tree.lastOf(child); i++) {
          words.append(tree.token(i).form()).append(' ');
        }
      } else if (Tree.is(child, "amod") && Tree.nominal(predicate)) {
        words.append(" ; ").append(child.form());
      } else if (Tree.is(child, "conj") && depth == 1 && Tree.lemma(child).matches("confidence")) {
        words.append(' ').append(child.form());
      }
    }
  }
}
