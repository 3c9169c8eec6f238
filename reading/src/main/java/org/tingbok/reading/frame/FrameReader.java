package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Certainty;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.incident.IncidentBook;
import org.tingbok.reading.incident.Operation;
import org.tingbok.reading.incident.OperationReader;
import org.tingbok.reading.mention.Discourse;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

/// Reads the claims that the frames find in one sentence.
///
/// Looks at one sentence; not for several threads.
public final class FrameReader {

  private static final Set<String> NAMING =
      Set.of("describe", "treat", "consider", "regard", "merge", "promote", "rename",
          "keep", "track", "know", "follow", "associate", "view", "assess", "judge", "say", "note", "call", "believe",
          "suspect",
          "identify", "list", "fold", "name");

  private final Scene scene;
  private final Tree tree;
  private final FrameCatalogue catalogue;
  private final ContextReader contexts;
  private final OperationReader operations;
  private final Triggers triggers;
  private final RoleFilling filling;
  private final Conditions conditions;
  private final List<ClaimDraft> drafts = new ArrayList<>();
  private final List<ClaimDraft> earlier;
  private final Accusations accusations;
  private final Grounds grounds;
  private final Doubts doubts;
  private final Set<Integer> spent = new HashSet<>();

  /// Looks at one sentence.
  ///
  /// @param scene the sentence with all that is known
  /// @param catalogue the frames
  /// @param earlier what was read in the sentences before
  public FrameReader(Scene scene, FrameCatalogue catalogue, List<ClaimDraft> earlier) {
    this.earlier = List.copyOf(earlier);
    this.accusations = new Accusations(this.earlier, scene.names());
    this.scene = scene;
    this.tree = scene.tree();
    this.catalogue = catalogue;
    contexts = new ContextReader(scene, catalogue);
    operations = new OperationReader(tree, scene.roles(), scene.resolver(), scene.matches(), scene.times(),
        scene.names());
    grounds = new Grounds(scene, operations, catalogue.embedding());
    doubts = new Doubts(scene);
    triggers = new Triggers(scene);
    filling = new RoleFilling(scene, catalogue.embedding(), contexts, operations);
    conditions = new Conditions(scene, operations, contexts);
  }

  /// Reads the sentence.
  ///
  /// @return the claims found, in the order of the words that trigger them
  public List<ClaimDraft> read() {
    new Noticing(scene, operations).notice();
    List<Match> matches = new ArrayList<>();
    for (Token token : tree.tokens()) {
      for (Frame frame : catalogue.triggeredBy(Tree.lemma(token), Tree.low(token))) {
        if (triggers.trigger(frame, token)) {
          matches.add(new Match(frame, token));
        }
      }
    }
    matches.sort((a, b) -> a.frame().deed() != b.frame().deed() ? (a.frame().deed() ? 1 : -1)
        : a.trigger().index() - b.trigger().index());
    for (Match match : matches) {
      filling.fill(match);
      if (conditions.hold(match)) {
        draft(match);
      }
    }
    return drafts;
  }

  /// Who a predicate of naming beside some words has for its subject: "it described A and B as …".
  ///
  /// @param words where they stand in the view
  /// @return nobody if there is no such predicate, or its subject is a group itself
  public Phrase namer(Span words) {
    for (Token token : tree.tokens()) {
      boolean near = token.end() > words.start() - 60 && token.start() < words.end();
      if (near && Tree.verbal(token) && NAMING.contains(Tree.lemma(token)) && !scene.roles().passive(token)) {
        Phrase phrase = contexts.speaker(token);
        if (phrase.somebody() && phrase.parties().get(0).kind() != PartyKind.THREAT_ACTOR) {
          return phrase;
        }
      }
    }
    return Phrase.NOBODY;
  }

  /// What the sentence as a whole is embedded in: who says it, where somebody is told to.
  ///
  /// @return the context of what its outermost predicate of saying embeds, or of its root
  public Context rootContext() {
    Optional<Token> root = tree.tokens().stream().filter(token -> token.head() < 0).findFirst();
    if (root.isEmpty()) {
      return new Context(Phrase.NOBODY, Optional.empty(), List.of(), Certainty.ASSERTED, false, false, false,
          PartialDate.NOT_STATED);
    }
    Token said = root.get();
    if (catalogue.embedding().verb(Tree.lemma(said)).isPresent()) {
      said = tree.child(said, "ccomp", "parataxis").orElse(said);
    }
    return contexts.of(said);
  }

