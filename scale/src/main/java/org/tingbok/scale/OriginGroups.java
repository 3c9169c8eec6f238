package org.tingbok.scale;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.tingbok.analysis.ClaimParts;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.Matter;
import org.tingbok.analysis.Parties;
import org.tingbok.analysis.WhoIsWho;
import org.tingbok.document.Document;
import org.tingbok.exchange.tables.Table;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.vocabulary.ContentId;
import scala.Tuple2;

/// Finds whose word claims rest on, and which incidents are disputed, by the rule of [ClaimParts]: what is said of parties and
/// names goes to every machine, then each document to the parts that it belongs to, and each part is worked out where it comes
/// together.
final class OriginGroups {
  /// The columns of the table `origins`.
  static final List<Table.Column> COLUMNS = List.of(new Table.Column("matter_id", Table.Type.TEXT),
      new Table.Column("kind", Table.Type.TEXT), new Table.Column("incident_id", Table.Type.TEXT),
      new Table.Column("position", Table.Type.WHOLE), new Table.Column("names", Table.Type.TEXT),
      new Table.Column("lineage", Table.Type.TEXT), new Table.Column("said_from", Table.Type.DAY),
      new Table.Column("said_to", Table.Type.DAY), new Table.Column("independent", Table.Type.FLAG),
      new Table.Column("documents", Table.Type.WHOLE), new Table.Column("claim_ids", Table.Type.TEXT));

  private static final String INCIDENT = "incident--";

  private final JavaSparkContext spark;
  private final int partitions;

  OriginGroups(JavaSparkContext spark, int partitions) {
    this.spark = spark;
    this.partitions = partitions;
  }

  /// What was found.
  ///
  /// @param rows of the table `origins`, each as its words ([Wire], [Facts.Row])
  /// @param disputed ids of the incidents that are disputed
  record Found(JavaPairRDD<String, byte[]> rows, JavaPairRDD<String, byte[]> disputed) {
  }

  /// What everybody has to know. Made once on each machine.
  private static final class Known implements Serializable {
    private static final long serialVersionUID = 1;
    private final byte[] said;
    private transient @Nullable WhoIsWho who;

    Known(Said said) {
      this.said = Wire.bytes(said);
    }

    synchronized WhoIsWho who() {
      WhoIsWho known = who;
      if (known == null) {
        Said all = Wire.read(said, Said.class);
        known = ClaimParts.who(all.facts(), all.aliases(), Names.standard()::level);
        who = known;
      }
      return known;
    }
  }

  /// What is said of parties and names.
  record Said(Set<Parties.Fact> facts, List<ClaimParts.Told> aliases) {
  }

  /// One thing said of a party, as it is sent.
  record Fact(Parties.Fact fact) {
  }

  /// Finds them.
  ///
  /// @param facts what was read
  /// @param incidents the incidents, by id
  Found of(JavaPairRDD<String, byte[]> facts, JavaPairRDD<String, byte[]> incidents) {
    JavaPairRDD<String, byte[]> told = facts.filter(one -> one._1().equals(Facts.TOLD))
        .mapToPair(one -> new Tuple2<>(Wire.read(one._2(), ClaimParts.Told.class).document().id().value(), one._2()));
    Broadcast<Known> known = spark.broadcast(known(told.values()));
    JavaPairRDD<String, byte[]> parts = told.cogroup(firsts(told), seen(incidents), partitions).flatMapToPair(one -> {
      List<Tuple2<String, byte[]>> found = new ArrayList<>();
      Iterator<byte[]> own = one._2()._1().iterator();
      if (own.hasNext()) {
        Iterator<byte[]> first = one._2()._2().iterator();
        List<Incident> tells = new ArrayList<>();
        one._2()._3().forEach(bytes -> tells.add(IncidentGroups.incident(bytes)));
        tells.sort(java.util.Comparator.comparing(Incident::id));
        ClaimParts.InPlace document = new ClaimParts.InPlace(Wire.read(own.next(), ClaimParts.Told.class),
            first.hasNext() ? Optional.of(Wire.read(first.next(), Document.class)) : Optional.empty(), tells);
        ClaimParts.parts(document, known.value().who())
            .forEach((part, needed) -> found.add(new Tuple2<>(part, Wire.bytes(needed))));
      }
      return found.iterator();
    });
    JavaPairRDD<String, byte[]> found = parts.groupByKey(partitions).flatMapToPair(one -> {
      List<ClaimParts.InPlace> documents = new ArrayList<>();
      one._2().forEach(bytes -> documents.add(Wire.read(bytes, ClaimParts.InPlace.class)));
      ClaimParts.Found part = ClaimParts.found(one._1(), documents, known.value().who());
      List<Tuple2<String, byte[]>> all = new ArrayList<>();
      part.matters().forEach(matter -> rows(matter).forEach(row -> all.add(
          new Tuple2<>(Facts.ROW, Wire.bytes(new Facts.Row(row, ""))))));
      if (part.disputed()) {
        all.add(new Tuple2<>(one._1(), new byte[0]));
      }
      return all.iterator();
    }).persist(StorageLevel.MEMORY_AND_DISK());
    return new Found(found.filter(one -> one._1().equals(Facts.ROW)), found.filter(one -> !one._1().equals(Facts.ROW)));
  }

