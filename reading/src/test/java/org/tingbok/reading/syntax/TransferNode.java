package org.tingbok.reading.syntax;

import java.util.HashMap;
import java.util.Map;

/// A word of a tree that [Transfer] turns from French into Spanish: first what the treebank says, at last the Spanish form.
final class TransferNode {
  String form;
  String lemma;
  String upos;
  final Map<String, String> features = new HashMap<>();
  String relation;
  int head;
  int place;
  TransferNode above = this;
  String spanish = "";
  String dictionary = "";
  boolean gone;

  TransferNode(String form, String lemma, String upos, String relation) {
    this.form = form;
    this.lemma = lemma;
    this.upos = upos;
    this.relation = relation;
  }

  boolean is(String feature, String value) {
    return value.equals(features.get(feature));
  }

  /// A word by its row of a CoNLL-U file, with subtypes of relations that are not learnt taken off.
  static TransferNode of(String[] row) {
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
    var node = new TransferNode(row[1], row[2], row[3], relation);
    for (String feature : row[5].split("\\|", -1)) {
      int equals = feature.indexOf('=');
      if (equals > 0) {
        node.features.put(feature.substring(0, equals), feature.substring(equals + 1));
      }
    }
    node.head = Integer.parseInt(row[6]);
    return node;
  }

  /// A Spanish word that French has none for.
  static TransferNode made(String form, String upos, String relation, TransferNode above) {
    var node = new TransferNode(form, form, upos, relation);
    node.spanish = form;
    node.dictionary = form;
    node.above = above;
    return node;
  }
}
