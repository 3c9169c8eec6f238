package org.tingbok.scale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.IncidentPairs;
import scala.Tuple2;

/// Brings accounts together into incidents by the rule of [IncidentPairs]: nodes meet under keys, those that have enough in
/// common are a block, and each block is grouped where it comes together.
final class IncidentGroups {
  private static final int RANK = 32; // letters of a rank: 128 bits

  private final JavaSparkContext spark;
  private final int partitions;

  IncidentGroups(JavaSparkContext spark, int partitions) {
    this.spark = spark;
    this.partitions = partitions;
  }

  /// The accounts of a node.
  record Accounts(List<IncidentPairs.InStory> all) {
    IncidentPairs.Node node() {
      return IncidentPairs.node(all);
    }
  }

  /// The incidents.
  ///
  /// @param facts what was read
  /// @return by id, each in its place among others, as [#incident] reads it
  JavaPairRDD<String, byte[]> of(JavaPairRDD<String, byte[]> facts) {
    JavaPairRDD<String, byte[]> nodes = facts.filter(one -> one._1().equals(Facts.ACCOUNT)).mapToPair(one -> {
      IncidentPairs.InStory account = Wire.read(one._2(), IncidentPairs.InStory.class);
      return new Tuple2<>(IncidentPairs.signature(account.told(), account.story()), one._2());
    }).groupByKey(partitions).mapToPair(same -> {
      List<IncidentPairs.InStory> all = new ArrayList<>();
      same._2().forEach(one -> all.add(Wire.read(one, IncidentPairs.InStory.class)));
      return new Tuple2<>(rank(IncidentPairs.node(all)), Wire.bytes(new Accounts(all)));
    }).persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<String, Tuple2<String, Double>> alike = alike(met(nodes), nodes).persist(
        StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<String, String> blocks = Connected.components(alike.filter(
        pair -> pair._2()._2() >= IncidentPairs.ENOUGH).mapValues(Tuple2::_1));
    JavaPairRDD<String, String> labels = nodes.cogroup(blocks, partitions).mapToPair(one -> {
      Iterator<String> label = one._2()._2().iterator();
      return new Tuple2<>(one._1(), label.hasNext() ? label.next() : one._1());
    });
    JavaPairRDD<String, byte[]> found = incidents(nodes, alike, labels).persist(StorageLevel.MEMORY_AND_DISK());
    return placed(found, facts);
  }

  private static String rank(IncidentPairs.Node node) {
    return node.rank().substring(0, RANK);
  }

  private static IncidentPairs.Node node(byte[] accounts) {
    return Wire.read(accounts, Accounts.class).node();
  }

  /// Pairs of nodes that meet, the first of the lower rank.
  private JavaPairRDD<String, String> met(JavaPairRDD<String, byte[]> nodes) {
    JavaPairRDD<String, String> closely = nodes.flatMapToPair(one -> {
      IncidentPairs.Node node = node(one._2());
      List<Tuple2<String, String>> keys = new ArrayList<>();
      Set<String> places = node.places();
      places.forEach(key -> keys.add(new Tuple2<>(key, "=" + one._1())));
      node.near().stream().filter(key -> !places.contains(key))
          .forEach(key -> keys.add(new Tuple2<>(key, "~" + one._1())));
      return keys.iterator();
    }).groupByKey(partitions).flatMapToPair(key -> pairs(all(key._2(), '='), all(key._2(), '~')).iterator());
    JavaPairRDD<String, String> loosely = nodes.flatMapToPair(one -> {
      IncidentPairs.Node node = node(one._2());
      return node.points().stream().map(key -> new Tuple2<>(key, (node.dated() ? "=" : "~") + one._1())).iterator();
    }).groupByKey(partitions).flatMapToPair(key -> withoutTime(all(key._2(), '='), all(key._2(), '~')).iterator());
    return closely.union(loosely).distinct(partitions);
  }

  private static List<String> all(Iterable<String> ranks, char sort) {
    Set<String> all = new TreeSet<>();
    ranks.forEach(rank -> {
      if (rank.charAt(0) == sort) {
        all.add(rank.substring(1));
      }
    });
    return List.copyOf(all);
  }

  private static Tuple2<String, String> pair(String a, String b) {
    return a.compareTo(b) < 0 ? new Tuple2<>(a, b) : new Tuple2<>(b, a);
  }

  private static List<Tuple2<String, String>> pairs(List<String> there, List<String> beside) {
    List<Tuple2<String, String>> pairs = new ArrayList<>();
    for (int i = 0; i < there.size(); i++) {
      for (int j = i + 1; j < there.size(); j++) {
        pairs.add(pair(there.get(i), there.get(j)));
      }
      for (String other : beside) {
        pairs.add(pair(there.get(i), other));
      }
    }
    return pairs;
  }

  /// Of nodes without a time, every one meets the first of all, and the first of them meet all.
  private static List<Tuple2<String, String>> withoutTime(List<String> dated, List<String> undated) {
    List<Tuple2<String, String>> pairs = new ArrayList<>();
    for (int i = 0; i < undated.size(); i++) {
      for (int j = 0; j < Math.min(i, IncidentPairs.MOST); j++) {
        pairs.add(pair(undated.get(j), undated.get(i)));
      }
      for (int j = 0; j < (i < IncidentPairs.MOST ? dated.size() : Math.min(dated.size(), IncidentPairs.MOST)); j++) {
        pairs.add(pair(undated.get(i), dated.get(j)));
      }
    }
    return pairs;
  }

  /// Those that met and have anything in common.
  private JavaPairRDD<String, Tuple2<String, Double>> alike(JavaPairRDD<String, String> met,
      JavaPairRDD<String, byte[]> nodes) {
    return met.cogroup(nodes, partitions).flatMapToPair(one -> {
      List<Tuple2<String, Tuple2<String, byte[]>>> asked = new ArrayList<>();
      byte[] own = one._2()._2().iterator().next();
      one._2()._1().forEach(other -> asked.add(new Tuple2<>(other, new Tuple2<>(one._1(), own))));
      return asked.iterator();
    }).cogroup(nodes, partitions).flatMapToPair(one -> {
      List<Tuple2<String, Tuple2<String, Double>>> alike = new ArrayList<>();
      Iterator<Tuple2<String, byte[]>> others = one._2()._1().iterator();
      if (others.hasNext()) {
        IncidentPairs.Node own = node(one._2()._2().iterator().next());
        others.forEachRemaining(other -> {
          double likeness = own.likeness(node(other._2()));
          if (likeness > 0) {
            alike.add(new Tuple2<>(one._1(), new Tuple2<>(other._1(), likeness)));
          }
        });
      }
      return alike.iterator();
    });
  }

  private JavaPairRDD<String, byte[]> incidents(JavaPairRDD<String, byte[]> nodes,
      JavaPairRDD<String, Tuple2<String, Double>> alike, JavaPairRDD<String, String> labels) {
    JavaPairRDD<String, Tuple2<String, byte[]>> members = labels.join(nodes, partitions)
        .mapToPair(one -> new Tuple2<>(one._2()._1(), new Tuple2<>(one._1(), one._2()._2())));
    JavaPairRDD<String, Tuple2<String, Tuple2<String, Double>>> within = alike.join(labels, partitions)
        .mapToPair(one -> new Tuple2<>(one._2()._2(), new Tuple2<>(one._1(), one._2()._1())));
    return members.cogroup(within, partitions).flatMapToPair(block -> {
      Map<String, Integer> at = new HashMap<>();
      List<IncidentPairs.Node> all = new ArrayList<>();
      block._2()._1().forEach(member -> {
        at.put(member._1(), all.size());
        all.add(node(member._2()));
      });
      List<IncidentPairs.Alike> pairs = new ArrayList<>();
      block._2()._2().forEach(pair -> {
        Integer a = at.get(pair._1());
        Integer b = at.get(pair._2()._1());
        if (a != null && b != null) {
          pairs.add(new IncidentPairs.Alike(a, b, pair._2()._2()));
        }
      });
      return IncidentPairs.incidents(all, pairs).stream()
          .map(incident -> new Tuple2<>(incident.id(), Wire.bytes(incident))).iterator();
    });
  }

  static Incident incident(byte[] bytes) {
    return Wire.read(bytes, Incident.class);
  }

  /// The names that an incident is told to be part of.
  record Names(Set<String> all) {
  }

  private JavaPairRDD<String, byte[]> placed(JavaPairRDD<String, byte[]> incidents,
      JavaPairRDD<String, byte[]> facts) {
    Map<String, Set<String>> partOf = new TreeMap<>();
    facts.filter(one -> one._1().equals(Facts.PARTS)).values().collect()
        .forEach(bytes -> Wire.read(bytes, Facts.Parts.class).said()
            .forEach((part, wholes) -> partOf.computeIfAbsent(part, _ -> new TreeSet<>()).addAll(wholes)));
    Broadcast<Map<String, Set<String>>> said = spark.broadcast(partOf);
    JavaPairRDD<String, byte[]> told = told(incidents, facts);
    JavaPairRDD<String, Tuple2<byte[], byte[]>> whole = incidents.cogroup(told, partitions).mapToPair(one -> {
      Iterator<byte[]> names = one._2()._2().iterator();
      return new Tuple2<>(one._1(), new Tuple2<>(one._2()._1().iterator().next(),
          names.hasNext() ? names.next() : Wire.bytes(new Names(Set.of()))));
    }).persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<String, String> neighbours = whole.flatMapToPair(one -> {
      Incident incident = incident(one._2()._1());
      List<Tuple2<String, String>> keys = new ArrayList<>();
      IncidentPairs.contains(incident).forEach(key -> keys.add(new Tuple2<>(key, "=" + one._1())));
      IncidentPairs.neighbours(incident, said.value(), Wire.read(one._2()._2(), Names.class).all())
          .forEach(key -> keys.add(new Tuple2<>(key, "~" + one._1())));
      return keys.iterator();
    }).groupByKey(partitions).flatMapToPair(key -> {
      List<Tuple2<String, String>> pairs = new ArrayList<>();
      List<String> there = all(key._2(), '=');
      for (String asker : all(key._2(), '~')) {
        there.stream().filter(other -> !other.equals(asker)).forEach(other -> pairs.add(new Tuple2<>(other, asker)));
      }
      return pairs.iterator();
    }).distinct(partitions);
    JavaPairRDD<String, byte[]> met = neighbours.join(incidents, partitions)
        .mapToPair(one -> new Tuple2<>(one._2()._1(), one._2()._2()));
    JavaPairRDD<String, byte[]> known = whole.cogroup(met, partitions).mapToPair(one -> {
      Tuple2<byte[], byte[]> own = one._2()._1().iterator().next();
      Incident incident = incident(own._1());
      List<Incident> others = new ArrayList<>();
      one._2()._2().forEach(other -> others.add(incident(other)));
      Optional<Incident.Part> found = IncidentPairs.whole(incident, others, said.value(),
          Wire.read(own._2(), Names.class).all());
      return new Tuple2<>(one._1(), Wire.bytes(with(incident, found, List.of())));
    }).persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<String, byte[]> contained = known.flatMapToPair(one -> {
      Incident incident = incident(one._2());
      return incident.whole().map(part -> new Tuple2<>(part.incident(),
          Wire.bytes(new Incident.Part(incident.id(), part.grounds())))).stream().iterator();
    });
    return known.cogroup(contained, partitions).mapToPair(one -> {
      Incident incident = incident(one._2()._1().iterator().next());
      List<Incident.Part> own = new ArrayList<>();
      one._2()._2().forEach(part -> own.add(Wire.read(part, Incident.Part.class)));
      own.sort(java.util.Comparator.comparing(Incident.Part::incident));
      return new Tuple2<>(one._1(), Wire.bytes(with(incident, incident.whole(), own)));
    });
  }

  private static Incident with(Incident one, Optional<Incident.Part> whole, List<Incident.Part> parts) {
    return new Incident(one.id(), one.name(), one.victims(), one.countries(), one.period(), one.accounts(),
        one.documents(), one.reasons(), whole, parts, one.disputed());
  }

  /// The incidents, those marked that are disputed.
  ///
  /// @param incidents as [#of] gives them
  /// @param disputed ids of those that are
  JavaPairRDD<String, byte[]> marked(JavaPairRDD<String, byte[]> incidents, JavaPairRDD<String, byte[]> disputed) {
    return incidents.cogroup(disputed, partitions).mapToPair(one -> {
      Incident incident = incident(one._2()._1().iterator().next());
      return new Tuple2<>(one._1(), Wire.bytes(new Incident(incident.id(), incident.name(), incident.victims(),
          incident.countries(), incident.period(), incident.accounts(), incident.documents(), incident.reasons(),
          incident.whole(), incident.parts(), one._2()._2().iterator().hasNext())));
    });
  }

  /// What texts say to be part of campaigns.
  private JavaPairRDD<String, byte[]> told(JavaPairRDD<String, byte[]> incidents, JavaPairRDD<String, byte[]> facts) {
    JavaPairRDD<String, byte[]> texts = facts.filter(one -> one._1().equals(Facts.TEXT))
        .mapToPair(one -> new Tuple2<>(Wire.read(one._2(), Facts.PartText.class).document(), one._2()));
    JavaPairRDD<String, byte[]> byDocument = incidents.flatMapToPair(one -> incident(one._2()).documents().stream()
        .map(document -> new Tuple2<>(document.value(), one._2())).iterator());
    return texts.cogroup(byDocument, partitions).flatMapToPair(one -> {
      List<Tuple2<String, byte[]>> found = new ArrayList<>();
      Iterator<byte[]> text = one._2()._1().iterator();
      if (text.hasNext()) {
        List<Incident> all = new ArrayList<>();
        one._2()._2().forEach(bytes -> all.add(incident(bytes)));
        all.sort(java.util.Comparator.comparing(Incident::id));
        IncidentPairs.partsTold(Wire.read(text.next(), Facts.PartText.class).asDocument(), all)
            .forEach((incident, names) -> found.add(new Tuple2<>(incident, Wire.bytes(new Names(names)))));
      }
      return found.iterator();
    }).reduceByKey((a, b) -> {
      Set<String> both = new HashSet<>(Wire.read(a, Names.class).all());
      both.addAll(Wire.read(b, Names.class).all());
      return Wire.bytes(new Names(both));
    });
  }

  /// The incident of each account.
  ///
  /// @param incidents as [#of] gives them
  /// @return by id of the account, id and name of the incident
  static JavaPairRDD<String, Tuple2<String, String>> byAccount(JavaPairRDD<String, byte[]> incidents) {
    return incidents.values().map(IncidentGroups::incident).flatMapToPair(incident -> incident.accounts().stream()
        .map(account -> new Tuple2<>(account.id(), new Tuple2<>(incident.id(), incident.name()))).iterator());
  }
}
