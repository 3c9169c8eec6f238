package org.tingbok.app.operation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.OutputStream;
import org.slf4j.LoggerFactory;

/// Sets the log of this program up. Libraries tell of warnings at most: their lesser messages are for their own people.
public final class Log {
  private Log() {
  }

  /// How lines are written.
  public enum Format {
    /// For people.
    text,
    /// One object of JSON a line.
    json
  }

  /// Which events are written.
  public enum Detail {
    /// Defects.
    error(org.slf4j.event.Level.ERROR),
    /// And what somebody should look at.
    warn(org.slf4j.event.Level.WARN),
    /// And every request, delivery, start and stop.
    info(org.slf4j.event.Level.INFO),
    /// And what helps to find a defect.
    debug(org.slf4j.event.Level.DEBUG);

    private final org.slf4j.event.Level level;

    Detail(org.slf4j.event.Level level) {
      this.level = level;
    }
  }

  /// Writes the log from now on, for all of this program.
  ///
  /// @param out where to; stays the caller's
  /// @param format how
  /// @param detail which events of ours
  public static void to(OutputStream out, Format format, Detail detail) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return; // Somebody embeds this in a program with another log.
    }
    LogLines lines = new LogLines();
    lines.setContext(context);
    lines.setJson(format == Format.json);
    lines.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(lines);
    appender.setOutputStream(new Unclosed(out));
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    Level level = Level.convertAnSLF4JLevel(detail.level);
    root.setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
    context.getLogger("org.tingbok").setLevel(level);
  }

  /// The log ends before what it is written to.
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws java.io.IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws java.io.IOException {
      flush();
    }
  }
}
