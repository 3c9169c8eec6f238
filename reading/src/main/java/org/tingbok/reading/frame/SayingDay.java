package org.tingbok.reading.frame;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tingbok.reading.clause.MaskedNames;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;

/// Tells the days of the telling from the days of the deed among the dates of one sentence.
///
/// A date tells when something was said if it hangs on a predicate of saying, accusing or reacting, or on the report or
/// statement that says it. One that hangs on the deed ("the breach of 2019") or that stands within what is said does not.
/// Looks at one sentence; not for several threads.
public final class SayingDay {
  private static final Pattern DEED =
      Pattern.compile("(?i)(?:cyber-?)?(?:attack|breach|break-in|hack|hacking|intrusion|"
          + "campaign|compromise|operation|incident|theft|leak|outage|blackout|cut|heist|raid|sabotage|worm|outbreak|angriff|"
          + "hackerangriff|cyberangriff|einbruch|angrep|dataangrep|datainnbrudd|innbrudd|attaque|cyberattaque|intrusión|"
          + "ataque|ciberataque|piratage|election|vote|games|olympics)e?[sn]?");
  private static final Pattern WEEKDAY = Pattern.compile("(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|"
      + "heute|gestern|hier|hoy|ayer|\\p{L}+dag|\\p{L}+tag|mittwoch");
  private static final Pattern YEARS_AGO = Pattern.compile("(?is).*\\byears? (?:ago|earlier|before)");
  private static final String VESSEL =
      "(?:report|advisory|statement|indictment|complaint|blog post|post|analysis|paper|"
          + "study|filing|declaration|release|tweet|message|bulletin|alert|interview|press conference|news conference|"
          + "briefing|announcement|joint statement|notice|bericht|erklärung|mitteilung|rapport|pressemelding|uttalelse|"
          + "rapporten|communiqué|informe|comunicado)";
  private static final Pattern VESSEL_BEFORE = Pattern.compile("(?is).*\\b" + VESSEL + "(?:\\s+[\\p{L}'’.-]+){0,3}?\\s+"
      + "(?:(?:published|released|issued|dated|unsealed|put out)\\s+)?(?:on|of|from|in|dated|vom|fra|du|de|del|i|av)?\\s*$");
  private static final Pattern VESSEL_AFTER =
      Pattern.compile("(?is)^(?:['’]s)?\\s+(?:[\\p{L}-]+\\s+)?" + VESSEL + "\\b.*");
  private static final Pattern OPENING = Pattern.compile(
      "(?iu)(?:^|[,;:–—]|\\b(?:and|but|og|men|und|aber|och))\\s*(?:(?:in|on|i|im|am|på|om|den) )?$");
  private static final Set<String> ACTS = Set.of("put", "release", "issue", "unseal", "impose", "sanction", "come",
      "follow",
      "link", "tie", "pin", "point", "hold", "lay", "see", "rule", "call", "raise", "bring", "take", "give", "present",
      "summon", "expel", "condemn", "dismiss", "reject", "deny", "arrest", "indict", "pick", "promote", "merge",
      "open", "arrive", "reach", "go", "look", "investigate", "do", "ta", "legge", "übernehmen", "revendiquer",
      "considérer", "estimer", "juger", "schreiben", "zurechnen", "zuordnen", "écrire",
      "révéler", "dévoiler",
      "revelar", "publicar", "skylde", "beskylde", "avsløre", "einbestellen", "bestellen", "verurteilen",
      "beschuldigen", "weisen", "nennen", "innføre", "peke", "gi",
      "avvise", "fordømme", "accuser", "condamner", "rejeter", "attribuer", "désigner", "imputer", "acusar", "condenar",
      "rechazar", "atribuir", "write", "speak", "sprechen", "machen", "answer", "svare");

