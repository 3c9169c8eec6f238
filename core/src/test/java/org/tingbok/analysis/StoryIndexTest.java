package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;

class StoryIndexTest {
  private static final String REPORT = """
      On Monday the waterworks of Karlsund said that intruders had opened two valves at the Brenna pumping station on 14
      March 2031. Director Tove Aamodt told reporters that 2,300 homes lost pressure for 40 minutes and that nobody was hurt.
      The firm Lantern Labs, which was called in, found a program named SiltWorm on 3 of 17 control computers. Minister Jonas
      Weidel said the police had asked Varland for help. The group Iron Heron, which Lantern Labs has followed since 2027, had
      used the same program against the grid operator Nordkraft in 2029. Karlsund pays 450,000 crowns for the repair. A
      council meeting is called for 21 March.
      """;
  private static final String NORWEGIAN = """
      Vannverket i Karlsund opplyste mandag at inntrengere hadde åpnet to ventiler ved Brenna pumpestasjon den 14. mars 2031.
      Direktør Tove Aamodt sa til pressen at 2300 boliger mistet trykket i 40 minutter, og at ingen kom til skade. Firmaet
      Lantern Labs, som ble tilkalt, fant et program kalt SiltWorm på 3 av 17 styringsmaskiner. Statsråd Jonas Weidel sa at
      politiet hadde bedt Varland om hjelp. Gruppen Iron Heron, som Lantern Labs har fulgt siden 2027, hadde brukt det samme
      programmet mot nettselskapet Nordkraft i 2029. Karlsund betaler 450 000 kroner for reparasjonen. Et kommunestyremøte er
      innkalt til 21. mars.
      """;
  private static final String REWRITTEN = """
      Two valves at the Brenna pumping station were opened by intruders on 14 March 2031, the waterworks of Karlsund said.
      About 2,300 homes lost pressure for 40 minutes, but according to director Tove Aamodt nobody was hurt. On 3 of 17
      control computers the firm Lantern Labs found a program named SiltWorm. The police had asked Varland for help, minister
      Jonas Weidel told parliament. Since 2027 Lantern Labs has followed Iron Heron, a group that had used the same program
      against the grid operator Nordkraft in 2029. The repair costs Karlsund 450,000 crowns. The council meets on 21 March.
      """;
  private static final String ANOTHER_YEAR = """
      Eighteen months after somebody opened valves at its Brenna pumping station, the town of Karlsund is in trouble again.
      This time, according to the waterworks' director Tove Aamodt, it was the billing system that went dark, and for six days.
      Lantern Labs was called in once more. It sees no sign of Iron Heron, whom it blamed in 2031, and speaks of ordinary
      thieves who wanted 90,000 crowns. The town has not paid. Residents will get their bills by post until the summer, and a
      committee under Hanne Roll looks into why advice given in 2031 was not followed.
      """;

  @Test
  void findsATranslationOfTheSameDays() {
    StoryIndex index = new StoryIndex();
    index.add(document("en", "Karlsund Post", "2031-03-17", REPORT, "en"));

    assertThat(add(index, document("nb", "Avisen", "2031-03-18", NORWEGIAN, "nb")).members()).hasSize(2);
    assertThat(add(index, document("late", "Bladet", "2031-09-18", NORWEGIAN + "Rettet.", "de")).members())
        .as("half a year later it is no translation, but a copy of the Norwegian one").hasSize(3);
  }

  @Test
  void findsOneReportInOtherWords() {
    StoryIndex index = new StoryIndex();
    index.add(document("a", "Karlsund Post", "2031-03-17", REPORT, "en"));

    assertThat(add(index, document("b", "The Echo", "2031-03-18", REWRITTEN, "en")).members()).hasSize(2);
  }

