package org.tingbok.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.ClaimsPage;
import org.tingbok.app.desk.Unplaced;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.terminal.Columns;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tingbok claims`.
@Command(name = "claims", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"List the claims for which conditions hold.",
        "Several values of one option are alternatives; several options have to hold together."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok claims --accused APT31 --type attribution,response",
        "  tingbok claims --claimant-kind state --victim-state NO --said 2021..2022",
        "  tingbok claims --quote '\"summer of 2018\" -email*' --order best",
        "  tingbok claims --recorded 2024-05-01.. --count"})
public final class ClaimsCommand implements Callable<Integer> {
  @Mixin
  private ClaimOptions question = new ClaimOptions();

  @Mixin
  private AsOfOptions part = new AsOfOptions();

  @Option(names = "--order", paramLabel = "ORDER", defaultValue = "",
      description = "newest (default), oldest, recorded, or best (default with --quote).")
  private String order = "";

  @Option(names = "--count", description = "Only how many.")
  private boolean count;

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public ClaimsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `claims --count` answers to programs.
  ///
  /// @param count how many claims
  /// @param unplaced how many more may or may not have been said by the day asked for; empty if none was
  public record Count(long count, Optional<Long> unplaced) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    AsOf asOf = part.asOf();
    PageRequest page = part.page();
    try (Ledger ledger = options.existing(surroundings)) {
      ClaimQuery query = question.question().query(new Lookup(ledger, asOf, question.view().orElse(View.ANY)), order());
      int status = count ? count(ledger, query, asOf, streams) : list(ledger, query, asOf, page, streams);
      if (status == Problems.NOTHING_FOUND) {
        question.unknownNames(ledger).forEach(streams::remark);
      }
      streams.flush();
      return status;
    }
  }

  private ClaimOrder order() {
    if (order.isBlank()) {
      return question.question().quotes() ? ClaimOrder.BEST : ClaimOrder.NEWEST;
    }
    return Coded.find(ClaimOrder.class, order).orElseThrow(
        () -> new BadInputException("USAGE", "--order '" + order + "': one of newest, oldest, recorded, best"));
  }

  private int count(Ledger ledger, ClaimQuery query, AsOf asOf, Streams streams) {
    long number = ledger.count(query, asOf);
    Optional<Long> unplaced = Unplaced.count(ledger, query, asOf, number);
    if (options.json()) {
      streams.json(new Count(number, unplaced));
    } else {
      streams.line(Long.toString(number));
      unplaced.filter(some -> some > 0)
          .ifPresent(some -> streams.remark(some + (some == 1 ? " claim is" : " claims are")
              + " left out that cannot be placed before or after that day"));
    }
    return number == 0 ? Problems.NOTHING_FOUND : 0;
  }

  private int list(Ledger ledger, ClaimQuery query, AsOf asOf, PageRequest part, Streams streams) {
    Page<RecordedClaim> page = ledger.claims(query, asOf, part);
    ClaimsPage found = new ClaimCards(ledger, Stems.FORMS).page(page);
    List<ClaimCard> cards = found.claims();
    if (options.json()) {
      streams.json(found);
    } else {
      cards.forEach(card -> new ReadingText(streams).claim(card, 0));
      streams.line(streams.paint().faint(ReadingText.count(cards.size(), "claim", "claims")
          + found.next().map(cursor -> "; more with --page " + cursor).orElse("")));
      this.part.remark().ifPresent(remark -> streams.lines(
          Columns.paragraph(streams.paint().faint(remark), streams.width(), 0)));
    }
    return cards.isEmpty() ? Problems.NOTHING_FOUND : 0;
  }
}
