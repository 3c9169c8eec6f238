package org.tingbok.reading.frame;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.text.Token;
import org.tingbok.vocabulary.ClaimType;

/// Words without which the labeller is not believed alone.
///
/// It was trained on texts that are dense with claims; in ordinary news on computer security it sees accusations and denials
/// in sentences that only sound like those around them. What no frame seconds has to hold a word that somebody accuses, answers,
/// withholds or acts by. The words are lists in `word-lists.tsv`. English alone: in other languages the labeller sees fewer claims than
/// there are.
///
/// Looks at one sentence; not for several threads.
final class Cues {
  private static final WordList ACCUSING = WordList.of("cue-accusing");
  private static final WordList DEED = WordList.of("cue-deed");
  private static final WordList ANSWERING = WordList.of("cue-answering");
  private static final WordList WITHHOLDING = WordList.of("cue-withholding");
  private static final WordList AUTHORSHIP = WordList.of("cue-authorship");
  private static final WordList NAMING = WordList.of("cue-naming");
  private static final WordList TYING = WordList.of("cue-tying");
  private static final float SEVERAL = 1.1f; // sum from which more than one word of the sentence makes the claim
  private static final WordList PROOF = WordList.of("cue-proof");
  private static final WordList NAMES = WordList.of("cue-alias");
  /// Verbs whose subject accuses, or is what comes from somebody: it is not who is accused.
  private static final Set<String> TRANSITIVE =
      Set.of("identify", "name", "point", "link", "tie", "connect", "trace", "attribute", "blame",
          "accuse", "suspect", "pin", "ascribe", "credit", "come", "stem", "originate", "find", "look", "believe",
          "say", "lead", "implicate",
          "charge", "indict");
  private static final Pattern OTHERS =
      Pattern.compile("(?i)\\b(?:one of (?:the|several|many)|others? (?:groups|crews|gangs|actors)|other groups)\\b");
  private static final Set<String> PUBLISHING = Set.of("publish", "release", "post", "disclose", "unveil");
  private static final Set<String> UNDOUBTED = Set.of("doubt", "question", "secret", "mystery");
  private static final Pattern EXAMPLES = Pattern.compile("(?i)\\b(?:like|such as|including|for example|e\\.g\\.)\\s+");
  private static final Pattern ROW =
      Pattern.compile("(?:[\\p{L}\\p{N}.-]++ ?+){0,5}+(?:,\\s*+(?:[\\p{L}\\p{N}.-]++ ?+){0,5}+)*+");
  private static final WordList HACKERS = WordList.of("generic-hackers");
  private static final WordList ADJECTIVES = WordList.of("generic-adjective");
  private static final Set<String> INNER = Set.of("xcomp", "advcl", "ccomp", "conj");

  private static final Pattern FIRM =
      Pattern.compile("(?i)group|technolog|ltd|company|team|\\bco\\b|gang|army|\\d|\\p{Lu}\\p{Ll}+\\p{Lu}");

  private final Scene scene;
  private final Tree tree;

  Cues(Scene scene) {
    this.scene = scene;
    this.tree = scene.tree();
  }

  /// Whether the sentence holds a word for what the labeller sees.
  ///
  /// @param proposition what it sees, with no frame to second it
  /// @param draft what that makes
  /// @return true for other languages than English
  boolean given(Proposition proposition, ClaimDraft draft) {
    if (!scene.english()) {
      return true;
    }
    if (proposition.probability() > SEVERAL) { // an answer needs its word all the same
      switch (proposition.type()) {
        case NON_ATTRIBUTION -> {
          return withheld(proposition.predicate());
        }
        case DENIAL -> {
        }
        case ALIAS -> {
          return !enumerated(draft);
        }
        case ATTRIBUTION, RESPONSE, AFFILIATION, IMPACT, METHOD -> {
          return true;
        }
      }
    }
    return switch (proposition.type()) {
      case ATTRIBUTION -> accusing(proposition, draft);
      case DENIAL ->
        (any(ANSWERING) || any(PROOF) && any(WITHHOLDING)) && !Grounds.neither(tree, proposition.predicate());
      case NON_ATTRIBUTION -> withheld(proposition.predicate()) && authorship(proposition, draft);
      case RESPONSE -> acting(proposition, draft);
      case ALIAS ->
        ends(draft).allMatch(Cues::bears) && (ends(draft).anyMatch(this::known) || any(NAMES)) && !example(draft)
            && !enumerated(draft);
      case AFFILIATION -> ends(draft).allMatch(Cues::bears) && tying(proposition.predicate());
      case IMPACT, METHOD -> true;
    };
  }

  /// "actors who operate from Chinese soil": more is told of them than that they are actors.
  static boolean toldOf(Tree tree, Token head) {
    return tree.children(head, "acl", "nmod").stream().anyMatch(child -> !tree.marker(child).equals("including")
        && !tree.marker(child).equals("like") && !tree.marker(child).equals("such as"));
  }

