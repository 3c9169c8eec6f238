package org.tingbok.reading.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Speaker;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Leads the noun phrases of one sentence to parties.
///
/// Not for several threads: reads and is read with the discourse of one text.
public final class PartyResolver {
  private static final Set<String> NOT = Set.of("not", "nicht", "ikke", "pas", "never");
  private static final Set<String> COUNTING = Set.of("a", "an", "another", "several", "some");
  private static final Set<String> IDENTIFYING = Set.of("identify", "name", "single", "finger", "unmask", "out",
      "expose", "point", "pinpoint", "cite", "list");
  private static final Set<String> NAMED_AS = Set.of("group", "entity", "actor", "culprit", "perpetrator", "party",
      "gang", "crew", "country", "state", "nation", "organisation", "organization", "team", "outfit", "one");
  private static final Set<String> TOGETHER =
      Set.of("the", "these", "those", "both", "all", "authoring", "sealing", "joint");

  private final Tree tree;
  private final String view;
  private final Discourse discourse;
  private final List<NameMatch> matches;
  private final PhraseWords phrases;
  private final Anaphora anaphora;
  private final Bodies bodies;
  private final Persons persons;
  private final Descriptions descriptions;
  private final JointStatement jointly;

  /// Looks at one sentence.
  ///
  /// @param tree its tree
  /// @param view the view of the whole text
  /// @param matches names found in the whole text, in order
  /// @param names the knowledge of names
  /// @param discourse what was mentioned so far
  public PartyResolver(Tree tree, String view, List<NameMatch> matches, Names names, Discourse discourse) {
    this.tree = tree;
    this.view = view;
    this.discourse = discourse;
    List<NameMatch> here = new ArrayList<>();
    for (NameMatch match : matches) {
      if (match.start() < tree.sentence().end() && match.end() > tree.sentence().start() && usable(match)) {
        here.add(match);
      }
    }
    this.matches = here;
    jointly = new JointStatement(tree);
    phrases = new PhraseWords(tree, view, here);
    anaphora = new Anaphora(phrases, tree, view, discourse);
    bodies = new Bodies(phrases, anaphora, tree, view, names, discourse);
    persons = new Persons(phrases, anaphora, bodies, tree, view, names, discourse);
    descriptions = new Descriptions(phrases, anaphora, bodies, tree, view, names, discourse);
  }

  /// Sets who "we" and "our" are within words that somebody is quoted for.
  ///
  /// @param speaker who is quoted
  public void quote(Phrase speaker) {
    anaphora.quote(speaker);
  }

  /// A weak spelling counts only beside a noun that says what it is, or where the text has used it so before.
  private boolean usable(NameMatch match) {
    if (!match.weak()) {
      return true;
    }
    if (match.as(Name.Sort.ACTOR).isPresent()) {
      if (discourse.last(match.start(), mention -> mention.party().name().equals(match.spelling())).isPresent()) {
        return true;
      }
      return beside(match, Nouns.GROUP) || quotedName(match) || match.names().size() > 1;
    }
    return true;
  }

  private boolean quotedName(NameMatch match) {
    return match.start() > 0 && "\"“«(".indexOf(view.charAt(match.start() - 1)) >= 0;
  }

  private boolean beside(NameMatch match, WordList nouns) {
    for (Token token : tree.tokens()) {
      boolean near = token.end() <= match.start() && match.start() - token.end() <= 25
          || token.start() >= match.end() && token.start() - match.end() <= 12;
      if (near && nouns.contains(Tree.lemma(token))) {
        return true;
      }
    }
    return false;
  }

