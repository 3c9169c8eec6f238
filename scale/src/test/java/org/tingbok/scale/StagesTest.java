package org.tingbok.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tingbok.analysis.Analysis;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.SameStory;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.testkit.Casebook;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.testkit.StageContract;
import scala.Tuple2;

/// The steps of a job behind reading are pure functions of what was read, in however many parts, and those of one machine.
class StagesTest {
  private static final List<SparkSession> SESSION = new ArrayList<>();

  @BeforeAll
  static void open() {
    SESSION.add(Local.session());
  }

  @AfterAll
  static void close() throws IOException {
    SESSION.removeFirst().close();
  }

  /// What was found, as it can be compared.
  record Found(List<Incident> incidents, List<String> origins) {
  }

  private static Found onCluster(List<Reading> readings, int partitions) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(SESSION.getFirst().sparkContext());
    Map<DocumentId, Family> stories =
        SameStory.byMember(SameStory.group(readings.stream().map(Reading::document).toList()));
    List<Tuple2<String, byte[]>> all = new ArrayList<>();
    readings.forEach(reading -> Facts.told(reading, Optional.ofNullable(stories.get(reading.document().id()))
        .filter(story -> story.members().size() > 1), Moments.NONE, all));
    JavaPairRDD<String, byte[]> facts = spark.parallelizePairs(all, partitions);
    IncidentGroups groups = new IncidentGroups(spark, partitions);
    JavaPairRDD<String, byte[]> incidents = groups.of(facts);
    OriginGroups.Found origins = new OriginGroups(spark, partitions).of(facts, incidents);
    return new Found(
        groups.marked(incidents, origins.disputed()).values().collect().stream().map(IncidentGroups::incident)
            .sorted(Comparator.comparing(Incident::id)).toList(),
        origins.rows().values().collect().stream().map(bytes -> Wire.read(bytes, Facts.Row.class).cells().toString())
            .sorted().toList());
  }

  @Test
  void findsTheIncidentsAndOriginsOfOneMachineInHoweverManyParts() {
    Random random = ReadingGenerator.printedRandom();
    ReadingGenerator generator = new ReadingGenerator(random.nextLong());
    for (int round = 0; round < 4; round++) {
      List<Reading> readings = new ArrayList<>(generator.readings(5 + random.nextInt(30)));
      readings.addAll(round % 2 == 0 ? Casebook.readings() : List.of());
      Analysis one = OneMachine.analysis(readings);
      Found found = onCluster(readings, 1 + random.nextInt(7));
      assertThat(found.incidents()).as("round " + round).isEqualTo(one.incidents());
      assertThat(found.origins()).as("round " + round).isEqualTo(OneMachine.origins(one));
    }
  }

  @Nested
  class Behaviour extends StageContract<List<Reading>, Found> {
    private final List<List<Reading>> inputs = List.of(List.of(), Casebook.readings(),
        ReadingGenerator.printingItsSeed().readings(4));

    @Override
    protected Function<List<Reading>, Found> stage() {
      return readings -> onCluster(readings, 2);
    }

    @Override
    protected List<List<Reading>> inputs() {
      return inputs;
    }
  }
}
