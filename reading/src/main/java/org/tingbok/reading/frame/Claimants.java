package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.claim.Speaker;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.ClaimType;

/// Who makes a claim that the labeller sees: whom the words it names lead to, or who goes on speaking.
///
/// Looks at one sentence; not for several threads.
final class Claimants {
  private static final Set<String> FLOATING = Set.of("both", "all", "each"); // "A and B have both condemned": not the subject
  private static final Set<String> BOAST = Set.of("claim", "boast", "brag");
  private static final Set<String> FIRST_PERSON = Set.of("we", "i", "wir", "ich", "vi", "jeg", "nous", "je");
  private static final Set<String> GOING_ON = Set.of("it", "they", "he", "she", "er", "sie", "es", "han", "hun", "de",
      "den", "il", "elle", "ils", "elles");
  private static final Set<String> WHEN = Set.of("after", "when", "before", "since", "once", "while");
  private static final WordList ACCUSE = WordList.of("linking");
  private static final Set<String> SOME = Set.of("some", "others", "many", "several"); // "some have blamed X"
  private static final Set<String> RELATIVE = Set.of("which", "who", "that");
  private static final Set<String> DISCUSSING = Set.of("debate", "discuss", "compare", "weigh", "consider", "examine",
      "investigate", "probe", "review", "study");
  private static final Pattern MUTE = Pattern.compile("CVE-.*|Telegram|X|Twitter"); // names that nobody speaks by
  private static final int SHORTLY = 400; // code units from a claim within which a pronoun means who made it

  private final Scene scene;
  private final Tree tree;
  private final List<ClaimDraft> earlier;
  private final Embedding embedding;
  private final ContextReader contexts;
  private final Authorship authorship;

  Claimants(Scene scene, Embedding embedding, ContextReader contexts, List<ClaimDraft> earlier) {
    this.scene = scene;
    this.tree = scene.tree();
    this.earlier = earlier;
    this.embedding = embedding;
    this.contexts = contexts;
    authorship = new Authorship(scene, embedding);
  }

  /// Who claims it.
  ///
  /// @param proposition what the labeller saw
  /// @return nobody if it is the publication's own
  Phrase claimant(Proposition proposition) {
    return switch (proposition.voice()) {
      case OWN -> quoted(proposition.predicate()) && scene.quotee().somebody() ? scene.quotee()
          : contexts.of(proposition.predicate()).claimant();
      case GOES_ON -> scene.quotee().somebody() ? scene.quotee()
          : IndirectSpeech.of(tree, proposition.predicate()) && scene.discourse().telling().somebody()
              ? scene.discourse().telling()
              : lastSpeaker();
      case NAMED -> named(proposition);
    };
  }

  /// "we have placed two men under sanctions": outside of quotations the first person is the publication's own.
  boolean ownWords(Token predicate) {
    return !quoted(predicate)
        && scene.roles().subject(predicate).stream().anyMatch(subject -> FIRST_PERSON.contains(Tree.low(subject)));
  }

  private static boolean actors(Phrase phrase) {
    return !phrase.parties().isEmpty()
        && phrase.parties().stream().allMatch(party -> party.kind() == PartyKind.THREAT_ACTOR);
  }

  boolean quoted(Token token) {
    return scene.quotes().stream().anyMatch(quote -> quote.start() <= token.start() && token.end() <= quote.end());
  }

  /// Who made the claim shortly before, where nobody else was the subject of a clause since.
  private Phrase goesOn(Token pronoun) {
    if (earlier.isEmpty()) {
      return Phrase.NOBODY;
    }
    int end = earlier.get(earlier.size() - 1).evidence().get(0).end();
    boolean since = scene.discourse().first(end, pronoun.start(), mention -> mention.subject()
        && mention.party().kind() != PartyKind.THREAT_ACTOR).isPresent();
    Phrase last = lastSpeaker();
    return since || pronoun.start() - end > SHORTLY || actors(last) ? Phrase.NOBODY : last;
  }

