package org.tingbok.app.command;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.Ranges;
import org.tingbok.app.desk.SearchPage;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.query.DocumentQuery;
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

  @Override
  public Integer call() {
    if (part.goesOn() && where == Where.all) {
      throw new BadInputException("USAGE", "--page goes on in one of the two: add --in documents or --in quotes");
    }
    Streams streams = Streams.of(surroundings);
    AsOf asOf = part.asOf();
    TextQuery query = TextQuery.parse(String.join(" ", words));
    try (Ledger ledger = options.existing(surroundings)) {
      SearchPage found = new ClaimCards(ledger, Stems.FORMS).search(
          new DocumentQuery(Optional.of(query), Ranges.days("--published", published), new HashSet<>(languages),
              new HashSet<>(publishers)),
          where != Where.quotes, where != Where.documents, asOf, part.page());
      if (options.json()) {
        streams.json(found);
      } else {
        print(found, streams);
      }
      streams.flush();
      return found.nothing() ? Problems.NOTHING_FOUND : 0;
    }
  }

  private void print(SearchPage found, Streams streams) {
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
    if (!paint.coloured()) {
      return Paint.inline(excerpt.text());
    }
    StringBuilder line = new StringBuilder();
    for (ClaimCards.Piece piece : excerpt.pieces()) {
      String plain = Paint.inline(piece.text());
      line.append(piece.found() ? paint.evidence(plain) : plain);
    }
    return line.toString();
  }
}
