package org.tingbok.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.SameStory;
import org.tingbok.analysis.StoryPrint;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import scala.Tuple2;

class StoriesTest {
  @Test
  void tellsTheStoriesOfOneMachineInHoweverManyParts() throws Exception {
    long seed = Optional.ofNullable(Long.getLong("tingbok.seed")).orElseGet(() -> new Random().nextLong());
    System.out.println("stories generated with -Dtingbok.seed=" + seed);
    Random random = new Random(seed);
    try (SparkSession session = Local.session()) {
      JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
      for (int round = 0; round < 4; round++) {
        List<Document> documents = random(random);
        assertThat(found(spark, documents, 1 + random.nextInt(7))).as("round " + round)
            .isEqualTo(SameStory.group(documents).stream().filter(family -> family.members().size() > 1).toList());
      }
    }
  }

  private static List<Family> found(JavaSparkContext spark, List<Document> documents, int partitions) {
    Map<DocumentId, Document> sorted = new TreeMap<>();
    documents.forEach(document -> sorted.put(document.id(), document));
    List<Tuple2<Long, byte[]>> prints = new ArrayList<>();
    sorted.values()
        .forEach(document -> prints.add(new Tuple2<>((long) prints.size(), StoryPrint.of(document).bytes())));
    JavaPairRDD<Long, byte[]> stories =
        new Stories(spark, partitions).of(spark.parallelizePairs(prints, partitions));
    return stories.values().collect().stream().map(bytes -> Wire.read(bytes, Family.class)).distinct()
        .sorted(java.util.Comparator.comparing(Family::representative)).toList();
  }

  /// Stories of their own, edited copies, frames of houses, pages without titles, texts without words, and one report in more
  /// papers than any value remembers.
  private static List<Document> random(Random random) {
    List<String> texts = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 160; i++) {
      List<String> words = new ArrayList<>();
      if (texts.isEmpty() || random.nextInt(3) == 0) {
        for (int w = 0; w < 5 + random.nextInt(200); w++) {
          words.add(Integer.toString(random.nextInt(3_000), 36));
        }
      } else {
        words.addAll(List.of(texts.get(i > 100 ? 0 : random.nextInt(texts.size())).split(" ", -1)));
        for (int e = random.nextInt(words.size() / (i > 100 ? 8 : 2) + 1); e > 0; e--) {
          words.set(random.nextInt(words.size()), "x" + random.nextInt(100));
        }
      }
      String text = String.join(" ", words);
      texts.add(text);
      int house = random.nextInt(5);
      String frame = house == 0 ? "" : ("the house of number " + house + " greets its readers every day ").repeat(3);
      documents.add(document("d" + i + " " + random.nextLong(), house == 0 ? "" : "House " + house,
          random.nextInt(6) == 0 ? "" : "a title of number " + random.nextInt(30),
          random.nextBoolean() ? "2031-0" + (1 + random.nextInt(9)) : "", random.nextInt(20) == 0 ? "" : frame + text));
    }
    return documents;
  }

  private static Document document(String source, String publisher, String title, String published, String text) {
    String digest = ContentId.sha256(source.getBytes(StandardCharsets.UTF_8));
    return new Document(DocumentId.of(digest), source, digest, "text/plain", text,
        Optional.of(title).filter(one -> !one.isEmpty()), Optional.of(publisher).filter(one -> !one.isEmpty()),
        PartialDate.parse(published), "en", List.of(), false, List.of(new Span(0, text.length())));
  }
}
