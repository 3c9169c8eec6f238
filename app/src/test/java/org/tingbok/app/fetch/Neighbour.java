package org.tingbok.app.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A real server on loopback that answers what a test wants, also what no decent server answers.
public final class Neighbour implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /// What a page does with a request.
  @FunctionalInterface
  public interface Page {
    /// Answers.
    ///
    /// @param exchange the request
    /// @throws IOException if the asker is gone
    void answer(HttpExchange exchange) throws IOException;
  }

  /// A request that came in.
  ///
  /// @param method its method
  /// @param path path and query
  /// @param headers by name in lower case
  /// @param body what it brought
  public record Asked(String method, String path, Map<String, String> headers, String body) {
  }

  /// Starts.
  public Neighbour() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      String path = exchange.getRequestURI().toString();
      Map<String, String> headers = new ConcurrentHashMap<>();
      exchange.getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
      asked.add(new Asked(exchange.getRequestMethod(), path, headers,
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      try (exchange) {
        pages.getOrDefault(path, one -> send(one, 404, "text/plain", "nothing")).answer(exchange);
      }
    });
    server.start();
  }

  /// Its port.
  ///
  /// @return the port
  public int port() {
    return server.getAddress().getPort();
  }

  /// An address of it.
  ///
  /// @param path a path
  /// @return by the name `localhost`
  public URI at(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  /// Answers a path.
  ///
  /// @param path path and query
  /// @param page how
  /// @return itself
  public Neighbour on(String path, Page page) {
    pages.put(path, page);
    return this;
  }

  /// Answers a path with a text.
  ///
  /// @param path path and query
  /// @param type its media type
  /// @param text the text
  /// @return itself
  public Neighbour text(String path, String type, String text) {
    return on(path, exchange -> send(exchange, 200, type, text));
  }

  /// Sends on to another address.
  ///
  /// @param path path and query
  /// @param to where
  /// @return itself
  public Neighbour redirect(String path, String to) {
    return on(path, exchange -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(302, -1);
    });
  }

  /// Sends a whole answer.
  ///
  /// @param exchange the request
  /// @param status the status
  /// @param type the media type
  /// @param text the body
  /// @throws IOException if the asker is gone
  public static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /// What was asked so far.
  ///
  /// @return in order
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// What was asked of one path.
  ///
  /// @param path path and query
  /// @return in order
  public List<Asked> asked(String path) {
    return asked.stream().filter(one -> one.path().equals(path)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