  private Phrase lastSpeaker() {
    for (int i = earlier.size() - 1; i >= 0; i--) {
      if (earlier.get(i).claimant().somebody()) {
        Phrase last = earlier.get(i).claimant();
        return new Phrase(last.parties(), last.speaker(), true);
      }
    }
    return Phrase.NOBODY;
  }

  /// Who is named as speaking; a pronoun does not lead back to a group of hackers unless it speaks of itself.
  private Phrase named(Proposition proposition) {
    List<Token> heads =
        accusers(proposition).stream().filter(head -> !agentOfAnother(proposition.predicate(), head))
            .filter(head -> !partOfName(head, proposition.claimants()) && !discusses(proposition.predicate(), head))
            .filter(head -> !beside(proposition.predicate(), head) && !exists(head)
                && !meanwhile(proposition.predicate(), head))
            .toList();
    heads = citing(heads);
    boolean nobody = proposition.type() == ClaimType.NON_ATTRIBUTION && !heads.isEmpty() && heads.stream()
        .allMatch(head -> tree.child(head, "det").filter(det -> Tree.low(det).equals("no")).isPresent());
    if (nobody) {
      return Phrase.NOBODY;
    }
    boolean blamed = proposition.type() == ClaimType.ATTRIBUTION && Tree.verbal(proposition.predicate())
        && ACCUSE.contains(Tree.lemma(proposition.predicate())) && scene.roles().passive(proposition.predicate());
    if (blamed) { // "der Angriff wird Russland zugeschrieben": not by Russia
      heads = heads.stream().filter(head -> !proposition.first().contains(head)).toList();
    }
    boolean boasting =
        proposition.type() == ClaimType.ATTRIBUTION && heads.stream().anyMatch(proposition.first()::contains);
    boolean selfAccusing = boasting || proposition.type() == ClaimType.DENIAL
        || heads.stream().anyMatch(proposition.first()::contains);
    List<Party> parties = new ArrayList<>();
    Optional<Speaker> speaker = Optional.empty();
    boolean anaphoric = false;
    for (Token part : heads) {
      Token head = first(part);
      Phrase phrase = speaker(head);
      Phrase before = GOING_ON.contains(Tree.low(head)) && !selfAccusing ? goesOn(head) : Phrase.NOBODY;
      if (before.somebody()) {
        phrase = before;
      } else if (head.upos() == Upos.PRON && !selfAccusing && actors(phrase)) {
        phrase = scene.discourse().last(head.start(), mention -> mention.subject()
            && mention.party().kind() != PartyKind.THREAT_ACTOR && !mention.nouns().contains("hacker"))
            .map(mention -> new Phrase(List.of(mention.party()), mention.speaker().map(name -> new Speaker(name,
                Optional.empty())), true))
            .orElse(phrase);
      }
      if (head.upos() == Upos.PRON && !before.somebody()) {
        phrase = boasting ? ofHackers(head, phrase)
            : proposition.type() == ClaimType.ALIAS ? ofWhoNames(head, phrase) : phrase;
      }
      for (Party party : phrase.parties()) {
        boolean mute = malware(party) || MUTE.matcher(party.name()).matches() || timed(head);
        if (!mute && parties.stream().noneMatch(known -> known.name().equals(party.name()))) {
          parties.add(party);
        }
      }
      speaker = speaker.isPresent() ? speaker : phrase.speaker();
      anaphoric |= phrase.anaphoric();
    }
    if (parties.isEmpty()) {
      for (Token head : heads) {
        if (animate(head) && !fragment(head) || SOME.contains(Tree.low(head))) {
          described(head).map(party -> boasting || party.kind() != PartyKind.THREAT_ACTOR ? party
              : new Party(party.name(), PartyKind.ORGANISATION, party.country(), party.text())).ifPresent(parties::add);
        }
      }
    }
    return new Phrase(parties, speaker, anaphoric);
  }

  /// "Citing two officials, CNN reported": they say it, and CNN passes it on.
  private List<Token> citing(List<Token> heads) {
    List<Token> cited = heads.stream().map(head -> Tree.is(head, "nsubj")
        ? tree.head(head).filter(Tree::verbal).flatMap(verb -> ContextReader.cites(tree, verb)).orElse(head)
        : head).distinct().toList();
    return cited.equals(heads) ? heads : cited;
  }

