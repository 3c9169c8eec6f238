package org.tingbok.reading.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.claim.Speaker;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.knowledge.OfficeHolder;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Persons, and the body that a person, office or staff speaks for.
///
/// Looks at one sentence; not for several threads.
final class Persons {
  private static final Pattern FORMER =
      Pattern.compile("(?i)\\b(?:ex-\\p{L}|(?:former|onetime|disgruntled|rogue|sacked|fired|dismissed)\\s)");
  private static final Set<String> AFFILIATION = Set.of("of", "at", "from", "for", "with", "in", "by", "i", "ved",
      "fra", "hos", "von", "bei", "aus", "des", "du", "de", "en", "von der", "à", "chez", "to");

  private final PhraseWords phrases;
  private final Anaphora anaphora;
  private final Bodies bodies;
  private final Tree tree;
  private final String view;
  /// People of a state's intelligence, of whom nobody says that they speak for one of its services.
  private static final Set<String> CIRCLES = Set.of("official", "officer", "analyst", "agent", "source");

  /// Offices that one person holds.
  private static final WordList ROLE = WordList.of("role");
  private static final int SHORTLY = 500; // code units within which a name tells who holds an office

  private final Names names;
  private final Discourse discourse;

  Persons(PhraseWords phrases, Anaphora anaphora, Bodies bodies, Tree tree, String view, Names names,
      Discourse discourse) {
    this.phrases = phrases;
    this.anaphora = anaphora;
    this.bodies = bodies;
    this.tree = tree;
    this.view = view;
    this.names = names;
    this.discourse = discourse;
  }

  /// Whether the head is a person's name, or a title before one.
  boolean person(Token head) {
    if (titled(head) || owned(head).isPresent() || behindOffice(head).isPresent() || officeBefore(head).isPresent()
        || roleJustNamed(head).isPresent()) {
      return true;
    }
    if (head.upos() != Upos.PROPN || !phrases.within(head.start(), head.end()).isEmpty()) {
      return discourse.person(phrases.words(head)).isPresent();
    }
    if (discourse.person(phrases.words(head)).isPresent() || discourse.person(phrases.properName(head)).isPresent()
        || !names.offices(phrases.properName(head)).isEmpty()) {
      return true;
    }
    for (Token child : tree.children(head)) {
      if (Tree.is(child, "appos", "compound", "amod", "nmod", "flat") && Nouns.PEOPLE.contains(Tree.lemma(child))) {
        return true;
      }
    }
    return Nouns.PEOPLE.contains(Tree.lemma(head)) || phrases.properName(head).split(" ").length == 2
        && tree.child(head, "acl:relcl", "appos").isPresent();
  }

  /// "the head of the agency, X Y": the name that follows an office.
  private Optional<String> behindOffice(Token head) {
    if (!Nouns.PEOPLE.contains(Tree.lemma(head)) || head.xpos().equals("NNS")) {
      return Optional.empty();
    }
    Optional<String> beside = tree.children(head, "appos").stream().filter(child -> child.index() > head.index())
        .flatMap(child -> phrases.fullName(child).stream()).findFirst();
    return beside.isPresent() ? beside : farther(head, 0);
  }

