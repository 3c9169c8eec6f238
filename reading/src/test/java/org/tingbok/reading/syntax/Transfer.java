package org.tingbok.reading.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.tingbok.document.Span;

/// Rewrites French trees into Spanish ones, word by word, where no Spanish treebank is to be had.
///
/// Subject pronouns fall, "ne … pas" becomes "no", compound pasts become simple ones for the most part, "de le" becomes
/// "del", persons that are objects get "a", pronouns grow onto infinitives, "pouvoir" and "devoir" become auxiliaries,
/// dates and relative clauses are put as Spanish has them, some subjects go behind their verbs. Heads stay where they
/// were. The text is not good Spanish; its order, small words and endings are Spanish enough to learn from.
final class Transfer {
  private static final Set<String> MONTHS = Set.of("janvier", "février", "mars", "avril", "mai", "juin", "juillet",
      "août", "septembre", "octobre", "novembre", "décembre");
  private static final Set<String> HUMAN = Set.of("homme", "femme", "enfant", "président", "ministre", "roi", "père",
      "fils", "joueur", "personne", "directeur", "chef", "frère", "ami", "fille", "épouse", "citoyen", "militant",
      "dirigeant", "soldat", "auteur", "champion", "reine", "mère", "empereur", "professeur", "membre", "peuple");
  private static final Set<String> BEFORE_NOUN =
      Set.of("premier", "deuxième", "second", "troisième", "nouveau", "autre",
          "même", "dernier", "bon", "nombreux", "différent", "ancien", "grand", "meilleur", "prochain", "tout", "tel",
          "quatrième", "cinquième", "certain", "divers", "mauvais", "double", "petit", "seul", "quel", "propre");
  private static final Set<String> KEEPS_DE = Set.of("accuser", "cesser", "agir", "soupçonner", "charger", "arrêter");
  private static final Set<String> STATES = Set.of("prêt", "mort", "plein", "disponible", "présent", "situé", "uni",
      "seul", "proche", "ouvert", "connu");

  private static final class Node {
    String form;
    String lemma;
    String upos;
    final Map<String, String> features = new HashMap<>();
    String relation;
    int head;
    int place;
    Node above = this;
    String spanish = "";
    String dictionary = "";
    boolean gone;

    Node(String form, String lemma, String upos, String relation) {
      this.form = form;
      this.lemma = lemma;
      this.upos = upos;
      this.relation = relation;
    }

    boolean is(String feature, String value) {
      return value.equals(features.get(feature));
    }
  }

  private final TransferLexicon lexicon;
  private final Random random;
  private List<Node> nodes = List.of();

  private Transfer(TransferLexicon lexicon, long seed) {
    this.lexicon = lexicon;
    random = new Random(seed);
  }

