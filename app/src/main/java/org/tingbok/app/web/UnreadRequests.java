package org.tingbok.app.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.tingbok.app.api.Api;
import org.tingbok.app.api.Problem;
import org.tingbok.app.desk.CardJson;

/// Answers requests that are no HTTP, or whose address cannot be read, and so never come to a route: programs get a problem of the same
/// form as from everywhere else.
final class UnreadRequests extends ErrorHandler {
  private static final String TYPE = "application/problem+json";

  @Override
  protected void generateResponse(Request request, Response response, int code, String message, Throwable cause,
      Callback callback) throws IOException {
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    if (!Api.owns(path)
        && Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.ACCEPT), "").contains("text/html")) {
      super.generateResponse(request, response, code, message, cause, callback);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(CardJson.bytes(Problem.unread(code))), callback);
  }
}
