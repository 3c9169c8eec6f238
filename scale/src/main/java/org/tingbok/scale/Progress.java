package org.tingbok.scale;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;

/// Tells how far a job is, a line for each part that is done, and at the end what each step took: processor time, bytes moved
/// between machines. Safe for several threads.
final class Progress extends SparkListener {
  private final PrintWriter err;
  private final Map<Integer, String> steps = new ConcurrentHashMap<>();
  private final Map<String, long[]> taken = new TreeMap<>();

  Progress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    String step = start.properties() == null ? "prints"
        : start.properties().getProperty("spark.job.description", "prints");
    start.stageIds().foreach(stage -> steps.put((Integer) stage, step));
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    String step = steps.getOrDefault(end.stageId(), "prints");
    @Nullable
    TaskMetrics metrics = end.taskMetrics();
    synchronized (taken) {
      long[] sums = taken.computeIfAbsent(step, _ -> new long[4]);
      sums[0]++;
      if (metrics != null) {
        sums[1] += metrics.executorCpuTime();
        sums[2] += metrics.shuffleWriteMetrics().bytesWritten();
        sums[3] = Math.max(sums[3], metrics.peakExecutionMemory());
      }
    }
    if (step.equals("claims")) {
      err.println("tingbok: " + step + ": part " + end.taskInfo().index() + " of stage " + end.stageId() + " "
          + (end.taskInfo().successful() ? "done" : "lost") + " on executor " + end.taskInfo().executorId());
      err.flush();
    }
  }

  /// What each step took so far.
  ///
  /// @return by step: tasks, nanoseconds of processor time, bytes moved, bytes of memory for sorting at most
  Map<String, long[]> taken() {
    synchronized (taken) {
      Map<String, long[]> copy = new TreeMap<>();
      taken.forEach((step, sums) -> copy.put(step, sums.clone()));
      return copy;
    }
  }

  void told(PrintWriter out) {
    taken().forEach((step, sums) -> out.printf(Locale.ROOT,
        "tingbok: %s: %,d tasks, %.1f s of processor time, %.1f MiB moved%n", step, sums[0], sums[1] / 1e9,
        sums[2] / 1048576.0));
    out.flush();
  }
}
