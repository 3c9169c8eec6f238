package org.tingbok.reading.assembly;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.reading.frame.Frame;
import org.tingbok.reading.frame.FrameCatalogue;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;

/// Tells which sentences may hold a claim, from their words alone, so that only those are parsed: syntax is what costs.
///
/// Lets too many through rather than too few. Immutable and safe to share.
final class ClaimGate {
  /// Words so common that they tell nothing; frames that they trigger are let through by [#SAYING] instead.
  private static final Set<String> COMMON = Set.of("be", "have", "use", "take", "go", "get", "make", "find", "come",
      "do", "put", "call", "want", "know", "say", "see", "work", "run", "part", "set", "way", "read", "send", "move",
      "start", "begin", "ha", "si", "dire", "decir", "sagen", "haben", "play", "stand", "sit", "lie", "name",
      "track", "state", "place", "view", "consider", "describe", "regard", "employ", "order", "tool", "team",
      "member", "support", "link", "line", "interest", "connect", "relate", "publish", "announce", "issue",
      "release", "offer", "expect", "ask", "request", "show", "determine", "reveal", "clear", "tell", "identify",
      "include", "cost", "leave", "enter", "reach", "spread", "deliver", "perform", "lead", "plan", "write",
      "launch", "cover", "front", "section", "element", "component", "user", "employee", "agent", "officer",
      "contractor", "serve", "report", "answer", "act", "operate", "direct", "control", "hire", "fund", "finance",
      "back", "pay", "change", "expose", "download", "copy", "access", "obtain", "exploit", "abuse", "leverage");
  private static final Pattern SAYING = Pattern.compile(
      "\\b(?:who|whom|which (?:state|group|country)|nothing to do|no evidence|"
          + "no proof|no trace|part of|on behalf|state-sponsored|government-backed|known as|aka|a\\.k\\.a|called|calls|dubbed|tracks?|"
          + "tracked|overlaps?|formerly|merged|same as|distinct|sub-?group|arm of|unit of|ties to|links? to|linked|affiliat\\w+|"
          + "sponsored|backed|advisory|warrant|charges|sanctions?|took down|taken down|no bearing|forged|unacceptable|victim of|hvem|wer|"
          + "qui|genannt|kalles|working for|works for|work for|employed by|acting for|controlled by|operated by|run by|used|using|through|"
          + "exploit\\w*|access\\w*|names?|named|nobody|everybody|responsible|charge[ds]?|dismiss\\w*|condemn\\w*|culprits?|take \\w+ back|"
          + "stand by|inconclusive|ordered|allegedly|put it down|probably|unlikely|seized|likewise|verurteil\\w*|bestell\\w*|"
          + "zugerechnet|zuzurechnen|eingedrungen|verantwortlich|belege|grundlage|attribu\\w*|nevnt?e|navngi\\w*|quién|quien|detrás|conocid[oa] como|alias|llaman?|llamado|denomina\\w*|nada que ver|"
          + "(?:not|n't|never|cannot|declin\\w*|refus\\w*) (?:\\w+ ){0,2}(?:say|saying|said|name|named|know|known|shown?|confirm\\w*|go|detail|drawn|elaborate)|"
          + "(?:go|goes|going|gone|went) after|no (?:view|opinion|culprit)|(?:take|took|taking) (?:that|this|it) back|"
          + "did(?: not|n't) do (?:it|this|that)|unfounded|groundless|baseless|politically motivated|rumou?rs?|sin pruebas|respaldad\\w+|patrocinad\\w+|vinculad\\w+|obra de|infundad\\w+)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern PARTY =
      Pattern.compile("\\b(?:it|they|he|she|we|group|gang|actors?|hackers?|attackers?|embassy|"
          + "ministry|government|agency|agencies|company|firm|officials?|minister|crew|unit|police|operators?|intruders?|authorities|"
          + "gruppen|hackere|botschaft|ministerium|regierung|behörden|gouvernement|ambassade|grupo|atacantes|piratas|embajada|ministerio|gobierno|agencia|empresa|firma|portavoz|ministr[oa]|"
          + "presidente|policía|autoridades|fiscalía|fiscales|ataques?|ciberataques?|robo|intrusión|campaña|nadie|"
          + "pirates|angreifer|thieves|campaign|retailer|bank|airline|spokes\\w+|prosecutors|defendants?|conspirators|subjects|nobody|everybody|source|"
          + "investigators?|culprits?|carmaker|manufacturer|council|hospital|airport|university|insider|perpetrators?|"
          + "attack|hack|breach|intrusion)\\b", Pattern.CASE_INSENSITIVE);
  private static final List<String> IRREGULAR =
      List.of("stole", "held", "laid", "took", "broke", "hit", "stood", "blame",
          "pinned", "fell", "knew", "sprang", "brought", "taken", "stolen", "broken", "hacking", "spied", "spying",
          "denies",
          "denied", "tied", "knyttet", "stod", "sto", "peker", "pekte", "wies", "weist", "bestritt", "bryter", "brøt",
          "nié",
          "skyld", "skylden", "bak", "hinter", "derrière", "behind", "hand", "work", "fingerprints", "culprit",
          "responsib", "acus", "culp", "atrib", "achac", "imput", "señal", "apunt", "vincul", "reivind", "arrog",
          "detrás",
          "negó", "niega", "negar", "rechaz", "desmi", "hacke", "robó", "robar", "ataca", "atacó", "detuv", "detien",
          "sanci", "expul", "autor", "sospech", "presunt", "tach");
  private static final Pattern WORDS = Pattern.compile("\\P{L}*+(?:\\p{L}++\\P{L}++){3}\\p{L}");
  private static final int STEM = 5;

  private final Set<String> stems = new HashSet<>();

  ClaimGate(FrameCatalogue frames) {
    for (Frame frame : frames.frames()) {
      for (String lemma : frame.lemmas()) {
        if (!COMMON.contains(lemma)) {
          stems.add(stem(lemma));
        }
      }
    }
    IRREGULAR.forEach(word -> stems.add(stem(word)));
  }

  private static String stem(String word) {
    return word.length() <= STEM ? word : word.substring(0, STEM);
  }

  /// Whether a sentence names or points at somebody, beside a word that may make a claim. In other languages than English
  /// nearly every sentence of a text on this subject has such a word in one of its forms, so only the shortest are kept back.
  boolean mayHold(String sentence, List<NameMatch> names, String language) {
    if (!language.equals("en") && WORDS.matcher(sentence).lookingAt()) {
      return true;
    }
    if (names.stream().anyMatch(name -> name.as(Name.Sort.ACTOR).isPresent() && !name.weak()
        || name.as(Name.Sort.OPERATION).isPresent())) {
      return true;
    }
    if (names.isEmpty() && !PARTY.matcher(sentence).find()) {
      return false;
    }
    int start = -1;
    for (int i = 0; i <= sentence.length(); i++) {
      boolean letter = i < sentence.length() && Character.isLetter(sentence.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        String word = sentence.substring(start, i).toLowerCase(Locale.ROOT);
        if (stems.contains(stem(word)) || word.length() == STEM && stems.contains(word.substring(0, STEM - 1))) {
          return true;
        }
        start = -1;
      }
    }
    return SAYING.matcher(sentence).find();
  }
}
