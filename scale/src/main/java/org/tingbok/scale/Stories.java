package org.tingbok.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.StoryPairs;
import org.tingbok.analysis.StoryPrint;
import org.tingbok.document.DocumentId;
import scala.Tuple2;

/// Finds the stories of all documents by the rule of [StoryPairs].
///
/// Each document stands under its values; a value's documents come by in order of their numbers, so that of what millions have
/// only the first few are ever held. Documents that met are compared where the later one's print is; what is found alike is
/// connected.
final class Stories {
  private static final long RUN = 1L << 32;
  private static final long KEY = 2L << 32;
  private static final int[] NONE = {};

  private final JavaSparkContext spark;
  private final int partitions;

  Stories(JavaSparkContext spark, int partitions) {
    this.spark = spark;
    this.partitions = partitions;
  }

  /// What a document is under a value: who published it, and what tells its pages apart.
  ///
  /// Of `long`s: 0 whether it stands there, 1 whether it asks, 2 how many runs it has, 3 up to which value they are sampled,
  /// 4 its publisher, 0 for none, 5 its title, 0 for none.
  private static long[] entry(StoryPrint print, boolean stands, boolean asks) {
    return new long[] {stands ? 1 : 0, asks ? 1 : 0, print.size(), print.below(), hash(print.publisher()),
        print.title().isEmpty() ? 0 : hash(String.join(" ", print.title()))};
  }

