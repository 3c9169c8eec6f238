package org.tingbok.reading.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Roles;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.reading.mention.PartyResolver;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.reading.knowledge.WordList;

/// Tells whom an operation hit, by the words around those that tell of it.
///
/// Looks at one sentence; not for several threads.
final class Victims {
  private static final WordList AGAINST = WordList.of("against");
  private static final WordList SYSTEMS = WordList.of("not-the-victim");
  private static final WordList COLLECTIVE = WordList.of("may-be-hit");
  /// What is said or written of an operation: who it stands on or comes from is not who was attacked.
  private static final WordList WORDS = WordList.of("said-of-an-operation");
  /// What can be taken or go out from somewhere; an attack from a state is one that it makes.
  private static final WordList HITS = WordList.of("hits");
  private static final WordList LINKS = WordList.of("links-to");
  private static final WordList PINS = WordList.of("pins-on");
  private static final WordList TAKEN = WordList.of("taken-away");

  /// States whose services the reports of other states are about.
  private static final Set<String> SPYING = Set.of("RU", "CN", "IR", "KP", "BY");

  private static final Pattern ATTACKERS =
      Pattern.compile("hacker|attacker|intruder|group|gang|actors?\\b|spies|grupo|pirata|atacante|banda",
          Pattern.CASE_INSENSITIVE);
  /// Products named after their maker, which is not who was attacked.
  private static final Pattern PRODUCT =
      Pattern.compile("Exchange|SharePoint|Windows|Outlook|Server|firewall|VPN|Office|Router|"
          + "router|device|software|update|vulnerabilit");

  private final Tree tree;
  private final Roles roles;
  private final PartyResolver resolver;
  private final List<NameMatch> matches;
  private final OperationTimes times;
  private final Names names;

  Victims(Tree tree, Roles roles, PartyResolver resolver, List<NameMatch> matches, OperationTimes times,
      Names names) {
    this.tree = tree;
    this.roles = roles;
    this.resolver = resolver;
    this.matches = matches;
    this.times = times;
    this.names = names;
  }

