package org.tingbok.scale;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.tingbok.reading.ReportReader;

/// What each machine has once: the reader with its tables and models, and how file systems are reached.
final class Reader {
  private Reader() {
  }

  /// Made when a machine first reads.
  private static final class Holder {
    private static final ReportReader STANDARD = ReportReader.standard();
  }

  static ReportReader standard() {
    return Holder.STANDARD;
  }

  static Configuration configuration() {
    return SparkHadoopUtil.get().conf();
  }
}
