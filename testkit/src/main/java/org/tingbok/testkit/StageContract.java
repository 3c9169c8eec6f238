package org.tingbok.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What every stage of reading and analysis does: it is a pure function. Each stage has a test class that extends this one.
///
/// @param <I> what enters
/// @param <O> what leaves; compared with `equals`
public abstract class StageContract<I, O> {
  /// For subclasses.
  protected StageContract() {
  }

  /// The stage.
  ///
  /// @return one instance, safe for use by several threads
  protected abstract Function<I, O> stage();

  /// What to try it on.
  ///
  /// @return a few inputs, different from each other
  protected abstract List<I> inputs();

  @Test
  void appliedTwiceGivesTheSame() {
    Function<I, O> stage = stage();
    for (I input : inputs()) {
      assertThat(stage.apply(input)).isEqualTo(stage.apply(input));
    }
  }

  @Test
  void remembersNothingOfEarlierInputs() {
    List<O> inOrder = inputs().stream().map(stage()).toList();
    List<I> backwards = new ArrayList<>(inputs());
    Collections.reverse(backwards);
    List<O> reversed = new ArrayList<>(backwards.stream().map(stage()).toList());
    Collections.reverse(reversed);
    assertThat(reversed).isEqualTo(inOrder);
  }

  @Test
  void givesTheSameOnManyThreads() throws Exception {
    Function<I, O> stage = stage();
    List<O> expected = inputs().stream().map(stage).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<O>>> tasks = Collections.nCopies(8, () -> inputs().stream().map(stage).toList());
      for (Future<List<O>> outputs : threads.invokeAll(tasks)) {
        assertThat(outputs.get()).isEqualTo(expected);
      }
    }
  }
}
