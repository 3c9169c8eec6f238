package org.tingbok.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.NameKey;

/// How many say something of two names, and how many of them on their own.
final class NameVoices {
  private NameVoices() {
  }

  /// How many claimants say it; as with accusations, whoever is quoted in one article with somebody else is a voice too.
  static int claimants(Set<String> lists, List<NameStatement> others) {
    Set<String> voices = new HashSet<>();
    lists.forEach(list -> voices.add(NameKey.of(list)));
    others.forEach(said -> said.claimants().forEach(name -> voices.add(NameKey.of(name))));
    return voices.size();
  }

  /// How many documents say it each on its own: claimants and the stories they say it in, paired off so that none counts
  /// twice. Somebody quoted in two papers is one of them, and so are two who are quoted in one.
  static int independent(List<NameStatement> others, NameClaims claims) {
    Map<String, Set<String>> places = new TreeMap<>();
    for (NameStatement said : others) {
      said.document().map(claims::story).map(DocumentId::value).ifPresent(story -> said.claimants()
          .forEach(name -> places.computeIfAbsent(story, _ -> new TreeSet<>()).add(NameKey.of(name))));
    }
    Map<String, String> taken = new HashMap<>();
    int origins = 0;
    for (String place : places.keySet()) {
      origins += pairedOff(place, places, taken, new HashSet<>()) ? 1 : 0;
    }
    return origins;
  }

  private static boolean pairedOff(String place, Map<String, Set<String>> places, Map<String, String> taken,
      Set<String> tried) {
    for (String claimant : places.getOrDefault(place, Set.of())) {
      if (tried.add(claimant)) {
        String other = taken.get(claimant);
        if (other == null || pairedOff(other, places, taken, tried)) {
          taken.put(claimant, place);
          return true;
        }
      }
    }
    return false;
  }
}