  /// Whom the phrase under a head means, everything coordinated with it included.
  ///
  /// @param head head of a nominal
  /// @return its parties
  public Phrase resolve(Token head) {
    List<Party> parties = new ArrayList<>();
    Optional<Speaker> speaker = Optional.empty();
    boolean anaphoric = false;
    Optional<Token> subject = predicated(head);
    if (subject.isPresent()) {
      return resolve(subject.get());
    }
    List<Token> joint = jointly.partners(head);
    if (!joint.isEmpty()) {
      for (Token partner : joint) {
        coordinated(partner).forEach(part -> single(part).parties().stream()
            .filter(party -> parties.stream().noneMatch(known -> known.name().equals(party.name())))
            .forEach(parties::add));
      }
      return new Phrase(parties, speaker, anaphoric);
    }
    List<Token> named = listed(head);
    for (Token part : named.isEmpty() ? coordinated(head) : named) {
      Phrase phrase = single(part);
      for (Party party : phrase.parties()) {
        if (parties.stream().noneMatch(known -> known.name().equals(party.name()))) {
          parties.add(party);
        }
      }
      speaker = speaker.isPresent() ? speaker : phrase.speaker();
      anaphoric |= phrase.anaphoric();
    }
    List<Party> all = parties.size() > 1 || !plural(head) ? List.of() : together(head);
    if (!all.isEmpty()) {
      return new Phrase(all, Optional.empty(), true);
    }
    if (parties.size() > 1 && parties.stream().allMatch(party -> party.kind() == PartyKind.BODY
        || party.kind() == PartyKind.ORGANISATION)) {
      discourse.together(parties, head.start());
    }
    return new Phrase(parties, speaker, anaphoric);
  }

  /// "identified X as the group behind it": what somebody is named as is who is named.
  private Optional<Token> predicated(Token head) {
    boolean as = Tree.is(head, "obl") && tree.marker(head).equals("as") && NAMED_AS.contains(Tree.lemma(head))
        && tree.child(head, "det").filter(det -> Tree.low(det).equals("the")).isPresent();
    return !as ? Optional.empty()
        : tree.head(head).filter(verb -> IDENTIFYING.contains(Tree.lemma(verb)))
            .flatMap(verb -> tree.child(verb, "obj", "nsubj:pass"))
            .filter(one -> Tree.nominal(one) && one.upos() != Upos.PRON);
  }

  /// "the agencies", "both firms", "the authoring agencies", which lead back to several.
  private boolean plural(Token head) {
    String lemma = Tree.lemma(head);
    return head.xpos().equals("NNS") && (Nouns.BODY.contains(lemma) || Nouns.COMPANY.contains(lemma))
        && tree.children(head).stream().filter(child -> child.index() < head.index())
            .allMatch(child -> TOGETHER.contains(Tree.low(child)) || child.upos() == Upos.NUM)
        && tree.children(head).stream().anyMatch(child -> TOGETHER.contains(Tree.low(child)))
        && tree.children(head, "nmod", "appos", "conj", "acl").isEmpty();
  }

  private List<Party> together(Token head) {
    PartyKind kind = Nouns.BODY.contains(Tree.lemma(head)) ? PartyKind.BODY : PartyKind.ORGANISATION;
    List<Party> all = discourse.together(head.start());
    return all.stream().allMatch(party -> party.kind() == kind) ? all : List.of();
  }

  /// "Two groups, X and Y": the names say who they are.
  private List<Token> listed(Token head) {
    List<Token> names = new ArrayList<>();
    for (Token child : tree.children(head, "conj", "appos")) {
      names.add(child);
      names.addAll(tree.children(child, "conj"));
    }
    boolean listed = head.xpos().equals("NNS") && names.size() > 1 && head.index() + 1 < tree.size()
        && tree.token(head.index() + 1).form().matches("[,:–—-]")
        && names.stream().allMatch(name -> name.upos() == Upos.PROPN && name.index() > head.index() + 1)
        && tree.children(head, "nummod", "det", "amod").stream().anyMatch(child -> child.index() < head.index())
        && (Nouns.GROUP.contains(Tree.lemma(head)) || Nouns.BODY.contains(Tree.lemma(head))
            || Nouns.COMPANY.contains(Tree.lemma(head)));
    return listed ? names : List.of();
  }

