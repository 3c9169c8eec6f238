package org.tingbok.app.config;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// A file in TOML that sets options: a general one at its top, those of a command in a table of the command's name.
final class ConfigurationFile {
  private static final long LARGEST = 1 << 20;

  private ConfigurationFile() {
  }

  /// Reads a file.
  ///
  /// @return its values by key, as written in the file; of a list its elements
  /// @throws BadInputException `CONFIG_UNREADABLE` if it cannot be read or is no TOML, `CONFIG_VALUE` if a value is none
  static Map<String, List<String>> read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new BadInputException("CONFIG_UNREADABLE", file + " is larger than 1 MiB; that is no configuration");
      }
      Map<String, List<String>> values = new LinkedHashMap<>();
      collect("", new TomlMapper().readTree(Files.readString(file)), values, file);
      return values;
    } catch (IOException e) {
      String reason = e instanceof FileSystemException system ? Optional.ofNullable(system.getReason())
          .orElse("it is not there, or may not be read") : "it is no UTF-8";
      throw new BadInputException("CONFIG_UNREADABLE", "cannot read " + file + " (" + reason
          + "); mend it, or name another with --config FILE", e);
    } catch (JacksonException e) {
      throw new BadInputException("CONFIG_UNREADABLE",
          file + " is no TOML at line " + Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(0)
              + "; write as in: ledger = \"north.ledger\"",
          e);
    }
  }

  private static void collect(String key, JsonNode node, Map<String, List<String>> values, Path file) {
    switch (node.getNodeType()) {
      case OBJECT -> node.properties().forEach(
          one -> collect(key.isEmpty() ? one.getKey() : key + "." + one.getKey(), one.getValue(), values, file));
      case ARRAY -> values.put(key, node.valueStream().map(one -> word(key, one, file)).toList());
      case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO, STRING -> values.put(key, List.of(word(key, node, file)));
    }
  }

  private static String word(String key, JsonNode node, Path file) {
    if (!node.isValueNode() || node.isNull()) {
      throw new BadInputException("CONFIG_VALUE",
          file + " sets '" + key + "' to no word, number, date or true or false; write as in: port = 8080");
    }
    return node.isPojo() ? node.toString().replaceAll("^\"|\"$", "") : node.asString();
  }
}
