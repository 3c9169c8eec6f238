package org.tingbok.reading.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Spanish inflection: what is needed to rewrite French trees into Spanish and to know verb forms by their dictionary
/// form. Regular endings, the changes of spelling and stem, and the verbs that go their own way.
final class SpanishForms {
  /// The tenses that are made.
  enum Tense {
    PRESENT, PRETERITE, IMPERFECT, FUTURE, CONDITIONAL, SUBJUNCTIVE, PAST_SUBJUNCTIVE
  }

  /// First person singular, third singular, first plural, third plural.
  static final int PERSONS = 4;

  private static final Set<String> E_IE = words("pensar comenzar empezar cerrar despertar querer perder entender"
      + " defender extender tender atender sentir mentir preferir sugerir referir convertir invertir negar denegar"
      + " desmentir advertir requerir gobernar recomendar confesar manifestar atravesar calentar sentar acertar desplegar"
      + " adherir divertir renegar encender ascender descender enterrar");
  private static final Set<String> O_UE = words("poder volver encontrar contar mostrar demostrar mover morir dormir"
      + " resolver devolver recordar probar aprobar comprobar costar soñar colgar descolgar rogar acordar apostar"
      + " reforzar forzar rodar desaprobar renovar colar envolver doler oler promover remover conmover disolver absolver");
  private static final Set<String> E_I = words("pedir seguir servir repetir elegir reelegir medir vestir impedir"
      + " conseguir perseguir despedir corregir rendir competir concebir derretir");
  private static final Set<String> ACCENTED = words("enviar confiar ampliar desviar espiar guiar variar vaciar criar"
      + " continuar actuar evaluar situar efectuar acentuar fiar liar");
  private static final Map<String, String> STRONG = pairs("tener=tuv estar=estuv poder=pud poner=pus saber=sup"
      + " hacer=hic querer=quis venir=vin decir=dij traer=traj conducir=conduj producir=produj traducir=traduj"
      + " introducir=introduj reducir=reduj andar=anduv haber=hub inducir=induj deducir=deduj reproducir=reproduj");
  private static final Map<String, String> FUTURE_STEM = pairs("tener=tendr poner=pondr venir=vendr salir=saldr"
      + " poder=podr saber=sabr querer=querr haber=habr hacer=har decir=dir valer=valdr");
  private static final Map<String, String> PARTICIPLE = pairs("hacer=hecho decir=dicho ver=visto poner=puesto"
      + " volver=vuelto morir=muerto abrir=abierto cubrir=cubierto romper=roto resolver=resuelto satisfacer=satisfecho"
      + " ir=ido ser=sido freír=frito reír=reído");
  private static final Map<String, String> GERUND = pairs("ir=yendo poder=pudiendo decir=diciendo venir=viniendo"
      + " reír=riendo ver=viendo ser=siendo");
  private static final Map<String, String> FIRST = pairs("tener=tengo poner=pongo venir=vengo salir=salgo hacer=hago"
      + " decir=digo traer=traigo saber=sé haber=he dar=doy estar=estoy ser=soy ir=voy ver=veo valer=valgo caer=caigo"
      + " oír=oigo");
  private static final Map<String, String> THIRD =
      pairs("tener=tiene venir=viene decir=dice haber=ha estar=está ser=es ir=va oír=oye reír=ríe");
  private static final Map<String, String> SUBJUNCTIVE_STEM =
      pairs("haber=hay estar=est ser=se ir=vay saber=sep dar=d");
  /// Verbs whose compounds go as they do.
  private static final List<String> BASES = List.of("tener", "poner", "hacer", "venir", "decir", "traer", "volver",
      "scribir", "cubrir", "ver", "salir", "satisfacer", "abrir", "facer", "romper");

