package org.tingbok.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingTest {
  private static final String TEXT = "Sjøfolk på Åland sier «nei» – og “ja” til Müller.\n";

  @Test
  void tellsUnicodeByItsMarkOrItsShape() {
    assertThat(Decoding.canonical(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8), false)).isEqualTo(TEXT);
    assertThat(Decoding.canonical(TEXT.getBytes(StandardCharsets.UTF_8), false)).isEqualTo(TEXT);
    assertThat(Decoding.canonical(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE), false)).isEqualTo(TEXT);
    assertThat(Decoding.canonical(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16BE), false)).isEqualTo(TEXT);
    assertThat(Decoding.canonical(TEXT.repeat(5).getBytes(StandardCharsets.UTF_16LE), false)).isEqualTo(TEXT.repeat(5));
  }

  @Test
  void takesOtherWesternBytesForWindows1252() {
    assertThat(Decoding.canonical(TEXT.getBytes(Charset.forName("windows-1252")), false)).isEqualTo(TEXT);
  }

  @Test
  void takesMostlyHighBytesForCyrillic() {
    String russian = "Посольство отвергло обвинения и назвало их клеветой.\n";
    assertThat(Decoding.canonical(russian.getBytes(Charset.forName("windows-1251")), false)).isEqualTo(russian);
  }

  @Test
  void believesAPageThatSaysWhatItIs() {
    String page = "<meta charset=\"iso-8859-2\"><p>Příliš žluťoučký</p>";
    assertThat(Decoding.canonical(page.getBytes(Charset.forName("iso-8859-2")), true)).isEqualTo(page);
  }

  @Test
  void keepsATextOfMixedEncodings() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("På norsk. ".getBytes(StandardCharsets.UTF_8));
    bytes.write("På norsk.".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Decoding.canonical(bytes.toByteArray(), false)).isEqualTo("På norsk. På norsk.");
  }

  @Test
  void changesNothingButLineEnds() {
    assertThat(Decoding.lineEnds("a\r\nb\rc\nd\r\r\n \u00ad\u00a0")).isEqualTo("a\nb\nc\nd\n\n \u00ad\u00a0");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en | The embassy has denied that it was behind the attack on the harbour office, and asks for proof of it.
      nb | Ambassaden nekter for at den sto bak angrepet på havnekontoret, og ber om bevis for det som er sagt.
      de | Die Botschaft bestreitet, dass sie hinter dem Angriff auf das Hafenamt steht, und verlangt Beweise für den Vorwurf.
      fr | L'ambassade nie être derrière l'attaque contre le bureau du port et demande des preuves de ce qui est dit dans la presse.
      es | La embajada niega que esté detrás del ataque a la oficina del puerto y pide pruebas de lo que se dice en la prensa.
      nl | De ambassade ontkent dat zij achter de aanval op het havenkantoor zit en vraagt om bewijs voor wat er wordt gezegd.
      sv | Ambassaden förnekar att den låg bakom attacken på hamnkontoret och ber om bevis för det som har sagts av polisen.
      da | Ambassaden afviser, at den stod bag angrebet på havnekontoret, og beder om beviser for det, som er blevet sagt af politiet.
      ru | Посольство отрицает, что стоит за атакой на портовое управление, и требует доказательств того, что было сказано.
      uk | Посольство заперечує, що воно стоїть за атакою на портове управління, і вимагає доказів того, що було сказано.
      und | 404 7781 0x0f
      """)
  void tellsTheLanguage(String language, String text) {
    assertThat(Languages.of(text)).isEqualTo(language);
  }

  @Test
  void tellsReportsByTheirNames() {
    assertThat(Formats.endings())
        .isEqualTo(Set.of("docx", "htm", "html", "markdown", "md", "pdf", "text", "txt", "xhtml"));
    assertThat(Formats.reads("reports/A.TXT")).isTrue();
    assertThat(Formats.reads("https://harbour.example/a.html?page=1.2")).isTrue();
    assertThat(Formats.reads("notes.json")).isFalse();
    assertThat(Formats.reads("README")).isFalse();
  }
}