  private static final Set<String> HABIT = Set.of("regularly", "always", "routinely", "repeatedly", "consistently",
      "usually", "often", "never", "stets", "immer", "regelmäßig", "alltid", "toujours", "régulièrement", "siempre");
  private static final Set<String> PERIOD =
      Set.of("week", "month", "day", "morning", "evening", "night", "year", "half",
          "quarter", "end", "beginning", "start", "woche", "monat", "tag", "jahr", "uke", "måned", "dag", "år",
          "semaine", "mois",
          "jour", "fin", "semana", "mes", "día", "año");
  private static final Set<ClaimType> TELLING = EnumSet.of(ClaimType.ATTRIBUTION, ClaimType.NON_ATTRIBUTION,
      ClaimType.DENIAL, ClaimType.RESPONSE);

  private final Scene scene;
  private final Tree tree;
  private final Embedding embedding;
  private final Predicate<Token> accuses;

  /// Looks at one sentence.
  ///
  /// @param scene the sentence with all that is known
  /// @param catalogue the frames, for the words that embed, accuse or react
  public SayingDay(Scene scene, FrameCatalogue catalogue) {
    this.scene = scene;
    this.tree = scene.tree();
    this.embedding = catalogue.embedding();
    this.accuses = token -> {
      List<Frame> frames = catalogue.triggeredBy(Tree.lemma(token));
      return frames.stream().noneMatch(Frame::deed)
          && frames.stream().anyMatch(frame -> TELLING.contains(frame.type()));
    };
  }

  /// When a claim was made, as far as its sentence tells.
  ///
  /// @param predicate what carries the claim
  /// @param by the predicate of saying that embeds it; empty if there is none
  /// @param act whether the claim is itself an act, such as a sanction
  /// @return the day that hangs on the saying, nearest the claim first
  public PartialDate of(Token predicate, Optional<Token> by, boolean act) {
    if (scene.times().isEmpty()) {
      return PartialDate.NOT_STATED;
    }
    boolean telling = act || tells(predicate);
    PartialDate day = telling ? at(predicate) : PartialDate.NOT_STATED;
    if (!day.stated() && by.isPresent()) {
      day = at(by.get());
    }
    Token current = by.filter(token -> token.index() != predicate.index()).orElse(predicate);
    for (int i = 0; i < 10 && !day.stated(); i++) {
      day = inserted(current);
      if (day.stated() || current.head() < 0) {
        break;
      }
      current = tree.token(current.head());
      if (tells(current)) {
        day = at(current);
      }
    }
    return day.stated() ? day : vessel(predicate).or(() -> beside(predicate)).orElse(PartialDate.NOT_STATED);
  }

  /// "…, the agency revealed on Monday": the clause that reports another.
  private PartialDate inserted(Token predicate) {
    return tree.children(predicate, "parataxis").stream()
        .filter(clause -> Tree.verbal(clause) && tree.child(clause, "nsubj").isPresent()).map(this::at)
        .filter(PartialDate::stated).findFirst().orElse(PartialDate.NOT_STATED);
  }

  /// "The minister, who raised it in the council on Monday, wrote that …": the one day on which anything is said.
  private Optional<PartialDate> beside(Token predicate) {
    if (scene.times().stream().filter(this::usable).count() != 1) {
      return Optional.empty();
    }
    return tree.tokens().stream().filter(token -> tells(token) && Tree.verbal(token)
        && token.index() < predicate.index() && Tree.is(token, "acl:relcl", "acl", "advcl") && relative(token))
        .map(this::at)
        .filter(PartialDate::stated).findFirst();
  }

  private boolean relative(Token verb) {
    return tree.head(verb).filter(head -> Tree.is(head, "nsubj") || Tree.verbal(head)).isPresent();
  }

  /// The day that a sentence as a whole is told of.
  ///
  /// @param day the day of its main predicate, or of the one that reports it; what a sentence without a predicate names
  /// @param telling whether that predicate says, accuses or reacts, or there is none
  public record Main(PartialDate day, boolean telling) {
  }

  /// The day that the sentence as a whole is told of.
  ///
  /// @return with a day that is not stated if there is none
  public Main main() {
    for (TimeMention time : scene.times()) {
      if (!usable(time)) {
        continue;
      }
      for (Token token : in(time)) {
        if (fronted(token)) {
          return new Main(time.value(), telling());
        }
        Token governor = governor(token, time);
        boolean root = governor.head() < 0
            || Tree.is(governor, "conj", "parataxis") && tree.token(governor.head()).head() < 0;
        if (root && !ofTheDeed(token, time) && tree.firstOf(governor) <= token.index()) {
          return new Main(closer(time).value(), !Tree.verbal(governor) || tells(governor));
        }
      }
    }
    return new Main(PartialDate.NOT_STATED, false);
  }

