package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.PartialDate;

/// Who passes on whose word, among the reports of one matter. Not safe for several threads.
final class Citations {
  private final Voices voices;
  /// What each publication says itself, the earliest first.
  private final Map<String, List<RecordedClaim>> own = new TreeMap<>();
  /// What each publication passes on.
  private final Map<String, List<RecordedClaim>> passed = new TreeMap<>();
  private final Set<String> firstHand = new HashSet<>();
  private final Map<String, LocalDate> firstSaid = new HashMap<>();
  /// Voices by the names of those who are quoted with the same.
  private final Map<String, String> quoted = new TreeMap<>();

  Citations(List<RecordedClaim> reports, Voices voices) {
    this.voices = voices;
    for (RecordedClaim report : reports) {
      Optional<String> publisher = voices.publisher(report.claim().document());
      Saying saying = report.claim().saying();
      if (saying.ownVoice()) {
        publisher.ifPresent(voice -> {
          own.computeIfAbsent(voice, _ -> new ArrayList<>()).add(report);
          said(voice, report);
        });
        continue;
      }
      for (Party claimant : saying.claimants()) {
        String voice = voices.of(claimant);
        if (claimant.kind() != PartyKind.DESCRIBED) {
          quoted.put(claimant.name(), voice);
        }
        if (publisher.filter(voice::equals).isPresent()) {
          firstHand.add(voice);
        }
        if (claimant.kind() != PartyKind.DESCRIBED) {
          said(voice, report);
        }
      }
      publisher.ifPresent(voice -> passed.computeIfAbsent(voice, _ -> new ArrayList<>()).add(report));
    }
  }

  private void said(String voice, RecordedClaim report) {
    firstSaid.merge(voice, report.said().first().orElse(LocalDate.MAX), (a, b) -> a.isBefore(b) ? a : b);
  }

  /// The way of one report.
  Trace trace(RecordedClaim report) {
    DocumentId document = report.claim().document();
    List<Trace.Step> steps = new ArrayList<>();
    steps.add(new Trace.Step(Trace.Part.PUBLISHED, publisherName(document), published(document), "", document));
    DocumentId story = voices.story(document);
    if (!story.equals(document)) {
      steps.add(new Trace.Step(Trace.Part.COPIED, publisherName(story), published(story),
          "the same story, published first there", story));
    }
    return report.claim().saying().ownVoice() ? ownVoice(report, steps) : reported(report, steps);
  }

  private String publisherName(DocumentId document) {
    return voices.publisherName(document).orElse("an unnamed publisher");
  }

  private PartialDate published(DocumentId document) {
    return voices.document(document).map(Document::published).orElse(PartialDate.NOT_STATED);
  }

  private Trace ownVoice(RecordedClaim report, List<Trace.Step> steps) {
    DocumentId document = report.claim().document();
    Optional<String> voice = voices.publisher(document);
    if (voice.isEmpty()) {
      return new Trace(report, Lineage.UNNAMED, steps, List.of("an unnamed publisher"),
          new TreeSet<>(Set.of("unnamed " + voices.story(document))));
    }
    Optional<String> why = ownWord(voice.get());
    steps.add(new Trace.Step(Trace.Part.SAID, publisherName(voices.story(document)), report.said(),
        why.orElse("in its own voice, after others had said so; it does not tell whom it rests on"), document));
    return new Trace(report, why.isPresent() ? Lineage.OWN : Lineage.REPEATED, steps,
        List.of(publisherName(voices.story(document))), new TreeSet<>(Set.of(voice.get())));
  }

  /// Why what a publication says itself is taken for its own finding; empty if it may only repeat others.
  private Optional<String> ownWord(String voice) {
    List<RecordedClaim> ever = own.getOrDefault(voice, List.of());
    List<RecordedClaim> stands = ever.stream().filter(RecordedClaim::standing).toList();
    List<RecordedClaim> says = stands.isEmpty() ? ever : stands;
    if (says.stream().anyMatch(one -> one.claim().saying().certainty().level() != CertaintyLevel.ASSERTED)) {
      return Optional.of("in its own voice, with how sure it is");
    }
    if (firstHand.contains(voice)) {
      return Optional.of("in its own voice, of what it says itself");
    }
    LocalDate day = says.stream().map(one -> one.said().last().orElse(LocalDate.MAX)).min(LocalDate::compareTo)
        .orElse(LocalDate.MAX);
    boolean first = firstSaid.entrySet().stream().filter(other -> !other.getKey().equals(voice))
        .allMatch(other -> day.isBefore(other.getValue())
            || (day.equals(other.getValue()) && !day.equals(LocalDate.MAX) && own.containsKey(other.getKey())
                && voice.compareTo(other.getKey()) < 0));
    return first ? Optional.of("in its own voice; nobody on record said so before") : Optional.empty();
  }

