package org.tingbok.vocabulary;

/// The seven bands of likelihood of ICD 203 (US Director of National Intelligence, 2015), as worded there. Kept apart from [AnalyticConfidence].
public enum Likelihood implements Coded {
  /// 1 to 5 per cent.
  ALMOST_NO_CHANCE("almost-no-chance"),
  /// 5 to 20 per cent.
  VERY_UNLIKELY("very-unlikely"),
  /// 20 to 45 per cent.
  UNLIKELY("unlikely"),
  /// 45 to 55 per cent.
  ROUGHLY_EVEN_CHANCE("roughly-even-chance"),
  /// 55 to 80 per cent.
  LIKELY("likely"),
  /// 80 to 95 per cent.
  VERY_LIKELY("very-likely"),
  /// 95 to 99 per cent.
  ALMOST_CERTAIN("almost-certain");

  private final String code;

  Likelihood(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