  /// Who tells what the sentence says, so that the next may go on with it.
  ///
  /// @param read the claims of the sentence
  /// @return the speaker of its main clause, or whoever made its last claim; nobody if it is the publication's own
  public Phrase teller(List<ClaimDraft> read) {
    Phrase said = rootContext().claimant();
    if (said.somebody()) {
      return said;
    }
    Phrase subject = tree.tokens().stream().filter(token -> token.head() < 0 && Tree.verbal(token)
        && catalogue.embedding().verb(Tree.lemma(token)).isPresent()).findFirst().map(contexts::speaker)
        .orElse(Phrase.NOBODY);
    return subject.somebody() || read.isEmpty() ? subject : read.get(read.size() - 1).claimant();
  }

  private void draft(Match match) {
    Frame frame = match.frame();
    Token trigger = match.trigger();
    Token predicate = frame.position().equals("CASE") && Tree.is(trigger, "case", "advmod", "mark")
        ? tree.head(trigger).orElse(trigger)
        : trigger;
    Context context = contexts.of(predicate);
    if (context.supposed() || within(trigger)) {
      return;
    }
    if (context.denied() && frame.type() == ClaimType.ATTRIBUTION) {
      return;
    }
    switch (frame.type()) {
      case ATTRIBUTION -> attribution(match, context);
      case NON_ATTRIBUTION -> nonAttribution(match, context);
      case DENIAL -> denial(match, context);
      case AFFILIATION -> affiliation(match, context);
      case RESPONSE -> response(match, context);
      case IMPACT, METHOD -> side(match, context);
      case ALIAS -> {
      }
    }
  }

  /// A deed that an accusation of the same sentence has for its incident is no claim of its own.
  private boolean within(Token trigger) {
    return spent.contains(trigger.index());
  }

  private void spend(List<Token> incident) {
    for (Token token : incident) {
      for (int i = tree.firstOf(token); i <= tree.lastOf(token); i++) {
        spent.add(i);
      }
    }
  }

