package org.tingbok.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.tingbok.vocabulary.ContentId;

/// A script of this server's own, under an address made of its content, so that it may be kept for good.
final class PageScript {
  private final byte[] content;
  private final String path;

  private PageScript(String name, byte[] content) {
    this.content = content;
    this.path = "/" + name + "-" + ContentId.sha256(content).substring(0, 12) + ".js";
  }

  /// A script among the resources of this package.
  ///
  /// @param name without its ending
  static PageScript of(String name) {
    try (InputStream stream = Objects.requireNonNull(PageScript.class.getResourceAsStream(name + ".js"), name)) {
      return new PageScript(name, stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path() {
    return path;
  }

  void route(Routes routes) {
    routes.get(path, context -> context.header("Cache-Control", "public, max-age=31536000, immutable")
        .contentType("text/javascript; charset=utf-8").result(content));
  }
}
