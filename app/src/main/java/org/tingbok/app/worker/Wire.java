package org.tingbok.app.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tingbok.document.Span;
import org.tingbok.text.AlignedText;
import org.tingbok.vocabulary.TingbokException;

/// Records as bytes and back, by their declared types alone.
///
/// Nothing in the bytes names a class: what may come is what the type that is read for is made of, down to its leaves, and all of
/// it goes through its own constructor. That is why this is neither Java's serialization (which builds what the bytes name, and
/// knows no [Optional]) nor JSON (half a surrogate pair in a hostile text has no form in UTF-8). Both sides are the same
/// build; the form is never kept.
final class Wire {
  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  private Wire() {
  }

  /// How a record is built.
  private record Shape(List<RecordComponent> components, Constructor<?> constructor) {
  }

  /// What came is not what was to come.
  static final class Garbled extends IOException {
    private static final long serialVersionUID = 1;

    Garbled(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /// Writes a value.
  ///
  /// @param type what it is declared as
  /// @param value a record, or a value of a sealed interface of records
  /// @return its bytes
  static byte[] bytes(Class<?> type, Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try {
      write(new DataOutputStream(bytes), type, value);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("no bytes for " + type, e);
    }
    return bytes.toByteArray();
  }

  /// Reads a value.
  ///
  /// @param type what it is declared as
  /// @param bytes as [#bytes] writes them
  /// @return the value
  /// @throws Garbled if they are no such value
  static <T> T value(Class<T> type, byte[] bytes) throws Garbled {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      T value = type.cast(read(buffer, type));
      if (buffer.hasRemaining()) {
        throw new Garbled(buffer.remaining() + " bytes too many", new IllegalArgumentException());
      }
      return value;
    } catch (InvocationTargetException e) {
      throw new Garbled("a value that its own type refuses", e);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException
        | ReflectiveOperationException
        | DateTimeException | NullPointerException | IllegalArgumentException | TingbokException e) {
      throw new Garbled("broken off or of another form", e);
    }
  }

  private static void write(DataOutputStream out, Type type, Object value)
      throws IOException, ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      writeGeneric(out, generic, value);
      return;
    }
    Class<?> known = (Class<?>) type;
    switch (value) {
      case Boolean flag -> out.writeBoolean(flag);
      case Integer number -> out.writeInt(number);
      case Long number -> out.writeLong(number);
      case String text -> {
        out.writeInt(text.length());
        out.writeChars(text);
      }
      case byte[] bytes -> {
        out.writeInt(bytes.length);
        out.write(bytes);
      }
      case URI address -> write(out, String.class, address.toString());
      case LocalDate day -> out.writeLong(day.toEpochDay());
      case Instant moment -> {
        out.writeLong(moment.getEpochSecond());
        out.writeInt(moment.getNano());
      }
      case Enum<?> constant -> write(out, String.class, constant.name());
      case AlignedText aligned -> writeAligned(out, aligned);
      case Record whole when known.isRecord() -> {
        for (RecordComponent component : shape(known).components) {
          write(out, component.getGenericType(), component.getAccessor().invoke(whole));
        }
      }
      default -> {
        Class<?>[] kinds = kinds(known);
        int kind = 0;
        while (!kinds[kind].isInstance(value)) {
          kind++;
        }
        out.writeInt(kind);
        write(out, kinds[kind], value);
      }
    }
  }

  private static void writeGeneric(DataOutputStream out, ParameterizedType generic, Object value)
      throws IOException, ReflectiveOperationException {
    Type of = generic.getActualTypeArguments()[0];
    Collection<?> all = switch (value) {
      case Optional<?> one -> one.stream().toList();
      case Collection<?> some -> some;
      default -> throw new IllegalArgumentException(generic.toString());
    };
    out.writeInt(all.size());
    for (Object one : all) {
      write(out, of, one);
    }
  }

  private static void writeAligned(DataOutputStream out, AlignedText aligned)
      throws IOException, ReflectiveOperationException {
    write(out, String.class, aligned.view());
    for (int at = 0; at < aligned.view().length(); at++) {
      Span place = aligned.canonical(at, at + 1);
      out.writeInt(place.start());
      out.writeInt(place.end());
    }
  }

  private static Object read(ByteBuffer in, Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      return readGeneric(in, generic);
    }
    Class<?> known = (Class<?>) type;
    if (known == boolean.class) {
      return in.get() != 0;
    } else if (known == int.class) {
      return in.getInt();
    } else if (known == long.class) {
      return in.getLong();
    } else if (known == String.class) {
      return text(in);
    } else if (known == byte[].class) {
      byte[] bytes = new byte[length(in, 1)];
      in.get(bytes);
      return bytes;
    } else if (known == URI.class) {
      return URI.create(text(in));
    } else if (known == LocalDate.class) {
      return LocalDate.ofEpochDay(in.getLong());
    } else if (known == Instant.class) {
      return Instant.ofEpochSecond(in.getLong(), in.getInt());
    } else if (known.isEnum()) {
      String name = text(in);
      return Arrays.stream(known.getEnumConstants())
          .filter(one -> one instanceof Enum<?> constant && constant.name().equals(name))
          .findFirst().orElseThrow(() -> new IllegalArgumentException(name));
    } else if (known == AlignedText.class) {
      return aligned(in);
    } else if (known.isRecord()) {
      Shape shape = shape(known);
      Object[] parts = new Object[shape.components.size()];
      for (int at = 0; at < parts.length; at++) {
        parts[at] = read(in, shape.components.get(at).getGenericType());
      }
      return shape.constructor.newInstance(parts);
    }
    return read(in, kinds(known)[in.getInt()]);
  }

  private static Object readGeneric(ByteBuffer in, ParameterizedType generic) throws ReflectiveOperationException {
    int size = length(in, 0);
    List<Object> all = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      all.add(read(in, generic.getActualTypeArguments()[0]));
    }
    Type raw = generic.getRawType();
    return raw == Optional.class ? all.stream().findFirst() : raw == Set.class ? new LinkedHashSet<>(all) : all;
  }

  private static String text(ByteBuffer in) {
    int length = length(in, Character.BYTES);
    char[] units = new char[length];
    in.asCharBuffer().get(units);
    in.position(in.position() + length * Character.BYTES);
    return new String(units);
  }

  private static AlignedText aligned(ByteBuffer in) {
    String view = text(in);
    int[] starts = new int[view.length()];
    int[] ends = new int[view.length()];
    for (int at = 0; at < starts.length; at++) {
      starts[at] = in.getInt();
      ends[at] = in.getInt();
    }
    return new AlignedText(view, starts, ends);
  }

  /// A length, of things that take so many bytes each: never more than there can be.
  private static int length(ByteBuffer in, int each) {
    int length = in.getInt();
    if (length < 0 || (long) length * each > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return length;
  }

  private static Class<?>[] kinds(Class<?> type) {
    return Optional.ofNullable(type.getPermittedSubclasses())
        .orElseThrow(() -> new IllegalArgumentException(type + " is neither a record nor sealed"));
  }

  private static Shape shape(Class<?> type) {
    return SHAPES.computeIfAbsent(type, one -> {
      RecordComponent[] components = one.getRecordComponents();
      try {
        Constructor<?> constructor = one.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        for (RecordComponent component : components) {
          component.getAccessor().setAccessible(true);
        }
        return new Shape(List.of(components), constructor);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(type + " lacks the constructor that every record has", e);
      }
    });
  }
}
