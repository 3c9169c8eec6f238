package org.tingbok.exchange.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Citation;
import org.tingbok.claim.Listing;
import org.tingbok.ledger.NameList;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// The listings of a list under way, bounded so that no list can fill the memory.
final class Entries {
  private static final int MOST_LISTINGS = 60_000;
  private static final int MOST_NAMES = 200;
  /// Of names that it calls one, two by two. The longest public lists have some 8,000.
  private static final long MOST_PAIRS = 1_000_000;
  private static final int LONGEST_WORDS = 280;
  private static final int MOST_CITATIONS = 40;

  private final String list;
  private final String claimant;
  private final ListOrder order;
  private final Map<String, Listing> listings = new LinkedHashMap<>();
  private final Map<String, Integer> namesOf = new LinkedHashMap<>();
  private long pairs;

  Entries(String list, String claimant, ListOrder order) {
    this.list = order.list().orElse(list);
    this.claimant = order.claimant().orElse(claimant);
    this.order = order;
  }

  /// One name of an entry; the same twice counts once.
  record Name(String entry, String actor, String name, AliasRelation relation, Optional<String> giver,
      Certainty certainty, List<Citation> citations, PartialDate saidOn, String words) {
  }

  void add(Name name) {
    add(name, claimant);
  }

  void add(Name name, String by) {
    List<Citation> citations = name.citations().stream().distinct().limit(MOST_CITATIONS).toList();
    Listing listing = new Listing(list, by, name.entry(), name.actor().strip(), name.name().strip(), name.relation(),
        name.giver(), name.certainty(), citations, name.saidOn(), shortened(name.words()));
    if (listings.putIfAbsent(listing.id(), listing) != null) {
      return;
    }
    int names = namesOf.merge(name.entry(), 1, Integer::sum);
    pairs += names - 1;
    if (listings.size() > MOST_LISTINGS || names > MOST_NAMES || pairs > MOST_PAIRS) {
      throw new BadInputException("LIST_TOO_LARGE", order.source() + (listings.size() > MOST_LISTINGS
          ? " has more than " + MOST_LISTINGS + " names"
          : names > MOST_NAMES ? " gives one actor more than " + MOST_NAMES + " names"
              : " calls more than " + MOST_PAIRS + " pairs of names one")
          + "; no list of names is that long");
    }
  }

  private static String shortened(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ").strip();
    return line.length() <= LONGEST_WORDS ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_WORDS) - 1)) + "…";
  }

  /// The edition: of the day that whoever imports it says, else of the day that it tells itself, else of today.
  NameList edition(Optional<LocalDate> own) {
    LocalDate day = order.day().or(() -> own).orElse(order.today());
    return new NameList(list, day, new ArrayList<>(listings.values()));
  }
}
