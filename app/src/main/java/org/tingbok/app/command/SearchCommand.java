package org.tingbok.app.command;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.document.Span;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.DocumentHit;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Cursor;
import org.tingbok.query.Days;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.Page;
import org.tingbok.query.TextQuery;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok search`.
@Command(name = "search", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Search the texts on record, and the quotes of claims.",
        "All words have to be there; case, accents and endings make no difference."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok search storting epost",
        "  tingbok search '\"parliament breach\" hack* -rumour'",
        "  tingbok search APT31 --in quotes --as-of 2021"})
public final class SearchCommand implements Callable<Integer> {
  /// Where to look.
  enum Where {
    /// In documents and in quotes.
    all,
    /// In documents.
    documents,
    /// In quotes.
    quotes
  }

  @Parameters(arity = "1..*", paramLabel = "WORD",
      description = "Words; \"a phrase\", the beginning of a word*, -what must not be there (after --).")
  private List<String> words = List.of();

  @Option(names = "--in", paramLabel = "all|documents|quotes", defaultValue = "all",
      description = "Where to look (default: ${DEFAULT-VALUE}).")
  private Where where = Where.all;

  @Option(names = "--published", paramLabel = "FROM..TO", defaultValue = "",
      description = "When the document may have been published.")
  private String published = "";

  @Option(names = "--language", paramLabel = "LANGUAGE", split = ",",
      description = "The document's: en, nb, de, fr, es.")
  private List<String> languages = List.of();

  @Option(names = "--publisher", paramLabel = "NAME", description = "The document's.")
  private List<String> publishers = List.of();

  @Mixin
  private AsOfOptions part = new AsOfOptions();

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public SearchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `search` answers to programs.
  ///
  /// @param documents the best match first; left out if only quotes are asked for
  /// @param nextDocuments the cursor of their next page
  /// @param quotes the best match first; left out if only documents are asked for
  /// @param nextQuotes the cursor of their next page
  public record Found(Optional<List<ClaimCards.HitCard>> documents, Optional<String> nextDocuments,
      Optional<List<ClaimCards.QuoteCard>> quotes, Optional<String> nextQuotes) {
  }

  @Override
  public Integer call() {
    if (part.goesOn() && where == Where.all) {
      throw new BadInputException("USAGE", "--page goes on in one of the two: add --in documents or --in quotes");
    }
    Streams streams = Streams.of(surroundings);
    AsOf asOf = part.asOf();
    TextQuery query = TextQuery.parse(String.join(" ", words));
    try (Ledger ledger = options.existing(surroundings)) {
      ClaimCards cards = new ClaimCards(ledger, Stems.FORMS);
      Optional<Page<DocumentHit>> documents = where == Where.quotes ? Optional.empty()
          : Optional.of(ledger.documents(new DocumentQuery(Optional.of(query), Ranges.days("--published", published),
              new HashSet<>(languages), new HashSet<>(publishers)), asOf, part.page()));
      Optional<Page<RecordedClaim>> quotes = where == Where.documents ? Optional.empty()
          : Optional.of(ledger.claims(new ClaimQuery(List.of(new Condition.Quotes(query)), ClaimOrder.BEST), asOf,
              part.page()));
      Found found = new Found(documents.map(page -> cards.documents(page.items())),
          documents.flatMap(Page::next).map(Cursor::text), quotes.map(page -> cards.quotes(page.items(), query)),
          quotes.flatMap(Page::next).map(Cursor::text));
      if (options.json()) {
        streams.json(found);
      } else {
        print(found, streams);
      }
      streams.flush();
      return found.documents().orElse(List.of()).isEmpty() && found.quotes().orElse(List.of()).isEmpty()
          ? Problems.NOTHING_FOUND
          : 0;
    }
  }

  private void print(Found found, Streams streams) {
    Paint paint = streams.paint();
    found.documents().ifPresent(hits -> {
      for (ClaimCards.HitCard hit : hits) {
        streams.line(paint.strong(Paint.plain(hit.document().title())) + "  "
            + paint.faint(Paint.plain(hit.document().imprint()) + "  " + ReadingText.shortId(hit.document().id())));
        streams.lines(Columns.paragraph(painted(hit.excerpt(), paint), streams.width(), 2));
      }
      streams.line(paint.faint(ReadingText.count(hits.size(), "document", "documents")
          + found.nextDocuments().map(cursor -> "; more with --in documents --page " + cursor).orElse("")));
    });
    found.quotes().ifPresent(hits -> {
      for (ClaimCards.QuoteCard hit : hits) {
        streams.lines(Columns.paragraph(new ReadingText(streams).gist(hit.claim().gist()) + paint.faint(", "
            + hit.claim().saidWords() + " (" + Paint.plain(hit.claim().document().imprint()) + ") "
            + ReadingText.shortId(hit.claim().id())), streams.width(), 0));
        streams.lines(Columns.paragraph("“" + painted(hit.quote(), paint) + "”", streams.width(), 2));
      }
      streams.line(paint.faint(ReadingText.count(hits.size(), "claim", "claims") + " quoting it"
          + found.nextQuotes().map(cursor -> "; more with --in quotes --page " + cursor).orElse("")));
    });
    part.remark().ifPresent(remark -> streams.line(paint.faint(remark)));
  }

  /// The words found set off on a terminal, plain otherwise.
  private static String painted(ClaimCards.ExcerptCard excerpt, Paint paint) {
    String text = excerpt.text();
    if (!paint.coloured()) {
      return Paint.inline(text);
    }
    StringBuilder line = new StringBuilder();
    int from = 0;
    for (Span mark : excerpt.marks()) {
      if (mark.start() >= from) {
        line.append(Paint.inline(text.substring(from, mark.start())))
            .append(paint.evidence(Paint.inline(mark.of(text))));
        from = mark.end();
      }
    }
    return line + Paint.inline(text.substring(from));
  }
}
