package org.tingbok.second;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// The way to the endpoint, bounded in time and in size; the library's own bounds neither the body nor its arrival.
///
/// Follows no redirect: a key goes where it was meant to go, or nowhere. Says HTTP/1.1 only, since some local servers
/// stumble over an offer of more. Safe for several threads.
final class BoundedHttp implements HttpClient, AutoCloseable {
  /// The longest answer that is taken, in bytes.
  static final int LARGEST_ANSWER = 1 << 20;
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  /// How Java says so; there is no type for it.
  private static final String TOO_LARGE = "exceeds capacity";
  private static final int EXCERPT = 160;

  private final java.net.http.HttpClient client;
  private final Duration patience;

  BoundedHttp(Duration patience) {
    this.patience = patience;
    this.client = java.net.http.HttpClient.newBuilder().version(java.net.http.HttpClient.Version.HTTP_1_1)
        .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
        .connectTimeout(patience.compareTo(CONNECTING) < 0 ? patience : CONNECTING).build();
  }

  /// As the library asks for it; it decides nothing.
  HttpClientBuilder builder() {
    return new Ready(this);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    java.net.http.HttpRequest.Builder asked = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
        .timeout(patience)
        .method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
    request.headers().forEach((name, values) -> values.forEach(value -> asked.header(name, value)));
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(asked.build(),
        BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    try {
      return judged(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw because(slow(), e);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw because(new UnavailableException("READ_INTERRUPTED", "the second reader was interrupted"), e);
    } finally {
      answer.cancel(true);
    }
  }

  private SuccessfulHttpResponse judged(HttpResponse<byte[]> response) throws HttpException {
    int status = response.statusCode();
    String body = new String(response.body(), StandardCharsets.UTF_8);
    if (status == 429) {
      throw new ContentionException("SECOND_READER_BUSY", "the second reader is asked too often or out of quota (429);"
          + " try again later");
    }
    if (status == 401 || status == 403) {
      throw new UnavailableException("SECOND_READER_DENIED", "the second reader does not accept the key, or wants one ("
          + status + ")");
    }
    if (status == 400) {
      throw new HttpException(status, body); // Chat may mend it
    }
    if (status != 200) {
      throw failed(status, body);
    }
    String type = response.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.matches("application/(?:[a-z0-9.+-]+\\+)?json\\s*(?:;.*)?")) {
      throw new UnavailableException("SECOND_READER_NONSENSE", "the second reader answers with '"
          + excerpt(type) + "', not with JSON; is the address one of an OpenAI-compatible endpoint?");
    }
    return SuccessfulHttpResponse.builder().statusCode(status).headers(response.headers().map()).body(body).build();
  }

  /// Any other status than those that have a code of their own.
  static UnavailableException failed(int status, String body) {
    return new UnavailableException("SECOND_READER_FAILED", "the second reader failed with status " + status
        + (body.isBlank() ? "" : " (" + excerpt(body) + ")"));
  }

  private static String excerpt(String text) {
    String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
  }

  private TingbokException failure(ExecutionException thrown) {
    Throwable cause = thrown.getCause();
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (String.valueOf(cause).contains(TOO_LARGE)) {
      return because(new UnavailableException("SECOND_READER_TOO_LARGE", "the second reader's answer is longer than "
          + (LARGEST_ANSWER >> 10) + " KiB"), thrown);
    }
    if (cause instanceof java.net.http.HttpConnectTimeoutException) {
      return because(new UnavailableException("SECOND_READER_UNREACHABLE", "the second reader's machine does not"
          + " answer"), thrown);
    }
    if (cause instanceof java.net.http.HttpTimeoutException) {
      return because(slow(), thrown);
    }
    return because(new UnavailableException("SECOND_READER_UNREACHABLE", "the second reader cannot be reached, or hung"
        + " up (" + excerpt(String.valueOf(cause)) + ")"), thrown);
  }

  private UnavailableException slow() {
    return new UnavailableException("SECOND_READER_TIMEOUT",
        "the second reader took longer than " + patience.toSeconds()
            + " seconds; give it more, or a faster model");
  }

  /// Kept as suppressed, not as cause: the library looks through causes for errors of its own to put in their place.
  private static <E extends TingbokException> E because(E error, Throwable cause) {
    error.addSuppressed(cause);
    return error;
  }

  @Override
  public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("answers are taken whole");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /// The builder that the library wants, of a client that is built already.
  private record Ready(BoundedHttp http) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
      return CONNECTING;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return http.patience;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public HttpClient build() {
      return http;
    }
  }
}
