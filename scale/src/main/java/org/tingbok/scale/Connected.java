package org.tingbok.scale;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/// Which things are connected, directly or over others, by alternating large and small stars (Kiveris and others, Connected
/// Components in MapReduce and Beyond, 2014): a few rounds however long the chains are, and no thing's neighbours in more than one
/// place at a time.
final class Connected {
  private Connected() {
  }

  /// Finds what is connected.
  ///
  /// @param pairs pairs of things that are joined
  /// @return for each thing that is joined with another the least of those that it is connected with, itself among them
  static <K extends Comparable<K>> JavaPairRDD<K, K> components(JavaPairRDD<K, K> pairs) {
    JavaPairRDD<K, K> edges = pairs.filter(pair -> !pair._1().equals(pair._2())).mapToPair(Connected::down).distinct()
        .persist(StorageLevel.MEMORY_AND_DISK());
    long[] before = {-1, -1};
    while (true) {
      JavaPairRDD<K, K> last = edges;
      JavaPairRDD<K, K> large = last.flatMapToPair(edge -> List.of(edge, edge.swap()).iterator()).groupByKey()
          .flatMapToPair(star -> star(star._1(), star._2(), true).iterator()).distinct();
      edges = large.groupByKey().flatMapToPair(star -> star(star._1(), star._2(), false).iterator()).distinct()
          .persist(StorageLevel.MEMORY_AND_DISK());
      long[] now = edges.map(edge -> new long[] {1, mixed(edge.hashCode())})
          .fold(new long[] {0, 0}, (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
      last.unpersist(false);
      if (now[0] == before[0] && now[1] == before[1]) {
        break;
      }
      before = now;
    }
    return edges.flatMapToPair(edge -> List.of(edge, new Tuple2<>(edge._2(), edge._2())).iterator()).distinct();
  }

  /// From the greater to the less.
  private static <K extends Comparable<K>> Tuple2<K, K> down(Tuple2<K, K> pair) {
    return pair._1().compareTo(pair._2()) > 0 ? pair : pair.swap();
  }

  /// Large: the neighbours that are greater than the middle are joined with the least of all. Small: those that are less are.
  private static <K extends Comparable<K>> List<Tuple2<K, K>> star(K middle, Iterable<K> around, boolean large) {
    K least = middle;
    Set<K> all = new HashSet<>();
    for (K one : around) {
      all.add(one);
      least = one.compareTo(least) < 0 ? one : least;
    }
    List<Tuple2<K, K>> joined = new ArrayList<>();
    for (K one : all) {
      if (large ? one.compareTo(middle) > 0 : !one.equals(least)) {
        joined.add(new Tuple2<>(one, least));
      }
    }
    if (!large && !middle.equals(least)) {
      joined.add(new Tuple2<>(middle, least));
    }
    return joined;
  }

  private static long mixed(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    return z ^ z >>> 27;
  }
}
