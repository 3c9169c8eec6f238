package org.tingbok.benchmarks.yardstick;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.mention.Party;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.Names;

/// When two spellings are taken for one name: equal letters, one within the other as whole words, or one entry of the
/// knowledge of names.
final class NameAgreement {
  private final Names names = Names.standard();
  private final Map<String, String> iso = new HashMap<>();

  NameAgreement() {
    for (String code : Locale.getISOCountries()) {
      iso.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    }
  }

  boolean same(String some, String other) {
    String a = plain(some);
    String b = plain(other);
    if (a.isBlank() || b.isBlank()) {
      return false;
    }
    if (a.equals(b) || a.replace(" ", "").equals(b.replace(" ", ""))) {
      return true;
    }
    if (a.length() > 3 && b.length() > 3 && ((" " + a + " ").contains(" " + b + " ")
        || (" " + b + " ").contains(" " + a + " "))) {
      return true;
    }
    Set<String> ids = ids(some);
    ids.retainAll(ids(other));
    return !ids.isEmpty();
  }

  boolean same(Party party, String name) {
    return same(party.name(), name) || same(party.text(), name);
  }

  private Set<String> ids(String name) {
    Set<String> ids = new HashSet<>();
    names.lookUp(name.strip()).ifPresent(match -> match.names().forEach(known -> ids.add(known.sort() + known.id())));
    return ids;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("['’]s?\\b", "").replaceAll("[^\\p{L}\\d]+", " ").strip()
        .replaceFirst("^the ", "");
  }

  /// The names that a cell gives to one party: "APT28/Sofacy (GRU) < Umbrella" are four.
  static Set<String> alternatives(String cell) {
    Set<String> all = new LinkedHashSet<>();
    for (String part : cell.split("[/<()]|\\baka\\b", -1)) {
      String name = part.strip().replaceAll("[,;]$", "");
      if (name.length() > 1) {
        all.add(name);
      }
    }
    return all;
  }

  /// ISO 3166-1 alpha-2 of a state as such sets spell it ("Iran, Islamic Republic of").
  Optional<String> country(String spelling) {
    String bare = spelling.replaceAll("\\(.*?\\)", "").strip();
    int comma = bare.indexOf(',');
    List<String> tries = comma < 0 ? List.of(bare, spelling)
        : List.of(bare, bare.substring(comma + 1).strip() + " " + bare.substring(0, comma), bare.substring(0, comma));
    for (String name : tries) {
      Optional<Name> state = names.lookUp(name).flatMap(match -> match.as(Name.Sort.STATE));
      if (state.isPresent()) {
        return state.get().country();
      }
      String code = iso.get(name.toLowerCase(Locale.ROOT));
      if (code != null) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /// The states of some spellings, those that are none left out.
  Set<String> countries(Iterable<String> spellings) {
    Set<String> codes = new TreeSet<>();
    spellings.forEach(spelling -> country(spelling).ifPresent(codes::add));
    return codes;
  }
}
