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

  /// Single letters are numbering, one word again and again is a table; then what the text declares counts.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en  | en  | Heron's tools: how to do a scan. Part A, part K, part O. Heron's tools, version V.
      und | und | A. I. V. K. S. O. Z.
      en  | en  | IOC: a1-k-o-z-v-s, to-do, s3://o/k/z/a
      nb  | nb  | Tidevann AS
      da  | da  | Gruppen kom ind på ministeriet i maj, men politiet har ikke sagt mere om det.
      nb  | en  | Gruppen kom seg inn i nettet til departementet for to år siden, men politiet har ikke sagt mer om dette.
      und | und | 7f9c2ba4e88f827d616045507605853e
      cs  | und | Skupina se do sítě ministerstva dostala před dvěma lety, jak uvedla policie, která to ale dále nekomentovala.
      """)
  void believesWhatAShortTextDeclares(String language, String declared, String text) {
    assertThat(Languages.of(text, declared)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      nb  | Ifølge Microsoft står den russiske gruppen Midnight Blizzard bak datainnbruddet.
      fr  | La Russie rejette toute implication dans la cyberattaque contre TV5.
      es  | El grupo Killnet se atribuyó el ciberataque contra el aeropuerto.
      de  | Moskau steckt laut Berlin hinter dem Hackerangriff.
      en  | Norway says APT31 was behind it.
      und | Sandworm, Turla, Gamaredon
      und | Kommando Volta 4711
      pt  | O grupo entrou na rede do ministério há dois anos, segundo a polícia, que não deu mais dados.
      """)
  void tellsTheLanguageOfASentence(String language, String text) {
    assertThat(Languages.of(text)).isEqualTo(language);
  }
}
