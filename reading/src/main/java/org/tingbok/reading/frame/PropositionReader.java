package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tingbok.claim.Certainty;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.incident.IncidentBook;
import org.tingbok.reading.incident.Operation;
import org.tingbok.reading.incident.OperationReader;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

/// Turns the labeller's propositions over the words of one sentence into claims about parties and operations.
///
/// Looks at one sentence; not for several threads.
public final class PropositionReader {
  private static final Pattern NONE_OF =
      Pattern.compile("(?iu)(?:no|none of|kein\\p{L}*|ingen|intet|aucune?|ning[uú]n\\p{L}*) ");
  private static final Set<String> OTHERS = Set.of("others", "some");
  private static final Set<String> BOAST = Set.of("claim", "boast", "brag");
  private static final WordList AGENT = WordList.of("agent");
  private static final WordList LINKING = WordList.of("linking");
  private static final Set<String> BEHIND = Set.of("bak", "hinter", "derrière", "detrás", "tras");
  private static final int MANY = 6; // pairs from which names stand in a list

  private static final Set<String> PLACED = Set.of("in", "i", "en"); // "are in Russia" tells where

  private static final Set<String> NOBODY =
      Set.of("neither", "nobody", "none", "no", "ingen", "niemand", "aucun", "nadie");

  private static final Pattern DIPLOMAT =
      Pattern
          .compile("(?i)\\b(?:ambassador|envoy|chargé|embassy|botschafter|ambassadør\\w*|ambassadeur|embajador\\w*)");
  /// "does not name a gang": whoever it may be is nobody whose name is withheld.
  private static final Set<String> SOMEBODY =
      Set.of("gang", "group", "state", "country", "actor", "hackers", "attackers", "un État", "un Estado",
          "einen Staat", "en stat");

  private final Scene scene;
  private final Tree tree;
  private final ContextReader contexts;
  private final Claimants claimants;
  private final OperationReader operations;
  private final List<ClaimDraft> earlier;
  private final Embedding embedding;
  private final FrameCatalogue catalogue;
  private final Pairing pairing;
  private final Accusation accusation;
  private final SeveralOperations several;
  private final Grounds grounds;
  private final Cues cues;
  private final Doubts doubts;
  private final Unproven unproven;
  private final PropositionEvidence evidence;

  /// Looks at one sentence.
  ///
  /// @param scene the sentence with all that is known
  /// @param catalogue the frames, for the words that embed
  /// @param earlier claims of the sentences before
  public PropositionReader(Scene scene, FrameCatalogue catalogue, List<ClaimDraft> earlier) {
    this.scene = scene;
    this.tree = scene.tree();
    this.earlier = earlier;
    embedding = catalogue.embedding();
    this.catalogue = catalogue;
    pairing = new Pairing(scene);
    contexts = new ContextReader(scene, catalogue);
    claimants = new Claimants(scene, embedding, contexts, earlier);
    operations = new OperationReader(tree, scene.roles(), scene.resolver(), scene.matches(), scene.times(),
        scene.names());
    accusation = new Accusation(scene);
    several = new SeveralOperations(scene, operations);
    grounds = new Grounds(scene, operations, embedding);
    cues = new Cues(scene);
    doubts = new Doubts(scene);
    unproven = new Unproven(scene.tree());
    evidence = new PropositionEvidence(tree);
  }

  /// Makes claims of a proposition.
  ///
  /// @param proposition what the labeller saw
  /// @return none where a role that the type needs leads to nobody; several where it pairs several
  public List<ClaimDraft> read(Proposition proposition) {
    boolean open = proposition.type() == ClaimType.NON_ATTRIBUTION || proposition.type() == ClaimType.DENIAL;
    boolean undone = proposition.type() == ClaimType.RESPONSE
        && (contexts.negated(proposition.predicate()) || doubts.possible(proposition.predicate()));
    if (undone || doubts.instructed() || !grounds.bear(proposition)
        || !open && contexts.of(proposition.predicate()).supposed()) {
      return List.of();
    }
    Phrase claimant = claimants.ownWords(proposition.predicate()) ? Phrase.NOBODY : claimants.claimant(proposition);
    return switch (proposition.type()) {
      case ATTRIBUTION -> attribution(proposition, claimant);
      case NON_ATTRIBUTION -> nonAttribution(proposition, claimant);
      case DENIAL -> claimant.somebody() && !unproven.undoubted(proposition.predicate())
          ? List.of(draft(proposition, claimant, List.of(), List.of(), "", Polarity.AFFIRMED,
              proposition.incident().isEmpty() ? answered(proposition, claimant) : incident(proposition, List.of())))
          : List.of();
      case ALIAS, AFFILIATION -> ofTheTeller(proposition) ? List.of() : pairs(proposition, claimant);
      case RESPONSE -> response(proposition, claimant);
      case IMPACT, METHOD -> side(proposition, claimant);
    };
  }

