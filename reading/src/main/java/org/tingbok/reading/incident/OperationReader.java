package org.tingbok.reading.incident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.PartialDate;

/// Reads what a phrase or clause tells of an operation: victims, time, names.
///
/// Looks at one sentence; not for several threads.
public final class OperationReader {
  private static final Set<String> AGAINST = Set.of("of", "on", "against", "at", "into", "in", "to", "upon",
      "targeting", "inside", "across", "over", "from", "mot", "hos", "på", "i", "av", "auf", "gegen", "bei", "von",
      "contre", "de", "du", "des", "à", "dans", "contra", "a", "en", "within", "through", "around", "among", "for");
  private static final Set<String> DOERS =
      Set.of("of", "by", "from", "av", "fra", "von", "durch", "de", "du", "des", "par", "por");
  private static final Set<String> TO_WHOM =
      Set.of("link", "tie", "attribute", "ascribe", "connect", "trace", "credit");
  private static final Set<String> ON_WHOM = Set.of("pin", "blame", "lay");
  private static final Set<String> SYSTEMS = Set.of("network", "system", "server", "computer", "mailbox", "email",
      "e-mail", "account", "infrastructure", "website", "site", "database", "data", "secret", "machine", "software",
      "device", "router", "firewall", "part", "node", "domain", "environment", "platform", "office", "supplier",
      "client", "customer", "member", "employee", "user", "staff", "body", "netz", "it", "file", "information",
      "phase", "opening", "wave", "cluster", "service", "it-system", "side", "unit", "number", "share", "organiser",
      "organizer");
  private static final Set<String> COLLECTIVE = Set.of("company", "firm", "agency", "ministry", "bank", "hospital",
      "organisation", "organization", "institution", "university", "operator", "provider", "contractor", "business",
      "government", "parliament", "embassy", "official", "lawmaker", "politician", "legislator", "journalist",
      "dissident", "activist", "utility", "plant", "station", "airport", "port", "railway", "grid", "exchange",
      "customer", "target", "entity", "campaign", "party", "committee", "election", "council", "school", "retailer",
      "airline", "telecom", "town", "city", "hall", "dam", "games", "olympics", "selskap", "unternehmen", "behörde",
      "entreprise", "organisme", "empresa", "ministerio", "ayuntamiento", "universidad", "institución",
      "banco", "aseguradora", "compañía", "gobierno", "embajada", "organización",
      "watchdog", "regulator", "authority", "broadcaster", "channel", "insurer", "carrier",
      "refinery", "pipeline", "telco", "studio", "publisher", "newspaper", "laboratory", "clinic", "charity", "union",
      "municipality", "governor", "county", "mp", "peer", "senator", "diplomat", "scientist", "soldier", "voter",
      "commission", "court", "police", "army", "casino", "chain", "store", "shop", "brewery", "dealer", "brand",
      "embete", "fylkesmann", "statsforvalter", "kommune", "departement", "partei", "amt", "ministerium", "verlag",
      "mairie", "hôpital", "ministère");

