package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.PartialDate;

class SameStoryTest {
  private static final String WIRE = """
      The harbour office of Vestvik lost its berth plans to intruders for nine days in May, the government of Elvheim
      said on Tuesday, and it holds the group known as Salt Otter responsible. Investigators of the coast guard found
      the same loader on two servers in the pilots' station and on a laptop that a clerk had taken home. "We have seen
      this group at our doors since the winter," said Ada Lind, who leads the coast guard's watch. She would not say
      whether ships had been delayed. Shipping agents told this agency that at least four freighters had waited in the
      roads because nobody on shore could tell which quay was free. The office went back to chalk boards and radio,
      and a retired harbour master was called in to draw the plan by hand. Varland, from where the group is said to
      work, has not answered. Its ambassador was asked to come to the foreign ministry on Wednesday morning. Parliament
      will hear the minister of fisheries next week, after members of three parties complained that a warning of the
      coast guard from February had been left unread for a month.
      """;
  private static final String REPRINT = """
      Elvheim blames the group known as Salt Otter after the harbour office of Vestvik lost its berth plans to
      intruders for nine days in May. Investigators of the coast guard found the same loader on two servers in the
      pilots' station and on a laptop. "We have seen this group at our doors since the winter," said Ada Lind, who leads
      the coast guard's watch. Local shipping agents say that at least four freighters had waited in the roads because
      nobody on shore could tell which quay was free. The office went back to chalk boards and radio, and a retired
      harbour master was called in to draw the plan by hand. Varland has not answered.
      """;
  private static final String OTHER = """
      Fishermen in Vestvik had been joking about the chalk boards for a week before they learned why they were there.
      On Tuesday the cabinet in Elvheim put a name to it: Salt Otter, a crew that researchers place in neighbouring
      Varland. "We have seen this group at our doors since the winter," Ada Lind of the coast guard told reporters.
      What the crew wanted is less clear. Nothing was demanded and nothing has been offered for sale, according to two
      people who follow the inquiry, and the berth plans for a port of this size are hardly a secret. One theory in
      the coast guard is that the visitors were practising. Another is that they mistook the pilots' station for the
      naval yard across the fjord, whose network has a name that differs by a single letter. The naval yard says that
      it has found no trace of them. Opposition members want to know who read the warning that was sent in February.
      """;
  private static final String MENU = """
      Home News Sport Weather Podcasts Log in Subscribe for two crowns a week Follow us Share this article Most read
      today Five walks along the fjord Recipe: cod with leeks Letters to the editor Archive of the year Cookies help us
      to give you the page you want Accept all Reject all Last updated 9 November Read also Ferry late again
      """;

  private final Document wire = Press.document("wire", "Fjord Agency", "Elvheim names Salt Otter", "2031-06-03", WIRE);

  @Test
  void findsACopyByteForByte() {
    assertThat(sizes(wire, Press.document("copy", "", "", "", WIRE))).containsExactly(2);
  }

  @Test
  void findsTheSamePageWithAnotherDateAndMenusGluedOn() {
    assertThat(sizes(wire, Press.document("scrape", "web.example", "Elvheim names Salt Otter | The Daily Gull",
        "2032-11-09", MENU + MENU.toUpperCase(java.util.Locale.ROOT) + "Published 9 November 2032\n" + WIRE + MENU)))
        .containsExactly(2);
  }

  @Test
  void findsAReprintThatCutsAndRewords() {
    assertThat(sizes(wire, Press.document("reprint", "Vestvik Tidende", "Chalk boards in the harbour", "2031-06-04",
        REPRINT))).containsExactly(2);
  }

  @Test
  void leavesTwoArticlesOnOneEventApart() {
    assertThat(sizes(wire, Press.document("other", "The Daily Gull", "Elvheim names Salt Otter at last", "2031-06-04",
        OTHER))).containsExactly(1, 1);
  }

  @Test
  void leavesADigestApartFromTheBriefsInIt() {
    String brief = WIRE.substring(0, 420);
    String digest = OTHER.replace("Fishermen", "Anglers") + MENU + brief + OTHER.toUpperCase(java.util.Locale.ROOT)
        .replace("A", "AE").replace("O", "OE");

    assertThat(sizes(Press.document("brief", "Fjord Agency", "Salt Otter named", "2031-06-03", brief),
        Press.document("digest", "The Daily Gull", "The week in brief", "2031-06-07", digest))).containsExactly(1, 1);
  }

  @Test
  void leavesPagesOfOnePublisherApartThatShareTheirMenus() {
    List<Document> pages = new ArrayList<>();
    for (String topic : List.of("cod prices fall again", "ferry runs aground twice", "choir wins a prize abroad",
        "new bridge opens in spring")) {
      pages.add(Press.document(topic, "The Daily Gull", topic, "2031-06-04", MENU + "Short report: " + topic
          + ", as everybody in the village of " + topic.hashCode() + " had expected since Monday. " + MENU));
    }

    assertThat(SameStory.group(pages)).hasSize(4);
  }

  @Test
  void takesTheEarliestPublishedAsTheOneThatWasCopied() {
    Document undated = Press.document("undated", "", "", "", WIRE + "\n");
    Document later = Press.document("later", "", "", "2031-06-04", WIRE + " ");

    Family family = SameStory.group(List.of(later, undated, wire)).getFirst();

    assertThat(family.representative()).isEqualTo(wire.id());
    assertThat(family.earliest()).isEqualTo(PartialDate.parse("2031-06-03"));
    assertThat(family.copyOf(later.id())).contains(wire.id());
    assertThat(family.copyOf(wire.id())).isEmpty();
  }

  @Test
  void doesNotDependOnTheOrderOfArrival() {
    List<Document> documents = new ArrayList<>(List.of(wire, Press.document("a", "", "", "", WIRE + MENU),
        Press.document("b", "", "", "2031-06-05", REPRINT), Press.document("c", "", "", "2031-06-04", OTHER),
        Press.document("d", "", "", "", OTHER + "End."), Press.document("e", "", "", "", MENU)));
    List<Family> families = SameStory.group(documents);

    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(documents, new Random(seed));
      assertThat(SameStory.group(documents)).as("seed %d", seed).isEqualTo(families);
    }
    documents.addAll(List.copyOf(documents));
    assertThat(SameStory.group(documents)).isEqualTo(families);
  }

  @Test
  void putsEveryDocumentInOneFamily() {
    List<Document> documents = List.of(wire, Press.document("empty", "", "", "", ""),
        Press.document("tiny", "", "", "", "Two words"), Press.document("other", "", "", "", OTHER));

    List<DocumentId> members =
        SameStory.group(documents).stream().flatMap(family -> family.members().stream()).sorted().toList();

    assertThat(members).isEqualTo(documents.stream().map(Document::id).sorted().toList());
  }

  private static List<Integer> sizes(Document... documents) {
    return SameStory.group(List.of(documents)).stream().map(family -> family.members().size()).toList();
  }
}