  private Trace reported(RecordedClaim report, List<Trace.Step> steps) {
    DocumentId document = report.claim().document();
    Saying saying = report.claim().saying();
    Set<String> told = new HashSet<>();
    voices.publisherName(document).map(voices::named).ifPresent(told::add);
    voices.publisher(document).ifPresent(told::add);
    saying.claimants().forEach(claimant -> told.add(voices.of(claimant)));
    for (String through : saying.reportedBy().reversed()) {
      if (told.add(voices.named(through))) {
        steps.add(new Trace.Step(Trace.Part.TOLD, through, PartialDate.NOT_STATED, "the text names it", document));
      }
    }
    saying.speaker().filter(speaker -> saying.claimants().stream().noneMatch(c -> c.name().equals(speaker.name())))
        .ifPresent(speaker -> steps.add(new Trace.Step(Trace.Part.SPOKE, speaker.name(), PartialDate.NOT_STATED,
            speaker.role().map(role -> role.replaceFirst("^[\\s,;:]+", "")).orElse("speaks for it"), document)));
    List<Party> claimants = saying.claimants();
    String names = String.join(" and ", claimants.stream().map(Party::name).distinct().toList());
    if (claimants.stream().allMatch(party -> party.kind() == PartyKind.DESCRIBED)) {
      String listener = saying.reportedBy().isEmpty() ? voices.publisher(document).orElse(document.value())
          : voices.named(saying.reportedBy().getFirst());
      steps.add(new Trace.Step(Trace.Part.SAID, names, saying.saidOn(), "not named", document));
      return new Trace(report, Lineage.UNNAMED, steps, List.of(names),
          new TreeSet<>(Set.of("unnamed, told to " + listener)));
    }
    Optional<String> publisher = voices.publisher(document);
    boolean itself = claimants.stream().anyMatch(party -> publisher.filter(voices.of(party)::equals).isPresent());
    steps.add(new Trace.Step(Trace.Part.SAID, names, saying.saidOn(),
        itself ? "in its own publication" : "as reported", document));
    Map<String, String> nameOf = new TreeMap<>();
    SortedSet<String> sources = new TreeSet<>();
    SortedSet<String> unnamed = new TreeSet<>();
    SortedSet<String> circle = new TreeSet<>();
    for (Party claimant : claimants) {
      if (claimant.kind() != PartyKind.DESCRIBED) {
        nameOf.putIfAbsent(voices.of(claimant), claimant.name());
        Reach reach = itself ? new Reach(new TreeSet<>(Set.of(voices.of(claimant))), new TreeSet<>(), new TreeSet<>(),
            Map.of(), List.of()) : reach(voices.of(claimant));
        sources.addAll(reach.sources());
        unnamed.addAll(reach.unnamed());
        circle.addAll(reach.circle());
        reach.names().forEach(nameOf::putIfAbsent);
        reach.hops().stream().filter(hop -> !steps.contains(hop)).forEach(steps::add);
      }
    }
    SortedSet<String> advisers = voices.document(document)
        .map(text -> Advice.in(report.claim(), text.text(), quoted)).orElseGet(TreeSet::new);
    if (!sources.isEmpty() && !advisers.isEmpty()) {
      quoted.forEach((name, voice) -> nameOf.putIfAbsent(voice, name));
      steps.add(new Trace.Step(Trace.Part.CITED, String.join(" and ", names(advisers, nameOf)), PartialDate.NOT_STATED,
          "by the same sentence, on whose word it rests", document));
      return new Trace(report, Lineage.STATED, steps, names(advisers, nameOf), advisers);
    }
    if (!sources.isEmpty()) {
      boolean repeats = sources.stream().allMatch(source -> own.containsKey(source) && ownWord(source).isEmpty());
      return new Trace(report, repeats ? Lineage.REPEATED : Lineage.STATED, steps, names(sources, nameOf), sources);
    }
    return unnamed.isEmpty() ? new Trace(report, Lineage.CIRCULAR, steps, names(circle, nameOf), circle)
        : new Trace(report, Lineage.UNNAMED, steps, List.of(steps.getLast().who()), unnamed);
  }

  private static List<String> names(Set<String> keys, Map<String, String> nameOf) {
    return keys.stream().map(key -> nameOf.getOrDefault(key, key)).sorted().toList();
  }

  /// Where a voice has its word from.
  ///
  /// @param sources those who say it themselves
  /// @param unnamed those who pass on what somebody said who is not named
  /// @param circle those who name each other
  /// @param names how voices that were met on the way are called
  /// @param hops the documents that show it
  private record Reach(SortedSet<String> sources, SortedSet<String> unnamed, SortedSet<String> circle,
      Map<String, String> names, List<Trace.Step> hops) {
  }

  private Reach reach(String voice) {
    Reach reach = new Reach(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>(),
        new ArrayList<>());
    ArrayDeque<String> open = new ArrayDeque<>(Set.of(voice));
    while (!open.isEmpty()) {
      String next = open.remove();
      List<RecordedClaim> passes = passed.getOrDefault(next, List.of());
      if (own.containsKey(next) || firstHand.contains(next) || next.startsWith("state ") || passes.isEmpty()) {
        reach.sources().add(next);
      } else if (reach.circle().add(next)) {
        passes.stream().sorted(Statements.BY_DAY).forEach(report -> follow(next, report, reach, open));
      }
    }
    return reach;
  }

  private void follow(String voice, RecordedClaim report, Reach reach, ArrayDeque<String> open) {
    for (Party claimant : report.claim().saying().claimants()) {
      DocumentId document = report.claim().document();
      reach.hops().add(new Trace.Step(Trace.Part.CITED, claimant.name(), report.claim().saying().saidOn(),
          "named as the source by " + publisherName(document), document));
      if (claimant.kind() == PartyKind.DESCRIBED) {
        reach.unnamed().add("unnamed, told to " + voice);
      } else {
        open.add(voices.of(claimant));
        reach.names().putIfAbsent(voices.of(claimant), claimant.name());
      }
    }
  }
}
