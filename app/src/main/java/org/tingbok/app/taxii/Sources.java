package org.tingbok.app.taxii;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.tingbok.app.beside.Beside;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.input.Readers;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.Tlp;

/// What a TAXII server has to serve from.
///
/// @param ledger what is on record; open as long as the server runs
/// @param stamp changes whenever the ledger does
/// @param desk the ledger as of now
/// @param recorder records what is handed in; empty if the ledger is only shown
/// @param settings how it serves
public record Sources(Ledger ledger, Supplier<String> stamp, Supplier<Desk> desk, Optional<Recorder> recorder,
    Settings settings) {
  /// How a TAXII server serves.
  ///
  /// @param beside where what was served is kept; empty if it is kept only as long as the server runs
  /// @param logins who may ask
  /// @param clock tells when something was handed in
  /// @param cleared whether the ledger is shown up to a marking only, so that what was served before may no longer be there
  /// @param readers read what is handed in
  public record Settings(Optional<Beside> beside, Logins logins, Clock clock, boolean cleared, Readers readers) {
    /// Anybody may ask, nothing is kept.
    public static final Settings PASSING = new Settings(Optional.empty(), Logins.NONE, Clock.systemUTC(), Readers.HERE);

    /// The same for those who see the ledger up to a marking: what is served is not kept.
    ///
    /// @param ceiling the narrowest marking that they see
    /// @return how they are served
    public Settings cleared(Tlp ceiling) {
      return ceiling == Tlp.RED && !cleared ? this : new Settings(Optional.empty(), logins, clock, true, readers);
    }

    /// How a server serves that shows all.
    ///
    /// @param beside where what was served is kept
    /// @param logins who may ask
    /// @param clock tells when something was handed in
    /// @param readers read what is handed in
    public Settings(Optional<Beside> beside, Logins logins, Clock clock, Readers readers) {
      this(beside, logins, clock, false, readers);
    }
  }
}