  /// What is said or written of an operation: who it stands on or comes from is not who was attacked.
  private static final Set<String> WORDS = Set.of("message", "statement", "report", "post", "advisory", "speech",
      "interview", "conference", "document", "indictment", "article", "letter", "blog", "tweet", "evidence",
      "accusation", "claim", "remark", "investigation", "inquiry", "hearing", "warning", "allegation", "charge",
      "uttalelse", "melding", "rapport", "bericht", "erklärung", "mitteilung", "communiqué", "déclaration");
  /// What can be taken or go out from somewhere; an attack from a state is one that it makes.
  private static final Set<String> TAKEN = Set.of("theft", "steal", "take", "copy", "exfiltrate", "extort", "leak",
      "heist", "siphon", "drain", "data", "remove", "download", "robbery", "datum", "exfiltration", "dump");

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
  private final List<TimeMention> times;
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
    this.times = times;
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
    if (named(token).isPresent()) {
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

  private Optional<Name> named(Token token) {
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

  /// Reads a nominal.
  ///
  /// @param head its head
  /// @param accused names of parties that cannot be the victim
  /// @return what it tells
  public Operation nominal(Token head, Set<String> accused) {
    List<Party> victims = new ArrayList<>();
    String lemma = Tree.lemma(head);
    boolean pronoun = head.upos() == Upos.PRON || head.upos() == Upos.DET;
    if (!pronoun && named(head).isEmpty()) {
      collect(head, victims, accused, 0, true);
    } else if (named(head).isPresent()) {
      collect(head, victims, accused, 1, false);
    }
    if (!pronoun && head.upos() == Upos.PROPN && named(head).isEmpty()) {
      resolver.resolve(head).parties().stream().filter(party -> party.kind() == PartyKind.ORGANISATION
          || party.kind() == PartyKind.BODY).filter(party -> !accused.contains(party.name()))
          .forEach(party -> add(victims, party));
    }
    boolean definite = pronoun || tree.child(head, "det").filter(det -> Set.of("the", "this", "that", "these", "those",
        "both", "der", "die", "das", "den", "dette", "denne", "le", "la", "les", "el").contains(Tree.low(det)))
        .isPresent()
        || tree.child(head, "amod").filter(adjective -> Tree.low(adjective).equals("same")).isPresent();
    Set<String> known =
        known(tree.token(tree.firstOf(head)).start(), tree.token(tree.lastOf(head)).end(), victims, head);
    String label = pronoun ? lemma : resolver.words(head);
    return finish(label, victims, period(head), known, definite, head.start());
  }

  /// Reads a deed told by a verb.
  ///
  /// @param verb the verb
  /// @param accused names of parties that cannot be the victim
  /// @return what it tells
  public Operation deed(Token verb, Set<String> accused) {
    List<Party> victims = new ArrayList<>();
    List<Token> objects = new ArrayList<>(roles.object(verb));
    roles.hung(verb, Set.of("into", "against", "on", "at", "to", "from", "of", "inside", "in", "hos", "mot", "gegen",
        "contre", "dans")).stream().filter(token -> !origin(token, verb)).forEach(objects::add);
    Set<String> known = new HashSet<>();
    boolean definite = false;
    for (Token object : objects) {
      if (Nouns.OPERATION.contains(Tree.lemma(object)) || named(object).isPresent()) {
        Operation inner = nominal(object, accused);
        victims.addAll(inner.victims());
        known.addAll(inner.names());
        definite |= inner.definite();
      } else {
        victim(object, victims, accused, 0);
      }
    }
    for (Token object : objects) {
      known.addAll(known(object.start(), object.end(), victims, object));
    }
    String label = objects.isEmpty() ? verb.form() : verb.form() + " " + resolver.words(objects.get(0));
    return finish(label, victims, period(verb), known, definite || victims.isEmpty() && known.isEmpty(), verb.start());
  }

  private Operation finish(String label, List<Party> victims, PartialDate period, Set<String> known, boolean definite,
      int place) {
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
    return new Operation(cut.replaceAll("\\s+", " "), victims, when, known, countries, definite, place);
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
        match.as(Name.Sort.ACTOR).filter(_ -> !match.weak() && doer(match, head))
            .flatMap(_ -> calledAfter(match.spelling(), victims)).ifPresent(known::add);
      }
    }
    return known;
  }

  /// Whether a group stands in the phrase of an operation as the one who did it, "the intrusions of Salt Typhoon" or
  /// "Salt Typhoon's hacks"; in "Salt Typhoon was behind the intrusion" it stands beside the phrase.
  private boolean doer(NameMatch match, Token head) {
    return Nouns.OPERATION.contains(Tree.lemma(head)) && tree.children(head).stream()
        .filter(child -> match.start() <= child.start() && child.start() < match.end())
        .anyMatch(
            child -> Tree.is(child, "nmod") ? child.deprel().equals("nmod:poss") || DOERS.contains(tree.marker(child))
                : Tree.is(child, "compound", "amod", "flat"));
  }

  /// The one operation that is called after a group, unless it is told who was hit and that one hit others.
  private Optional<String> calledAfter(String actor, List<Party> victims) {
    List<Names.Operation> called =
        names.operations().stream().filter(operation -> operation.name().startsWith(actor + " ")).toList();
    return called.size() == 1 && (victims.isEmpty()
        || victims.stream().anyMatch(victim -> called.get(0).victims().contains(victim.name())))
            ? Optional.of(called.get(0).name())
            : Optional.empty();
  }

  /// Whether somebody is not whom an operation hit but whom it is laid on: "linked the attack to …", "pinned the hack on …",
  /// where the words may look as if they went with the noun.
  private boolean assigned(Token token, Token operation) {
    String marker = tree.marker(token);
    return operation.deprel().equals("obj") && tree.head(operation).map(Tree::lemma).filter(verb -> switch (marker) {
      case "to" -> TO_WHOM.contains(verb);
      case "on" -> ON_WHOM.contains(verb);
      default -> false;
    }).isPresent();
  }

  private static boolean overlapping(Party victim, NameMatch match) {
    return match.names().stream().anyMatch(name -> name.canonical().equals(victim.name()));
  }

  private void collect(Token head, List<Party> victims, Set<String> accused, int depth, boolean direct) {
    for (Token child : tree.children(head)) {
      if (depth > 3) {
        return;
      }
      boolean before = child.index() < head.index();
      if (Tree.is(child, "nmod", "obl") && !child.deprel().equals("nmod:poss") && !before
          && AGAINST.contains(tree.marker(child)) && !origin(child, head) && !assigned(child, head) && !time(child)) {
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
      } else if (Tree.is(child, "acl") && Set.of("target", "hit", "affect", "aim", "direct", "strike").contains(
          Tree.lemma(child))) {
        roles.object(child).forEach(object -> victim(object, victims, accused, depth));
        collect(child, victims, accused, depth + 1, false);
      } else if (Tree.is(child, "conj") && victims.isEmpty() && Nouns.OPERATION.contains(Tree.lemma(child))) {
        collect(child, victims, accused, depth + 1, true);
      }
    }
  }

