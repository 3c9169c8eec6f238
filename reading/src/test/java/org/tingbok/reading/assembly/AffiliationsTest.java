package org.tingbok.reading.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.reading.Reports;

/// Who is said to act for whom; whose belief it is, and who tells of a link, do neither.
class AffiliationsTest {
  private static List<String> affiliations(String... paragraphs) {
    return Reports.read(Claim.Affiliation.class, paragraphs).stream()
        .map(claim -> claim.actor().name() + " – " + claim.sponsor().name()).toList();
  }

  @Test
  void whoseBeliefItIsIsNoSponsor() {
    assertThat(
        affiliations("The hacking group APT31 is believed by Norway's domestic security service, PST, to have been "
            + "behind the break-in at the offices of the county governors, its head has said."))
        .isEmpty();
  }

  @Test
  void whoTellsOfALinkHasNone() {
    assertThat(affiliations("Hanne Blomberg said on Thursday that APT31 was behind the break-in at the offices.",
        "She linked it to Chinese intelligence services.")).noneMatch(one -> one.startsWith("Hanne Blomberg"));
  }

  @Test
  void whoIsBackedByAStateIsSupportedByIt() {
    assertThat(affiliations("Mandiant said that APT31 is backed by China.")).containsExactly("APT31 – China");
  }
}
