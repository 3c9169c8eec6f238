package org.tingbok.reading.frame;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.reading.mention.Discourse;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.ClaimType;

/// Which parties of one sentence an alias or an affiliation can join, and whom its words mean.
///
/// A name is borne by a group, a unit or a person; not by a state, a program, or the vendor that gives it. Somebody who acts
/// for a sponsor is named or at least a person, and the sponsor is an institution or a group; who claims it is neither.
public final class Pairing {
  private static final Set<String> GROUPS = Set.of("group", "gang", "actor", "cluster", "crew", "collective", "unit",
      "outfit", "operator", "hacker", "bunch", "people", "team", "intruder", "attacker", "lot", "persona", "adversary",
      "activity", "gruppe", "gruppen", "truppe", "bande", "akteur", "aktør", "aktøren", "groupe", "acteur", "grupo");
  private static final Set<String> UNCERTAIN = Set.of("a", "an", "another", "any", "some", "no", "ein", "eine", "en",
      "un", "une", "una", "neither", "several", "which", "what");
  private static final Set<String> PERSONAL = Set.of("he", "she", "him", "her", "his", "i");
  private static final Pattern PEOPLE = Pattern.compile("(?i)\\b(?:hackers?|men|man|women|woman|citizens?|nationals?|"
      + "compan(?:y|ies)|firms?|contractors?|individuals?|programmers?|students?|freelancers?|hackere|hackern|statsborgere?|"
      + "staatsangehörigen?|ressortissants?|ciudadanos?|firma|firmen|selskap|selskaper|personer|personen|piratas?|pirates?)\\b");
  private static final Pattern INSTITUTION = Pattern.compile("(?i)government|intelligence|military|ministr|army|"
      + "\\bparty\\b|executive branch|service|security|regime|authorit|navy|\\bstate\\b|leadership|etterretning|"
      + "dienst|renseignement|militær|militär|regierung|regjering|gobierno|gouvernement|inteligencia|departement|"
      + "myndighet|behörde|autorit|autoridad|revolutionsgarde|revolusjonsgarde|gardiens|guardia revol|aufklärungsbüro|"
      + "seguridad|sécurité|sikkerhet|sicherheit|ejército|ejercito|armée");
  private static final Pattern DATE = Pattern.compile("(?i)(?:january|february|march|april|may|june|july|august|"
      + "september|october|november|december)\\b.*|\\d.*\\d{4}|CVE-.*");
  private static final Pattern UNIT = Pattern
      .compile("(?i).*\\b(?:unit|einheit|lab|bureau|cent(?:er|re)|enhet|senter|zentrum|unité|unidad|centro) ?\\d.*");
  private static final Pattern PROGRAM = Pattern.compile("(?iu).*\\b(?:malware|worm|wiper|trojan|backdoor|implant|"
      + "ransomware|botnet|tool|exploit|vulnerability|flaw|plugin|loader|rançongiciel|schadsoftware|skadevare|"
      + "sårbarhet|faille|bakdøren?|hintertür|troyano|programa|løsepengeviruset?|porte dérobée|program)s?,?\\s*[\"“«]?");
  private static final Pattern BETWEEN =
      Pattern.compile("(?iu)(?:[\\s,;/*_\"“”]|\\b(?:and|or|und|oder|et|ou|og|eller|y|o)\\b)*");
  private static final Pattern COMPANY = Pattern.compile("\\b(?:Ltd|Inc|Corp|GmbH|LLC|Limited|Company|Technology|"
      + "Technologies|Holdings|S\\.A)\\b");
  private static final Set<String> NOT =
      Set.of("not", "n't", "never", "nicht", "ikke", "pas", "cannot", "nunca", "jamais", "nie", "aldri");
  private static final Pattern ORIGIN = Pattern.compile("(?i).*-(?:speaking|based|language|born|focused|made)");
  private static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("overlap", "overlap"),
      Map.entry("resemble", "overlap"), Map.entry("similarity", "overlap"), Map.entry("share", "overlap"),
      Map.entry("distinct", "distinct"), Map.entry("separate", "distinct"), Map.entry("different", "distinct"),
      Map.entry("confuse", "distinct"), Map.entry("apart", "distinct"), Map.entry("formerly", "former"),
      Map.entry("previously", "former"), Map.entry("once", "former"), Map.entry("until", "former"),
      Map.entry("rename", "former"), Map.entry("rebrand", "former"), Map.entry("früher", "former"),
      Map.entry("tidligere", "former"), Map.entry("anciennement", "former"), Map.entry("sub-group", "part-of"),
      Map.entry("subgroup", "part-of"), Map.entry("sub-cluster", "part-of"), Map.entry("subset", "part-of"),
      Map.entry("sub-division", "part-of"), Map.entry("offshoot", "part-of"), Map.entry("answer", "same"),
      Map.entry("know", "same"), Map.entry("call", "same"), Map.entry("dub", "same"), Map.entry("track", "same"),
      Map.entry("alias", "same"), Map.entry("célula", "part-of"), Map.entry("cellule", "part-of"),
      Map.entry("untergruppe", "part-of"), Map.entry("undergruppe", "part-of"), Map.entry("ableger", "part-of"),
      Map.entry("avlegger", "part-of"), Map.entry("branche", "part-of"), Map.entry("rama", "part-of"),
      Map.entry("solapar", "overlap"), Map.entry("overlappe", "overlap"), Map.entry("recouper", "overlap"),
      Map.entry("chevaucher", "overlap"), Map.entry("distinto", "distinct"), Map.entry("forskjellig", "distinct"),
      Map.entry("antes", "former"), Map.entry("aka", "same"), Map.entry("designate", "same"));
  private static final Map<String, String> TIES = Map.ofEntries(Map.entry("sponsor", "supported-by"),
      Map.entry("back", "supported-by"), Map.entry("support", "supported-by"), Map.entry("fund", "supported-by"),
      Map.entry("patrocinar", "supported-by"), Map.entry("parrainer", "supported-by"),
      Map.entry("commanditer", "supported-by"), Map.entry("støtte", "supported-by"), Map.entry("vincular", "linked-to"),
      Map.entry("relacionar", "linked-to"), Map.entry("lier", "linked-to"), Map.entry("relier", "linked-to"),
      Map.entry("knytte", "linked-to"), Map.entry("tilhøre", "part-of"), Map.entry("angehören", "part-of"),
      Map.entry("appartenir", "part-of"), Map.entry("pertenecer", "part-of"), Map.entry("link", "linked-to"),
      Map.entry("tie", "linked-to"), Map.entry("associate", "linked-to"),
      Map.entry("connect", "linked-to"), Map.entry("affiliate", "linked-to"), Map.entry("nexus", "linked-to"),
      Map.entry("member", "part-of"), Map.entry("officer", "part-of"), Map.entry("belong", "part-of"),
      Map.entry("arm", "part-of"), Map.entry("unit", "part-of"), Map.entry("behalf", "on-behalf-of"));

  private final Scene scene;
  private final String text;

  /// Looks at one sentence.
  ///
  /// @param scene the sentence with all that is known
  public Pairing(Scene scene) {
    this.scene = scene;
    this.text = scene.view().substring(scene.tree().sentence().start(), scene.tree().sentence().end());
  }

  /// Whether what a claim joins can be joined.
  ///
  /// @param draft a claim of the sentence
  /// @return true for all types but aliases and affiliations
  public boolean holds(ClaimDraft draft) {
    if (draft.first().isEmpty() || draft.second().isEmpty()) {
      return true;
    }
    Party one = draft.first().get(0);
    Party other = draft.second().get(0);
    return switch (draft.type()) {
      case ALIAS -> bears(one) && bears(other) && !within(one.name(), other.name())
          && !(draft.frame().startsWith("label-") && draft.code().orElse("").equals("same") && listed(one, other));
      case AFFILIATION -> acts(one) && sponsors(other) && (!scene.english() || known(one) || known(other))
          && !(draft.frame().equals("identify-as") && numbered(other))
          && !one.name().equalsIgnoreCase(other.name())
          && !claims(draft.claimant(), other)
          && (one.kind() == PartyKind.THREAT_ACTOR || !claims(draft.claimant(), one));
      case ATTRIBUTION, NON_ATTRIBUTION, DENIAL, RESPONSE, IMPACT, METHOD -> true;
    };
  }

  /// Who is meant as bearing a name or acting for somebody: the name itself where the word is one, without those that are
  /// coordinated with it; the last group spoken of where a pronoun or a bare noun for a group leads to nobody who could.
  ///
  /// @param head head of the phrase
  /// @param alone whether coordinated names have claims of their own
  /// @param found whom the phrase means otherwise
  /// @return whom it means
  List<Party> meant(Token head, boolean alone, List<Party> found) {
    boolean agency = !alone && found.stream().anyMatch(party -> party.kind() == PartyKind.BODY);
    if (agency) {
      return found;
    }
    if (alone) {
      Optional<NameMatch> match = scene.matches().stream().filter(some -> some.start() <= head.start()
          && head.end() <= some.end() && some.as(Name.Sort.ACTOR).isPresent()).findFirst();
      if (match.isPresent()) {
        List<Party> own = found.stream().filter(party -> party.text().contains(match.get().spelling())
            || party.name().equalsIgnoreCase(match.get().spelling())).toList();
        if (!own.isEmpty()) {
          return own.subList(0, 1);
        }
      }
    }
    boolean fits = !found.isEmpty() && found.stream().allMatch(party -> party.kind() == PartyKind.THREAT_ACTOR
        || party.kind() == PartyKind.BODY && unit(party));
    if (fits || !leadsBack(head)) {
      return found;
    }
    return lastGroup(head.start()).map(List::of).orElse(found);
  }

  /// The relation, where its word leaves no doubt of it.
  ///
  /// @param proposition what the labeller saw
  /// @param negated whether it is said not to be so
  /// @return the labeller's, or that of the word
  String relation(Proposition proposition, boolean negated) {
    String lemma = Tree.lemma(proposition.predicate());
    if (proposition.type() == ClaimType.ALIAS) {
      String code = ALIASES.getOrDefault(lemma, proposition.code());
      return negated && (code.equals("same") || code.equals("part-of")) ? "distinct" : code;
    }
    String form = Tree.low(proposition.predicate());
    if (form.matches(".*-(?:sponsored|backed|supported|funded)")) {
      return "supported-by";
    }
    if (form.matches(".*-(?:linked|nexus|aligned|affiliated|tied|associated|connected)")) {
      return "linked-to";
    }
    return TIES.getOrDefault(lemma, proposition.code());
  }

  /// Whether it is said that nobody could tie somebody to somebody: a negation at the word or at what it depends on.
  ///
  /// @param predicate the word that ties
  /// @return true if one of them is negated
  boolean unable(Token predicate) {
    Token at = predicate;
    for (int i = 0; i < 3; i++) {
      if (scene.tree().children(at).stream().anyMatch(child -> NOT.contains(Tree.low(child)))) {
        return true;
      }
      Optional<Token> head = scene.tree().head(at);
      if (head.isEmpty() || !Tree.is(at, "xcomp", "advcl", "obl", "nmod", "obj") || Tree.is(at, "root")) {
        return false;
      }
      at = head.get();
    }
    return false;
  }

  /// Whether a word tells of where somebody is from and not for whom they act.
  static boolean origin(Token predicate) {
    return ORIGIN.matcher(predicate.form()).matches();
  }

  private Optional<Party> lastGroup(int before) {
    return scene.discourse().last(before, mention -> mention.party().kind() == PartyKind.THREAT_ACTOR
        && !program(mention.party()) && !bracketed(mention.place())).or(() -> scene.discourse().lastActor(before,
            Optional.empty()))
        .map(Discourse.Mentioned::party);
  }

  /// Whether a place stands within round brackets: names there are asides that nothing leads back to.
  private boolean bracketed(int place) {
    int open = scene.view().lastIndexOf('(', place);
    return open >= 0 && place - open < 100 && scene.view().indexOf(')', open) > place;
  }

  private boolean leadsBack(Token head) {
    String low = Tree.low(head);
    if (head.upos() == Upos.PRON || head.upos() == Upos.DET) {
      return !PERSONAL.contains(low) && !low.startsWith("who");
    }
    return GROUPS.contains(Tree.lemma(head))
        && scene.tree().children(head).stream().noneMatch(child -> UNCERTAIN.contains(
            Tree.low(child)) || child.upos() == Upos.NUM)
        && scene.tree().children(head).stream().anyMatch(child -> child
            .upos() == Upos.DET || Tree.low(child).equals("same"));
  }

  /// Whether a name is a label that a vendor counts by, known to nobody: that is no sponsor.
  private boolean numbered(Party party) {
    return party.kind() == PartyKind.ORGANISATION && sorts(party).findAny().isEmpty();
  }

  /// Without pairs that the labeller sees and whose second name the patterns pair with another first.
  ///
  /// @param drafts what was read in the sentence
  /// @return the same in order, but for those
  public static List<ClaimDraft> withoutRivals(List<ClaimDraft> drafts) {
    return drafts.stream().filter(draft -> draft.type() != ClaimType.ALIAS || !draft.frame().startsWith("label-")
        || drafts.stream().noneMatch(rival -> rival.type() == ClaimType.ALIAS && !rival.frame().startsWith("label-")
            && rival.code().equals(draft.code()) && names(rival, draft.second().getFirst())
            && !names(rival, draft.first().getFirst())))
        .toList();
  }

  private static boolean names(ClaimDraft draft, Party name) {
    return Stream.concat(draft.first().stream(), draft.second().stream())
        .anyMatch(party -> party.name().equalsIgnoreCase(name.name()));
  }

  private static boolean claims(Phrase claimant, Party party) {
    return claimant.parties().stream().anyMatch(some -> some.name().equalsIgnoreCase(party.name()));
  }

  private static boolean within(String one, String other) {
    String a = " " + one.toLowerCase(Locale.ROOT) + " ";
    String b = " " + other.toLowerCase(Locale.ROOT) + " ";
    return a.contains(b) || b.contains(a);
  }

  private boolean bears(Party party) {
    return !program(party) && !DATE.matcher(party.name()).matches() && switch (party.kind()) {
      case THREAT_ACTOR, ORGANISATION -> !otherThanGroup(party) && !COMPANY.matcher(party.name()).find();
      case PERSON -> true;
      case BODY -> unit(party);
      case STATE, DESCRIBED -> false;
    };
  }

  private boolean acts(Party party) {
    return !program(party) && !DATE.matcher(party.name()).matches() && switch (party.kind()) {
      case THREAT_ACTOR, ORGANISATION -> !otherThanGroup(party);
      case PERSON -> true;
      case BODY -> unit(party);
      case DESCRIBED -> PEOPLE.matcher(party.name()).find();
      case STATE -> false;
    };
  }

  /// Two strangers that have to do with each other are no group and whom it works for.
  private static boolean known(Party party) {
    return switch (party.kind()) {
      case THREAT_ACTOR, STATE, BODY -> true;
      case ORGANISATION, PERSON, DESCRIBED -> false;
    };
  }

  private boolean sponsors(Party party) {
    return !program(party) && switch (party.kind()) {
      case STATE -> true;
      case THREAT_ACTOR -> !otherThanGroup(party);
      case ORGANISATION -> sorts(party).noneMatch(name -> name.sort() == Name.Sort.OUTLET
          || name.sort() == Name.Sort.ORGANISATION && !name.kind().equals("company"));
      case BODY -> sorts(party).filter(name -> name.sort() == Name.Sort.BODY).map(Name::kind)
          .noneMatch(Set.of("cert", "court", "parliament", "international", "regulator", "embassy")::contains);
      case DESCRIBED -> INSTITUTION.matcher(party.name()).find();
      case PERSON -> false;
    };
  }

  private boolean unit(Party party) {
    return UNIT.matcher(party.name()).matches() || sorts(party).anyMatch(name -> name.kind().equals("unit"));
  }

  private Stream<Name> sorts(Party party) {
    return Stream.concat(scene.names().lookUp(party.name()).stream(), scene.matches().stream()
        .filter(match -> match.spelling().equalsIgnoreCase(party.name()))).flatMap(match -> match.names().stream());
  }

  /// Whether a name is known, and not as that of a group.
  private boolean otherThanGroup(Party party) {
    Set<Name.Sort> sorts = sorts(party).map(Name::sort).collect(Collectors.toSet());
    return !sorts.isEmpty() && !sorts.contains(Name.Sort.ACTOR) && !unit(party);
  }

  /// Whether a name is that of a program: known as one alone, or called one right here.
  private boolean program(Party party) {
    Set<Name.Sort> sorts = sorts(party).map(Name::sort).collect(Collectors.toSet());
    if (sorts.contains(Name.Sort.ACTOR)) {
      return false;
    }
    int at = text.indexOf(party.text());
    return sorts.contains(Name.Sort.MALWARE)
        || at > 0 && PROGRAM.matcher(text.substring(Math.max(0, at - 30), at)).matches();
  }

  /// Whether a tie between two groups is none: names side by side, or a deed or crew that is laid at a group's door.
  ///
  /// @param head head of the phrase for who acts
  /// @param one who acts
  /// @param other for whom
  /// @return true if nobody is said to belong to anybody
  boolean untied(Token head, Party one, Party other) {
    boolean groups = one.kind() == PartyKind.THREAT_ACTOR && other.kind() == PartyKind.THREAT_ACTOR;
    return groups && (head.upos() != Upos.PROPN || listed(one, other));
  }

  /// Whether two names stand in one list of names that says nothing of their being one.
  private boolean listed(Party one, Party other) {
    int a = text.indexOf(one.text());
    int b = text.indexOf(other.text());
    if (a < 0 || b < 0) {
      return false;
    }
    int from = a < b ? a + one.text().length() : b + other.text().length();
    int to = Math.max(a, b);
    if (from > to) {
      return false;
    }
    String between = text.substring(from, to).replaceAll("\\([^()]*\\)", "");
    int offset = scene.tree().sentence().start();
    for (NameMatch match : scene.matches()) {
      if (match.start() - offset >= from && match.end() - offset <= to) {
        between = between.replace(match.spelling(), "").replace(scene.view().substring(match.start(), match.end()), "");
      }
    }
    Matcher matcher = BETWEEN.matcher(between);
    return matcher.matches();
  }
}
