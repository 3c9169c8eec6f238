package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.Surroundings;
import org.tingbok.app.terminal.Paint;
import org.tingbok.store.Upkeep;
import org.tingbok.store.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tingbok ledger verify`.
@Command(name = "verify", mixinStandardHelpOptions = true,
    description = {
        "Tell whether the ledger is what was recorded: every entry, the chain of hashes over them, and all that"
            + " is derived from them.",
        "Whatever is wrong is one line with its place. The head that is printed stands for the whole ledger: note it"
            + " elsewhere, and --head tells later whether what was verified then is still there, or was cut or rewritten.",
        "Changes nothing. Others may go on adding meanwhile; what they add is looked at next time."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok ledger verify",
        "  tingbok ledger verify --head 5d0c…e1",
        "  tingbok ledger verify --ledger tingbok-monday.ledger --format json",
        "%nExit status: 0 nothing is wrong, 1 something is, 2 could not look."})
public final class LedgerVerifyCommand extends UpkeepCommand {
  /// More are counted and not kept for programs: a file that is broken all through has as many as entries.
  private static final int FINDINGS = 1000;

  @Option(names = "--head", paramLabel = "HASH",
      description = "A head noted earlier, all 64 digits: is it still in the chain?")
  private Optional<String> head = Optional.empty();

  @Option(names = "--entries",
      description = "Only the entries; not the tables made from them, for which they are made anew in a temporary file.")
  private boolean entriesOnly;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public LedgerVerifyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /// What `ledger verify` answers to programs.
  record Verified(String ledger, boolean sound, long entries, Map<String, Long> kinds, String head,
      Optional<String> asked, Optional<Long> askedAt, long troubles, List<Verification.Finding> findings) {
  }

  @Override
  int look(Upkeep upkeep, Streams streams) {
    List<Verification.Finding> findings = new ArrayList<>();
    Verification verification = upkeep.verify(head, !entriesOnly, finding -> {
      if (!json()) {
        streams.line(streams.paint().warning(Paint.plain(finding.line())));
      } else if (findings.size() < FINDINGS) {
        findings.add(finding);
      }
    });
    if (json()) {
      streams.json(new Verified(ledger(), verification.sound(), verification.entries(), verification.kinds(),
          verification.head(), verification.asked(), verification.askedAt(), verification.troubles(), findings));
    } else {
      print(verification, streams);
    }
    return verification.sound() ? 0 : Problems.NOTHING_FOUND;
  }

  private void print(Verification verification, Streams streams) {
    long troubles = verification.troubles();
    String name = Paint.plain(ledger());
    streams.line(troubles == 0 ? name + ": " + entries(verification.entries()) + ", all as recorded"
        : name + ": " + String.format(Locale.ROOT, "%,d", troubles) + (troubles == 1 ? " thing is" : " things are")
            + " wrong in " + entries(verification.entries())
            + "; keep the file as it is, and go back to a backup that verifies ('tingbok ledger restore')");
    List<String> kinds = new ArrayList<>();
    verification.kinds().forEach((kind, count) -> kinds.add(String.format(Locale.ROOT, "%,d", count) + " " + kind));
    if (!kinds.isEmpty()) {
      streams.line("kinds: " + Paint.plain(String.join(", ", kinds)));
    }
    streams.line("head: " + verification.head());
    verification.asked().ifPresent(asked -> streams.line(verification.askedAt()
        .map(at -> "the head " + asked + " is in the chain: it was that of the first " + entries(at))
        .orElseGet(() -> streams.paint().warning("the head " + asked
            + " is not in the chain: the ledger was cut, rewritten or exchanged since, or the head is another's"))));
  }
}
