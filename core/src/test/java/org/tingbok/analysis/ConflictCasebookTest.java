package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.AsOf;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Polarity;

/// One case for each kind of conflict, told month by month: opened, resolved, opened again, each as of its days; and one for each thing
/// that looks like a conflict and is none.
class ConflictCasebookTest {
  private static final LocalDate FIRST = LocalDate.parse("2031-06-01");

  /// A press that publishes an article on the first of each month.
  private static final class Chronicle {
    private final Press press = new Press();
    private int month;

    Chronicle month(Consumer<Press.Article> tells) {
      tells.accept(press.article("Gazette " + month, day(month++)));
      return this;
    }

    static String day(int month) {
      return FIRST.plusMonths(month).toString();
    }

    /// Of each month whether a conflict of the kind was open at its end: `o`, resolved: `r`, or there was none: `-`.
    String course(DisputeKind kind) {
      StringBuilder course = new StringBuilder();
      for (int i = 0; i < month; i++) {
        List<Optional<LocalDate>> resolved =
            Analysis.of(press.snapshot(AsOf.said(FIRST.plusMonths(i).plusDays(20)))).conflicts().stream()
                .filter(conflict -> conflict.dispute().kind() == kind).map(Conflict::resolved).toList();
        course.append(resolved.isEmpty() ? '-' : resolved.stream().anyMatch(Optional::isEmpty) ? 'o' : 'r');
      }
      return course.toString();
    }
  }

  private record Case(String name, DisputeKind kind, String course, Chronicle chronicle) {
  }

  private static IncidentAccount hit(Press.Article article) {
    return article.account("break-in", "2031-05", Set.of("Operation Tidemark"), Press.HARBOUR);
  }

  private static String on(Press.Article article) {
    return article.document.published().iso();
  }

  private static Consumer<Press.Article> accuses(Party who, Party whom) {
    return article -> article.attribution(who, whom, hit(article), on(article));
  }

  private static Consumer<Press.Article> takesBack(Party who, Party whom) {
    return article -> article.notAttributed(who, Optional.of(whom), hit(article), true, on(article));
  }

  private static Consumer<Press.Article> namesNobody(Party who) {
    return article -> article.notAttributed(who, Optional.empty(), hit(article), false, on(article));
  }

  private static Consumer<Press.Article> denies(Party who) {
    return article -> article.denial(who, Optional.of(hit(article)), on(article));
  }

  private static Consumer<Press.Article> happened(Party who, String when) {
    return article -> article.attribution(who, Press.OTTER,
        article.account("break-in", when, Set.of("Operation Tidemark"), Press.HARBOUR), on(article));
  }

  private static Consumer<Press.Article> joins(Party who) {
    return article -> article.alias(who, Press.HERON, Press.OTTER, AliasRelation.SAME);
  }

  private static Case of(String name, DisputeKind kind, String course, List<Consumer<Press.Article>> months) {
    Chronicle chronicle = new Chronicle();
    months.forEach(chronicle::month);
    return new Case(name, kind, course, chronicle);
  }

