package org.tingbok.exchange.tables;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// Writes structures as Thrift's compact protocol has them, as far as Parquet needs it.
final class CompactThrift {
  private static final int BOOLEAN_TRUE = 1;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  /// Something that writes the fields of a structure.
  @FunctionalInterface
  interface Fields {
    void write(CompactThrift thrift);
  }

  private void field(int id, int type) {
    if (id > last && id - last < 16) {
      out.write(id - last << 4 | type);
    } else {
      out.write(type);
      varint((long) id << 1 ^ id >> 31);
    }
    last = id;
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) (left & 0x7f | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  private void zigzag(long value) {
    varint(value << 1 ^ value >> 63);
  }

  CompactThrift i32(int id, int value) {
    field(id, I32);
    zigzag(value);
    return this;
  }

  CompactThrift i64(int id, long value) {
    field(id, I64);
    zigzag(value);
    return this;
  }

  CompactThrift truth(int id) {
    field(id, BOOLEAN_TRUE);
    return this;
  }

  CompactThrift text(int id, String text) {
    field(id, BINARY);
    bytes(text);
    return this;
  }

  private void bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  CompactThrift struct(int id, Fields fields) {
    field(id, STRUCT);
    return inner(fields);
  }

  private CompactThrift inner(Fields fields) {
    outer.push(last);
    last = 0;
    fields.write(this);
    out.write(0);
    last = outer.pop();
    return this;
  }

  <T> CompactThrift structs(int id, Iterable<T> items, int size,
      java.util.function.BiConsumer<CompactThrift, T> writer) {
    field(id, LIST);
    size(size, STRUCT);
    items.forEach(item -> inner(thrift -> writer.accept(thrift, item)));
    return this;
  }

  CompactThrift i32s(int id, int... values) {
    field(id, LIST);
    size(values.length, I32);
    for (int value : values) {
      zigzag(value);
    }
    return this;
  }

  CompactThrift texts(int id, String text) {
    field(id, LIST);
    size(1, BINARY);
    bytes(text);
    return this;
  }

  private void size(int size, int type) {
    if (size < 15) {
      out.write(size << 4 | type);
    } else {
      out.write(0xf0 | type);
      varint(size);
    }
  }

  /// The structure, ended.
  byte[] end() {
    out.write(0);
    return out.toByteArray();
  }
}
