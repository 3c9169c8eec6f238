package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/// What one name denotes under a view.
///
/// @param name the name, as it was handed in
/// @param actor what the actor is called: the name that most lists in the view file it under, else the name itself
/// @param names the actor's names
/// @param either further names that are said to be its own, of which not all can be
/// @param overlaps who says that one of its names overlaps with another's; empty unless the view tells overlaps
/// @param several the actors that lists file the name under, where they are more than one
/// @param saidBy who joins the name with another of these
/// @param status `known`, `alone` (on record, and joined with nothing), `either` or `unknown`
/// @param view the view
/// @param inferred for a name that is unknown, who probably gave it and what that implies; nobody on record says so
public record ResolvedName(String name, String actor, List<String> names, List<List<String>> either,
    List<NamesPage.Shared> overlaps, List<NamesPage.FiledUnder> several, List<String> saidBy, String status,
    String view, Optional<KnownName.Inference> inferred) {
  /// As cells of a table. One that a spreadsheet would take for a formula is preceded by an apostrophe.
  ///
  /// @return actor, names, either, overlaps, several, said by, status, view; giver and state as inferred, and what they are inferred from
  @JsonIgnore
  public List<String> cells() {
    return List.of(cell(actor), cell(String.join("; ", names)),
        cell(String.join(" | ", either.stream().map(one -> String.join("; ", one)).toList())),
        cell(String.join("; ", overlaps.stream().map(ResolvedName::words).toList())),
        cell(String.join("; ", several.stream().map(NamesPage.FiledUnder::words).toList())),
        cell(String.join("; ", saidBy)), status, view, cell(inferred.map(KnownName.Inference::giver).orElse("")),
        inferred.map(KnownName.Inference::state).orElse(""), inferred.map(KnownName.Inference::from).orElse(""));
  }

  /// `GhostEmperor (of Earth Estries, MISP galaxy: likely)`: the other name, which of the actor's it is said of, by whom.
  private static String words(NamesPage.Shared overlap) {
    return overlap.other() + " (of " + overlap.own() + ", " + String.join("; ", overlap.said().stream()
        .map(link -> link.claimantNames() + link.certainty().text().map(words -> ": " + words).orElse("")).distinct()
        .toList()) + ")";
  }

  private static String cell(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
