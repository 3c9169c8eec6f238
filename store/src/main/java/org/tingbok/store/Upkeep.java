package org.tingbok.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// Looks after a ledger as a whole, whichever engine keeps it: verifies it, copies it, carries it elsewhere.
///
/// Others may read and add meanwhile; what is verified or copied is the ledger as it was at one moment.
public final class Upkeep {
  private final Place place;

  private Upkeep(Place place) {
    this.place = place;
  }

  /// Of a ledger, which need not exist yet.
  ///
  /// @param address a path, or `postgresql://…`
  /// @param name what messages call it, if it is a file
  /// @return nothing is opened yet
  public static Upkeep of(String address, String name) {
    return new Upkeep(Place.of(address, name));
  }

  /// What messages call it.
  ///
  /// @return never with a password
  public String name() {
    return place.name();
  }

  /// Tells whether the ledger is what was recorded.
  ///
  /// @param head a head that was noted earlier, 64 lower-case hexadecimal digits; empty to ask about none
  /// @param tables whether also the tables that are made from entries are looked at, for which they are made anew in a
  ///     temporary file; that takes as long as adding everything again
  /// @param each is told of whatever is wrong, as it is found
  /// @return what came of it
  /// @throws TingbokException if the ledger cannot be opened; `HEAD_UNREADABLE` if the head is none
  public Verification verify(Optional<String> head, boolean tables, Consumer<Verification.Finding> each) {
    if (head.filter(text -> !text.matches("[0-9a-f]{64}")).isPresent()) {
      throw new BadInputException("HEAD_UNREADABLE", "'" + head.get()
          + "' is no head; give all 64 digits that 'tingbok ledger verify' printed");
    }
    Dialect opened;
    try {
      opened = place.reading();
    } catch (TingbokException e) {
      if (!Verifier.damaged(e)) {
        throw e;
      }
      each.accept(new Verification.Finding(0, "", "", String.valueOf(e.getMessage())));
      return new Verification(0, Map.of(), "0".repeat(2 * Chain.LENGTH), head, Optional.empty(), 1);
    }
    try (Dialect dialect = opened) {
      return new Verifier(dialect, head, each).verify(tables);
    }
  }

  /// Writes a copy: of a ledger in a file a ledger in a file, of one in PostgreSQL an export.
  ///
  /// @param file where; its folder has to exist
  /// @return what was copied; it was verified
  /// @throws BadInputException `COPY_EXISTS` if there is such a file
  /// @throws UnavailableException `COPY_UNWRITABLE`, `COPY_UNSOUND`; then there is no such file
  public Copied backup(Path file) {
    return switch (place) {
      case Place.InFile ledger -> NewFile.make(file, "COPY_EXISTS", "copy", part -> {
        ledger.copy(part);
        return sound(new Place.InFile(part, file.toString()), file);
      });
      case Place.InPostgres _ -> NewFile.make(file, "COPY_EXISTS", "copy", part -> {
        write(part);
        return restorable(part, file);
      });
    };
  }

  /// Refuses an export from which no ledger can be made that is what was recorded: makes one, in a temporary folder.
  private static Copied restorable(Path export, Path file) {
    try (TemporaryFolder folder = TemporaryFolder.of("tingbok-backup")) {
      return Upkeep.of(folder.path().resolve("copy.ledger").toString(), file.toString()).restore(export);
    } catch (BadInputException e) {
      throw new UnavailableException("COPY_UNSOUND", file + " was not kept, for no ledger can be made of it ("
          + Verification.Finding.line(String.valueOf(e.getMessage()))
          + "); run 'tingbok ledger verify' on the ledger", e);
    }
  }

  /// Refuses a copy that is not what was recorded.
  private static Copied sound(Place copy, Path file) {
    StringBuilder first = new StringBuilder();
    Verification verification;
    try (Dialect dialect = copy.reading()) {
      verification = new Verifier(dialect, Optional.empty(), finding -> {
        if (first.isEmpty()) {
          first.append(finding.line());
        }
      }).verify(true);
    }
    if (!verification.sound()) {
      throw new UnavailableException("COPY_UNSOUND", file + " was not kept, for what was copied does not verify ("
          + first
          + "); run 'tingbok ledger verify' on the ledger that it is a copy of; if its entries are whole, 'tingbok ledger"
          + " export' and 'import' make the rest anew");
    }
    return new Copied(verification.entries(), verification.head());
  }