  private boolean origin(Token child, Token head) {
    return tree.marker(child).equals("from") && !TAKEN.contains(Tree.lemma(head));
  }

  private boolean time(Token token) {
    return times.stream().anyMatch(time -> time.start() <= token.start() && time.end() >= token.end());
  }

  private void victim(Token token, List<Party> victims, Set<String> accused, int depth) {
    if (depth > 3 || time(token)
        || Tree.lemma(token).matches("behalf|order|behest|retaliation|response|support|cost|time")) {
      return;
    }
    String lemma = Tree.lemma(token);
    if (WORDS.contains(lemma)) {
      return;
    }
    if (Nouns.OPERATION.contains(lemma) && named(token).isEmpty() || Tree.verbal(token)) {
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
      if (!owner || ours || time(child)) {
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

  private void add(List<Party> victims, Party party) {
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

  /// Services and units, which do what is told of rather than suffer it.
  private boolean service(Party party) {
    return party.kind() == PartyKind.BODY && names.lookUp(party.name()).flatMap(match -> match.as(Name.Sort.BODY))
        .filter(name -> name.kind().equals("intelligence") || name.kind().equals("unit")
            || name.kind().equals("military"))
        .isPresent();
  }

  /// The time within a phrase or clause, not within a clause that it embeds or that embeds it.
  private PartialDate period(Token head) {
    int from = tree.token(tree.firstOf(head)).start();
    int to = tree.token(tree.lastOf(head)).end();
    for (TimeMention time : times) {
      if (time.start() >= from && time.end() <= to && time.value().stated() && governed(time, head)) {
        return time.value();
      }
    }
    for (TimeMention time : times) {
      boolean behind = time.start() >= to && time.start() <= to + 2 && time.value().stated();
      if (behind && times.stream().anyMatch(front -> front.value().stated() && front.end() <= from)) {
        return time.value();
      }
    }
    for (TimeMention time : times) {
      boolean next = time.start() > to && time.start() <= to + 12 && time.value().stated();
      if (next && justIn(to, time.start()) && now(head)) {
        return time.value();
      }
    }
    for (TimeMention time : times) {
      boolean apart =
          tree.tokens().stream().noneMatch(token -> token.start() < time.end() && time.start() < token.end());
      boolean day = time.value().first().equals(time.value().last());
      if (apart && time.end() <= from && time.value().stated()
          && (head.head() < 0 || Tree.is(head, "ccomp") && !day || befell(head))) {
        return time.value();
      }
    }
    return PartialDate.NOT_STATED;
  }

  private boolean justIn(int from, int to) {
    return tree.tokens().stream().filter(token -> token.start() >= from && token.end() <= to)
        .allMatch(token -> Set.of("in", "during", "of", "on", "the").contains(Tree.low(token)));
  }

  /// "has attributed an attack on the port in July 2021": what is told in the present or the perfect has no past date of its
  /// own, so the date is that of the attack.
  private boolean now(Token head) {
    Optional<Token> above = tree.head(head);
    for (int i = 0; i < 4 && above.isPresent(); i++) {
      Token verb = above.get();
      if (Tree.verbal(verb)) {
        return verb.xpos().matches("VBZ|VBP")
            || tree.child(verb, "aux").filter(aux -> Tree.low(aux).matches("has|have|'ve")).isPresent();
      }
      above = tree.head(verb);
    }
    return false;
  }

  /// Whether what has a date at its front tells of the operation coming about or coming to light, not of later words on it.
  private boolean befell(Token head) {
    return Tree.is(head, "obj", "nsubj") && tree.head(head)
        .filter(verb -> verb.head() < 0 && Tree.lemma(verb).matches("announce|"
            + "disclose|suffer|report|discover|detect|experience|hit|strike|reveal|occur|happen|begin|start|face|see|notice|befall|"
            + "take|cause|cripple|disrupt"))
        .isPresent();
  }

  private boolean governed(TimeMention time, Token head) {
    for (Token token : tree.tokens()) {
      if (token.start() >= time.start() && token.end() <= time.end()) {
        Token current = token;
        for (int i = 0; i < 12; i++) {
          if (current.index() == head.index()) {
            return true;
          }
          if (Tree.verbal(current) && current.index() != head.index()
              && Tree.is(current, "ccomp", "acl", "advcl", "parataxis")
              && !(current.start() >= time.start() && current.end() <= time.end())) {
            break;
          }
          Optional<Token> above = tree.head(current);
          if (above.isEmpty()) {
            break;
          }
          current = above.get();
        }
      }
    }
    return false;
  }
}