  private static final List<Case> CASES = List.of(
      of("rivals: one takes it back, and says it again", DisputeKind.RIVAL_ACCUSED, "-oro", List.of(
          accuses(Press.LABS, Press.OTTER), accuses(Press.TIDE, Press.LYNX), takesBack(Press.LABS, Press.OTTER),
          accuses(Press.LABS, Press.OTTER))),
      of("rivals: a third takes up what was taken back", DisputeKind.RIVAL_ACCUSED, "-oro", List.of(
          accuses(Press.LABS, Press.OTTER), accuses(Press.TIDE, Press.LYNX), takesBack(Press.LABS, Press.OTTER),
          accuses(Press.GUARD, Press.OTTER))),
      of("rivals: one comes round", DisputeKind.RIVAL_ACCUSED, "-or", List.of(
          accuses(Press.LABS, Press.OTTER), accuses(Press.TIDE, Press.LYNX), accuses(Press.LABS, Press.LYNX))),
      of("a denial stands as long as the accusation does", DisputeKind.DENIED, "-oro", List.of(
          accuses(Press.LABS, Press.VARLAND), denies(Press.VARLAND), takesBack(Press.LABS, Press.VARLAND),
          accuses(Press.LABS, Press.VARLAND))),
      of("not confirmed, until confirmed", DisputeKind.NOT_CONFIRMED, "-or", List.of(
          accuses(Press.LABS, Press.OTTER),
          article -> article.notAttributed(Press.GUARD, Optional.of(Press.OTTER), hit(article), false, on(article)),
          accuses(Press.GUARD, Press.OTTER))),
      of("withheld, until named", DisputeKind.WITHHELD, "-or", List.of(
          accuses(Press.LABS, Press.OTTER), namesNobody(Press.GUARD), accuses(Press.GUARD, Press.OTTER))),
      of("changed its mind", DisputeKind.CHANGED_MIND, "-o", List.of(
          accuses(Press.LABS, Press.OTTER), accuses(Press.LABS, Press.LYNX))),
      of("withdrawn", DisputeKind.WITHDRAWN, "-r", List.of(
          accuses(Press.LABS, Press.OTTER), takesBack(Press.LABS, Press.OTTER))),
      of("other days", DisputeKind.DATE, "-o", List.of(
          happened(Press.LABS, "2031-05-02"), happened(Press.TIDE, "2031-05-20"))),
      of("hit, and spared", DisputeKind.VICTIM, "-o", List.of(
          accuses(Press.LABS, Press.OTTER), article -> article.impact(Press.HARBOUR, "Harbour Office of Vestvik",
              Polarity.NEGATED, hit(article), on(article)))),
      of("one name, and two", DisputeKind.ALIAS, "-o", List.of(
          article -> article.alias(Press.LABS, Press.OTTER, Press.HERON, AliasRelation.SAME),
          article -> article.alias(Press.TIDE, Press.OTTER, Press.HERON, AliasRelation.DISTINCT))));

  @TestFactory
  Stream<DynamicTest> everyKindTakesItsCourse() {
    return CASES.stream().map(one -> DynamicTest.dynamicTest(one.name(),
        () -> assertThat(one.chronicle().course(one.kind())).isEqualTo(one.course())));
  }

  @Test
  void noKindIsWithoutItsCase() {
    Set<DisputeKind> kinds = EnumSet.noneOf(DisputeKind.class);
    CASES.forEach(one -> kinds.add(one.kind()));
    assertThat(kinds).containsExactlyInAnyOrder(DisputeKind.values());
  }

  /// What a second voice says that looks like a conflict with "Lantern Labs: it was Salt Otter", and is none.
  private static final List<Case> NONE = List.of(
      of("its state", DisputeKind.RIVAL_ACCUSED, "--", List.of(
          accuses(Press.LABS, Press.OTTER), accuses(Press.TIDE, Press.VARLAND))),
      of("a service of its state", DisputeKind.RIVAL_ACCUSED, "--", List.of(
          accuses(Press.LABS, Press.OTTER), accuses(Press.TIDE, Press.body("Fourth Directorate", "XV")))),
      of("a unit of that service", DisputeKind.RIVAL_ACCUSED, "---", List.of(
          accuses(Press.LABS, Press.OTTER), accuses(Press.TIDE, Press.body("Fourth Directorate", "XV")),
          accuses(Press.GUARD, Press.body("Unit 4411", "XV")))),
      of("another name that the view takes for the same", DisputeKind.RIVAL_ACCUSED, "-----", List.of(
          joins(Press.LABS), joins(Press.TIDE), joins(Press.GUARD), accuses(Press.LABS, Press.OTTER),
          accuses(Press.TIDE, Press.HERON))),
      of("what is only thought possible", DisputeKind.RIVAL_ACCUSED, "--", List.of(
          accuses(Press.LABS, Press.OTTER),
          article -> article.ownVoice(Press.LYNX, hit(article), CertaintyLevel.LOW))),
      of("both together", DisputeKind.RIVAL_ACCUSED, "--", List.of(
          accuses(Press.LABS, Press.OTTER), article -> article.jointly(List.of(Press.TIDE),
              List.of(Press.OTTER, Press.LYNX), hit(article)))),
      of("nobody named yet", DisputeKind.WITHHELD, "--", List.of(
          namesNobody(Press.GUARD), accuses(Press.LABS, Press.OTTER))));

  @TestFactory
  Stream<DynamicTest> whatOnlyLooksLikeOneIsNone() {
    return NONE.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> {
      List<String> courses = new ArrayList<>();
      Arrays.stream(DisputeKind.values()).forEach(kind -> courses.add(one.chronicle().course(kind)));
      assertThat(courses).as("of every kind").containsOnly(one.course());
    }));
  }
}
