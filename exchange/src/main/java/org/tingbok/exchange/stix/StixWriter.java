package org.tingbok.exchange.stix;

import java.io.OutputStream;
import java.util.Map;
import java.util.function.Consumer;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.VerbatimJson;
import org.tingbok.vocabulary.ContentId;
import tools.jackson.core.JsonGenerator;

/// Writes claims as a STIX 2.1 bundle, one document after another: what is held meanwhile are ids. The same content gives the
/// same bytes.
public final class StixWriter {
  /// What a bundle is, for those who ask by type.
  public static final String MEDIA_TYPE = "application/stix+json;version=2.1";

  private StixWriter() {
  }

  /// Writes a bundle.
  ///
  /// @param out receives it; left open
  /// @param extract what is handed over
  /// @return what was written
  public static StixManifest write(OutputStream out, Extract extract) {
    try (JsonGenerator json = VerbatimJson.mapper().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("type", "bundle");
      json.writeStringProperty("id", ContentId.of("bundle", extract.title(), extract.asOf().toString()));
      json.writeArrayPropertyStart("objects");
      StixManifest manifest = each(extract, json::writePOJO);
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
      return manifest;
    }
  }

  /// Gives the objects of a bundle one by one, for whoever keeps them singly.
  ///
  /// @param extract what is handed over; a part of it is asked for when all objects of those before it were given
  /// @param objects receives each object once, in the order of a bundle
  /// @return what was given
  public static StixManifest each(Extract extract, Consumer<Map<String, Object>> objects) {
    int claims = 0;
    Bundle bundle = new Bundle(objects);
    Entities entities = new Entities(bundle, extract.grades(), extract.asOf().said().isPresent());
    entities.ledger();
    bundle.write(Provenance.definition());
    for (Extract.Part part : extract.parts()) {
      new ClaimObjects(bundle, entities, extract, part).write();
      claims += part.claims().size();
    }
    return bundle.manifest(claims);
  }
}