  /// Makes a ledger from a copy or an export.
  ///
  /// @param file what [#backup] or [#export(Path)] wrote; it is left as it is
  /// @return what is in the new ledger; it was verified
  /// @throws BadInputException `LEDGER_EXISTS` if there is a ledger already
  /// @throws TingbokException if the file is no copy, or not whole; then there is no new ledger
  public Copied restore(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("PATH_MISSING", "there is no file " + file + " to restore from");
    }
    boolean database = database(file);
    return switch (place) {
      case Place.InFile ledger -> NewFile.make(ledger.path(), "LEDGER_EXISTS", "ledger", part -> {
        Place.InFile made = new Place.InFile(part, ledger.name());
        if (!database) {
          lines(made, file);
          return sound(made, ledger.path());
        }
        new Place.InFile(file, file.toString()).copy(part);
        return sound(made, ledger.path());
      });
      case Place.InPostgres ledger -> {
        if (database) {
          entries(new Place.InFile(file, file.toString()), ledger);
        } else {
          lines(ledger, file);
        }
        yield sound(ledger, Path.of(file.toString()));
      }
    };
  }

  private static Copied lines(Place into, Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      Imported imported = entries(new ExportLines(bytes, file.toString()), into, true);
      return new Copied(imported.added(), imported.head());
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /// Entries from one engine's tables into another's.
  private static Copied entries(Place from, Place into) {
    try (Dialect source = from.reading(); Dialect target = into.appending()) {
      return source.reading(reading -> target.writing(writing -> {
        Importer importer = new Importer(writing, target,
            (code, what) -> new BadInputException(code,
                from.name() + ": " + Verification.Finding.line(what) + "; nothing was restored"));
        importer.refuseUnlessNew();
        new EntryTable(reading, source).each(importer::next);
        Imported imported = importer.finish();
        return new Copied(imported.added(), imported.head());
      }));
    }
  }

  /// Whether a file is a SQLite database, by its first bytes.
  private static boolean database(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(15), StandardCharsets.ISO_8859_1).equals("SQLite format 3");
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  private static UnavailableException unreadable(String name, IOException e) {
    return new UnavailableException("EXPORT_IO", name + " cannot be read (" + NewFile.reason(e)
        + "); nothing was imported", e);
  }

  /// Writes every entry as a line of JSON (`docs/ledger-format.md`).
  ///
  /// @param file where; its folder has to exist
  /// @return what was written
  /// @throws BadInputException `COPY_EXISTS` if there is such a file
  /// @throws UnavailableException `COPY_UNWRITABLE`, `COPY_UNSOUND`; then there is no such file
  public Copied export(Path file) {
    return NewFile.make(file, "COPY_EXISTS", "export", this::write);
  }

  private Copied write(Path part) throws IOException {
    try (OutputStream bytes = new BufferedOutputStream(
        Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), 1 << 16)) {
      return export(bytes);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Writes every entry as a line of JSON. What does not follow the entry before it is not written: the last line is then
  /// missing, and nobody takes the rest for a ledger.
  ///
  /// @param bytes where to; flushed, not closed
  /// @return what was written
  /// @throws UnavailableException `COPY_UNSOUND` if the ledger is not what was recorded
  /// @throws UncheckedIOException if it cannot be written
  public Copied export(OutputStream bytes) {
    try (Dialect dialect = place.reading()) {
      boolean[] begun = new boolean[1];
      return dialect.reading(session -> {
        if (begun[0]) {
          throw new UnavailableException("LEDGER_UNAVAILABLE", "the database of the ledger " + place.name()
              + " was restarted meanwhile; what was written so far is no whole export; export it again");
        }
        begun[0] = true;
        EntryTable table = new EntryTable(session, dialect);
        EntryCheck check = new EntryCheck(table);
        line(bytes, new ExportFormat.First(ExportFormat.VERSION));
        table.each(entry -> {
          for (String what : check.link(entry)) {
            throw unsound(entry, what);
          }
          line(bytes, new ExportFormat.One(entry));
        });
        for (EntryCheck.Wrong wrong : check.end()) {
          throw unsound(wrong.entry(), wrong.what());
        }
        Copied copied = new Copied(check.last().map(Entry::sequence).orElse(0L),
            check.last().map(Entry::hash).orElse("0".repeat(2 * Chain.LENGTH)));
        line(bytes, new ExportFormat.Last(copied.entries(), copied.head()));
        flush(bytes);
        return copied;
      });
    }
  }

  private UnavailableException unsound(Entry entry, String what) {
    return new UnavailableException("COPY_UNSOUND", place.name() + " was not exported, for entry " + entry.sequence()
        + " (" + entry.kind() + ") does not verify: " + Verification.Finding.line(what)
        + "; go back to a backup that does");
  }

  private static void line(OutputStream bytes, ExportFormat.Line line) {
    try {
      bytes.write((ExportFormat.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void flush(OutputStream bytes) {
    try {
      bytes.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Records what was exported, all of it or nothing: into a new or empty ledger all, into one that is the beginning of it
  /// the rest.
  ///
  /// @param bytes what [#export] wrote; not closed
  /// @param name what messages call it
  /// @return what was new
  /// @throws BadInputException `EXPORT_UNREADABLE`, `EXPORT_NEWER`, `EXPORT_CUT_OFF`, `EXPORT_BROKEN`, `EXPORT_ELSEWHERE`,
  ///     each with its line; then nothing was recorded
  public Imported importFrom(InputStream bytes, String name) {
    return importFrom(bytes, name, place);
  }

  private static Imported importFrom(InputStream bytes, String name, Place into) {
    // Before the ledger is made: what is no export makes none.
    ExportLines lines = new ExportLines(bytes, name);
    return switch (into) {
      case Place.InFile ledger when !Files.exists(ledger.path()) ->
        NewFile.make(ledger.path(), "LEDGER_EXISTS", "ledger",
            part -> entries(lines, new Place.InFile(part, ledger.name()), true));
      case Place.InFile _, Place.InPostgres _ -> entries(lines, into, false);
    };
  }

  private static Imported entries(ExportLines lines, Place into, boolean fresh) {
    boolean[] erased = new boolean[1];
    try (Dialect dialect = into.appending()) {
      Imported imported = dialect.writing(session -> {
        Importer importer = new Importer(session, dialect, lines::refused);
        if (fresh) {
          importer.refuseUnlessNew();
        }
        for (Optional<Entry> entry = lines.next(); entry.isPresent(); entry = lines.next()) {
          importer.next(entry.get());
        }
        erased[0] = importer.erased();
        return importer.finish();
      });
      if (erased[0]) {
        dialect.purge();
      }
      return imported;
    }
  }
}