  private boolean any(WordList list) {
    return tree.tokens().stream().anyMatch(token -> list.contains(Tree.lemma(token)) || list.contains(Tree.low(token)));
  }

  private static Stream<Party> ends(ClaimDraft draft) {
    return Stream.of(draft.first(), draft.second()).flatMap(List::stream);
  }

  /// A word of withholding that is not told of something else: not in a relative clause or a participle of its own.
  private boolean withheld(Token predicate) {
    Set<Token> above = new HashSet<>();
    Optional<Token> current = Optional.of(predicate);
    while (current.isPresent() && above.add(current.get())) {
      current = tree.head(current.get());
    }
    return tree.tokens().stream()
        .filter(token -> WITHHOLDING.contains(Tree.lemma(token)) || WITHHOLDING.contains(Tree.low(token)))
        .anyMatch(token -> !undoubted(token) && reaches(token, above));
  }

  /// "have no doubt", "it is no secret".
  private boolean undoubted(Token word) {
    Optional<Token> noun = Tree.low(word).equals("no") ? tree.head(word) : Optional.of(word);
    return noun.filter(one -> undoubted(tree, one)).isPresent();
  }

  /// "no doubt", "no secret".
  static boolean undoubted(Tree tree, Token noun) {
    return UNDOUBTED.contains(Tree.lemma(noun)) && tree.child(noun, "det")
        .filter(det -> Tree.low(det).equals("no")).isPresent();
  }

  private boolean reaches(Token word, Set<Token> above) {
    Token current = word;
    for (int i = 0; i < tree.size(); i++) {
      if (above.contains(current)) {
        return true;
      }
      Optional<Token> head = tree.head(current);
      if (head.isEmpty() || Tree.is(current, "acl")) {
        return head.isEmpty();
      }
      current = head.get();
    }
    return true;
  }

  /// Whether a name is one of a group or person that somebody has heard of: in the tables, or earlier in the text.
  private boolean known(Party party) {
    return party.kind() == PartyKind.PERSON || party.kind() == PartyKind.BODY
        || scene.matches().stream().anyMatch(match -> match.as(Name.Sort.ACTOR).isPresent()
            && (match.spelling().equalsIgnoreCase(party.name()) || party.text().contains(match.spelling())))
        || scene.discourse().person(party.name()).isPresent()
        || scene.discourse()
            .last(tree.sentence().start(), mention -> mention.party().name().equalsIgnoreCase(party.name())
                && mention.party().kind() == PartyKind.THREAT_ACTOR)
            .isPresent()
        || tree.tokens().stream().anyMatch(token -> Nouns.GROUP.contains(Tree.lemma(token)));
  }

  /// "X (Y)", "X / Y": names with nothing but a mark between them.
  private boolean between(ClaimDraft draft) {
    String one = draft.first().getFirst().text();
    String other = draft.second().getFirst().text();
    String words = scene.view().substring(tree.sentence().start(), tree.sentence().end());
    int at = words.indexOf(one);
    int then = words.indexOf(other);
    return at >= 0 && then > at + one.length() && words.substring(at + one.length(), then).matches("[\\s(/“\"',]+");
  }

  /// "is one of the crews, others are A and B": names of a list, each of another group.
  private boolean example(ClaimDraft draft) {
    String words = scene.view().substring(tree.sentence().start(), tree.sentence().end());
    return OTHERS.matcher(words).find() && !between(draft);
  }

  /// "groups like A, B and C", "such as A or B": names in a row behind such a word are examples, each of its own.
  private boolean enumerated(ClaimDraft draft) {
    String words = scene.view().substring(tree.sentence().start(), tree.sentence().end());
    int one = words.indexOf(draft.first().getFirst().text());
    int other = words.indexOf(draft.second().getFirst().text());
    if (one < 0 || other < 0 || one == other) {
      return false;
    }
    Matcher examples = EXAMPLES.matcher(words).region(0, Math.min(one, other));
    int from = -1;
    while (examples.find()) {
      from = examples.end();
    }
    return from >= 0 && ROW.matcher(words.substring(from, Math.max(one, other))).matches();
  }

  private static boolean tying(Token predicate) {
    String low = Tree.low(predicate);
    return TYING.contains(Tree.lemma(predicate)) || TYING.contains(low) || low.contains("-")
        || Character.isUpperCase(predicate.form().charAt(0));
  }

  /// Whether it is about who did it: by a word of authorship, or because a name is withheld or not confirmed.
  private boolean authorship(Proposition proposition, ClaimDraft draft) {
    boolean named = draft.first().stream().anyMatch(party -> switch (party.kind()) {
      case THREAT_ACTOR, STATE, BODY -> true;
      case ORGANISATION, PERSON, DESCRIBED -> false;
    });
    return any(AUTHORSHIP) || named && NAMING.contains(Tree.lemma(proposition.predicate()));
  }

