package org.tingbok.app.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The lines of a stream that are messages of JSON-RPC 2.0. Any other is answered with the error that the protocol has for it,
/// and not passed on, for who reads behind this would understand nothing after it. For one thread.
final class SoundLines extends InputStream {
  private final InputStream in;
  private final OutputStream refusals;
  private byte[] line = {};
  private int at;

  /// Reads a stream.
  ///
  /// @param in one message a line
  /// @param refusals takes the answers to what is none
  SoundLines(InputStream in, OutputStream refusals) {
    this.in = in;
    this.refusals = refusals;
  }

  @Override
  public int read() throws IOException {
    return at < line.length || next() ? line[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at >= line.length && !next()) {
      return -1;
    }
    int read = Math.min(length, line.length - at);
    System.arraycopy(line, at, bytes, offset, read);
    at += read;
    return read;
  }

  /// Goes on to the next line that is a message.
  private boolean next() throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    while (true) {
      int unit = in.read();
      if (unit >= 0 && unit != '\n') {
        read.write(unit);
        continue;
      }
      String text = read.toString(StandardCharsets.UTF_8).strip();
      read.reset();
      if (!text.isEmpty() && sound(text)) {
        line = (text + "\n").getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
      }
      if (unit < 0) {
        return false;
      }
    }
  }

  private boolean sound(String text) throws IOException {
    try {
      JsonNode message = JsonMapper.shared().readTree(text);
      boolean sound = message.isObject() && message.path("jsonrpc").asString("").equals("2.0")
          && (message.path("method").isString() || message.has("result") || message.has("error"));
      if (!sound) {
        refuse(-32600, "this is no message of JSON-RPC 2.0");
      }
      return sound;
    } catch (JacksonException e) {
      refuse(-32700, "this line is no JSON");
      return false;
    }
  }

  private void refuse(int code, String message) throws IOException {
    refusals
        .write(("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\"}}\n")
            .getBytes(StandardCharsets.UTF_8));
    refusals.flush();
  }
}
