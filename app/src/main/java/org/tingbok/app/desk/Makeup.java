package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.Reason;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// Why an incident is what it is: which reports were put together by what, what it is part of and contains, and what
/// analysts found of that.
///
/// @param why which account was put with which; empty if one account tells of it
/// @param partOf the campaign that it is part of
/// @param contains the incidents that it contains, by id
/// @param regrouped what analysts found of its accounts, as far as it stands, the earliest first
public record Makeup(List<Why> why, Optional<Part> partOf, List<Part> contains, List<Regrouped> regrouped) {
  /// Why one account was put with another.
  ///
  /// @param account how the report tells of it
  /// @param with the account that it was put with
  /// @param grounds what speaks for it, the strongest first
  public record Why(Account account, Account with, List<Ground> grounds) {
  }

  /// A document's telling of an operation.
  ///
  /// @param document id of the document
  /// @param label how it calls the operation
  /// @param imprint whose document, and of when
  public record Account(String document, String label, String imprint) {
  }

  /// One thing that speaks for it.
  ///
  /// @param kind what two accounts agree in; `decision` for what an analyst found
  /// @param what as far as it can be said in a word
  /// @param words the two in words
  public record Ground(String kind, String what, String words) {
  }

  /// A campaign or an incident within one.
  ///
  /// @param id its id
  /// @param name its name
  /// @param grounds what says so
  public record Part(String id, String name, List<Ground> grounds) {
  }

  /// What an analyst found of accounts.
  ///
  /// @param id `grouping--` and a UUID
  /// @param verdict `joined` or `apart`
  /// @param accounts the accounts
  /// @param reason why
  /// @param by who finds so
  /// @param day when
  public record Regrouped(String id, String verdict, List<Account> accounts, String reason, String by, DateCard day) {
  }

  static Makeup of(Desk desk, Incident incident) {
    Map<String, IncidentAccount> accounts = new HashMap<>();
    incident.accounts().forEach(account -> accounts.put(account.id(), account));
    List<Why> why = new ArrayList<>();
    for (Reason reason : incident.reasons()) {
      IncidentAccount one = accounts.get(reason.account());
      IncidentAccount with = accounts.get(reason.joined());
      if (one != null && with != null && desk.snapshot().documents().containsKey(one.document())
          && desk.snapshot().documents().containsKey(with.document())) {
        why.add(new Why(account(desk, one), account(desk, with), grounds(reason.grounds())));
      }
    }
    return new Makeup(why, incident.whole().flatMap(part -> part(desk, part)),
        incident.parts().stream().flatMap(part -> part(desk, part).stream()).toList(),
        desk.incidents().groupings(incident).stream().map(grouped -> regrouped(desk, grouped)).toList());
  }

  private static Optional<Part> part(Desk desk, Incident.Part part) {
    return desk.incidents().withId(part.incident())
        .map(other -> new Part(other.id(), other.name(), grounds(part.grounds())));
  }

  private static Regrouped regrouped(Desk desk, Act.Grouped grouped) {
    return new Regrouped(grouped.subject(), grouped.verdict().code(), grouped.accounts().stream()
        .map(account -> desk.incidents().account(account).map(one -> account(desk, one))
            .orElse(new Account(account.document().value(), "", account.document().value())))
        .toList(), grouped.reason(), grouped.by(), DateCard.of(PartialDate.day(grouped.day())));
  }

  private static Account account(Desk desk, IncidentAccount account) {
    Document document = desk.snapshot().documents().get(account.document());
    return new Account(account.document().value(), account.label().strip(),
        document == null ? account.document().value() : desk.cards().documentCard(document).imprint());
  }

  private static List<Ground> grounds(List<Reason.Ground> grounds) {
    return grounds.stream().map(ground -> new Ground(ground.kind().code(), ground.what(), words(ground))).toList();
  }

  private static String words(Reason.Ground ground) {
    return switch (ground.kind()) {
      case DECISION -> "an analyst: " + ground.what();
      case NAME -> "the name “" + ground.what() + "”";
      case VICTIM -> "the victim “" + ground.what() + "”";
      case DESCRIBED_VICTIM -> "whom it hit: " + ground.what();
      case STORY -> "the same words in copies of one story";
      case STATEMENT -> ground.what().startsWith("part-of") ? "a text that says so" : "the same statement of one day";
      case LABEL -> "the words “" + ground.what() + "”";
      case TIME -> "the time " + time(ground.what());
    };
  }

  private static String time(String iso) {
    try {
      return DateWords.of(PartialDate.parse(iso));
    } catch (BadInputException _) {
      return iso;
    }
  }
}
