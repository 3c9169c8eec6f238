package org.tingbok.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.document.DateKind;
import org.tingbok.document.DocumentDate;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;

class PlainTextTest {
  private static final String PROSE =
      "The harbour office of Skagen said on Monday that strangers had read the mail of its pilots for "
          + "eleven weeks, and that it did not yet know who they were.";

  @Test
  void readsMastheadTitleDateAndMenu() {
    Text text = Parsed.text("a.txt", """
        THE KETTLE POINT ARGUS
        News | Sport | Fishing | Letters

        Pilots' mail read by strangers, harbour office says

        By Inga Holt
        Tuesday 4 June 2019, 07.15

        %s

        READ MORE: Six knots every child should know

        Nobody was hurt, and no ship was delayed, the office added in its notice to mariners.

        © The Kettle Point Argus 2019. All rights reserved.
        """.formatted(PROSE));
    assertThat(text.document().title()).contains("Pilots' mail read by strangers, harbour office says");
    assertThat(text.document().publisher()).contains("The Kettle Point Argus");
    assertThat(text.document().published().iso()).isEqualTo("2019-06-04");
    assertThat(text.document().language()).isEqualTo("en");
    assertThat(text.document().dates()).extracting(DocumentDate::kind).containsExactly(DateKind.UNLABELLED,
        DateKind.COPYRIGHT);
    assertThat(Parsed.blocks(text)).containsExactly("METADATA THE KETTLE POINT ARGUS",
        "BOILERPLATE News | Sport | Fishing | Letters", "TITLE Pilots' mail read by strangers, harbour office says",
        "METADATA By Inga Holt", "METADATA Tuesday 4 June 2019, 07.15", "PARAGRAPH " + PROSE,
        "BOILERPLATE READ MORE: Six knots every child should know",
        "PARAGRAPH Nobody was hurt, and no ship was delayed, the office added in its notice to mariners.",
        "BOILERPLATE © The Kettle Point Argus 2019. All rights reserved.");
  }

  @Test
  void joinsWrappedLinesAndWordsCutAtTheirEnds() {
    Text text = Parsed.text("a.txt", """
        A report on the lighthouse network

        The intruders came in by way of the radio link and stayed in the infra-
        structure for a month. They were, the keepers think, a state-
        sponsored crew, although the Micro-
        soft engineers who looked at the logs were not so sure about that, and
        neither were the three keepers from the island of the UK-
        based trust that pays for the lamps.
        """);
    assertThat(Parsed.of(text, BlockKind.PARAGRAPH))
        .containsExactly("The intruders came in by way of the radio link and stayed "
            + "in the infrastructure for a month. They were, the keepers think, a state-sponsored crew, although the Microsoft engineers "
            + "who looked at the logs were not so sure about that, and neither were the three keepers from the island of the UK-based "
            + "trust that pays for the lamps.");
    int at = text.view().indexOf("infrastructure");
    assertThat(text.canonical(at, at + "infrastructure".length()).of(text.document().text()))
        .isEqualTo("infra-\nstructure");
  }

  @Test
  void readsOnOverRunningHeadsAndPageNumbers() {
    Text text = Parsed.text("a.txt", """
        FENWICK LABS                    YEAR IN REVIEW 2022

        Three clusters under one lamp

        November 3, 2022

        The first of the three clusters sent its mail at night, and we have watched it
        from the day when a customer of ours found a note on a printer which nobody in



                                                                                    7
        FENWICK LABS                    YEAR IN REVIEW 2022


        the whole building had sent. The second is a cousin of the first, and the third is
        in all likelihood a copy that somebody made of both of them some years afterwards.



                                                                                    8
        """);
    assertThat(text.document().publisher()).contains("Fenwick Labs");
    assertThat(text.document().title()).contains("Three clusters under one lamp");
    assertThat(text.document().published().iso()).isEqualTo("2022-11-03");
    assertThat(text.view()).contains("nobody in the whole building had sent").doesNotContain("YEAR IN REVIEW");
    assertThat(text.document().body()).extracting(span -> span.of(text.document().text()))
        .noneMatch(part -> part.contains("YEAR IN REVIEW"));
  }

