package org.tingbok.app.mcp;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two streams of messages, one a line: who hands in questions and then nothing more still gets every answer. Safe for use by several threads.
final class Conversation {
  private static final long PATIENCE = 60_000;

  private final InputStream in;
  private final OutputStream out;
  private long open;
  private boolean ended;

  Conversation(InputStream in, OutputStream out, Messages messages) {
    Lines asked = new Lines(1, true);
    Lines answered = new Lines(-1, false);
    this.in = new FilterInputStream(new SoundLines(in, out, messages)) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        if (read < 0) {
          end();
        } else {
          asked.see(read);
        }
        return read;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read < 0) {
          end();
        }
        for (int i = 0; i < read; i++) {
          asked.see(bytes[offset + i]);
        }
        return read;
      }
    };
    this.out = new OutputStream() {
      private final ByteArrayOutputStream line = new ByteArrayOutputStream();

      // A message and the end of its line come one by one, and whoever answers what is no message may write between them.
      @Override
      public void write(int unit) throws IOException {
        line.write(unit);
        if (unit == '\n') {
          byte[] whole = line.toByteArray();
          line.reset();
          synchronized (out) {
            out.write(whole);
            out.flush();
          }
          for (byte one : whole) {
            answered.see(one);
          }
        }
      }
    };
  }

  /// Counts messages that ask for an answer, or are one.
  private final class Lines {
    private final int step;
    private final boolean method;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(int step, boolean method) {
      this.step = step;
      this.method = method;
    }

    void see(int unit) {
      if (unit != '\n') {
        line.write(unit);
        return;
      }
      try {
        JsonNode message = JsonMapper.shared().readTree(line.toByteArray());
        if (message.has("id") && message.has("method") == method) {
          count(step);
        }
      } catch (JacksonException e) {
        // No message; nobody waits for an answer to it.
      }
      line.reset();
    }
  }

  private synchronized void count(int step) {
    open += step;
    notifyAll();
  }

  private synchronized void end() {
    long until = System.nanoTime() + PATIENCE * 1_000_000;
    try {
      while (open > 0 && System.nanoTime() < until) {
        wait(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended = true;
    notifyAll();
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  synchronized void await() throws InterruptedException {
    while (!ended) {
      wait();
    }
  }
}
