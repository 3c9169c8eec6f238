package org.tingbok.app.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.tingbok.app.input.Trouble;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.TingbokException;

/// One request, one reply, over a connection to an address that the fence let through. What is connected to is what the fence
/// looked at: the client is given addresses, never a name to look up again.
final class Line implements AutoCloseable {
  private static final Duration SLICE = Duration.ofMillis(250);
  private static final int CHUNK = 1 << 14;

  private final Fence fence;
  private final Proxies proxies;
  private final Duration whole;
  private final Map<Optional<URI>, HttpClient> clients = new HashMap<>();
  private boolean closed;

  Line(Fence fence, Proxies proxies, Duration whole) {
    this.fence = fence;
    this.proxies = proxies;
    this.whole = whole;
  }

  /// What is asked.
  ///
  /// @param largest how many bytes may come, judged by the head of the reply; where it is negative, what is beyond is left out
  ///     and the rest taken
  @SuppressWarnings("ArrayRecordComponent")
  record Ask(String method, URI address, Map<String, String> headers, byte[] body, ToLongFunction<Reply> largest,
      BooleanSupplier on) {
  }

  /// What came back; header names in lower case.
  @SuppressWarnings("ArrayRecordComponent")
  record Reply(int status, Map<String, String> headers, byte[] body) {
    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean redirects() {
      return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)
          && header("location").isPresent();
    }

    boolean busy() {
      return status == 429 || status == 502 || status == 503 || status == 504;
    }

