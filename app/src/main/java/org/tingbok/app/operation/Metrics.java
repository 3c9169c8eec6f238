package org.tingbok.app.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntSupplier;
import org.tingbok.app.intake.Delivery;
import org.tingbok.app.intake.IntakeObserver;

/// Figures of a server, for Prometheus. Labels have values from fixed lists only: no name, address or text becomes one. Safe for use
/// by several threads.
public final class Metrics implements IntakeObserver, AutoCloseable {
  /// The media type of what [#scrape] gives.
  public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Timer appends;
  private final Counter claims;

  /// Figures, all at nothing.
  ///
  /// @param version what runs
  public Metrics(String version) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
    Gauge.builder("tingbok.build.info", () -> 1).tag("version", version).strongReference(true)
        .description("1, with the version that runs").register(registry);
    appends = Timer.builder("tingbok.append").publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1)).maximumExpectedValue(Duration.ofMinutes(1))
        .description("How long the ledger took to record what a delivery held").register(registry);
    claims =
        Counter.builder("tingbok.claims.recorded").description("Claims that this server recorded").register(registry);
    for (Delivery.Fate fate : Delivery.Fate.values()) {
      if (fate != Delivery.Fate.WAITING && fate != Delivery.Fate.FETCHED && fate != Delivery.Fate.READ) {
        documents(fate);
      }
    }
    for (Delivery.State state : Delivery.State.values()) {
      if (state == Delivery.State.DONE || state == Delivery.State.CANCELLED || state == Delivery.State.FAILED) {
        deliveries(state);
      }
    }
  }

  private Counter documents(Delivery.Fate fate) {
    return Counter.builder("tingbok.reports").tag("outcome", fate.code())
        .description("Reports that were handed in, by what became of them").register(registry);
  }

  private Counter deliveries(Delivery.State state) {
    return Counter.builder("tingbok.deliveries").tag("state", state.code())
        .description("Deliveries that came to their end, by which").register(registry);
  }

  /// Shows how many deliveries wait.
  ///
  /// @param waiting asked at each scrape
  public void queue(IntSupplier waiting) {
    Gauge.builder("tingbok.intake.waiting", waiting::getAsInt).strongReference(true)
        .description("Deliveries that wait to be read").register(registry);
  }

  /// Shows whether the server is ready.
  ///
  /// @param health asked at each scrape
  public void health(Health health) {
    Gauge.builder("tingbok.ready", () -> health.ready().ready() ? 1 : 0).strongReference(true)
        .description("Whether the server can do its work: 1 or 0").register(registry);
  }

  /// Counts a request.
  ///
  /// @param method how it asked
  /// @param route the pattern of the address, never the address
  /// @param status what was answered
  /// @param took how long it took
  public void answered(String method, String route, int status, Duration took) {
    Timer.builder("tingbok.http.requests").tag("method", METHODS.contains(method) ? method : "other")
        .tag("route", route)
        .tag("status", Integer.toString(status)).description("Requests, by pattern of address and status")
        .register(registry).record(took);
  }

  @Override
  public void ended(Delivery delivery) {
    deliveries(delivery.state()).increment();
    delivery.items().forEach(item -> documents(item.fate()).increment());
  }

  @Override
  public void appended(Duration took, int recorded) {
    appends.record(took);
    claims.increment(recorded);
  }

  /// All figures.
  ///
  /// @return in the text format of Prometheus, version 0.0.4
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
