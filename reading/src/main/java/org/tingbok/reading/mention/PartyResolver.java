package org.tingbok.reading.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.claim.Speaker;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Leads the noun phrases of one sentence to parties.
///
/// Not for several threads: reads and is read with the discourse of one text.
public final class PartyResolver {
  private static final Set<String> FIRST_PERSON = Set.of("we", "us", "our", "i", "my", "ours", "vi", "vår", "wir",
      "unser", "unsere", "nous", "notre", "nos", "nosotros");
  private static final Set<String> PERSON_PRONOUNS = Set.of("he", "she", "his", "her", "him", "han", "hun", "er", "il",
      "elle", "él", "ella", "hans", "hennes");
  private static final Set<String> OTHER_PRONOUNS = Set.of("it", "they", "its", "their", "them", "whom", "itself",
      "den", "det", "de", "dem", "es", "sie", "ihr", "ils", "elles", "leur", "ellos", "ellas");
  private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those", "same", "der", "die",
      "das", "dem", "den", "dieser", "diese", "le", "la", "les", "ce", "cette", "el", "los", "las", "denne", "dette",
      "disse", "said", "its", "their", "este", "esta", "estos", "estas", "ese", "esa", "esos", "esas", "dicho",
      "dicha");
  private static final Set<String> AFFILIATION = Set.of("of", "at", "from", "for", "with", "in", "by", "i", "ved",
      "fra", "hos", "von", "bei", "aus", "des", "du", "de", "en", "von der", "à", "chez", "to");
  private static final Set<String> CORE_OUT = Set.of("acl", "appos", "conj", "cc", "parataxis", "punct", "nmod",
      "advcl", "dep", "case", "advmod", "obl", "mark", "cop", "nsubj", "aux", "list", "discourse", "orphan",
      "vocative");

  /// What those who are attacked have: "its network" is that of who speaks of the attack, not of who is accused.
  private static final Set<String> OWNED = Set.of("network", "system", "server", "website", "infrastructure",
      "election",
      "e-mail", "email", "institution", "diplomat", "citizen", "official", "lawmaker", "politician", "watchdog", "grid",
      "computer", "territory", "bank", "company", "data", "portal", "parliamentarian", "legislator");
  /// Proper nouns that are never a party: days, months, parts of the world, places to publish.
  private static final Pattern NOBODY =
      Pattern.compile("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|"
          + "April|May|June|July|August|September|October|November|December|Europe|Asia|Africa|Scandinavia|America|East|West|North|"
          + "South|Twitter|Telegram|Facebook|X|Internet|Web|Christmas|Easter|Olympics|Games|PDF|HTML|US\\$.*|\\d.*");
  private static final Pattern BEHIND =
      Pattern.compile("\\s+(?:who (?:are|were|work) |that (?:are|were) )?(?:operating|working|"
          + "based|acting|linked|tied|affiliated|associated|sponsored|backed|supported|aligned|employed|directed|hired|controlled|"
          + "from|out of|within|inside|in the (?:service|pay|employ) of|in|for)\\b[^,.;:()]{1,70}");
  private static final Pattern MEMBERS = Pattern.compile("\\s+of (?:the )?");

  private final Tree tree;
  private final String view;
  private final Names names;
  private final Discourse discourse;
  private final List<NameMatch> matches;
  private Optional<Phrase> quoted = Optional.empty();

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
    this.names = names;
    this.discourse = discourse;
    List<NameMatch> here = new ArrayList<>();
    for (NameMatch match : matches) {
      if (match.start() < tree.sentence().end() && match.end() > tree.sentence().start() && usable(match)) {
        here.add(match);
      }
    }
    this.matches = here;
  }

  /// Sets who "we" and "our" are within words that somebody is quoted for.
  ///
  /// @param speaker who is quoted
  public void quote(Phrase speaker) {
    quoted = Optional.of(speaker);
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

  private boolean beside(NameMatch match, Set<String> nouns) {
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
    for (Token part : coordinated(head)) {
      Phrase phrase = single(part);
      for (Party party : phrase.parties()) {
        if (parties.stream().noneMatch(known -> known.name().equals(party.name()))) {
          parties.add(party);
        }
      }
      speaker = speaker.isPresent() ? speaker : phrase.speaker();
      anaphoric |= phrase.anaphoric();
    }
    return new Phrase(parties, speaker, anaphoric);
  }

  private List<Token> coordinated(Token head) {
    List<Token> parts = new ArrayList<>();
    parts.add(head);
    for (int i = 0; i < parts.size() && parts.size() < 40; i++) {
      for (Token child : tree.children(parts.get(i), "conj")) {
        if (Tree.nominal(child) && tree.child(child, "nsubj", "cop").isEmpty()) {
          parts.add(child);
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

  /// "the EU, the United Kingdom and NATO": a list that the tree takes for an aside, since both are names of one sort.
  private boolean listed(Token head, Token child) {
    Optional<NameMatch> one = within(head.start(), head.end()).stream().findFirst();
    Optional<NameMatch> other = within(child.start(), child.end()).stream().findFirst();
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
      return pronoun(head, low);
    }
    Phrase direct = named(head);
    if (direct.somebody()) {
      return direct;
    }
    Optional<Party> aside = newName(head);
    if (aside.isPresent()) {
      return found(aside.get(), head, Tree.lemma(head));
    }
    if (Tree.is(head, "appos") && Nouns.GROUP.contains(Tree.lemma(head))) {
      Phrase named = tree.head(head).map(this::named).orElse(Phrase.NOBODY);
      if (named.somebody()) {
        return named;
      }
    }
    return described(head);
  }

  private Phrase pronoun(Token head, String low) {
    if (FIRST_PERSON.contains(low)) {
      if (quoted.isPresent()) {
        return new Phrase(quoted.get().parties(), quoted.get().speaker(), true);
      }
      return new Phrase(discourse.publisher().stream().toList(), Optional.empty(), true);
    }
    if (PERSON_PRONOUNS.contains(low)) {
      return discourse.last(head.start(), mention -> mention.speaker().isPresent())
          .map(mention -> new Phrase(List.of(mention.party()),
              mention.speaker().map(name -> new Speaker(name, Optional.empty())), true))
          .orElse(Phrase.NOBODY);
    }
    if (OTHER_PRONOUNS.contains(low)) {
      int from = tree.sentence().start();
      Optional<Token> owned = tree.head(head).filter(_ -> head.deprel().equals("nmod:poss"));
      if (owned.isPresent()
          && (Nouns.BODY.contains(Tree.lemma(owned.get())) || OWNED.contains(Tree.lemma(owned.get())))) {
        Optional<Discourse.Mentioned> first = discourse.first(from, head.start(), mention -> mention.subject()
            && mention.party().kind() != PartyKind.THREAT_ACTOR);
        if (first.isPresent()) {
          return new Phrase(List.of(first.get().party()), Optional.empty(), true);
        }
        Optional<Name> body =
            within(from, head.start()).stream().flatMap(match -> match.as(Name.Sort.BODY).stream()).findFirst();
        if (body.isPresent()) {
          Party party = new Party(body.get().canonical(), PartyKind.BODY, body.get().country(), body.get().canonical());
          return new Phrase(List.of(party), Optional.empty(), true);
        }
      }
      Optional<Discourse.Mentioned> found =
          discourse.last(head.start(), mention -> mention.subject() && mention.speaker().isEmpty());
      if (found.isEmpty()) {
        found = discourse.last(from, mention -> mention.speaker().isEmpty());
      }
      return found.map(mention -> new Phrase(List.of(mention.party()), Optional.empty(), true)).orElse(Phrase.NOBODY);
    }
    return Phrase.NOBODY;
  }

  /// First and last token of a phrase without what merely hangs on it.
  private int[] core(Token head) {
    int from = head.index();
    int to = head.index();
    for (Token child : tree.children(head)) {
      if (!CORE_OUT.contains(child.relation()) || child.deprel().equals("nmod:poss")) {
        if (Math.abs(child.index() - head.index()) <= 12) {
          from = Math.min(from, tree.firstOf(child));
          boolean behind = Tree.is(child, "flat", "compound", "fixed", "goeswith", "nummod")
              || Tree.is(child, "amod") && child.index() == to + 1; // "acteurs chinois", "piratas informáticos rusos"
          to = Math.max(to, behind ? tree.lastOf(child) : to);
        }
      }
    }
    return new int[] {from, to};
  }

  /// The words of a phrase without what merely hangs on it.
  ///
  /// @param head head of the phrase
  /// @return as the text has them
  public String words(Token head) {
    int[] core = core(head);
    int end = tree.token(core[1]).end();
    for (NameMatch match : matches) {
      if (match.start() <= head.start() && match.end() > end) {
        end = Math.min(match.end(), view.length());
      }
    }
    return view.substring(tree.token(core[0]).start(), end);
  }

  private List<NameMatch> within(int start, int end) {
    List<NameMatch> found = new ArrayList<>();
    for (NameMatch match : matches) {
      if (match.start() < end && match.end() > start) {
        found.add(match);
      }
    }
    return found;
  }

  private Phrase named(Token head) {
    int[] core = core(head);
    int start = tree.token(core[0]).start();
    int end = tree.token(core[1]).end();
    List<NameMatch> inside = within(start, end);
    String text = words(head);
    String lemma = Tree.lemma(head);
    Optional<NameMatch> atHead = inside.stream()
        .filter(match -> match.start() < head.end() && match.end() > head.start()).findFirst();
    boolean groupNoun = Nouns.GROUP.contains(lemma) || Nouns.GROUP.contains(Tree.low(head));
    if (atHead.isPresent() && !(groupNoun && atHead.get().as(Name.Sort.ACTOR).isEmpty())) {
      Optional<Party> party = party(atHead.get(), head);
      if (party.isPresent()) {
        remember(party.get(), head, Optional.empty(), lemma);
        abbreviation(head, party.get());
        return new Phrase(List.of(party.get()), Optional.empty(), false);
      }
    }
    Optional<NameMatch> actor = inside.stream().filter(match -> match.as(Name.Sort.ACTOR).isPresent())
        .reduce((first, second) -> second);
    if (actor.isPresent() && (groupNoun || head.upos() == Upos.PROPN || head.upos() == Upos.NOUN)
        && !Nouns.PEOPLE.contains(lemma) && !Nouns.OPERATION.contains(lemma)) {
      return found(actorParty(actor.get(), text), head, lemma);
    }
    if (groupNoun) {
      Optional<Party> by = nameBehind(head).or(() -> nameWithin(head));
      if (by.isPresent()) {
        return found(by.get(), head, lemma);
      }
    }
    List<Party> several = several(head, lemma);
    if (several.size() > 1) {
      several.forEach(party -> remember(party, head, Optional.empty(), lemma));
      return new Phrase(several, Optional.empty(), false);
    }
    Optional<Party> composed = composed(head, inside, text);
    if (composed.isPresent()) {
      abbreviation(head, composed.get());
      return found(composed.get(), head, lemma);
    }
    Phrase someone = person(head) ? person(head, inside, text) : Phrase.NOBODY;
    if (someone.somebody()) {
      return someone;
    }
    if (Nouns.PEOPLE.contains(lemma) || Nouns.COMPANY.contains(lemma) || Nouns.OUTLET.contains(lemma)
        || Nouns.BODY.contains(lemma)) {
      Optional<Party> body = bodyOf(head, inside, text);
      if (body.isPresent()) {
        return found(body.get(), head, lemma);
      }
    }
    return Phrase.NOBODY;
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

  private Phrase found(Party party, Token head, String noun) {
    remember(party, head, Optional.empty(), noun);
    return new Phrase(List.of(party), Optional.empty(), false);
  }

  private void remember(Party party, Token head, Optional<String> person, String noun) {
    Set<String> nouns = new HashSet<>();
    nouns.add(noun);
    for (String word : party.name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (Nouns.BODY.contains(word) || Nouns.COMPANY.contains(word) || Nouns.OUTLET.contains(word)) {
        nouns.add(word);
      }
    }
    for (Token child : tree.children(head, "appos", "compound", "nmod")) {
      nouns.add(Tree.lemma(child));
    }
    discourse.add(new Discourse.Mentioned(party, head.start(), Tree.is(head, "nsubj"), nouns, person));
  }

  /// "the Norwegian Police Security Service (PST)" introduces PST.
  private void abbreviation(Token head, Party party) {
    int after = tree.token(core(head)[1]).end();
    if (after + 2 < view.length() && view.startsWith(" (", after)) {
      int close = view.indexOf(')', after);
      if (close > 0 && close - after < 14) {
        String inside = view.substring(after + 2, close).strip();
        if (inside.length() > 1 && inside.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))) {
          discourse.abbreviate(inside, party);
        }
      }
    }
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
      Name body = bodies.size() == 1 ? bodies.get(0) : nearest(bodies, head);
      return Optional.of(new Party(body.canonical(), PartyKind.BODY, body.country(), spelling));
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

  /// Of several bodies of one short name, the one whose state the text speaks of last.
  private Name nearest(List<Name> bodies, Token head) {
    List<String> countries = discourse.countries(head.start() + 1);
    Name best = bodies.get(0);
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

  /// A threat actor under the name that the text uses: that two names denote one is a claim of somebody's, not ours.
  private static Party actorParty(NameMatch match, String text) {
    Name actor = match.as(Name.Sort.ACTOR).orElseThrow();
    String name = match.spelling().replaceFirst("^([A-Z]{2,4})[ -](\\d+)$", "$1$2");
    return new Party(name, PartyKind.THREAT_ACTOR, actor.country(), text);
  }

  /// "a group known as X", "a group, X, …", "hackers going by X": the name that hangs on the noun.
  private Optional<Party> nameBehind(Token head) {
    for (Token child : tree.children(head)) {
      if (child.index() > head.index() && Tree.is(child, "appos", "flat", "acl", "nmod", "compound")) {
        int from = tree.token(tree.firstOf(child)).start();
        int to = Math.min(tree.token(tree.lastOf(child)).end(), head.end() + 60);
        for (NameMatch match : within(from, Math.max(from, to))) {
          Optional<Name> actor = match.as(Name.Sort.ACTOR);
          String between = view.substring(head.end(), Math.max(head.end(), match.start())).toLowerCase(Locale.ROOT);
          if (actor.isPresent() && (Tree.is(child, "appos", "flat", "compound")
              || between.matches(".*\\b(known|called|named|dubbed|by|as|kalt|namens|genannt|appelé|baptisé)\\b.*"))) {
            return Optional.of(actorParty(match, view.substring(match.start(), match.end())));
          }
        }
        if (Tree.is(child, "appos", "flat") && child.upos() == Upos.PROPN
            && within(child.start(), child.end()).isEmpty()) {
          return Optional.of(new Party(words(child), PartyKind.THREAT_ACTOR, stateIn(head), words(child)));
        }
        String between = view.substring(head.end(), child.end()).toLowerCase(Locale.ROOT);
        if (Tree.is(child, "acl")
            && between.matches(".*\\b(known as|called|calling itself|named|dubbed|going by)\\b.*")) {
          String name =
              view.substring(child.end(), Math.min(view.length(), tree.token(tree.lastOf(child)).end())).strip()
                  .replaceFirst("^(as|itself|by|the|name|of|,|\\s)+", "").replaceAll("^[\"“«]|[\"”»,]+$", "");
          if (!name.isEmpty() && Character.isUpperCase(name.charAt(0)) && name.length() < 40) {
            return Optional.of(new Party(name, PartyKind.THREAT_ACTOR, stateIn(head), name));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// "die als X bekannte Gruppe": a name within the participle that stands before the noun.
  private Optional<Party> nameWithin(Token head) {
    for (Token child : tree.children(head, "amod", "acl")) {
      if (child.index() < head.index() && tree.firstOf(child) < child.index()) {
        for (NameMatch match : within(tree.token(tree.firstOf(child)).start(), child.start())) {
          if (match.as(Name.Sort.ACTOR).isPresent()) {
            return Optional.of(actorParty(match, view.substring(match.start(), match.end())));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// "a South Korean firm, X, …", "the research outfit X": a name that nobody has listed, beside the noun that says what it is.
  private Optional<Party> newName(Token head) {
    String lemma = Tree.lemma(head);
    boolean body = Nouns.BODY.contains(lemma);
    if (!Nouns.COMPANY.contains(lemma) && !Nouns.OUTLET.contains(lemma) && !body) {
      return Optional.empty();
    }
    for (Token child : tree.children(head, "appos", "flat")) {
      boolean fresh = child.index() > head.index() && child.upos() == Upos.PROPN
          && Character.isUpperCase(child.form().charAt(0)) && within(child.start(), child.end()).isEmpty()
          && !NOBODY.matcher(child.form()).matches();
      if (fresh) {
        return Optional.of(new Party(words(child), body ? PartyKind.BODY : PartyKind.ORGANISATION, stateIn(head),
            words(child)));
      }
    }
    return Optional.empty();
  }

  /// The state that a phrase ascribes by adjective, possessive, or "of", "from", "in".
  ///
  /// @param head head of the phrase
  /// @return ISO 3166-1 alpha-2; empty if it ascribes none
  public Optional<String> stateIn(Token head) {
    int[] core = core(head);
    Optional<NameMatch> behind = standsBehind(head);
    if (behind.isPresent()) {
      return behind.get().names().get(0).country();
    }
    for (NameMatch match : within(tree.token(core[0]).start(), tree.token(core[1]).end())) {
      for (Name name : match.names()) {
        if (name.sort() == Name.Sort.ADJECTIVE || name.sort() == Name.Sort.STATE || name.sort() == Name.Sort.PEOPLE) {
          return name.country();
        }
      }
    }
    for (Token child : tree.children(head)) {
      if (child.deprel().equals("nmod:poss") && child.upos() == Upos.PRON) {
        Phrase owner = pronoun(child, Tree.low(child));
        Optional<String> country = owner.parties().stream().flatMap(party -> party.country().stream()).findFirst();
        if (country.isPresent()) {
          return country;
        }
      }
      if (Tree.is(child, "nmod") && child.index() > head.index()) {
        for (NameMatch match : within(child.start(), tree.token(tree.lastOf(child)).end())) {
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
  private Optional<Party> composed(Token head, List<NameMatch> inside, String text) {
    String lemma = Tree.lemma(head);
    boolean bracketed = head.upos() == Upos.PROPN && view.startsWith(" (", tree.token(core(head)[1]).end());
    if (!Nouns.BODY.contains(lemma) && !Nouns.BODY.contains(Tree.low(head)) && !bracketed) {
      return Optional.empty();
    }
    int after = tree.token(core(head)[1]).end();
    if (view.startsWith(" (", after)) {
      Optional<Name> written = within(after + 2, after + 3).stream().filter(match -> match.start() == after + 2)
          .flatMap(match -> match.as(Name.Sort.BODY).stream()).findFirst();
      if (written.isPresent()) {
        return Optional.of(new Party(written.get().canonical(), PartyKind.BODY, written.get().country(), text));
      }
    }
    if (bracketed && !Nouns.BODY.contains(lemma)) {
      return Optional.empty();
    }
    Optional<Name> known = inside.stream().filter(match -> !match.weak() || match.names().size() == 1)
        .flatMap(match -> match.names().stream())
        .filter(name -> name.sort() == Name.Sort.BODY || name.sort() == Name.Sort.ORGANISATION
            || name.sort() == Name.Sort.OUTLET)
        .reduce((first, second) -> second);
    if (known.isPresent() && !lemma.equals("embassy") && !lemma.equals("embajada")) {
      PartyKind kind = known.get().sort() == Name.Sort.BODY ? PartyKind.BODY : PartyKind.ORGANISATION;
      return Optional.of(new Party(known.get().canonical(), kind, known.get().country(), text));
    }
    Optional<String> iso = stateIn(head);
    if (iso.isEmpty()) {
      return Optional.empty();
    }
    Optional<Names.State> state = names.state(iso.get());
    if (state.isEmpty()) {
      return Optional.empty();
    }
    String what = Offices.spanishBody(view.substring(head.start(), Math.min(view.length(), head.end() + 40))
        .toLowerCase(Locale.ROOT)).orElseGet(() -> genericWords(head));
    if (lemma.equals("embassy") || lemma.startsWith("ambassad") || lemma.equals("botschaft")
        || lemma.equals("embajada")) {
      return Optional
          .of(new Party(state.get().adjective() + " embassy" + place(head), PartyKind.BODY, iso, full(head)));
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

  private String genericWords(Token head) {
    StringBuilder words = new StringBuilder();
    for (Token token : tree.tokens().subList(core(head)[0], head.index() + 1)) {
      boolean own = token.index() == head.index() || (token.upos() == Upos.NOUN || token.upos() == Upos.ADJ
          || token.upos() == Upos.PROPN || Tree.low(token).equals("of")) && stateWord(token).isEmpty();
      if (own && !Tree.low(token).equals("'s")) {
        words.append(words.isEmpty() ? "" : " ").append(token.form().toLowerCase(Locale.ROOT));
      }
    }
    return words.toString();
  }

  private Optional<String> stateWord(Token token) {
    return within(token.start(), token.end()).stream().flatMap(match -> match.names().stream())
        .filter(name -> name.sort() == Name.Sort.ADJECTIVE || name.sort() == Name.Sort.STATE
            || name.sort() == Name.Sort.PEOPLE)
        .flatMap(name -> name.country().stream()).findFirst();
  }

  private String place(Token head) {
    for (Token child : tree.children(head, "nmod", "obl")) {
      if (Set.of("in", "to", "i", "en", "à").contains(tree.marker(child)) && child.upos() == Upos.PROPN) {
        return " in " + words(child);
      }
    }
    return "";
  }

  private String full(Token head) {
    int end = tree.token(core(head)[1]).end();
    for (Token child : tree.children(head, "nmod")) {
      if (Set.of("in", "to", "i", "en", "à").contains(tree.marker(child))) {
        end = Math.max(end, tree.token(core(child)[1]).end());
      }
    }
    return view.substring(tree.token(core(head)[0]).start(), end);
  }

  /// Whether the head is a person's name, or a title before one.
  private boolean person(Token head) {
    if (head.upos() != Upos.PROPN || !within(head.start(), head.end()).isEmpty()) {
      return discourse.person(words(head)).isPresent();
    }
    if (discourse.person(words(head)).isPresent() || discourse.person(properName(head)).isPresent()) {
      return true;
    }
    for (Token child : tree.children(head)) {
      if (Tree.is(child, "appos", "compound", "amod", "nmod", "flat") && Nouns.PEOPLE.contains(Tree.lemma(child))) {
        return true;
      }
    }
    return Nouns.PEOPLE.contains(Tree.lemma(head)) || properName(head).split(" ").length == 2
        && tree.child(head, "acl:relcl", "appos").isPresent();
  }

  private String properName(Token head) {
    int[] core = core(head);
    StringBuilder name = new StringBuilder();
    for (int i = core[0]; i <= core[1]; i++) {
      Token token = tree.token(i);
      boolean proper = token.upos() == Upos.PROPN && !Nouns.PEOPLE.contains(Tree.lemma(token))
          && Character.isUpperCase(token.form().charAt(0)) && stateWord(token).isEmpty();
      if (proper && within(token.start(), token.end()).stream()
          .noneMatch(match -> match.end() - match.start() > token.form().length()
              || !match.weak())) {
        name.append(name.isEmpty() ? "" : " ").append(token.form());
      } else if (!name.isEmpty() && i < head.index()
          && !Set.of("bin", "al", "von", "van", "de").contains(Tree.low(token))) {
        name.setLength(0);
      }
    }
    return name.toString();
  }

  private Phrase person(Token head, List<NameMatch> inside, String text) {
    String name = properName(head);
    Optional<Discourse.Person> known = discourse.person(name.isEmpty() ? text : name).or(() -> discourse.person(text));
    if (known.isPresent()) {
      Discourse.Person person = known.get();
      remember(person.body(), head, Optional.of(person.name()), "");
      return new Phrase(List.of(person.body()), Optional.of(new Speaker(person.name(), person.role())), false);
    }
    if (name.isEmpty()) {
      return Phrase.NOBODY;
    }
    Optional<Party> body = bodyOf(head, inside, text);
    Optional<String> role = role(head);
    Party party = body.orElse(new Party(name, PartyKind.PERSON, Optional.empty(), name));
    discourse.introduce(new Discourse.Person(name, role, party));
    remember(party, head, Optional.of(name), "");
    return new Phrase(List.of(party), Optional.of(new Speaker(name, role)), false);
  }

  private Optional<String> role(Token head) {
    for (Token child : tree.children(head, "appos")) {
      if (Nouns.PEOPLE.contains(Tree.lemma(child))) {
        return Optional
            .of(view.substring(tree.token(tree.firstOf(child)).start(), tree.token(tree.lastOf(child)).end()));
      }
    }
    int[] core = core(head);
    for (int i = head.index(); i >= core[0]; i--) {
      if (Nouns.PEOPLE.contains(Tree.lemma(tree.token(i)))) {
        return Optional.of(view.substring(tree.token(core[0]).start(), tree.token(i).end()));
      }
    }
    return Optional.empty();
  }

  /// The body that a person, people, firm or office in a phrase stands for.
  private Optional<Party> bodyOf(Token head, List<NameMatch> inside, String text) {
    Optional<Party> own = bodyNamed(inside);
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
          || Tree.is(child, "obj") && tree.head(child).map(verb -> Set.of("lead", "head", "run", "direct", "lede")
              .contains(Tree.lemma(verb))).orElse(false);
      if (linked) {
        int[] core = core(child);
        Optional<Party> body = bodyNamed(within(tree.token(core[0]).start(), tree.token(core[1]).end()))
            .or(() -> composed(child, within(tree.token(core[0]).start(), tree.token(core[1]).end()), words(child)));
        if (body.isPresent()) {
          return body;
        }
        for (Token below : tree.children(child, "nmod", "nmod:poss")) {
          int[] inner = core(below);
          body = bodyNamed(within(tree.token(inner[0]).start(), tree.token(inner[1]).end()))
              .or(() -> composed(below, within(tree.token(inner[0]).start(), tree.token(inner[1]).end()),
                  words(below)));
          if (body.isPresent()) {
            return body;
          }
        }
      }
    }
    return office(head, text);
  }

  private Optional<Party> bodyNamed(List<NameMatch> inside) {
    Optional<Party> last = Optional.empty();
    for (NameMatch match : inside) {
      for (Name name : match.names()) {
        if (name.sort() == Name.Sort.BODY) {
          last = Optional.of(new Party(name.canonical(), PartyKind.BODY, name.country(),
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

  /// "Foreign Minister" stands for the ministry of the state in question, "officials" for the state whose they are.
  private Optional<Party> office(Token head, String text) {
    Optional<String> iso = stateIn(head);
    for (Token child : tree.children(head, "appos")) {
      iso = iso.isPresent() ? iso : stateIn(child);
    }
    int start = tree.token(core(head)[0]).start();
    String words = (role(head).orElse(text) + " " + view.substring(start, Math.min(view.length(), head.end() + 24)))
        .toLowerCase(Locale.ROOT);
    Optional<String> ministry = Offices.ministry(words);
    if (ministry.isPresent() && iso.isEmpty()) {
      iso = discourse.countries(head.start() + 1).stream().findFirst();
    }
    Optional<Names.State> state = iso.flatMap(names::state);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    if (ministry.isPresent()) {
      String name = state.get().adjective() + " " + ministry.get();
      Optional<Name> body = names.lookUp(name).flatMap(match -> match.as(Name.Sort.BODY));
      return Optional.of(new Party(body.map(Name::canonical).orElse(name), PartyKind.BODY, iso, text));
    }
    if (Offices.government(words)) {
      return Optional.of(new Party(state.get().adjective() + " government", PartyKind.BODY, iso, text));
    }
    if (properName(head).isEmpty() && Nouns.PEOPLE.contains(Tree.lemma(head))) {
      return Optional.of(new Party(text.replaceFirst("^(?i)(the|a|an) ", ""), PartyKind.DESCRIBED, iso, text));
    }
    return Optional.empty();
  }

  /// A phrase without a name: leads back to a mention, or describes somebody new.
  private Phrase described(Token head) {
    String lemma = Tree.lemma(head);
    String low = Tree.low(head);
    boolean definite = tree.children(head).stream()
        .anyMatch(child -> DEFINITE.contains(Tree.low(child)) && Tree.is(child, "det", "amod", "nmod:poss"))
        || core(head)[0] > 0 && Set.of("the", "this", "that", "same").contains(Tree.low(tree.token(core(head)[0] - 1)))
        || low.endsWith("en") && Nouns.BODY.contains(low) || low.endsWith("en") && Nouns.ONE_GROUP.contains(low);
    Optional<String> iso = stateIn(head);
    boolean group = Nouns.GROUP.contains(lemma) || Nouns.GROUP.contains(low);
    if (group) {
      if (definite || Tree.is(head, "nsubj") && iso.isEmpty() && Nouns.ONE_GROUP.contains(lemma)) {
        Optional<Discourse.Mentioned> back = discourse.lastActor(head.start(), iso);
        if (back.isPresent()) {
          Party party = back.get().party();
          return new Phrase(List.of(new Party(party.name(), party.kind(), party.country(), words(head))),
              Optional.empty(),
              true);
        }
      }
      return describe(head, iso, "hacker");
    }
    if (definite && iso.isEmpty()
        && Set.of("government", "parliament", "gobierno", "ejecutivo", "parlamento").contains(lemma)) {
      Optional<Party> own = ownState(head, lemma);
      if (own.isPresent()) {
        return new Phrase(List.of(own.get()), Optional.empty(), true);
      }
    }
    if (definite && (Nouns.BODY.contains(lemma) || Nouns.COMPANY.contains(lemma) || Nouns.OUTLET.contains(lemma)
        || Nouns.BODY.contains(low))) {
      Optional<Discourse.Mentioned> back = discourse.last(head.start(),
          mention -> mention.nouns().contains(lemma) || mention.nouns().contains(low));
      if (back.isEmpty() && (Nouns.COMPANY.contains(lemma) || Nouns.OUTLET.contains(lemma))) {
        back = discourse.last(head.start(), mention -> mention.party().kind() == PartyKind.ORGANISATION);
      }
      if (back.isEmpty()) {
        back = discourse.last(head.start(), mention -> mention.party().kind() == PartyKind.BODY
            && (iso.isEmpty() || mention.party().country().equals(iso)));
      }
      if (back.isPresent()) {
        Party party = back.get().party();
        return new Phrase(List.of(new Party(party.name(), party.kind(), party.country(), words(head))),
            Optional.empty(),
            true);
      }
    }
    if (definite && Tree.is(head, "nsubj", "nsubj:pass", "obl:agent") && (Nouns.BODY.contains(lemma)
        || Nouns.COMPANY.contains(lemma) || Nouns.OUTLET.contains(lemma))) {
      return describe(head, iso, lemma);
    }
    if (Nouns.PEOPLE.contains(lemma)) {
      if (definite) {
        Optional<Discourse.Mentioned> back = discourse.last(head.start(), mention -> mention.speaker().isPresent());
        if (back.isPresent()) {
          return new Phrase(List.of(back.get().party()),
              back.get().speaker().map(name -> new Speaker(name, Optional.empty())), true);
        }
      }
      return describe(head, iso, "people");
    }
    if (head.upos() == Upos.PROPN && Character.isUpperCase(head.form().charAt(0))
        && !NOBODY.matcher(head.form()).matches()) {
      String text = words(head).replaceFirst("^(?i)(the|a|an) ", "");
      Party party = new Party(text, PartyKind.ORGANISATION, iso, text);
      remember(party, head, Optional.empty(), "company");
      return new Phrase(List.of(party), Optional.empty(), false);
    }
    return Phrase.NOBODY;
  }

  /// "the government" of whoever was spoken of last as doing something, unless a government was named before.
  private Optional<Party> ownState(Token head, String lemma) {
    if (discourse.last(head.start(), mention -> mention.nouns().contains(lemma)).isPresent()) {
      return Optional.empty();
    }
    Optional<String> iso = discourse.last(head.start(), mention -> mention.subject()
        && (mention.party().kind() == PartyKind.BODY || mention.party().kind() == PartyKind.STATE))
        .flatMap(mention -> mention.party().country());
    String noun = Offices.spanishBody(lemma).orElse(lemma);
    return iso.flatMap(names::state).map(state -> names.lookUp(state.adjective() + " " + noun)
        .flatMap(match -> match.as(Name.Sort.BODY))
        .map(body -> new Party(body.canonical(), PartyKind.BODY, iso, words(head)))
        .orElse(new Party(state.adjective() + " " + noun, PartyKind.BODY, iso, words(head))));
  }

  private Phrase describe(Token head, Optional<String> iso, String noun) {
    String text = fullDescription(head);
    Party party =
        new Party(text.replaceFirst("^(?i)(the|a|an|some|el|la|los|las|un|una) ", ""), PartyKind.DESCRIBED, iso, text);
    remember(party, head, Optional.empty(), noun);
    return new Phrase(List.of(party), Optional.empty(), false);
  }

  /// The state or body that stands behind "actors operating out of X", "hackers sponsored by Y", wherever the tree hangs it.
  private Optional<NameMatch> standsBehind(Token head) {
    if (!Nouns.GROUP.contains(Tree.lemma(head))) {
      return Optional.empty();
    }
    Matcher behind = BEHIND.matcher(view).region(head.end(), Math.min(view.length(), head.end() + 90));
    if (!behind.lookingAt()) {
      return Optional.empty();
    }
    return within(behind.start(), behind.end()).stream().filter(match -> match.names().stream().anyMatch(
        name -> name.sort() == Name.Sort.STATE || name.sort() == Name.Sort.BODY || name.sort() == Name.Sort.ADJECTIVE))
        .findFirst();
  }

  /// "actors sponsored by X", "hackers working on behalf of Y": the words up to who stands behind them.
  private String fullDescription(Token head) {
    int[] core = core(head);
    int end = tree.token(core[1]).end();
    Optional<NameMatch> sponsor = standsBehind(head);
    if (sponsor.isPresent()) {
      return view.substring(tree.token(core[0]).start(), sponsor.get().end());
    }
    Matcher members = MEMBERS.matcher(view).region(end, Math.min(view.length(), end + 60));
    if (members.lookingAt()) {
      Optional<NameMatch> whose = within(members.end(), members.end() + 1).stream().findFirst();
      if (whose.isPresent() && whose.get().start() == members.end()) {
        return view.substring(tree.token(core[0]).start(), whose.get().end());
      }
    }
    for (Token child : tree.children(head)) {
      if (child.index() == core[1] + 1 && Tree.is(child, "acl") && !child.deprel().equals("acl:relcl")) {
        Optional<Token> behind = tree.child(child, "obl");
        if (behind.isPresent()) {
          Optional<Token> owner = tree.child(behind.get(), "nmod");
          Token last = owner.filter(token -> Set.of("of").contains(tree.marker(token))).orElse(behind.get());
          end = Math.max(end, tree.token(core(last)[1]).end());
        }
        break;
      }
    }
    return view.substring(tree.token(core[0]).start(), end);
  }
}
