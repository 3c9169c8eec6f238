package org.tingbok.exchange.containers;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.stream.Field;
import org.jsoup.Jsoup;

/// What a message says, who sent it and when, as a page.
final class MailText {
  private static final Pattern NAMED_LIST = Pattern.compile("\\s*+\"?([^\"<]*+)\"?\\s*+<([^<>]++)>.*", Pattern.DOTALL);
  private static final Pattern ANSWER =
      Pattern.compile("(?iu)^(?:\\s*(?:re|sv|aw|antw|fwd?|vs|wg|tr|rv|vb)\\s*(?:\\[\\d+])?:)+\\s*");
  private static final Pattern VIA = Pattern.compile("(?iu)\\s+(?:via|through)\\s+.+$");

  private MailText() {
  }

  /// A part of a message that is its text.
  ///
  /// @param html whether it is mark-up
  /// @param text decoded
  /// @param header the part's own
  record Part(boolean html, String text, Header header) {
    /// How much it says.
    int weight() {
      return html ? Jsoup.parse(text).text().length() : text.strip().length();
    }
  }

  /// Leaves one of several ways to say the same: mark-up, unless it says much less than the plain text.
  static void best(List<Part> alternatives) {
    if (alternatives.size() < 2) {
      return;
    }
    int plain = alternatives.stream().filter(part -> !part.html).mapToInt(Part::weight).max().orElse(0);
    Part best = alternatives.stream().filter(part -> part.html && part.weight() * 2 >= plain).reduce((_, last) -> last)
        .or(() -> alternatives.stream().filter(part -> part.weight() == plain && !part.html).findFirst())
        .orElse(alternatives.getLast());
    alternatives.clear();
    alternatives.add(best);
  }

  /// The page.
  ///
  /// @return empty if the message has no words
  static Optional<byte[]> page(Message message, List<Part> texts) {
    if (texts.stream().allMatch(part -> part.weight() == 0)) {
      return Optional.empty();
    }
    boolean discussed = discussed(message);
    String sender = sender(message);
    String publisher = publisher(message);
    String title = ANSWER.matcher(header(message, "Subject").map(MailText::line).orElse("")).replaceFirst("");
    MadePage page = new MadePage(title, publisher, date(message), header(message, "Content-Language")
        .map(tag -> tag.replaceFirst("[^A-Za-z-].*", "")).filter(tag -> !tag.isEmpty()), Optional.empty());
    MailBody body = new MailBody();
    texts.forEach(part -> body.add(part.html, part.text,
        "flowed".equalsIgnoreCase(parameter(part.header, "format")),
        "yes".equalsIgnoreCase(parameter(part.header, "delsp"))));
    return Optional.of(page.html(head -> {
      if (discussed && !sender.isEmpty() && !sender.equals(publisher)) {
        head.appendElement("meta").attr("name", "author").attr("content", sender);
      }
    }, article -> article.appendChildren(body.told()), around -> {
      if (!body.leftOut().isEmpty()) {
        around.appendElement("footer").appendChildren(body.leftOut());
      }
    }));
  }

  private static String sender(Message message) {
    return Optional.ofNullable(message.getFrom()).filter(list -> !list.isEmpty()).map(list -> list.get(0))
        .or(() -> Optional.ofNullable(message.getSender())).map(MailText::name).orElse("");
  }

  /// Whether it went to a list on which people answer each other.
  private static boolean discussed(Message message) {
    return header(message, "List-Post").filter(post -> !post.strip().equalsIgnoreCase("no")).isPresent();
  }

  /// Whose a message is: the list's where people discuss on one, else the sender's; empty text if it tells of neither.
  static String publisher(Message message) {
    Optional<String> list = header(message, "List-Id").map(MailText::list).filter(name -> !name.isEmpty());
    String sender = sender(message);
    return discussed(message) ? list.orElse(sender) : sender.isEmpty() ? list.orElse("") : sender;
  }

  /// What an attached file is called, by its disposition or by its type.
  static Optional<String> file(Entity entity) {
    return Optional.ofNullable(entity.getFilename())
        .or(() -> entity.getHeader().getField("Content-Type") instanceof ContentTypeField type
            ? Optional.ofNullable(type.getParameter("name"))
            : Optional.empty())
        .map(MailText::decoded).map(String::strip).filter(name -> !name.isEmpty());
  }

  private static String parameter(Header header, String name) {
    Matcher found = Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*\"?([A-Za-z-]+)").matcher(
        Optional.ofNullable(header.getField("Content-Type")).map(Field::getBody).orElse(""));
    return found.find() ? found.group(1) : "";
  }

  private static Optional<String> header(Message message, String name) {
    return Optional.ofNullable(message.getHeader().getField(name)).map(Field::getBody).map(MailText::decoded)
        .filter(text -> !text.isBlank());
  }

  /// Words that are packed as RFC 2047 has it.
  static String decoded(String packed) {
    try {
      return DecoderUtil.decodeEncodedWords(packed, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return packed;
    }
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String list(String field) {
    Matcher named = NAMED_LIST.matcher(field);
    return named.matches() && !named.group(1).isBlank() ? line(named.group(1)) : "";
  }

  /// Who sends it: by name, else the host.
  private static String name(Mailbox box) {
    String name = line(decoded(Optional.ofNullable(box.getName()).orElse("")));
    String bare = VIA.matcher(name.replaceAll("^[\"']+|[\"']+$", "")).replaceFirst("");
    return bare.isEmpty() || bare.contains("@")
        ? Optional.ofNullable(box.getDomain()).orElse("").toLowerCase(Locale.ROOT)
        : bare;
  }

  /// The day in the sender's own zone.
  private static Optional<String> date(Message message) {
    Optional<String> written = header(message, "Date").map(text -> line(text.replaceAll("\\([^)]*\\)", "")));
    Optional<String> exact = written.flatMap(text -> {
      try {
        return Optional.of(ZonedDateTime.parse(text.replaceFirst("(?i)\\s(?:UT|UTC|Z)$", " GMT"),
            DateTimeFormatter.RFC_1123_DATE_TIME).toOffsetDateTime());
      } catch (DateTimeParseException e) {
        return Optional.<OffsetDateTime>empty();
      }
    }).map(OffsetDateTime::toString);
    return exact.or(() -> Optional.ofNullable(message.getDate()).map(Date::toInstant)
        .map(moment -> OffsetDateTime.ofInstant(moment, ZoneOffset.UTC)).map(OffsetDateTime::toString))
        .filter(day -> Instant.parse(OffsetDateTime.parse(day).toInstant().toString()).getEpochSecond() > 0);
  }

  /// The text of a part: in the letters that it names, or those that fit.
  static String decoded(Entity entity, byte[] bytes) {
    String named = Optional.ofNullable(entity.getCharset()).orElse("us-ascii").strip();
    Charset charset;
    try {
      charset = named.equalsIgnoreCase("us-ascii") || named.equalsIgnoreCase("unknown-8bit")
          ? utf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252")
          : named.equalsIgnoreCase("iso-8859-1") ? Charset.forName("windows-1252") : Charset.forName(named);
    } catch (IllegalArgumentException e) {
      charset = utf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }
    return new String(bytes, charset);
  }

  private static boolean utf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
      return true;
    } catch (java.nio.charset.CharacterCodingException e) {
      return false;
    }
  }
}
