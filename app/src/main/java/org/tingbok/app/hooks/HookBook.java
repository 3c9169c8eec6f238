package org.tingbok.app.hooks;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tingbok.app.beside.Beside;
import org.tingbok.vocabulary.NotFoundException;

/// The hooks of a ledger with their secrets, in a file beside it. It is read anew each time, for a command may have written it
/// while a server runs. Safe for use by several threads.
public final class HookBook {
  private static final String FILE = "hooks.json";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Beside beside;

  /// A book.
  ///
  /// @param beside where it lies
  public HookBook(Beside beside) {
    this.beside = beside;
  }

  /// The file.
  record Kept(List<Hook> hooks) {
  }

  /// The hooks.
  ///
  /// @return in the order in which they were made
  public synchronized List<Hook> all() {
    return beside.read(FILE, Kept.class).map(Kept::hooks).orElse(List.of());
  }

  /// The hooks of a watch.
  ///
  /// @param watch its name
  /// @return in the order in which they were made
  public List<Hook> of(String watch) {
    return all().stream().filter(hook -> hook.watch().equals(watch)).toList();
  }

  /// Makes a hook.
  ///
  /// @param watch the watch
  /// @param target where its news are sent
  /// @param from only what is recorded later than this is sent
  /// @return with its secret
  public synchronized Hook add(String watch, URI target, Instant from) {
    Hook hook = new Hook("hook-" + random(4), watch, target.toString(), random(32), from, List.of());
    List<Hook> hooks = new ArrayList<>(all());
    hooks.add(hook);
    beside.write(FILE, new Kept(hooks));
    return hook;
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /// A hook by its id.
  ///
  /// @param id its id
  /// @return the hook
  /// @throws NotFoundException `HOOK_UNKNOWN` if there is none
  public Hook find(String id) {
    return all().stream().filter(hook -> hook.id().equals(id)).findFirst()
        .orElseThrow(() -> new NotFoundException("HOOK_UNKNOWN",
            "there is no hook " + id + "; 'tingbok watch hooks' lists those there are"));
  }

  /// Gives a hook up; what was not sent by then never is.
  ///
  /// @param id its id
  /// @throws NotFoundException `HOOK_UNKNOWN` if there is none
  public synchronized void drop(String id) {
    find(id);
    beside.write(FILE, new Kept(all().stream().filter(hook -> !hook.id().equals(id)).toList()));
  }

  /// Changes a hook, if it is still there.
  synchronized void note(String id, UnaryOperator<Hook> change) {
    List<Hook> hooks = all();
    if (hooks.stream().anyMatch(hook -> hook.id().equals(id))) {
      beside.write(FILE,
          new Kept(hooks.stream().map(hook -> hook.id().equals(id) ? change.apply(hook) : hook).toList()));
    }
  }

  /// Has what a hook could not send tried again, at once.
  ///
  /// @param id its id
  /// @throws NotFoundException `HOOK_UNKNOWN` if there is none
  public void retry(String id) {
    find(id);
    note(id,
        hook -> hook.pending().map(one -> hook.with(new Hook.Delivery(one.id(), one.since(), one.upTo(), one.items(),
            Hook.Fate.DUE, Instant.EPOCH, one.attempts()))).orElse(hook));
  }

  /// A moment before which nothing is news to a new hook.
  ///
  /// @param last the last moment on record
  /// @return itself; the beginning of time if nothing is on record
  public static Instant from(Optional<Instant> last) {
    return last.orElse(Instant.EPOCH);
  }
}
