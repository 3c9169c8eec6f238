package org.tingbok.app.mcp;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stands before the SDK's servlet, which answers a call of a tool that there is not with an error of the protocol: a model never sees
/// those, and cannot mend its call. Here it is a result, like whatever else goes wrong with a call.
final class KnownTools extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient HttpServlet inner;
  private final transient TreeSet<String> names;
  private final int largest;

  KnownTools(HttpServlet inner, List<String> names, int largest) {
    this.inner = inner;
    this.names = new TreeSet<>(names);
    this.largest = largest;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!request.getMethod().equals("POST")) {
      inner.service(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(largest + 1);
    JsonNode message = message(body);
    String name = message.path("params").path("name").asString("");
    if (message.path("method").asString("").equals("tools/call") && message.has("id") && !names.contains(name)) {
      byte[] answer = JsonMapper.shared().writeValueAsString(Map.of("jsonrpc", "2.0", "id", message.get("id"), "result",
          Map.of("isError", true, "content", List.of(Map.of("type", "text", "text",
              "there is no tool of that name; there are " + String.join(", ", names))))))
          .getBytes(StandardCharsets.UTF_8);
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      response.getOutputStream().write(answer);
      return;
    }
    inner.service(new Again(request, body), response);
  }

  private static JsonNode message(byte[] body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return JsonMapper.shared().createObjectNode();
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
