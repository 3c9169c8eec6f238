package org.tingbok.app.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Decision;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.testkit.ActGenerator;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.GroupingVerdict;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Verdict;

/// A ledger of invented reports: some print what others print, some are read again, and much is done about them: rulings,
/// corrections, retractions, erasures, accounts joined and kept apart, names decided on. One seed gives one ledger.
final class InventedPress {
  private static final List<String> NAMED = List.of("Copper Lynx", "Tin Heron", "Elvheim Institute", "TinHeron",
      "the Copper Lynx Group");

  private final ReadingGenerator generator;
  private final Random chance;
  private final Ledger ledger = Ledger.inMemory(new ManualClock(Instant.parse("2026-01-01T00:00:00Z")));
  private final List<Reading> printed = new ArrayList<>();

  private InventedPress(long seed) {
    generator = new ReadingGenerator(seed);
    chance = new Random(seed);
  }

  /// The ledger of a seed; the caller's to close.
  static Ledger ledger(long seed) {
    InventedPress press = new InventedPress(seed);
    ActGenerator acting = new ActGenerator(press.generator);
    for (int delivery = 0; delivery < 5; delivery++) {
      List<Reading> fresh = press.generator.readings(4);
      press.ledger.append(fresh);
      press.printed.addAll(fresh);
      acting.onRecord(fresh);
      press.ledger.act(acting.acts(5));
      List<Reading> more = new ArrayList<>(List.of(press.reprint()));
      Reading known = press.pick(press.printed);
      press.readAgain(known).ifPresent(more::add);
      press.ledger.append(more);
      press.printed.addAll(more);
      press.group();
      press.ledger.append(new Decision(press.pick(NAMED), "Salt Otter " + press.chance.nextInt(2),
          press.pick(List.of(Verdict.values())), "reason", "ida", press.day()));
    }
    return press.ledger;
  }

  private Optional<Reading> readAgain(Reading known) {
    return ledger.document(known.document().id()).map(there -> there.reading().document())
        .filter(there -> there.text().equals(known.document().text())).map(there -> generator.another(there, 2));
  }

  /// Another house prints what one has printed, with some claims of its own and some of the other's.
  private Reading reprint() {
    Reading from = pick(printed);
    Document was = from.document();
    String text = was.text() + " Reprinted " + printed.size() + ".";
    String sha256 = ContentId.sha256(text.getBytes(StandardCharsets.UTF_8));
    Document document = new Document(DocumentId.of(sha256), "reprints/" + printed.size() + ".txt", sha256,
        "text/plain", text, was.title(), Optional.of("Elvheim Gazette"), PartialDate.day(day()), was.language(),
        List.of(), false, List.of());
    List<Claim> claims = new ArrayList<>(generator.another(document, 1 + chance.nextInt(3)).claims());
    from.claims().forEach(claim -> {
      if (claim instanceof Claim.Attribution told) {
        claims.add(new Claim.Attribution(document.id(), told.saying(), told.accused(), told.incident()
            .map(account -> new IncidentAccount(document.id(), account.key(), account.label(), account.victims(),
                account.period(), account.names(), account.countries(), account.sectors())),
            told.evidence()));
      }
    });
    return new Reading(document, claims, List.of());
  }

  /// Joins two accounts of those that are told of, or keeps them apart.
  private void group() {
    List<IncidentAccount> accounts = ledger.asOf(AsOf.NOW).claims().stream()
        .flatMap(claim -> claim.claim().account().stream()).distinct().toList();
    if (accounts.size() > 1) {
      IncidentAccount one = pick(accounts);
      IncidentAccount other = pick(accounts);
      if (!one.equals(other)) {
        ledger.act(List.of(new Act.Grouped(List.of(AccountRef.of(one), AccountRef.of(other)),
            pick(List.of(GroupingVerdict.JOINED, GroupingVerdict.APART)), "reason", "ida", day())));
      }
    }
  }

  private LocalDate day() {
    return LocalDate.of(1995, 1, 1).plusDays(chance.nextInt(14_000));
  }

  private <T> T pick(List<T> values) {
    return values.get(chance.nextInt(values.size()));
  }
}