    Optional<Duration> after(Instant now) {
      return header("retry-after").flatMap(text -> Fetcher.retryAfter(text, now));
    }
  }

  /// Nothing came back, or too much.
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Trouble trouble;
    private final transient Optional<Duration> after;

    Broken(Trouble trouble, Optional<Duration> after) {
      super(trouble.line());
      this.trouble = trouble;
      this.after = after;
    }

    Broken(String code, String message) {
      this(new Trouble(code, message), Optional.empty());
    }

    Trouble trouble() {
      return trouble;
    }

    Optional<Duration> after() {
      return after;
    }
  }

  /// Refuses an address that may not be connected to.
  void check(URI address) {
    if (proxies.of(address).isPresent()) {
      fence.refuseInside(Address.host(address));
    } else {
      fence.addresses(Address.host(address));
    }
  }

  Reply ask(Ask ask) throws Broken {
    URI address = ask.address();
    check(address);
    Request request = client(proxies.of(address)).newRequest(address).method(ask.method())
        .timeout(whole.toMillis(), TimeUnit.MILLISECONDS)
        .headers(headers -> ask.headers().forEach(headers::put));
    if (ask.method().equals("POST")) {
      request.body(new BytesRequestContent(ask.headers().getOrDefault("Content-Type", "application/octet-stream"),
          ask.body()));
    }
    long end = System.nanoTime() + whole.toNanos();
    try (InputStreamResponseListener listener = new InputStreamResponseListener()) {
      request.send(listener);
      Response response = head(request, listener, ask, end);
      Map<String, String> headers = new HashMap<>();
      for (HttpField field : response.getHeaders()) {
        headers.putIfAbsent(field.getLowerCaseName(), Optional.ofNullable(field.getValue()).orElse(""));
      }
      Reply head = new Reply(response.getStatus(), headers, new byte[0]);
      byte[] body = head.status() == 200 || ask.method().equals("POST")
          ? body(request, listener.getInputStream(), head, ask, end)
          : new byte[0];
      drop(request, new IOException("read"));
      return new Reply(head.status(), headers, body);
    } catch (IOException e) {
      throw broken(address, e);
    }
  }

  private Response head(Request request, InputStreamResponseListener listener, Ask ask, long end) throws Broken {
    while (true) {
      try {
        return listener.get(SLICE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        going(request, ask, end);
      } catch (ExecutionException e) {
        throw broken(ask.address(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        drop(request, e);
        throw stopped(ask.address());
      }
    }
  }

  private byte[] body(Request request, InputStream stream, Reply head, Ask ask, long end) throws Broken, IOException {
    long largest = ask.largest().applyAsLong(head);
    long most = Math.abs(largest);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    int read = stream.read(chunk);
    while (read >= 0) {
      going(request, ask, end);
      body.write(chunk, 0, (int) Math.min(read, most - body.size()));
      if (body.size() >= most) {
        if (largest < 0) {
          break;
        }
        drop(request, new IOException("too large"));
        throw new Broken("FETCH_TOO_LARGE", ask.address() + " sends more than " + (most >> 20)
            + " MiB; save what you need of it and add the file");
      }
      read = stream.read(chunk);
    }
    return body.toByteArray();
  }

  private void going(Request request, Ask ask, long end) throws Broken {
    if (!ask.on().getAsBoolean()) {
      drop(request, new IOException("stopped"));
      throw stopped(ask.address());
    }
    if (System.nanoTime() - end > 0) {
      drop(request, new IOException("too slow"));
      throw slow(ask.address());
    }
  }

  private static Broken stopped(URI address) {
    return new Broken("FETCH_STOPPED", address + " was not fetched: stopped");
  }

  private Broken slow(URI address) {
    return new Broken("FETCH_TIMEOUT", address + " did not answer whole within "
        + (whole.toSeconds() > 0 ? whole.toSeconds() + " seconds" : whole.toMillis() + " ms") + "; try again later");
  }

  private Broken broken(URI address, Exception thrown) {
    for (Throwable cause : Stream.iterate((Throwable) thrown, one -> one.getCause() != null, Throwable::getCause)
        .toList()) {
      if (cause.getCause() instanceof TingbokException known) {
        return new Broken(known.code(), String.valueOf(known.getMessage()));
      }
      if (cause.getCause() instanceof TimeoutException) {
        return slow(address);
      }
      if (cause.getCause() instanceof SSLException tls) {
        return new Broken("FETCH_TLS", address.getHost() + " does not prove that it is " + address.getHost() + " ("
            + tls.getMessage() + ")");
      }
    }
    Throwable last = thrown;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String why = Optional.ofNullable(last.getMessage()).orElse(last.getClass().getSimpleName());
    return new Broken("FETCH_UNREACHABLE", address + " cannot be fetched (" + why + "); try again later");
  }

  private synchronized HttpClient client(Optional<URI> proxy) {
    if (closed) {
      throw new FaultException("FETCH_STOPPED", "nothing more is fetched: this is being closed");
    }
    return clients.computeIfAbsent(proxy, this::open);
  }

  private HttpClient open(Optional<URI> proxy) {
    HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(1));
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("fetch");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, Fetcher.AGENT + "/0.1"));
    client.setConnectTimeout(Math.min(whole.toMillis(), 15_000));
    client.setIdleTimeout(Math.min(whole.toMillis(), 20_000));
    client.setMaxResponseHeadersSize(32 << 10);
    client.setDestinationIdleTimeout(60_000);
    proxy.ifPresent(address -> {
      HttpProxy way = new HttpProxy(address.getHost(), address.getPort() < 0 ? 3128 : address.getPort());
      client.getProxyConfiguration().addProxy(way);
      if (address.getUserInfo() != null) {
        String[] both = address.getUserInfo().split(":", 2);
        client.getAuthenticationStore().addAuthenticationResult(new BasicAuthentication.BasicResult(way.getURI(),
            HttpHeader.PROXY_AUTHORIZATION, both[0], both.length > 1 ? both[1] : ""));
      }
    });
    client.setSocketAddressResolver(proxy.isPresent() ? resolver(Line::anywhere) : resolver(fence::addresses));
    try {
      client.start();
    } catch (Exception e) { // the library's signature
      throw new FaultException("FETCH_FAULT", "cannot prepare to fetch anything (" + e.getMessage() + "); report it",
          e);
    }
    return client;
  }

  /// A proxy was named by whoever runs this; it may be anywhere.
  private static List<InetAddress> anywhere(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      throw new org.tingbok.vocabulary.UnavailableException("FETCH_UNRESOLVED", "there is no proxy " + host, e);
    }
  }

  @FunctionalInterface
  private interface Finder {
    List<InetAddress> addresses(String host);
  }

  private static SocketAddressResolver resolver(Finder finder) {
    return (String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) -> {
      try {
        promise.succeeded(finder.addresses(host.toLowerCase(Locale.ROOT)).stream()
            .map(address -> new InetSocketAddress(address, port)).toList());
      } catch (TingbokException e) {
        promise.failed(e);
      }
    };
  }

  @Override
  public synchronized void close() {
    closed = true;
    clients.values().forEach(client -> {
      try {
        client.stop();
      } catch (Exception e) { // the library's signature
        throw new FaultException("FETCH_FAULT", "cannot stop fetching (" + e.getMessage() + ")", e);
      }
    });
    clients.clear();
  }

  /// Ends a request of which no more is wanted; how that ends is nothing to anybody.
  private static void drop(Request request, Throwable why) {
    var _ = request.abort(why);
  }
}
