package org.tingbok.app.api;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.Ranges;
import org.tingbok.app.desk.SearchPage;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.TextQuery;
import org.tingbok.store.Stems;

/// Words in texts and quotes.
final class SearchOperations {
  private static final String STRETCH = "([12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)";

  private SearchOperations() {
  }

  static List<Operation> all() {
    return List.of(
        Operation.get("/search/documents", "searchDocuments", Operation.Tag.SEARCH, "Documents that have words")
            .says(
                "The best match first. Titles and what is read of a document are searched, not its mark-up, menus and notices.")
            .takes(Parameters.listed(parameters())).such("q", "ferry")
            .answers(Answer.page(ClaimCards.HitCard.class,
                "A page of documents, with the stretch that has most of the words."))
            .by(call -> {
              SearchPage found = found(call, true);
              return Listing.page(call, found.documents().orElse(List.of()), Optional.empty(), found.nextDocuments());
            }),
        Operation.get("/search/quotes", "searchQuotes", Operation.Tag.SEARCH, "Quotes of claims that have words")
            .says("The best match first. A quote is what carries a claim, not the rest of its sentence.")
            .takes(Parameters.listed(parameters())).such("q", "passwords")
            .answers(Answer.page(ClaimCards.QuoteCard.class, "A page of claims, each with its best quote."))
            .by(call -> {
              SearchPage found = found(call, false);
              return Listing.page(call, found.quotes().orElse(List.of()), Optional.empty(), found.nextQuotes());
            }));
  }

  private static Parameter[] parameters() {
    return new Parameter[] {
        Parameter.query("q", Schema.line(200), "Words that all have to be there: `\"a phrase\"`, `begin*`, `-without`.")
            .needed()
            .such("ferry"),
        Parameter.query("published",
            new Schema.Text(4, 24, "^(" + STRETCH + "(\\.\\." + STRETCH + "?)?|\\.\\." + STRETCH + ")$",
                "a stretch of time; give one as in 2024, 2024-03..2024-05-31, ..2024"),
            "When the document was published."),
        Parameter.query("language", new Schema.Several(new Schema.Text(2, 8, "^[a-z]{2,8}$", "a language tag"), 1, 20),
            "The language of the document, BCP 47."),
        Parameter.query("publisher", new Schema.Several(Schema.line(120), 1, 20), "Who published the document.")};
  }

  private static SearchPage found(Call call, boolean documents) {
    DocumentQuery query = new DocumentQuery(Optional.of(TextQuery.parse(call.key("q"))),
        Ranges.days("published", call.one("published").orElse("")), new HashSet<>(call.all("language")),
        new HashSet<>(call.all("publisher")));
    return new ClaimCards(call.holdings().ledger(), Stems.FORMS).search(query, documents, !documents, call.asOf(),
        Listing.part(call));
  }
}