  private List<Token> coordinated(Token head) {
    List<Token> parts = new ArrayList<>();
    parts.add(head);
    for (int i = 0; i < parts.size() && parts.size() < 40; i++) {
      for (Token child : tree.children(parts.get(i), "conj")) {
        boolean quality = child.upos() == Upos.ADJ && !tree.child(child, "cc:preconj").isEmpty(); // "both American"
        boolean operation = Nouns.OPERATION.contains(Tree.lemma(child)) && !Nouns.GROUP.contains(Tree.lemma(child))
            && !Nouns.OPERATION.contains(Tree.lemma(head)); // "the hack of X, laid to Y, and the Z hack"
        if (Tree.nominal(child) && !excluded(child) && !quality && !operation && !ampersand(child)
            && tree.child(child, "nsubj", "cop").isEmpty()) {
          parts.add(child);
        }
      }
      for (Token name : tree.children(parts.get(i), "flat", "compound")) {
        if (name.index() > parts.get(i).index() && name.upos() == Upos.PROPN) { // "Zhu Hua and Zhang Shilong"
          tree.children(name, "conj").stream().filter(child -> child.upos() == Upos.PROPN && !ampersand(child))
              .forEach(parts::add);
        }
      }
      for (Token child : tree.children(parts.get(i), "appos")) {
        if (listed(parts.get(i), child)) {
          parts.add(child);
        }
      }
    }
    return parts;
  }

  /// "the work of an insider and not of Russian hackers": who is told not to be meant.
  private boolean excluded(Token conjunct) {
    return tree.children(conjunct, "advmod", "cc").stream().anyMatch(word -> NOT.contains(Tree.low(word)));
  }

  /// "Marks & Spencer": two names that an ampersand makes one.
  private boolean ampersand(Token conjunct) {
    return conjunct.upos() == Upos.PROPN
        && tree.child(conjunct, "cc").filter(cc -> cc.form().equals("&")).isPresent();
  }

  /// "the EU, the United Kingdom and NATO": a list that the tree takes for an aside, since both are names of one sort.
  private boolean listed(Token head, Token child) {
    Optional<NameMatch> one = phrases.within(head.start(), head.end()).stream().findFirst();
    Optional<NameMatch> other = phrases.within(child.start(), child.end()).stream().findFirst();
    if (one.isEmpty() || other.isEmpty() || child.start() < head.end()) {
      return false;
    }
    String between = view.substring(head.end(), child.start());
    return between.matches(",\\s+(?:the )?") && speaks(one.get()) && speaks(other.get());
  }

  private static boolean speaks(NameMatch match) {
    return match.as(Name.Sort.STATE).isPresent() || match.as(Name.Sort.BODY).isPresent()
        || match.as(Name.Sort.ORGANISATION).isPresent();
  }

  private Phrase single(Token head) {
    String low = Tree.low(head);
    if (head.upos() == Upos.PRON || head.upos() == Upos.DET) {
      return anaphora.pronoun(head, low);
    }
    Optional<Token> joined = tree.children(head, "conj").stream().filter(this::ampersand).findFirst();
    if (head.upos() == Upos.PROPN && joined.isPresent() && phrases.within(head.start(), head.end()).isEmpty()) {
      String both = view.substring(head.start(), tree.token(tree.lastOf(joined.get())).end());
      return anaphora.found(new Party(both, PartyKind.ORGANISATION, Optional.empty(), both), head, "company");
    }
    Phrase direct = named(head);
    if (direct.somebody()) {
      return direct;
    }
    Optional<Party> aside = descriptions.newName(head);
    if (aside.isPresent()) {
      return anaphora.found(aside.get(), head, Tree.lemma(head));
    }
    if (Tree.is(head, "appos") && Nouns.GROUP.contains(Tree.lemma(head))) {
      Phrase named = tree.head(head).map(this::named).orElse(Phrase.NOBODY);
      if (named.somebody()) {
        return named;
      }
    }
    return descriptions.described(head);
  }

  /// The words of a phrase without what merely hangs on it.
  ///
  /// @param head head of the phrase
  /// @return as the text has them
  public String words(Token head) {
    return phrases.words(head);
  }