  /// "A, B and C said": whoever is named as one of several says it with the others.
  private Token first(Token part) {
    Token current = part;
    for (int i = 0; i < 6; i++) {
      boolean listed = Tree.is(current, "conj")
          || Tree.is(current, "appos") && !tree.children(current, "conj").isEmpty();
      Optional<Token> above = listed ? tree.head(current).filter(Tree::nominal) : Optional.empty();
      if (above.isEmpty()) {
        return Tree.is(current, "nsubj") ? current : part;
      }
      current = above.get();
    }
    return part;
  }

  /// "utenriksminister Ine Eriksen Søreide": office and name are one who speaks, where the labeller saw two.
  private boolean partOfName(Token head, List<Token> others) {
    return head.deprel().startsWith("flat") && tree.head(head).filter(others::contains).isPresent();
  }

  /// Of several words taken for the claimant those that the predicate has for its subject, with what is coordinated: whoever
  /// stands farther out passed it on.
  private List<Token> accusers(Proposition proposition) {
    List<Token> subjects = Tree.verbal(proposition.predicate()) ? scene.roles().subject(proposition.predicate())
        : List.of();
    List<Token> own = proposition.claimants().stream().filter(head -> subjects.contains(head)
        || Tree.is(head, "conj") && tree.head(head).filter(subjects::contains).isPresent())
        .filter(head -> !FLOATING.contains(Tree.low(head))).toList();
    boolean boasts = proposition.type() == ClaimType.ATTRIBUTION && BOAST.contains(Tree.lemma(proposition.predicate()))
        && !subjects.isEmpty() && proposition.first().containsAll(subjects);
    List<Token> named = proposition.claimants().stream().filter(head -> head.upos() == Upos.PROPN).toList();
    // "Its rival X disagrees: in a report it …": of a name and a pronoun for it, the name says who it is.
    boolean pronoun = !own.isEmpty() && own.stream().allMatch(head -> head.upos() == Upos.PRON && named.stream()
        .anyMatch(name -> name.start() < head.start()));
    return boasts ? proposition.first()
        : pronoun ? named
            : !own.isEmpty() ? own : actor(proposition).map(List::of).orElse(proposition.claimants());
  }

  /// The subject of a verb of acting or accusing, whatever else the labeller took for who speaks.
  private Optional<Token> actor(Proposition proposition) {
    Token verb = proposition.predicate();
    boolean acts = scene.english() && Tree.verbal(verb) && !scene.roles().passive(verb) && switch (proposition.type()) {
      case RESPONSE, DENIAL, NON_ATTRIBUTION, ATTRIBUTION, ALIAS -> true;
      case AFFILIATION, IMPACT, METHOD -> false;
    };
    Optional<Token> antecedent = acts ? antecedent(verb) : Optional.empty();
    return !acts ? Optional.empty()
        : antecedent.or(() -> tree.child(verb, "nsubj")).filter(subject -> Tree.nominal(subject)
            && subject.upos() != Upos.PRON
            && !proposition.first().contains(subject) && !proposition.second().contains(subject)
            && scene.resolver().resolve(subject).parties().stream().anyMatch(party -> switch (party.kind()) {
              case STATE, BODY, ORGANISATION, PERSON -> true;
              case THREAT_ACTOR, DESCRIBED -> false;
            }));
  }

  /// "X, which denies it": the noun that a relative clause belongs to, where its pronoun is the clause's subject.
  private Optional<Token> antecedent(Token verb) {
    return verb.deprel().equals("acl:relcl") ? tree.child(verb, "nsubj")
        .filter(subject -> RELATIVE.contains(Tree.low(subject))).flatMap(subject -> tree.head(verb))
        .filter(noun -> !Nouns.OPERATION.contains(Tree.lemma(noun)))
        : Optional.empty();
  }

