package org.tingbok.reading.incident;

import java.util.List;
import java.util.Set;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.PartialDate;

/// What one phrase tells of an operation.
///
/// @param label the words of the phrase
/// @param victims who it says was hit
/// @param period when it says that happened
/// @param names names of operations and malware in it
/// @param countries ISO 3166-1 alpha-2 of the states hit
/// @param definite whether it leads back to an operation told of before, by article, pronoun or silence
/// @param again whether it says that it befell them again, and so is another than was told of them
/// @param place where it stands, a code unit of the view
public record Operation(String label, List<Party> victims, PartialDate period, Set<String> names, Set<String> countries,
    boolean definite, boolean again, int place) {
  /// Copies the collections.
  public Operation {
    victims = List.copyOf(victims);
    names = Set.copyOf(names);
    countries = Set.copyOf(countries);
  }
}