  /// Whether a date named by some words can be one of saying: it hangs on a predicate of saying, or on a report.
  ///
  /// @param word a word of it
  /// @return its value; not stated if it dates a deed
  PartialDate named(Token word) {
    for (TimeMention time : scene.times()) {
      if (overlap(word, time) && usable(time)) {
        for (Token token : in(time)) {
          if (fronted(token) ? telling() : !ofTheDeed(token, time) && tells(governor(token, time))) {
            return time.value();
          }
        }
      }
    }
    return PartialDate.NOT_STATED;
  }

  /// Whether the main predicate is one of saying, accusing or reacting, or there is none.
  private boolean telling() {
    return tree.tokens().stream().anyMatch(token -> token.head() < 0 && (!Tree.verbal(token) || tells(token))
        || Tree.is(token, "parataxis", "conj") && tree.token(token.head()).head() < 0 && tells(token));
  }

  /// Whether something is said in the present tense: "the agency says", which it does when the text is written.
  ///
  /// @return true if a predicate of saying or accusing is finite and present
  public boolean present() {
    return tree.tokens().stream().anyMatch(token -> token.upos() == Upos.VERB && present(token) && tells(token)
        && tree.children(token, "advmod").stream().noneMatch(adverb -> HABIT.contains(Tree.low(adverb))));
  }

  /// English tells by its tags; the others by how the form differs from the lemma: mene, mener; melden, meldet; juger, juge.
  private boolean present(Token verb) {
    if (verb.xpos().startsWith("VB")) {
      return verb.xpos().equals("VBZ") || verb.xpos().equals("VBP");
    }
    String form = Tree.low(verb);
    String lemma = Tree.lemma(verb);
    boolean stem = lemma.endsWith("e") && form.equals(lemma + "r") || lemma.equals("si") && form.equals("sier")
        || lemma.endsWith("en") && form.equals(lemma.substring(0, lemma.length() - 2) + "t")
        || lemma.endsWith("er") && form.equals(lemma.substring(0, lemma.length() - 1))
        || lemma.endsWith("érer") && form.equals(lemma.substring(0, lemma.length() - 4) + "ère");
    return stem && tree.child(verb, "aux", "aux:pass").isEmpty();
  }

  /// Whether a word says, accuses or reacts.
  private boolean tells(Token token) {
    String lemma = Tree.lemma(token);
    return Tree.verbal(token) && (embedding.verb(lemma).isPresent() || embedding.denies(lemma)
        || ACTS.contains(lemma) && !chases(token) || accuses.test(token)) || embedding.document(lemma)
        || embedding.noun(lemma).isPresent();
  }

  /// "had gone after the firm in 2018" tells a deed.
  private boolean chases(Token verb) {
    return verb.index() + 1 < tree.size() && Tree.lemma(verb).equals("go")
        && Tree.low(tree.token(verb.index() + 1)).equals("after");
  }

  private PartialDate at(Token verb) {
    Optional<TimeMention> before = scene.times().stream().filter(time -> usable(time) && opens(time, verb)).findFirst();
    if (before.isPresent()) {
      return closer(before.get()).value();
    }
    for (TimeMention time : scene.times()) {
      if (!usable(time)) {
        continue;
      }
      for (Token token : in(time)) {
        if (fronted(token) ? front(verb) : !ofTheDeed(token, time) && governor(token, time).equals(verb)) {
          return closer(time).value();
        }
      }
    }
    for (TimeMention time : scene.times()) {
      if (usable(time) && front(verb)
          && tree.tokens().stream().noneMatch(token -> !fronted(token) && overlap(token, time))) {
        return time.value();
      }
    }
    return PartialDate.NOT_STATED;
  }

