package org.tingbok.benchmarks.yardstick;

import java.util.List;

/// One measurement over one public set.
interface Yardstick {
  /// What it is called on the command line.
  String name();

  /// The file that holds its set, as it is published or packed.
  String file();

  /// Another file that it needs; empty if none.
  default String also() {
    return "";
  }

  /// What the figures do not show, in a sentence.
  String blind();

  /// Measures.
  ///
  /// @param corpus the set
  /// @param errors where each mistake is noted
  /// @return one row for each thing measured
  List<Tally> measure(Corpus corpus, Errors errors);
}
