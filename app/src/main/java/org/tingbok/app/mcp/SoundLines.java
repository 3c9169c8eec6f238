package org.tingbok.app.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.NullNode;

/// The lines of a stream that the SDK may see ([Messages]). Any other is answered here, for who reads behind this would
/// understand nothing after it. For one thread.
final class SoundLines extends InputStream {
  private final InputStream in;
  private final OutputStream answers;
  private final Messages messages;
  private byte[] line = {};
  private int at;

  /// Reads a stream.
  ///
  /// @param in one message a line
  /// @param answers takes the answers to what the SDK does not see
  /// @param messages tells which those are
  SoundLines(InputStream in, OutputStream answers, Messages messages) {
    this.in = in;
    this.answers = answers;
    this.messages = messages;
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
        if (read.size() <= Messages.LONGEST) {
          read.write(unit);
        }
        continue;
      }
      boolean whole = read.size() <= Messages.LONGEST;
      String text = whole ? read.toString(StandardCharsets.UTF_8).strip() : "";
      read.reset();
      if (!whole) {
        answer(Messages.error(NullNode.getInstance(), Messages.NO_MESSAGE, "this line has more than "
            + Messages.LONGEST + " bytes; the next one is read"));
      } else if (!text.isEmpty()) {
        Optional<String> own = messages.answer(text);
        if (own.isEmpty()) {
          line = (text + "\n").getBytes(StandardCharsets.UTF_8);
          at = 0;
          return true;
        }
        answer(own.get());
      }
      if (unit < 0) {
        return false;
      }
    }
  }

  private void answer(String message) throws IOException {
    synchronized (answers) { // others write there too ([Conversation])
      answers.write((message + "\n").getBytes(StandardCharsets.UTF_8));
      answers.flush();
    }
  }
}
