package org.tingbok.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.GroupingVerdict;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.SourceReliability;
import org.tingbok.vocabulary.Tlp;

/// Makes acts at random about readings that are on record: of every kind, none that a ledger refuses, some that say what
/// stands already. Not for use by several threads.
public final class ActGenerator {
  private static final List<SourceReliability> LETTERS = List.of(SourceReliability.values());
  private static final List<Tlp> COLOURS = List.of(Tlp.values());
  private static final LocalDate DAY = LocalDate.of(2015, 1, 1);

  private final Random random;
  private final ReadingGenerator readings;
  private final List<Reading> known = new ArrayList<>();
  private final Set<String> ruled = new HashSet<>();
  private final Set<DocumentId> erased = new HashSet<>();
  private final Set<String> marked = new HashSet<>();
  private final Set<String> aside = new HashSet<>();
  private final Set<String> watches = new HashSet<>();

  /// A generator that takes chance from another.
  ///
  /// @param readings makes corrections; its seed decides
  public ActGenerator(ReadingGenerator readings) {
    this.readings = readings;
    this.random = readings.chance();
  }

  /// Tells it what has been put on record, so that it acts on that too.
  ///
  /// @param more readings that a ledger has taken
  public void onRecord(List<Reading> more) {
    more.stream().filter(reading -> !reading.claims().isEmpty()).forEach(known::add);
  }

  /// The documents whose text was dropped by an act so far.
  ///
  /// @return their ids
  public Set<DocumentId> erased() {
    return Set.copyOf(erased);
  }

  /// Some acts, to be handed to a ledger in this order.
  ///
  /// @param count how many
  /// @return that many
  public List<Act> acts(int count) {
    List<Act> acts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      acts.add(act());
    }
    return acts;
  }

  private Act act() {
    Reading reading = known.get(random.nextInt(known.size()));
    Claim claim = reading.claims().get(random.nextInt(reading.claims().size()));
    boolean gone = erased.contains(reading.document().id());
    return switch (random.nextInt(15)) {
      case 0, 1 -> ruling(claim, RulingVerdict.CONFIRMED, Optional.empty());
      case 2, 3 -> gone ? ruling(claim, RulingVerdict.CONFIRMED, Optional.empty())
          : ruling(claim, RulingVerdict.CORRECTED, Optional.of(readings.claim(reading.document())));
      case 4 -> ruling(claim, RulingVerdict.REJECTED, Optional.empty());
      case 5 -> ruled.remove(claim.id()) ? undone(claim) : ruling(claim, RulingVerdict.REJECTED, Optional.empty());
      case 6 -> new Act.Misread(claim.id(), "no longer read", "reader " + random.nextInt(3));
      case 7 -> gone ? new Act.Misread(claim.id(), "no longer read", "reader 4")
          : new Act.Revised(readings.revised(claim), "reader " + random.nextInt(3));
      case 8 -> retracted(claim.id());
      case 9 -> retracted(reading.document().id().value());
      case 10 -> random.nextBoolean() ? watch() : random.nextBoolean() ? graded() : grouped(claim);
      case 14 -> sentence(reading);
      case 11, 12 -> marked(random.nextBoolean() ? claim.id() : reading.document().id().value());
      default -> random.nextInt(4) == 0 && erased.add(reading.document().id())
          ? new Act.Erased(reading.document().id(), "court order", "counsel", day())
          : watch();
    };
  }

  private Act ruling(Claim claim, RulingVerdict verdict, Optional<Claim> correction) {
    ruled.add(claim.id());
    return new Act.Ruled(new Ruling(claim.id(), verdict, correction, "reason " + random.nextInt(3),
        random.nextBoolean() ? "ida" : "ola", day(), Optional.empty()));
  }

  private Act undone(Claim claim) {
    return new Act.Ruled(
        new Ruling(claim.id(), RulingVerdict.UNDONE, Optional.empty(), "slip", "ida", day(), Optional.empty()));
  }

  /// Sets an unread sentence aside, or opens it again; of a reading without one, a watch.
  private Act sentence(Reading reading) {
    if (reading.unread().isEmpty()) {
      return watch();
    }
    String id = reading.unread().getFirst().id(reading.document().id());
    if (aside.remove(id)) {
      return new Act.Reopened(id, "a claim after all", "ola", day());
    }
    aside.add(id);
    return new Act.Misread(id, "no claim", "ida");
  }

  private Act retracted(String subject) {
    return new Act.Retracted(subject, random.nextBoolean() ? RetractionKind.WITHDRAWN : RetractionKind.CORRECTED,
        "Elvheim Gazette", day(),
        "notice " + random.nextInt(3), random.nextBoolean() ? Optional.empty() : Optional.of(subject));
  }

  private Act marked(String subject) {
    if (marked.remove(subject)) {
      return new Act.Marked(subject, Optional.empty(), "released", "ida");
    }
    marked.add(subject);
    return new Act.Marked(subject, Optional.of(COLOURS.get(random.nextInt(COLOURS.size()))), "at its head",
        "ola");
  }

  private Act watch() {
    String name = "watch " + random.nextInt(3);
    if (watches.contains(name)) {
      switch (random.nextInt(4)) {
        case 0 -> {
          watches.remove(name);
          return new Act.WatchDropped(name);
        }
        case 1 -> {
          return new Act.WatchSeen(name, Instant.ofEpochSecond(random.nextInt(1000)));
        }
        default -> {
        }
      }
    }
    watches.add(name);
    return new Act.WatchSet(name, "--type denial --quote " + random.nextInt(3), "ida");
  }

  private Act graded() {
    return new Act.Graded("Elvheim Gazette " + random.nextInt(2),
        Optional.of(LETTERS.get(random.nextInt(LETTERS.size()))), "its record",
        "ida", day());
  }

  /// Joins an account with one of another reading, or keeps the two apart; with one of its own where there is no other.
  private Act grouped(Claim claim) {
    Reading reading = known.get(random.nextInt(known.size()));
    AccountRef one = claim.account().map(AccountRef::of).orElse(new AccountRef(claim.document(), "one"));
    AccountRef other = new AccountRef(reading.document().id(), "another");
    return new Act.Grouped(List.of(one, other),
        random.nextBoolean() ? GroupingVerdict.JOINED : GroupingVerdict.APART, "reason " + random.nextInt(2), "ida",
        day());
  }

  private LocalDate day() {
    return DAY.plusDays(random.nextInt(2000));
  }
}