  private static long hash(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x9E3779B97F4A7C15L + text.charAt(i) + 1;
    }
    return hash;
  }

  /// Puts a value's documents in one place, in order of their numbers.
  private static final class ByValue extends org.apache.spark.Partitioner {
    private static final long serialVersionUID = 1;
    private final HashPartitioner values;

    ByValue(int partitions) {
      this.values = new HashPartitioner(partitions);
    }

    @Override
    public int numPartitions() {
      return values.numPartitions();
    }

    @Override
    public int getPartition(Object key) {
      return values.getPartition(((Tuple2<?, ?>) key)._1());
    }
  }

  /// First by value, then by number.
  private static final class InOrder implements Comparator<Tuple2<Long, Long>>, java.io.Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(Tuple2<Long, Long> a, Tuple2<Long, Long> b) {
      int byValue = Long.compare(a._1(), b._1());
      return byValue != 0 ? byValue : Long.compare(a._2(), b._2());
    }
  }

  /// The stories.
  ///
  /// @param prints prints by number; numbers rise with ids
  /// @return for each document of a story of several, by number, the story
  JavaPairRDD<Long, byte[]> of(JavaPairRDD<Long, byte[]> prints) {
    JavaPairRDD<Long, Long> twins = twins(prints).persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<Tuple2<Long, Long>, Tuple2<long[], byte[]>> standing = prints.cogroup(twins, partitions)
        .flatMapToPair(one -> standing(one._1(), StoryPrint.read(one._2()._1().iterator().next()),
            one._2()._2().iterator().hasNext()).iterator())
        .repartitionAndSortWithinPartitions(new ByValue(partitions), new InOrder());
    Map<Long, int[]> frames = frames(standing);
    Broadcast<Map<Long, int[]>> known = spark.broadcast(frames);
    JavaPairRDD<Long, Long> alike = alike(met(standing, known), prints, known).union(twins);
    JavaPairRDD<Long, Long> connected = Connected.components(alike);
    return connected.join(prints, partitions).mapToPair(one -> new Tuple2<>(one._2()._1(), new Tuple2<>(one._1(),
        one._2()._2()))).groupByKey(partitions).flatMapToPair(story -> story(story._2()).iterator());
  }

  private static List<Tuple2<Long, byte[]>> story(Iterable<Tuple2<Long, byte[]>> members) {
    Map<DocumentId, Long> numbers = new HashMap<>();
    List<StoryPrint> prints = new ArrayList<>();
    members.forEach(member -> {
      StoryPrint print = StoryPrint.read(member._2());
      prints.add(print);
      numbers.put(print.id(), member._1());
    });
    Family family = StoryPairs.family(prints);
    byte[] told = Wire.bytes(family);
    return family.members().stream().map(member -> new Tuple2<>(numbers.get(member), told)).toList();
  }

  /// Documents that nothing tells apart from an earlier one, each with that one.
  private JavaPairRDD<Long, Long> twins(JavaPairRDD<Long, byte[]> prints) {
    return prints.mapToPair(one -> new Tuple2<>(StoryPairs.text(StoryPrint.read(one._2())), one))
        .groupByKey(partitions).flatMapToPair(same -> {
          List<Tuple2<Long, byte[]>> all = new ArrayList<>();
          same._2().forEach(all::add);
          all.sort(Comparator.comparing(Tuple2::_1));
          List<StoryPrint> first = new ArrayList<>();
          List<Tuple2<Long, Long>> found = new ArrayList<>();
          for (Tuple2<Long, byte[]> one : all.size() < 2 ? List.<Tuple2<Long, byte[]>>of() : all) {
            StoryPrint print = StoryPrint.read(one._2());
            for (int i = 0; i < first.size() && !print.blank(); i++) {
              if (StoryPairs.twins(first.get(i), print)) {
                found.add(new Tuple2<>(one._1(), all.get(i)._1()));
                break;
              }
            }
            if (first.size() < StoryPairs.MOST) {
              first.add(print);
            }
          }
          return found.iterator();
        });
  }

  private static List<Tuple2<Tuple2<Long, Long>, Tuple2<long[], byte[]>>> standing(Long number, StoryPrint print,
      boolean twin) {
    List<Tuple2<Tuple2<Long, Long>, Tuple2<long[], byte[]>>> all = new ArrayList<>();
    byte[] none = {};
    all.add(new Tuple2<>(new Tuple2<>(KEY | StoryPairs.text(print), number),
        new Tuple2<>(entry(print, true, !twin), none)));
    if (!twin) {
      // Pages without a title are told apart by what they tell.
      byte[] whole = print.title().isEmpty() && !print.publisher().isEmpty() ? print.bytes() : none;
      for (int run : StoryPairs.runs(print)) {
        all.add(new Tuple2<>(new Tuple2<>(RUN | run, number), new Tuple2<>(entry(print, true, true), whole)));
      }
      for (int key : StoryPairs.keys(print)) {
        all.add(new Tuple2<>(new Tuple2<>(KEY | key, number), new Tuple2<>(entry(print, true, false), none)));
      }
      for (int key : StoryPairs.asked(print)) {
        all.add(new Tuple2<>(new Tuple2<>(KEY | key, number), new Tuple2<>(entry(print, false, true), none)));
      }
    }
    return all;
  }

  /// A document under a value.
  @SuppressWarnings("ArrayRecordComponent")
  private record Stands(long number, long[] entry, byte[] print) {
    boolean differs(Stands other) {
      return entry[5] == 0 && other.entry[5] == 0
          ? StoryPairs.differ(StoryPrint.read(print), StoryPrint.read(other.print))
          : entry[5] != other.entry[5];
    }
  }

  /// Goes through values one after another, and through the documents of each by number.
  private abstract static class Walk<T> implements Iterator<T> {
    private final Iterator<Tuple2<Tuple2<Long, Long>, Tuple2<long[], byte[]>>> entries;
    private final List<Stands> first = new ArrayList<>();
    private Iterator<T> found = java.util.Collections.emptyIterator();
    private long value;

    Walk(Iterator<Tuple2<Tuple2<Long, Long>, Tuple2<long[], byte[]>>> entries) {
      this.entries = entries;
    }

    /// What follows from a document that stands under a value, or asks for it.
    ///
    /// @param first those of the first that came before it
    abstract Iterator<T> found(long value, List<Stands> first, Stands one);

    /// A value is over.
    void over() {
      // nothing to be done
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && entries.hasNext()) {
        Tuple2<Tuple2<Long, Long>, Tuple2<long[], byte[]>> next = entries.next();
        if (next._1()._1() != value) {
          over();
          first.clear();
          value = next._1()._1();
        }
        Stands one = new Stands(next._1()._2(), next._2()._1(), next._2()._2());
        found = found(value, first, one);
        if (one.entry[0] == 1 && first.size() < StoryPairs.MOST) {
          first.add(one);
        }
      }
      return found.hasNext();
    }

    @Override
    public T next() {
      return found.next();
    }
  }

  /// What publishers have on page after page.
  private static Map<Long, int[]> frames(
      JavaPairRDD<Tuple2<Long, Long>, Tuple2<long[], byte[]>> standing) {
    Map<Long, int[]> frames = new HashMap<>();
    Map<Long, List<Integer>> found = new HashMap<>();
    standing.mapPartitions(entries -> new Walk<Tuple2<Long, Integer>>(entries) {
      private final Set<Long> known = new HashSet<>();

      @Override
      void over() {
        known.clear();
      }

      @Override
      Iterator<Tuple2<Long, Integer>> found(long value, List<Stands> first, Stands one) {
        long publisher = one.entry[4];
        if ((value & RUN) == 0 || publisher == 0 || known.contains(publisher)) {
          return java.util.Collections.emptyIterator();
        }
        List<Stands> pages = new ArrayList<>(List.of(one));
        for (int i = first.size() - 1; i >= 0 && pages.size() < StoryPairs.PAGES_OF_BOILERPLATE; i--) {
          Stands other = first.get(i);
          if (other.entry[4] == publisher && pages.stream().allMatch(page -> page.differs(other))) {
            pages.add(other);
          }
        }
        if (pages.size() < StoryPairs.PAGES_OF_BOILERPLATE) {
          return java.util.Collections.emptyIterator();
        }
        known.add(publisher);
        return List.of(new Tuple2<>(publisher, (int) value)).iterator();
      }
    }).collect().forEach(one -> found.computeIfAbsent(one._1(), _ -> new ArrayList<>()).add(one._2()));
    found.forEach((publisher, runs) -> frames.put(publisher, StoryPairs.ignored(runs)));
    return frames;
  }

  /// Which documents met: the later one's number above the earlier one's, how often, and how many runs the earlier one has and how
  /// they are sampled.
  private static JavaPairRDD<Long, long[]> met(
      JavaPairRDD<Tuple2<Long, Long>, Tuple2<long[], byte[]>> standing, Broadcast<Map<Long, int[]>> frames) {
    return standing.mapPartitionsToPair(entries -> new Walk<Tuple2<Long, long[]>>(entries) {
      @Override
      Iterator<Tuple2<Long, long[]>> found(long value, List<Stands> first, Stands one) {
        boolean run = (value & RUN) != 0;
        if (one.entry[1] == 0 || first.isEmpty() || run
            && Arrays.binarySearch(frames.value().getOrDefault(one.entry[4], NONE), (int) value) >= 0) {
          return java.util.Collections.emptyIterator();
        }
        return first.stream().filter(other -> other.number != one.number)
            .map(other -> new Tuple2<>(one.number << 32 | other.number,
                new long[] {run ? 1 : StoryPairs.BY_KEY, other.entry[2], other.entry[3]}))
            .iterator();
      }
    }).reduceByKey((a, b) -> new long[] {a[0] + b[0], a[1], a[2]}).filter(pair -> pair._2()[0] > 1);
  }

  private JavaPairRDD<Long, Long> alike(JavaPairRDD<Long, long[]> met, JavaPairRDD<Long, byte[]> prints,
      Broadcast<Map<Long, int[]>> frames) {
    JavaPairRDD<Long, Tuple2<Long, byte[]>> asked = met.mapToPair(pair -> new Tuple2<>(pair._1() >>> 32,
        new long[] {pair._1() & 0xffffffffL, pair._2()[0], pair._2()[1], pair._2()[2]}))
        .cogroup(prints, partitions).flatMapToPair(one -> {
          List<Tuple2<Long, Tuple2<Long, byte[]>>> worth = new ArrayList<>();
          Iterator<long[]> others = one._2()._1().iterator();
          if (others.hasNext()) {
            byte[] bytes = one._2()._2().iterator().next();
            StoryPrint print = StoryPrint.read(bytes);
            int runs = StoryPairs.runs(print).length;
            others.forEachRemaining(other -> {
              if (StoryPairs.worthComparing(print, runs, (int) Math.min(other[1], Integer.MAX_VALUE), (int) other[2],
                  (int) other[3])) {
                worth.add(new Tuple2<>(other[0], new Tuple2<>(one._1(), bytes)));
              }
            });
          }
          return worth.iterator();
        });
    return asked.cogroup(prints, partitions).flatMapToPair(one -> {
      List<Tuple2<Long, Long>> alike = new ArrayList<>();
      Iterator<Tuple2<Long, byte[]>> askers = one._2()._1().iterator();
      if (askers.hasNext()) {
        StoryPrint print = StoryPrint.read(one._2()._2().iterator().next());
        int[] ignored = frames.value().getOrDefault(hash(print.publisher()), NONE);
        askers.forEachRemaining(asker -> {
          StoryPrint later = StoryPrint.read(asker._2());
          if (StoryPairs.one(later, print, frames.value().getOrDefault(hash(later.publisher()), NONE), ignored)) {
            alike.add(new Tuple2<>(asker._1(), one._1()));
          }
        });
      }
      return alike.iterator();
    });
  }
}
