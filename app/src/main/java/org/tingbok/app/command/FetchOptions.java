package org.tingbok.app.command;

import java.util.List;
import java.util.Set;
import org.tingbok.app.Surroundings;
import org.tingbok.app.fetch.Fence;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.fetch.Proxies;
import org.tingbok.app.fetch.Rest;
import picocli.CommandLine.Option;

/// What may be fetched, and through which proxy.
final class FetchOptions {
  @Option(names = "--allow-host", paramLabel = "HOST", split = ",",
      description = "A host of this machine or its network that may be fetched from and sent to; otherwise none is.")
  private List<String> allowed = List.of();

  /// A fetcher; to be closed.
  Fetcher fetcher(Surroundings surroundings) {
    return new Fetcher(Fence.allowing(Set.copyOf(allowed)), Proxies.of(surroundings.environment()),
        Fetcher.Limits.USUAL, surroundings.clock(), Rest.SLEEPING);
  }
}
