package org.tingbok.reading.frame;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.incident.OperationReader;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// The conditions that frames may set, by the words used in their files.
final class Conditions {
  /// Words that show an operation in cyberspace, as parts of words.
  static final Pattern CYBER = Pattern.compile(
      "cyber|hack|malware|ransom|phish|breach|network|computer|server|data|e-?mail|"
          + "software|intru|espion|online|website|botnet|ddos|digital|exploit|vulnerab|credential|password|trojan|wiper|worm|"
          + "backdoor|datainnbrudd|angriff|piratage|informati|system|apt\\d|internet|spyware|implant|crypto|break-in|broke into|"
          + "hackeo|intrusi[oó]n|ciberataque|datos|servidor|espionaje|pirate|programa esp[ií]a|innbrudd|tjenestenekt|"
          + "nettside|spionasje|spionage|schadsoftware|attaque informatique|rançon|hameçon|espionnage|hacker|angrep mot",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern STRONG_DEED =
      Pattern.compile("hack|breach|infiltrate|exfiltrate|hijack|compromise|deface|"
          + "penetrate|hacken|hackear|pirater|sabotage|author|encrypt|infect|piratear|cifrar|sabotear|vulnerar|eindringen|intrude");
  private static final Pattern HACK =
      Pattern.compile("cyber|hack|malware|ransom|phish|ddos|wiper|worm|implant|backdoor|intrusion|breach",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> CHARGE = Set.of("de", "por", "pour", "d'", "du", "von", "wegen", "für", "for", "av");
  private static final Set<String> DIPLOMAT = Set.of("ambassador", "embassy", "diplomat", "envoy", "chargé", "charge",
      "ambassadør", "ambassadøren", "botschafter", "botschaft", "ambassadeur", "ambassade", "embajador", "embajada",
      "representative", "attaché", "official");
  private static final Pattern INFRASTRUCTURE = Pattern.compile(
      "server|domain|infrastructure|site|botnet|network|forum|"
          + "marketplace|website|wallet|account|bitcoin|crypto|malware|dark.?web|portal|panel",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern OUTAGE = Pattern.compile("\\b(down|dark|offline|failed|fail|crash\\w*|out|power|stopped|"
      + "inoperable|lost)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern THING = Pattern.compile(
      "data|file|e-?mail|mailbox|credential|password|username|record|network|"
          + "system|server|computer|machine|account|secret|document|information|database|website|service|device|customer|"
          + "hospital|power|channel|station|right|detail|token|bitcoin|million|router|terabyte|gigabyte|organi[sz]ation|compan|"
          + "firm|agenc|ministr|centrifuge|house|homes|modem|turbine|train|flight|pump|administratorrett|brukernavn|personopp|"
          + "statshem|daten|dateien|courriel|données|correo|datos|infrastructure|plant|camera|intellectual|code|blueprint|"
          + "traffic|call|message|conversation|operation|backup|workstation|competition|number|victim|utilit|order",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern MEANS = Pattern.compile(
      "vulnerabilit|flaw|zero-?day|exploit|cve-|password|credential|phish|"
          + "e-?mail|supplier|supply|update|malware|backdoor|trojan|macro|server|vpn|router|firewall|token|cookie|certificate|"
          + "software|tool|wiper|usb|removable|link|attachment|account|domain|technique|brute|spray|botnet|device|proxy|lnk|"
          + "sårbarhet|schwachstelle|sicherheitslücke|lücke|faille|gerät|passord|cobalt|powershell|script|worm|ransomware|key|"
          + "security hole|hole|address|message|implant|web ?shell|remote|provider|command|configuration|connection",
      Pattern.CASE_INSENSITIVE);

  /// Words for operations that mean something else in most texts.
  private static final Set<String> VAGUE =
      Set.of("case", "cut", "probe", "power", "strike", "wave", "scheme", "activity",
          "doing", "affair", "interference", "exploitation", "disruption", "shutdown", "stealing", "targeting",
          "effort", "attempt", "takeover");

  private static final Set<String> THEMSELVES = Set.of("it", "they", "he", "she", "we", "i", "den", "de", "vi", "sie",
      "er", "wir", "il", "elle", "ils", "elles", "nous");

  private static final Set<String> ATTACKERS =
      Set.of("attacker", "hacker", "intruder", "perpetrator", "culprit", "thief",
          "operator", "actor", "inntrenger", "angreifer", "atacante", "autor", "culpable");

  private static final Pattern BACK = Pattern.compile("\\bback\\b(?!-)");

  /// "take a step back", "a look back": nothing is taken back.
  private static final Set<String> ASIDE = Set.of("step", "seat", "look", "glance", "control", "account", "computer");

  private final Scene scene;
  private final Tree tree;
  private final OperationReader operations;
  private final ContextReader contexts;

  Conditions(Scene scene, OperationReader operations, ContextReader contexts) {
    this.scene = scene;
    this.tree = scene.tree();
    this.operations = operations;
    this.contexts = contexts;
  }

  boolean hold(Match match) {
    for (String need : match.frame().needs()) {
      if (!holds(need, match)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(String need, Match match) {
    Token trigger = match.trigger();
    return switch (need) {
      case "accused", "claimant", "target", "sponsor" -> match.phrase(need).somebody();
      case "incident" -> match.filler("incident").isEmpty() ? groupAccused(match)
          : match.filler("incident").stream().anyMatch(this::cyberDeed);
      case "operation" -> match.filler("incident").stream().anyMatch(token -> operationInContext(token)
          || groupAccused(match) && token.upos() == Upos.NOUN && !Nouns.GROUP.contains(Tree.lemma(token))
              && !Nouns.PEOPLE.contains(Tree.lemma(token)) && !Nouns.BODY.contains(Tree.lemma(token))
              && !Nouns.COMPANY.contains(Tree.lemma(token)));
      case "accusable" -> match.phrase("accused").parties().stream().anyMatch(Suspects::accusable);
      case "actor" ->
        match.phrase("accused").parties().stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR);
      case "culprit" -> culprit(match);
      case "victim" -> victim(match);
      case "agentless" -> scene.roles().passive(trigger) && scene.roles().agents(trigger).isEmpty();
      case "cleft" -> tree.head(trigger).map(head -> tree.child(head, "nsubj", "expl")
          .filter(subject -> Set.of("it", "this", "that").contains(Tree.low(subject))).isPresent()
          && tree.marker(head).isEmpty()
          && (head.upos() == Upos.PROPN || head.upos() == Upos.NOUN && scene.resolver().stateIn(head).isPresent())
          && (scene.incidents().focus().isPresent() || tree.child(head, "acl").isPresent())).orElse(false);
      case "cyber-object" -> match.filler("incident").stream().anyMatch(token -> HACK.matcher(phrase(token)).find());
      case "behind" -> clause(trigger).toLowerCase(Locale.ROOT)
          .matches("(?s).*\\b(behind|bak|hinter|dahinter|derrière|detrás|tras)\\b.*");
      case "copular" -> tree.child(trigger, "cop").isPresent() || Tree.is(trigger, "nsubj")
          && tree.head(trigger).filter(head -> tree.child(head, "cop").isPresent()).isPresent()
          || Tree.is(trigger, "obl", "nmod") && tree.marker(trigger).equals("as");
      case "naming" -> AuthorshipWords.NAMING.matcher(tail(trigger)).find();
      case "negated" -> contexts.negated(trigger) || tree.head(trigger).filter(contexts::negated).isPresent()
          || clause(trigger).matches(
              "(?isU).*\\b(neither|not|never|would not|unclear|unknown|n't|nor|ikke|nicht|nunca|tampoco|ningún|ninguna|pas|"
                  + "aucune?|kein\\w*|ignor\\w*|unklar|unbekannt|uklart?|ukjente?|inconnue?s?|desconoc\\w*)\\b.*");
      case "who-clause" ->
        AuthorshipWords.WHO.matcher(AuthorshipWords.RELATIVE.matcher(around(trigger)).replaceAll(" ")).find()
            && !asked() && !justRelative(trigger);
      case "nobody" ->
        clause(trigger).matches(
            "(?isU).*\\b(nobody|no-one|no one|none|anybody|anyone|niemand\\w*|ingen|kein\\w*|personne|aucune?|ikke|nicht|nadie|ningún|ninguna|no "
                + "(?:group|culprit|state|country|name)|any(?: particular)? (?:group|state|country)|not|never)\\b.*");
      case "no" ->
        tree.child(trigger, "det").filter(det -> Tree.low(det).matches("no|any|ingen|keine|aucune|ningún|ninguna"))
            .isPresent()
            && (Tree.low(tree.child(trigger, "det").orElseThrow()).equals("no")
                || tree.head(trigger).filter(contexts::negated).isPresent());
      case "involvement", "involvement-object" -> match.phrase("accused").somebody();
      case "still" -> clause(trigger)
          .matches(
              "(?is).*\\b(still|fortsatt|weiterhin|noch|toujours|todavía|continu\\w+|aún|sigue\\w*|all|range)\\b.*");
      case "open" -> AuthorshipWords.OPEN.matcher(tail(trigger)).find();
      case "no-other-charge" -> scene.incidents().focus().isPresent() && !otherCharge(trigger);
      case "not-as" -> scene.roles().marked(trigger, Set.of("as", "as part of", "in", "within")).isEmpty()
          && !match.filler("accused").isEmpty() && !contexts.negated(trigger);
      case "after-it" -> trigger.index() + 1 < tree.size() && (Tree.low(tree.token(trigger.index() + 1)).equals("after")
          || trigger.index() + 2 < tree.size() && tree.token(trigger.index() + 1).upos() == Upos.ADV
              && Tree.low(tree.token(trigger.index() + 2)).equals("after"));
      case "attackers" -> match.filler("attackers").stream().anyMatch(token -> ATTACKERS.contains(Tree.lemma(token)));
      case "concurring" -> concurring(match);
      case "going-on" ->
        clauseAround(trigger).matches("(?is).*(still (?:going on|ongoing|under way|continu)|is (?:ongoing|"
            + "continuing|under way)|continues|pågår|läuft noch|dauert an|se poursuit|going on).*")
            && (!scene.english() || scene.cyber() && !AuthorshipWords.HOW.matcher(clauseAround(trigger)).find());
      case "open-question" ->
        clause(trigger).matches("(?is).*(who|authorship|autor[ií]a|attribution|question|responsib|to others).*");
      case "own-accusation" ->
        clause(trigger).matches("(?is).*\\b(that|sentence|report|story|attribution|accusation|claim|statement|"
            + "assessment|finding|conclusion|back|by that|by it)\\b.*") && withdrawn(trigger);
      case "accusation" -> accusation(match);
      case "baseless" -> AnswerWords.BASELESS.matcher(tail(trigger)).find();
      case "nothing-to-do" -> AnswerWords.NOTHING.matcher(clause(trigger)).find() && scene.cyber();
      case "condemned-deed" -> match.filler("accused").stream()
          .allMatch(token -> tree.marker(token).matches("by|par|por|av|durch")
              || scene.resolver().stateIn(token).isPresent())
          && (!Set.of("call", "expose").contains(Tree.lemma(trigger)) || clause(trigger).contains(" out ")
              || Tree.lemma(trigger).equals("expose"));
      case "that-deed" -> tree.children(trigger, "csubj", "ccomp", "advcl").stream()
          .anyMatch(deed -> scene.cyber() && Tree.verbal(deed) && (CYBER.matcher(phrase(deed)).find()
              || STRONG_DEED.matcher(Tree.lemma(deed)).find() || Tree.lemma(deed).equals("target")));
      case "not-oneself" -> notOneself(match);
      case "held" ->
        match.filler("accused").stream().noneMatch(token -> Set.of("it", "es", "det").contains(Tree.low(token)))
            && (!Tree.lemma(trigger).equals("hold") || !clause(trigger).contains("accountable") || told(trigger)
                && !Tree.is(trigger, "xcomp", "advcl", "acl"));
      case "suspect" -> match.phrase("accused").parties().stream().anyMatch(party -> switch (party.kind()) {
        case THREAT_ACTOR, PERSON -> true;
        case STATE, BODY, ORGANISATION, DESCRIBED -> false;
      });
      case "unfounded-claim" -> AnswerWords.UNFOUNDED.matcher(clause(trigger)).find();
      case "evidence-wanted" -> AnswerWords.EVIDENCE.matcher(tail(trigger)).find() && scene.cyber();
      case "retort" -> clause(trigger).matches("(?is).*\\b(hits? back|strikes? back|fires? back|lash(?:es|ed)? out|"
          + "reacts? with anger|retort\\w*)\\b.*");
      case "actor-group" -> match.phrase("actor").parties().stream().anyMatch(Suspects::group);
      case "diplomat-target" -> match.filler("target").stream().anyMatch(token -> DIPLOMAT.contains(Tree.lemma(token)));
      case "diplomats" -> match.filler("target").stream().anyMatch(token -> DIPLOMAT.contains(Tree.lemma(token))
          || Tree.lemma(token).equals("staff"));
      case "person-target" -> personTarget(match);
      case "legal" ->
        clause(trigger).matches("(?is).*\\b(with|over|complaint|indict\\w*|charg\\w*|court|prosecut\\w*|justice|"
            + "department|jury)\\b.*");
      case "cyber" -> scene.cyber() && CYBER.matcher(sentence()).find();
      case "agencies" -> match.phrase("claimant").parties().stream().anyMatch(party -> party.kind() == PartyKind.BODY
          || party.kind() == PartyKind.STATE
          || party.kind() == PartyKind.DESCRIBED && party.name().toLowerCase(Locale.ROOT)
              .contains("agenc"));
      case "infrastructure" -> INFRASTRUCTURE.matcher(clause(trigger)).find() && scene.cyber() && deedWord(match);
      case "under", "in" -> tree.marker(trigger).contains(need.equals("under") ? "under" : "in");
      case "cyber-thing" -> match.filler("what").stream().anyMatch(token -> THING.matcher(phrase(token)).find())
          && scene.cyber();
      case "outage" -> OUTAGE.matcher(clause(trigger)).find() && THING.matcher(clause(trigger)).find() && scene.cyber();
      case "means" ->
        match.filler("what").stream().anyMatch(token -> MEANS.matcher(phrase(token)).find()) && scene.cyber();
      case "means-noun" -> scene.cyber();
      default -> throw new org.tingbok.vocabulary.FaultException("FRAME_CONDITION",
          "frame " + match.frame().id() + " asks for '" + need + "', which is no condition");
    };
  }

  /// "told the paper it was not involved": who may have done it says in so many words that they did not.
  private boolean notOneself(Match match) {
    Token trigger = match.trigger();
    Token clause = trigger.upos() == Upos.ADP ? tree.head(trigger).orElse(trigger) : trigger;
    boolean themselves = tree.children(clause, "nsubj").stream()
        .anyMatch(subject -> THEMSELVES.contains(Tree.low(subject)));
    boolean suspected = match.phrase("claimant").parties().stream().anyMatch(party -> switch (party.kind()) {
      case THREAT_ACTOR -> true;
      case STATE, BODY -> party.country().equals(scene.discourse().accused()) && party.country().isPresent();
      case DESCRIBED -> Suspects.group(party);
      case ORGANISATION, PERSON -> false;
    });
    return themselves && suspected && scene.cyber() && contexts.negated(clause)
        && clause(clause).matches(
            "(?is).*\\b(?:involved|part of (?:it|this|that)|behind (?:it|this|that|the)|do (?:it|this|that)|done (?:it|this|that)|responsible"
                + "|carr(?:y|ied) (?:it |this |that )?out|hacks?(?:ed)? |attack(?:ed)? |noe med|bak|verwickelt|beteiligt|impliqu\\w+|implicad\\w+)\\b.*");
  }

  /// "the EU and Microsoft have confirmed this", "the British agreed": says what was said before.
  private boolean concurring(Match match) {
    if (Set.of("agree", "concur").contains(Tree.lemma(match.trigger())) && match.filler("what").isEmpty()) {
      return tree.children(match.trigger(), "xcomp", "ccomp", "obl", "advcl").stream()
          .allMatch(child -> scene.times().stream()
              .anyMatch(time -> time.start() <= child.start() && child.end() <= time.end())
              || child.deprel().equals("obl:unmarked"));
    }
    return match.filler("what").stream()
        .anyMatch(token -> token.upos() == Upos.PRON && Tree.low(token).matches("this|that|it")
            || Tree.lemma(token).matches("attribution|assessment|accusation|finding|conclusion"));
  }

  /// Whether a word for an operation means something else in most texts.
  static boolean vague(Token token) {
    return VAGUE.contains(Tree.lemma(token))
        || Tree.lemma(token).matches("operation|effort|attempt|campaign") && token.upos() != Upos.NOUN;
  }

  /// Whether a group that operates in cyberspace is accused, so that nothing more need show what of.
  private boolean groupAccused(Match match) {
    return scene.cyber()
        && match.phrase("accused").parties().stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR
            || party.kind() == PartyKind.DESCRIBED && party.name().toLowerCase(Locale.ROOT).contains("hacker"));
  }

  /// "says the director, who leads the team": the only word of asking begins a relative clause.
  private boolean justRelative(Token trigger) {
    boolean relative = false;
    Token top = Tree.verbal(trigger) ? trigger : tree.head(trigger).orElse(trigger);
    for (int i = tree.firstOf(top); i <= tree.lastOf(top); i++) {
      Token token = tree.token(i);
      if (!Tree.low(token).matches("who|whom|whose")) {
        if (AuthorshipWords.WHO.matcher(token.form()).find()) {
          return false;
        }
        continue;
      }
      Optional<Token> clause = tree.head(token);
      boolean here = clause.filter(verb -> verb.deprel().equals("acl:relcl")).isPresent() && i > 0
          && tree.token(i - 1).form().equals(",");
      if (!here) {
        return false;
      }
      relative = true;
    }
    return relative;
  }

  private boolean asked() {
    return scene.view().substring(tree.sentence().start(), tree.sentence().end()).strip().endsWith("?");
  }

  private boolean withdrawn(Token trigger) {
    String text = clause(trigger).toLowerCase(Locale.ROOT);
    return switch (Tree.lemma(trigger)) {
      case "take" -> BACK.matcher(text).find()
          && scene.roles().object(trigger).stream().noneMatch(object -> ASIDE.contains(Tree.lemma(object)));
      case "stand" -> text.contains("no longer") || text.contains("not stand");
      default -> true;
    };
  }

  /// "blamed X for the prices": of what somebody is accused is no operation.
  private boolean otherCharge(Token trigger) {
    return tree.children(trigger, "obl", "nmod", "advcl", "xcomp").stream().anyMatch(child -> child.index() > trigger
        .index() && CHARGE.contains(tree.marker(child)) && !operations.operation(child) && child.upos() != Upos.PRON);
  }

  private boolean culprit(Match match) {
    for (Party party : match.phrase("accused").parties()) {
      boolean described = party.kind() == PartyKind.DESCRIBED && party.country().isPresent()
          && Nouns.GROUP.within(party.name().toLowerCase(Locale.ROOT));
      boolean named = party.kind() == PartyKind.THREAT_ACTOR;
      boolean state = (party.kind() == PartyKind.STATE || party.kind() == PartyKind.BODY)
          && (STRONG_DEED.matcher(Tree.lemma(match.trigger())).find() || CYBER.matcher(clause(match.trigger())).find());
      boolean pluralBack = match.phrase("accused").anaphoric()
          && match.filler("accused").stream().anyMatch(token -> Tree.nominal(token) && token.upos() != Upos.PRON
              && !Nouns.ONE_GROUP.contains(Tree.lemma(token)) && !Nouns.BODY.contains(Tree.lemma(token)));
      if ((described || named || state) && !pluralBack) {
        return told(match.trigger());
      }
    }
    return false;
  }

  /// Whether a verb tells of one deed, and not of a habit: past, perfect or progressive, or a headline's present.
  private boolean told(Token verb) {
    if (!Tree.verbal(verb) || scene.block().kind() == BlockKind.TITLE || scene.block().kind() == BlockKind.HEADING) {
      return true;
    }
    boolean finite = verb.xpos().equals("VBZ") || verb.xpos().equals("VBP");
    boolean bare =
        verb.xpos().equals("VB") && tree.child(verb, "mark").filter(mark -> Tree.low(mark).equals("to")).isPresent();
    boolean future =
        tree.child(verb, "aux")
            .filter(aux -> Tree.low(aux)
                .matches("will|would|can|could|should|must|may|'ll|podría|podrían|puede|pueden|debe|deben"))
            .isPresent();
    return !finite && !bare && !future;
  }

  private boolean victim(Match match) {
    String lemma = Tree.lemma(match.trigger());
    if (STRONG_DEED.matcher(lemma).find()) {
      return true;
    }
    return scene.cyber() && (CYBER.matcher(clause(match.trigger())).find()
        || match.phrase("accused").parties().stream().anyMatch(party -> party.kind() == PartyKind.THREAT_ACTOR)
            && !scene.roles().object(match.trigger()).isEmpty());
  }

  private boolean cyberDeed(Token token) {
    return operationInContext(token) || scene.cyber() && (Tree.verbal(token) && deedVerb(token)
        || CYBER.matcher(phrase(token)).find());
  }

  private boolean deedVerb(Token token) {
    String text = phrase(token) + " " + Tree.lemma(token);
    return CYBER.matcher(text).find() || text
        .matches(
            "(?is).*(steal|spy|target|attack|break|robar|espiar|atacar|entrar|infiltr|interferir|lanzar|detrás|behind|sabot|disrupt|scout|meddl|"
                + "interfer|infiltrat|access|carry|conduct|being|respons).*")
        && !text.matches("(?is).*(dumping|subsid|tariff|doping|"
            + "steel|currency|fishing|border|invad|missile|assassin|poison).*");
  }

  private boolean operationInContext(Token token) {
    if (!scene.cyber()) {
      return false;
    }
    if (token.upos() == Upos.PRON) {
      return scene.incidents().focus().isPresent();
    }
    if (!operations.operation(token)) {
      return false;
    }
    if (Tree.verbal(token)) {
      return deedVerb(token);
    }
    boolean vague = VAGUE.contains(Tree.lemma(token));
    return !vague || CYBER.matcher(phrase(token)).find() || scene.incidents().focus().isPresent()
        || CYBER.matcher(sentence()).find();
  }

  private boolean personTarget(Match match) {
    return match.filler("target").stream().anyMatch(token -> {
      String text = phrase(token).toLowerCase(Locale.ROOT);
      return text
          .matches("(?s).*(officer|member|hacker|national|citizen|people|men|man|person|programmer|suspect|agent|"
              + "operative|defendant|individual|[a-z]+ian\\b|official|worker|contractor|leader|statsborger|staatsangehör|"
              + "ressortissant|ciudadan|offiser|offizier|officier|oficial|mitglied|medlem|membre|miembro|hombre|homme|mann).*")
          || match.phrase("target").parties().stream().anyMatch(party -> party.kind() == PartyKind.PERSON
              || party.kind() == PartyKind.THREAT_ACTOR || party.kind() == PartyKind.DESCRIBED);
    });
  }

  private boolean deedWord(Match match) {
    return switch (Tree.lemma(match.trigger())) {
      case "take", "shut" -> clause(match.trigger()).matches("(?is).*\\b(down|offline|control)\\b.*");
      case "knock" -> clause(match.trigger()).matches("(?is).*\\b(out|offline|down)\\b.*");
      default -> true;
    };
  }

  private boolean accusation(Match match) {
    if (!scene.cyber() || contexts.negated(match.trigger())) {
      return false;
    }
    if (match.filler("what").isEmpty() && tree.child(match.trigger(), "ccomp", "xcomp", "advcl", "obj").isEmpty()) {
      return scene.incidents().focus().isPresent() && match.phrase("claimant").parties().stream()
          .anyMatch(party -> party.kind() == PartyKind.STATE || party.kind() == PartyKind.BODY);
    }
    if (match.filler("what").isEmpty()) {
      return tree.child(match.trigger(), "ccomp", "xcomp", "advcl").isPresent()
          && CYBER.matcher(clause(match.trigger())).find();
    }
    return match.filler("what").stream().anyMatch(token -> {
      String text = phrase(token);
      boolean other =
          text.matches("(?is).*(doping|dumping|steel|trade|permit|application|bail|request|appeal|bid|offer|"
              + "proposal|genocide).*");
      return !other && (AnswerWords.ACCUSATION.matcher(text).find() || token.upos() == Upos.PRON
          || operations.operation(token) && !Tree.verbal(token));
    });
  }

  private String phrase(Token token) {
    return scene.view().substring(tree.token(tree.firstOf(token)).start(), tree.token(tree.lastOf(token)).end());
  }

  private String clause(Token token) {
    return phrase(token);
  }

  private String clauseAround(Token token) {
    Optional<Token> head = tree.head(token);
    return head.isPresent() ? phrase(head.get()) : phrase(token);
  }

  private String around(Token trigger) {
    return Tree.verbal(trigger) && trigger.upos() != Upos.AUX ? phrase(trigger) : clauseAround(trigger);
  }

  private String tail(Token token) {
    return scene.view().substring(token.start(), Math.max(token.end(), tree.token(tree.lastOf(token)).end()));
  }

  private String sentence() {
    return scene.view().substring(tree.sentence().start(), tree.sentence().end());
  }
}