  /// "Microsoft, which worked with the services, tracks …": what a relative clause tells of the teller ties nobody else.
  private boolean ofTheTeller(Proposition proposition) {
    Token verb = proposition.predicate();
    return verb.deprel().equals("acl:relcl") && Tree.verbal(verb)
        && tree.head(verb).filter(proposition.claimants()::contains).isPresent()
        && tree.child(verb, "nsubj").filter(subject -> subject.upos() == Upos.PRON).isPresent();
  }

  /// Whether a claim that no frame seconds is to be believed.
  ///
  /// @param proposition what the labeller saw
  /// @param draft what [#read] made of it
  /// @return false where the sentence has no word for it
  public boolean believable(Proposition proposition, ClaimDraft draft) {
    return cues.given(proposition, draft);
  }

  private List<Party> parties(List<Token> heads) {
    List<Party> parties = new ArrayList<>();
    for (Token head : heads) {
      List<Party> found = scene.resolver().resolve(head).parties();
      if (found.isEmpty()) {
        found = claimants.described(head).stream().toList();
      }
      for (Party party : found) {
        if (parties.stream().noneMatch(known -> known.name().equals(party.name()))) {
          parties.add(party);
        }
      }
    }
    return parties;
  }

  /// The heads of those who can have done it: not those to whom it was done, nor the state in which somebody is.
  private List<Token> doers(Proposition proposition, List<Token> heads) {
    Token verb = proposition.predicate();
    boolean done = Tree.verbal(verb) && (scene.roles().passive(verb) || tree.child(verb, "aux:pass").isPresent())
        && Stream.of(Tree.lemma(verb), Tree.low(verb)).flatMap(word -> catalogue.triggeredBy(word).stream())
            .anyMatch(frame -> frame.id().equals("hit"));
    List<Token> hit = new ArrayList<>(done ? tree.children(verb, "nsubj", "nsubj:pass") : List.of());
    List.copyOf(hit).forEach(token -> hit.addAll(tree.children(token, "nmod", "conj")));
    List<Token> whom = LINKING.contains(Tree.lemma(verb)) && Tree.verbal(verb) && scene.english()
        ? scene.roles().hung(verb, Set.of("to", "with")).stream().filter(heads::contains).toList()
        : List.of(); // "attacks that hit the firm, which were attributed to X"
    return (whom.isEmpty() ? heads : whom).stream().filter(head -> !hit.contains(head) && !undergoes(head))
        .filter(head -> !(Tree.is(head, "appos") && tree.head(head).filter(heads::contains).isPresent()))
        .filter(head -> !(PLACED.contains(tree.marker(head)) && scene.resolver().resolve(head).parties().stream()
            .allMatch(party -> party.kind() == PartyKind.STATE)))
        .toList();
  }

  /// "ble det lastet ned innhold", "wurden Unterlagen kopiert": the object of a passive is what it was done to. A state,
  /// a group and whoever has a name may be accused there: "es wurde APT28 beschuldigt".
  private boolean undergoes(Token head) {
    boolean object = Tree.is(head, "obj") && !Nouns.GROUP.contains(Tree.lemma(head))
        && tree.head(head).filter(verb -> tree.child(verb, "aux:pass").isPresent()).isPresent();
    return object && parties(List.of(head)).stream()
        .allMatch(party -> party.kind() == PartyKind.DESCRIBED && party.country().isEmpty());
  }

  private List<Party> accusable(List<Token> heads) {
    return parties(heads).stream().filter(party -> !claimants.malware(party)).toList();
  }

