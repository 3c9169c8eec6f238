package org.tingbok.app.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.app.beside.Beside;
import org.tingbok.app.desk.CardJson;
import org.tingbok.app.input.Source;
import org.tingbok.store.TemporaryFolder;
import org.tingbok.vocabulary.UnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where reports of deliveries lie until they are read.
///
/// One that is kept outlives the program: before a delivery is acknowledged, its reports and a note of it lie in a room beside the
/// ledger, written through to the disk, and the note goes when the delivery has come to its end. A program that is stopped or killed
/// leaves its notes; the next one takes them up. Reading a report again adds nothing, so that a program killed between recording
/// and removing the note does no harm. Several programs have a room each, held by a lock that the system lets go with the program.
///
/// Safe for use by several threads.
public final class Spool implements AutoCloseable {
  /// How often a delivery is begun before it is given up: a report that brings the program down is not to do so for ever.
  static final int ATTEMPTS = 3;
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final String NOTE = "delivery.json";
  private static final String LOCK = "lock";
  private static final String LAST = "last";

  private final Path path;
  private final Optional<TemporaryFolder> temporary;
  private final Optional<FileChannel> lock;
  private final List<Left> left;
  private int number;

  private Spool(Path path, Optional<TemporaryFolder> temporary, Optional<FileChannel> lock, int number) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
    this.number = number;
    this.left = new ArrayList<>();
  }

  /// One that is gone when it is closed.
  ///
  /// @param folder where a folder for it is made
  /// @return empty
  /// @throws UnavailableException `TEMPORARY_UNWRITABLE` if nothing can be kept there
  public static Spool passing(Path folder) {
    TemporaryFolder temporary = TemporaryFolder.in(folder, "tingbok-intake-");
    return new Spool(temporary.path(), Optional.of(temporary), Optional.empty(), 0);
  }

  /// One that outlives the program.
  ///
  /// @param beside what is kept beside the ledger
  /// @return with what programs that are no more have left
  /// @throws UnavailableException `BESIDE_UNWRITABLE` if nothing can be kept there
  public static Spool kept(Beside beside) {
    try {
      Path all = beside.room("intake");
      Path own = Files.createTempDirectory(all, "room-"); // for its owner only, where that can be told
      FileChannel channel =
          FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held = channel.lock();
      Spool spool = new Spool(own, Optional.empty(), Optional.of(held.channel()), last(all));
      spool.takeOver(all);
      return spool;
    } catch (IOException e) {
      throw new UnavailableException("BESIDE_UNWRITABLE", "cannot keep what is handed in beside the ledger ("
          + e.getMessage() + "); make room, or ask for the right to write there", e);
    }
  }

  /// A delivery that is to be read.
  ///
  /// @param id its number
  /// @param handedIn when it was handed in
  /// @param begun how often programs have begun to read it
  /// @param parts its reports
  record Left(String id, Instant handedIn, int begun, List<Part> parts) {
    Left {
      parts = List.copyOf(parts);
    }
  }

  /// A note as it lies on the disk: each part is a file within the room, or an order.
  record Note(Instant handedIn, int begun, List<Noted> parts) {
  }

  record Noted(String name, Optional<String> file, Optional<Order> order) {
  }

  /// Whether what it keeps is there for the next program.
  boolean outlives() {
    return temporary.isEmpty();
  }

  /// The next number of a delivery. They go on where an earlier program ended, so that none means two deliveries.
  synchronized String next() {
    number++;
    if (outlives()) {
      try {
        Files.writeString(path.resolveSibling(LAST), Integer.toString(number));
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
    return Integer.toString(number);
  }

  /// Where the reports of a delivery lie.
  Path room(String id) {
    return path.resolve(id);
  }

  /// Notes a delivery whose reports lie in its room; when this returns, the delivery survives the machine.
  void keep(Left delivery) {
    if (!outlives()) {
      return;
    }
    Path room = room(delivery.id());
    try {
      for (Part part : delivery.parts()) {
        if (part instanceof Part.Here(Source source)) {
          force(source.path().orElseThrow());
        }
      }
      write(room, delivery);
      force(room);
      force(path);
    } catch (IOException e) {
      TemporaryFolder.sweep(room);
      throw unwritable(e);
    }
  }

  /// Notes that a delivery is begun, which counts against it if the program ends.
  void begin(Left delivery) {
    try {
      if (outlives() && Files.exists(room(delivery.id()).resolve(NOTE))) {
        write(room(delivery.id()), delivery);
      }
    } catch (IOException e) {
      LOG.warn("the note of delivery {} could not be brought up to date", delivery.id());
    }
  }

  /// Nothing more is to be done about a delivery.
  void forget(String id) {
    try {
      Files.deleteIfExists(room(id).resolve(NOTE));
    } catch (IOException e) {
      LOG.warn("the note of delivery {} could not be removed; it will be read again, which adds nothing", id);
    }
  }

  /// Clears the room of a delivery that is listed no longer, unless it is left for the next program.
  void drop(String id) {
    if (!outlives() || !Files.exists(room(id).resolve(NOTE))) {
      TemporaryFolder.sweep(room(id));
    }
  }

  /// What programs that are no more have left, once.
  ///
  /// @return the earliest first
  synchronized List<Left> left() {
    List<Left> all = List.copyOf(left);
    left.clear();
    return all;
  }

  private static void write(Path room, Left delivery) throws IOException {
    List<Noted> parts = delivery.parts().stream().map(part -> switch (part) {
      case Part.Here(Source source) -> new Noted(source.name(),
          source.path().map(file -> String.valueOf(file.getFileName())), Optional.empty());
      case Part.Away(Order order) -> new Noted(order.name(), Optional.empty(), Optional.of(order));
    }).toList();
    Path fresh = room.resolve(NOTE + ".new");
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(CardJson.bytes(new Note(delivery.handedIn(), delivery.begun(), parts)));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, room.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static int last(Path all) throws IOException {
    Path file = all.resolve(LAST);
    try {
      return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    } catch (NumberFormatException e) {
      return 0; // Broken off while it was written.
    }
  }

  private void takeOver(Path all) throws IOException {
    List<Path> rooms;
    try (Stream<Path> found = Files.list(all)) {
      rooms = found.filter(Files::isDirectory).filter(room -> !room.equals(path)).sorted().toList();
    }
    for (Path room : rooms) {
      Path lockFile = room.resolve(LOCK);
      if (!Files.exists(lockFile)) {
        continue; // Just being made, or just taken over by another.
      }
      try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
          FileLock taken = channel.tryLock()) {
        if (taken != null && Files.exists(lockFile)) {
          takeOverFrom(room);
          TemporaryFolder.sweep(room);
        }
      } catch (OverlappingFileLockException e) {
        LOG.debug("{} is held by this very program", room.getFileName());
      }
    }
    left.sort(Comparator.comparing(Left::handedIn));
  }

  private void takeOverFrom(Path room) throws IOException {
    List<Path> notes;
    try (Stream<Path> found = Files.list(room)) {
      notes = found.map(one -> one.resolve(NOTE)).filter(Files::isRegularFile)
          .sorted(Comparator.comparingInt(note -> number(room(note)))).toList();
    }
    for (Path note : notes) {
      Path from = room(note);
      String id = String.valueOf(from.getFileName());
      Path to = Files.exists(path.resolve(id)) ? path.resolve(next()) : path.resolve(id);
      number = Math.max(number, number(to));
      try {
        Note read = JsonMapper.shared().readValue(Files.readAllBytes(note), Note.class);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        left.add(new Left(String.valueOf(to.getFileName()), read.handedIn(), read.begun(),
            read.parts().stream().map(part -> part(to, part)).toList()));
      } catch (JacksonException e) {
        LOG.warn("the note of delivery {} cannot be read; it is left out", id);
      }
    }
  }

  private static Path room(Path note) {
    return Optional.ofNullable(note.getParent()).orElseThrow();
  }

  private static Part part(Path room, Noted noted) {
    return noted.order().<Part>map(Part.Away::new).orElseGet(() -> new Part.Here(
        new Source(noted.name(), noted.file().map(file -> room.resolve(Path.of(file).getFileName())))));
  }

  private static int number(Path room) {
    try {
      return Integer.parseInt(String.valueOf(room.getFileName()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static UnavailableException unwritable(IOException e) {
    return new UnavailableException("TEMPORARY_UNWRITABLE",
        "cannot keep what was handed in (" + e.getMessage() + "); make room, or set TMPDIR", e);
  }

  /// What is noted stays for the next program, everything else goes.
  @Override
  public void close() {
    temporary.ifPresent(TemporaryFolder::close);
    lock.ifPresent(held -> {
      try (held) {
        boolean noted = false;
        try (Stream<Path> found = Files.list(path)) {
          for (Path room : found.filter(Files::isDirectory).toList()) {
            if (Files.exists(room.resolve(NOTE))) {
              noted = true;
            } else {
              TemporaryFolder.sweep(room);
            }
          }
        }
        if (!noted) {
          TemporaryFolder.sweep(path);
        }
      } catch (IOException e) {
        LOG.warn("what was handed in could not be tidied up");
      }
    });
  }
}
