package org.tingbok.reading.mention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.claim.Speaker;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.BodyNouns;
import org.tingbok.reading.knowledge.Glossary;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Phrases without a listed name: they lead back to a mention, bring a new name along, or describe somebody new.
///
/// Looks at one sentence; not for several threads.
final class Descriptions {
  private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those", "same", "der", "die",
      "das", "dem", "den", "dieser", "diese", "le", "la", "les", "ce", "cette", "el", "los", "las", "denne", "dette",
      "disse", "said", "its", "their", "este", "esta", "estos", "estas", "ese", "esa", "esos", "esas", "dicho",
      "dicha");

  /// What researchers are called without telling whose they are.
  private static final Set<String> FIELD = Set.of("security", "cyber", "cybersecurity", "malware", "same", "threat");
  private static final int SHORTLY = 800; // code units within which "researchers" are those just spoken of

  private static final Set<String> INDEFINITE = Set.of("a", "an", "another", "some", "no", "any", "en", "et", "ei",
      "noen", "ingen", "annen", "ein", "eine", "einen", "einem", "einer", "kein", "keine", "keinen", "un", "une",
      "aucun", "aucune", "una", "unos", "unas", "otro", "otra", "ningún", "ninguna");

  private static final Set<String> CALLING =
      Set.of("call", "dub", "name", "track", "label", "nickname", "kalle", "nennen",
          "appeler", "nommer", "llamar", "denominar", "bautizar");

  /// What marks who acts in a passive, in languages whose trees do not say so.
  private static final Set<String> AGENT = Set.of("par", "von", "av", "por", "durch");
  /// What stands between "hackers" and whose they are: "from the Russian group", "of".
  private static final Pattern MEMBERS = Pattern.compile("\\s*(?:from|of|within|in|fra|i|von|der|aus|du|des|del|de)\\s+"
      + "(?:(?:the|den|det|la|le|el|der)\\s+)?(?:\\p{L}+(?:'s)?\\s+)?(?:(?:group|gang|gruppen|gruppe|groupe|grupo)\\s+)?");
  /// "actors responsible for the breach": what they did is no part of what they are called.
  private static final Pattern DEED_BEHIND =
      Pattern.compile(
          "(?<=\\p{L}) (?:responsible for|suspected of|accused of|behind|believed to|thought to|blamed for|for (?!the\\b)\\p{Ll}+ing\\b|of (?:\\p{L}[\\p{L}-]* ){0,2}(?:hacking|spying|stealing|breaching)\\b).*$",
          Pattern.DOTALL);
  private static final Pattern BAND =
      Pattern.compile("\\p{L} (?:Hackers|Hacktivists|Gang|Crew|Cyber Army|Cyber Team|Cyber Brigade)$");
  private static final WordList PLACING = WordList.of("placing");

  private final PhraseWords phrases;
  private final Anaphora anaphora;
  private final Bodies bodies;
  private final Tree tree;
  private final String view;
  private final Names names;
  private final Discourse discourse;

  Descriptions(PhraseWords phrases, Anaphora anaphora, Bodies bodies, Tree tree, String view, Names names,
      Discourse discourse) {
    this.phrases = phrases;
    this.anaphora = anaphora;
    this.bodies = bodies;
    this.tree = tree;
    this.view = view;
    this.names = names;
    this.discourse = discourse;
  }

  /// A phrase without a name: leads back to a mention, or describes somebody new.
  Phrase described(Token head) {
    String lemma = Tree.lemma(head);
    String low = Tree.low(head);
    boolean definite = tree.children(head).stream()
        .anyMatch(child -> DEFINITE.contains(Tree.low(child)) && Tree.is(child, "det", "amod", "nmod:poss"))
        || phrases.core(head)[0] > 0 && tree.token(phrases.core(head)[0] - 1).upos() != Upos.SCONJ
            && Set.of("the", "this", "that", "same").contains(Tree.low(tree.token(phrases.core(head)[0] - 1)))
        || Glossary.standard().definite(low)
        || low.matches("\\p{L}+(?:en|et|ene)") && (Nouns.COMPANY.contains(low) || Nouns.OUTLET.contains(low))
        || low.endsWith("en") && Nouns.BODY.contains(low) || low.endsWith("en") && Nouns.ONE_GROUP.contains(low);
    Optional<String> iso = bodies.stateIn(head);
    boolean here = Nouns.OUTLET.contains(lemma) && discourse.publisher().isPresent()
        && tree.child(head, "det").filter(det -> Tree.low(det).equals("this")).isPresent();
    if (here) { // "this newspaper reported": its own words
      return new Phrase(List.of(discourse.publisher().orElseThrow()), Optional.empty(), true);
    }
    boolean group = Nouns.GROUP.contains(lemma) || Nouns.GROUP.contains(low);
    if (group) {
      boolean another = tree.child(head, "det").filter(det -> INDEFINITE.contains(Tree.low(det))).isPresent();
      boolean bare = !another && !head.xpos().equals("NNS") && Tree.is(head, "nsubj") && iso.isEmpty();
      if (definite || bare && Nouns.ONE_GROUP.contains(lemma)) {
        Optional<Discourse.Mentioned> back = discourse.lastActor(head.start(), iso);
        if (back.isPresent()) {
          Party party = back.get().party();
          return new Phrase(List.of(new Party(party.name(), party.kind(), party.country(), phrases.words(head))),
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
    Optional<Party> ministry =
        definite && iso.isEmpty() && lemma.equals("ministry") ? ministry(head) : Optional.empty();
    if (ministry.isPresent()) {
      return anaphora.found(ministry.get(), head, lemma);
    }
    if (definite && (Nouns.BODY.contains(lemma) || Nouns.COMPANY.contains(lemma) || Nouns.OUTLET.contains(lemma)
        || Nouns.BODY.contains(low) || Nouns.COMPANY.contains(low) || Nouns.OUTLET.contains(low))) {
      Optional<Discourse.Mentioned> back = anaphora.noun(head, iso);
      if (back.isPresent()) {
        Party party = back.get().party();
        return new Phrase(List.of(new Party(party.name(), party.kind(), party.country(), phrases.words(head))),
            Optional.empty(),
            true);
      }
    }
    boolean acting = Tree.is(head, "nsubj", "nsubj:pass", "obl:agent")
        || Tree.is(head, "obl") && AGENT.contains(tree.marker(head));
    boolean numbered = Nouns.BODY.contains(lemma) && head.xpos().equals("NNS")
        && !tree.children(head, "nmod", "nummod", "acl").isEmpty();
    if ((definite || numbered) && acting && (Nouns.BODY.contains(lemma)
        || Nouns.COMPANY.contains(lemma) || Nouns.OUTLET.contains(lemma))) {
      return describe(head, iso, lemma);
    }
    if (Nouns.PEOPLE.contains(lemma)) {
      boolean several = head.xpos().equals("NNS");
      Optional<Phrase> employer = several && Nouns.STAFF.contains(lemma) && iso.isEmpty() ? employer(head, definite)
          : Optional.empty();
      if (employer.isPresent()) {
        return employer.get();
      }
      if (definite && !several) {
        Optional<Discourse.Mentioned> back = discourse.last(head.start(), mention -> mention.speaker().isPresent());
        if (back.isPresent()) {
          return new Phrase(List.of(back.get().party()),
              back.get().speaker().map(name -> new Speaker(name, Optional.empty())), true);
        }
      }
      return describe(head, iso, "people");
    }
    if (head.upos() == Upos.PROPN && Character.isUpperCase(head.form().charAt(0)) && !thing(head)
        && !PhraseWords.NOBODY.matcher(head.form()).matches()) {
      String own = phrases.words(head).replaceFirst("^(?i)(the|a|an) ", "");
      String text = Tree.is(head, "conj") && own.indexOf(' ') < 0 // "Zhu Hua and Zhang Shilong"
          ? phrases.fullName(head).filter(name -> name.startsWith(own)).orElse(own)
          : own;
      Optional<Party> whole = text.indexOf(' ') < 0 ? inFull(head, text) : Optional.empty();
      if (whole.isPresent()) {
        return new Phrase(List.of(whole.get()), Optional.empty(), true);
      }
      PartyKind kind = BAND.matcher(text).find() ? PartyKind.THREAT_ACTOR : PartyKind.ORGANISATION;
      Party party = new Party(text, kind, iso, text);
      boolean told = tree.children(head, "appos").stream().map(Tree::lemma)
          .anyMatch(noun -> Nouns.COMPANY.contains(noun) || Nouns.BODY.contains(noun) || Nouns.OUTLET.contains(noun));
      if (speaks(head) || told) {
        anaphora.remember(party, head, Optional.empty(), "");
      }
      return new Phrase(List.of(party), Optional.empty(), false);
    }
    return Phrase.NOBODY;
  }

  /// "Yin" after "Yin Kecheng": one of the two names of somebody whom the text named in full.
  private Optional<Party> inFull(Token head, String name) {
    return discourse.last(head.start(), mention -> {
      String[] full = mention.party().name().split(" ");
      boolean person = mention.party().kind() == PartyKind.PERSON
          || mention.party().kind() == PartyKind.ORGANISATION && mention.party().country().isEmpty();
      return person && full.length == 2 && (full[0].equals(name) || full[1].equals(name))
          && !Nouns.COMPANY.contains(full[1]
              .toLowerCase(Locale.ROOT));
    }).map(mention -> new Party(mention.party().name(), mention.party().kind(), mention.party().country(), name));
  }

  /// "the researchers", behind a sentence on those of a firm: they are its still. Without an article they are so shortly after only.
  private Optional<Phrase> employer(Token head, boolean definite) {
    boolean told = tree.children(head).stream().anyMatch(child -> Tree.is(child, "nmod", "nummod", "acl", "amod")
        && !FIELD.contains(Tree.lemma(child)) || Tree.is(child, "det") && !DEFINITE.contains(Tree.low(child)));
    if (told) {
      return Optional.empty();
    }
    Optional<Discourse.Mentioned> back = discourse
        .last(head.start(), mention -> (mention.party().kind() == PartyKind.ORGANISATION
            || mention.party().kind() == PartyKind.BODY) && mention.nouns().stream().anyMatch(Nouns.STAFF::contains))
        .filter(mention -> definite || head.start() - mention.place() < SHORTLY);
    return back.map(mention -> new Phrase(List.of(new Party(mention.party().name(), mention.party().kind(),
        mention.party().country(), phrases.words(head))), Optional.empty(), true));
  }

  /// "the NotPetya attack", "Malware is blamed": a name or a word for an operation or a program is nobody.
  private boolean thing(Token head) {
    List<NameMatch> named = phrases.within(head.start(), head.end());
    boolean known = named.stream().anyMatch(match -> match.as(Name.Sort.OPERATION).isPresent())
        && named.stream().allMatch(match -> match.names().stream()
            .allMatch(name -> name.sort() == Name.Sort.MALWARE || name.sort() == Name.Sort.OPERATION));
    boolean word = named.isEmpty() && tree.children(head, "compound", "flat", "amod").isEmpty()
        && Nouns.PROGRAM.contains(Tree.low(head));
    return known || word;
  }

  /// Whether an unlisted name can be led back to as somebody: no place, no program.
  private boolean speaks(Token head) {
    return !PLACING.contains(tree.marker(head)) && phrases.within(head.start(), head.end()).stream()
        .noneMatch(match -> match.as(Name.Sort.MALWARE).isPresent() || match.as(Name.Sort.OPERATION).isPresent());
  }

  /// "the Interior Ministry": that of the state that the text speaks of.
  private Optional<Party> ministry(Token head) {
    String words = phrases.words(head).replaceFirst("^(?i)the ", "");
    boolean which = !tree.children(head, "compound", "amod").isEmpty() && words.indexOf(' ') > 0;
    boolean told = discourse.last(head.start(), mention -> mention.party().name().toLowerCase(Locale.ROOT)
        .endsWith(words.toLowerCase(Locale.ROOT))).isPresent();
    Optional<Names.State> state = discourse.acting(head.start()).flatMap(names::state);
    return !which || told || state.isEmpty() ? Optional.empty()
        : names.lookUp(state.get().adjective() + " " + words).flatMap(match -> match.as(Name.Sort.BODY))
            .map(body -> new Party(body.canonical(), PartyKind.BODY, body.country(), phrases.words(head)));
  }

  /// "the government" of whoever was spoken of last as doing something, unless a government was named before.
  private Optional<Party> ownState(Token head, String lemma) {
    if (discourse.last(head.start(), mention -> mention.nouns().contains(lemma)).isPresent()) {
      return Optional.empty();
    }
    Optional<String> iso = discourse.last(head.start(), mention -> mention.subject()
        && (mention.party().kind() == PartyKind.BODY || mention.party().kind() == PartyKind.STATE))
        .flatMap(mention -> mention.party().country());
    String noun = BodyNouns.standard().english(lemma).orElse(lemma);
    return iso.flatMap(names::state).map(state -> names.lookUp(state.adjective() + " " + noun)
        .flatMap(match -> match.as(Name.Sort.BODY))
        .map(body -> new Party(body.canonical(), PartyKind.BODY, iso, phrases.words(head)))
        .orElse(new Party(state.adjective() + " " + noun, PartyKind.BODY, iso, phrases.words(head))));
  }

  private Phrase describe(Token head, Optional<String> iso, String noun) {
    String text = DEED_BEHIND.matcher(phrases.fullDescription(head)).replaceFirst("");
    Party party =
        new Party(text.replaceFirst("^(?i)(the|a|an|some|el|la|los|las|un|una) ", "")
            .replaceFirst("^(?:19|20)\\d\\d ", ""), PartyKind.DESCRIBED, iso, text);
    boolean nobody = tree.child(head, "det").filter(det -> Tree.low(det).equals("no")).isPresent();
    if (!nobody) {
      anaphora.remember(party, head, Optional.empty(), noun);
    }
    return new Phrase(List.of(party), Optional.empty(), false);
  }

  /// "a group known as X", "a group, X, …", "hackers going by X": the name that hangs on the noun.
  Optional<Party> nameBehind(Token head) {
    for (Token child : tree.children(head)) {
      if (child.index() > head.index() && Tree.is(child, "appos", "flat", "acl", "nmod", "compound")) {
        int from = tree.token(tree.firstOf(child)).start();
        int to = Math.min(tree.token(tree.lastOf(child)).end(), head.end() + 60);
        for (NameMatch match : phrases.within(from, Math.max(from, to))) {
          Optional<Name> actor = match.as(Name.Sort.ACTOR);
          String between = view.substring(head.end(), Math.max(head.end(), match.start())).toLowerCase(Locale.ROOT);
          boolean body = match.as(Name.Sort.BODY).isPresent();
          if ((actor.isPresent() || body) && Tree.is(child, "nmod") && MEMBERS.matcher(between).matches()) {
            return Optional.of(actor.isPresent() ? PartyResolver.actorParty(match, view.substring(match.start(), match
                .end()))
                : new Party(match.as(Name.Sort.BODY).orElseThrow().canonical(), PartyKind.BODY,
                    match.as(Name.Sort.BODY).orElseThrow().country(), view.substring(match.start(), match.end())));
          }
          if (actor.isPresent() && (Tree.is(child, "appos", "flat", "compound")
              || between.matches(".*\\b(known|called|named|dubbed|by|as|kalt|namens|genannt|appelé|baptisé)\\b.*"))) {
            return Optional.of(PartyResolver.actorParty(match, view.substring(match.start(), match.end())));
          }
        }
        if (Tree.is(child, "appos", "flat") && child.upos() == Upos.PROPN
            && phrases.within(child.start(), child.end()).isEmpty() && !rejected(phrases.words(child))) {
          return Optional
              .of(new Party(phrases.words(child), PartyKind.THREAT_ACTOR, bodies.stateIn(head), phrases.words(child)));
        }
        Optional<Token> called = Tree.is(child, "acl") && CALLING.contains(Tree.lemma(child))
            ? tree.children(child, "obj", "xcomp", "obl").stream().filter(name -> name.upos() == Upos.PROPN
                && name.index() > child.index()).findFirst()
            : Optional.empty();
        if (called.isPresent() && !rejected(phrases.words(called.get()))) { // "a group they call X"
          String name = phrases.words(called.get());
          return Optional.of(new Party(name, PartyKind.THREAT_ACTOR, bodies.stateIn(head), name));
        }
        String between = view.substring(head.end(), child.end()).toLowerCase(Locale.ROOT);
        if (Tree.is(child, "acl")
            && between.matches(".*\\b(known as|called|calling itself|named|dubbed|going by)\\b.*")) {
          String name =
              view.substring(child.end(), Math.min(view.length(), tree.token(tree.lastOf(child)).end())).strip()
                  .replaceFirst("^(as|itself|by|the|name|of|,|\\s)+", "").replaceAll("^[\"“«]|[\"”»,]+$", "");
          if (!name.isEmpty() && Character.isUpperCase(name.charAt(0)) && name.length() < 40 && !rejected(name)) {
            return Optional.of(new Party(name, PartyKind.THREAT_ACTOR, bodies.stateIn(head), name));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Whether an analyst decided that a name is no actor's here: it must not stand for "the group" later on either.
  private boolean rejected(String name) {
    return names.rejected(name, view.substring(tree.sentence().start(), tree.sentence().end()));
  }

  /// "die als X bekannte Gruppe": a name within the participle that stands before the noun.
  Optional<Party> nameWithin(Token head) {
    for (Token child : tree.children(head, "amod", "acl")) {
      if (child.index() < head.index() && tree.firstOf(child) < child.index()) {
        for (NameMatch match : phrases.within(tree.token(tree.firstOf(child)).start(), child.start())) {
          if (match.as(Name.Sort.ACTOR).isPresent()) {
            return Optional.of(PartyResolver.actorParty(match, view.substring(match.start(), match.end())));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// "a South Korean firm, X, …", "the research outfit X": a name that nobody has listed, beside the noun that says what it is.
  Optional<Party> newName(Token head) {
    String lemma = Tree.lemma(head);
    boolean body = Nouns.BODY.contains(lemma);
    if (!Nouns.COMPANY.contains(lemma) && !Nouns.OUTLET.contains(lemma) && !body) {
      return Optional.empty();
    }
    for (Token child : tree.children(head, "appos", "flat")) {
      boolean fresh = child.index() > head.index()
          && (child.upos() == Upos.PROPN || child.form().matches("\\p{Lu}\\p{Ll}+(?:\\p{Lu}\\p{L}*)+"))
          && Character.isUpperCase(child.form().charAt(0)) && phrases.within(child.start(), child.end()).isEmpty()
          && !PhraseWords.NOBODY.matcher(child.form()).matches();
      if (fresh) {
        return Optional
            .of(new Party(phrases.words(child), body ? PartyKind.BODY : PartyKind.ORGANISATION, bodies.stateIn(head),
                phrases.words(child)));
      }
    }
    return Optional.empty();
  }
}
