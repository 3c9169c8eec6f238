package org.tingbok.app.web;

import io.javalin.Javalin;
import io.javalin.config.SizeUnit;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.tingbok.app.mcp.Mcp;
import org.tingbok.app.operation.Health;
import org.tingbok.app.operation.Metrics;
import org.tingbok.app.operation.Operations;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.UnavailableException;

/// The server of the pages: on this machine's own address, for whoever uses it, or behind a door ([Door]) for those who log in.
public final class WebServer implements AutoCloseable {
  private static final int USUAL_PORT = 8080;
  private static final int LONGEST_ADDRESS = 128 * 1024;
  private static final int TRIED = 40;
  /// How long requests under way may take once it is to stop.
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

  private final Javalin javalin;
  private final Tiers tiers;

  private WebServer(Javalin javalin, Tiers tiers) {
    this.javalin = javalin;
    this.tiers = tiers;
  }

  /// Starts a server for whoever uses this machine.
  ///
  /// @param source what it shows
  /// @param port the port, 0 for any; empty for 8080 or, where that is taken, the next free one
  /// @return running until closed
  /// @throws BadInputException `PORT_TAKEN` if the port that was asked for is not free, `PORT_UNREADABLE` if it is none
  /// @throws UnavailableException `PORT_NONE_FREE` if no port near the usual one is free
  public static WebServer start(LedgerSource source, Optional<Integer> port) {
    return start(source, Door.own(port));
  }

  /// Starts a server whose figures nobody else has.
  ///
  /// @param source what it shows
  /// @param door where it listens, and whom it lets in
  /// @return running until closed
  /// @throws BadInputException as the one below
  /// @throws UnavailableException as the one below
  public static WebServer start(LedgerSource source, Door door) {
    return start(source, door, new Operations(new Health(List.of()), new Metrics("")));
  }

  /// Starts a server.
  ///
  /// @param source what it shows
  /// @param door where it listens, and whom it lets in
  /// @param operations its health and figures
  /// @return running until closed
  /// @throws BadInputException `PORT_TAKEN` if the port that was asked for is not free, `PORT_UNREADABLE` if it is none
  /// @throws UnavailableException `PORT_NONE_FREE` if no port near the usual one is free
  public static WebServer start(LedgerSource source, Door door, Operations operations) {
    if (door.port().isPresent()) {
      int wanted = door.port().get();
      if (wanted < 0 || wanted > 65535) {
        throw new BadInputException("PORT_UNREADABLE", "no port " + wanted + "; give one from 1024 to 65535, or 0");
      }
      if (!free(door, wanted)) {
        throw new BadInputException("PORT_TAKEN", "port " + wanted + " is taken or not yours to open;"
            + " give another with --port, or none for the next free one");
      }
      return start(source, door, wanted, operations);
    }
    for (int candidate = USUAL_PORT; candidate < USUAL_PORT + TRIED; candidate++) {
      if (free(door, candidate)) {
        return start(source, door, candidate, operations);
      }
    }
    throw new UnavailableException("PORT_NONE_FREE", "no free port from " + USUAL_PORT + " to "
        + (USUAL_PORT + TRIED - 1) + "; give one with --port");
  }

  private static WebServer start(LedgerSource source, Door door, int port, Operations operations) {
    return start(source, door, port, operations, Crowd.MOST);
  }

  /// The same, answering at most so many requests at once.
  static WebServer start(LedgerSource source, Door door, int port, Operations operations, int most) {
    OperationPages own = new OperationPages(operations);
    Entrance entrance = new Entrance(door, source.taxii().settings().logins(), source.perMinute());
    Tiers tiers = new Tiers(source, entrance);
    Reception reception = new Reception(entrance, tiers);
    Javalin javalin = Javalin.create(config -> {
      config.concurrency.useVirtualThreads = true;
      config.startup.showJavalinBanner = false;
      config.startup.showOldJavalinVersionWarning = false;
      config.startup.startupWatcherEnabled = false;
      config.router.ignoreTrailingSlashes = true;
      config.jetty.modifyServletContextHandler(
          handler -> handler.setMaxFormContentSize(AddPages.LARGEST_TEXT));
      config.jetty.modifyServletContextHandler(handler -> {
        handler.addFilter(filter(new RequestWatch(operations.metrics())), "/*", EnumSet.of(DispatcherType.REQUEST));
        handler.addFilter(filter(new Crowd(most)), "/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder holder = new ServletHolder(new McpDoor(entrance, tiers));
        holder.setAsyncSupported(true);
        handler.addServlet(holder, Mcp.PATH);
      });
      config.jetty.modifyServer(server -> {
        // Requests under way are answered before it stops.
        server.setHandler(new GracefulHandler());
        server.setStopTimeout(LONGEST_ANSWER.toMillis());
      });
      config.jetty.modifyServer(server -> server.setErrorHandler(new UnreadRequests()));
      config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new UnreadRequests()));
      // An address may hold a name of ten thousand characters, each as three of UTF-8.
      config.jetty.modifyHttpConfiguration(http -> {
        http.setRequestHeaderSize(LONGEST_ADDRESS);
        http.setResponseHeaderSize(LONGEST_ADDRESS);
        http.setSendServerVersion(false);
      });
      door.tls().ifPresent(tls -> config.jetty.addConnector((server, http) -> {
        HttpConfiguration secure = new HttpConfiguration(http);
        // Names are checked by their header, which a certificate need not repeat.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(server,
            new SslConnectionFactory(tls.factory(), HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(secure));
        connector.setHost(door.listen());
        connector.setPort(port);
        return connector;
      }));
      config.jetty.multipartConfig.maxFileSize(AddPages.LARGEST_REPORT, SizeUnit.MB);
      config.jetty.multipartConfig.maxTotalRequestSize(AddPages.LARGEST_DELIVERY, SizeUnit.MB);
      config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
      config.routes.before(context -> {
        if (OperationPages.owns(context.req().getRequestURI())) {
          own.answer(context);
          context.skipRemainingHandlers();
        }
      });
      config.routes.beforeMatched(context -> Optional.ofNullable(context.endpoints().matchedHttpEndpoint())
          .ifPresent(endpoint -> context.attribute(RequestWatch.ROUTE, endpoint.path)));
      reception.route(config.routes);
    });
    return new WebServer(door.tls().isPresent() ? javalin.start() : javalin.start(door.listen(), port), tiers);
  }

  private static FilterHolder filter(Filter filter) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    return holder;
  }

  private static boolean free(Door door, int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, Door.literal(door.listen()))) {
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

  /// Stops it; requests under way are answered.
  @Override
  public void close() {
    // A server stops by waiting for its threads, which an interrupted thread cannot.
    boolean interrupted = Thread.interrupted();
    try {
      tiers.closeConversations();
      javalin.stop();
    } finally {
      tiers.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
