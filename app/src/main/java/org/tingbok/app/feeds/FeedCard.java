package org.tingbok.app.feeds;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.app.input.Trouble;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Subscription;

/// A feed that is subscribed to, and how it goes.
///
/// @param address where it is
/// @param title what it calls itself; empty text if that is not known
/// @param by who wants it
/// @param entries how many of its entries are on record
/// @param asked when it was asked last; empty if it never was
/// @param due when it is asked again; empty if that is at once
/// @param trouble why it could not be read the last time; empty if it could
/// @param failed its entries that could not be put on record so far
public record FeedCard(String address, String title, String by, int entries, Optional<String> asked,
    Optional<String> due, Optional<Trouble> trouble, List<Entry> failed) {
  /// Copies the list.
  public FeedCard {
    failed = List.copyOf(failed);
  }

  /// An entry that could not be put on record so far.
  ///
  /// @param entry what the feed knows it by
  /// @param attempts how often it was tried
  /// @param again when it is tried again; empty if it is given up
  /// @param trouble why it failed the last time
  public record Entry(String entry, int attempts, Optional<String> again, Trouble trouble) {
  }

  /// The feeds that are subscribed to.
  ///
  /// @param acts acts of any kind, in order of recording
  /// @param book how far they have been read
  /// @return by the order of subscription
  public static List<FeedCard> of(List<Act.Recorded> acts, FeedBook book) {
    Map<String, Set<String>> entries = new HashMap<>();
    for (Act.Recorded recorded : acts) {
      if (recorded.act() instanceof Act.Fetched fetched && fetched.feed().isPresent()) {
        entries.computeIfAbsent(fetched.feed().get(), _ -> new HashSet<>()).add(fetched.entry().orElse(""));
      }
    }
    return Subscription.standing(acts.stream().map(Act.Recorded::act).toList()).stream().map(one -> {
      FeedBook.State state = book.of(one.address());
      return new FeedCard(one.address(), state.title(), one.by(),
          entries.getOrDefault(one.address(), Set.of()).size(), state.asked().map(Instant::toString),
          state.due().map(Instant::toString), state.trouble(), state.failed().entrySet().stream()
              .map(failed -> new Entry(failed.getKey(), failed.getValue().attempts(),
                  failed.getValue().again().map(Instant::toString), failed.getValue().trouble()))
              .toList());
    }).toList();
  }

  /// What it is called.
  ///
  /// @return its title, or its address where it has none
  @JsonIgnore
  public String name() {
    return title.isBlank() ? address : title;
  }

  /// How it goes, in words.
  ///
  /// @return one line
  @JsonIgnore
  public String words() {
    return trouble.map(Trouble::line).orElseGet(() -> asked.isEmpty() ? "not asked yet"
        : entries + (entries == 1 ? " report" : " reports") + " of it on record"
            + (failed.isEmpty() ? "" : ", " + failed.size() + " could not be read"));
  }
}
