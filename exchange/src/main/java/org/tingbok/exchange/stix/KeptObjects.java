package org.tingbok.exchange.stix;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tingbok.document.Document;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/// The objects that a document of a bundle was made of. They stand at the end of its text, behind its words and outside of
/// what is read, so that they are kept, handed on, exported and erased with it: packed, since they are many times the words.
public final class KeptObjects {
  private static final String MARK = "\n\nThe STIX objects that this was made of, one a line, gzip, base64:\n";
  private static final long MOST = 256L << 20;
  /// In ASCII, so that halves of surrogate pairs that stand alone are kept, too.
  private static final ObjectWriter LINE = BundleReader.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private KeptObjects() {
  }

  /// The words of a document of a bundle, without the objects behind them.
  ///
  /// @param document any document
  /// @return its text up to the objects; the whole text where there are none
  public static String words(Document document) {
    int at = at(document);
    return at < 0 ? document.text() : document.text().substring(0, at);
  }

  private static int at(Document document) {
    return document.mediaType().equals(StixWriter.MEDIA_TYPE) ? document.text().lastIndexOf(MARK) : -1;
  }

  /// The objects, one a line, as they are packed and as digests are made of them.
  static String lines(List<StixObject> objects) {
    StringBuilder lines = new StringBuilder();
    objects.forEach(object -> lines.append(LINE.writeValueAsString(object.json())).append('\n'));
    return lines.toString();
  }

  /// What stands behind the words.
  static String packed(String lines) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return MARK + Base64.getEncoder().encodeToString(packed.toByteArray()) + "\n";
  }

  /// The objects behind a document's words, in the order of the bundle; none for any other document.
  static List<StixObject> of(Document document) {
    int at = at(document);
    if (at < 0) {
      return List.of();
    }
    byte[] packed = Base64.getDecoder().decode(document.text().substring(at + MARK.length()).strip());
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] lines = gzip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST));
      return new String(lines, StandardCharsets.UTF_8).lines()
          .map(line -> new StixObject(BundleReader.MAPPER.readValue(line, JsonNode.class))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
