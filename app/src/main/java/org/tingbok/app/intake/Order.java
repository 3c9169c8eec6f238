package org.tingbok.app.intake;

import java.net.URI;
import java.util.Optional;
import org.tingbok.app.terminal.Paint;

/// A report that is still to be fetched.
///
/// @param address where it is; empty for an entry of a feed that is no page of its own
/// @param entry the entry of a feed that announces it; empty if somebody named the address
public record Order(Optional<URI> address, Optional<Announced> entry) {
  private static final int LONGEST = 300;

  /// The entry of a feed that announces a report.
  ///
  /// @param feed the address of the feed
  /// @param id what the feed knows it by
  /// @param title its title; empty text if it has none
  /// @param published when, as the feed writes it
  /// @param publisher the title of the feed
  /// @param language the language of the feed
  /// @param content the report itself, HTML, where the feed holds it; empty if it is to be fetched
  public record Announced(String feed, String id, String title, Optional<String> published, String publisher,
      Optional<String> language, Optional<String> content) {
  }

  /// A page that somebody named.
  ///
  /// @param address where it is
  /// @return to be fetched
  public static Order of(URI address) {
    return new Order(Optional.of(address), Optional.empty());
  }

  /// What a fetched document is known to have been asked for by.
  ///
  /// @return the address; for an entry without a page the feed's, with the entry behind `#`
  public String asked() {
    return address.map(URI::toString)
        .orElseGet(() -> entry.map(one -> one.feed() + "#" + one.id()).orElse(""));
  }

  /// What it is called in a list.
  ///
  /// @return one line
  public String name() {
    String plain = Paint.plain(asked());
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }
}