  private boolean accusing(Proposition proposition, ClaimDraft draft) {
    boolean told = proposition.first().stream().anyMatch(head -> toldOf(tree, head));
    boolean somebody = draft.first().stream().anyMatch(party -> canBeAccused(party)
        || party.kind() == PartyKind.DESCRIBED && told);
    Token verb = proposition.predicate();
    boolean accuser = Tree.verbal(verb) && TRANSITIVE.contains(Tree.lemma(verb)) && !scene.roles().passive(verb)
        && scene.roles().subject(verb).stream().anyMatch(proposition.first()::contains);
    boolean agent = Tree.verbal(verb) && scene.roles().passive(verb)
        && scene.roles().agents(verb).stream().anyMatch(proposition.first()::contains)
        && scene.roles().object(verb).stream().anyMatch(what -> Nouns.OPERATION.contains(Tree.lemma(what)));
    return somebody && !accuser && !ofTheClaimant(verb, draft)
        && (agent || ACCUSING.contains(Tree.lemma(proposition.predicate()))
            || ACCUSING.contains(Tree.low(proposition.predicate())) || deed(proposition));
  }

  /// "it published recordings": what whoever speaks has done is nothing that somebody else is accused of.
  private boolean ofTheClaimant(Token verb, ClaimDraft draft) {
    if (!Tree.verbal(verb) || scene.roles().passive(verb) || !PUBLISHING.contains(Tree.lemma(verb))
        || !draft.claimant().somebody()) {
      return false;
    }
    List<Party> did = scene.roles().subject(verb).stream()
        .flatMap(subject -> scene.resolver().resolve(subject).parties().stream()).toList();
    return !did.isEmpty() && draft.claimant().parties().containsAll(did)
        && draft.first().stream().noneMatch(did::contains);
  }

  /// "had tried to get into", "spent a decade breaking into": a deed, done by whoever is accused and not to them.
  private boolean deed(Proposition proposition) {
    Token verb = proposition.predicate();
    boolean inner = tree.children(verb).stream().anyMatch(child -> INNER.contains(child.deprel())
        && DEED.contains(Tree.lemma(child)));
    boolean hits = DEED.contains(Tree.lemma(verb)) || inner;
    return hits && Tree.verbal(verb) && scene.roles().object(verb).stream().noneMatch(proposition.first()::contains);
  }

  private static boolean canBeAccused(Party party) {
    return switch (party.kind()) {
      case THREAT_ACTOR, STATE, BODY, PERSON -> true;
      case ORGANISATION -> party.country().isPresent() || FIRM.matcher(party.name()).find();
      case DESCRIBED -> !anybody(party);
    };
  }

  /// "hackers", "unknown attackers": says that it was somebody, not who.
  ///
  /// @param party somebody accused
  /// @return true if the words tell nothing more
  static boolean anybody(Party party) {
    if (party.kind() != PartyKind.DESCRIBED || party.country().isPresent()) {
      return false;
    }
    String[] words = party.name().toLowerCase(Locale.ROOT).split("[\\s-]+");
    String last = words[words.length - 1];
    boolean noun =
        HACKERS.contains(last) || last.endsWith("s") && HACKERS.contains(last.substring(0, last.length() - 1))
            || last.equals("thieves") || last.equals("adversaries");
    return noun && Stream.of(words).limit(words.length - 1L).allMatch(ADJECTIVES::contains);
  }

  /// An act in the words of its kind, by somebody who can: a firm takes down and warns of groups, it does not sanction.
  private boolean acting(Proposition proposition, ClaimDraft draft) {
    String words = scene.view().substring(tree.sentence().start(), tree.sentence().end()).toLowerCase(Locale.ROOT);
    String code = proposition.code();
    boolean said = !code.isEmpty() && !code.equals("other") && WordList.of("response-" + code).within(words);
    boolean publicly =
        !draft.claimant().somebody() || draft.claimant().parties().stream().anyMatch(party -> switch (party.kind()) {
          case BODY, STATE, DESCRIBED, PERSON -> true;
          case ORGANISATION -> !Set.of("advisory", "sanction", "arrest", "expulsion", "summons").contains(code);
          case THREAT_ACTOR -> false;
        });
    boolean own = code.equals("advisory") && !draft.claimant().somebody()
        && scene.discourse().publisher().filter(party -> party.kind() == PartyKind.BODY).isEmpty();
    return said && publicly && !own;
  }

  /// Whether a name can be that of a group, body or person: no address, no number.
  private static boolean bears(Party party) {
    return !party.name().contains("@") && !party.name().matches(".*\\d+\\.\\d+\\.\\d+.*|[\\d\\W]+|ASN? ?\\d+")
        && !party.name().contains("://");
  }
}
