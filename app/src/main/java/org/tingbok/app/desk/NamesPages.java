package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tingbok.analysis.NameClaims;
import org.tingbok.mention.NameKey;
import org.tingbok.analysis.NameSource;
import org.tingbok.analysis.NameStatement;
import org.tingbok.analysis.Names;
import org.tingbok.analysis.Overlap;
import org.tingbok.claim.Citation;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.PartialDate;

/// Makes pages of what is said of a name.
final class NamesPages {
  private static final int MOST_LINKS = 400;

  private final NameClaims claims;
  private final Names names;
  private final Names.Actor actor;
  private final List<Overlap> overlaps;
  private final Set<String> overlapping = new LinkedHashSet<>();
  private final String asked;
  /// The actor's names by key, and the one asked for.
  private final Set<String> own = new LinkedHashSet<>();

  private final List<DecisionCard> decisions;

  private NamesPages(Names names, String asked, List<DecisionCard> decisions) {
    this.claims = names.claims();
    this.decisions = decisions;
    this.names = names;
    this.actor = names.actor(asked);
    this.asked = claims.spelling(asked);
    this.overlaps = names.overlaps(asked);
    overlaps.forEach(one -> overlapping.add(NameKey.of(one.with())));
    own.add(NameKey.of(asked));
    actor.names().forEach(name -> own.add(NameKey.of(name)));
  }

  static NamesPage of(Names names, String asked, List<DecisionCard> decisions, Optional<KnownName> known,
      NamesPage.Uses uses) {
    return new NamesPages(names, asked, decisions).page(known, uses);
  }

  private NamesPage page(Optional<KnownName> known, NamesPage.Uses uses) {
    Map<String, NamesPage.Row> rows = new LinkedHashMap<>();
    for (String key : related()) {
      rows.put(key, row(key));
    }
    List<NamesPage.Row> sorted = rows.values().stream().sorted(Comparator
        .comparing((NamesPage.Row row) -> !NameKey.of(row.name()).equals(NameKey.of(asked)))
        .thenComparing(row -> !row.joined()).thenComparing(row -> row.name().toLowerCase(Locale.ROOT))).toList();
    return new NamesPage(asked, names.view().text(), once(actor.names()),
        actor.either().stream().map(this::once).toList(),
        once(actor.overlapping()), overlaps.stream().map(NamesPages::shared).toList(), several(asked), sorted, links(),
        decisions.stream().filter(one -> one.concerns(asked)).toList(), known, names.spoken(asked), uses, List.of());
  }

  /// Names by key, each as it is usually spelt.
  private List<String> once(Set<String> spellings) {
    Set<String> names = new LinkedHashSet<>();
    spellings.stream().sorted(String.CASE_INSENSITIVE_ORDER).forEach(name -> names.add(claims.spelling(name)));
    return List.copyOf(names);
  }

  /// Every name that somebody relates to the one asked for, and what the view makes of it.
  private Set<String> related() {
    Set<String> keys = new LinkedHashSet<>(own);
    actor.either().forEach(one -> one.forEach(name -> keys.add(NameKey.of(name))));
    keys.addAll(overlapping);
    claims.entriesWith(asked).forEach(entry -> keys.addAll(entry.names()));
    for (String name : List.copyOf(own)) {
      for (NameStatement said : claims.on(name)) {
        if (name.equals(NameKey.of(asked)) || !said.joins()) {
          keys.add(NameKey.of(said.first()));
          keys.add(NameKey.of(said.second()));
        }
      }
    }
    return keys;
  }

  private NamesPage.Row row(String key) {
    String name = claims.spelling(key);
    List<NameStatement> own = joining(key);
    List<NamesPage.Giver> givers = new ArrayList<>();
    for (NameStatement said : claims.on(key)) {
      if (said.giver().isPresent() && NameKey.of(said.second()).equals(key)) {
        givers.add(new NamesPage.Giver(said.giver().get(), Optional.of(said.claimants().getFirst())));
      }
    }
    if (givers.isEmpty()) {
      org.tingbok.reading.knowledge.Names.standard().giver(name)
          .ifPresent(giver -> givers.add(new NamesPage.Giver(giver, Optional.empty())));
    }
    boolean joined = this.own.contains(key);
    return new NamesPage.Row(name, joined, givers.stream().distinct().toList(), first(own),
        own.stream().flatMap(said -> said.claimants().stream()).distinct().sorted().toList(), dissent(key),
        several(name),
        !joined && own.isEmpty() && overlapping.contains(key));
  }

  private List<NamesPage.FiledUnder> several(String name) {
    return filed(names, name);
  }

  static List<NamesPage.FiledUnder> filed(Names names, String name) {
    return names.filed(name).entrySet().stream()
        .map(one -> new NamesPage.FiledUnder(one.getKey(), List.copyOf(one.getValue()))).toList();
  }

