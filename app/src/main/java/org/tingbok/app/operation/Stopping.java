package org.tingbok.app.operation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a command that stays come to an orderly end when it is asked to: by SIGTERM, SIGINT (Ctrl-C) or an interrupt of its thread.
///
/// The program ends with status 0 once the command has closed everything, or, if that takes longer than it may, with the status of
/// the signal (143, 130); what was acknowledged is safe either way. Safe for use by several threads.
public final class Stopping implements AutoCloseable {
  /// How long everything may take: half of what systemd gives a service.
  public static final Duration MOST = Duration.ofSeconds(45);
  private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private Stopping(Duration most) {
    hook = new Thread(() -> stop(most), "stop");
  }

  /// Begins to listen.
  ///
  /// @return listening until closed, which is to be the last that the command does
  public static Stopping listen() {
    Stopping stopping = new Stopping(MOST);
    Runtime.getRuntime().addShutdownHook(stopping.hook);
    return stopping;
  }

  private void stop(Duration most) {
    LOG.info("stopping");
    asked.countDown();
    try {
      if (closed.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("stopped");
        Runtime.getRuntime().halt(0);
      }
      LOG.error("not everything came to its end within {} s; deliveries under way are taken up by the next start",
          most.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether the command has been asked to stop.
  ///
  /// @return true from then on
  public boolean asked() {
    return asked.getCount() == 0;
  }

  /// Waits until the command is asked to stop, or this thread is interrupted.
  public void await() {
    try {
      asked.await();
    } catch (InterruptedException e) {
      asked.countDown();
      Thread.currentThread().interrupt();
    }
  }

  /// Everything is closed: the program may end.
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.trace("the program is ending");
    }
  }
}
