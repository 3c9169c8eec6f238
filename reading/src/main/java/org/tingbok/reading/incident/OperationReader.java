package org.tingbok.reading.incident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Roles;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.reading.mention.PartyResolver;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.PartialDate;

/// Reads what a phrase or clause tells of an operation: victims, time, names.
///
/// Looks at one sentence; not for several threads.
public final class OperationReader {
  private static final Set<String> WHOSE =
      Set.of("of", "by", "av", "fra", "von", "durch", "de", "du", "des", "par", "por");
  /// Where the words of a deed stand whom it hit.
  private static final Set<String> AT =
      Set.of("into", "against", "on", "at", "to", "from", "of", "inside", "in", "after",
          "hos", "mot", "gegen", "contre", "dans");
  private static final Set<String> AGAIN = Set.of("again", "anew", "igjen", "erneut", "wieder", "nochmals");

  private final Tree tree;
  private final Roles roles;
  private final PartyResolver resolver;
  private final List<NameMatch> matches;
  private final OperationTimes times;
  private final Victims hit;
  private final Names names;

  /// Looks at one sentence.
  ///
  /// @param tree its tree
  /// @param roles roles over the tree
  /// @param resolver leads its phrases to parties
  /// @param matches names in it
  /// @param times expressions of time in it
  /// @param names the knowledge of names
  public OperationReader(Tree tree, Roles roles, PartyResolver resolver, List<NameMatch> matches,
      List<TimeMention> times, Names names) {
    this.tree = tree;
    this.roles = roles;
    this.resolver = resolver;
    this.matches = matches;
    this.times = new OperationTimes(tree, times);
    this.hit = new Victims(tree, roles, resolver, matches, this.times, names);
    this.names = names;
  }

  /// Whether a token may stand for an operation.
  ///
  /// @param token head of a nominal, or a verb
  /// @return true for nouns of attack, names of operations and malware, pronouns, and gerunds
  public boolean operation(Token token) {
    String lemma = Tree.lemma(token);
    if (Nouns.OPERATION.contains(lemma) || Nouns.OPERATION.contains(Tree.low(token)) || lemma.startsWith("cyber")
        && !lemma.matches("cyber|cybersecurity|cyberspace|cybercrime|cyberdefen[cs]e") && token.upos() == Upos.NOUN
        && !Nouns.GROUP.contains(lemma) || lemma.endsWith("angrep")
        || lemma.endsWith("angrepet")
        || lemma.endsWith("angriff") || lemma.endsWith("innbruddet") || lemma.endsWith("innbrudd")) {
      return true;
    }
    if (Tree.verbal(token)) {
      return true;
    }
    if (Victims.named(matches, token).isPresent()) {
      return true;
    }
    for (Token child : tree.children(token, "nmod", "compound", "conj")) {
      boolean part = Set.of("part", "series", "wave", "string", "number", "phase", "opening", "spate", "one", "two",
          "all", "responsibility", "bulk", "most").contains(lemma);
      if (child.index() != token.index() && (Tree.is(child, "conj") || part)
          && Nouns.OPERATION.contains(Tree.lemma(child))) {
        return true;
      }
    }
    return false;
  }

