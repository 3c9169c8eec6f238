package org.tingbok.reading.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.BodyNouns;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Bodies that a phrase names by a state and what they are: "the Czech foreign ministry", "its parliament".
///
/// Looks at one sentence; not for several threads.
final class Bodies {
  private static final Set<String> ONE_EACH = Set.of("government", "parliament", "ministry", "embassy", "presidency");
  private static final Set<String> OF = Set.of("of", "de", "du", "von", "des", "av", "til", "");
  private static final Set<String> DIPLOMATS = Set.of("embassy", "consulate", "kremlin");
  private static final WordList ANSWERING = WordList.of("cue-answering");
  private static final Set<String> CALLING = Set.of("call", "describe", "brand", "label", "term");

  /// States whose bodies are called by their bare names abroad, too.
  private static final Set<String> MOST_MEANT = Set.of("GB", "US");
  private static final Set<String> BEHIND = Set.of("of", "of the", "in", "in the");

  private final PhraseWords phrases;
  private final Anaphora anaphora;
  private final Tree tree;
  private final String view;
  private final Names names;
  private final Discourse discourse;

  Bodies(PhraseWords phrases, Anaphora anaphora, Tree tree, String view, Names names, Discourse discourse) {
    this.phrases = phrases;
    this.anaphora = anaphora;
    this.tree = tree;
    this.view = view;
    this.names = names;
    this.discourse = discourse;
  }

  /// The state that a phrase ascribes by adjective, possessive, or "of", "from", "in".
  ///
  /// @param head head of the phrase
  /// @return ISO 3166-1 alpha-2; empty if it ascribes none
  Optional<String> stateIn(Token head) {
    boolean embassy = Set.of("embassy", "consulate").contains(Tree.low(head)) || Tree.lemma(head).equals("embassy");
    Optional<String> ascribed = embassy ? ofEmbassy(head) : ascribed(head);
    return ascribed.isPresent() ? ascribed : answering(head) ? discourse.accused() : ascribed;
  }

  /// "Kinas ambassade", "China's ministry": the state that stands as the owner, its "s" taken off.
  private Optional<String> owner(Token child) {
    if (!child.deprel().equals("nmod:poss") || child.upos() == Upos.PRON) {
      return Optional.empty();
    }
    return phrases.within(child.start(), child.end()).stream().findFirst()
        .or(() -> names.lookUp(child.form().replaceFirst("['’]?s$", "")))
        .flatMap(match -> match.as(Name.Sort.STATE).or(() -> match.as(Name.Sort.ADJECTIVE))).flatMap(Name::country);
  }

  /// "the embassy in Washington": whose it is, which is never the state that it stands in.
  private Optional<String> ofEmbassy(Token head) {
    List<NameMatch> before = phrases.within(tree.token(phrases.core(head)[0]).start(),
        tree.token(phrases.core(head)[1]).end()); // "la embajada rusa"
    for (NameMatch match : before) {
      for (Name name : match.names()) {
        if (name.sort() == Name.Sort.ADJECTIVE || name.sort() == Name.Sort.STATE || name.sort() == Name.Sort.PEOPLE) {
          return name.country();
        }
      }
    }
    for (Token child : tree.children(head, "nmod")) {
      Optional<String> whose = owner(child);
      if (whose.isPresent()) {
        return whose;
      }
      boolean of = child.deprel().equals("nmod:poss") || OF.contains(tree.marker(child));
      Optional<String> owner = !of ? Optional.empty()
          : child.upos() == Upos.PRON ? anaphora.pronoun(child, Tree.low(child)).parties().stream()
              .flatMap(party -> party.country().stream()).findFirst()
              : phrases.within(tree.token(tree.firstOf(child)).start(), tree.token(tree.lastOf(child)).end()).stream()
                  .flatMap(match -> match.names().stream()).filter(name -> name.sort() == Name.Sort.STATE)
                  .flatMap(name -> name.country().stream()).findFirst();
      if (owner.isPresent()) {
        return owner;
      }
    }
    return Optional.empty();
  }

