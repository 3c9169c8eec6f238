package org.tingbok.exchange;

import java.util.OptionalInt;
import org.tingbok.claim.Certainty;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.Likelihood;

/// Numbers of STIX 2.1's confidence scales (appendix A) for what claimants' words state.
///
/// A number is never made of anything but such words: a bare assertion has none.
public final class StixConfidence {
  private StixConfidence() {
  }

  /// The number for how sure a claimant sounds.
  ///
  /// @param certainty how sure it sounds
  /// @return 0 to 100: by the None/Low/Med/High scale where the words state a confidence, else by the scale of the US
  ///     Director of National Intelligence where they state a likelihood; empty where they state neither
  public static OptionalInt of(Certainty certainty) {
    if (certainty.confidence().isPresent()) {
      return OptionalInt.of(of(certainty.confidence().get()));
    }
    return certainty.likelihood().isPresent() ? OptionalInt.of(of(certainty.likelihood().get())) : OptionalInt.empty();
  }

  /// The number for a level of confidence.
  ///
  /// @param confidence the level
  /// @return the middle of its range in the None/Low/Med/High scale
  public static int of(AnalyticConfidence confidence) {
    return switch (confidence) {
      case LOW -> 15;
      case MODERATE -> 50;
      case HIGH -> 85;
    };
  }

  /// The number for a band of likelihood.
  ///
  /// @param likelihood the band
  /// @return the middle of its range in the DNI scale
  public static int of(Likelihood likelihood) {
    return switch (likelihood) {
      case ALMOST_NO_CHANCE -> 5;
      case VERY_UNLIKELY -> 15;
      case UNLIKELY -> 30;
      case ROUGHLY_EVEN_CHANCE -> 50;
      case LIKELY -> 70;
      case VERY_LIKELY -> 85;
      case ALMOST_CERTAIN -> 95;
    };
  }
}
