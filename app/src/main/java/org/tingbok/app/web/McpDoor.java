package org.tingbok.app.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.Visit;

/// Lets assistants in, each to the tools over as much of the ledger as the account of its token sees.
final class McpDoor extends HttpServlet {
  private static final long serialVersionUID = 1;
  private final transient Entrance entrance;
  private final transient Tiers tiers;

  McpDoor(Entrance entrance, Tiers tiers) {
    this.entrance = entrance;
    this.tiers = tiers;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Visit visit = entrance.visit(request);
    Reception.headers(entrance.door()).forEach(response::setHeader);
    if (visit.guarded()) {
      Optional<Integer> pause = entrance.pause(visit.caller());
      if (pause.isPresent()) {
        response.setHeader("Retry-After", Integer.toString(pause.get()));
        refuse(response, 429, "RATE_EXCEEDED", "too many requests; go on in " + pause.get() + " s");
        return;
      }
      if (!visit.known()) {
        refuse(response, 421, "HOST_FOREIGN", "this server does not go by that name");
        return;
      }
      if (!visit.caller().may(Right.READ)) {
        boolean nobody = visit.caller().account().isEmpty();
        if (nobody) {
          response.setHeader("WWW-Authenticate", "Bearer realm=\"Tingbok\"");
        }
        refuse(response, nobody ? 401 : 403, nobody ? "LOGIN_NEEDED" : "RIGHT_MISSING",
            nobody ? "send a token as 'Authorization: Bearer tingbok_…'" : "the token may not read");
        return;
      }
      response.setHeader("Cache-Control", "no-store");
    }
    tiers.of(visit.caller()).mcp().servlet().orElseThrow().service(request, response);
  }

  private static void refuse(HttpServletResponse response, int status, String code, String words) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.getOutputStream().write(("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32001,\"message\":\""
        + code + ": " + words + "\"}}").getBytes(StandardCharsets.UTF_8));
  }
}