  /// The state that a phrase ascribes by adjective, possessive, or "of", "from", "in".
  ///
  /// @param head head of the phrase
  /// @return ISO 3166-1 alpha-2; empty if it ascribes none
  public Optional<String> stateIn(Token head) {
    return bodies.stateIn(head);
  }

  private Phrase named(Token head) {
    int[] core = phrases.core(head);
    int start = tree.token(core[0]).start();
    int end = tree.token(core[1]).end();
    List<NameMatch> inside = phrases.within(start, end);
    String text = phrases.words(head);
    String lemma = Tree.lemma(head);
    Optional<NameMatch> atHead = inside.stream()
        .filter(match -> match.start() < head.end() && match.end() > head.start()).findFirst();
    boolean groupNoun = Nouns.GROUP.contains(lemma) || Nouns.GROUP.contains(Tree.low(head));
    if (atHead.isPresent() && !(groupNoun && atHead.get().as(Name.Sort.ACTOR).isEmpty())
        && !bodies.ofAnother(atHead.get(), head)) {
      Optional<Party> party = party(atHead.get(), head);
      if (party.isPresent()) {
        anaphora.remember(party.get(), head, Optional.empty(), lemma);
        anaphora.abbreviation(head, party.get());
        return new Phrase(List.of(party.get()), Optional.empty(), false);
      }
    }
    Optional<NameMatch> actor = inside.stream().filter(match -> match.as(Name.Sort.ACTOR).isPresent())
        .reduce((first, second) -> second);
    if (actor.isPresent() && !(owned(head, actor.get()) && !groupNoun)
        && (groupNoun || head.upos() == Upos.PROPN || head.upos() == Upos.NOUN)
        && !Nouns.PEOPLE.contains(lemma) && !Nouns.OPERATION.contains(lemma)) {
      return anaphora.found(actorParty(actor.get(), text), head, lemma);
    }
    if (groupNoun) {
      Optional<Party> by = descriptions.nameBehind(head).or(() -> descriptions.nameWithin(head));
      if (by.isPresent()) {
        return anaphora.found(by.get(), head, lemma);
      }
    }
    List<Party> row = several(head, lemma);
    List<Party> several = row.size() > 1 ? row : bodies.ofEachState(head);
    if (several.size() > 1) {
      several.forEach(party -> anaphora.remember(party, head, Optional.empty(), lemma));
      return new Phrase(several, Optional.empty(), false);
    }
    Optional<Party> composed = bodies.composed(head, inside, text);
    if (composed.isPresent()) {
      anaphora.abbreviation(head, composed.get());
      return anaphora.found(composed.get(), head, lemma);
    }
    if (lemma.equals("state") && head.upos() == Upos.NOUN) {
      Optional<NameMatch> whose = inside.stream().filter(match -> match.as(Name.Sort.ADJECTIVE).isPresent()
          && match.end() <= head.start()).findFirst();
      if (whose.isPresent()) {
        Name adjective = whose.get().as(Name.Sort.ADJECTIVE).orElseThrow();
        return anaphora.found(new Party(adjective.canonical(), PartyKind.STATE, adjective.country(), text), head,
            lemma);
      }
    }
    Phrase someone = persons.person(head) ? persons.person(head, inside, text) : Phrase.NOBODY;
    if (someone.somebody()) {
      return someone;
    }
    if (Nouns.PEOPLE.contains(lemma) || Nouns.COMPANY.contains(lemma) || Nouns.OUTLET.contains(lemma)
        || Nouns.BODY.contains(lemma)) {
      Optional<Party> body = persons.bodyOf(head, inside, text);
      if (body.isPresent()) {
        return anaphora.found(body.get(), head, lemma);
      }
    }
    return Phrase.NOBODY;
  }

  /// "APT41's links", "Lazarus's tooling": what somebody has is not who they are.
  private boolean owned(Token head, NameMatch owner) {
    return tree.children(head, "nmod").stream().anyMatch(child -> child.deprel().equals("nmod:poss")
        && child.start() < owner.end() && owner.start() < child.end());
  }