  /// "debated how to answer spying attributed to X": whoever talks about an accusation has not made it.
  private boolean discusses(Token predicate, Token head) {
    boolean participle =
        predicate.deprel().startsWith("acl") && Tree.verbal(predicate) && scene.roles().passive(predicate);
    return scene.english() && participle
        && tree.tokens().stream().anyMatch(verb -> DISCUSSING.contains(Tree.lemma(verb))
            && Tree.verbal(verb) && scene.roles().subject(verb).stream().anyMatch(subject -> subject.equals(head)
                || Tree.is(head, "conj") && tree.head(head).filter(subject::equals).isPresent()));
  }

  /// "X has been blamed by A, and Y has been accused": nobody of the clause before is told to accuse Y, and in "A expelled ten after
  /// the hack, which was blamed on X" nobody says that it was A.
  private boolean beside(Token verb, Token head) {
    boolean agentless = scene.english() && Tree.verbal(verb) && Tree.is(verb, "conj") && scene.roles().passive(verb)
        && tree.child(verb, "nsubj:pass").isPresent() && scene.roles().agents(verb).isEmpty();
    boolean relative = scene.english() && Tree.verbal(verb) && verb.deprel().equals("acl:relcl")
        && scene.roles().passive(verb) && scene.roles().agents(verb).isEmpty();
    boolean other = relative && Tree.is(head, "nsubj")
        && tree.head(head).filter(act -> !act.equals(verb) && Tree.verbal(act)
            && embedding.verb(Tree.lemma(act)).isEmpty() && tree.children(act, "obj", "obl").stream()
                .noneMatch(document -> authorship.vessel(document)))
            .isPresent();
    return other || agentless && tree.head(verb).filter(before -> Tree.verbal(before) && scene.roles().passive(before)
        && tree.head(head).filter(before::equals).isPresent()).isPresent();
  }

  /// "X declared an emergency after Y had encrypted its servers": when X acted is no word of X's.
  private boolean meanwhile(Token predicate, Token head) {
    Optional<Token> act = Tree.is(head, "nsubj") ? tree.head(head).filter(Tree::verbal) : Optional.empty();
    Token current = predicate;
    for (int i = 0; i < 8 && act.isPresent() && scene.english(); i++) {
      Optional<Token> above = tree.head(current);
      if (above.isEmpty()) {
        return false;
      }
      if (above.get().equals(act.get())) {
        return Tree.is(current, "advcl")
            && tree.child(current, "mark").filter(mark -> WHEN.contains(Tree.low(mark))).isPresent()
            && !proposes(act.get());
      }
      current = above.get();
    }
    return false;
  }

  /// Whether a verb of saying or accusing.
  private boolean proposes(Token verb) {
    return ACCUSE.contains(Tree.lemma(verb)) || embedding.verb(Tree.lemma(verb)).isPresent()
        && tree.child(verb, "ccomp").isPresent();
  }

  /// "there are others whose …": that they exist is told of them, and nothing that they say.
  private boolean exists(Token head) {
    return scene.english() && Tree.is(head, "nsubj")
        && tree.head(head).filter(verb -> tree.child(verb, "expl")
            .filter(there -> Tree.low(there).equals("there")).isPresent()).isPresent();
  }

  /// "is charged, the product was announced by X": who did something else has not charged anybody.
  private boolean agentOfAnother(Token verb, Token head) {
    boolean passive = scene.english() && Tree.verbal(verb) && scene.roles().passive(verb);
    return passive && tree.marker(head).equals("by")
        && tree.head(head).filter(other -> !other.equals(verb) && Tree.verbal(other)
            && embedding.verb(Tree.lemma(other)).isEmpty() && scene.roles().passive(other) && !Tree.is(other, "xcomp"))
            .isPresent();
  }

  private boolean timed(Token head) {
    return scene.times().stream().anyMatch(time -> time.start() <= head.start() && head.end() <= time.end());
  }