  /// The operation that a phrase leads to: its head, or the first noun of attack within it.
  ///
  /// @param head head of a nominal
  /// @return empty if it holds none
  public Optional<Token> within(Token head) {
    if (operation(head)) {
      return Optional.of(head);
    }
    for (int i = tree.firstOf(head); i <= tree.lastOf(head); i++) {
      Token token = tree.token(i);
      if ((token.upos() == Upos.NOUN || token.upos() == Upos.PROPN) && operation(token)) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  /// Reads a nominal.
  ///
  /// @param head its head
  /// @param accused names of parties that cannot be the victim
  /// @return what it tells
  public Operation nominal(Token head, Set<String> accused) {
    List<Party> victims = new ArrayList<>();
    String lemma = Tree.lemma(head);
    boolean pronoun = head.upos() == Upos.PRON || head.upos() == Upos.DET;
    if (!pronoun && Victims.named(matches, head).isEmpty()) {
      hit.collect(head, victims, accused, 0, true);
    } else if (Victims.named(matches, head).isPresent()) {
      hit.collect(head, victims, accused, 1, false);
    }
    if (!pronoun && head.upos() == Upos.PROPN && Victims.named(matches, head).isEmpty()) {
      resolver.resolve(head).parties().stream().filter(party -> party.kind() == PartyKind.ORGANISATION
          || party.kind() == PartyKind.BODY).filter(party -> !accused.contains(party.name()))
          .forEach(party -> hit.add(victims, party));
    }
    boolean definite = pronoun || tree.child(head, "det").filter(det -> Set.of("the", "this", "that", "these", "those",
        "both", "der", "die", "das", "den", "dette", "denne", "le", "la", "les", "el").contains(Tree.low(det)))
        .isPresent()
        || tree.child(head, "amod").filter(adjective -> Tree.low(adjective).equals("same")).isPresent();
    Set<String> known =
        known(tree.token(tree.firstOf(head)).start(), tree.token(tree.lastOf(head)).end(), victims, head);
    String label = pronoun ? lemma : resolver.words(head);
    return finish(label, victims, times.period(head), known, definite, false, head.start());
  }

  /// Reads a deed told by a verb.
  ///
  /// @param verb the verb
  /// @param accused names of parties that cannot be the victim
  /// @return what it tells
  public Operation deed(Token verb, Set<String> accused) {
    List<Party> victims = new ArrayList<>();
    List<Token> objects = new ArrayList<>(roles.object(verb));
    roles.hung(verb, AT).stream().filter(token -> !hit.origin(token, verb)).forEach(objects::add);
    Set<String> known = new HashSet<>();
    boolean definite = false;
    for (Token object : objects) {
      if (Nouns.OPERATION.contains(Tree.lemma(object)) || Victims.named(matches, object).isPresent()) {
        Operation inner = nominal(object, accused);
        victims.addAll(inner.victims());
        known.addAll(inner.names());
        definite |= inner.definite();
      } else {
        hit.victim(object, victims, accused, 0);
      }
    }
    for (Token object : objects) {
      known.addAll(known(object.start(), object.end(), victims, object));
    }
    String label = objects.isEmpty() ? verb.form() : verb.form() + " " + resolver.words(objects.get(0));
    boolean again = tree.children(verb, "advmod").stream().anyMatch(word -> AGAIN.contains(Tree.low(word)));
    return finish(label, victims, times.period(verb, again), known, definite || victims.isEmpty() && known.isEmpty(),
        again, verb.start());
  }

  private Operation finish(String label, List<Party> victims, PartialDate period, Set<String> known, boolean definite,
      boolean again, int place) {
    Set<String> countries = new HashSet<>();
    PartialDate when = period;
    for (NameMatch match : matches) {
      Optional<Names.Operation> operation =
          match.as(Name.Sort.OPERATION).filter(name -> known.contains(name.canonical()))
              .flatMap(name -> names.operation(name.id()));
      if (operation.isPresent() && victims.isEmpty()) {
        operation.get().victims().stream().limit(2).forEach(victim -> victims.add(party(victim)));
        when = when.stated() ? when : operation.get().period();
      }
    }
    victims.forEach(victim -> victim.country().ifPresent(countries::add));
    String cut = label.length() > 90 ? label.substring(0, 90) : label;
    return new Operation(cut.replaceAll("\\s+", " "), victims, when, known, countries, definite, again, place);
  }

  private Party party(String victim) {
    return names.lookUp(victim).flatMap(match -> match.names().stream()
        .filter(name -> name.sort() == Name.Sort.BODY || name.sort() == Name.Sort.ORGANISATION
            || name.sort() == Name.Sort.STATE)
        .findFirst()).map(name -> new Party(name.canonical(), switch (name.sort()) {
          case STATE -> PartyKind.STATE;
          case BODY -> PartyKind.BODY;
          case ORGANISATION, OUTLET, ACTOR, ADJECTIVE, PEOPLE, MALWARE, OPERATION -> PartyKind.ORGANISATION;
        }, name.country(), victim)).orElse(new Party(victim, PartyKind.ORGANISATION, Optional.empty(), victim));
  }

  /// Whether malware gives an operation its name: it is the head of the phrase or stands before it. What an attack was
  /// made with does not.
  private boolean title(NameMatch match, Token head) {
    return match.end() <= head.end() + 1 && match.start() >= tree.token(tree.firstOf(head)).start()
        || match.start() <= head.start() && match.end() >= head.end();
  }

  private Set<String> known(int start, int end, List<Party> victims, Token head) {
    Set<String> known = new LinkedHashSet<>();
    for (NameMatch match : matches) {
      if (match.start() >= start && match.end() <= end) {
        match.as(Name.Sort.OPERATION).or(() -> match.as(Name.Sort.MALWARE).filter(_ -> title(match, head)))
            .filter(_ -> victims.stream().noneMatch(victim -> overlapping(victim, match)))
            .ifPresent(name -> known.add(name.canonical()));
        boolean theirs = !match.weak() && Nouns.OPERATION.contains(Tree.lemma(head)) && belongs(match, head);
        match.as(Name.Sort.ACTOR).filter(_ -> theirs)
            .flatMap(_ -> calledAfter(match.spelling(), victims)).ifPresent(known::add);
      }
    }
    return known;
  }

  /// Whether a phrase says whose operation it is: "the intrusions of Salt Typhoon", not "attributed the intrusions to Turla".
  private boolean belongs(NameMatch match, Token head) {
    return tree.children(head).stream()
        .filter(child -> child.start() < match.end() && match.start() < child.end())
        .anyMatch(child -> child.deprel().equals("nmod:poss") || Tree.is(child, "compound", "amod", "flat")
            || Tree.is(child, "nmod") && WHOSE.contains(tree.marker(child)));
  }

  /// The one campaign that is called after a group and nothing else: of "Salt Typhoon campaign", not of "APT31 campaign against …"; none if others
  /// are told to have been hit.
  private Optional<String> calledAfter(String actor, List<Party> victims) {
    List<Names.Operation> called = names.operations().stream()
        .filter(operation -> operation.name().startsWith(actor + " ")).toList();
    boolean others = !victims.isEmpty()
        && victims.stream().noneMatch(victim -> called.stream().anyMatch(one -> one.victims().contains(victim.name())));
    return called.size() == 1 && called.get(0).campaign() && !others
        && called.get(0).name().indexOf(' ', actor.length() + 1) < 0 ? Optional.of(called.get(0).name())
            : Optional.empty();
  }

  private static boolean overlapping(Party victim, NameMatch match) {
    return match.names().stream().anyMatch(name -> name.canonical().equals(victim.name()));
  }
}
