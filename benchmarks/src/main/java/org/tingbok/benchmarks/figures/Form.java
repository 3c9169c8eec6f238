package org.tingbok.benchmarks.figures;

/// How much is measured.
enum Form {
  /// The least: shows that everything runs; its figures are worth nothing.
  TRIAL(24, 2, 1, 1, 2, new String[] {"20", "4", "3"}),
  /// Some minutes on a machine of one's own.
  QUICK(120, 4, 3, 2, 7, new String[] {"200", "60", "10"}),
  /// An hour.
  LONG(1_000, 8, 5, 5, 20, new String[] {"1000", "1000", "60"});

  /// Documents of the seeded corpus.
  final int documents;
  /// How often a folder is read.
  final int rounds;
  /// Iterations of JMH that are measured.
  final int iterations;
  /// Seconds of one.
  final int seconds;
  /// How often a command is started.
  final int starts;
  /// Documents on record and added under load, seconds before.
  @SuppressWarnings("ImmutableEnumChecker") // internal, never changed
  final String[] load;

  Form(int documents, int rounds, int iterations, int seconds, int starts, String[] load) {
    this.documents = documents;
    this.rounds = rounds;
    this.iterations = iterations;
    this.seconds = seconds;
    this.starts = starts;
    this.load = load;
  }

  static Form of(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }
}
