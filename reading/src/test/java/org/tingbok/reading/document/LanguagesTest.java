package org.tingbok.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Languages told by small words")
class LanguagesTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      es | El grupo entró en la red del ministerio hace dos años, según la policía, que no ha dado más datos.
      es | Los atacantes pidieron un rescate para devolver los archivos; la empresa aún no ha decidido qué hará.
      es | La agencia atribuye los hechos a una unidad militar con sede en Moscú.
      fr | Le groupe est entré dans le réseau du ministère il y a deux ans, selon la police, qui n'a rien ajouté.
      fr | L'agence attribue les faits à une unité militaire qui a son siège à Moscou.
      pt | O grupo entrou na rede do ministério há dois anos, segundo a polícia, que não deu mais dados.
      pt | A agência atribui os ataques a uma unidade militar com sede em Moscovo, mas não disse como sabe.
      it | Il gruppo è entrato nella rete del ministero due anni fa, secondo la polizia, che non ha detto altro.
      it | L'agenzia attribuisce gli attacchi a una unità militare con sede a Mosca, che li ha smentiti.
      """)
  void tellsSpanishFromItsNeighbours(String language, String text) {
    assertThat(Languages.of(text)).isEqualTo(language);
  }
}
