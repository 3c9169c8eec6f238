package org.tingbok.scale;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/// The cluster that a command runs on: the one that `spark-submit` names, else this machine.
final class Session {
  private static final int FOR_EACH_CORE = 4;

  private Session() {
  }

  static SparkSession open() {
    SparkConf settings = Job.settings();
    if (!settings.contains("spark.master")) {
      settings.setMaster("local[*]").set("spark.ui.enabled", "false").set("spark.driver.host", "localhost")
          .set("spark.driver.bindAddress", "127.0.0.1");
    }
    return SparkSession.builder().config(settings).getOrCreate();
  }

  /// So many parts that none weighs much.
  static int partitions(SparkSession session) {
    return Math.max(4, session.sparkContext().defaultParallelism() * FOR_EACH_CORE);
  }
}
