package org.tingbok.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Stems;
import org.tingbok.testkit.Casebook;

/// What is told of names that somebody asks for and nobody on record bears.
class UsedNamesTest {
  private final Ledger ledger = Ledger.inMemory(Casebook.CLOCK, Stems.FORMS);

  @BeforeEach
  void fill() {
    ledger.append(Casebook.readings());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void namesOnRecordOrInTheTablesAreNotTold() {
    assertThat(UsedNames.warnings(ledger, List.of("Grey Heron", "grey-heron", "Nordlys Lab", "The Sound"))).isEmpty();
    assertThat(UsedNames.warnings(ledger, List.of("APT31", "Sandworm", "Norway"))).isEmpty();
    assertThat(UsedNames.warnings(ledger, List.of())).isEmpty();
  }

  @Test
  void aMisspeltNameIsToldWithTheNearest() {
    assertThat(UsedNames.warnings(ledger, List.of("Nordlys Lab", "Grey Herron", "Arctic Tem")))
        .containsExactly("nobody on record is called 'Grey Herron'; the nearest on record: Grey Heron",
            "nobody on record is called 'Arctic Tem'; the nearest on record: Arctic Tern");
  }

  @Test
  void whatIsNearNothingIsToldAlone() {
    assertThat(UsedNames.warnings(ledger, List.of("Quartz Pelican Nine", "Xq")))
        .containsExactly("nobody on record is called 'Quartz Pelican Nine'", "nobody on record is called 'Xq'");
  }
}
