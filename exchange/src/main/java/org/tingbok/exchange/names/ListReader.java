package org.tingbok.exchange.names;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.tingbok.ledger.NameList;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.UnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Reads a list of any kind whole, or fails with one line that names it.
///
/// Errors, all of them [BadInputException] but the last: `LIST_KIND` it is of another form; `LIST_UNREADABLE` it is broken;
/// `LIST_CUT_OFF` it ends in the middle; `LIST_TOO_LARGE`; `LIST_DUPLICATE` two entries have one id; `LIST_EMPTY`;
/// `LIST_NAME_UNREADABLE`; `LIST_UNAVAILABLE` it cannot be read from where it is.
public final class ListReader {
  /// Bytes after unpacking. Public lists have some 50 MB.
  private static final long LARGEST = 2L << 30;
  private static final int GZIP = 0x8b1f;

  private ListReader() {
  }

  /// Reads a list.
  ///
  /// @param bytes the list, plain or gzipped; read to its end, not closed
  /// @param order what is known about it
  /// @return all that it says
  /// @throws BadInputException as told above; nothing else of the list is given then
  public static NameList read(InputStream bytes, ListOrder order) {
    try (InputStream content = new Bounded(unpacked(bytes), order.source())) {
      return switch (order.kind()) {
        case ATTACK -> StixNames.read(content, order);
        case MISP -> GalaxyNames.read(content, order);
        case MICROSOFT -> MappingNames.read(content, order);
        case CSV -> TableNames.read(content, order);
      };
    } catch (BadInputException e) {
      String message = String.valueOf(e.getMessage());
      throw message.contains(order.source()) ? e
          : new BadInputException(e.code(), order.source() + ": " + message, e);
    } catch (UnexpectedEndOfInputException e) {
      throw cutOff(order, e);
    } catch (StreamConstraintsException e) {
      throw new BadInputException("LIST_TOO_LARGE", order.source() + " holds a value that is too long or too deep for a"
          + " list of names (" + e.getOriginalMessage() + ")", e);
    } catch (JacksonIOException e) {
      IOException cause = e.getCause();
      throw cause != null ? failed(order, cause)
          : new UnavailableException("LIST_UNAVAILABLE", order.source() + " cannot be read", e);
    } catch (JacksonException e) {
      throw new BadInputException("LIST_UNREADABLE", order.source() + " is not well-formed JSON at line "
          + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + "; fetch it again", e);
    } catch (DateTimeException e) {
      throw new BadInputException("LIST_UNREADABLE", order.source() + " holds a date that is none (" + e.getMessage()
          + ")", e);
    } catch (IOException e) {
      throw failed(order, e);
    }
  }

  private static RuntimeException failed(ListOrder order, IOException e) {
    return switch (e) {
      case EOFException _ -> cutOff(order, e);
      case ZipException _, CharacterCodingException _ ->
        new BadInputException("LIST_UNREADABLE",
            order.source() + " is damaged (" + e.getMessage() + "); fetch it again",
            e);
      default ->
        new UnavailableException("LIST_UNAVAILABLE", order.source() + " cannot be read (" + e.getMessage() + ")",
            e);
    };
  }

  static BadInputException cutOff(ListOrder order, Exception cause) {
    return new BadInputException("LIST_CUT_OFF", order.source() + " ends in the middle; fetch it again", cause);
  }

  /// That a list is of another form than was said.
  static BadInputException otherKind(ListOrder order, String what) {
    return new BadInputException("LIST_KIND", order.source() + " is not " + order.kind().words() + ": " + what);
  }

  static BadInputException duplicate(ListOrder order, String id) {
    String shown = id.length() > 80 ? id.substring(0, 80) + "…" : id;
    return new BadInputException("LIST_DUPLICATE", order.source() + " has two entries with the id '"
        + shown.replaceAll("\\p{Cntrl}", "?") + "'; which of them holds cannot be told");
  }

  private static InputStream unpacked(InputStream bytes) throws IOException {
    BufferedInputStream ahead = new BufferedInputStream(bytes, 1 << 16);
    ahead.mark(2);
    int first = ahead.read();
    int second = ahead.read();
    ahead.reset();
    return (first | second << 8) == GZIP ? new GZIPInputStream(ahead, 1 << 16) : ahead;
  }

  /// Ends with an error rather than fill the memory.
  private static final class Bounded extends InputStream {
    private final InputStream inner;
    private final String source;
    private long left = LARGEST;

    Bounded(InputStream inner, String source) {
      this.inner = inner;
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      int one = inner.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      int read = inner.read(into, at, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw new BadInputException("LIST_TOO_LARGE", source + " has more than " + (LARGEST >> 20)
            + " MiB; no list of names is that long");
      }
    }
  }
}
