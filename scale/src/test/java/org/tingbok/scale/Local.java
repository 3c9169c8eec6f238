package org.tingbok.scale;

import org.apache.spark.sql.SparkSession;

/// Spark within the test.
final class Local {
  private Local() {
  }

  static SparkSession session() {
    return session("spark.ui.enabled", "false");
  }

  static SparkSession session(String setting, String value) {
    return SparkSession.builder()
        .config(Job.settings().set(setting, value).setMaster("local[2]").set("spark.ui.enabled", "false")
            .set("spark.driver.host", "localhost").set("spark.driver.bindAddress", "127.0.0.1"))
        .getOrCreate();
  }
}
