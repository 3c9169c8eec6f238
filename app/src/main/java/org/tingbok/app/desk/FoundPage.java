package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/// What the one search box finds.
///
/// @param hits documents and quotes with the words lit; claims without words where only a date was asked for
/// @param said the days in which something has to have been said, in words; empty if none were asked for
/// @param names who is called so
/// @param incidents incidents of which a document tells in these words
/// @param facets what the claims found have in common, counted
/// @param counted how many claims the facets were counted over
/// @param sampled whether there are more than were counted
public record FoundPage(@JsonUnwrapped SearchPage hits, Optional<String> said, List<NameHit> names,
    List<IncidentHit> incidents, List<Facets.Facet> facets, int counted, boolean sampled) {
  /// What is found where nothing is looked for.
  public static final FoundPage NOTHING =
      new FoundPage(SearchPage.NOTHING, Optional.empty(), List.of(), List.of(), List.of(), 0, false);

  /// Copies the lists.
  public FoundPage {
    names = List.copyOf(names);
    incidents = List.copyOf(incidents);
    facets = List.copyOf(facets);
  }

  /// Somebody who is called so.
  ///
  /// @param name the name as it is filed
  /// @param accused how many claims hold it responsible
  /// @param says how many claims it makes
  /// @param hit in how many claims it was hit
  public record NameHit(String name, long accused, long says, long hit) {
  }

  /// An incident as a document tells of it.
  ///
  /// @param account the account, which leads to the incident
  /// @param name what happened, in a few words
  /// @param when when it happened
  /// @param sentence a quote about it
  public record IncidentHit(String account, String name, DateCard when, String sentence) {
  }

  /// Whether nothing at all is found.
  ///
  /// @return true if it is not
  public boolean nothing() {
    return hits.nothing() && names.isEmpty() && incidents.isEmpty();
  }
}
