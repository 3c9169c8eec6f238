package org.tingbok.app.worker;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.input.InputReader;
import org.tingbok.exchange.containers.Kind;
import org.tingbok.exchange.containers.Place;
import org.tingbok.claim.NameDecision;

/// What a worker is asked.
sealed interface Request {
  /// What holds for all reports that come after this.
  ///
  /// @param decisions what analysts decided that names mean, the earliest first
  /// @param keeping whether texts with unread sentences are handed back
  record Setup(List<NameDecision> decisions, boolean keeping) implements Request {
  }

  /// A report to be read.
  ///
  /// @param job by which the answer is known
  /// @param source where it was found
  /// @param bytes its bytes
  /// @param beside what is known of it beside them
  @SuppressWarnings("ArrayRecordComponent")
  record Read(long job, String source, byte[] bytes, InputReader.Beside beside) implements Request {
  }

  /// A container.
  ///
  /// @param name what it is called
  /// @param kind its kind
  /// @param path where it lies; empty if `bytes` are the whole of it
  /// @param bytes what came on standard input
  @SuppressWarnings("ArrayRecordComponent")
  record Container(String name, Kind kind, Optional<String> path, byte[] bytes) {
  }

  /// A container to be opened; the one before is closed.
  ///
  /// @param job by which the answer is known
  /// @param container which
  record Open(long job, Container container) implements Request {
  }

  /// One entry of a container to be read once more.
  ///
  /// @param job by which the answer is known
  /// @param container which
  /// @param place where the entry stood
  record Again(long job, Container container, Place place) implements Request {
  }

  /// The next entry of the container that is open.
  ///
  /// @param job by which the answer is known
  record Next(long job) implements Request {
  }

  /// A page whose list is to be read: a feed, a sitemap.
  ///
  /// @param job by which the answer is known
  /// @param found where it was fetched
  /// @param body its bytes
  @SuppressWarnings("ArrayRecordComponent")
  record Page(long job, URI found, byte[] body) implements Request {
  }

  /// A file in which a tool hands over what many reports say.
  ///
  /// @param job by which the answer is known
  /// @param name what it is called
  /// @param bytes its bytes
  @SuppressWarnings("ArrayRecordComponent")
  record Hand(long job, String name, byte[] bytes) implements Request {
  }
}
