package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortfoliosTest {
  private final Portfolios portfolios = Portfolios.standard();

  @ParameterizedTest
  @CsvSource({"Russian embassy in Oslo,EMBASSY,embassy,RU,Oslo,en",
      "the Chinese embassy in London,EMBASSY,embassy,CN,London,en",
      "China's Embassy in New Zealand,EMBASSY,embassy,CN,New Zealand,en",
      "Embassy of the Russian Federation to Norway,EMBASSY,embassy,RU,Norway,en",
      "Iranian embassy,EMBASSY,embassy,IR,,en",
      "Russlands ambassade i Oslo,EMBASSY,embassy,RU,Oslo,nb",
      "den kinesiske ambassaden i Oslo,EMBASSY,embassy,CN,Oslo,nb",
      "die russische Botschaft in Wien,EMBASSY,embassy,RU,Wien,de",
      "ambassade de Chine à Paris,EMBASSY,embassy,CN,Paris,fr",
      "l'ambassade d'Iran en Norvège,EMBASSY,embassy,IR,Norvège,fr",
      "embajada rusa en Madrid,EMBASSY,embassy,RU,Madrid,es",
      "la Embajada de China en España,EMBASSY,embassy,CN,España,es",
      "Ministry of Transport of Norway,MINISTRY,transport,NO,,en",
      "Norway's transport ministry,MINISTRY,transport,NO,,en",
      "the Latvian Ministry of Agriculture,MINISTRY,agriculture,LV,,en",
      "ministère norvégien des Transports,MINISTRY,transport,NO,,fr",
      "das dänische Verkehrsministerium,MINISTRY,transport,DK,,de",
      "Danmarks finansdepartement,MINISTRY,finance,DK,,nb",
      "ministerio de Defensa de Chile,MINISTRY,defence,CL,,es",
      "utenriksministeren,OFFICE,foreign affairs,,,nb", "Norges utenriksminister,OFFICE,foreign affairs,NO,,nb",
      "the Swedish defence minister,OFFICE,defence,SE,,en", "bundeskanzlerin,OFFICE,government,,,de",
      "le premier ministre belge,OFFICE,government,BE,,fr"})
  void readsWhatIsComposedOfAStateAndWhatItHas(String name, ComposedName.Sort sort, String portfolio, String iso,
      String place, String language) {
    assertThat(portfolios.read(name)).containsExactly(new ComposedName(sort, portfolio, Optional.ofNullable(iso),
        Optional.ofNullable(place), language));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Oslo embassy bombing", "APT28", "Norway", "transport", "the ministry", "Ministry of Silly Walks",
          "Fancy Bear ministry of defence", "", "in London", "Kingdom of Norway in London"})
  void readsNothingElse(String name) {
    assertThat(portfolios.read(name)).isEmpty();
  }

  @Test
  void tellsWhatAnOfficeIsInChargeOf() {
    assertThat(portfolios.portfolio("foreign secretary")).contains("foreign affairs");
    assertThat(portfolios.portfolio("prime minister")).contains("government");
    assertThat(portfolios.portfolio("spokesperson")).isEmpty();
  }
}
