package org.tingbok.app.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tingbok.vocabulary.TingbokException;

/// Whether a server can do its work. Safe for use by several threads.
public final class Health {
  /// Room that the disk has to have: as much as the largest report, once unpacked.
  public static final long LEAST_ROOM = 64L << 20;
  /// What a check may take before it counts as unanswered.
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  /// How long an answer holds: probes of many machines cost no more than those of one.
  private static final long HOLDS = Duration.ofSeconds(1).toNanos();

  private final List<Check> checks;
  private final Map<String, CompletableFuture<String>> running = new LinkedHashMap<>();
  private Optional<Answer> last = Optional.empty();
  private long lastAt;

  /// Health of a server.
  ///
  /// @param checks what has to be well, each under a name of its own
  public Health(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /// One thing that has to be well.
  ///
  /// @param name its name, one of few
  /// @param trouble what is wrong, in a few words that tell no path and no address; empty if nothing is
  public record Check(String name, Supplier<Optional<String>> trouble) {
    /// Whether a folder's disk has room.
    ///
    /// @param name its name
    /// @param folder the folder, or one that is yet to be made
    /// @return troubled below [#LEAST_ROOM], and where the room cannot be told
    public static Check room(String name, Path folder) {
      return new Check(name, () -> {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there)) {
          there = Optional.ofNullable(there.getParent()).orElse(Path.of("/"));
        }
        // Not by its file store, which has to stand in the list of what is mounted: of a changed root it does not.
        long left = there.toFile().getUsableSpace();
        return left >= LEAST_ROOM ? Optional.empty() : Optional.of((left >> 20) + " MB left");
      });
    }
  }

  /// What a probe is told.
  ///
  /// @param status `ready` or `not ready`
  /// @param checks each check with `ok` or what is wrong
  public record Answer(String status, Map<String, String> checks) {
    /// Copies the map, in order.
    public Answer {
      checks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }

    /// Whether all is well.
    ///
    /// @return false if any check is troubled
    public boolean ready() {
      return status.equals("ready");
    }
  }

  /// Whether the server can do its work now, or could within the last second.
  ///
  /// @return with every check
  public synchronized Answer ready() {
    long now = System.nanoTime();
    if (last.isPresent() && now - lastAt < HOLDS) {
      return last.get();
    }
    Map<String, String> told = new LinkedHashMap<>();
    for (Check check : checks) {
      // One that hangs is not asked again before it has answered.
      running.computeIfAbsent(check.name(), _ -> CompletableFuture.supplyAsync(() -> ask(check),
          work -> Thread.ofVirtual().start(work)));
    }
    for (Check check : checks) {
      told.put(check.name(), answer(check.name()));
    }
    Answer answer =
        new Answer(told.values().stream().allMatch("ok"::equals) ? "ready" : "not ready", told);
    last = Optional.of(answer);
    lastAt = System.nanoTime();
    return answer;
  }

  private String answer(String name) {
    CompletableFuture<String> asked = running.getOrDefault(name, CompletableFuture.completedFuture("ok"));
    try {
      String answer = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      running.remove(name);
      return answer;
    } catch (TimeoutException e) {
      return "no answer within " + PATIENCE.toSeconds() + " s";
    } catch (ExecutionException e) {
      running.remove(name);
      return "a defect";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static String ask(Check check) {
    try {
      return check.trouble().get().orElse("ok");
    } catch (TingbokException e) {
      return e.code();
    }
  }
}
