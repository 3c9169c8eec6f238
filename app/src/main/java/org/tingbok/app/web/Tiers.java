package org.tingbok.app.web;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.access.Access;
import org.tingbok.app.access.Caller;
import org.tingbok.app.access.Rates;
import org.tingbok.app.access.Right;
import org.tingbok.app.api.Admission;
import org.tingbok.app.api.Api;
import org.tingbok.app.mcp.Mcp;
import org.tingbok.app.taxii.Taxii;
import org.tingbok.vocabulary.Tlp;

/// What those who see as much of the ledger, and may do as much, are answered from: made when the first of them asks. Whoever sees
/// less is answered from a ledger on which what they may not see was never recorded, so that no page can forget to leave it out;
/// whoever may not record, by pages that have nothing to record with. Safe for use by several threads.
final class Tiers implements AutoCloseable {
  private final LedgerSource whole;
  private final Entrance entrance;
  private final Rates rates;
  private final Answers answers = new Answers();
  private final Map<Tlp, Tier> showing = new EnumMap<>(Tlp.class);
  private Optional<Tier> recording = Optional.empty();

  Tiers(LedgerSource whole, Entrance entrance) {
    this.whole = whole;
    this.entrance = entrance;
    this.rates = new Rates(whole.perMinute(), Duration.ofMinutes(1), System::nanoTime);
  }

  /// What some are answered from.
  ///
  /// @param routes the addresses of pages, the same in every tier
  /// @param pages what answers there
  /// @param api what answers programs
  /// @param taxii likewise
  /// @param mcp likewise
  record Tier(Routes routes, Pages pages, Api api, Taxii taxii, Mcp mcp) {
  }

  /// What somebody is answered from.
  Tier of(Caller caller) {
    return caller.ceiling() == Tlp.RED && caller.may(Right.RECORD) ? recording() : showing(caller.ceiling());
  }

  /// The tier of those who see all and may record: the addresses of every other are the same.
  synchronized Tier recording() {
    Tier tier = recording.orElseGet(() -> tier(whole));
    recording = Optional.of(tier);
    return tier;
  }

  private synchronized Tier showing(Tlp ceiling) {
    return showing.computeIfAbsent(ceiling, _ -> {
      if (ceiling != Tlp.RED) {
        return tier(whole.upTo(ceiling));
      }
      // The same programs are answered, and each says itself that it takes nothing from those who may not record.
      Tier all = recording();
      LedgerSource shown = whole.shownOnly();
      return paged(shown, api(shown), all.taxii(), all.mcp());
    });
  }

  private Tier tier(LedgerSource source) {
    return paged(source, api(source), new Taxii(source.taxii()),
        Mcp.overHttp(source.holdings(), entrance.hosts()));
  }

  private Api api(LedgerSource source) {
    return new Api(source.holdings(), rates, new Admission(entrance.access().isPresent(), entrance.cookie()));
  }

  private Tier paged(LedgerSource source, Api api, Taxii taxii, Mcp mcp) {
    Pages pages = new Pages(source, api, answers);
    Routes routes = new Routes();
    pages.route(routes);
    Optional<Access> access = entrance.access();
    access.ifPresent(open -> {
      new LogInPages(open, entrance, answers).route(routes);
      new AccountPages(open, answers).route(routes);
    });
    return new Tier(routes, pages, api, taxii, mcp);
  }

  private synchronized List<Tier> all() {
    return java.util.stream.Stream.concat(recording.stream(), showing.values().stream()).toList();
  }

  /// Ends what assistants talk about: a server that stops would wait for them.
  void closeConversations() {
    all().stream().map(Tier::mcp).distinct().forEach(Mcp::close);
  }

  @Override
  public void close() {
    all().stream().map(Tier::taxii).distinct().forEach(Taxii::close);
  }
}
