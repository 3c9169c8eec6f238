package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.tingbok.analysis.Contradiction;
import org.tingbok.analysis.NameClaims;
import org.tingbok.analysis.NameStatement;
import org.tingbok.analysis.Names;
import org.tingbok.analysis.Overlap;
import org.tingbok.analysis.View;
import org.tingbok.claim.NameDecision;
import org.tingbok.claim.Slot;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.SlotRole;

/// Knows who says what of names, what follows under the view, and what the tables that ship say besides. Immutable.
public final class NameRoom {
  private final Desk desk;
  private final Names names;
  /// What is said of names whatever day is asked for.
  private final NameClaims ever;
  private final Map<View, Names> others = new ConcurrentHashMap<>();

  NameRoom(Desk desk, Names names, NameClaims ever) {
    this.desk = desk;
    this.names = names;
    this.ever = ever;
  }

  /// The views that it makes sense to offer: the general ones, and the publishers of lists.
  ///
  /// @return as [View#parse] reads them
  public List<String> views() {
    return views(ever.publishers());
  }

  /// The same where the publishers are known.
  ///
  /// @param publishers who publishes the lists on record
  /// @return as [View#parse] reads them
  public static List<String> views(List<String> publishers) {
    List<String> views = new ArrayList<>(List.of("any", "any+overlap", "2-origins", "all", "none"));
    publishers.forEach(name -> views.add(View.parse(shortName(name)).text()));
    return views.stream().distinct().toList();
  }

  private static String shortName(String publisher) {
    return switch (publisher) {
      case "MITRE ATT&CK" -> "attack";
      case "MISP galaxy" -> "misp";
      default -> publisher.replace(",", " ");
    };
  }

  /// The names under another view. Worked out once for each.
  Names under(View view) {
    return view.equals(names.view()) ? names
        : others.computeIfAbsent(view, other -> Names.under(names.claims(), other));
  }

  /// The days from the first to the last on which anything was said of a name, whatever day is asked for.
  ///
  /// @param name a name
  /// @return in order; possibly none
  public List<LocalDate> daysOf(String name) {
    return List.copyOf(ever.days(name));
  }

