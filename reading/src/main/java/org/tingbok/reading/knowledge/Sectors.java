package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.query.WordForms;

/// Which sector somebody is of who was hit, in the words of STIX's industry-sector vocabulary.
///
/// Told by the words of names and labels (`sectors.tsv`, in the languages read) and by what the tables know of bodies and
/// organisations. A state is of no sector. Immutable, thread-safe.
public final class Sectors {
  /// What the tables call a body, and the sector that it is of.
  private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("ministry", "government"),
      Map.entry("cert", "government"), Map.entry("agency", "government"), Map.entry("intelligence", "government"),
      Map.entry("police", "government"), Map.entry("security", "government"), Map.entry("government", "government"),
      Map.entry("regulator", "government"), Map.entry("parliament", "government"),
      Map.entry("prosecutor", "government"), Map.entry("head", "government"), Map.entry("court", "government"),
      Map.entry("embassy", "government"), Map.entry("military", "defense"), Map.entry("unit", "defense"),
      Map.entry("outlet", "communications"), Map.entry("agency-news", "communications"),
      Map.entry("vendor", "technology"), Map.entry("ngo", "non-profit"), Map.entry("university", "education"));

  private record Entry(String sector, List<Word> words) {
  }

  /// A word of the table as it is compared; `any` letters may stand before it, it may only be what a word `begins` with.
  private record Word(String letters, boolean any, boolean begins) {
    static Word of(String word) {
      return new Word(String.join("", forms(word.replace("*", ""))), word.startsWith("*"), word.endsWith("*"));
    }

    boolean fits(String word) {
      return any ? begins ? word.contains(letters) : word.endsWith(letters)
          : begins ? word.startsWith(letters) : word.equals(letters);
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  private Sectors(Table table) {
    for (int row = 0; row < table.size(); row++) {
      for (String phrase : table.list(row, "words")) {
        entries.add(new Entry(table.cell(row, "sector"), List.of(phrase.strip().split(" ", -1)).stream()
            .map(Word::of).toList()));
      }
    }
  }

  private static final class Standard {
    private static final Sectors SECTORS = new Sectors(Table.read("sectors.tsv"));
  }

  /// The sectors that ship; read once.
  ///
  /// @return one for the whole process
  public static Sectors standard() {
    return Standard.SECTORS;
  }

  /// Every sector that is told.
  ///
  /// @return words of the vocabulary
  public NavigableSet<String> vocabulary() {
    NavigableSet<String> all = new TreeSet<>(KINDS.values());
    entries.forEach(entry -> all.add(entry.sector()));
    return all;
  }

  private static List<String> forms(String text) {
    return WordForms.FOLDED.words(text, "und").stream().map(WordForms.Word::form).toList();
  }

  /// The sectors of those who were hit.
  ///
  /// @param victims who was hit
  /// @param label the operation in a few words, in any of the languages read
  /// @param names what the tables know of names
  /// @return words of the vocabulary; empty if nothing tells
  public NavigableSet<String> of(Collection<Party> victims, String label, Names names) {
    NavigableSet<String> sectors = new TreeSet<>(told(label));
    for (Party victim : victims) {
      Set<String> told = victim.kind() == PartyKind.STATE || victim.kind() == PartyKind.PERSON ? Set.of()
          : told(victim.name());
      Optional<String> known = known(victim, names);
      sectors.addAll(told);
      known.ifPresent(sectors::add);
      if (known.isEmpty() && victim.kind() == PartyKind.BODY) {
        sectors.add("government");
      }
    }
    return sectors;
  }

  private static Optional<String> known(Party victim, Names names) {
    List<Name.Sort> sorts = switch (victim.kind()) {
      case BODY -> List.of(Name.Sort.BODY);
      case ORGANISATION -> List.of(Name.Sort.ORGANISATION, Name.Sort.OUTLET);
      case STATE, THREAT_ACTOR, PERSON, DESCRIBED -> List.of();
    };
    return names.lookUp(victim.name())
        .flatMap(match -> sorts.stream().flatMap(sort -> match.as(sort).stream()).findFirst())
        .flatMap(name -> Optional.ofNullable(KINDS.get(name.kind())));
  }

  private NavigableSet<String> told(String text) {
    List<String> words = forms(text.replace("-", ""));
    List<String> apart = forms(text);
    NavigableSet<String> sectors = new TreeSet<>();
    for (Entry entry : entries) {
      if (stands(entry.words(), apart) || !apart.equals(words) && stands(entry.words(), words)) {
        sectors.add(entry.sector());
      }
    }
    return sectors;
  }

  private static boolean stands(List<Word> phrase, List<String> words) {
    for (int at = 0; at + phrase.size() <= words.size(); at++) {
      boolean fits = true;
      for (int i = 0; i < phrase.size() && fits; i++) {
        fits = phrase.get(i).fits(words.get(at + i));
      }
      if (fits) {
        return true;
      }
    }
    return false;
  }
}
