package org.tingbok.exchange.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BriefTest {
  private static final Reference CITED = new Reference("claim--0d049644-673c-5d95-9add-07e0ca834b6b",
      "50% of {all} & more_", Optional.of("The Sound"), PartialDate.day(LocalDate.of(2021, 6, 19)),
      Optional.of("https://sound.example/a_b"), Optional.of("http://localhost:8080/claim/x"),
      Optional.of("It was they."));

  @Test
  void readsAsMarkdownWithFootnotes() {
    Brief brief = new Brief("Incident", "A *case*", new Brief.Line("They did it.", List.of(1)), Optional.of("By 2021."),
        List.of(new Brief.Section("Who", List.of(), List.of("who", "whom"),
            List.of(List.of(Brief.Line.of("A|B"), new Brief.Line("C", List.of(1)))))),
        List.of(new Brief.Note(1, "Lab", "It was\nthey <b>.", CITED)));
    assertThat(brief.markdown()).isEqualTo("""
        # A \\*case\\*

        They did it.[^1]

        *By 2021.*

        ## Who

        | who | whom |
        | --- | --- |
        | A\\|B | C[^1] |

        [^1]: Lab: “It was they &lt;b&gt;.” The Sound, [50% of {all} &amp; more\\_](<https://sound.example/a_b>), \
        19 June 2021, [evidence](<http://localhost:8080/claim/x>).
        """);
  }

  @Test
  void nothingOfATextIsMarkup() {
    assertThat(Markdown.escaped("<script>&[x](y)`*_#~ 1. no")).isEqualTo(
        "&lt;script&gt;&amp;\\[x\\](y)\\`\\*\\_\\#\\~ 1. no");
    assertThat(Markdown.escaped("- a\n# b")).isEqualTo("\\- a \\# b");
    assertThat(Markdown.escaped("1. a")).isEqualTo("1\\. a");
    assertThat(Markdown.escaped("\u0000a\u001b[31m")).isEqualTo("a \\[31m");
  }

  @Test
  void isCitedAsAFootnote() {
    assertThat(CITED.footnote()).isEqualTo(
        "“It was they.” The Sound, “50% of {all} & more_”, 19 June 2021, https://sound.example/a_b.");
  }

  @Test
  void isCitedInBibtex() {
    assertThat(CITED.bibtex()).isEqualTo("""
        @online{thesound2021-0d049644,
          title = {{50\\% of \\{all\\} \\& more\\_}},
          author = {{The Sound}},
          organization = {The Sound},
          date = {2021-06-19},
          year = {2021},
          url = {https://sound.example/a_b},
          note = {``It was they.''},
        }
        """);
  }

  @Test
  void isCitedInCslJsonAsCoarselyAsItIsDated() {
    JsonNode item = JsonMapper.shared().readTree(CITED.cslJson()).get(0);
    assertThat(item.at("/issued/date-parts/0").toString()).isEqualTo("[2021,6,19]");
    assertThat(item.path("URL").asString()).isEqualTo("https://sound.example/a_b");
    Reference coarse = new Reference("document--0d049644-673c-5d95-9add-07e0ca834b6b", "T", Optional.empty(),
        PartialDate.month(YearMonth.of(2021, 6)), Optional.empty(), Optional.empty(), Optional.empty());
    JsonNode other = JsonMapper.shared().readTree(coarse.cslJson()).get(0);
    assertThat(other.at("/issued/date-parts/0").toString()).isEqualTo("[2021,6]");
    assertThat(other.path("type").asString()).isEqualTo("report");
    assertThat(coarse.footnote()).isEqualTo("“T”, June 2021.");
  }
}
