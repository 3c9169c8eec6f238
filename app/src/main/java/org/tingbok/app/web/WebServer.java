package org.tingbok.app.web;

import io.javalin.Javalin;
import io.javalin.config.SizeUnit;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.tingbok.app.mcp.Mcp;
import org.tingbok.app.taxii.Taxii;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.UnavailableException;

/// The server of the pages: on this machine's own address only, so that nothing is shown to a network.
public final class WebServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int USUAL_PORT = 8080;
  private static final int LONGEST_ADDRESS = 128 * 1024;
  private static final int TRIED = 40;

  private final Javalin javalin;
  private final Taxii taxii;
  private final Mcp mcp;
  private final CountDownLatch closed = new CountDownLatch(1);

  private WebServer(Javalin javalin, Taxii taxii, Mcp mcp) {
    this.javalin = javalin;
    this.taxii = taxii;
    this.mcp = mcp;
  }

  /// Starts a server.
  ///
  /// @param source what it shows
  /// @param port the port, 0 for any; empty for 8080 or, where that is taken, the next free one
  /// @return running until closed
  /// @throws BadInputException `PORT_TAKEN` if the port that was asked for is not free, `PORT_UNREADABLE` if it is none
  /// @throws UnavailableException `PORT_NONE_FREE` if no port near the usual one is free
  public static WebServer start(LedgerSource source, Optional<Integer> port) {
    if (port.isPresent()) {
      int wanted = port.get();
      if (wanted < 0 || wanted > 65535) {
        throw new BadInputException("PORT_UNREADABLE", "no port " + wanted + "; give one from 1024 to 65535, or 0");
      }
      if (!free(wanted)) {
        throw new BadInputException("PORT_TAKEN", "port " + wanted + " is taken or not yours to open;"
            + " give another with --port, or none for the next free one");
      }
      return start(source, wanted);
    }
    for (int candidate = USUAL_PORT; candidate < USUAL_PORT + TRIED; candidate++) {
      if (free(candidate)) {
        return start(source, candidate);
      }
    }
    throw new UnavailableException("PORT_NONE_FREE", "no free port from " + USUAL_PORT + " to "
        + (USUAL_PORT + TRIED - 1) + "; give one with --port");
  }

  private static WebServer start(LedgerSource source, int port) {
    return start(source, port, Crowd.MOST);
  }

  /// The same, answering at most so many requests at once.
  static WebServer start(LedgerSource source, int port, int most) {
    Pages pages = new Pages(source);
    Taxii taxii = new Taxii(source.taxii());
    Mcp mcp = Mcp.overHttp(source.holdings());
    Javalin javalin = Javalin.create(config -> {
      config.concurrency.useVirtualThreads = true;
      config.startup.showJavalinBanner = false;
      config.startup.showOldJavalinVersionWarning = false;
      config.startup.startupWatcherEnabled = false;
      config.router.ignoreTrailingSlashes = true;
      config.jetty.modifyServletContextHandler(
          handler -> handler.setMaxFormContentSize(AddPages.LARGEST_TEXT));
      config.jetty.modifyServletContextHandler(
          handler -> handler.addFilter(crowd(most), "/*", EnumSet.of(DispatcherType.REQUEST)));
      config.jetty.modifyServletContextHandler(handler -> mcp.servlet().ifPresent(servlet -> {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        handler.addServlet(holder, Mcp.PATH);
      }));
      config.jetty.modifyServer(server -> server.setErrorHandler(new UnreadRequests()));
      config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new UnreadRequests()));
      // An address may hold a name of ten thousand characters, each as three of UTF-8.
      config.jetty.modifyHttpConfiguration(http -> {
        http.setRequestHeaderSize(LONGEST_ADDRESS);
        http.setResponseHeaderSize(LONGEST_ADDRESS);
      });
      config.jetty.multipartConfig.maxFileSize(AddPages.LARGEST_REPORT, SizeUnit.MB);
      config.jetty.multipartConfig.maxTotalRequestSize(AddPages.LARGEST_DELIVERY, SizeUnit.MB);
      config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
      config.routes.before(context -> {
        if (Taxii.owns(context.req().getRequestURI())) {
          taxii.answer(context, Pages.own(context));
          context.skipRemainingHandlers();
        }
      });
      pages.route(config.routes);
    });
    return new WebServer(javalin.start(HOST, port), taxii, mcp);
  }

  private static FilterHolder crowd(int most) {
    FilterHolder holder = new FilterHolder(new Crowd(most));
    holder.setAsyncSupported(true);
    return holder;
  }

  private static boolean free(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.ofLiteral(HOST))) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /// Where it listens.
  ///
  /// @return the port
  public int port() {
    return javalin.port();
  }

  /// Waits until the server is closed or the thread is interrupted.
  public void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops it; requests under way are answered.
  @Override
  public void close() {
    // A server stops by waiting for its threads, which an interrupted thread cannot.
    boolean interrupted = Thread.interrupted();
    try {
      mcp.close();
      javalin.stop();
    } finally {
      taxii.close();
      closed.countDown();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