  /// "certain that no network had been entered" tells of networks, not of who did it.
  private List<ClaimDraft> nonAttribution(Proposition proposition, Phrase claimant) {
    List<Party> meant = accusable(proposition.first()).stream()
        .filter(party -> party.kind() != PartyKind.DESCRIBED || !SOMEBODY.contains(party.name())).toList();
    // "a previously unknown group that they call X": what nobody knew of is named now.
    boolean unknown = Tree.is(proposition.predicate(), "amod") && meant.stream()
        .anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR);
    // "the attackers have not stolen any data": what they did is told, not left open who they are.
    boolean undone = !meant.isEmpty() && meant.stream().allMatch(Cues::anybody) && proposition.first().stream()
        .anyMatch(head -> Tree.is(head, "nsubj")
            && tree.head(head).filter(Tree::verbal).filter(contexts::negated).isPresent());
    boolean theirs = !claimant.parties().isEmpty() && claimant.parties().stream().allMatch(
        party -> party.kind() == PartyKind.DESCRIBED && Nouns.GROUP.contains(party.name()));
    if (unknown || theirs || scene.english() && undone || grounds.ofVictims(proposition.predicate())
        || proposition.first().stream().anyMatch(head -> unproven.given(head) || unproven.claimed(head))) {
      return List.of();
    }
    if (!meant.isEmpty() && meant.stream()
        .allMatch(party -> !party.name().matches("\\p{Lu}.*") && NONE_OF.matcher(party.name()).lookingAt())) {
      return List.of();
    }
    return List.of(draft(proposition, claimant, others(claimant, meant), List.of(), "", Polarity.AFFIRMED,
        incident(proposition, List.of())));
  }

  /// Nobody withholds his own name by asking who it was.
  private static List<Party> others(Phrase claimant, List<Party> accused) {
    return accused.stream().filter(party -> claimant.parties().stream()
        .noneMatch(one -> one.name().equals(party.name()))).toList();
  }

  /// "hackers broke into it": says that it was broken into, not by whom.
  private static boolean anybody(Party party) {
    return party.kind() == PartyKind.DESCRIBED && party.name().indexOf(' ') < 0;
  }

  private List<ClaimDraft> attribution(Proposition proposition, Phrase claimant) {
    Context context = contexts.of(proposition.predicate());
    if (unproven.given(proposition.predicate())) {
      return List.of();
    }
    if (unproven.seen(proposition.predicate())) {
      return nonAttribution(proposition.withheld(), claimant.somebody() ? claimant : context.claimant());
    }
    if (context.negated() || context.denied() && !context.claimant().somebody()
        || accusation.open(proposition)) {
      return List.of();
    }
    Phrase accuser = context.denied() ? context.claimant() : claimant; // of "dismissed X's accusation that" it is X
    List<Party> accused = accusation.accused(proposition, accuser, parties(doers(proposition,
        accusation.heads(proposition)))).stream()
        .filter(party -> !claimants.malware(party) && !Suspects.operation(party) && !Suspects.oneHand(party)
            && (party.kind() != PartyKind.DESCRIBED || !scene.english()
                || Suspects.accusable(party)))
        .toList();
    accuser = withoutVictims(proposition, accuser);
    if (scene.english() && !accuser.parties().isEmpty() && accuser.parties().stream().allMatch(Cues::anybody)
        && !accused.stream().allMatch(Cues::anybody)) { // "the attackers, thought to work for X": they do not say so
      accuser = Phrase.NOBODY;
      accused = accused.stream().filter(party -> !Cues.anybody(party)).toList();
    }
    boolean told = context.verb().isPresent() || BOAST.contains(Tree.lemma(proposition.predicate()))
        || proposition.voice() == Proposition.Voice.GOES_ON;
    accuser = told || accused.stream().allMatch(party -> party.kind() == PartyKind.THREAT_ACTOR) ? accuser
        : Doubts.other(accuser, accused);
    boolean unnamed = proposition.first().size() == 1 && tree.child(proposition.predicate(), "case").or(
        () -> Optional.of(proposition.predicate())).filter(
            word -> Tree.low(word).equals("behind")
                && doubts.described(proposition.first(), word))
        .isPresent();
    boolean whoever = !scene.english() && BEHIND.contains(Tree.low(proposition.predicate()))
        && doubts.whoever(proposition.first(), accused);
    if (accused.isEmpty() || unnamed || whoever
        || !grounds.ofAnOperation(proposition, accused) || doubts.none(proposition.predicate(), proposition.first(),
            accused,
            !BOAST.contains(Tree.lemma(proposition.predicate()))
                && !proposition.first().equals(proposition.claimants()),
            !accuser.somebody())
        || !accuser.somebody() && accused.stream().allMatch(PropositionReader::anybody)) {
      return List.of();
    }
    boolean deed = Tree.verbal(proposition.predicate()) && proposition.first().size() == 1 && !accuser.somebody();
    if (deed && accusation.goesOn(proposition.first().get(0), accused,
        operations.deed(proposition.predicate(), Set.of()).victims(), earlier)) {
      return List.of();
    }
    List<ClaimDraft> drafts = new ArrayList<>();
    for (Optional<IncidentBook.Entry> incident : incidents(proposition, accused)) {
      drafts.add(draft(proposition, accuser, accused, List.of(), "", Polarity.AFFIRMED, incident));
    }
    return drafts;
  }

  /// "the governors, who were hacked by X": those who were hit do not say who it was.
  private Phrase withoutVictims(Proposition proposition, Phrase accuser) {
    Token verb = proposition.predicate();
    if (!scene.english() || !Tree.verbal(verb) || !scene.roles().passive(verb)
        || embedding.verb(Tree.lemma(verb)).isPresent()) {
      return accuser;
    }
    Set<String> hit = new HashSet<>();
    scene.roles().object(verb)
        .forEach(one -> scene.resolver().resolve(one).parties().forEach(party -> hit.add(party.name())));
    List<Party> others = accuser.parties().stream().filter(party -> !hit.contains(party.name())).toList();
    return others.size() == accuser.parties().size() ? accuser
        : others.isEmpty() ? Phrase.NOBODY : new Phrase(others, accuser.speaker(), accuser.anaphoric());
  }

  /// The operations that somebody is accused of; "the thefts at A and B", "the attack on A and an attempt on B" are two.
  private List<Optional<IncidentBook.Entry>> incidents(Proposition proposition, List<Party> accused) {
    Set<String> names = new HashSet<>();
    accused.forEach(party -> names.add(party.name()));
    List<Operation> told = proposition.incident().isEmpty() ? List.of()
        : several.in(proposition.incident().get(0), names);
    return told.size() < 2 ? List.of(incident(proposition, accused))
        : told.stream().map(one -> Optional.of(scene.incidents().find(one))).toList();
  }

  private List<ClaimDraft> pairs(Proposition seen, Phrase told) {
    List<ClaimDraft> drafts = new ArrayList<>();
    boolean alias = seen.type() == ClaimType.ALIAS;
    Phrase claimant = alias && OTHERS.contains(Tree.low(seen.predicate())) ? Phrase.NOBODY
        : alias ? namers(told) : told;
    boolean nobody = seen.claimants().stream().flatMap(head -> Stream.concat(Stream.of(head),
        tree.children(head).stream())).anyMatch(word -> NOBODY.contains(Tree.low(word)));
    boolean misled = !alias && (seen.second().stream().anyMatch(this::says) || linksAnother(seen));
    if (nobody || misled || !alias && (Pairing.origin(seen.predicate()) || pairing.unable(seen.predicate()))) {
      return drafts;
    }
    Proposition proposition = seen.as(pairing.relation(seen, contexts.of(seen.predicate()).negated()));
    List<Token> heads = proposition.first();
    List<Party> ones = alias || heads.size() != 1 ? joined(heads, alias)
        : accusation.meant(heads.get(0), joined(heads, false)).map(List::of).orElseGet(() -> joined(heads, false));
    List<Party> others = joined(proposition.second(), alias);
    if (alias && ones.size() > 1 && ones.size() * others.size() >= MANY && proposition.code().equals("same")) { // "X, aka A and B, C or D": all of them are the first's
      others = Stream.concat(others.stream(), ones.stream().skip(1)).distinct().toList();
      ones = ones.subList(0, 1);
    }
    boolean adnominal = proposition.second().contains(proposition.predicate());
    for (Party one : ones) {
      for (Party other : others) {
        boolean bare = one.kind() == PartyKind.DESCRIBED && (adnominal || ones.size() > 1);
        boolean self = claimant.parties().stream().anyMatch(party -> party.name().equalsIgnoreCase(one.name())
            || party.name().equalsIgnoreCase(other.name()));
        ClaimDraft draft =
            draft(proposition, alias && self ? Phrase.NOBODY : claimant, List.of(one), List.of(other), "",
                Polarity.AFFIRMED, Optional.empty());
        boolean untied = !alias && pairing.untied(proposition.first().getFirst(), one, other);
        if (!bare && !untied && pairing.holds(draft)) {
          drafts.add(draft);
        }
      }
    }
    return drafts;
  }

  /// Those who give names are no groups that bear them.
  private static Phrase namers(Phrase phrase) {
    return new Phrase(phrase.parties().stream().filter(party -> party.kind() != PartyKind.THREAT_ACTOR).toList(),
        phrase.speaker(), phrase.anaphoric());
  }

  /// "is believed by the service to have …": the service is whose belief it is, and nobody's sponsor.
  private boolean says(Token token) {
    return AGENT.contains(tree.marker(token))
        && tree.head(token).filter(verb -> embedding.verb(Tree.lemma(verb)).isPresent()).isPresent();
  }

  /// "She linked it to the service": she tells of a link, she has none.
  private boolean linksAnother(Proposition proposition) {
    Token verb = proposition.predicate();
    return LINKING.contains(Tree.lemma(verb)) && Tree.verbal(verb) && !scene.roles().passive(verb)
        && tree.child(verb, "obj").filter(linked -> !proposition.second().contains(linked)).isPresent()
        && scene.roles().subject(verb).stream().anyMatch(proposition.first()::contains);
  }

  /// Whom the words of an alias or affiliation mean.
  private List<Party> joined(List<Token> heads, boolean alias) {
    List<Party> parties = new ArrayList<>();
    for (Token head : heads) {
      for (Party party : pairing.meant(head, alias, parties(List.of(head)))) {
        if (parties.stream().noneMatch(known -> known.name().equals(party.name()))) {
          parties.add(party);
        }
      }
    }
    return parties;
  }

  private List<ClaimDraft> response(Proposition proposition, Phrase claimant) {
    if (!claimant.parties().isEmpty() && claimant.parties().stream().allMatch(Cues::anybody)) {
      return List.of(); // "the hacktivists denounced the firm"
    }
    List<Token> heads = proposition.first().stream()
        .filter(head -> head.upos() != Upos.PRON || scene.resolver().resolve(head).somebody()).toList();
    List<Party> target = new ArrayList<>(new Targets(scene).of(heads));
    boolean called = target.isEmpty() && proposition.code().equals("summons") && !claimant.parties().isEmpty()
        && claimant.parties().stream().allMatch(party -> DIPLOMAT.matcher(party.name()).find());
    if (called) { // a headline's "Chinese ambassador summoned": who is called in calls nobody
      return List.of(draft(proposition, Phrase.NOBODY, claimant.parties(), List.of(), "", Polarity.AFFIRMED,
          incident(proposition, claimant.parties())));
    }
    target.removeIf(party -> claimant.parties().stream().anyMatch(one -> one.name().equals(party.name())));
    boolean deeds = !heads.isEmpty() && heads.stream().allMatch(operations::operation);
    if (deeds && Accusation.MEANS_THE_ACCUSED.contains(proposition.code())) {
      target.clear(); // "we condemn these activities": those who are behind them
    }
    if (target.isEmpty() && Accusation.MEANS_THE_ACCUSED.contains(proposition.code())) {
      target = Accusation.last(earlier, incident(proposition, List.of()));
    }
    return List.of(draft(proposition, claimant, target, List.of(), "", Polarity.AFFIRMED,
        incident(proposition, target)));
  }

  private List<ClaimDraft> side(Proposition proposition, Phrase claimant) {
    if (proposition.first().isEmpty()) {
      return List.of();
    }
    Token what = hit(proposition);
    String words = scene.view().substring(tree.token(tree.firstOf(what)).start(),
        Math.min(tree.token(tree.lastOf(what)).end(), tree.token(tree.firstOf(what)).start() + 120))
        .replaceAll("\\s+", " ");
    boolean none = NONE_OF.matcher(words).lookingAt(); // "ingen kundedata kom på avveie"
    Polarity polarity = proposition.code().equals("negated") || none ? Polarity.NEGATED : Polarity.AFFIRMED;
    return List.of(draft(proposition, claimant, List.of(), List.of(), words, polarity,
        incident(proposition, List.of())));
  }

  /// "the attack disrupted the pumps", "hackers stole documents": what was hit, not what or who hit it.
  private Token hit(Proposition proposition) {
    Token what = proposition.first().get(0);
    Token verb = proposition.predicate();
    boolean hits = proposition.type() == ClaimType.IMPACT && Tree.is(what, "nsubj") && Tree.verbal(verb)
        && !scene.roles().passive(verb) && tree.head(what).filter(verb::equals).isPresent()
        && (operations.operation(what) || AGENT.contains(Tree.lemma(what)));
    return hits ? tree.child(verb, "obj").or(() -> tree.child(verb, "obl")
        .filter(noun -> tree.marker(noun).isEmpty())).orElse(what) : what;
  }

  private Optional<IncidentBook.Entry> answered(Proposition proposition, Phrase claimant) {
    return new Accusations(earlier, scene.names()).answeredBy(claimant)
        .or(() -> scene.incidents().focusAt(proposition.predicate().start()));
  }

  private Optional<IncidentBook.Entry> incident(Proposition proposition, List<Party> accused) {
    Set<String> names = new HashSet<>();
    accused.forEach(party -> names.add(party.name()));
    if (proposition.incident().isEmpty()) {
      boolean deed = proposition.type() == ClaimType.ATTRIBUTION && proposition.predicate().upos() == Upos.VERB;
      if (deed) {
        Operation told = operations.deed(proposition.predicate(), names);
        if (!told.victims().isEmpty() || !told.names().isEmpty()) {
          return Optional.of(scene.incidents().find(told));
        }
      }
      return scene.incidents().focusAt(proposition.predicate().start());
    }
    Token token = proposition.incident().get(0);
    if (Tree.verbal(token)) {
      return Optional.of(scene.incidents().find(operations.deed(token, names)));
    }
    return Optional.of(meant(token, names));
  }

  /// The operation that a nominal means; a pronoun, or words that tell of none, lead back to the one spoken of.
  private IncidentBook.Entry meant(Token token, Set<String> accused) {
    Operation told = operations.nominal(operations.within(token).orElse(token), accused);
    boolean pronoun = token.upos() == Upos.PRON || token.upos() == Upos.DET;
    boolean nothing = told.victims().stream().allMatch(victim -> victim.kind() == PartyKind.STATE)
        && told.names().isEmpty() && operations.within(token).isEmpty();
    return pronoun || nothing ? scene.incidents().focusAt(token.start()).orElseGet(() -> scene.incidents().find(told))
        : scene.incidents().find(told);
  }

  private ClaimDraft draft(Proposition proposition, Phrase claimant, List<Party> first, List<Party> second, String what,
      Polarity polarity, Optional<IncidentBook.Entry> incident) {
    Context context = contexts.of(proposition.predicate());
    boolean coded = proposition.type() == ClaimType.ALIAS || proposition.type() == ClaimType.AFFILIATION
        || proposition.type() == ClaimType.RESPONSE;
    Optional<String> code = Optional.of(proposition.code()).filter(some -> coded && !some.isEmpty());
    Certainty certainty = context.certainty().level() == proposition.certainty() ? context.certainty()
        : new Certainty(proposition.certainty(), Optional.empty(), Optional.empty(), Optional.empty());
    return new ClaimDraft(proposition.type(), claimant, context.via(), certainty, said(proposition, context), first,
        second, code, what, polarity, false, incident, List.of(evidence.of(proposition)), scene.block().kind(),
        "label-" + proposition.predicate().form());
  }

  private PartialDate said(Proposition proposition, Context context) {
    boolean act = proposition.type() == ClaimType.RESPONSE || proposition.type() == ClaimType.DENIAL
        || proposition.claimants().stream().anyMatch(scene.roles().subject(proposition.predicate())::contains);
    PartialDate read = act ? contexts.saidOn(proposition.predicate(), context) : context.saidOn();
    if (read.stated()) {
      return read;
    }
    return proposition.said().stream().map(contexts::named).filter(PartialDate::stated).findFirst()
        .orElse(PartialDate.NOT_STATED);
  }
}