  /// That A overlaps with B and B with A is one thing that somebody says.
  static NamesPage.Shared shared(Overlap overlap) {
    Set<List<Object>> told = new HashSet<>();
    return new NamesPage.Shared(overlap.of(), overlap.with(), overlap.counts(), overlap.said().stream()
        .filter(said -> said.relation() != AliasRelation.OVERLAP
            || told.add(List.of(said.claimants(), said.certainty(), said.said(), said.document())))
        .map(NamesPages::link).toList());
  }

  /// What says that a name is one of this actor's: listings of it in entries that have another name of the actor, and
  /// statements between the two.
  private List<NameStatement> joining(String key) {
    List<NameStatement> joining = new ArrayList<>();
    for (NameClaims.Entry entry : claims.entriesWith(key)) {
      boolean self = key.equals(NameKey.of(asked));
      if (self || entry.names().stream().anyMatch(name -> !name.equals(key) && own.contains(name))) {
        claims.listings(entry, key).forEach(joining::add);
      }
    }
    for (NameStatement said : claims.on(key)) {
      String other = NameKey.of(said.first()).equals(key) ? NameKey.of(said.second()) : NameKey.of(said.first());
      boolean listing = said.source() == NameSource.LIST && said.relation() == AliasRelation.SAME;
      if (said.joins() && !listing && !other.equals(key) && own.contains(other)) {
        joining.add(said);
      }
    }
    return joining;
  }

  /// The earliest of what bears a day of its own; what stands in undated lists only if nothing does.
  private static Optional<NamesPage.First> first(List<NameStatement> said) {
    Comparator<NameStatement> byDay = Comparator.comparing((NameStatement one) -> !one.dated())
        .thenComparing(one -> one.said().last().orElse(LocalDate.MAX))
        .thenComparing(one -> String.join(",", one.claimants()));
    return said.stream().min(byDay).map(one -> new NamesPage.First(String.join(", ", one.claimants()),
        DateCard.of(one.said()), one.dated(), said.stream().flatMap(any -> any.citations().stream())
            .filter(citation -> citation.date().stated())
            .min(Comparator.comparing(citation -> citation.date().last().orElse(LocalDate.MAX))).map(Citation::text)));
  }

  private List<NamesPage.Dissent> dissent(String key) {
    Map<String, NamesPage.Dissent> dissent = new TreeMap<>();
    if (key.equals(NameKey.of(asked))) {
      return List.of();
    }
    for (String claimant : claims.keptApart(asked, key)) {
      List<String> actors = claims.entriesWith(key).stream().filter(entry -> entry.claimant().equals(claimant))
          .map(NameClaims.Entry::actor).distinct().toList();
      dissent.put(claimant, new NamesPage.Dissent(claimant, "another actor, " + String.join(" or ", actors)));
    }
    for (NameStatement said : claims.on(key)) {
      String other = NameKey.of(said.first()).equals(key) ? NameKey.of(said.second()) : NameKey.of(said.first());
      if (said.relation() == AliasRelation.DISTINCT && other.equals(NameKey.of(asked))) {
        String by = String.join(", ", said.claimants());
        dissent.put(by, new NamesPage.Dissent(by, said.words()));
      }
    }
    return List.copyOf(dissent.values());
  }

  /// The links between any two of the names that are shown. A list links the names of an entry with its main name.
  private List<NamesPage.Link> links() {
    Set<String> shown = related();
    Map<String, NamesPage.Link> links = new LinkedHashMap<>();
    for (String key : shown) {
      for (NameStatement said : claims.on(key)) {
        boolean itself = NameKey.of(said.first()).equals(NameKey.of(said.second()));
        if (!itself && shown.contains(NameKey.of(said.first())) && shown.contains(NameKey.of(said.second()))) {
          links.putIfAbsent(said.id(), link(said));
        }
      }
    }
    for (String key : shown) {
      for (String claimant : claims.keptApart(asked, key)) {
        NameStatement said = claims.keepsApart(claimant, asked, key);
        links.putIfAbsent(said.id(), link(said));
      }
    }
    return links.values().stream().sorted(Comparator.comparing((NamesPage.Link link) -> link.said().day())
        .thenComparing(NamesPage.Link::first).thenComparing(NamesPage.Link::second).thenComparing(NamesPage.Link::id))
        .limit(MOST_LINKS).toList();
  }

  static NamesPage.Link link(NameStatement said) {
    PartialDate date = said.said();
    String relation =
        said.source() == NameSource.ANALYST && said.overlaps() ? NamesPage.UNSURE : said.relation().code();
    return new NamesPage.Link(said.id(), said.source().code(), said.first(), said.second(), relation,
        said.claimants(), DateCard.of(date), said.dated(), Cards.certainty(said.certainty()), said.words(),
        said.citations().stream().map(citation -> new NamesPage.CitationCard(citation.text(), citation.address(),
            DateCard.of(citation.date()))).toList(),
        said.document().map(DocumentId::value));
  }
}
