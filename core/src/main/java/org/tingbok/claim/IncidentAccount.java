package org.tingbok.claim;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// How one document tells of one operation: what analysis goes by when it brings accounts together.
///
/// @param document the document that tells
/// @param key what the document's account is told apart by within the document, stable when the same text is read again
/// @param label the operation in a few words, in the document's own language
/// @param victims who was hit, as far as told
/// @param period when it happened, as far as told
/// @param names names of the operation, campaign or malware that the document uses, as known to the knowledge of names
/// @param countries ISO 3166-1 alpha-2 of the states whose people, bodies or companies were hit, as far as told
/// @param sectors sectors of those who were hit, in the words of STIX's industry-sector vocabulary, as far as told
public record IncidentAccount(DocumentId document, String key, String label, List<Party> victims, PartialDate period,
    Set<String> names, Set<String> countries, Set<String> sectors) implements Serializable {
  /// Copies the collections; sets are kept in their natural order.
  public IncidentAccount {
    victims = List.copyOf(victims);
    names = sorted(names);
    countries = sorted(countries);
    sectors = sorted(sectors);
  }

  /// Most sets hold one or nothing, and there are very many accounts: only where there is an order is a tree kept.
  private static Set<String> sorted(Set<String> set) {
    return set.size() < 2 ? Set.copyOf(set) : java.util.Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }

  /// An account that tells of no sector.
  ///
  /// @param document the document that tells
  /// @param key what the account is told apart by
  /// @param label the operation in a few words
  /// @param victims who was hit
  /// @param period when it happened
  /// @param names names of the operation, campaign or malware
  /// @param countries states whose people, bodies or companies were hit
  public IncidentAccount(DocumentId document, String key, String label, List<Party> victims, PartialDate period,
      Set<String> names, Set<String> countries) {
    this(document, key, label, victims, period, names, countries, Set.of());
  }

  /// What the account is known by.
  ///
  /// @return `incident-account--` and a UUID
  public String id() {
    return ContentId.of("incident-account", document.value(), key);
  }
}