  /// Who says what of a name, and what follows under the view.
  ///
  /// @param name the name
  /// @return the page
  /// @throws NotFoundException `NAME_UNKNOWN` if nobody says anything of it, and the tables that ship know nothing of it
  public NamesPage page(String name) {
    boolean onRecord = names.claims().knows(name);
    Optional<KnownName> known = knowledge(name);
    NamesPage.Uses uses = uses(name);
    if (!onRecord && known.isEmpty() && uses.none()) {
      throw new NotFoundException("NAME_UNKNOWN", "nobody says anything of the name '" + name + "'" + desk.asked()
          + desk.used().suggestion(name) + "; 'names import' records a list");
    }
    return onRecord ? NamesPages.of(names, name, decisions(), known, uses)
        : new NamesPage(name.strip(), names.view().text(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(),
            Optional.of(known.orElseGet(() -> KnownNames.of(name, false, desk.snapshot().asOf().said()))), false, uses,
            uses.none() ? desk.used().near(name) : List.of());
  }

  /// In how many claims somebody stands, under any name of the body or state; who speaks for it counts with it.
  NamesPage.Uses uses(String name) {
    Set<String> keys = desk.voices(name);
    Map<SlotRole, Integer> roles = new EnumMap<>(SlotRole.class);
    Set<String> as = new TreeSet<>();
    for (RecordedClaim recorded : desk.snapshot().claims()) {
      Set<SlotRole> here = EnumSet.noneOf(SlotRole.class);
      for (Slot slot : recorded.standing() ? recorded.claim().slots() : List.<Slot>of()) {
        if (slot.role() != SlotRole.NAMED && keys.contains(NameKey.of(slot.party().name()))) {
          here.add(slot.role() == SlotRole.CLAIMANT || slot.role() == SlotRole.ACCUSED ? slot.role() : SlotRole.VICTIM);
          as.add(slot.party().name());
        }
      }
      here.forEach(role -> roles.merge(role, 1, Integer::sum));
    }
    return new NamesPage.Uses(roles.getOrDefault(SlotRole.CLAIMANT, 0), roles.getOrDefault(SlotRole.ACCUSED, 0),
        roles.getOrDefault(SlotRole.VICTIM, 0), List.copyOf(as));
  }

  /// Whether an actor or a party that is spoken of has exactly this name or id, or a list or document gives it as a name.
  ///
  /// @param key a name or an id
  /// @return false if only a part of a name would fit
  public boolean onRecord(String key) {
    return key.contains("--") || names.claims().knows(key) || desk.actors().named(key).isPresent();
  }

  /// What the tables that ship with the reader know of a name, whether or not the ledger speaks of it.
  ///
  /// @param name any name
  /// @return empty if they know nothing
  public Optional<KnownName> knowledge(String name) {
    return name.isBlank() ? Optional.empty()
        : Optional.of(KnownNames.of(name, names.claims().knows(name), desk.snapshot().asOf().said()))
            .filter(known -> !known.nothing());
  }

  /// What a name denotes under the view.
  ///
  /// @param name any name
  /// @return the name itself if nobody says anything of it
  public ResolvedName resolved(String name) {
    String view = names.view().text();
    if (!name.isBlank() && !names.claims().knows(name)) {
      Optional<String> filed = Namesakes.filed(name);
      if (filed.isPresent()) {
        return new ResolvedName(name, filed.get(), List.of(filed.get()), List.of(), List.of(), List.of(), List.of(),
            "body", view, Optional.empty());
      }
    }
    if (name.isBlank() || !names.claims().knows(name)) {
      return new ResolvedName(name, name, name.isBlank() ? List.of() : List.of(name), List.of(), List.of(), List.of(),
          List.of(), "unknown", view, knowledge(name).flatMap(KnownName::inference));
    }
    Names.Actor actor = names.actor(name);
    List<String> own = spelt(actor.names());
    List<List<String>> either = actor.either().stream().map(this::spelt).toList();
    List<NamesPage.Shared> overlaps = names.view().overlap()
        ? names.overlaps(name).stream().filter(Overlap::counts).map(NamesPages::shared).toList()
        : List.of();
    return new ResolvedName(name, names.label(name), own, either, overlaps, NamesPages.filed(names, name),
        names.joining(name),
        !either.isEmpty() ? "either" : own.size() > 1 ? "known" : names.spoken(name) ? "alone" : "unlisted", view,
        Optional.empty());
  }

  private List<String> spelt(Set<String> spellings) {
    return spellings.stream().map(names.claims()::spelling).distinct().sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }

  /// What analysts decided by the day that names mean in texts, those decisions that were taken back included.
  ///
  /// @return the earliest first
  public List<NameDecision> meanings() {
    return desk.snapshot().names().meanings();
  }

  /// The names on record, as of the day.
  ///
  /// @param query part of a name; blank for all
  /// @return the actors that have a name with it, and the lists that the names come from
  public NamesIndex index(String query) {
    return NamesIndex.of(names, desk.snapshot().names(), decisions(), query);
  }

  /// What analysts decided by the day about two names, decisions that no longer hold included.
  ///
  /// @return the earliest first
  public List<DecisionCard> decisions() {
    return DecisionCard.of(desk.snapshot().names().decisions());
  }

  /// Which names somebody joins and somebody else keeps apart.
  ///
  /// @return all of them, by name
  public ContradictionsPage contradictions() {
    return contradictions(Contradiction.in(names.claims()));
  }

  /// The same for the names of one actor.
  ///
  /// @param name a name of the actor; its names are those that the view gives it
  /// @return the pairs with one of these names, by name
  /// @throws NotFoundException `NAME_UNKNOWN` if nobody on record says anything of the name
  public ContradictionsPage contradictions(String name) {
    if (!names.claims().knows(name)) {
      throw new NotFoundException("NAME_UNKNOWN", "nobody on record says anything of the name '" + name + "'"
          + desk.asked() + desk.used().suggestion(name) + "; 'names import' records a list");
    }
    return contradictions(Contradiction.in(names.claims(), names.actor(name).names()));
  }

  private static ContradictionsPage contradictions(Contradiction.Account account) {
    return new ContradictionsPage(account.pairs(), account.contradictions().size(), account.contradictions().stream()
        .map(one -> new ContradictionsPage.Pair(one.first(), one.second(), sides(one.joined()), sides(one.apart())))
        .toList());
  }

  private static List<ContradictionsPage.Side> sides(List<Contradiction.Side> sides) {
    return sides.stream().map(side -> new ContradictionsPage.Side(side.claimant(),
        onceByWords(side.texts()).stream().map(NamesPages::link).toList())).toList();
  }

  /// A list that says the same of both names is quoted once.
  private static List<NameStatement> onceByWords(List<NameStatement> texts) {
    Set<List<String>> told = new HashSet<>();
    return texts.stream().filter(text -> told.add(List.of(text.first(), text.words()))).toList();
  }
}
