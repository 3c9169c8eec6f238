package org.tingbok.app.command;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.CardJson;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.terminal.Paint;

/// Where a command prints to.
///
/// @param bytes standard output for JSON
/// @param out standard output for text, UTF-8; flushed by [#flush]
/// @param err standard error, UTF-8, flushed after each line
/// @param paint colours, or none
/// @param width columns
record Streams(OutputStream bytes, PrintWriter out, PrintWriter err, Paint paint, int width) {
  static Streams of(Surroundings surroundings) {
    OutputStream bytes = new BufferedOutputStream(surroundings.out(), 1 << 16);
    return new Streams(bytes, new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), false),
        new PrintWriter(new OutputStreamWriter(surroundings.err(), StandardCharsets.UTF_8), true),
        surroundings.paint(), surroundings.width());
  }

  /// Prints lines for people.
  void lines(List<String> lines) {
    lines.forEach(this::line);
  }

  /// Prints one line; ends of lines are the same everywhere.
  void line(String line) {
    out.print(line);
    out.print('\n');
  }

  /// Prints a text that has its ends of lines already.
  void raw(String text) {
    out.print(text);
  }

  /// Prints an answer for programs.
  void json(Object answer) {
    out.print(CardJson.text(answer));
  }

  void trouble(Trouble trouble) {
    err.print(trouble.line());
    err.print('\n');
    err.flush();
  }

  void remark(String line) {
    err.print(Paint.plain(line));
    err.print('\n');
    err.flush();
  }

  void flush() {
    out.flush();
  }
}
