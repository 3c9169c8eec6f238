package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is handed in, each bad input is one line with its code, and the rest is read.
class BadInputTest {
  private static final String REPORT =
      "Harbour office shut after break-in\n\nThe harbour office of Lillevik was entered"
          + " last week, its director said on Monday.\n";

  @TempDir
  private Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Shell.Result read(String... paths) {
    String[] words = new String[paths.length + 1];
    words[0] = "read";
    System.arraycopy(paths, 0, words, 1, paths.length);
    return new Shell(folder).run(words);
  }

  /// One line that names the input under that code, and status 2, since nothing else was there to read.
  private void refused(String name, String code) {
    Shell.Result result = read(name);
    assertThat(result.err()).startsWith(code + ": ").contains(name).doesNotContain("Exception");
    assertThat(result.errors()).hasSize(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void namesAMissingPath() {
    refused("missing.txt", "PATH_MISSING");
  }

  @Test
  void namesAGlobThatNothingFits() {
    refused("*.pdf", "GLOB_EMPTY");
  }

  @Test
  void namesAnEmptyFile() throws IOException {
    write("empty.txt", "");
    refused("empty.txt", "DOCUMENT_EMPTY");
  }

  @Test
  void namesAFolderWithoutReports() throws IOException {
    Files.createDirectory(folder.resolve("bare"));
    refused("bare", "FOLDER_EMPTY");
  }

  @Test
  void namesABinary() throws IOException {
    byte[] bytes = new byte[4000];
    new Random(7).nextBytes(bytes);
    Files.write(folder.resolve("noise.txt"), bytes);
    refused("noise.txt", "DOCUMENT_BINARY");
  }

  @Test
  void namesABrokenPdf() throws IOException {
    write("broken.pdf", "%PDF-1.7\nnothing that follows is a PDF");
    refused("broken.pdf", "PDF_BROKEN");
  }

  @Test
  void namesAFileThatIsTooLargeWithoutLoadingIt() throws IOException {
    for (String name : new String[] {"huge.txt", "huge.pdf"}) {
      try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
        file.setLength(200L << 20);
      }
      refused(name, "DOCUMENT_TOO_LARGE");
    }
  }

  @Test
  void namesADocumentThatUnpacksWithoutEnd() throws IOException {
    try (OutputStream bytes = Files.newOutputStream(folder.resolve("bomb.docx"));
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] blanks = new byte[1 << 20];
      java.util.Arrays.fill(blanks, (byte) 'A');
      for (int i = 0; i < 400; i++) {
        zip.write(blanks);
      }
    }
    Shell.Result result = read("bomb.docx");
    assertThat(result.err()).matches("[A-Z_]+: (?s).*bomb\\.docx.*");
    assertThat(result.errors()).hasSize(1);
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void namesALoopOfLinksOnceAndReadsTheRest() throws IOException {
    Files.createDirectories(folder.resolve("reports/inner"));
    Files.writeString(folder.resolve("reports/inner/one.txt"), REPORT);
    Files.createSymbolicLink(folder.resolve("reports/inner/up"), Path.of(".."));
    Files.createSymbolicLink(folder.resolve("reports/self"), Path.of("self"));
    Files.createSymbolicLink(folder.resolve("reports/gone.txt"), Path.of("nowhere"));
    Shell.Result result = read("reports");
    assertThat(result.errors()).hasSize(3).filteredOn(line -> line.startsWith("LINK_LOOP")).hasSize(2);
    assertThat(result.err()).contains("LINK_LOOP: ", "reports/inner/up", "reports/self",
        "LINK_DANGLING: ", "reports/gone.txt");
    assertThat(result.out()).contains("1 document");
    assertThat(result.status()).isZero();
  }

  @Test
  void readsOtherEncodingsAndMixedOnes() throws IOException {
    Files.write(folder.resolve("latin.txt"), "Tøybutikken på øya ble angrepet, sier politiet.\n"
        .getBytes(StandardCharsets.ISO_8859_1));
    Files.write(folder.resolve("mixed.txt"), concat("Tøy".getBytes(StandardCharsets.ISO_8859_1),
        "butikken på øya ble angrepet.\n".getBytes(StandardCharsets.UTF_8)));
    Files.write(folder.resolve("wide.txt"), "Tøybutikken på øya ble angrepet.\n".getBytes(StandardCharsets.UTF_16));
    Shell.Result result = read("latin.txt", "mixed.txt", "wide.txt");
    assertThat(result.out()).contains("3 documents");
    assertThat(result.status()).isZero();
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @Test
  void readsTheRestOfAFolderAndCountsOtherKinds() throws IOException {
    write("a.txt", "");
    write("b.txt", REPORT);
    write("c.json", "{}");
    write("d.png", "no picture");
    write("e.json", "{}");
    write(".hidden", "x");
    Shell.Result result = read(".");
    assertThat(result.errors()).containsExactly(
        "passed over 4 files of kinds that are not read: 2 .json, 1 .png, 1 hidden",
        "DOCUMENT_EMPTY: a.txt: no bytes; check how it was fetched");
    assertThat(result.out()).contains("1 document");
    assertThat(result.status()).isZero();
  }

  @Test
  void readsTheSameFileOnceAndTheSameBytesAsOneDocument() throws IOException {
    write("one.txt", REPORT);
    write("two.txt", REPORT);
    Files.createSymbolicLink(folder.resolve("three.txt"), Path.of("one.txt"));
    Shell.Result result = read("one.txt", "*.txt", ".");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("1 document,");
  }

  @Test
  void readsStandardInput() {
    Shell.Result result = new Shell(folder).input(REPORT).run("read", "-", "-");
    assertThat(result.out()).contains("1 document,");
    assertThat(result.status()).isZero();
  }

  @Test
  void keepsControlCharactersOfNamesOffTheTerminal() throws IOException {
    write("red \u001b[31m.txt", "");
    Shell.Result result = read(".");
    assertThat(result.err()).doesNotContain("\u001b").contains("DOCUMENT_EMPTY");
  }

  @Test
  void writesNothingWhereNothingCouldBeRead() throws IOException {
    write("empty.txt", "");
    Shell.Result result = new Shell(folder).run("add", "empty.txt");
    assertThat(result.status()).isEqualTo(2);
    assertThat(folder.resolve("tingbok.ledger")).doesNotExist();
  }

  @Test
  void explainsWrongWords() throws IOException {
    Shell shell = new Shell(folder);
    assertThat(shell.run("reed").err()).startsWith("USAGE: ").contains("read").hasLineCount(1);
    assertThat(shell.run("read").err()).startsWith("USAGE: ").contains("PATH").hasLineCount(1);
    assertThat(shell.run("incidents", "--format", "xml").err()).startsWith("USAGE: ").hasLineCount(1);
    assertThat(shell.run("incidents").err()).startsWith("LEDGER_MISSING: ").contains("tingbok add").hasLineCount(1);
    assertThat(shell.run("incidents", "--as-of", "2021-02-30").err()).startsWith("DATE_UNREADABLE: ").hasLineCount(1);
    assertThat(shell.run("evaluate", "nothing").err()).startsWith("GOLD_MISSING: ").hasLineCount(1);
    Files.createDirectory(folder.resolve("texts"));
    Files.writeString(folder.resolve("texts/a.txt"), "The harbour office was broken into.");
    assertThat(shell.run("evaluate", "texts").err()).startsWith("GOLD_MISSING: ").hasLineCount(1);
    assertThat(shell.run("serve", "--port", "70000", "--ledger", "none").status()).isEqualTo(2);
  }
}
