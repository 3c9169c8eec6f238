package org.tingbok.app.input;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.syndication.Listing;
import org.tingbok.exchange.containers.Bytes;
import org.tingbok.exchange.containers.Containers;
import org.tingbok.exchange.containers.Entries;
import org.tingbok.exchange.containers.Entry;
import org.tingbok.exchange.containers.Kind;
import org.tingbok.exchange.containers.Place;
import org.tingbok.claim.NameDecision;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.reading.knowledge.NameDecisions;

/// Where reports are read: in this process, or fenced off from it. Safe for use by several threads.
public interface Readers extends AutoCloseable {
  /// In this process: what a report does to its reader, it does to all of us.
  Readers HERE = new Readers() {
    @Override
    public InputReader.Reader reading(List<NameDecision> decisions, boolean keeping) {
      return new ReportContents(NameDecisions.of(decisions), keeping);
    }

    @Override
    public Entries open(Source source, Kind kind, Bytes bytes) throws IOException {
      return Containers.open(source.name(), kind, bytes);
    }

    @Override
    public Optional<byte[]> again(Source source, Kind kind, Bytes bytes, Place place) throws IOException {
      return Containers.again(kind, bytes, place).map(Entry.Report::bytes);
    }

    @Override
    public Optional<Imported> imported(String name, byte[] bytes) {
      return Imports.read(name, bytes);
    }

    @Override
    public Listing listing(URI found, byte[] body) {
      return Listing.of(found, body);
    }

    @Override
    public void close() {
      // holds nothing
    }
  };

  /// A way of reading reports.
  ///
  /// @param decisions what analysts decided that names mean, the earliest first
  /// @param keeping whether texts with unread sentences are kept for a second reader
  /// @return reads one report at a time, on any thread
  InputReader.Reader reading(List<NameDecision> decisions, boolean keeping);

  /// Opens a container at its beginning.
  ///
  /// @param source where it lies
  /// @param kind its kind
  /// @param bytes its bytes
  /// @return its entries; to be closed
  /// @throws IOException if it cannot be read
  Entries open(Source source, Kind kind, Bytes bytes) throws IOException;

  /// Reads one entry of a container once more.
  ///
  /// @param source where the container lies
  /// @param kind its kind
  /// @param bytes its bytes
  /// @param place where the entry stood
  /// @return its bytes; empty if it no longer stands there
  /// @throws IOException if the container cannot be read
  Optional<byte[]> again(Source source, Kind kind, Bytes bytes, Place place) throws IOException;

  /// Reads a file in which a tool hands over what many reports say, without the prose in it.
  ///
  /// @param name what it is called
  /// @param bytes its bytes
  /// @return empty if it is no such file
  /// @throws org.tingbok.vocabulary.TingbokException why it cannot be read
  Optional<Imported> imported(String name, byte[] bytes);

  /// Reads what a page lists: a feed, a sitemap.
  ///
  /// @param found where it was fetched
  /// @param body its bytes
  /// @return what it lists
  /// @throws org.tingbok.vocabulary.TingbokException as for reports, where its reader breaks down over it
  Listing listing(URI found, byte[] body);

  /// Lets go of what is held: nothing more can be read.
  @Override
  void close();
}
