package org.tingbok.reading.document;

import java.time.Duration;

/// What one document may take of us. Whoever exceeds it fails alone, with an error that names it.
///
/// The parser holds the first six, which need no clock; time and memory are held by whoever runs it, in a process that can be
/// ended.
///
/// @param bytes the most bytes of a document
/// @param characters the most UTF-16 code units that it may unfold to
/// @param pages the most pages of a PDF
/// @param depth how deep the elements of mark-up may stand in each other; what stands deeper in HTML counts as this deep, of other
///     kinds it is an error
/// @param entries the most entries of a packed archive
/// @param ratio how many times larger a packed part may be than the whole file, once it is larger than a mebibyte
/// @param time the most processor time that reading one document takes; on the clock it may be five times that
/// @param memory the most memory for the documents that are read at one time, in bytes; each of them has all of it before it is
///     given up
public record Budget(int bytes, int characters, int pages, int depth, int entries, int ratio, Duration time,
    long memory) {
  /// What a document has unless somebody says otherwise.
  public static final Budget USUAL =
      new Budget(64 << 20, 16 << 20, 5000, 512, 10_000, 200, Duration.ofMinutes(2), 1L << 30);

  /// The same, with other bounds for what runs it.
  ///
  /// @param otherTime processor time
  /// @param otherMemory bytes
  /// @return a budget of its own
  public Budget with(Duration otherTime, long otherMemory) {
    return new Budget(bytes, characters, pages, depth, entries, ratio, otherTime, otherMemory);
  }
}
