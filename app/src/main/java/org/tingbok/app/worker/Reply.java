package org.tingbok.app.worker;

import java.util.Optional;
import org.tingbok.exchange.containers.Entry;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.syndication.Listing;

/// What a worker answers.
sealed interface Reply {
  /// It lives.
  record Beat() implements Reply {
  }

  /// A report was read.
  ///
  /// @param job which
  /// @param contents what it says
  record Done(long job, InputReader.Contents contents) implements Reply {
  }

  /// Something was refused, for a reason that the reader found by itself.
  ///
  /// @param job which
  /// @param code stable code
  /// @param message one line
  /// @param ours whether the reader is to blame
  /// @param tired whether the worker should get no more to read: its classes may have been left half made
  record Refused(long job, String code, String message, boolean ours, boolean tired) implements Reply {
  }

  /// A report took more time than it has; the worker ends.
  ///
  /// @param job which
  record Over(long job) implements Reply {
  }

  /// A container was opened, or its next entry was read.
  ///
  /// @param job which
  /// @param entry empty at the end, and for the opening
  record Reached(long job, Optional<Entry> entry) implements Reply {
  }

  /// A tool's file was read.
  ///
  /// @param job which
  /// @param imported what it came to; empty if it is no such file
  record Handed(long job, Optional<Imported> imported) implements Reply {
  }

  /// A page's list was read.
  ///
  /// @param job which
  /// @param listing what it lists
  record Listed(long job, Listing listing) implements Reply {
  }

  /// The worker is gone, which the worker itself never says.
  ///
  /// @param why for a person
  /// @param memory whether it ran out of memory
  /// @param unstarted whether it ended before it said anything, not even that it lives: no report is to blame
  record Gone(String why, boolean memory, boolean unstarted) implements Reply {
  }
}
