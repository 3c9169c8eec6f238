package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;

class ActorsTest {
  private static final Party WEASEL = Press.actor("Brine-Weasel", "XV");

  private final Press press = new Press();
  private final Press.Article article = press.article("The Daily Gull", "2031-06-03");
  private final IncidentAccount told = article.account("break-in", "2031-05", Press.HARBOUR);

  @Test
  void listsOtherNamesWithThoseWhoEquateThem() {
    Claim same = article.alias(Press.LABS, Press.OTTER, WEASEL, AliasRelation.SAME);
    Claim again = article.alias(Press.TIDE, WEASEL, Press.OTTER, AliasRelation.SAME);
    Claim former = article.alias(Press.LABS, Press.OTTER, Press.HERON, AliasRelation.FORMER);

    ActorProfile otter = press.analysis().actors().find("Salt Otter").orElseThrow();

    assertThat(otter.names()).extracting(ActorProfile.OtherName::name).containsExactly("Iron Heron", "Brine-Weasel");
    assertThat(otter.names().getFirst().first()).isTrue();
    assertThat(otter.names().getFirst().claims()).extracting(c -> c.claim()).containsExactly(former);
    assertThat(otter.names().getLast().claims()).extracting(c -> c.claim()).containsExactlyInAnyOrder(same, again);
    assertThat(press.analysis().actors().find("Iron Heron").orElseThrow().names().getFirst().first()).isFalse();
  }

  @Test
  void tellsRolesAndAffiliations() {
    Claim accused = article.attribution(Press.LABS, Press.OTTER, told, "");
    Claim affiliated = article.affiliation(Press.LABS, Press.OTTER, Press.VARLAND);
    Claim denied = article.denial(Press.OTTER, java.util.Optional.of(told), "");

    ActorProfile otter = press.analysis().actors().find("salt otter").orElseThrow();

    assertThat(otter.affiliations()).extracting(c -> c.claim()).containsExactly(affiliated);
    assertThat(otter.roles()).singleElement().satisfies(role -> {
      assertThat(role.incident()).isEqualTo(press.analysis().incidents().getFirst().id());
      assertThat(role.accused()).extracting(c -> c.claim()).containsExactly(accused);
      assertThat(role.cleared()).isEmpty();
      assertThat(role.denials()).extracting(c -> c.claim()).containsExactly(denied);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Salt Otter", "salt otter", "SALT-OTTER", " SaltOtter ", "the Salt Otter"})
  void isFoundHoweverItIsSpelt(String spelling) {
    article.attribution(Press.LABS, Press.OTTER, told, "");

    assertThat(press.analysis().actors().find(spelling)).isPresent();
  }

  @Test
  void isFoundNotByNamesThatOnlyOverlap() {
    article.attribution(Press.LABS, Press.OTTER, told, "");
    article.alias(Press.LABS, Press.OTTER, WEASEL, AliasRelation.OVERLAP);

    assertThat(press.analysis().actors().find("Brine Weasel").orElseThrow().party()).isEqualTo(WEASEL);
    assertThat(press.analysis().actors().find("Lantern Labs")).isEmpty();
  }

  @Test
  void namesAreJoinedAsFarAsAViewAllows() {
    article.alias(Press.LABS, Press.OTTER, WEASEL, AliasRelation.SAME);
    article.alias(Press.TIDE, WEASEL, Press.OTTER, AliasRelation.SAME);
    article.alias(Press.TIDE, WEASEL, Press.HERON, AliasRelation.FORMER);
    article.alias(Press.TIDE, Press.LYNX, Press.HERON, AliasRelation.OVERLAP);

    assertThat(names("all").of("salt otter")).containsExactly("Brine-Weasel", "Iron Heron", "Salt Otter");
    assertThat(names("none").of("Salt Otter")).containsExactly("Salt Otter");
    assertThat(names("only:lantern labs").of("Salt Otter")).containsExactly("Brine-Weasel", "Salt Otter");
    assertThat(names("independent:2").of("Iron Heron")).containsExactly("Iron Heron");
    assertThat(names("independent:2").one("Salt Otter", "brine weasel")).isTrue();
    assertThat(names("all").one("Copper Lynx", "Iron Heron")).isFalse();
    assertThat(names("all").of("Nobody on record")).containsExactly("Nobody on record");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "only:", ",", "independent:0", "independent:x", "0-origins", "all:x", "+overlap"})
  void aViewThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> View.parse(text)).isInstanceOf(BadInputException.class).extracting("code")
        .isEqualTo("VIEW_UNREADABLE");
  }

  private Names names(String view) {
    return press.analysis().names(View.parse(view));
  }
}