  @Test
  void tellsAStoryUnderItsDatelineFromANoteOnThePrinting() {
    Text story =
        Parsed.text("a.txt", "Sandvik, 4 March 2024. The ministry said that the night crew had hacked the pier.\n");
    assertThat(Parsed.of(story, BlockKind.PARAGRAPH)).singleElement().asString().contains("night crew");
    assertThat(story.document().published()).isEqualTo(PartialDate.parse("2024-03-04"));
    Text note = Parsed.text("a.txt", """
        The night crew had hacked the pier for a month before anybody looked at the lamps, the ministry said on Friday.

        Sandvik, March 2024. Printed at the harbour press
        """);
    assertThat(Parsed.of(note, BlockKind.PARAGRAPH)).singleElement().asString().startsWith("The night crew");
  }

  @Test
  void takesApartWhatAScrapeGluedTogether() {
    Text text = Parsed.text("a.txt", """
        **Title**: Ministry blames the night crew for the pier hack

        **Source**: https://news.kettlepoint.example/pier-hack

        ## Content
        Ministry blames the night crew for the pier hackNewsCoastOpinionWeatherSubscribeInga HoltJune 4th, 2019Ministry blames the \
        night crew for the pier hackThe ministry said on Tuesday that the night crew was behind the hack of the pier.
        It gave no reason.It is a serious matter, the minister said, and nobody at the pier has slept since then.
        The crew denied it on Wednesday.News BriefsCoast NewsTagsPiersCrewsNightNo previous articleInga HoltAboutContact Us
        """);
    String title = "Ministry blames the night crew for the pier hack";
    assertThat(text.document().title()).contains(title);
    assertThat(text.document().publisher()).contains("news.kettlepoint.example");
    assertThat(text.document().published().iso()).isEqualTo("2019-06-04");
    assertThat(Parsed.of(text, BlockKind.TITLE)).containsOnly(title);
    assertThat(Parsed.of(text, BlockKind.PARAGRAPH)).containsExactly(
        "The ministry said on Tuesday that the night crew was behind the hack of the pier.",
        "It gave no reason. It is a serious matter, the minister said, and nobody at the pier has slept since then.",
        "The crew denied it on Wednesday.");
  }

  @Test
  void tellsLinksHeadingsCaptionsAndPulledQuotes() {
    Text text = Parsed.text("a.txt", """
        Harbour mail was read for weeks, says the office

        %s

        Lighthouse keepers of the north ask for better boots before the winter

        The office has hired a firm from the capital to look for traces of the strangers in its machines.

        What the firm found
        The firm found a door that nobody had shut, and behind it a machine that nobody knew, its director said.

        we left the door open for a year
        Harbour director Ansgar Lie

        “It was our own fault: we left the door open for a year,” he said, and asked the pilots for their patience.

        The old pilot station at dusk, before the fence was built. Photo: Inga Holt

        The pilots have gone back to paper until the summer, according to their union, which is not pleased.
        """.formatted(PROSE));
    assertThat(Parsed.of(text, BlockKind.BOILERPLATE))
        .containsExactly("Lighthouse keepers of the north ask for better boots before the winter");
    assertThat(Parsed.of(text, BlockKind.HEADING)).containsExactly("What the firm found");
    assertThat(Parsed.of(text, BlockKind.PULL_QUOTE))
        .containsExactly("we left the door open for a year\nHarbour director Ansgar Lie");
    assertThat(Parsed.of(text, BlockKind.CAPTION))
        .containsExactly("The old pilot station at dusk, before the fence was built. Photo: Inga Holt");
  }

  @Test
  void keepsTheHeadingsOfARoundUp() {
    Text text = Parsed.text("a.txt", """
        THE TIDE TABLE
        What the coast woke up to
        Friday, 7 June 2019

        PILOTS IN THE DARK
        %s

        FERRY COMES BACK
        The ferry company had its booking machine back on Thursday, a day later than it had promised its guests.

        CRAB AUCTION
        Whoever stopped the crab auction has not been found, and the crabs have been eaten in the meantime.

        You get this because you like crabs. Unsubscribe | Forward to a friend
        """.formatted(PROSE));
    assertThat(text.document().publisher()).contains("The Tide Table");
    assertThat(text.document().title()).contains("The Tide Table");
    assertThat(Parsed.of(text, BlockKind.HEADING)).containsExactly("PILOTS IN THE DARK", "FERRY COMES BACK",
        "CRAB AUCTION");
  }

