package org.tingbok.app.command;

import org.tingbok.vocabulary.Tlp;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A colour of the Traffic Light Protocol, as it is typed.
final class TlpConverter implements ITypeConverter<Tlp> {
  @Override
  public Tlp convert(String text) {
    return Tlp.parse(text).orElseThrow(() -> new TypeConversionException(
        "'" + text + "' is no colour of the Traffic Light Protocol: clear, green, amber, amber+strict, red"));
  }
}