  /// "the head of the agency, X Y", where the tree hangs the name on the agency: it comes behind a comma all the same.
  private Optional<String> farther(Token noun, int depth) {
    for (Token child : tree.children(noun, "nmod")) {
      Optional<String> name = tree.children(child, "appos").stream()
          .filter(some -> tree.firstOf(some) > 0 && tree.token(tree.firstOf(some) - 1).form().equals(",")
              || tree.token(tree.firstOf(some)).form().equals(","))
          .filter(some -> phrases.within(some.start(), some.end()).isEmpty())
          .flatMap(some -> phrases.fullName(some).stream()).findFirst();
      if (name.isPresent() || depth > 2) {
        return name;
      }
      name = farther(child, depth + 1);
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  /// The office that a name follows, where the tree hangs the name on something within its phrase.
  private Optional<Token> officeBefore(Token name) {
    if (!Tree.is(name, "appos") || phrases.fullName(name).isEmpty()) {
      return Optional.empty();
    }
    Optional<Token> above = tree.head(name);
    for (int i = 0; i < 4 && above.isPresent() && above.get().index() < name.index(); i++) {
      if (Nouns.PEOPLE.contains(Tree.lemma(above.get())) && !above.get().xpos().equals("NNS")) {
        return above;
      }
      above = Tree.is(above.get(), "nmod", "obl", "appos", "compound") ? tree.head(above.get()) : Optional.empty();
    }
    return Optional.empty();
  }

  /// "…, its head has said. X Y told the broadcaster …": a full name that comes in as the subject, with nothing beside it, is
  /// whoever was just spoken of by office.
  private Optional<Party> roleJustNamed(Token head) {
    boolean fresh = Tree.is(head, "nsubj") && head.upos() == Upos.PROPN && phrases.fullName(head).isPresent()
        && phrases.within(head.start(), head.end()).isEmpty()
        && discourse.person(phrases.fullName(head).orElseThrow()).isEmpty()
        && tree.children(head, "appos", "acl", "nmod", "amod").isEmpty();
    return !fresh ? Optional.empty()
        : discourse.last(head.start(), mention -> mention.speaker().isEmpty()
            && employs(mention.party()) && mention.nouns().stream().anyMatch(ROLE::contains))
            .filter(mention -> head.start() - mention.place() < SHORTLY).map(Discourse.Mentioned::party);
  }

  private boolean titled(Token head) {
    return (Nouns.PEOPLE.contains(Tree.lemma(head)) || Nouns.HONORIFIC.contains(Tree.low(head)))
        && !phrases.properName(head).isEmpty();
  }

  /// "the Japanese firm's Rik Ferguson", "Sweden's Ann Linde": a name of two words that somebody has.
  private Optional<Token> owned(Token head) {
    boolean two = head.upos() == Upos.PROPN && head.index() + 1 < tree.size() && phrases.fullName(head).isPresent();
    return two ? tree.children(head, "nmod").stream()
        .filter(child -> child.deprel().equals("nmod:poss") && child.upos() != Upos.PRON).findFirst()
        : Optional.empty();
  }

  Phrase person(Token head, List<NameMatch> inside, String text) {
    Optional<Token> office = officeBefore(head);
    String name = owned(head).isPresent() || office.isPresent() || roleJustNamed(head).isPresent()
        ? phrases.fullName(head).orElseThrow()
        : behindOffice(head).orElseGet(() -> phrases.properName(head));
    Optional<Discourse.Person> known = discourse.person(name.isEmpty() ? text : name).or(() -> discourse.person(text));
    if (known.isPresent()) {
      Discourse.Person person = known.get();
      anaphora.remember(person.body(), head, Optional.of(person.name()), "");
      return new Phrase(List.of(person.body()), Optional.of(new Speaker(person.name(), person.role())), false);
    }
    if (name.isEmpty()) {
      return Phrase.NOBODY;
    }
    Optional<Party> body = held(name).or(() -> bodyOf(head, inside, text))
        .or(() -> office.flatMap(before -> bodyOf(before, phrases.within(before.start(), before.end()),
            phrases.words(before))))
        .or(() -> roleJustNamed(head))
        .or(() -> stateWhose(head)).or(() -> led(head));
    Optional<String> role = office.map(phrases::words).or(() -> role(head));
    Party party = body.orElse(new Party(name, PartyKind.PERSON, Optional.empty(), name));
    discourse.introduce(new Discourse.Person(name, role, party));
    anaphora.remember(party, head, Optional.of(name), "");
    return new Phrase(List.of(party), Optional.of(new Speaker(name, role)), false);
  }

  /// The body whose office somebody is known to have held when the text was written: the state where the day is unknown
  /// and there were several.
  private Optional<Party> held(String name) {
    List<OfficeHolder> offices = names.offices(name).stream()
        .filter(office -> discourse.day().map(office::on).orElse(true)).toList();
    List<Name> held = offices.stream().map(OfficeHolder::body).distinct().toList();
    if (held.size() == 1) {
      return Optional.of(new Party(held.getFirst().canonical(), PartyKind.BODY, held.getFirst().country(), name));
    }
    List<String> states = held.stream().flatMap(body -> body.country().stream()).distinct().toList();
    return states.size() == 1 ? names.state(states.getFirst())
        .map(state -> new Party(state.name(), PartyKind.STATE, Optional.of(state.iso2()), name)) : Optional.empty();
  }

  /// "President X Y said", behind a sentence about an agency: who leads and is not told to lead anything else leads what was
  /// spoken of last.
  private Optional<Party> led(Token head) {
    boolean leads = ROLE.contains(Tree.lemma(head)) || ROLE.contains(Tree.low(head));
    return !leads || bodies.stateIn(head).isPresent() ? Optional.empty()
        : discourse.last(head.start(), mention -> mention.subject() && employs(mention.party())
            && head.start() - mention.place() < SHORTLY).map(Discourse.Mentioned::party);
  }

  /// "Portugal's Rita Salgado", of whom no office is told: she speaks for the state that has her.
  private Optional<Party> stateWhose(Token head) {
    return owned(head).flatMap(owner -> phrases.within(owner.start(), owner.end()).stream()
        .flatMap(match -> match.as(Name.Sort.STATE).stream()).findFirst())
        .map(state -> new Party(state.canonical(), PartyKind.STATE, state.country(), phrases.words(head)));
  }

  private Optional<String> role(Token head) {
    for (Token child : tree.children(head, "appos")) {
      if (Nouns.PEOPLE.contains(Tree.lemma(child))) {
        return Optional
            .of(view.substring(tree.token(tree.firstOf(child)).start(), tree.token(tree.lastOf(child)).end()));
      }
    }
    int[] core = phrases.core(head);
    for (int i = head.index(); i >= core[0]; i--) {
      if (Nouns.PEOPLE.contains(Tree.lemma(tree.token(i)))) {
        return Optional.of(view.substring(tree.token(core[0]).start(), tree.token(i).end()));
      }
    }
    return Optional.empty();
  }

  /// The body that a person, people, firm or office in a phrase stands for.
  Optional<Party> bodyOf(Token head, List<NameMatch> inside, String text) {
    Optional<Party> own = bodies.bodyNamed(inside);
    if (FORMER.matcher(text).find()) { // "an ex-Sony employee" is not Sony any more
      return Optional
          .of(new Party(text.replaceFirst("^(?i)(the|a|an) ", ""), PartyKind.DESCRIBED, Optional.empty(), text));
    }
    if (own.isPresent() && CIRCLES.contains(Tree.lemma(head)) && own.get().text().toLowerCase(Locale.ROOT)
        .endsWith(" intelligence")) {
      return Optional.of(new Party(text.replaceFirst("^(?i)(the|a|an) ", ""), PartyKind.DESCRIBED, own.get().country(),
          text));
    }
    if (own.isPresent()) {
      return own;
    }
    List<Token> places = new ArrayList<>(tree.children(head));
    for (Token child : tree.children(head, "appos", "acl:relcl")) {
      places.addAll(tree.children(child));
      places.add(child);
    }
    for (Token child : places) {
      boolean linked = Tree.is(child, "appos") || child.deprel().equals("nmod:poss")
          || Tree.is(child, "nmod", "obl") && AFFILIATION.contains(tree.marker(child))
          || Tree.is(child, "nmod") && genitive(child)
          || Tree.is(child, "obj") && tree.head(child).map(verb -> Set.of("lead", "head", "run", "direct", "lede")
              .contains(Tree.lemma(verb))).orElse(false);
      if (linked) {
        int[] core = phrases.core(child);
        Optional<Party> body = bodies.bodyNamed(phrases.within(tree.token(core[0]).start(), tree.token(core[1]).end()))
            .or(() -> bodies.composed(child, phrases.within(tree.token(core[0]).start(), tree.token(core[1]).end()),
                phrases.words(child)));
        if (body.isPresent()) {
          return body;
        }
        for (Token below : tree.children(child, "nmod", "nmod:poss", "appos", "flat")) { // "researchers at the firm X"
          int[] inner = phrases.core(below);
          body = bodies.bodyNamed(phrases.within(tree.token(inner[0]).start(), tree.token(inner[1]).end()))
              .or(() -> bodies.composed(below, phrases.within(tree.token(inner[0]).start(), tree.token(inner[1]).end()),
                  phrases.words(below)));
          if (body.isPresent()) {
            return body;
          }
        }
      }
    }
    Optional<Party> unlisted = Nouns.STAFF.contains(Tree.lemma(head)) ? unlisted(head) : Optional.empty();
    if (unlisted.isPresent()) {
      return unlisted;
    }
    Optional<Party> theirs =
        Offices.ministry(text.toLowerCase(Locale.ROOT)).isEmpty() ? employer(head) : Optional.empty();
    return theirs.or(() -> office(head, text)).or(() -> owner(head)).or(() -> spokenFor(head));
  }

  /// "researchers at X", "X's analysts", "X researchers": a name that no table has, and that people work for.
  private Optional<Party> unlisted(Token head) {
    for (Token child : tree.children(head, "nmod", "compound")) {
      boolean works =
          child.deprel().equals("nmod:poss") || Tree.is(child, "compound") && child.index() == head.index() - 1
              || Tree.is(child, "nmod")
                  && Set.of("at", "from", "with", "of", "ved", "hos", "fra", "bei", "chez").contains(
                      tree.marker(child));
      boolean firm = Nouns.COMPANY.contains(Tree.lemma(child)) && child.index() + 1 < tree.size();
      Token name = firm ? tree.token(child.index() + 1) : child; // "researchers from the security firm X"
      Optional<Party> known =
          works && firm ? bodies.bodyNamed(phrases.within(name.start(), name.end())) : Optional.empty();
      if (known.isPresent()) {
        return known;
      }
      boolean fresh = works && name.upos() == Upos.PROPN && Character.isUpperCase(name.form().charAt(0))
          && name.form().length() > 2 && phrases.within(name.start(), name.end()).isEmpty()
          && !PhraseWords.NOBODY.matcher(name.form()).matches() && bodies.stateIn(name).isEmpty();
      if (fresh) {
        String text =
            (firm ? phrases.run(name) : phrases.words(name)).replaceFirst("^(?i)the ", "").replaceFirst("['’]s?$",
                "");
        return Optional.of(new Party(text, PartyKind.ORGANISATION, Optional.empty(), text));
      }
    }
    return Optional.empty();
  }

  /// "der Präsident des Verfassungsschutzes": a German genitive, which nothing but its article marks.
  private boolean genitive(Token noun) {
    return tree.marker(noun).isEmpty() && tree.child(noun, "det")
        .filter(article -> Set.of("des", "der").contains(Tree.low(article))).isPresent();
  }

  /// "its researchers": those of whom the pronoun leads back to.
  private Optional<Party> employer(Token head) {
    for (Token child : tree.children(head, "nmod", "det")) {
      if (child.deprel().equals("nmod:poss") && child.upos() == Upos.PRON || child.deprel().equals("det:poss")) {
        return anaphora.pronoun(child, Tree.low(child)).parties().stream().filter(Persons::employs).findFirst()
            .or(() -> discourse.last(head.start(), mention -> mention.subject() && employs(mention.party()))
                .or(() -> discourse.last(head.start(), mention -> employs(mention.party())))
                .map(Discourse.Mentioned::party));
      }
    }
    return Optional.empty();
  }

  /// "the company's director", "a spokesman for the ministry": those of whom the noun leads back to.
  private Optional<Party> owner(Token head) {
    for (Token child : tree.children(head, "nmod")) {
      boolean whose = child.deprel().equals("nmod:poss") || Tree.is(child, "nmod")
          && AFFILIATION.contains(tree.marker(child)) && !tree.child(child, "det").isEmpty();
      if (whose && (Nouns.BODY.contains(Tree.lemma(child)) || Nouns.COMPANY.contains(Tree.lemma(child))
          || Nouns.OUTLET.contains(Tree.lemma(child)))) {
        return anaphora.noun(child, bodies.stateIn(child)).map(Discourse.Mentioned::party);
      }
    }
    return Optional.empty();
  }

  private static boolean employs(Party party) {
    return party.kind() == PartyKind.BODY || party.kind() == PartyKind.ORGANISATION;
  }

  /// Of whom a spokesperson speaks whose body the phrase leaves out: the one that was spoken of last.
  private Optional<Party> spokenFor(Token head) {
    boolean spokesperson = Nouns.SPOKESPEOPLE.contains(Tree.lemma(head))
        || tree.children(head).stream().anyMatch(child -> Nouns.SPOKESPEOPLE.contains(Tree.lemma(child)));
    return spokesperson ? discourse.last(head.start(), mention -> mention.subject() && employs(mention.party())
        && head.start() - mention.place() < SHORTLY)
        .or(() -> discourse.last(head.start(), mention -> employs(mention.party()))).map(Discourse.Mentioned::party)
        : Optional.empty();
  }

  /// "Foreign Minister" stands for the ministry of the state in question, "officials" for the state whose they are.
  private Optional<Party> office(Token head, String text) {
    Optional<String> iso = bodies.stateIn(head);
    for (Token child : tree.children(head)) { // "X, Iran's oil minister", "Iran's oil minister X"
      boolean office = Tree.is(child, "appos") || child.deprel().equals("nmod:desc");
      iso = iso.isPresent() || !office ? iso : bodies.stateIn(child);
    }
    int start = tree.token(phrases.core(head)[0]).start();
    String words = (role(head).orElse(text) + " " + view.substring(start, Math.min(view.length(), head.end() + 24)))
        .toLowerCase(Locale.ROOT);
    Optional<String> ministry = Offices.ministry(words);
    if (iso.isEmpty()) {
      iso = Offices.country(words);
    }
    if (ministry.isPresent() && iso.isEmpty() && phrases.properName(head).isEmpty()) {
      iso = ministry.get().contains("Foreign") ? discourse.countries(head.start() + 1).stream().findFirst()
          : discourse.acting(head.start() + 1);
    }
    boolean unplaced = iso.isEmpty() && discourse.home().isPresent() && (Tree.lemma(head).equals("minister")
        || ministry.isPresent()
            && role(head).filter(role -> role.toLowerCase(Locale.ROOT).contains("minist")).isPresent());
    iso = unplaced ? discourse.home() : iso;
    Optional<Names.State> state = iso.flatMap(names::state);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    if (ministry.isPresent()) {
      String name = state.get().adjective() + " " + ministry.get();
      Optional<Name> body = names.lookUp(name).flatMap(match -> match.as(Name.Sort.BODY));
      return Optional.of(new Party(body.map(Name::canonical).orElse(name), PartyKind.BODY, iso, text));
    }
    boolean minister = tree.children(head).stream().anyMatch(child -> Tree.lemma(child).equals("minister"))
        || Tree.lemma(head).equals("minister") || Tree.low(head).startsWith("ministr");
    if (Offices.government(words) || minister) {
      return Optional
          .of(new Party(state.get().adjective() + " government", PartyKind.BODY, state.map(Names.State::iso2), text));
    }
    if (phrases.properName(head).isEmpty() && Nouns.PEOPLE.contains(Tree.lemma(head))) {
      return Optional.of(new Party(text.replaceFirst("^(?i)(the|a|an) ", ""), PartyKind.DESCRIBED, iso, text));
    }
    return Optional.empty();
  }
}