  @Test
  void datesTheEntriesOfALiveBlog() {
    Text text = Parsed.text("a.txt", """
        Storm over the pilots: the day as it went

        Friday 7 June 2019

        Friday 7 June, 21:40
        The pilots' union says that it has heard enough from the office for one day and has gone home for the night.

        Saturday 8 June, 08:15
        The office has apologised to the pilots, and has promised to change every lock by the end of the month.

        Saturday 8 June, 09:30
        The union accepts the apology, and asks that the locks be changed by somebody else than the office itself.
        """);
    assertThat(text.document().published().iso()).isEqualTo("2019-06-07");
    assertThat(text.blocks()).filteredOn(block -> block.kind() == BlockKind.PARAGRAPH)
        .extracting(block -> block.stamp().iso())
        .containsExactly("", "2019-06-08", "2019-06-08");
    assertThat(text.document().dates()).filteredOn(date -> date.kind() == DateKind.ENTRY).isNotEmpty();
  }

  @Test
  void takesMarkdownMarksOutOfTheViewOnly() {
    Text text = Parsed.text("a.md", """
        ---
        title: "Two names, one crew"
        date: 2020-02-03
        author: Fenwick Research
        ---

        # Two names, one crew

        We call the crew **Grey Heron**; the [harbour office](https://harbour.example/x_y) says *Night Heron*. AT&amp;T calls it nothing, \
        as far as we can see from its reports of the last three years.

        | Name | Who says it |
        | --- | --- |
        | Grey Heron | Fenwick |

        > - A bullet in a quotation, which is read like any other bullet.
        """);
    assertThat(text.document().title()).contains("Two names, one crew");
    assertThat(text.document().publisher()).contains("Fenwick Research");
    assertThat(text.document().published().iso()).isEqualTo("2020-02-03");
    assertThat(Parsed.blocks(text)).containsExactly("TITLE Two names, one crew",
        "PARAGRAPH We call the crew Grey Heron; the harbour office says Night Heron. AT&T calls it nothing, as far as we can see from "
            + "its reports of the last three years.",
        "TABLE_ROW Name | Who says it", "TABLE_ROW Grey Heron | Fenwick",
        "LIST_ITEM A bullet in a quotation, which is read like any other bullet.");
    int at = text.view().indexOf("&T");
    assertThat(text.canonical(at, at + 1).of(text.document().text())).isEqualTo("&amp;");
  }

