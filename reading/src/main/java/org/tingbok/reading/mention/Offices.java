package org.tingbok.reading.mention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which body an office speaks for: a foreign minister for the foreign ministry, a prime minister for the government.
final class Offices {
  private static final Map<String, String> MINISTRIES = new LinkedHashMap<>();

  static {
    MINISTRIES.put("foreign minist", "Ministry of Foreign Affairs");
    MINISTRIES.put("minister of foreign affairs", "Ministry of Foreign Affairs");
    MINISTRIES.put("foreign secretary", "Foreign Office");
    MINISTRIES.put("secretary of state", "Department of State");
    MINISTRIES.put("attorney general", "Department of Justice");
    MINISTRIES.put("defence minist", "Ministry of Defence");
    MINISTRIES.put("defense minist", "Ministry of Defence");
    MINISTRIES.put("interior minist", "Ministry of the Interior");
    MINISTRIES.put("minister of the interior", "Ministry of the Interior");
    MINISTRIES.put("home secretary", "Home Office");
    MINISTRIES.put("justice minist", "Ministry of Justice");
    MINISTRIES.put("utenriksminister", "Ministry of Foreign Affairs");
    MINISTRIES.put("außenminister", "Foreign Office");
    MINISTRIES.put("bundesinnenminister", "Ministry of the Interior");
    MINISTRIES.put("innenminister", "Ministry of the Interior");
    MINISTRIES.put("ministre des affaires étrangères", "Ministry of Foreign Affairs");
    for (String minister : List.of("ministro", "ministra", "ministerio")) {
      MINISTRIES.put(minister + " de asuntos exteriores", "Ministry of Foreign Affairs");
      MINISTRIES.put(minister + " de exteriores", "Ministry of Foreign Affairs");
      MINISTRIES.put(minister + " de relaciones exteriores", "Ministry of Foreign Affairs");
      MINISTRIES.put(minister + " de defensa", "Ministry of Defence");
      MINISTRIES.put(minister + " del interior", "Ministry of the Interior");
      MINISTRIES.put(minister + " de interior", "Ministry of the Interior");
      MINISTRIES.put(minister + " de justicia", "Ministry of Justice");
    }
    MINISTRIES.put("cancillería", "Ministry of Foreign Affairs");
    MINISTRIES.put("forsvarsminister", "Ministry of Defence");
    MINISTRIES.put("innenriksminister", "Ministry of the Interior");
    MINISTRIES.put("justisminister", "Ministry of Justice");
    MINISTRIES.put("verteidigungsminister", "Ministry of Defence");
    MINISTRIES.put("justizminister", "Ministry of Justice");
    MINISTRIES.put("ministre de l'europe et des affaires étrangères", "Ministry of Foreign Affairs");
    MINISTRIES.put("ministre de l'intérieur", "Ministry of the Interior");
    MINISTRIES.put("ministre des armées", "Ministry of Defence");
    MINISTRIES.put("ministre de la défense", "Ministry of Defence");
    MINISTRIES.put("ministre de la justice", "Ministry of Justice");
    MINISTRIES.put("garde des sceaux", "Ministry of Justice");
  }

  private Offices() {
  }

  static Optional<String> ministry(String words) {
    return MINISTRIES.entrySet().stream().filter(entry -> words.contains(entry.getKey())).map(Map.Entry::getValue)
        .findFirst();
  }

  /// The one state that has an office of this name, or whose language calls it so.
  static Optional<String> country(String words) {
    return words.contains("foreign secretary") || words.contains("home secretary") ? Optional.of("GB")
        : words.contains("bundesinnenminister") || words.contains("bundesaußenminister") ? Optional.of("DE")
            : words.contains("taoiseach") || words.contains("tánaiste") ? Optional.of("IE") : Optional.empty();
  }

  static boolean government(String words) {
    return words.contains("prime minister") || words.contains("president") || words.contains("chancellor")
        || words.contains("statsminister") || words.contains("bundeskanzler") || words.contains("premier")
        || words.contains("primer ministro") || words.contains("primera ministra")
        || words.contains("premier ministre") || words.contains("première ministre") || words.contains("regjeringssjef")
        || words.contains("regierungschef") || words.contains("taoiseach") || words.contains("tánaiste");
  }
}