  /// The operation or malware that a token names.
  static Optional<Name> named(List<NameMatch> matches, Token token) {
    for (NameMatch match : matches) {
      if (match.start() <= token.start() && match.end() >= token.end()) {
        Optional<Name> name = match.as(Name.Sort.OPERATION).or(() -> match.as(Name.Sort.MALWARE));
        if (name.isPresent() && match.as(Name.Sort.STATE).isEmpty()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  void collect(Token head, List<Party> victims, Set<String> accused, int depth, boolean direct) {
    for (Token child : tree.children(head)) {
      if (depth > 3) {
        return;
      }
      boolean before = child.index() < head.index();
      if (Tree.is(child, "nmod", "obl") && !child.deprel().equals("nmod:poss") && !before && !linked(child, head)
          && AGAINST.contains(tree.marker(child)) && !origin(child, head) && !times.time(child)) {
        victim(child, victims, accused, depth);
      } else if (direct && (child.deprel().equals("nmod:poss") || Tree.is(child, "compound", "flat")
          || Tree.is(child, "amod") && child.upos() == Upos.PROPN)) {
        boolean operation =
            matches.stream().anyMatch(match -> match.start() <= child.start() && match.end() >= child.end()
                && (match.as(Name.Sort.OPERATION).isPresent() || match.as(Name.Sort.MALWARE).isPresent()));
        Phrase phrase = operation ? Phrase.NOBODY : resolver.resolve(child);
        for (Party party : phrase.parties()) {
          boolean product = PRODUCT.matcher(resolver.words(head)).find() && !child.deprel().equals("nmod:poss");
          boolean agent = child.deprel().equals("nmod:poss") && service(party);
          boolean body = !agent && !product && party.kind() == PartyKind.ORGANISATION || party.kind() == PartyKind.BODY
              || party.kind() == PartyKind.STATE && child.deprel().equals("nmod:poss") && phrase.anaphoric();
          if (body && !accused.contains(party.name())) {
            add(victims, party);
          }
        }
      } else if (Tree.is(child, "acl") && HITS.contains(Tree.lemma(child)) && !roles.passive(child)) {
        roles.object(child).forEach(object -> victim(object, victims, accused, depth));
        collect(child, victims, accused, depth + 1, false);
      } else if (Tree.is(child, "conj") && victims.isEmpty() && Nouns.OPERATION.contains(Tree.lemma(child))) {
        collect(child, victims, accused, depth + 1, true);
      }
    }
  }

  /// "link the attack to X", "pin it on Y": on whom it is laid, not against whom.
  private boolean linked(Token child, Token head) {
    String marker = tree.marker(child);
    return Tree.is(head, "obj", "nsubj") && tree.head(head).map(Tree::lemma).filter(verb -> switch (marker) {
      case "to" -> LINKS.contains(verb);
      case "on" -> PINS.contains(verb);
      default -> false;
    }).isPresent();
  }

  boolean origin(Token child, Token head) {
    return tree.marker(child).equals("from") && !TAKEN.contains(Tree.lemma(head));
  }

  void victim(Token token, List<Party> victims, Set<String> accused, int depth) {
    if (depth > 3 || times.time(token)
        || Tree.lemma(token).matches("behalf|order|behest|retaliation|response|support|cost|time")) {
      return;
    }
    String lemma = Tree.lemma(token);
    if (WORDS.contains(lemma)) {
      return;
    }
    if (Nouns.OPERATION.contains(lemma) && Victims.named(matches, token).isEmpty() || Tree.verbal(token)) {
      roles.object(token).forEach(object -> victim(object, victims, accused, depth + 1));
      collect(token, victims, accused, depth + 1, true);
      return;
    }
    if (token.upos() == Upos.PRON && Tree.low(token).matches("our|us|we|my|me|i")) {
      return;
    }
    Optional<Party> next = nameNext(token);
    if (next.isPresent() && !accused.contains(next.get().name())) {
      add(victims, next.get());
      return;
    }
    boolean system = SYSTEMS.contains(lemma);
    if (!system && token.upos() != Upos.PRON) {
      Phrase phrase = resolver.resolve(token);
      if (phrase.anaphoric() && otherwise(token, phrase)) {
        phrase = Phrase.NOBODY;
      }
      boolean any = false;
      for (Party party : phrase.parties()) {
        boolean attackers = party.kind() == PartyKind.DESCRIBED && (phrase.anaphoric() || Nouns.GROUP.contains(lemma));
        if (party.kind() != PartyKind.THREAT_ACTOR && party.kind() != PartyKind.PERSON && !attackers
            && !accused.contains(party.name())) {
          add(victims, party);
          any = true;
        }
      }
      if (any) {
        return;
      }
    }
    Optional<Party> thing = ownThing(token);
    if (thing.isPresent()) {
      add(victims, thing.get());
      return;
    }
    int had = victims.size();
    for (Token child : tree.children(token)) {
      boolean owner = child.deprel().equals("nmod:poss") || Tree.is(child, "compound", "flat", "amod")
          || Tree.is(child, "nmod") && AGAINST.contains(tree.marker(child)) && child.index() > token.index();
      boolean ours = child.upos() == Upos.PRON && Tree.low(child).matches("our|my");
      boolean product = Tree.is(child, "compound") && tree.children(token).stream()
          .anyMatch(other -> other.deprel().equals("nmod:poss")); // "the parliament's Exchange servers"
      if (!owner || ours || product || times.time(child)) {
        continue;
      }
      if (Tree.is(child, "nmod") && !child.deprel().equals("nmod:poss")) {
        victim(child, victims, accused, depth + 1);
      } else {
        boolean nation =
            Tree.is(child, "amod", "compound") && (COLLECTIVE.contains(lemma) || Nouns.COMPANY.contains(lemma)
                || Nouns.PEOPLE.contains(lemma));
        if (child.deprel().equals("nmod:poss") && COLLECTIVE.contains(Tree.lemma(child))) {
          victim(child, victims, accused, depth + 1);
          continue;
        }
        for (Party party : resolver.resolve(child).parties()) {
          if (nation && party.kind() == PartyKind.STATE) {
            continue;
          }
          boolean guessed = party.kind() == PartyKind.STATE && child.upos() == Upos.PRON;
          if (party.kind() != PartyKind.THREAT_ACTOR && party.kind() != PartyKind.PERSON && !guessed
              && !accused.contains(party.name())) {
            add(victims, party);
          }
        }
      }
    }
    boolean ours = Tree.low(tree.token(tree.firstOf(token))).matches("our|my|we");
    if (victims.size() == had && COLLECTIVE.contains(lemma) && !ours) {
      String words = resolver.words(token).replaceFirst("^(?i)(the|a|an|its|their|his|several|many|some) ", "");
      add(victims, new Party(words, PartyKind.DESCRIBED, resolver.stateIn(token), words));
    }
  }

  /// "Iran's railways", "Poland's water works": what a state has many of, told apart from the state.
  private Optional<Party> ownThing(Token token) {
    String lemma = Tree.lemma(token);
    boolean common = token.upos() == Upos.NOUN && !SYSTEMS.contains(lemma) && !COLLECTIVE.contains(lemma)
        && token.xpos().equals("NNS");
    if (!common) {
      return Optional.empty();
    }
    Optional<Token> owner = tree.children(token, "nmod").stream().filter(child -> child.deprel().equals("nmod:poss")
        && child.upos() == Upos.PROPN).findFirst();
    boolean state = owner.filter(child -> resolver.resolve(child).parties().stream()
        .anyMatch(party -> party.kind() == PartyKind.STATE)).isPresent();
    String words = resolver.words(token);
    return state ? Optional.of(new Party(words, PartyKind.DESCRIBED, resolver.stateIn(token), words))
        : Optional.empty();
  }

  /// Whether words with a noun say that another is meant: "the economy ministry" is not the foreign ministry.
  private boolean otherwise(Token token, Phrase phrase) {
    return tree.children(token, "amod", "compound").stream().filter(child -> child.upos() == Upos.NOUN
        || child.upos() == Upos.ADJ || child.upos() == Upos.PROPN).map(Tree::low)
        .filter(word -> word.length() > 4 && !word.matches("entire|whole|former|national|federal|largest|biggest"))
        .anyMatch(word -> phrase.parties().stream().noneMatch(party -> party.name().toLowerCase(Locale.ROOT)
            .contains(word.substring(0, 4))));
  }

  /// "the software firm Visma": the name behind a noun that says what it is.
  private Optional<Party> nameNext(Token token) {
    if (token.upos() != Upos.NOUN
        || !COLLECTIVE.contains(Tree.lemma(token)) && !Nouns.COMPANY.contains(Tree.lemma(token))) {
      return Optional.empty();
    }
    return matches.stream().filter(match -> match.start() == token.end() + 1).flatMap(match -> match.names().stream()
        .filter(name -> name.sort() == Name.Sort.ORGANISATION || name.sort() == Name.Sort.BODY)
        .map(
            name -> new Party(name.canonical(), name.sort() == Name.Sort.BODY ? PartyKind.BODY : PartyKind.ORGANISATION,
                name.country(), name.canonical())))
        .findFirst();
  }

  void add(List<Party> victims, Party found) {
    Party party = nominative(found);
    String last = party.name().toLowerCase(Locale.ROOT).replaceFirst("^.*\\s", "");
    if (Nouns.OPERATION.contains(last) && party.kind() != PartyKind.BODY) {
      return; // a headline's "Cyber-attack" is what happened, not whom it hit
    }
    boolean attackers = party.kind() == PartyKind.DESCRIBED && ATTACKERS.matcher(party.name()).find();
    boolean service = service(party) && party.country().filter(SPYING::contains).isPresent();
    if (!attackers && !service && victims.stream().noneMatch(known -> known.name().equals(party.name()))) {
      victims.add(party);
    }
  }

  /// "Stortingets": what is known by its name without the ending of the genitive.
  private Party nominative(Party party) {
    String name = party.name();
    if (party.kind() != PartyKind.ORGANISATION || name.length() < 5 || !name.endsWith("s")
        || names.lookUp(name).isPresent()) {
      return party;
    }
    return names.lookUp(name.substring(0, name.length() - 1)).flatMap(match -> match.as(Name.Sort.BODY)
        .map(body -> new Party(body.canonical(), PartyKind.BODY, body.country(), body.canonical()))
        .or(() -> match.as(Name.Sort.ORGANISATION).map(one -> new Party(one.canonical(), PartyKind.ORGANISATION,
            one.country(), one.canonical()))))
        .orElse(party);
  }

  /// Services and units, which do what is told of rather than suffer it.
  private boolean service(Party party) {
    return party.kind() == PartyKind.BODY && names.lookUp(party.name()).flatMap(match -> match.as(Name.Sort.BODY))
        .filter(name -> name.kind().equals("intelligence") || name.kind().equals("unit")
            || name.kind().equals("military"))
        .isPresent();
  }
}
