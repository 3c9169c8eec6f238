package org.tingbok.exchange.containers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/// One message: its text as a page, and what is attached to it that may be a report.
final class Mail {
  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 500;
  private static final Map<String, String> ENDINGS = Map.of("application/pdf", ".pdf",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "text/html", ".html",
      "application/xhtml+xml", ".xhtml", "text/markdown", ".md", "text/plain", ".txt");
  private static final List<String> READ = List.of(".pdf", ".docx", ".html", ".htm", ".xhtml", ".txt", ".md");
  private static final MimeConfig CONFIG = new MimeConfig.Builder().setMaxLineLen(-1).setMaxHeaderLen(1 << 20)
      .setMaxHeaderCount(10_000).setMaxContentLen(-1).build();

  private final Place place;
  private final String name;
  private final boolean numbered;
  private final int depth;
  private final List<Entry> entries = new ArrayList<>();
  private final List<MailText.Part> texts = new ArrayList<>();
  private final List<Runnable> attached = new ArrayList<>();
  private int parts;
  private Optional<String> giver = Optional.empty();
  private boolean endless;
  private int reports;

  /// A message.
  ///
  /// @param numbered whether its name ends in a number already
  Mail(Place place, String name, boolean numbered) {
    this(place, name, numbered, 0);
  }

  private Mail(Place place, String name, boolean numbered, int depth) {
    this.place = place;
    this.name = name;
    this.numbered = numbered;
    this.depth = depth;
  }

  /// Reads it; what cannot be read is told among the entries.
  List<Entry> read(byte[] bytes) {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(CONFIG);
    builder.setDecodeMonitor(DecodeMonitor.SILENT);
    try {
      read(builder.parseMessage(new ByteArrayInputStream(bytes)));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      entries.add(new Entry.Fault(place, "MESSAGE_BROKEN",
          name + " is no message that can be read (" + e.getMessage() + "); save its text, and add that"));
    }
    return entries;
  }

  private void read(Message message) throws IOException {
    part(message, 0);
    giver = Optional.of(MailText.publisher(message)).filter(name -> !name.isEmpty());
    Optional<byte[]> page = MailText.page(message, texts);
    page.ifPresent(text -> entries.add(new Entry.Report(place, name, text)));
    attached.forEach(Runnable::run);
    if (entries.isEmpty()) {
      entries.add(new Entry.Fault(place, "MESSAGE_WITHOUT_TEXT", name + " has no text that is read"
          + (sealed(message) ? ": it is encrypted; save what it says, and add that" : "")));
    }
    message.dispose();
  }

  private static boolean sealed(Message message) {
    String type = type(message);
    return type.equals("multipart/encrypted") || type.endsWith("pkcs7-mime");
  }

  private static String type(Entity entity) {
    return Optional.ofNullable(entity.getMimeType()).orElse("text/plain").toLowerCase(Locale.ROOT);
  }

  private void part(Entity entity, int level) throws IOException {
    if (level > DEEPEST * 2 || ++parts > MOST_PARTS) {
      if (!endless) {
        endless = true;
        entries.add(
            new Entry.Fault(place, "MESSAGE_BROKEN", name + " has parts in parts without end; the rest is left out"));
      }
      return;
    }
    Body body = entity.getBody();
    if (body instanceof Multipart multipart) {
      several(multipart, level);
    } else if (body instanceof Message message) {
      forwarded(entity, message);
    } else if (body instanceof SingleBody single) {
      single(entity, single);
    }
  }

  private void several(Multipart multipart, int level) throws IOException {
    String kind = String.valueOf(multipart.getSubType()).toLowerCase(Locale.ROOT);
    List<Entity> bodies = multipart.getBodyParts();
    if (kind.equals("alternative")) {
      int first = texts.size();
      for (Entity entity : bodies) {
        part(entity, level + 1);
      }
      MailText.best(texts.subList(first, texts.size()));
    } else if (kind.equals("signed") && !bodies.isEmpty()) {
      part(bodies.getFirst(), level + 1);
    } else {
      for (Entity entity : bodies) {
        part(entity, level + 1);
      }
    }
  }

  private void single(Entity entity, SingleBody body) throws IOException {
    String type = type(entity);
    Optional<String> file = MailText.file(entity);
    boolean aside = "attachment".equalsIgnoreCase(entity.getDispositionType()) || file.isPresent();
    if (!aside && (type.equals("text/html") || type.equals("text/plain") || type.equals("text/enriched"))) {
      texts.add(new MailText.Part(type.equals("text/html"), MailText.decoded(entity, bytes(body)),
          entity.getHeader()));
      return;
    }
    String named = file.orElse("");
    String lower = named.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".eml") || type.equals("message/rfc822")) {
      byte[] inner = bytes(body);
      attached.add(() -> nested(named.isEmpty() ? "forwarded.eml" : named, inner));
      return;
    }
    Optional<String> ending = READ.stream().filter(lower::endsWith).findFirst();
    Optional<String> typed = Optional.ofNullable(ENDINGS.get(type));
    if (ending.isPresent() || typed.isPresent()) {
      byte[] report = bytes(body);
      String called = named.isEmpty() ? "attached" + typed.orElse("")
          : ending.isPresent() ? named : named + typed.orElse("");
      attached.add(() -> report(called, report));
    }
  }

  private void report(String called, byte[] bytes) {
    entries.add(new Entry.Report(next(giver), within(called), bytes));
  }

  private void forwarded(Entity entity, Message message) {
    Optional<String> file = MailText.file(entity);
    attached.add(() -> {
      if (depth < DEEPEST) {
        Mail inner = new Mail(next(Optional.empty()), within(file.orElse("forwarded.eml")), true, depth + 1);
        try {
          inner.read(message);
        } catch (IOException | RuntimeException e) {
          entries.add(new Entry.Fault(place, "MESSAGE_BROKEN", inner.name + " is no message that can be read"));
        }
        entries.addAll(inner.entries);
      }
    });
  }

  private void nested(String file, byte[] bytes) {
    if (depth < DEEPEST) {
      entries.addAll(new Mail(next(Optional.empty()), within(file), true, depth + 1).read(bytes));
    }
  }

  /// Whoever forwards a message is not who wrote it; whoever attaches a report hands it on.
  private Place next(Optional<String> from) {
    return new Place(place.container(), place.entry() + "." + ++reports, place.position(), Optional.empty(), from);
  }

  /// Behind a number a colon, else the sign that parts are told by; no slashes, so that it stays the last part of a path.
  private String within(String file) {
    String plain = file.replaceAll("[/\\\\#:\\p{Cntrl}]+", "_").strip();
    return name + (numbered ? ":" : "#") + (plain.length() > 120 ? plain.substring(plain.length() - 120) : plain);
  }

  private static byte[] bytes(SingleBody body) throws IOException {
    try (InputStream stream = body.getInputStream()) {
      return stream.readNBytes(Containers.LARGEST);
    }
  }
}
