package org.tingbok.scale;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.tingbok.exchange.containers.Place;
import org.apache.spark.util.SerializableConfiguration;
import org.tingbok.analysis.StoryPrint;
import org.tingbok.vocabulary.TingbokException;
import scala.Tuple2;

/// The documents of a corpus, each once, numbered by rising id: where each lies and its print.
///
/// @param files the corpus, a partition for each of its parts
/// @param places by number: the part of the corpus and the place in it, of two of the same bytes the first
/// @param prints by number: the print
/// @param faults what could not be read, by place
/// @param systems how file systems are reached, by the settings of the job (`spark.hadoop.…`), which machines do not have of
///     themselves
record Prints(JavaRDD<String> files, JavaPairRDD<Long, long[]> places, JavaPairRDD<Long, byte[]> prints,
    JavaRDD<String> faults, Broadcast<SerializableConfiguration> systems) {
  private static final String FAULT = "!";

  /// Goes through a corpus once.
  ///
  /// @param spark the cluster
  /// @param corpus the corpus
  /// @param partitions into how many parts what is found is put
  static Prints of(JavaSparkContext spark, Corpus corpus, int partitions) {
    Broadcast<SerializableConfiguration> systems =
        spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    JavaRDD<String> files = spark.parallelize(corpus.parts().stream()
        .map(part -> String.join("\n", part.stream().map(Corpus.File::line).toList())).toList(),
        Math.max(1, corpus.parts().size()));
    JavaPairRDD<String, Tuple2<long[], byte[]>> seen =
        files.mapPartitionsToPair(part -> seen(part, systems.value().value())).persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<Long, Tuple2<long[], byte[]>> numbered = seen.filter(one -> !one._1().startsWith(FAULT))
        .reduceByKey((a, b) -> a._1()[1] < b._1()[1] ? a : b, partitions).sortByKey(true, partitions)
        .zipWithIndex().mapToPair(one -> new Tuple2<>(one._2(), one._1()._2()))
        .persist(StorageLevel.MEMORY_AND_DISK());
    JavaRDD<String> faults = seen.filter(one -> one._1().startsWith(FAULT))
        .map(one -> one._1().substring(1) + new String(one._2()._2(), java.nio.charset.StandardCharsets.UTF_8));
    return new Prints(files, numbered.mapValues(Tuple2::_1), numbered.mapValues(Tuple2::_2), faults, systems);
  }

  /// The files of a partition.
  static List<Corpus.File> files(Iterator<String> part) {
    List<Corpus.File> files = new ArrayList<>();
    part.forEachRemaining(lines -> lines.lines().map(Corpus.File::of).forEach(files::add));
    return files;
  }

  private static Iterator<Tuple2<String, Tuple2<long[], byte[]>>> seen(Iterator<String> part,
      Configuration configuration) {
    int partition = TaskContext.getPartitionId();
    Units units = new Units(files(part), configuration);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return units.hasNext();
      }

      @Override
      public Tuple2<String, Tuple2<long[], byte[]>> next() {
        Units.Unit unit = units.next();
        return switch (unit.found()) {
          case Units.Content.Report report -> print(unit, report, partition);
          case Units.Content.Fault fault -> fault(unit, partition, fault.code(), fault.message());
        };
      }
    };
  }

  private static Tuple2<String, Tuple2<long[], byte[]>> print(Units.Unit unit, Units.Content.Report report,
      int partition) {
    try {
      StoryPrint print = StoryPrint
          .of(Reader.standard().parse(unit.name(), report.bytes(), report.place().flatMap(Place::giver)).document());
      return new Tuple2<>(print.id().value(), new Tuple2<>(new long[] {partition, unit.order()}, print.bytes()));
    } catch (TingbokException e) {
      return fault(unit, partition, e.code(), String.valueOf(e.getMessage()));
    } catch (StackOverflowError | RuntimeException e) {
      return fault(unit, partition, "READ_FAULT",
          unit.name() + " could not be read for a defect of Tingbok (" + e + "); report it");
    }
  }

  private static Tuple2<String, Tuple2<long[], byte[]>> fault(Units.Unit unit, int partition, String code,
      String message) {
    byte[] told = (code + ": " + message).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Tuple2<>(FAULT + String.format(Locale.ROOT, "%016x ", unit.order()),
        new Tuple2<>(new long[] {partition, unit.order()}, told));
  }
}