  static List<GoldSentence> read(Path file, TransferLexicon lexicon, long seed) throws IOException {
    var transfer = new Transfer(lexicon, seed);
    List<GoldSentence> sentences = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      List<Node> nodes = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] row = line.split("\t", -1);
        if (line.isEmpty() && !nodes.isEmpty()) {
          sentences.addAll(transfer.sentence(nodes));
          nodes = new ArrayList<>();
        } else if (row.length == 10 && row[0].chars().allMatch(Character::isDigit)) {
          nodes.add(node(row));
        }
      }
    }
    return sentences;
  }

  private static Node node(String[] row) {
    String relation = switch (row[7]) {
      case "obl:mod", "obl:arg" -> "obl";
      case "aux:tense", "aux:caus" -> "aux";
      case "flat:name", "flat:foreign" -> "flat";
      case "obj:lvc", "obj:agent" -> "obj";
      case "parataxis:insert" -> "parataxis";
      case "advcl:cleft" -> "advcl";
      case "expl:comp" -> "expl";
      case "nsubj:caus", "nsubj:outer" -> "nsubj";
      case "dep:comp" -> "dep";
      case "iobj:agent" -> "iobj";
      default -> row[7];
    };
    var node = new Node(row[1], row[2], row[3], relation);
    for (String feature : row[5].split("\\|", -1)) {
      int equals = feature.indexOf('=');
      if (equals > 0) {
        node.features.put(feature.substring(0, equals), feature.substring(equals + 1));
      }
    }
    node.head = Integer.parseInt(row[6]);
    return node;
  }

  private List<GoldSentence> sentence(List<Node> french) {
    nodes = french;
    for (Node node : french) {
      node.above = node.head == 0 ? node : french.get(node.head - 1);
    }
    for (Node node : List.copyOf(nodes)) {
      tense(node);
    }
    for (Node node : List.copyOf(nodes)) {
      drop(node);
    }
    for (Node node : List.copyOf(nodes)) {
      modal(node);
      insert(node);
    }
    nodes.removeIf(node -> node.gone);
    for (Node node : List.copyOf(nodes)) {
      reorder(node);
    }
    nodes.forEach(this::word);
    nodes.forEach(this::agree);
    contract();
    return nodes.size() < 2 ? List.of() : List.of(made());
  }

  private List<Node> children(Node node) {
    return nodes.stream().filter(child -> child.above == node && child != node && !child.gone).toList();
  }

  private boolean has(Node node, String relation) {
    return children(node).stream().anyMatch(child -> child.relation.equals(relation));
  }

  private void remove(Node node) {
    if (children(node).isEmpty() && node.above != node) {
      node.gone = true;
    }
  }

  private void putBefore(Node node, Node place) {
    nodes.add(nodes.indexOf(place), node);
  }

  private static Node made(String form, String upos, String relation, Node above) {
    var node = new Node(form, form, upos, relation);
    node.spanish = form;
    node.dictionary = form;
    node.above = above;
    return node;
  }

  /// "a accusé", "est né", "a été" become "acusó", "nació", "fue" two times out of three.
  private void tense(Node node) {
    if (!node.relation.equals("aux") || !node.upos.equals("AUX") || node.lemma.equals("faire")) {
      return;
    }
    node.lemma = "avoir";
    Node verb = node.above;
    int at = nodes.indexOf(node);
    for (Node other : children(verb)) {
      boolean been = other.upos.equals("AUX") && other.is("VerbForm", "Part") && nodes.indexOf(other) > at;
      if (been) {
        verb = other;
      }
    }
    verb.features.put("Number", "Sing");
    verb.features.put("Gender", "Masc");
    verb.features.remove("Voice");
    if (node.is("Tense", "Pres") && node.is("Mood", "Ind") && random.nextInt(3) < 2) {
      verb.features.putAll(node.features);
      verb.features.put("Tense", "Past");
      remove(node);
    }
  }

  private void drop(Node node) {
    boolean personal = node.upos.equals("PRON") && (node.is("PronType", "Prs") || node.lemma.equals("ce"));
    if (node.lemma.equals("soi") && Set.of("obj", "iobj", "expl").contains(node.relation)) {
      node.relation = "expl:pv";
    }
    if (node.relation.equals("expl:subj") || (personal && node.relation.startsWith("nsubj") && random.nextInt(7) > 0)) {
      remove(node);
    } else if (node.lemma.equals("on") && node.relation.equals("nsubj")) {
      node.relation = "expl:pass";
      children(node.above).stream().filter(child -> child.relation.equals("obj") && !child.upos.equals("PRON"))
          .forEach(child -> child.relation = "nsubj:pass");
    } else if (node.upos.equals("PRON") && (node.lemma.equals("y") || node.lemma.equals("en"))) {
      if (node.lemma.equals("y") && node.above.lemma.equals("avoir") && node.above.upos.equals("VERB")) {
        node.above.lemma = "y avoir";
      }
      remove(node);
    } else if (node.lemma.equals("pas") && node.upos.equals("ADV")
        && children(node.above).stream().anyMatch(child -> child.lemma.equals("ne"))) {
      remove(node);
    } else if (node.upos.equals("DET") && node.is("Definite", "Ind") && node.is("Number", "Plur")
        && random.nextInt(7) > 0) {
      remove(node);
    } else if (node.upos.equals("DET") && node.lemma.equals("le") && node.above.upos.equals("PROPN")
        && lexicon.lists("PROPN", node.above.form)) {
      remove(node);
    } else if (node.upos.equals("ADP") && node.relation.equals("mark")) {
      boolean falls = node.lemma.equals("de") && node.above.relation.equals("xcomp")
          && !KEEPS_DE.contains(node.above.above.lemma);
      if (falls || (node.lemma.equals("en") && node.above.is("VerbForm", "Part"))) {
        remove(node);
      }
    } else if (node.relation.equals("fixed") && Set.of("jusque", "lors").contains(node.above.lemma)) {
      remove(node);
    }
  }

  /// "peut faire": the modal becomes an auxiliary of the infinitive.
  private void modal(Node node) {
    if (!node.upos.equals("VERB") || !Set.of("pouvoir", "devoir").contains(node.lemma)) {
      return;
    }
    for (Node inner : children(node)) {
      if (inner.relation.equals("xcomp")) {
        children(node).stream().filter(child -> child != inner).forEach(child -> child.above = inner);
        inner.relation = node.relation;
        inner.above = node.above == node ? inner : node.above;
        node.above = inner;
        node.relation = "aux";
        node.upos = "AUX";
        return;
      }
    }
  }

  private void insert(Node node) {
    if (node.gone) {
      return;
    }
    int at = nodes.indexOf(node);
    boolean year = node.upos.equals("NUM") && node.form.matches("\\d{4}") && MONTHS.contains(node.above.lemma);
    boolean month = MONTHS.contains(node.lemma) && at > 0 && nodes.get(at - 1).form.matches("\\d+(er)?");
    if (year || month) {
      putBefore(made("de", "ADP", "case", node), node);
    } else if (node.relation.equals("obj") && !has(node, "case") && nodes.indexOf(node.above) < at
        && (HUMAN.contains(node.lemma) ? has(node, "det") : node.upos.equals("PROPN") && !has(node, "det"))) {
      Node place = children(node).stream().filter(child -> nodes.indexOf(child) < at).findFirst().orElse(node);
      putBefore(made("a", "ADP", "case", node), place);
    } else if (node.lemma.equals("lequel") && !has(node, "det")) {
      Node article = made("el", "DET", "det", node);
      article.spanish = "";
      article.lemma = "le";
      putBefore(article, node);
    } else if (node.lemma.equals("dont")) {
      putBefore(made("del", "ADP", "case", node), node);
    } else if (node.relation.equals("acl") && node.is("VerbForm", "Part") && node.is("Tense", "Pres")
        && random.nextBoolean()) {
      node.relation = "acl:relcl";
      node.features.put("VerbForm", "Fin");
      node.features.put("Mood", "Ind");
      node.features.put("Person", "3");
      node.features.put("Number", node.above.features.getOrDefault("Number", "Sing"));
      putBefore(made("que", "PRON", "nsubj", node), node);
    }
  }

  private void reorder(Node node) {
    if (node.upos.equals("ADJ") && node.relation.equals("amod") && !BEFORE_NOUN.contains(node.lemma)
        && children(node).isEmpty()) {
      int head = nodes.indexOf(node.above);
      if (nodes.indexOf(node) == head - 1) {
        nodes.remove(node);
        nodes.add(head, node);
      }
    } else if (node.relation.equals("nsubj") && Set.of("NOUN", "PROPN").contains(node.upos)
        && node.above.upos.equals("VERB") && !node.above.is("VerbForm", "Inf") && !node.above.relation.equals("conj")) {
      boolean relative = children(node.above).stream().anyMatch(child -> child.lemma.equals("que")
          && child.upos.equals("PRON"));
      boolean free = !has(node.above, "obj") && !has(node.above, "xcomp") && !has(node.above, "ccomp");
      if (relative ? random.nextBoolean() : free && random.nextInt(5) == 0) {
        behind(node, node.above);
      }
    }
  }

  /// Moves what a subject spans to just behind its verb.
  private void behind(Node subject, Node verb) {
    List<Node> span = nodes.stream().filter(node -> within(node, subject)).toList();
    int first = nodes.indexOf(span.getFirst());
    int last = nodes.indexOf(span.getLast());
    if (last - first + 1 != span.size() || last > nodes.indexOf(verb)
        || span.stream().anyMatch(node -> node.upos.equals("PUNCT"))) {
      return;
    }
    nodes.removeAll(span);
    nodes.addAll(nodes.indexOf(verb) + 1, span);
  }

  private static boolean within(Node node, Node top) {
    Node at = node;
    while (at != top && at.above != at) {
      at = at.above;
    }
    return at == top;
  }

  private void word(Node node) {
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
          && children(node.above).stream().anyMatch(c -> c.lemma.equals("que") && c.upos.equals("ADV")) ? "solo"
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
    boolean title = capital && (nodes.indexOf(node) == 0 || !clitic);
    node.spanish = title && !form.isEmpty() ? form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1) : form;
  }

  private static String determiner(Node node) {
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

  private String auxiliary(Node node) {
    if (node.lemma.equals("avoir")) {
      return "haber";
    }
    if (node.upos.equals("AUX") && node.relation.equals("aux") && !node.lemma.equals("être")) {
      return lexicon.lemma("VERB", node.lemma);
    }
    boolean state = node.relation.equals("cop")
        && (STATES.contains(node.above.lemma) || (has(node.above, "case") && !node.above.upos.equals("ADJ")));
    return state ? "estar" : "ser";
  }

  private String preposition(Node node) {
    if (node.lemma.equals("à")) {
      boolean place = node.above.upos.equals("PROPN") || node.above.lemma.equals("fin");
      return place && !node.above.relation.equals("obj") && random.nextInt(3) > 0 ? "en" : "a";
    }
    if (node.lemma.equals("pour")) {
      return random.nextInt(3) == 0 ? "por" : "para";
    }
    return lexicon.lemma("ADP", node.lemma);
  }

  private static String pronoun(Node node) {
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

  private static String verb(Node node) {
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

  private void agree(Node node) {
    boolean word = (node.upos.equals("DET") && Set.of("el", "un", "este", "ningún", "alguno", "todo", "otro", "varios",
        "nuestro").contains(node.dictionary)) || node.upos.equals("ADJ") || node.dictionary.equals("el");
    boolean participle = node.upos.equals("VERB") && node.is("VerbForm", "Part") && node.is("Tense", "Past")
        && !has(node, "aux");
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
    int at = nodes.indexOf(node);
    boolean before = node.relation.equals("amod") && at < nodes.indexOf(node.above);
    if (before && !plural) {
      form = form.equals("grande") ? "gran"
          : feminine ? form
              : form.matches("(prim|terc)ero|bueno|malo|alguno") ? form.substring(0, form.length() - 1) : form;
    }
    node.spanish = capital ? form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1) : form;
  }

  /// "de el" to "del", "a el" to "al", pronouns onto infinitives and gerunds.
  private void contract() {
    for (int i = 1; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      Node before = nodes.get(i - 1);
      boolean article = node.spanish.equals("el") && node.upos.equals("DET") && before.upos.equals("ADP")
          && before.spanish.matches("(?i)de|a|detrás de|además de|antes de|fuera de");
      boolean enclitic = before.upos.equals("PRON") && before.above == node && node.is("VerbForm", "Inf")
          && Set.of("lo", "la", "los", "las", "le", "les", "se", "me", "nos").contains(before.spanish)
          && children(before).isEmpty();
      if (article && children(node).isEmpty()) {
        before.spanish += "l";
        nodes.remove(i--);
      } else if (enclitic) {
        node.spanish += before.spanish;
        nodes.remove(--i);
      }
    }
  }

  private GoldSentence made() {
    List<String> forms = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    List<String> lemmas = new ArrayList<>();
    List<Integer> heads = new ArrayList<>();
    List<String> relations = new ArrayList<>();
    for (Node node : nodes) {
      node.place = forms.size();
      String[] parts = node.spanish.split(" ", -1);
      for (int p = 0; p < parts.length; p++) {
        boolean name = node.upos.equals("PROPN");
        forms.add(parts[p]);
        tags.add(tag(node, parts[p]));
        lemmas.add(parts.length > 1 ? parts[p] : node.dictionary);
        heads.add(p == 0 ? -1 : node.place);
        relations.add(p == 0 ? node.relation : name ? "flat" : "fixed");
      }
    }
    for (Node node : nodes) {
      heads.set(node.place, node.above == node ? -1 : node.above.place);
      relations.set(node.place, node.above == node ? "root" : node.relation);
    }
    String first = forms.getFirst();
    if (!first.isEmpty()) {
      forms.set(0, first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1));
    }
    var text = new StringBuilder();
    List<Span> ranges = new ArrayList<>();
    for (String form : forms) {
      text.append(text.isEmpty() ? "" : " ");
      ranges.add(new Span(text.length(), text.length() + form.length()));
      text.append(form);
    }
    return new GoldSentence(text.toString(), ranges, forms, tags, lemmas,
        heads.stream().mapToInt(Integer::intValue).toArray(), relations, false);
  }

  private static String tag(Node node, String form) {
    String tag = switch (node.upos) {
      case "VERB", "AUX" -> node.dictionary.equals("poder") || node.dictionary.equals("deber")
          ? node.upos.equals("AUX") ? "MD" : finite(node)
          : finite(node);
      case "NOUN" -> node.is("Number", "Plur") ? "NNS" : "NN";
      case "PROPN" -> "NNP";
      case "ADJ" -> "JJ";
      case "ADP", "SCONJ" -> "IN";
      case "ADV", "PART" -> "RB";
      case "DET" -> "DT";
      case "NUM" -> "CD";
      case "CCONJ" -> "CC";
      case "PRON" -> node.is("PronType", "Rel") || form.equals("que") ? "WP" : "PRP";
      case "PUNCT" -> ".,;:?!".contains(form) && form.length() == 1 ? form.equals(",") ? "," : "." : "''";
      default -> "";
    };
    return node.upos + "|" + tag;
  }

  private static String finite(Node node) {
    if (node.is("VerbForm", "Inf")) {
      return "VB";
    }
    if (node.is("VerbForm", "Part")) {
      return node.is("Tense", "Pres") ? "VBG" : "VBN";
    }
    int person = (node.is("Person", "1") ? 0 : 1) + (node.is("Number", "Plur") ? 2 : 0);
    String tense = node.features.getOrDefault("Tense", "Pres");
    return node.is("Mood", "Cnd") || tense.equals("Fut") ? "VBF"
        : tense.equals("Past") || tense.equals("Imp") ? "VBD" : person == 1 ? "VBZ" : "VBP";
  }
}
