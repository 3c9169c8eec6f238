package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;

/// What texts say in so many words to be part of a campaign: "the breach at Visma was one episode of Cloud Hopper".
///
/// The campaign is named behind words of being part; what is part of it is the incident whose victim the same sentence names, or,
/// if it names none, the one that the document tells of first.
final class ToldParts {
  private static final Pattern CUE =
      Pattern.compile("(?<!\\p{L})(?:" + String.join("|", IncidentWords.PARTS) + ")(?!\\p{L})");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?:\\s|$)|\\n\\s*\\n|<");
  private static final int NEAR = 40; // code units between the words and the name

  private ToldParts() {
  }

  /// Names of campaigns that incidents are said to be part of.
  ///
  /// @param incidents the incidents
  /// @param documents the documents
  /// @return by id of the incident, keys of names of operation
  static Map<String, Set<String>> in(List<Incident> incidents, Collection<Document> documents) {
    Map<DocumentId, List<Incident>> byDocument = new HashMap<>();
    incidents.forEach(incident -> incident.documents()
        .forEach(document -> byDocument.computeIfAbsent(document, _ -> new ArrayList<>()).add(incident)));
    Map<String, Set<String>> parts = new HashMap<>();
    for (Document document : documents) {
      List<Incident> told = byDocument.getOrDefault(document.id(), List.of());
      Set<String> names = new TreeSet<>();
      told.forEach(incident -> incident.accounts().forEach(account -> names.addAll(account.names())));
      if (told.size() > 1 && !names.isEmpty()) {
        look(document, told, names, parts);
      }
    }
    return parts;
  }

  /// Whether a text has words of being part at all.
  static boolean cued(Document document) {
    return CUE.matcher(document.text().toLowerCase(Locale.ROOT)).find();
  }

  private static void look(Document document, List<Incident> told, Set<String> names, Map<String, Set<String>> parts) {
    String text = document.text();
    String low = text.toLowerCase(Locale.ROOT);
    for (Matcher cue = CUE.matcher(low); low.length() == text.length() && cue.find();) {
      String behind = low.substring(cue.end(), Math.min(low.length(), cue.end() + NEAR));
      names.stream().filter(name -> behind.contains(name.toLowerCase(Locale.ROOT))).forEach(name -> {
        int from = begin(text, cue.start());
        Matcher end = SENTENCE_END.matcher(text).region(cue.end(), text.length());
        String sentence = text.substring(from, end.find() ? end.start() : text.length());
        List<Incident> others = told.stream().filter(incident -> incident.accounts().stream()
            .noneMatch(account -> account.names().contains(name))).toList();
        List<Incident> named = others.stream().filter(incident -> hit(incident, sentence)).toList();
        (named.isEmpty() ? first(others, document.id()) : named).forEach(incident -> parts
            .computeIfAbsent(incident.id(), _ -> new TreeSet<>()).add(AccountNode.operationKey(name)));
      });
    }
  }

  private static int begin(String text, int at) {
    int from = 0;
    for (Matcher end = SENTENCE_END.matcher(text).region(Math.max(0, at - 600), at); end.find();) {
      from = end.end();
    }
    return from;
  }

  private static boolean hit(Incident incident, String sentence) {
    return incident.victims().stream().filter(victim -> victim.kind() != PartyKind.DESCRIBED
        && victim.kind() != PartyKind.STATE).map(Party::name).anyMatch(sentence::contains);
  }

  /// The incident that a document tells of first, if that is one of these.
  private static List<Incident> first(List<Incident> some, DocumentId document) {
    return some.stream().min(Comparator.comparingInt(incident -> incident.accounts().stream()
        .filter(account -> account.document().equals(document)).mapToInt(ToldParts::place).min()
        .orElse(Integer.MAX_VALUE))).stream().toList();
  }

  private static int place(IncidentAccount account) {
    return account.key().matches("\\d{1,9}") ? Integer.parseInt(account.key()) : Integer.MAX_VALUE;
  }
}
