package org.tingbok.reading.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tingbok.document.Span;

/// The words of a sentence in the order that they have come to, each with its head; not for several threads.
final class TransferTree {
  final List<TransferNode> nodes;

  TransferTree(List<TransferNode> nodes) {
    this.nodes = nodes;
  }

  List<TransferNode> children(TransferNode node) {
    return nodes.stream().filter(child -> child.above == node && child != node && !child.gone).toList();
  }

  boolean has(TransferNode node, String relation) {
    return children(node).stream().anyMatch(child -> child.relation.equals(relation));
  }

  void remove(TransferNode node) {
    if (children(node).isEmpty() && node.above != node) {
      node.gone = true;
    }
  }

  void putBefore(TransferNode node, TransferNode place) {
    nodes.add(nodes.indexOf(place), node);
  }

  /// Moves what a subject spans to just behind its verb.
  void behind(TransferNode subject, TransferNode verb) {
    List<TransferNode> span = nodes.stream().filter(node -> within(node, subject)).toList();
    int first = nodes.indexOf(span.getFirst());
    int last = nodes.indexOf(span.getLast());
    if (last - first + 1 != span.size() || last > nodes.indexOf(verb)
        || span.stream().anyMatch(node -> node.upos.equals("PUNCT"))) {
      return;
    }
    nodes.removeAll(span);
    nodes.addAll(nodes.indexOf(verb) + 1, span);
  }

  private static boolean within(TransferNode node, TransferNode top) {
    TransferNode at = node;
    while (at != top && at.above != at) {
      at = at.above;
    }
    return at == top;
  }

  /// "de el" to "del", "a el" to "al", pronouns onto infinitives and gerunds.
  void contract() {
    for (int i = 1; i < nodes.size(); i++) {
      TransferNode node = nodes.get(i);
      TransferNode before = nodes.get(i - 1);
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

  /// The tree as it stands, as a sentence to learn from.
  GoldSentence made() {
    List<String> forms = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    List<String> lemmas = new ArrayList<>();
    List<Integer> heads = new ArrayList<>();
    List<String> relations = new ArrayList<>();
    for (TransferNode node : nodes) {
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
    for (TransferNode node : nodes) {
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

  private static String tag(TransferNode node, String form) {
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

  private static String finite(TransferNode node) {
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
