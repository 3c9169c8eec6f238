package org.tingbok.vocabulary;

/// The three levels of confidence in an analytic judgement of ICD 203. Kept apart from [Likelihood].
public enum AnalyticConfidence implements Coded {
  /// Low confidence.
  LOW("low"),
  /// Moderate confidence.
  MODERATE("moderate"),
  /// High confidence.
  HIGH("high");

  private final String code;

  AnalyticConfidence(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
