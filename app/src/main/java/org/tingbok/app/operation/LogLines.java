package org.tingbok.app.operation;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.event.KeyValuePair;
import org.tingbok.vocabulary.TingbokException;
import tools.jackson.databind.json.JsonMapper;

/// Writes events of the log so that nothing of a report and no secret can be among them, as text or as a line of JSON.
///
/// Of an error, its type, its code and the places it came through are written and never its message, which may quote what was being
/// read. Messages of libraries are written without what was put into them, and only those of the ones listed here, whose messages
/// are known to be constant.
public final class LogLines extends EncoderBase<ILoggingEvent> {
  private static final String OURS = "org.tingbok.";
  private static final List<String> CONSTANT = List.of("org.eclipse.jetty.", "com.zaxxer.hikari.");
  private static final int FRAMES = 24;
  private static final int CAUSES = 4;

  private boolean json;

  /// An encoder that writes text.
  public LogLines() {
    // as text
  }

  /// How lines are written; called by logback too, from its configuration.
  ///
  /// @param json true for JSON
  public void setJson(boolean json) {
    this.json = json;
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    Map<String, Object> fields = fields(event);
    return ((json ? JsonMapper.shared().writeValueAsString(fields) : text(fields)) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> fields(ILoggingEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", event.getInstant().toString());
    fields.put("level", event.getLevel().toString());
    fields.put("logger", event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1));
    fields.put("message", message(event));
    Optional.ofNullable(event.getMDCPropertyMap().get("request")).ifPresent(id -> fields.put("request", id));
    if (event.getLoggerName().startsWith(OURS)) {
      for (KeyValuePair pair : Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of())) {
        fields.put(pair.key, pair.value instanceof Number ? pair.value : String.valueOf(pair.value));
      }
    }
    Optional.ofNullable(event.getThrowableProxy()).ifPresent(thrown -> fields.put("error", error(thrown, 1)));
    return fields;
  }

  private static String message(ILoggingEvent event) {
    if (event.getLoggerName().startsWith(OURS)) {
      return event.getFormattedMessage();
    }
    return CONSTANT.stream().anyMatch(event.getLoggerName()::startsWith) ? event.getMessage()
        : "a message of a library, left out as it may quote what was read";
  }

  private static Map<String, Object> error(IThrowableProxy thrown, int depth) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("type", thrown.getClassName());
    if (thrown instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof TingbokException known) {
      error.put("code", known.code());
    }
    error.put("at", Stream.of(thrown.getStackTraceElementProxyArray()).limit(FRAMES)
        .map(StackTraceElementProxy::getStackTraceElement).map(StackTraceElement::toString).toList());
    if (depth < CAUSES) {
      Optional.ofNullable(thrown.getCause()).ifPresent(cause -> error.put("cause", error(cause, depth + 1)));
    }
    return error;
  }

  private static String text(Map<String, Object> fields) {
    List<String> more = new ArrayList<>();
    StringBuilder below = new StringBuilder();
    fields.forEach((name, value) -> {
      switch (name) {
        case "time", "level", "logger", "message" -> {
          // in front
        }
        case "error" -> below.append(trace("\n  ", value));
        default -> more.add(name + "=" + value);
      }
    });
    return fields.get("level") + " " + fields.get("logger") + ": " + fields.get("message")
        + (more.isEmpty() ? "" : " (" + String.join(" ", more) + ")") + below;
  }

  private static String trace(String before, Object error) {
    StringBuilder trace = new StringBuilder();
    if (error instanceof Map<?, ?> fields) {
      trace.append(before).append(fields.get("type"));
      Optional.ofNullable(fields.get("code")).ifPresent(code -> trace.append(' ').append(code));
      if (fields.get("at") instanceof List<?> frames) {
        frames.forEach(frame -> trace.append("\n    at ").append(frame));
      }
      Optional.ofNullable(fields.get("cause")).ifPresent(cause -> trace.append(trace("\n  caused by ", cause)));
    }
    return trace.toString();
  }
}
