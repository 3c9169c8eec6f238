package org.tingbok.app.intake;

import org.tingbok.app.input.Source;

/// A report of a delivery: it lies there already, or has to be fetched.
sealed interface Part {
  /// It lies there.
  ///
  /// @param source with the path where it lies
  record Here(Source source) implements Part {
  }

  /// It is still to be fetched.
  ///
  /// @param order where it is to be fetched
  record Away(Order order) implements Part {
  }

  default String name() {
    return switch (this) {
      case Here here -> here.source.name();
      case Away away -> away.order.name();
    };
  }
}
