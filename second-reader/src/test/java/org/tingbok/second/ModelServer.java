package org.tingbok.second;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A chat endpoint on this machine that answers as a test wants it to, and remembers what it was asked.
final class ModelServer implements AutoCloseable {
  static final String MODEL = "village-oracle-7b";

  /// One way of answering.
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /// A request as it came in.
  record Asked(String path, Optional<String> authorization, JsonNode body) {
    JsonNode message(String role) {
      for (JsonNode message : body.path("messages")) {
        if (message.path("role").asString().equals(role)) {
          return message.path("content");
        }
      }
      throw new AssertionError("no message of " + role);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  ModelServer(Answer answer) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      try (exchange) {
        asked.add(new Asked(exchange.getRequestURI().getPath(),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
            JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes())));
        answer.to(exchange);
      }
    });
    server.start();
  }

  /// A server whose model says these words.
  static ModelServer saying(String words) {
    return new ModelServer(exchange -> reply(exchange, 200, "application/json", completion(words, "stop")));
  }

  /// A server that answers so to every request.
  static ModelServer replying(int status, String type, String body) {
    return new ModelServer(exchange -> reply(exchange, status, type, body));
  }

  /// What an endpoint sends when its model says these words.
  static String completion(String words, String finish) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("id", "chat-1").put("object", "chat.completion").put("created", 1).put("model", "some-build-of-it");
    ObjectNode choice = root.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", finish);
    choice.putObject("message").put("role", "assistant").put("content", words);
    root.putObject("usage").put("prompt_tokens", 1).put("completion_tokens", 1).put("total_tokens", 2);
    return root.toString();
  }

  static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /// Keeps whoever asked waiting until the test is over.
  void keepWaiting() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  Endpoint endpoint() {
    return endpoint(Duration.ofSeconds(20));
  }

  Endpoint endpoint(Duration patience) {
    return Endpoint.of(address(), MODEL, Optional.empty(), patience);
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
