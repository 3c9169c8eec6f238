package org.tingbok.reading.labelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tingbok.document.Span;
import org.tingbok.reading.clause.MaskedNames;
import org.tingbok.reading.frame.FrameCatalogue;
import org.tingbok.reading.frame.TrainedLexicon;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.reading.time.TimeExpressions;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Token;
import org.tingbok.vocabulary.ClaimType;

/// The model that ships sees who claims what of whom, and not which state is meant.
class LabellerTest {
  private static List<Proposition> label(String text) {
    List<NameMatch> names = Names.standard().find(text);
    List<TimeMention> times = new TimeExpressions(Optional.empty(), OptionalInt.empty()).find(text, 0, text.length());
    return Labeller.standard().label(
        MaskedNames.parse(SyntaxAnalyzer.load("en"), text, new Span(0, text.length()), names, times), names, times,
        Quotes.in(text, 0, text.length()), "en", new TrainedLexicon(FrameCatalogue.standard().embedding()));
  }

  private static List<String> told(String text) {
    return label(text).stream().map(one -> one.type().code() + " " + one.predicate().index() + " "
        + one.claimants().stream().map(Token::index).toList() + one.first().stream().map(Token::index).toList() + " "
        + one.probability()).toList();
  }

  @Test
  void findsThePredicateAndWhoAccusesWhomOfWhat() {
    assertThat(label("Norway blamed Russia for the breach of the grid.")).anySatisfy(found -> {
      assertThat(found.type()).isEqualTo(ClaimType.ATTRIBUTION);
      assertThat(found.probability()).isGreaterThan(0.5f);
      assertThat(found.predicate().form()).isEqualTo("blamed");
      assertThat(found.claimants()).extracting(Token::form).containsExactly("Norway");
      assertThat(found.first()).extracting(Token::form).containsExactly("Russia");
      assertThat(found.incident()).extracting(Token::form).containsExactly("breach");
    });
  }

  @Test
  void doesNotSeeWhichStateIsNamed() {
    assertThat(told("Norway blamed Russia for the breach of the grid."))
        .isEqualTo(told("Iran blamed Canada for the breach of the grid."));
  }

  @Test
  void seesNothingProbableWhereNothingIsClaimed() {
    assertThat(label("The ferry leaves at nine and calls at two islands.")).allMatch(one -> one.probability() < 0.5f);
    assertThat(label("?")).allMatch(one -> one.probability() < 0.5f);
  }
}