  /// "the services AIVD and MIVD", "the firms A, B and C": names in a row behind a plural that says what they are.
  private List<Party> several(Token head, String lemma) {
    List<Party> parties = new ArrayList<>();
    boolean plural = head.xpos().equals("NNS") && (Nouns.BODY.contains(lemma) || Nouns.COMPANY.contains(lemma)
        || Nouns.OUTLET.contains(lemma));
    int at = head.end();
    for (NameMatch match : plural ? matches : List.<NameMatch>of()) {
      if (match.start() >= at && view.substring(at, match.start()).matches("(?:\\s|,|and|og|und|et|y|the|&)*")) {
        Optional<Party> party = party(match, head);
        if (party.isEmpty()) {
          break;
        }
        parties.add(party.get());
        at = match.end();
      }
    }
    return parties;
  }

  private Optional<Party> party(NameMatch match, Token head) {
    String spelling = view.substring(match.start(), match.end());
    if (discourse.abbreviated(spelling).isPresent()) {
      Party known = discourse.abbreviated(spelling).get();
      return Optional.of(new Party(known.name(), known.kind(), known.country(), spelling));
    }
    Optional<Name> actor = match.as(Name.Sort.ACTOR);
    if (actor.isPresent()) {
      return Optional.of(actorParty(match, spelling));
    }
    List<Name> bodies = match.names().stream().filter(name -> name.sort() == Name.Sort.BODY).toList();
    if (!bodies.isEmpty()) {
      Name body = bodies.get(0);
      return Optional.of(bodies.size() == 1 ? new Party(body.canonical(), PartyKind.BODY, body.country(), spelling)
          : this.bodies.homonym(bodies, match, this.bodies.stateIn(head)));
    }
    if (persons(match, head)) {
      String words = phrases.words(head).replaceFirst("^(?i)(?:the|a|an|another) ", "");
      return Optional.of(new Party(words, PartyKind.DESCRIBED, match.names().get(0).country(), words));
    }
    for (Name name : match.names()) {
      switch (name.sort()) {
        case STATE, PEOPLE -> {
          return Optional.of(new Party(name.canonical(), PartyKind.STATE, name.country(), spelling));
        }
        case ORGANISATION, OUTLET -> {
          return Optional.of(new Party(name.canonical(), PartyKind.ORGANISATION, name.country(), spelling));
        }
        case ADJECTIVE -> {
          if (head.upos() == Upos.PROPN || head.upos() == Upos.NOUN || head.upos() == Upos.ADJ) {
            boolean alone = match.start() <= head.start() && match.end() >= head.end();
            if (alone) {
              return Optional.of(new Party(name.canonical(), PartyKind.STATE, name.country(), spelling));
            }
          }
        }
        case BODY, ACTOR, MALWARE, OPERATION -> {
        }
      }
    }
    return Optional.empty();
  }

  /// "two Iranians", "another Russian": so many of a people are persons, and not their state.
  private boolean persons(NameMatch match, Token head) {
    boolean people = match.as(Name.Sort.STATE).isEmpty() && match.names().stream()
        .anyMatch(name -> name.sort() == Name.Sort.PEOPLE || name.sort() == Name.Sort.ADJECTIVE)
        && match.start() <= head.start() && head.end() <= match.end() && Tree.nominal(head);
    return people && tree.children(head, "nummod", "det").stream().anyMatch(word -> Tree.is(word, "nummod")
        || COUNTING.contains(Tree.low(word)));
  }

  /// A threat actor under the name that the text uses: that two names denote one is a claim of somebody's, not ours.
  static Party actorParty(NameMatch match, String text) {
    Name actor = match.as(Name.Sort.ACTOR).orElseThrow();
    String name = match.spelling().replaceFirst("^([A-Z]{2,4})[ -](\\d+)$", "$1$2");
    return new Party(name, PartyKind.THREAT_ACTOR, actor.country(), text);
  }
}
