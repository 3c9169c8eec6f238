package org.tingbok.scale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The rows of a Parquet file as the lines of JSON that reports may come in: `text`, and as far as the file has them `title`,
/// `url`, `date`, `publisher` and `language`, each a column of text.
///
/// @param path the file
/// @param configuration how its file system is reached
record ParquetLines(Path path, Configuration configuration) {
  private static final List<String> COLUMNS = List.of("text", "title", "url", "date", "publisher", "language");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// The lines.
  InputStream stream() throws IOException {
    ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), path).withConf(configuration).build();
    return Units.lines(new Iterator<byte[]>() {
      private @Nullable Group next = read();

      private @Nullable Group read() {
        try {
          Group group = reader.read();
          if (group == null) {
            reader.close();
          }
          return group;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public byte[] next() {
        Group row = next;
        if (row == null) {
          throw new NoSuchElementException();
        }
        next = read();
        return line(row);
      }
    });
  }

  private static byte[] line(Group row) {
    ObjectNode line = JSON.createObjectNode();
    for (String column : COLUMNS) {
      if (row.getType().containsField(column) && row.getFieldRepetitionCount(column) > 0) {
        line.put(column, row.getString(column, 0));
      }
    }
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