  private Known known(org.apache.spark.api.java.JavaRDD<byte[]> told) {
    Set<Parties.Fact> facts = new HashSet<>();
    told.flatMap(bytes -> ClaimParts.facts(Wire.read(bytes, ClaimParts.Told.class)).stream().map(Fact::new)
        .map(fact -> new String(Wire.bytes(fact), java.nio.charset.StandardCharsets.UTF_8)).iterator())
        .distinct(partitions).collect()
        .forEach(json -> facts.add(Wire.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), Fact.class)
            .fact()));
    List<ClaimParts.Told> aliases = new ArrayList<>();
    told.flatMap(bytes -> ClaimParts.aliases(Wire.read(bytes, ClaimParts.Told.class)).stream().map(Wire::bytes)
        .iterator()).collect().forEach(bytes -> aliases.add(Wire.read(bytes, ClaimParts.Told.class)));
    return new Known(new Said(facts, aliases));
  }

  /// For copies, by id, the document that stands for their story.
  private JavaPairRDD<String, byte[]> firsts(JavaPairRDD<String, byte[]> told) {
    JavaPairRDD<String, String> copies = told.flatMapToPair(one -> {
      ClaimParts.Told document = Wire.read(one._2(), ClaimParts.Told.class);
      return document.story().equals(document.document().id()) ? java.util.Collections.emptyIterator()
          : List.of(new Tuple2<>(document.story().value(), one._1())).iterator();
    });
    JavaPairRDD<String, byte[]> first = told.flatMapToPair(one -> {
      ClaimParts.Told document = Wire.read(one._2(), ClaimParts.Told.class);
      return document.story().equals(document.document().id())
          ? List.of(new Tuple2<>(one._1(), Wire.bytes(ClaimParts.first(document)))).iterator()
          : java.util.Collections.emptyIterator();
    });
    return copies.join(first, partitions).mapToPair(one -> new Tuple2<>(one._2()._1(), one._2()._2()));
  }

  /// For documents, by id, the incidents that they tell of.
  private static JavaPairRDD<String, byte[]> seen(JavaPairRDD<String, byte[]> incidents) {
    return incidents.flatMapToPair(one -> {
      Incident incident = IncidentGroups.incident(one._2());
      return incident.documents().stream().map(document -> new Tuple2<>(document.value(),
          Wire.bytes(ClaimParts.seenBy(incident, document)))).iterator();
    });
  }

  /// The rows of a matter, one for each whose word it rests on; each cell as its words, empty for none.
  static List<List<String>> rows(Matter matter) {
    String[] key = matter.key().split("\\|", 3);
    List<List<String>> rows = new ArrayList<>();
    for (Matter.Origin origin : matter.origins()) {
      rows.add(List.of(ContentId.of("matter", matter.key()), key[0],
          key.length > 1 && key[1].startsWith(INCIDENT) ? key[1] : "", Integer.toString(rows.size() + 1),
          String.join("; ", origin.names()), origin.lineage().code(),
          origin.said().first().map(Object::toString).orElse(""), origin.said().last().map(Object::toString).orElse(""),
          Boolean.toString(origin.independent()),
          Long.toString(origin.traces().stream().map(trace -> trace.claim().claim().document()).distinct().count()),
          String.join("; ", origin.traces().stream().map(trace -> trace.claim().id()).sorted().toList())));
    }
    return rows;
  }
}
