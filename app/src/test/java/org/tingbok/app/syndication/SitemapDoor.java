package org.tingbok.app.syndication;

import java.net.URI;

/// Lets the fuzzer in.
public final class SitemapDoor {
  private SitemapDoor() {
  }

  /// Reads a sitemap.
  ///
  /// @param body the file
  /// @return whether it is one
  public static boolean reads(byte[] body) {
    return SitemapReader.read(URI.create("https://example.org/sitemap.xml"), body).isPresent();
  }
}