  private SpanishForms() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" ", -1));
  }

  private static Map<String, String> pairs(String list) {
    Map<String, String> map = new HashMap<>();
    for (String pair : list.split(" ", -1)) {
      int equals = pair.indexOf('=');
      map.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return map;
  }

  /// Looks a verb up, or the verb it is a compound of.
  private static String special(Map<String, String> table, String verb) {
    String own = table.get(verb);
    if (own != null) {
      return own;
    }
    for (String base : BASES) {
      if (verb.endsWith(base) && verb.length() > base.length() + 1 && !Set.of("prever", "mover").contains(verb)
          && !(base.equals("ver") && !verb.equals("entrever") && !verb.equals("rever"))) {
        String form = table.get(base);
        if (form != null) {
          return verb.substring(0, verb.length() - base.length()) + form;
        }
      }
    }
    return "";
  }

  private static String stem(String verb) {
    return verb.substring(0, verb.length() - 2);
  }

  private static char kind(String verb) {
    char vowel = verb.charAt(verb.length() - 2);
    return vowel == 'í' ? 'i' : vowel;
  }

  private static String replaceLast(String stem, String from, String to) {
    int at = stem.lastIndexOf(from);
    return at < 0 ? stem : stem.substring(0, at) + to + stem.substring(at + from.length());
  }

  /// The stem under stress.
  private static String stressed(String verb) {
    String stem = stem(verb);
    if (verb.equals("adquirir")) {
      return "adquier";
    }
    if (verb.equals("jugar")) {
      return "jueg";
    }
    if (verb.equals("reunir")) {
      return "reún";
    }
    if (verb.equals("prohibir")) {
      return "prohíb";
    }
    if (verb.equals("aislar")) {
      return "aísl";
    }
    if (E_IE.contains(verb)) {
      return replaceLast(stem, "e", "ie");
    }
    if (O_UE.contains(verb)) {
      return replaceLast(stem, "o", "ue");
    }
    if (E_I.contains(verb)) {
      return replaceLast(stem, "e", "i");
    }
    if (ACCENTED.contains(verb)) {
      return stem.substring(0, stem.length() - 1) + (stem.endsWith("i") ? "í" : "ú");
    }
    return verb.endsWith("uir") && !verb.endsWith("guir") ? stem + "y" : stem;
  }

  /// The stem of third persons in the preterite and of what is made from it.
  private static String weak(String verb) {
    if (E_I.contains(verb) || (E_IE.contains(verb) && verb.endsWith("ir"))) {
      return replaceLast(stem(verb), "e", "i");
    }
    return Set.of("morir", "dormir").contains(verb) ? replaceLast(stem(verb), "o", "u") : stem(verb);
  }

  /// Spelling before "e" of an -ar verb, before "o" and "a" of the others.
  private static String spelt(String stem, char kind, boolean before) {
    if (kind == 'a' && before) {
      if (stem.endsWith("c")) {
        return stem.substring(0, stem.length() - 1) + "qu";
      }
      if (stem.endsWith("g")) {
        return stem + "u";
      }
      return stem.endsWith("z") ? stem.substring(0, stem.length() - 1) + "c" : stem;
    }
    if (kind != 'a' && before) {
      if (stem.endsWith("gu")) {
        return stem.substring(0, stem.length() - 1);
      }
      if (stem.endsWith("g")) {
        return stem.substring(0, stem.length() - 1) + "j";
      }
      if (stem.endsWith("c")) {
        return stem.substring(0, stem.length() - 1) + (stem.matches(".*[aeiou]c") ? "zc" : "z");
      }
    }
    return stem;
  }

  static String form(String verb, Tense tense, int person) {
    char kind = kind(verb);
    String stem = stem(verb);
    return switch (tense) {
      case PRESENT -> present(verb, kind, person);
      case PRETERITE -> preterite(verb, kind, person);
      case IMPERFECT -> switch (verb) {
        case "ser" -> List.of("era", "era", "éramos", "eran").get(person);
        case "ir" -> List.of("iba", "iba", "íbamos", "iban").get(person);
        case "ver", "prever" -> stem + "e" + List.of("ía", "ía", "íamos", "ían").get(person);
        default -> stem + (kind == 'a' ? List.of("aba", "aba", "ábamos", "aban")
            : List.of("ía", "ía", "íamos", "ían")).get(person);
      };
      case FUTURE -> future(verb) + List.of("é", "á", "emos", "án").get(person);
      case CONDITIONAL -> future(verb) + List.of("ía", "ía", "íamos", "ían").get(person);
      case SUBJUNCTIVE -> subjunctive(verb, kind, person);
      case PAST_SUBJUNCTIVE -> {
        String plural = preterite(verb, kind, 3);
        String base = plural.substring(0, plural.length() - 3);
        yield base + List.of("ra", "ra", "ramos", "ran").get(person);
      }
    };
  }

  private static String future(String verb) {
    String own = special(FUTURE_STEM, verb);
    return !own.isEmpty() ? own : verb.replace("ír", "ir");
  }

  private static String present(String verb, char kind, int person) {
    String stem = stem(verb);
    if (verb.equals("ser")) {
      return List.of("soy", "es", "somos", "son").get(person);
    }
    if (verb.equals("haber")) {
      return List.of("he", "ha", "hemos", "han").get(person);
    }
    if (verb.equals("ir")) {
      return List.of("voy", "va", "vamos", "van").get(person);
    }
    if (verb.equals("estar")) {
      return List.of("estoy", "está", "estamos", "están").get(person);
    }
    if (person == 2) {
      return stem + (kind == 'a' ? "amos" : kind == 'e' ? "emos" : "imos");
    }
    if (person == 0) {
      String first = special(FIRST, verb);
      return !first.isEmpty() ? first : spelt(stressed(verb), kind, kind != 'a') + "o";
    }
    String third = special(THIRD, verb);
    if (third.isEmpty()) {
      third = stressed(verb) + (kind == 'a' ? "a" : "e");
    }
    return person == 1 ? third : third + "n";
  }

  private static String preterite(String verb, char kind, int person) {
    if (verb.equals("ser") || verb.equals("ir")) {
      return List.of("fui", "fue", "fuimos", "fueron").get(person);
    }
    if (verb.equals("dar") || verb.equals("ver") || verb.equals("prever")) {
      return stem(verb) + List.of("i", "io", "imos", "ieron").get(person);
    }
    String strong = special(STRONG, verb);
    if (!strong.isEmpty()) {
      String plural = strong.endsWith("j") ? "eron" : "ieron";
      String form = strong + List.of("e", "o", "imos", plural).get(person);
      return form.replace("hico", "hizo").replaceFirst("fico$", "fizo");
    }
    String stem = stem(verb);
    if (kind == 'a') {
      return person == 0 ? spelt(stem, kind, true) + "é" : stem + List.of("", "ó", "amos", "aron").get(person);
    }
    boolean hiatus = stem.matches(".*[aeo]") || (stem.endsWith("u") && !stem.endsWith("gu"));
    String weak = weak(verb);
    return switch (person) {
      case 0 -> stem + "í";
      case 1 -> hiatus ? stem + "yó" : weak + "ió";
      case 2 -> stem + "imos";
      default -> hiatus ? stem + "yeron" : weak + "ieron";
    };
  }

  private static String subjunctive(String verb, char kind, int person) {
    String own = SUBJUNCTIVE_STEM.getOrDefault(verb, "");
    String stem;
    if (!own.isEmpty()) {
      stem = own;
    } else if (kind == 'a') {
      stem = spelt(person == 2 ? stem(verb) : stressed(verb), kind, true);
    } else {
      String first = present(verb, kind, 0);
      stem = first.substring(0, first.length() - 1);
    }
    boolean e = kind == 'a';
    if (verb.equals("estar")) {
      return List.of("esté", "esté", "estemos", "estén").get(person);
    }
    return stem + (e ? List.of("e", "e", "emos", "en") : List.of("a", "a", "amos", "an")).get(person);
  }

  static String participle(String verb) {
    String own = special(PARTICIPLE, verb);
    if (!own.isEmpty()) {
      return own;
    }
    if (verb.endsWith("scribir")) {
      return verb.substring(0, verb.length() - 3) + "to";
    }
    String stem = stem(verb);
    if (kind(verb) == 'a') {
      return stem + "ado";
    }
    return stem.matches(".*[aeo]") ? stem + "ído" : stem + "ido";
  }

  static String gerund(String verb) {
    String own = special(GERUND, verb);
    if (!own.isEmpty()) {
      return own;
    }
    String stem = weak(verb);
    if (kind(verb) == 'a') {
      return stem + "ando";
    }
    boolean hiatus = stem.matches(".*[aeo]") || (stem.endsWith("u") && !stem.endsWith("gu"));
    return stem + (hiatus ? "yendo" : "iendo");
  }

  static String plural(String word) {
    if (word.isEmpty() || word.endsWith("s") && !word.matches(".*[áéíóú]s")) {
      return word;
    }
    char last = word.charAt(word.length() - 1);
    if ("aeiouáéó".indexOf(last) >= 0) {
      return word + "s";
    }
    if (last == 'z') {
      return word.substring(0, word.length() - 1) + "ces";
    }
    String bare = word.length() < 3 ? word
        : word.substring(0, word.length() - 2) + switch (word.charAt(word.length() - 2)) {
          case 'á' -> "a";
          case 'é' -> "e";
          case 'í' ->
            Character.isLetter(word.charAt(word.length() - 3)) && "aeo".indexOf(word.charAt(word.length() - 3)) >= 0
                ? "í"
                : "i";
          case 'ó' -> "o";
          case 'ú' -> "u";
          default -> word.substring(word.length() - 2, word.length() - 1);
        } + last;
    return bare + "es";
  }

  static String feminine(String adjective) {
    if (adjective.endsWith("o")) {
      return adjective.substring(0, adjective.length() - 1) + "a";
    }
    if (adjective.endsWith("és")) {
      return adjective.equals("cortés") ? adjective : adjective.substring(0, adjective.length() - 2) + "esa";
    }
    if (adjective.endsWith("án") || adjective.endsWith("ón")) {
      return adjective.substring(0, adjective.length() - 2) + (adjective.endsWith("án") ? "ana" : "ona");
    }
    boolean maker = adjective.endsWith("dor") || adjective.endsWith("tor") || adjective.endsWith("sor");
    return maker || adjective.equals("español") ? adjective + "a" : adjective;
  }

  /// Whether a noun is feminine by its ending.
  static boolean feminineNoun(String noun) {
    return noun.matches(".*(a|ción|sión|xión|dad|tad|tud|umbre|ez|ie|nea|ncia)") && !noun.endsWith("ista");
  }

  /// Every form of a verb with its tag.
  static Map<String, String> forms(String verb) {
    Map<String, String> forms = new TreeMap<>();
    forms.put(verb + "|VB", verb);
    for (String clitic : List.of("lo", "la", "los", "las", "le", "les", "se")) {
      forms.put(verb + clitic + "|VB", verb);
    }
    forms.put(gerund(verb) + "|VBG", verb);
    String participle = participle(verb);
    for (String form : List.of(participle, feminine(participle), plural(participle), plural(feminine(participle)))) {
      forms.put(form + "|VBN", verb);
    }
    for (Tense tense : Tense.values()) {
      for (int person : new int[] {0, 1, 2, 3}) {
        forms.put(form(verb, tense, person) + "|" + tag(tense, person), verb);
      }
    }
    return forms;
  }

  /// The tag of a finite form: Penn's, which the reading of clauses knows.
  static String tag(Tense tense, int person) {
    return switch (tense) {
      case PRESENT, SUBJUNCTIVE -> person == 1 ? "VBZ" : "VBP";
      case PRETERITE, IMPERFECT, PAST_SUBJUNCTIVE -> "VBD";
      case FUTURE, CONDITIONAL -> "VBF";
    };
  }
}
