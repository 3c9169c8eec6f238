package org.tingbok.reading.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;

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

  private final TransferLexicon lexicon;
  private final Random random;
  private TransferTree tree = new TransferTree(List.of());

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
      List<TransferNode> nodes = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] row = line.split("\t", -1);
        if (line.isEmpty() && !nodes.isEmpty()) {
          sentences.addAll(transfer.sentence(nodes));
          nodes = new ArrayList<>();
        } else if (row.length == 10 && row[0].chars().allMatch(Character::isDigit)) {
          nodes.add(TransferNode.of(row));
        }
      }
    }
    return sentences;
  }

  private List<GoldSentence> sentence(List<TransferNode> french) {
    tree = new TransferTree(french);
    for (TransferNode node : french) {
      node.above = node.head == 0 ? node : french.get(node.head - 1);
    }
    for (TransferNode node : List.copyOf(tree.nodes)) {
      tense(node);
    }
    for (TransferNode node : List.copyOf(tree.nodes)) {
      drop(node);
    }
    for (TransferNode node : List.copyOf(tree.nodes)) {
      modal(node);
      insert(node);
    }
    tree.nodes.removeIf(node -> node.gone);
    for (TransferNode node : List.copyOf(tree.nodes)) {
      reorder(node);
    }
    var spanish = new SpanishWords(tree, lexicon, random);
    tree.nodes.forEach(spanish::word);
    tree.nodes.forEach(spanish::agree);
    tree.contract();
    return tree.nodes.size() < 2 ? List.of() : List.of(tree.made());
  }

  /// "a accusé", "est né", "a été" become "acusó", "nació", "fue" two times out of three.
  private void tense(TransferNode node) {
    if (!node.relation.equals("aux") || !node.upos.equals("AUX") || node.lemma.equals("faire")) {
      return;
    }
    node.lemma = "avoir";
    TransferNode verb = node.above;
    int at = tree.nodes.indexOf(node);
    for (TransferNode other : tree.children(verb)) {
      boolean been = other.upos.equals("AUX") && other.is("VerbForm", "Part") && tree.nodes.indexOf(other) > at;
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
      tree.remove(node);
    }
  }

  private void drop(TransferNode node) {
    boolean personal = node.upos.equals("PRON") && (node.is("PronType", "Prs") || node.lemma.equals("ce"));
    if (node.lemma.equals("soi") && Set.of("obj", "iobj", "expl").contains(node.relation)) {
      node.relation = "expl:pv";
    }
    if (node.relation.equals("expl:subj") || (personal && node.relation.startsWith("nsubj") && random.nextInt(7) > 0)) {
      tree.remove(node);
    } else if (node.lemma.equals("on") && node.relation.equals("nsubj")) {
      node.relation = "expl:pass";
      tree.children(node.above).stream().filter(child -> child.relation.equals("obj") && !child.upos.equals("PRON"))
          .forEach(child -> child.relation = "nsubj:pass");
    } else if (node.upos.equals("PRON") && (node.lemma.equals("y") || node.lemma.equals("en"))) {
      if (node.lemma.equals("y") && node.above.lemma.equals("avoir") && node.above.upos.equals("VERB")) {
        node.above.lemma = "y avoir";
      }
      tree.remove(node);
    } else if (node.lemma.equals("pas") && node.upos.equals("ADV")
        && tree.children(node.above).stream().anyMatch(child -> child.lemma.equals("ne"))) {
      tree.remove(node);
    } else if (node.upos.equals("DET") && node.is("Definite", "Ind") && node.is("Number", "Plur")
        && random.nextInt(7) > 0) {
      tree.remove(node);
    } else if (node.upos.equals("DET") && node.lemma.equals("le") && node.above.upos.equals("PROPN")
        && lexicon.lists("PROPN", node.above.form)) {
      tree.remove(node);
    } else if (node.upos.equals("ADP") && node.relation.equals("mark")) {
      boolean falls = node.lemma.equals("de") && node.above.relation.equals("xcomp")
          && !KEEPS_DE.contains(node.above.above.lemma);
      if (falls || (node.lemma.equals("en") && node.above.is("VerbForm", "Part"))) {
        tree.remove(node);
      }
    } else if (node.relation.equals("fixed") && Set.of("jusque", "lors").contains(node.above.lemma)) {
      tree.remove(node);
    }
  }

  /// "peut faire": the modal becomes an auxiliary of the infinitive.
  private void modal(TransferNode node) {
    if (!node.upos.equals("VERB") || !Set.of("pouvoir", "devoir").contains(node.lemma)) {
      return;
    }
    for (TransferNode inner : tree.children(node)) {
      if (inner.relation.equals("xcomp")) {
        tree.children(node).stream().filter(child -> child != inner).forEach(child -> child.above = inner);
        inner.relation = node.relation;
        inner.above = node.above == node ? inner : node.above;
        node.above = inner;
        node.relation = "aux";
        node.upos = "AUX";
        return;
      }
    }
  }

  private void insert(TransferNode node) {
    if (node.gone) {
      return;
    }
    int at = tree.nodes.indexOf(node);
    boolean year = node.upos.equals("NUM") && node.form.matches("\\d{4}") && MONTHS.contains(node.above.lemma);
    boolean month = MONTHS.contains(node.lemma) && at > 0 && tree.nodes.get(at - 1).form.matches("\\d+(er)?");
    if (year || month) {
      tree.putBefore(TransferNode.made("de", "ADP", "case", node), node);
    } else if (node.relation.equals("obj") && !tree.has(node, "case") && tree.nodes.indexOf(node.above) < at
        && (HUMAN.contains(node.lemma) ? tree.has(node, "det") : node.upos.equals("PROPN") && !tree.has(node, "det"))) {
      TransferNode place =
          tree.children(node).stream().filter(child -> tree.nodes.indexOf(child) < at).findFirst().orElse(node);
      tree.putBefore(TransferNode.made("a", "ADP", "case", node), place);
    } else if (node.lemma.equals("lequel") && !tree.has(node, "det")) {
      TransferNode article = TransferNode.made("el", "DET", "det", node);
      article.spanish = "";
      article.lemma = "le";
      tree.putBefore(article, node);
    } else if (node.lemma.equals("dont")) {
      tree.putBefore(TransferNode.made("del", "ADP", "case", node), node);
    } else if (node.relation.equals("acl") && node.is("VerbForm", "Part") && node.is("Tense", "Pres")
        && random.nextBoolean()) {
      node.relation = "acl:relcl";
      node.features.put("VerbForm", "Fin");
      node.features.put("Mood", "Ind");
      node.features.put("Person", "3");
      node.features.put("Number", node.above.features.getOrDefault("Number", "Sing"));
      tree.putBefore(TransferNode.made("que", "PRON", "nsubj", node), node);
    }
  }

  private void reorder(TransferNode node) {
    if (node.upos.equals("ADJ") && node.relation.equals("amod") && !BEFORE_NOUN.contains(node.lemma)
        && tree.children(node).isEmpty()) {
      int head = tree.nodes.indexOf(node.above);
      if (tree.nodes.indexOf(node) == head - 1) {
        tree.nodes.remove(node);
        tree.nodes.add(head, node);
      }
    } else if (node.relation.equals("nsubj") && Set.of("NOUN", "PROPN").contains(node.upos)
        && node.above.upos.equals("VERB") && !node.above.is("VerbForm", "Inf") && !node.above.relation.equals("conj")) {
      boolean relative = tree.children(node.above).stream().anyMatch(child -> child.lemma.equals("que")
          && child.upos.equals("PRON"));
      boolean free = !tree.has(node.above, "obj") && !tree.has(node.above, "xcomp") && !tree.has(node.above, "ccomp");
      if (relative ? random.nextBoolean() : free && random.nextInt(5) == 0) {
        tree.behind(node, node.above);
      }
    }
  }

}