  @Test
  void leavesTheSamePlaceAYearLaterApart() {
    StoryIndex index = new StoryIndex();
    index.add(document("a", "Karlsund Post", "2031-03-17", REPORT, "en"));

    assertThat(add(index, document("b", "Karlsund Post", "2032-09-20", ANOTHER_YEAR, "en")).members()).hasSize(1);
  }

  @Test
  void findsTheUpdateOfAPage() {
    StoryIndex index = new StoryIndex();
    index.add(document("https://karlsund.example/live", "Karlsund Post", "2031-03-17", REPORT, "en"));

    assertThat(add(index, document("https://karlsund.example/live", "Karlsund Post", "2031-03-19",
        REPORT.substring(0, 330) + ANOTHER_YEAR.replace("Eighteen", "Six"), "en")).members()).hasSize(2);
  }

  @Test
  void looksAgainAtPagesOnceTheirFrameIsKnown() {
    String frame =
        "Karlsund Post since 1881, all the news of the fjord, the valleys and the islands, in print and here. "
            + "Write to us, we read it all. Our readers' council meets every first Monday; whoever wants to come may come. ";
    StoryIndex index = new StoryIndex();
    List<Document> pages = new ArrayList<>();
    for (String topic : List.of("sheep", "ferries", "choirs", "herring")) {
      pages.add(Press.document(topic, "Karlsund Post", topic + " in the news", "2031-05-02",
          frame + "Much was said about " + topic + " on Friday. " + frame.toUpperCase(java.util.Locale.ROOT)));
    }

    pages.forEach(index::add);

    assertThat(pages).allSatisfy(page -> assertThat(index.story(page.id()).members()).hasSize(1));
  }

  @Test
  void tellsTheSameStoriesInWhateverOrderDocumentsArrive() {
    long seed = Optional.ofNullable(Long.getLong("tingbok.seed")).orElseGet(() -> new Random().nextLong());
    System.out.println("stories generated with -Dtingbok.seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 10; round++) {
      List<Document> documents = random(random);
      List<Family> stories = SameStory.group(documents);
      for (int i = 0; i < 4; i++) {
        Collections.shuffle(documents, random);
        StoryIndex index = new StoryIndex();
        documents.forEach(index::add);
        assertThat(index.stories()).isEqualTo(stories);
        assertThat(index.size()).isEqualTo(documents.size());
      }
    }
  }

  /// Forty documents: stories of their own, edited copies, frames of houses, texts without any words.
  private static List<Document> random(Random random) {
    List<String> texts = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<String> words = new ArrayList<>();
      if (texts.isEmpty() || random.nextInt(3) == 0) {
        for (int w = 0; w < 5 + random.nextInt(200); w++) {
          words.add(Integer.toString(random.nextInt(3_000), 36));
        }
      } else {
        words.addAll(List.of(texts.get(random.nextInt(texts.size())).split(" ", -1)));
        int edits = random.nextInt(words.size() / 2 + 1);
        for (int e = 0; e < edits; e++) {
          words.set(random.nextInt(words.size()), "x" + random.nextInt(100));
        }
      }
      String text = String.join(" ", words);
      texts.add(text);
      int house = random.nextInt(4);
      String frame = house == 0 ? "" : ("the house of number " + house + " greets its readers every day ").repeat(3);
      documents.add(Press.document("d" + i, house == 0 ? "" : "House " + house, "title " + random.nextInt(30),
          random.nextBoolean() ? "2031-0" + (1 + random.nextInt(9)) : "", random.nextInt(20) == 0 ? "" : frame + text));
    }
    return documents;
  }

  private static Document document(String source, String publisher, String published, String text, String language) {
    Document made = Press.document(source, publisher, "", published, text);
    return new Document(made.id(), source, made.sha256(), made.mediaType(), text, made.title(), made.publisher(),
        made.published(), language, made.dates(), false, made.body());
  }

  private static Family add(StoryIndex index, Document document) {
    DocumentId first = index.add(document);
    Family story = index.story(document.id());
    assertThat(first).isEqualTo(story.representative());
    return story;
  }
}