  /// "they have taken responsibility": whom hackers' words are reported of, not the agency that was named last.
  private Phrase ofHackers(Token pronoun, Phrase phrase) {
    boolean theirs = phrase.parties().stream().noneMatch(
        party -> party.kind() == PartyKind.BODY || party.kind() == PartyKind.STATE
            || party.kind() == PartyKind.ORGANISATION);
    return theirs || FIRST_PERSON.contains(Tree.low(pronoun)) ? phrase
        : scene.discourse().lastActor(pronoun.start(), Optional.empty())
            .map(mention -> new Phrase(List.of(mention.party()), Optional.empty(), true)).orElse(phrase);
  }

  /// "which it tracks as": those who name groups are firms and bodies, not the state that was named last.
  private Phrase ofWhoNames(Token pronoun, Phrase phrase) {
    return phrase.parties().stream().noneMatch(party -> party.kind() == PartyKind.STATE) ? phrase
        : scene.discourse().last(pronoun.start(), mention -> mention.party().kind() == PartyKind.ORGANISATION
            || mention.party().kind() == PartyKind.BODY)
            .map(mention -> new Phrase(List.of(mention.party()), Optional.empty(), true)).orElse(phrase);
  }

  /// "Timeline of industries hit by X": the head of a sentence without a verb says nothing, unless a colon follows.
  private boolean fragment(Token head) {
    return scene.english() && head.head() < 0 && Tree.nominal(head) && tree.child(head, "cop").isEmpty()
        && tree.tokens().stream().noneMatch(token -> token.form().equals(":") && token.index() > head.index());
  }

  /// Whether the words can be those of somebody who speaks.
  private static boolean animate(Token head) {
    String lemma = Tree.lemma(head);
    return head.upos() == Upos.PROPN || head.upos() == Upos.NOUN && (Nouns.PEOPLE.contains(lemma)
        || Nouns.BODY.contains(lemma) || Nouns.COMPANY.contains(lemma) || Nouns.OUTLET.contains(lemma)
        || Nouns.GROUP.contains(lemma)
        || lemma.matches("\\p{L}+(?:er|or|ist|ian|ant|man|woman|eur|ør|media|press|jury|arm|division|branch)")
        || Tree.is(head, "nsubj") && lemma.matches("people|person|source|insider"));
  }

  /// A report claims what its author claims.
  private Phrase speaker(Token head) {
    if (authorship.vessel(head)) {
      return authorship.author(head);
    }
    return scene.resolver().resolve(head);
  }

  Optional<Party> described(Token head) {
    if (SOME.contains(Tree.low(head)) && Tree.is(head, "nsubj") && head.upos() != Upos.NOUN) {
      return Optional.of(new Party(Tree.low(head), PartyKind.DESCRIBED, Optional.empty(), head.form()));
    }
    boolean operation = scene.matches().stream().anyMatch(match -> match.start() <= head.start()
        && head.end() <= match.end() && match.names().stream().allMatch(name -> name.sort() == Name.Sort.OPERATION
            || name.sort() == Name.Sort.MALWARE)
        && match.as(Name.Sort.OPERATION).isPresent());
    boolean program = Nouns.PROGRAM.contains(Tree.low(head)) && tree.children(head, "compound", "flat").isEmpty();
    if (operation || program || head.upos() == Upos.PRON || head.upos() == Upos.DET) {
      return Optional.empty();
    }
    String words = scene.resolver().words(head).replaceFirst("^(?i)(?:the|a|an|its|their|our) ", "").replaceAll(
        "^[\"“„«']+|[\"”“»',]+$", "").replaceAll("\\s+", " ");
    if (words.isBlank()) {
      return Optional.empty();
    }
    PartyKind kind = head.upos() == Upos.PROPN ? PartyKind.THREAT_ACTOR : PartyKind.DESCRIBED;
    return Optional.of(new Party(words, kind, scene.resolver().stateIn(head), words));
  }

  /// Whether a name is known as that of a program alone.
  boolean malware(Party party) {
    return scene.matches().stream().anyMatch(match -> match.spelling().equalsIgnoreCase(party.name())
        && match.as(Name.Sort.MALWARE).isPresent() && match.as(Name.Sort.ACTOR).isEmpty());
  }
}