  @Test
  void seesThatDatesOfPublicationDisagree() {
    Text text = Parsed.text("a.txt", """
        Pilots' mail read by strangers, harbour office says

        June 4, 2019

        Published: 2021-03-02 · Archived: 2024-01-05 10:00:00 UTC

        %s
        """.formatted(PROSE));
    assertThat(text.document().published().iso()).isEqualTo("2021-03-02");
    assertThat(text.document().dateConflict()).isTrue();
    assertThat(text.document().dates()).extracting(DocumentDate::kind)
        .containsExactly(DateKind.UNLABELLED, DateKind.PUBLISHED, DateKind.ARCHIVED);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Published: 4 June 2019 | 2019-06-04
      Issued 4 June 2019 | 2019-06-04
      Dienstag, 4. Juni 2019, 16.30 Uhr | 2019-06-04
      Tirsdag 4. juni 2019 kl. 18.05 | 2019-06-04
      Publié le 4 juin 2019 à 14h05 | 2019-06-04
      4 de junio de 2019 | 2019-06-04
      Tuesday 04.06.2019 kl. 18.05 (translated by the editors) | 2019-06-04
      2019-06-04 14:22 GMT | 2019-06-04
      """)
  void readsTheDateBelowTheTitle(String line, String iso) {
    Text text = Parsed.text("a.txt", "Pilots' mail read by strangers, office says\n\n" + line + "\n\n" + PROSE + "\n");
    assertThat(text.document().published().iso()).isEqualTo(iso);
    assertThat(text.document().title()).contains("Pilots' mail read by strangers, office says");
  }

  @Test
  void takesNoDateFromTheStory() {
    Text text = Parsed.text("a.txt", PROSE + " It began on 3 March 2019, the office thinks.\n\n" + PROSE + "\n");
    assertThat(text.document().published().stated()).isFalse();
    assertThat(text.document().dates()).isEmpty();
  }

  @Test
  void takesTheAgencyAndTheDayFromADateline() {
    Text text = Parsed.text("a.txt", "Pilots' mail read by strangers, office says\n\nSKAGEN, June 4 (Northwire) - "
        + PROSE
        + "\n\nThe union of the pilots had no comment on the matter, and neither had the ferry company.\n\n© 2019\n");
    assertThat(text.document().publisher()).contains("Northwire");
    assertThat(text.document().published().iso()).isEqualTo("2019-06-04");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      23 January 2024. The ministry said that the night crew had hacked the pier. | 2024-01-23
      Oslo 10. mars 2021. Nattlaget hadde hacket bryggen, sa departementet. | 2021-03-10
      3. Mai 2024. Das Ministerium sagte, die Nachtschicht habe den Pier gehackt. | 2024-05-03
      Paris, le 29 avril 2025. Le ministère a dit que l'équipe de nuit avait piraté le port. | 2025-04-29
      Kaunas, 9 June 2024 - The ministry said that the night crew had hacked the pier. | 2024-06-09
      The pier was hacked on 9 June 2024. The ministry said that the night crew had done it. |
      On 9 June 2024: the night crew hacked the pier, as the ministry says. |
      """)
  void takesTheDayFromADatelineWithAndWithoutAPlace(String story, String day) {
    assertThat(Parsed.text("a.txt", "Pilots' mail read by strangers, office says\n\n" + story + " " + PROSE + "\n")
        .document().published().iso()).isEqualTo(day == null ? PartialDate.NOT_STATED.iso() : day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANNONSE", "Les også: Slik knytter du ti knuter",
      "Mehr zum Thema | Newsletter »Hafen am Morgen« abonnieren", "Lesen Sie auch: Zehn Knoten",
      "À lire aussi : dix nœuds",
      "Lea también: diez nudos", "Sign up to receive our harbour news!", "Subscribe from 9 kroner a month.",
      "Tip us: tips@argus.example", "(Reporting by the harbour desk; editing by the quay)",
      "Comments (12)   Most popular: Crab wins   |   Boat sinks", "Share this  |  Back to top  |  More coverage",
      "We use cookies to make this harbour work better for you."})
  void leavesNoticesOfSeveralLanguagesUnread(String notice) {
    Text text = Parsed.text("a.txt", "Pilots' mail read by strangers, office says\n\n" + PROSE + "\n\n"
        + PROSE.replace("Monday", "Friday") + "\n\n" + notice + "\n");
    assertThat(Parsed.of(text, BlockKind.PARAGRAPH)).hasSize(2);
    assertThat(text.document().body().getLast().end()).isLessThanOrEqualTo(text.document().text().indexOf(notice));
  }

  @Test
  void takesWhoIssuesAStatementForItsPublisher() {
    assertThat(published("""
        Statement by the Ministry of Defence of Estonia on the hack of the registry

        5 September 2024

        The ministry has looked into the break-in at the registry and tells what it found there.
        """)).contains("Ministry of Defence of Estonia");
    assertThat(published("""
        Three charged over hack

        Press release, Office of the Harbour Attorney, Northern District

        17 October 2024

        Three people were charged on Thursday with breaking into the harbour's computers.
        """)).contains("Office of the Harbour Attorney");
    assertThat(published("""
        Statement by Foreign Minister Ann Lund on the hack of the registry

        5 September 2024

        The government has looked into the break-in at the registry and tells what it found there.
        """)).isEmpty();
  }

  private static Optional<String> published(String text) {
    return Parsed.text("a.txt", text).document().publisher();
  }
}
