package org.tingbok.scale;

import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.tingbok.analysis.Incident;

/// Reads a corpus on a cluster: claims, stories and incidents, the same ones as on one machine, in however many parts.
///
/// @param from files, folders and globs on any file system that Hadoop knows
/// @param to the folder that tables are written to, in place of what a job before wrote there
/// @param ledger address of a ledger that claims are appended to; what is on record there is not recorded again
/// @param partitions into how many parts the corpus, and what is found in it, is put
public record Job(List<String> from, String to, Optional<String> ledger, int partitions) {
  /// Copies the list.
  public Job {
    from = List.copyOf(from);
  }

  /// What came of it.
  ///
  /// @param documents how many documents there are; the same bytes twice are one
  /// @param copies how many of them tell a story that another was first to tell
  /// @param claims how many claims were read
  /// @param incidents how many incidents they are about
  /// @param faults what could not be read, a line each, in order of the corpus
  public record Outcome(long documents, long copies, long claims, long incidents, List<String> faults) {
    /// Copies the list.
    public Outcome {
      faults = List.copyOf(faults);
    }
  }

  /// The settings that a job needs beside those of the cluster.
  ///
  /// @return a new one
  public static SparkConf settings() {
    return new SparkConf().set("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
        .set("spark.kryo.registrationRequired", "false").setAppName("tingbok");
  }

  /// Does it.
  ///
  /// @param session the cluster
  /// @return what came of it
  public Outcome run(SparkSession session) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    Prints prints = Prints.of(spark, Corpus.find(from, partitions, spark.hadoopConfiguration()), partitions);
    step(spark, "stories");
    JavaPairRDD<Long, byte[]> stories = new Stories(spark, partitions).of(prints.prints());
    step(spark, "claims");
    JavaPairRDD<String, byte[]> facts = Facts.of(prints, stories, ledger);
    long claims = facts.filter(one -> one._1().equals(Facts.ROW + "claims")).count();
    step(spark, "incidents");
    IncidentGroups groups = new IncidentGroups(spark, partitions);
    JavaPairRDD<String, byte[]> undisputed = groups.of(facts).persist(StorageLevel.MEMORY_AND_DISK());
    undisputed.count();
    step(spark, "origins");
    OriginGroups.Found origins = new OriginGroups(spark, partitions).of(facts, undisputed);
    JavaPairRDD<String, byte[]> incidents = groups.marked(undisputed, origins.disputed());
    origins.rows().count();
    step(spark, "tables");
    new Output(session, to).write(facts, incidents, origins.rows());
    long copies = stories.filter(one -> {
      org.tingbok.analysis.Family family = Wire.read(one._2(), org.tingbok.analysis.Family.class);
      return family.members().size() > 1;
    }).count();
    List<String> faults = prints.faults().union(facts.filter(one -> one._1().equals(Facts.FAULT)).values()
        .map(bytes -> "~" + new String(bytes, java.nio.charset.StandardCharsets.UTF_8))).collect().stream().sorted()
        .map(line -> line.startsWith("~") ? line.substring(1) : line.substring(line.indexOf(' ') + 1)).toList();
    long told = stories.map(one -> Wire.read(one._2(), org.tingbok.analysis.Family.class).representative().value())
        .distinct().count();
    return new Outcome(prints.places().count(), copies - told, claims, incidents.count(), faults);
  }

  private static void step(JavaSparkContext spark, String what) {
    spark.setJobDescription(what);
  }

  /// The incidents of a corpus, for whoever wants them whole.
  ///
  /// @param session the cluster
  /// @return by id
  List<Incident> incidents(SparkSession session) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    Prints prints = Prints.of(spark, Corpus.find(from, partitions, spark.hadoopConfiguration()), partitions);
    JavaPairRDD<String, byte[]> facts =
        Facts.of(prints, new Stories(spark, partitions).of(prints.prints()), Optional.empty());
    IncidentGroups groups = new IncidentGroups(spark, partitions);
    JavaPairRDD<String, byte[]> undisputed = groups.of(facts);
    return groups.marked(undisputed, new OriginGroups(spark, partitions).of(facts, undisputed).disputed()).values()
        .map(IncidentGroups::incident).map(Wire::bytes)
        .collect().stream().map(IncidentGroups::incident).sorted(java.util.Comparator.comparing(Incident::id)).toList();
  }
}