  /// "Last autumn the cabinet blamed Russia, and in December concluded the service that …": a day that opens a clause, right before its
  /// verb, is that verb's, whatever day opens the sentence. Norwegian and German have the verb there; English where the subject is left out.
  private boolean opens(TimeMention time, Token verb) {
    return time.end() <= verb.start() && scene.view().substring(time.end(), verb.start()).isBlank()
        && OPENING.matcher(scene.view().substring(tree.token(0).start(), Math.max(tree.token(0).start(), time.start())))
            .find();
  }

  /// "on the same day, Wednesday": the second says which.
  private TimeMention closer(TimeMention time) {
    boolean same =
        scene.view().substring(time.start(), time.end()).toLowerCase(Locale.ROOT).matches("(?s).*\\bsame\\b.*");
    return scene.times().stream().filter(other -> same && other.value().stated() && other.start() >= time.end()
        && scene.view().substring(time.end(), other.start()).matches("\\s*,\\s*")).findFirst().orElse(time);
  }

  /// "in an advisory on December 1": wherever the tree puts it, that is when the advisory spoke.
  private Optional<PartialDate> vessel(Token near) {
    Optional<PartialDate> best = Optional.empty();
    int distance = Integer.MAX_VALUE;
    for (TimeMention time : scene.times()) {
      String before = scene.view().substring(tree.token(0).start(), Math.max(tree.token(0).start(), time.start()));
      String after = scene.view().substring(time.end(), Math.max(time.end(),
          tree.token(tree.size() - 1).end()));
      boolean spoken = VESSEL_BEFORE.matcher(before).matches() || VESSEL_AFTER.matcher(after).matches();
      int far = Math.abs(time.start() - near.start());
      if (usable(time) && spoken && far < distance) {
        best = Optional.of(time.value());
        distance = far;
      }
    }
    return best;
  }

  private boolean usable(TimeMention time) {
    return time.value().stated() && !time.since()
        && !YEARS_AGO.matcher(scene.view().substring(time.start(), time.end())).matches() && !bracketed(time)
        && !endsPeriod(time);
  }

  /// "from 2011 to 2018", "by 2014": the end of how long something went on.
  private boolean endsPeriod(TimeMention time) {
    boolean year = time.value().first().orElseThrow().plusDays(360).isBefore(time.value().last().orElseThrow());
    String before = scene.view().substring(Math.max(0, time.start() - 12), time.start()).toLowerCase(Locale.ROOT);
    boolean from = scene.times().stream().anyMatch(other -> other.since() && other.end() <= time.start()
        && time.start() - other.end() < 12);
    return from && before.matches("(?s).*(?:\\b(?:to|until|till|through|bis|til|a|à|hasta)\\s+|[-–]\\s*)(?:\\p{L}+ )?$")
        || year && before.matches("(?s).*\\b(?:by|until|till|bis|innen|d'ici|hasta)\\s+$");
  }

  /// "(LockBit until 2023)": an aside dates what it stands beside.
  private boolean bracketed(TimeMention time) {
    String before = scene.view().substring(tree.token(0).start(), Math.max(tree.token(0).start(), time.start()));
    return before.lastIndexOf('(') > before.lastIndexOf(')');
  }

  private List<Token> in(TimeMention time) {
    return tree.tokens().stream().filter(token -> overlap(token, time)
        && (token.head() < 0 || !overlap(tree.token(token.head()), time)) && token.upos() != Upos.ADP).toList();
  }

  private static boolean overlap(Token token, TimeMention time) {
    return token.start() < time.end() && time.start() < token.end();
  }

  private static boolean fronted(Token token) {
    return token.deprel().equals(MaskedNames.FRONTED);
  }

  /// The predicate that a date hangs on in the end; for the date of a report, the one that the report stands with.
  private Token governor(Token token, TimeMention time) {
    Token current = token;
    for (int i = 0; i < 8 && current.head() >= 0; i++) {
      current = tree.token(current.head());
      boolean clause = Tree.verbal(current) && !overlap(current, time)
          || Tree.is(current, "acl", "advcl", "ccomp") && clausal(current);
      if (clause) {
        return current;
      }
      if (i == 0 && documented(current) && Tree.is(token, "nmod", "compound", "amod", "nummod")) {
        return verbAbove(current);
      }
    }
    return current;
  }

