package org.tingbok.analysis;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.PartialDate;

/// One operation, and the accounts that documents give of it.
///
/// @param id `incident--` and a UUID made from the accounts, the same in whatever order they were recorded
/// @param name the operation in a few English words, with its year where known
/// @param victims who was hit, by any account; each name once, by name
/// @param countries ISO 3166-1 alpha-2 of the states hit, by any account
/// @param period when it happened, as far as the accounts agree; where some are more precise, the more precise; not
///     stated if none tells
/// @param accounts how each document tells of it, by id
/// @param documents the documents that tell of it, by id
/// @param disputed whether claims about it conflict, see [Disputes]
public record Incident(String id, String name, List<Party> victims, Set<String> countries, PartialDate period,
    List<IncidentAccount> accounts, List<DocumentId> documents, boolean disputed) implements Serializable {
  /// Copies the collections.
  public Incident {
    victims = List.copyOf(victims);
    countries = Collections.unmodifiableSortedSet(new TreeSet<>(countries));
    accounts = List.copyOf(accounts);
    documents = List.copyOf(documents);
  }

  /// The same incident, marked.
  Incident disputed(boolean whether) {
    return new Incident(id, name, victims, countries, period, accounts, documents, whether);
  }
}
