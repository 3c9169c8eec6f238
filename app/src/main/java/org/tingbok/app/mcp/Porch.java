package org.tingbok.app.mcp;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// Stands before the SDK's servlet: what is no message is answered here ([Messages]), and where the SDK refuses a request the
/// answer is an error of JSON-RPC in words, not the SDK's exception with its innards. Safe for use by several threads.
final class Porch extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Pattern SCHEME = Pattern.compile("(?i)^https?://");

  private final transient HttpServlet inner;
  private final transient Messages messages;
  private final transient Pattern own;

  Porch(HttpServlet inner, Messages messages, Collection<String> hosts) {
    this.own = Pattern.compile(
        "(?i)(?:" + hosts.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?::\\d{1,5})?");
    this.inner = inner;
    this.messages = messages;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    byte[] body = request.getMethod().equals("POST") ? request.getInputStream().readNBytes(Messages.LONGEST + 1)
        : new byte[0];
    String text = body.length > Messages.LONGEST ? "" : new String(body, StandardCharsets.UTF_8);
    Optional<String> foreign = foreign(request);
    if (foreign.isPresent()) {
      write(response, foreign.get().startsWith("HOST") ? 421 : 403,
          Messages.error(NullNode.getInstance(), Messages.NO_MESSAGE, foreign.get()));
      return;
    }
    Optional<String> own = request.getMethod().equals("POST") && body.length <= Messages.LONGEST
        ? messages.answer(text)
        : Optional.empty();
    if (own.isPresent()) {
      write(response, own.get().contains("\"result\"") ? 200 : 400, own.get());
      return;
    }
    InWords answer = new InWords(response);
    inner.service(new Again(request, body), answer);
    if (answer.refused()) {
      write(response, answer.getStatus(),
          Messages.error(Messages.id(text), Messages.NO_MESSAGE, answer.words()));
    }
  }

  /// A page of elsewhere that was made to point here is not answered, nor one that asks from there.
  private Optional<String> foreign(HttpServletRequest request) {
    String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
    String origin = Objects.requireNonNullElse(request.getHeader("Origin"), "");
    return !own.matcher(host).matches()
        ? Optional.of("HOST_FOREIGN: this server does not go by that name; ask http://localhost, or its own address")
        : origin.isEmpty()
            || SCHEME.matcher(origin).find() && own.matcher(SCHEME.matcher(origin).replaceFirst("")).matches()
                ? Optional.empty()
                : Optional.of("ORIGIN_FOREIGN: pages of elsewhere are not answered; ask from a program");
  }

  private static void write(HttpServletResponse response, int status, String message) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
  }

  /// An answer that keeps what is written of a refusal to itself.
  private static final class InWords extends HttpServletResponseWrapper {
    private final StringWriter written = new StringWriter();

    InWords(HttpServletResponse response) {
      super(response);
    }

    boolean refused() {
      return getStatus() >= 400;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      return refused() ? new PrintWriter(written) : super.getWriter();
    }

    @Override
    public void sendError(int status, String message) {
      setStatus(status);
      written.write(message);
    }

    @Override
    public void sendError(int status) {
      setStatus(status);
    }

    /// What the SDK says, where that is words: of an exception its message.
    String words() {
      String said = written.toString();
      try {
        JsonNode json = JsonMapper.shared().readTree(said);
        said = Stream.of(json.path("jsonRpcError"), json.path("error"), json)
            .map(one -> one.path("message").asString("")).filter(one -> !one.isBlank()).findFirst().orElse("");
      } catch (JacksonException e) {
        // words already, or nothing
      }
      return said.isBlank() || said.length() > 300 || said.matches("(?s).*(?:[Ee]xception|\\w\\.\\w+\\.\\w).*")
          ? usual()
          : said;
    }

    private String usual() {
      return switch (getStatus()) {
        case 400 -> "the request cannot be understood: POST one message, first initialize, and accept "
            + "application/json and text/event-stream";
        case 404 -> "there is no such session; initialize another";
        case 405 -> "a message is sent by POST";
        case 413 -> "the message has more than " + Messages.LONGEST + " bytes";
        default -> "the request was refused with status " + getStatus();
      };
    }
  }

  /// A request whose body was read once.
  private static final class Again extends HttpServletRequestWrapper {
    private final byte[] body;

    Again(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      ByteArrayInputStream bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new IllegalStateException("the body is here already");
        }

        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          return bytes.read(into, offset, length);
        }
      };
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void destroy() {
    inner.destroy();
  }
}