  private void attribution(Match match, Context context) {
    if (match.frame().id().equals("concur")) {
      concur(match, context);
      return;
    }
    Phrase claimant = match.frame().deed() ? context.claimant() : match.phrase("claimant");
    if (!match.frame().deed() && !claimant.somebody()) {
      claimant = context.claimant();
    }
    Accusation accusation = new Accusation(scene);
    List<Token> heads = match.filler("accused");
    if (!heads.isEmpty()
        && (heads.stream().allMatch(accusation::dressed) || heads.stream().allMatch(accusation::asks)
            || accusation.open(match.trigger(), heads))
        || contexts.unevidenced(match.trigger())) {
      return;
    }
    List<Party> found = match.phrase("accused").parties();
    Optional<Party> meant = heads.size() == 1 && (match.frame().deed() || match.frame().ofOneself())
        ? accusation.meant(heads.get(0), found)
        : Optional.empty();
    if (match.frame().ofOneself()) {
      claimant = meant.map(party -> new Phrase(List.of(party), Optional.empty(), true))
          .orElse(match.phrase("accused"));
    }
    List<Party> who = claimant.parties();
    List<Party> accused = meant.map(List::of).orElse(found).stream()
        .filter(party -> match.frame().ofOneself()
            || match.frame().deed() && party.kind() == PartyKind.THREAT_ACTOR
            || who.stream().noneMatch(c -> c.name().equals(party.name())))
        .filter(party -> !Suspects.operation(party) && !Suspects.oneHand(party)).toList();
    if (accused.isEmpty() && !match.frame().deed() && heads.size() == 1 && Tree.low(heads.get(0)).equals("it")) {
      accused = scene.discourse().lastActor(heads.get(0).start(), Optional.empty()).stream()
          .map(Discourse.Mentioned::party).toList();
    }
    boolean unnamed = match.frame().id().equals("be-behind") && (doubts.described(heads, match.trigger())
        || !scene.english() && doubts.whoever(heads, accused));
    boolean place =
        unnamed || match.frame().id().equals("be-behind") && match.filler("incident").stream().anyMatch(doubts::place);
    if (accused.isEmpty() || accused.stream().noneMatch(Suspects::accusable) || place
        || doubts.none(match.trigger(), heads, accused, match.frame().deed(), !claimant.somebody())
        || !match.frame().deed() && doubts.contact(match.filler("incident"))) {
      return;
    }
    if (!match.frame().ofOneself() && !match.frame().deed()) {
      claimant = Doubts.other(claimant, accused);
    }
    if (accused.stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR)) {
      accused =
          accused.stream().filter(party -> party.kind() != PartyKind.ORGANISATION && !Suspects.counted(party)).toList();
    }
    if (match.frame().deed() && !claimant.somebody() && heads.size() == 1
        && accusation.goesOn(heads.get(0), accused,
            operations.deed(match.trigger(), Set.of()).victims(), earlier)) {
      return;
    }
    boolean groupOnly = match.filler("incident").stream()
        .anyMatch(token -> scene.resolver().resolve(token).parties().stream()
            .anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR))
        && !match.frame().deed()
        && match.filler("incident").stream().noneMatch(operations::operation);
    if (groupOnly) {
      return;
    }
    List<Optional<IncidentBook.Entry>> incidents = incidents(match, accused);
    if (incidents.get(0).isEmpty() && !scene.cyber()) {
      return;
    }
    spend(match.filler("incident").stream().filter(token -> token.index() != match.trigger().index()).toList());
    Certainty certainty = weaker(context.certainty(), match);
    boolean negated = context.negated() || contexts.negated(match.trigger());
    if (negated && (match.frame().ofOneself() || match.frame().deed() && doubts.habit(match.trigger()))) {
      return;
    }
    for (Optional<IncidentBook.Entry> incident : incidents) {
      add(negated ? ClaimType.NON_ATTRIBUTION : ClaimType.ATTRIBUTION, match, claimant, context, accused, List.of(),
          negated ? Certainty.ASSERTED : certainty, "", Polarity.AFFIRMED, incident);
    }
  }

  /// Agreeing with an accusation is accusing alike.
  private void concur(Match match, Context context) {
    for (int i = earlier.size() - 1; i >= Math.max(0, earlier.size() - 6); i--) {
      ClaimDraft last = earlier.get(i);
      if (last.type() == ClaimType.ATTRIBUTION) {
        add(ClaimType.ATTRIBUTION, match, match.phrase("claimant"), context, last.first(), List.of(),
            context.certainty(), "",
            Polarity.AFFIRMED, last.incident());
        return;
      }
    }
  }

  private static Certainty weaker(Certainty certainty, Match match) {
    CertaintyLevel weak = match.frame().weak().get(Tree.lemma(match.trigger()));
    if (weak == null || weak.compareTo(certainty.level()) <= 0) {
      return certainty;
    }
    return new Certainty(weak, Optional.of(match.trigger().form()), Optional.empty(), Optional.empty());
  }

  private void nonAttribution(Match match, Context context) {
    Phrase claimant = match.phrase("claimant");
    if (match.frame().id().equals("not-say-who") && impersonal(match)) {
      claimant = context.claimant(); // "the minister said that it was not known who"
    } else if (!claimant.somebody() || context.claimant().somebody()
        && claimant.parties().stream().allMatch(party -> party.kind() == PartyKind.DESCRIBED)) {
      claimant = context.claimant();
    }
    if (claimant.parties().stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR)) {
      claimant = context.claimant();
    }
    if (claimant.parties().stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR)
        || !claimant.somebody() && match.phrase("claimant").somebody()) {
      return;
    }
    if (contexts.unevidenced(match.trigger()) || grounds.ofVictims(match.trigger())) {
      return;
    }
    List<Party> meant = match.phrase("accused").parties().stream().filter(Suspects::accusable).toList();
    List<String> own = claimant.parties().stream().map(Party::name).toList();
    // "confirmed that it knew of the incident": who leaves it open is not whom it leaves open.
    List<Party> accused = meant.stream().filter(party -> !own.contains(party.name())).toList();
    Optional<IncidentBook.Entry> incident = scene.incidents().focusAt(match.trigger().start());
    boolean anybody = scene.english() && !accused.isEmpty() && accused.stream().allMatch(Cues::anybody); // "no sign of hackers using it"
    if (!scene.cyber() || !meant.isEmpty() && accused.isEmpty() || anybody || doubts.instructed()) {
      return;
    }
    add(ClaimType.NON_ATTRIBUTION, match, claimant, context, accused, List.of(), Certainty.ASSERTED, "",
        Polarity.AFFIRMED,
        incident);
  }

  private boolean impersonal(Match match) {
    return match.filler("claimant").stream()
        .anyMatch(token -> token.upos() == Upos.PRON && tree.child(match.trigger(), "cop")
            .isPresent())
        || scene.roles().passive(match.trigger()) && match.filler("claimant").isEmpty()
        || tree.child(match.trigger(), "expl").isPresent();
  }

  private void denial(Match match, Context context) {
    Phrase claimant = match.phrase("claimant");
    if (claimant.parties().stream().allMatch(party -> party.kind() == PartyKind.DESCRIBED) || doubts.instructed()
        || scene.english() && Grounds.neither(tree, match.trigger()) || grounds.ofAFlaw(match.trigger())) {
      return;
    }
    if (match.frame().position().equals("CLAUSE")) {
      Phrase teller = context.claimant();
      if (!teller.somebody()) {
        return;
      }
      claimant = teller;
    } else if (claimant.anaphoric() && context.claimant().somebody() && match.frame().id().equals("nothing-to-do")) {
      claimant = context.claimant();
    }
    if (!scene.cyber()) {
      return;
    }
    if (match.frame().position().equals("CLAUSE") && !accusedBefore(claimant)) {
      return;
    }
    add(ClaimType.DENIAL, match, claimant, context, List.of(), List.of(), Certainty.ASSERTED, "", Polarity.AFFIRMED,
        accusations.answeredBy(claimant).or(() -> scene.incidents().focusAt(match.trigger().start())));
  }

  /// Whether it is the accused, or a body of the accused state, that speaks.
  private boolean accusedBefore(Phrase claimant) {
    return claimant.parties().stream().anyMatch(party -> party.name().startsWith("Embassy of")
        || party.country()
            .filter(iso -> Set.of("RU", "CN", "IR", "KP", "BY", "VN", "IN", "IL", "PK", "TR").contains(iso))
            .isPresent());
  }

  private void affiliation(Match match, Context context) {
    Phrase claimant = match.phrase("claimant");
    List<Token> heads = match.filler("actor");
    Phrase actor = heads.size() != 1 ? match.phrase("actor")
        : new Accusation(scene).meant(heads.get(0), match.phrase("actor").parties())
            .map(party -> new Phrase(List.of(party), Optional.empty(), true)).orElse(match.phrase("actor"));
    Phrase sponsor = match.phrase("sponsor");
    boolean theyAct = claimant.parties().stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR
        || actor.parties().stream().anyMatch(other -> other.name().equals(party.name())));
    if (!claimant.somebody() || theyAct) {
      claimant = context.claimant();
    }
    List<Party> sponsors = sponsor.parties().stream().filter(party -> party.kind() == PartyKind.STATE
        || party.kind() == PartyKind.BODY || party.kind() == PartyKind.ORGANISATION
        || party.kind() == PartyKind.DESCRIBED && party.country().isPresent()
        || party.kind() == PartyKind.THREAT_ACTOR).toList();
    boolean namedSponsor = sponsors.stream().anyMatch(party -> party.kind() != PartyKind.THREAT_ACTOR)
        || actor.parties().stream().anyMatch(party -> party.kind() == PartyKind.PERSON) && !sponsors.isEmpty();
    if (!namedSponsor || context.negated() || contexts.negated(match.trigger())) {
      return;
    }
    for (Party one : actor.parties()) {
      for (Party other : sponsors.stream().filter(party -> party.kind() != PartyKind.THREAT_ACTOR
          || one.kind() == PartyKind.PERSON).limit(2).toList()) {
        if (!one.name().equals(other.name())) {
          add(ClaimType.AFFILIATION, match, claimant, context, List.of(one), List.of(other),
              context.certainty(), "", Polarity.AFFIRMED, Optional.empty());
        }
      }
    }
  }

  private void response(Match match, Context context) {
    if (contexts.negated(match.trigger()) || !scene.cyber() || doubts.possible(match.trigger())
        || grounds.otherMatter(match.trigger(), match.filler("target"))
        || match.frame().code().filter("advisory"::equals).isPresent() && grounds.ofAProduct()
        || match.frame().code().filter("takedown"::equals).isPresent() && grounds.ownPremises(match.filler("target"))) {
      return;
    }
    Phrase claimant = match.phrase("claimant");
    if (!claimant.somebody() && !match.filler("claimant").isEmpty()) {
      return;
    }
    if (claimant.parties().stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR)) {
      return;
    }
    Phrase by = claimant.somebody() ? claimant : context.claimant();
    List<Party> target = new ArrayList<>(new Targets(scene).of(match.filler("target")));
    boolean own = target.removeIf(party -> by.parties().stream().anyMatch(one -> one.name().equals(party.name())));
    if (own && target.isEmpty()) { // "the FBI seized its site": not the FBI's
      scene.discourse().lastActor(match.trigger().start(), Optional.empty()).map(Discourse.Mentioned::party)
          .ifPresent(target::add);
    }
    Optional<IncidentBook.Entry> incident = match.filler("incident").isEmpty()
        ? accusations.madeIn(Accusations.countries(by.parties()))
            .or(() -> scene.incidents().focusAt(match.trigger().start()))
        : incident(match, target);
    if (target.isEmpty() && match.frame().code().filter(Accusation.MEANS_THE_ACCUSED::contains).isPresent()) {
      target = Accusation.last(earlier, incident);
    }
    add(ClaimType.RESPONSE, match, by, context, target, List.of(), Certainty.ASSERTED, "", Polarity.AFFIRMED, incident);
  }

  private void side(Match match, Context context) {
    if (match.filler("what").isEmpty()) {
      return;
    }
    Token filler = match.filler("what").get(0);
    boolean negated = context.negated() || contexts.negated(match.trigger()) || contexts.negated(filler);
    Set<String> none = new HashSet<>();
    Operation told = operations.deed(match.trigger(), none);
    boolean specific = match.frame().type() == ClaimType.IMPACT && (!told.names().isEmpty() || told.victims().stream()
        .anyMatch(victim -> victim.kind() != PartyKind.DESCRIBED && victim.kind() != PartyKind.STATE));
    Optional<IncidentBook.Entry> about =
        specific ? Optional.of(scene.incidents().find(told))
            : scene.incidents().focusAt(match.trigger().start());
    if (about.isEmpty() && told.victims().isEmpty()) {
      return;
    }
    IncidentBook.Entry incident = about.orElseGet(() -> scene.incidents().find(told));
    String what = scene.view().substring(tree.token(tree.firstOf(filler)).start(),
        Math.min(tree.token(tree.lastOf(filler)).end(), tree.token(tree.firstOf(filler)).start() + 120));
    add(match.frame().type(), match, context.claimant(), context, List.of(), List.of(), context.certainty(), what,
        negated ? Polarity.NEGATED : Polarity.AFFIRMED, Optional.of(incident));
  }

  /// The operations that somebody is accused of, each of those that one phrase coordinates.
  private List<Optional<IncidentBook.Entry>> incidents(Match match, List<Party> accused) {
    Set<String> names = new HashSet<>();
    accused.forEach(party -> names.add(party.name()));
    List<Operation> told = match.filler("incident").isEmpty() ? List.of()
        : new SeveralOperations(scene, operations).in(match.filler("incident").get(0), names);
    return told.size() < 2 ? List.of(incident(match, accused))
        : told.stream().map(one -> Optional.of(scene.incidents().find(one))).toList();
  }

  private Optional<IncidentBook.Entry> incident(Match match, List<Party> accused) {
    Set<String> names = new HashSet<>();
    accused.forEach(party -> names.add(party.name()));
    List<Token> fillers = match.filler("incident");
    if (fillers.isEmpty()) {
      return scene.incidents().focusAt(match.trigger().start());
    }
    Token token = fillers.get(0);
    boolean self = token.index() == match.trigger().index() && Tree.verbal(token);
    if (self || Tree.verbal(token)) {
      return Optional.of(scene.incidents().find(operations.deed(token, names)));
    }
    Operation told = operations.nominal(operations.within(token).orElse(token), names);
    boolean pronoun = token.upos() == Upos.PRON || token.upos() == Upos.DET;
    boolean nothing = told.victims().stream().allMatch(victim -> victim.kind() == PartyKind.STATE)
        && told.names().isEmpty() && operations.within(token).isEmpty();
    if (pronoun || nothing) {
      return scene.incidents().focusAt(token.start()).or(() -> Optional.of(scene.incidents().find(told)));
    }
    return Optional.of(scene.incidents().find(told));
  }

  private void add(ClaimType type, Match match, Phrase claimant, Context context, List<Party> first, List<Party> second,
      Certainty certainty, String what, Polarity polarity, Optional<IncidentBook.Entry> incident) {
    PartialDate said = context.saidOn();
    if (!match.frame().deed() && type != ClaimType.IMPACT && type != ClaimType.METHOD) {
      said = contexts.saidOn(match.trigger(), context);
    }
    Span evidence = new FrameEvidence(tree).of(match, context);
    String words = what.toLowerCase(Locale.ROOT).isEmpty() ? what : what.replaceAll("\\s+", " ");
    drafts.add(new ClaimDraft(type, claimant, context.via(), certainty, said, first, second, match.frame().code(),
        words,
        polarity, match.frame().withdraws(), incident, List.of(evidence), scene.block().kind(), match.frame().id()));
  }
}