  /// "the embassy denies everything", "a foreign ministry spokeswoman called it groundless": who answers an accusation and is not told
  /// whose they are is of the state that was accused last, not of the one that was hit.
  private boolean answering(Token head) {
    Token current = head;
    for (int i = 0; i < 3; i++) {
      int[] core = phrases.core(current);
      List<String> words = tree.tokens().subList(core[0], core[1] + 1).stream().map(Tree::low).toList();
      boolean diplomats = words.stream().anyMatch(DIPLOMATS::contains)
          || words.contains("foreign") && (words.contains("ministry") || words.contains("minister"));
      if (diplomats && Tree.is(head, "nsubj", "appos", "compound", "nmod", "flat")) {
        Optional<Token> verb = tree.head(current);
        for (int up = 0; up < 4 && verb.isPresent(); up++) {
          if (Tree.verbal(verb.get())) {
            return ANSWERING.contains(Tree.lemma(verb.get())) || CALLING.contains(Tree.lemma(verb.get()));
          }
          verb = tree.head(verb.get());
        }
      }
      Optional<Token> above = tree.head(current);
      if (above.isEmpty() || Tree.verbal(above.get())) {
        return false;
      }
      current = above.get();
    }
    return false;
  }

  private Optional<String> ascribed(Token head) {
    int[] core = phrases.core(head);
    Optional<NameMatch> behind = phrases.standsBehind(head);
    if (behind.isPresent()) {
      return behind.get().names().get(0).country();
    }
    for (NameMatch match : phrases.within(tree.token(core[0]).start(), tree.token(core[1]).end())) {
      for (Name name : match.names()) {
        if (name.sort() == Name.Sort.ADJECTIVE || name.sort() == Name.Sort.STATE || name.sort() == Name.Sort.PEOPLE) {
          return name.country();
        }
      }
    }
    for (Token child : tree.children(head)) {
      Optional<String> whose = owner(child);
      if (whose.isPresent()) {
        return whose;
      }
      if (child.deprel().equals("nmod:poss") && child.upos() == Upos.PRON) {
        Phrase owner = anaphora.pronoun(child, Tree.low(child));
        Optional<String> country = owner.parties().stream().flatMap(party -> party.country().stream()).findFirst();
        if (country.isPresent()) {
          return country;
        }
      }
      if (Tree.is(child, "nmod") && child.index() > head.index()) {
        for (NameMatch match : phrases.within(child.start(), tree.token(tree.lastOf(child)).end())) {
          for (Name name : match.names()) {
            if (name.sort() == Name.Sort.STATE) {
              return name.country();
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /// A body named by its state and what it is: "Russia's embassy in Paris", "the Czech foreign ministry", "its parliament".
  Optional<Party> composed(Token head, List<NameMatch> inside, String text) {
    String lemma = Tree.lemma(head);
    boolean bracketed = head.upos() == Upos.PROPN && view.startsWith(" (", tree.token(phrases.core(head)[1]).end());
    Optional<String> noun = noun(head);
    if (!Nouns.BODY.contains(lemma) && !Nouns.BODY.contains(Tree.low(head)) && !bracketed && noun.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> iso = stateIn(head).or(() -> atHome(head, inside));
    int after = tree.token(phrases.core(head)[1]).end();
    if (view.startsWith(" (", after)) {
      Optional<Name> written = phrases.within(after + 2, after + 3).stream().filter(match -> match.start() == after + 2)
          .flatMap(match -> match.as(Name.Sort.BODY).stream()).findFirst();
      if (written.isPresent()) {
        return Optional.of(new Party(written.get().canonical(), PartyKind.BODY, written.get().country(), text));
      }
    }
    if (bracketed && !Nouns.BODY.contains(lemma) && noun.isEmpty()) {
      return Optional.empty();
    }
    for (Token beside : tree.children(head, "appos", "flat")) { // "the Dutch intelligence service AIVD"
      Optional<Name> named = beside.index() == head.index() + 1
          ? phrases.within(beside.start(), beside.end()).stream().flatMap(match -> match.as(Name.Sort.BODY).stream())
              .findFirst()
          : Optional.empty();
      if (named.isPresent()) {
        return Optional.of(new Party(named.get().canonical(), PartyKind.BODY, named.get().country(), text));
      }
    }
    Optional<Name> known = inside.stream().filter(match -> !match.weak() || match.names().size() == 1)
        .filter(match -> !ofAnother(match, head))
        .flatMap(match -> match.names().stream())
        .filter(name -> name.sort() == Name.Sort.BODY || name.sort() == Name.Sort.ORGANISATION
            || name.sort() == Name.Sort.OUTLET)
        .reduce((first, second) -> second);
    if (known.isPresent() && !lemma.equals("embassy") && noun.filter("embassy"::equals).isEmpty()) {
      PartyKind kind = known.get().sort() == Name.Sort.BODY ? PartyKind.BODY : PartyKind.ORGANISATION;
      return Optional.of(new Party(known.get().canonical(), kind, known.get().country(), text));
    }
    if (iso.isEmpty()) {
      return Optional.empty();
    }
    Optional<Names.State> state = names.state(iso.get());
    if (state.isEmpty()) {
      return Optional.empty();
    }
    String what = noun.orElseGet(() -> phrases.genericWords(head));
    if (lemma.equals("embassy") || what.equals("embassy")) {
      return Optional
          .of(new Party(state.get().adjective() + " embassy" + phrases.place(head), PartyKind.BODY, iso,
              phrases.full(head)));
    }
    for (String spelling : List.of(state.get().adjective() + " " + what, state.get().name() + "'s " + what,
        iso.get() + " " + what)) {
      Optional<Name> body = names.lookUp(spelling).flatMap(match -> match.as(Name.Sort.BODY));
      if (body.isPresent()) {
        return Optional.of(new Party(body.get().canonical(), PartyKind.BODY, iso, text));
      }
    }
    if (lemma.equals("parliament") || lemma.equals("police")) {
      Optional<Name> only = names.only(lemma, iso.get());
      if (only.isPresent() && lemma.equals("parliament")) {
        return Optional.of(new Party(only.get().canonical(), PartyKind.BODY, iso, text));
      }
    }
    return Optional.of(new Party(state.get().adjective() + " " + what, PartyKind.BODY, iso, text));
  }

  /// "the US and UK governments": a body for each of the states in a row before a plural.
  ///
  /// @param head the plural
  /// @return none where fewer than two states stand in a row there
  List<Party> ofEachState(Token head) {
    List<Party> parties = new ArrayList<>();
    if (!head.xpos().equals("NNS") || !Nouns.BODY.contains(Tree.lemma(head))) {
      return parties;
    }
    String what = "";
    int next = head.start();
    List<NameMatch> before = phrases.within(tree.token(tree.firstOf(head)).start(), head.start());
    for (NameMatch match : before.reversed()) {
      Optional<Name> state = match.as(Name.Sort.ADJECTIVE).or(() -> match.as(Name.Sort.STATE));
      String between = match.end() <= next ? view.substring(match.end(), next) : "";
      if (state.isEmpty() || !(next == head.start() ? between.matches("[ \\p{Ll}]* ") && !between.contains(" and ")
          : between.matches(",? (?:and|or) |, |/"))) {
        break;
      }
      what = next == head.start()
          ? (between + (ONE_EACH.contains(Tree.lemma(head)) ? Tree.lemma(head) : head.form())).strip()
          : what;
      String body = state.get().country().flatMap(names::state).map(Names.State::adjective)
          .orElse(state.get().canonical()) + " " + what;
      parties.addFirst(new Party(names.lookUp(body).flatMap(found -> found.as(Name.Sort.BODY)).map(Name::canonical)
          .orElse(body), PartyKind.BODY, state.get().country(), view.substring(match.start(), head.end())));
      next = match.start();
    }
    return parties.size() > 1 ? parties : List.of();
  }

  /// What the noun of a phrase calls a body that every state has, in English.
  private Optional<String> noun(Token head) {
    return BodyNouns.standard().english(view.substring(head.start(), Math.min(view.length(), head.end() + 40)));
  }

  /// Whether a name is that of a body of one state while the phrase speaks of another's: "das tschechische Außenministerium"
  /// is not the one that Germans mean by the bare noun.
  boolean ofAnother(NameMatch match, Token head) {
    Optional<String> state = stateIn(head).or(() -> atHome(head, List.of(match)));
    boolean before = tree.tokens().stream().anyMatch(token -> token.end() <= match.start()
        && match.start() - token.end() < 4 && phrases.within(token.start(), token.end()).stream()
            .flatMap(some -> some.names().stream()).anyMatch(name -> name.country().equals(state)
                && (name.sort() == Name.Sort.ADJECTIVE || name.sort() == Name.Sort.STATE)));
    return state.isPresent() && (noun(head).isPresent() || before) && match.start() <= head.start()
        && match.end() >= head.end()
        && match.as(Name.Sort.BODY).isPresent()
        && match.names().stream().noneMatch(name -> name.country().equals(state));
  }

  /// "das Innenministerium" in a story from Vienna: a bare noun that one language keeps for its own state's body means that
  /// of the state that the text is told from.
  private Optional<String> atHome(Token head, List<NameMatch> inside) {
    boolean kept = noun(head).isPresent() && inside.stream().anyMatch(match -> match.start() >= head.start()
        && match.end() <= head.end() && match.as(Name.Sort.BODY).isPresent());
    return kept ? discourse.home() : Optional.empty();
  }

  /// Of several bodies of one name, the one of the state that the phrase names ("the … of Estonia"), else the one that was spoken of before,
  /// else that of the state that the text is told from. A state of which none is listed has one of that name all the same.
  Party homonym(List<Name> bodies, NameMatch match, Optional<String> stated) {
    String spelling = view.substring(match.start(), match.end());
    Optional<String> ascribed = stated.or(() -> stateBehind(match));
    Optional<Name> before = ascribed.isPresent() ? Optional.empty()
        : discourse.last(match.start(), mention -> bodies.stream()
            .anyMatch(body -> body.canonical().equals(mention.party().name()))).flatMap(mention -> bodies.stream()
                .filter(body -> body.canonical().equals(mention.party().name())).findFirst());
    Optional<String> state = ascribed.or(discourse::home);
    Name body =
        before.or(() -> bodies.stream().filter(one -> state.isPresent() && one.country().equals(state)).findFirst())
            .orElseGet(() -> nearest(bodies, match));
    List<String> spokenOf = discourse.countries(match.start() + 1);
    boolean unlisted = before.isEmpty() && state.isPresent() && !body.country().equals(state) && spelling.contains(" ")
        && (ascribed.isPresent()
            || bodies.stream().flatMap(one -> one.country().stream()).noneMatch(spokenOf::contains));
    Optional<String> full = unlisted ? state.flatMap(names::state).map(one -> one.adjective() + " " + spelling)
        : Optional.empty();
    return full.map(name -> new Party(names.lookUp(name).flatMap(found -> found.as(Name.Sort.BODY)).map(Name::canonical)
        .orElse(name), PartyKind.BODY, state, spelling))
        .orElse(new Party(body.canonical(), PartyKind.BODY, body.country(), spelling));
  }

  /// Of several bodies of one name, the one whose state the text speaks of last; of none, the one that is meant most often where nobody
  /// says whose.
  private Name nearest(List<Name> bodies, NameMatch match) {
    List<String> countries = discourse.countries(match.start() + 1);
    Name best = bodies.stream().filter(body -> body.country().filter(MOST_MEANT::contains).isPresent()).findFirst()
        .orElse(bodies.get(0));
    int rank = Integer.MAX_VALUE;
    for (Name body : bodies) {
      int at = body.country().map(countries::indexOf).orElse(-1);
      if (at >= 0 && at < rank) {
        rank = at;
        best = body;
      }
    }
    return best;
  }

  /// "the National Cyber Security Centre of Estonia".
  private Optional<String> stateBehind(NameMatch body) {
    return phrases.within(body.end(), Math.min(view.length(), body.end() + 30)).stream()
        .filter(
            state -> state.start() > body.end() && BEHIND.contains(view.substring(body.end(), state.start()).strip()))
        .flatMap(state -> state.as(Name.Sort.STATE).stream()).flatMap(state -> state.country().stream()).findFirst();
  }

  Optional<Party> bodyNamed(List<NameMatch> inside) {
    Optional<Party> last = Optional.empty();
    for (NameMatch match : inside) {
      for (Name name : match.names()) {
        if (name.sort() == Name.Sort.BODY) {
          List<Name> named = match.names().stream().filter(one -> one.sort() == Name.Sort.BODY).toList();
          last = Optional.of(named.size() > 1 ? homonym(named, match, Optional.empty())
              : new Party(name.canonical(), PartyKind.BODY, name.country(),
                  view.substring(match.start(), match.end())));
        } else if (name.sort() == Name.Sort.ORGANISATION || name.sort() == Name.Sort.OUTLET) {
          last = last.isPresent() ? last
              : Optional.of(new Party(name.canonical(), PartyKind.ORGANISATION, name.country(),
                  view.substring(match.start(), match.end())));
        }
      }
    }
    return last;
  }
}
