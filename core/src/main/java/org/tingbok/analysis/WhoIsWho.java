package org.tingbok.analysis;

import java.util.Optional;
import java.util.function.Function;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.NameLevel;

/// Which names are one under a view, who stands above whom and who speaks for whom: what has to be known of everything on
/// record as of a day before any part of it can be told. Immutable and safe to share.
public final class WhoIsWho {
  private final Names names;
  private final Function<String, Optional<NameLevel>> levels;
  private final Standing standing;
  private final Standing unlevelled;
  private final Voices.Known voices;
  private final Voices.Known unlevelledVoices;

  private WhoIsWho(Parties parties, Names names, Function<String, Optional<NameLevel>> levels) {
    this.names = names;
    this.levels = levels;
    this.standing = new Standing(parties, names, levels);
    this.unlevelled = new Standing(parties, names, _ -> Optional.empty());
    this.voices = new Voices.Known(parties, standing);
    this.unlevelledVoices = new Voices.Known(parties, unlevelled);
  }

  /// Who is who.
  ///
  /// @param parties what all claims of the day tell of parties
  /// @param names which names are one
  /// @param levels the level of a name; empty if it is not known
  /// @return ready to be asked
  public static WhoIsWho of(Parties parties, Names names, Function<String, Optional<NameLevel>> levels) {
    return new WhoIsWho(parties, names, levels);
  }

  /// Which names are one.
  ///
  /// @return under the view
  public Names names() {
    return names;
  }

  /// What all names of a party have in common.
  ///
  /// @param party a party
  /// @return its key under the view
  public String key(Party party) {
    return standing.key(party);
  }

  Function<String, Optional<NameLevel>> levels() {
    return levels;
  }

  Standing standing() {
    return standing;
  }

  /// Where no level is known, as origins are counted.
  Standing unlevelled() {
    return unlevelled;
  }

  Voices.Known voices() {
    return voices;
  }

  Voices.Known unlevelledVoices() {
    return unlevelledVoices;
  }
}
