package org.tingbok.app.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tingbok.app.input.InputReader;
import org.tingbok.exchange.containers.Containers;
import org.tingbok.exchange.containers.Entries;
import org.tingbok.exchange.containers.Kind;
import org.tingbok.app.syndication.FeedReader;
import org.tingbok.app.syndication.SitemapDoor;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.fetch.RobotsDoor;
import org.tingbok.app.input.ReportContents;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.exchange.names.ListKind;
import org.tingbok.exchange.names.ListOrder;
import org.tingbok.exchange.names.ListReader;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.TingbokException;

/// The parsers and importers that bytes of others go into. Each takes any bytes: it reads them or says
/// [BadInputException]; anything else is a find.
///
/// `fuzz.sh` hands [#fuzzerTestOneInput] to Jazzer; the system property `fuzz.target` says which is meant.
@SuppressWarnings("ImmutableEnumChecker")
public enum FuzzTarget {
  /// Plain text to its claims.
  TEXT(bytes -> report("a.txt", bytes)),
  /// Markdown to its claims.
  MARKDOWN(bytes -> report("a.md", bytes)),
  /// HTML to its claims.
  HTML(bytes -> report("a.html", prefixed("<html>", bytes))),
  /// PDF to its claims.
  PDF(bytes -> report("a.pdf", bytes)),
  /// DOCX to its claims.
  DOCX(bytes -> report("a.docx", bytes)),
  /// The XML in a DOCX.
  DOCX_XML(bytes -> report("a.docx", docx(bytes))),
  /// STIX bundles.
  STIX(FuzzTarget::imported),
  /// MISP events.
  MISP(FuzzTarget::imported),
  /// EuRepoC's and CFR's tables.
  CODERS(FuzzTarget::imported),
  /// One message.
  MAIL(bytes -> container(Kind.MESSAGE, bytes)),
  /// A mailbox.
  MAILBOX(bytes -> container(Kind.MAILBOX, bytes)),
  /// A web archive.
  WARC(bytes -> container(Kind.WARC, bytes)),
  /// ORKL's library.
  ORKL(bytes -> container(Kind.ORKL, bytes)),
  /// Lines of JSON.
  LINES(bytes -> container(Kind.LINES, bytes)),
  /// Which kind of container a file is.
  KIND(bytes -> Kind.of("a", bytes)),
  /// RSS, Atom, JSON Feed.
  FEED(bytes -> FeedReader.read(URI.create("https://example.org/feed"), bytes)),
  /// The feed that a page names.
  DISCOVERY(bytes -> FeedReader.discover(URI.create("https://example.org/"), bytes)),
  /// Sitemaps.
  SITEMAP(SitemapDoor::reads),
  /// `robots.txt`.
  ROBOTS(bytes -> RobotsDoor.allows(new String(bytes, StandardCharsets.UTF_8), "/a/b?c")),
  /// Addresses as people type them.
  ADDRESS(bytes -> Address.parse(new String(bytes, StandardCharsets.UTF_8))),
  /// Links of a page.
  LINK(bytes -> Address.resolve(URI.create("https://example.org/a/b"), new String(bytes, StandardCharsets.UTF_8))),
  /// ATT&CK.
  NAMES_ATTACK(bytes -> names(ListKind.ATTACK, bytes)),
  /// MISP's galaxies.
  NAMES_MISP(bytes -> names(ListKind.MISP, bytes)),
  /// Microsoft's mapping.
  NAMES_MICROSOFT(bytes -> names(ListKind.MICROSOFT, bytes)),
  /// Plain tables of names.
  NAMES_CSV(bytes -> names(ListKind.CSV, bytes)),
  /// Decisions about names.
  DECISIONS(bytes -> NameDecisions.parse(new String(bytes, StandardCharsets.UTF_8)));

  private final Parser parser;

  FuzzTarget(Parser parser) {
    this.parser = parser;
  }

  /// Something that takes any bytes.
  @FunctionalInterface
  private interface Parser {
    void parse(byte[] bytes) throws IOException;
  }

  private static final class Reading {
    private static final ReportContents READER = new ReportContents(NameDecisions.none(), true);
  }

  /// Parses.
  ///
  /// @param bytes any
  /// @throws IOException never, as nothing is read from anywhere but the bytes; or a find
  public void parse(byte[] bytes) throws IOException {
    try {
      parser.parse(bytes);
    } catch (BadInputException e) {
      told(e);
    }
  }

  /// What is refused is told in one line, under a code.
  private static void told(TingbokException refusal) {
    if (!refusal.code().matches("[A-Z]+(_[A-Z]+)+") || String.valueOf(refusal.getMessage()).isBlank()) {
      throw new IllegalStateException("no telling refusal", refusal);
    }
  }

  /// For Jazzer.
  ///
  /// @param bytes any
  /// @throws IOException a find
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    valueOf(System.getProperty("fuzz.target").toUpperCase(Locale.ROOT)).parse(bytes);
  }

  private static void report(String name, byte[] bytes) {
    Reading.READER.read(name, bytes, InputReader.Beside.NOTHING);
  }

  private static void imported(byte[] bytes) {
    if (Imports.recognised("a.json", bytes)) {
      Reading.READER.read("a.json", bytes, InputReader.Beside.NOTHING);
    }
  }

  private static void container(Kind kind, byte[] bytes) throws IOException {
    try (Entries entries = Containers.open("a", kind,
        position -> new ByteArrayInputStream(bytes, (int) position, bytes.length - (int) position))) {
      int count = 0;
      while (entries.next().isPresent()) {
        if (++count > bytes.length + 10) {
          throw new IllegalStateException("more entries than bytes");
        }
      }
    }
  }

  private static void names(ListKind kind, byte[] bytes) {
    ListReader.read(new ByteArrayInputStream(bytes), new ListOrder(kind, "a", LocalDate.of(2026, 11, 23),
        Optional.empty(), Optional.of("A"), Optional.of("a")));
  }

  private static byte[] prefixed(String begin, byte[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(begin.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(bytes);
    return all.toByteArray();
  }

  private static byte[] docx(byte[] xml) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(xml);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
