package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.IncidentAccount;

/// An incident to be joined with another or split: what it was put together by, and what analysts found of that.
///
/// @param incident the incident
/// @param accounts how each report tells of it, with its claims
/// @param makeup why these are one, and what analysts found
/// @param others incidents that words were found in, to be joined with it
/// @param seen the last moment on record when this was asked, ISO 8601
public record RegroupPage(IncidentCard incident, List<AccountCard> accounts, Makeup makeup, List<IncidentCard> others,
    String seen) {
  private static final int FOUND = 50;

  /// Copies the lists.
  public RegroupPage {
    accounts = List.copyOf(accounts);
    others = List.copyOf(others);
  }

  /// How one report tells of it.
  ///
  /// @param document the report
  /// @param label how it calls the operation
  /// @param claims what it tells of it
  public record AccountCard(ClaimCard.DocumentCard document, String label, List<ClaimCard> claims) {
    /// Copies the list.
    public AccountCard {
      claims = List.copyOf(claims);
    }
  }

  /// An incident as it is grouped now.
  ///
  /// @param desk all that is on record
  /// @param key the incident
  /// @param words words of another; blank for none
  /// @param seen the last moment on record, asked before all else
  /// @return the page
  /// @throws org.tingbok.vocabulary.NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  public static RegroupPage of(Desk desk, String key, String words, String seen) {
    Incident incident = desk.incidents().first(key);
    List<AccountCard> accounts = new ArrayList<>();
    for (IncidentAccount account : incident.accounts()) {
      accounts.add(new AccountCard(desk.cards().documentCard(desk.cards().document(account.document())),
          account.label().strip(), desk.cards().claims(desk.incidents().claims(incident).stream()
              .filter(claim -> claim.claim().account().filter(one -> one.id().equals(account.id())).isPresent())
              .toList())));
    }
    List<IncidentCard> others = words.isBlank() ? List.of()
        : desk.incidents().with(words).stream()
            .filter(card -> !card.id().equals(incident.id())).limit(FOUND).toList();
    return new RegroupPage(desk.incidents().card(incident), accounts, Makeup.of(desk, incident), others, seen);
  }
}