  /// "dismissed the charge as baseless on Friday": what has no subject of its own takes no date of its own.
  private boolean clausal(Token token) {
    return tree.child(token, "nsubj", "nsubj:pass", "cop").isPresent();
  }

  private boolean documented(Token noun) {
    return embedding.document(Tree.lemma(noun));
  }

  private Token verbAbove(Token noun) {
    Token current = noun;
    for (int i = 0; i < 6 && current.head() >= 0 && !Tree.verbal(current); i++) {
      current = tree.token(current.head());
    }
    return current;
  }

  /// A date at the front of a sentence goes with the first predicate that is not within a subordinate clause.
  private boolean front(Token verb) {
    Token current = verb;
    for (int i = 0; i < 10 && current.head() >= 0; i++) {
      if (!Tree.is(current, "conj", "parataxis", "advcl") && !(Tree.is(current, "ccomp") && !Tree.verbal(
          tree.token(current.head())))) {
        return false;
      }
      current = tree.token(current.head());
    }
    return current.head() < 0;
  }

  /// "attributed the breach in 2019 to X": a year right behind the deed is the deed's, and any date with more of the predicate
  /// behind it.
  private boolean behindDeed(Token date, TimeMention time) {
    Optional<Token> verb = tree.head(date).filter(Tree::verbal);
    boolean year = time.value().first().orElseThrow().plusDays(360).isBefore(time.value().last().orElseThrow());
    return verb.isPresent() && tree.children(verb.get(), "obj", "obl").stream()
        .anyMatch(object -> DEED.matcher(Tree.low(object)).matches() && tree.lastOf(object) + 1 == tree.firstOf(date))
        && (year || !WEEKDAY.matcher(Tree.low(date)).matches() && tree.children(verb.get(), "obl").stream()
            .anyMatch(other -> tree.firstOf(other) == tree.lastOf(date) + 1));
  }

  /// "laid the 2018 breach at the door of X": a date that modifies what is acted on is not when it was said, a weekday apart;
  /// that of a report ("in a February 2019 report") is, and so is a day that ends the clause ("condemned the attack on
  /// 5 September").
  private boolean ofTheDeed(Token token, TimeMention time) {
    Token top = token;
    while (Tree.is(top, "conj") && top.head() >= 0) {
      top = tree.token(top.head());
    }
    Optional<Token> noun = tree.head(top).filter(Tree::nominal);
    if (noun.isEmpty() && behindDeed(top, time)) {
      return true;
    }
    if (noun.isEmpty() || embedding.document(Tree.lemma(noun.get()))
        || embedding.noun(Tree.lemma(noun.get())).isPresent()) {
      return false;
    }
    String low = Tree.low(token);
    if (WEEKDAY.matcher(low).matches()) {
      return false;
    }
    boolean deed = DEED.matcher(Tree.low(noun.get())).matches();
    boolean subject = Tree.is(noun.get(), "nsubj") && !noun.get().deprel().equals("nsubj:pass") && !deed;
    if (subject || !Tree.is(top, "nmod", "appos", "obl", "nummod", "amod", "compound")) {
      return false;
    }
    if (PERIOD.contains(Tree.lemma(noun.get()))) {
      return false;
    }
    if (Tree.is(top, "nummod", "amod", "compound")) {
      String before = scene.view().substring(Math.max(0, time.start() - 4), time.end()).toLowerCase(Locale.ROOT);
      return deed || !before.matches("(?s).*\\b(?:in|on)\\s+\\S+$"); // "that in October The Hague would only say"
    }
    boolean day = time.value().first().equals(time.value().last());
    int next = tree.lastOf(token) + 1;
    boolean ends = next >= tree.size() || switch (tree.token(next).upos()) {
      case PUNCT, CCONJ, SCONJ -> true;
      default -> false;
    };
    boolean object = Tree.is(noun.get(), "obj", "obl");
    boolean year = time.value().first().orElseThrow().plusDays(360).isBefore(time.value().last().orElseThrow());
    return !(ends && (deed ? object && day : object || !year));
  }
}
