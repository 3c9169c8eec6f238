package org.tingbok.reading.syntax;

import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Which Spanish word stands for a French one, and in which form.
///
/// For the words of one tree; draws where Spanish has two words for one ("para", "por").
final class SpanishWords {
  private static final Set<String> STATES = Set.of("prêt", "mort", "plein", "disponible", "présent", "situé", "uni",
      "seul", "proche", "ouvert", "connu");

  private final TransferTree tree;
  private final TransferLexicon lexicon;
  private final Random random;

  SpanishWords(TransferTree tree, TransferLexicon lexicon, Random random) {
    this.tree = tree;
    this.lexicon = lexicon;
    this.random = random;
  }

  void word(TransferNode node) {
    if (!node.spanish.isEmpty()) {
      return;
    }
    boolean capital = Character.isUpperCase(node.form.charAt(0));
    boolean clitic = node.upos.equals("PRON");
    node.dictionary = switch (node.upos) {
      case "PROPN" -> lexicon.lemma("PROPN", node.form);
      case "NUM", "PUNCT", "SYM", "X" -> lexicon.lemma("NUM", node.form.toLowerCase(Locale.ROOT));
      case "DET" -> determiner(node);
      case "AUX" -> auxiliary(node);
      case "VERB" -> node.lemma.equals("y avoir") ? "haber" : lexicon.lemma("VERB", node.lemma);
      case "ADP" -> preposition(node);
      case "PRON" -> pronoun(node);
      case "ADV" -> node.lemma.equals("ne")
          && tree.children(node.above).stream().anyMatch(c -> c.lemma.equals("que") && c.upos.equals("ADV")) ? "solo"
              : node.lemma.equals("que") ? "más" : lexicon.lemma("ADV", node.lemma);
      default -> lexicon.lemma(node.upos, node.lemma);
    };
    String form = switch (node.upos) {
      case "VERB", "AUX" -> verb(node);
      case "NOUN" -> node.is("Number", "Plur") ? SpanishForms.plural(node.dictionary) : node.dictionary;
      case "NUM", "PUNCT", "SYM", "X" -> node.dictionary.equals(node.form.toLowerCase(Locale.ROOT)) ? node.form
          : node.dictionary;
      default -> node.dictionary;
    };
    form = form.replace('_', ' ');
    node.dictionary = node.dictionary.replace('_', ' ');
    boolean title = capital && (tree.nodes.indexOf(node) == 0 || !clitic);
    node.spanish = title && !form.isEmpty() ? form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1) : form;
  }

  private static String determiner(TransferNode node) {
    return switch (node.lemma) {
      case "le" -> "el";
      case "son", "leur", "votre" -> node.is("Person", "1") ? "mi" : "su";
      case "ce" -> "este";
      case "un", "du" -> "un";
      case "aucun" -> "ningún";
      case "quelque", "certain" -> "alguno";
      case "plusieurs" -> "varios";
      case "chaque" -> "cada";
      case "tout" -> "todo";
      case "quel" -> "qué";
      case "tel" -> "tal";
      case "notre" -> "nuestro";
      default -> "otro";
    };
  }

  private String auxiliary(TransferNode node) {
    if (node.lemma.equals("avoir")) {
      return "haber";
    }
    if (node.upos.equals("AUX") && node.relation.equals("aux") && !node.lemma.equals("être")) {
      return lexicon.lemma("VERB", node.lemma);
    }
    boolean state = node.relation.equals("cop")
        && (STATES.contains(node.above.lemma) || (tree.has(node.above, "case") && !node.above.upos.equals("ADJ")));
    return state ? "estar" : "ser";
  }

  private String preposition(TransferNode node) {
    if (node.lemma.equals("à")) {
      boolean place = node.above.upos.equals("PROPN") || node.above.lemma.equals("fin");
      return place && !node.above.relation.equals("obj") && random.nextInt(3) > 0 ? "en" : "a";
    }
    if (node.lemma.equals("pour")) {
      return random.nextInt(3) == 0 ? "por" : "para";
    }
    return lexicon.lemma("ADP", node.lemma);
  }

  private static String pronoun(TransferNode node) {
    boolean plural = node.is("Number", "Plur");
    boolean feminine = node.is("Gender", "Fem");
    String ending = (feminine ? "a" : "o") + (plural ? "s" : "");
    boolean subject = node.relation.startsWith("nsubj") || node.relation.startsWith("obl")
        || node.relation.equals("nmod") || node.is("Emph", "Yes");
    return switch (node.lemma) {
      case "lui", "eux" -> node.relation.equals("iobj") ? (plural ? "les" : "le")
          : subject ? (plural ? "ell" + ending : feminine ? "ella" : "él") : "l" + ending;
      case "soi", "on" -> "se";
      case "moi", "je" -> plural ? "nos" : subject ? "yo" : "me";
      case "nous" -> subject ? "nosotros" : "nos";
      case "vous", "toi" -> subject ? "usted" : "le";
      case "qui" -> node.relation.startsWith("nsubj") ? "que" : "quien";
      case "que", "dont", "quoi" -> node.is("PronType", "Int") ? "qué" : "que";
      case "où" -> "donde";
      case "lequel" -> plural ? "cuales" : "cual";
      case "ce", "cela", "ceci", "ça" -> "eso";
      case "celui", "celui-ci", "celui-là" ->
        feminine ? (plural ? "aquellas" : "aquella") : plural ? "aquellos" : "este";
      case "autre" -> "otr" + ending;
      case "un", "aucun", "certain", "chacun" -> plural ? "un" + ending : feminine ? "una" : "uno";
      case "tout" -> "tod" + ending;
      case "rien" -> "nada";
      case "plusieurs" -> "varios";
      case "personne" -> "nadie";
      default -> node.form.toLowerCase(Locale.ROOT);
    };
  }

  private static String verb(TransferNode node) {
    String verb = node.dictionary;
    if (node.is("VerbForm", "Inf") || verb.length() < 2 || !verb.matches(".*[aeií]r")) {
      return verb;
    }
    if (node.is("VerbForm", "Part")) {
      return node.is("Tense", "Pres") ? SpanishForms.gerund(verb) : SpanishForms.participle(verb);
    }
    int person = (node.is("Person", "1") ? 0 : 1) + (node.is("Number", "Plur") ? 2 : 0);
    SpanishForms.Tense tense = switch (node.features.getOrDefault("Mood", "Ind")) {
      case "Cnd" -> SpanishForms.Tense.CONDITIONAL;
      case "Sub", "Imp" -> SpanishForms.Tense.SUBJUNCTIVE;
      default -> switch (node.features.getOrDefault("Tense", "Pres")) {
        case "Past" -> SpanishForms.Tense.PRETERITE;
        case "Imp" -> SpanishForms.Tense.IMPERFECT;
        case "Fut" -> SpanishForms.Tense.FUTURE;
        default -> SpanishForms.Tense.PRESENT;
      };
    };
    String form = SpanishForms.form(verb, tense, person);
    return verb.equals("haber") && node.lemma.equals("y avoir") && form.startsWith("ha") && form.length() < 4 ? "hay"
        : form;
  }

  void agree(TransferNode node) {
    boolean word = (node.upos.equals("DET") && Set.of("el", "un", "este", "ningún", "alguno", "todo", "otro", "varios",
        "nuestro").contains(node.dictionary)) || node.upos.equals("ADJ") || node.dictionary.equals("el");
    boolean participle = node.upos.equals("VERB") && node.is("VerbForm", "Part") && node.is("Tense", "Past")
        && !tree.has(node, "aux");
    if (Set.of("su", "mi").contains(node.dictionary)) {
      node.spanish += node.above.is("Number", "Plur") ? "s" : "";
    }
    if (!word && !participle) {
      return;
    }
    boolean plural = node.is("Number", "Plur");
    boolean feminine = node.is("Gender", "Fem");
    if (node.above.upos.equals("NOUN") && Set.of("det", "amod", "acl").contains(node.relation)) {
      feminine = lexicon.feminine(node.above.dictionary);
      plural = node.above.is("Number", "Plur");
    }
    boolean capital = Character.isUpperCase(node.spanish.isEmpty() ? 'x' : node.spanish.charAt(0));
    String base = node.spanish.isEmpty() ? "el" : node.spanish.toLowerCase(Locale.ROOT);
    String form = switch (base) {
      case "el" -> feminine ? (plural ? "las" : "la") : plural ? "los" : "el";
      case "un" -> feminine ? (plural ? "unas" : "una") : plural ? "unos" : "un";
      case "este" -> feminine ? (plural ? "estas" : "esta") : plural ? "estos" : "este";
      case "ningún" -> feminine ? "ninguna" : "ningún";
      default -> {
        String gendered = feminine ? SpanishForms.feminine(base) : base;
        yield plural ? SpanishForms.plural(gendered) : gendered;
      }
    };
    int at = tree.nodes.indexOf(node);
    boolean before = node.relation.equals("amod") && at < tree.nodes.indexOf(node.above);
    if (before && !plural) {
      form = form.equals("grande") ? "gran"
          : feminine ? form
              : form.matches("(prim|terc)ero|bueno|malo|alguno") ? form.substring(0, form.length() - 1) : form;
    }
    node.spanish = capital ? form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1) : form;
  }
}
