package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables of names are well formed and agree with each other; what their columns mean is in `docs/names.md`.
class NameTablesTest {
  private static final String STATES = "states";
  private static final String BODIES = "bodies";
  private static final String ACTORS = "actors";
  private static final String BODY_CHANGES = "body-changes";
  private static final String OFFICE_HOLDERS = "office-holders";
  private static final String ACTOR_NAMES = "actor-names";
  private static final String CONVENTIONS = "conventions";
  private static final String OPERATIONS = "operations";

  private static final Map<String, Shape> SHAPES = shapes();
  private static final Map<String, Table> TABLES = SHAPES.keySet().stream()
      .collect(Collectors.toMap(name -> name, NameTablesTest::read));

  /// Columns a table has and lines it has at least.
  private record Shape(List<String> columns, int atLeast) {}

  /// One table: its columns, and its lines as cells by column.
  private record Table(List<String> columns, List<Map<String, String>> lines) {}

  private static Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put(STATES, shape(195, "iso2 name names adjectives people capital metonyms nb de fr es ambiguous source"));
    shapes.put(BODIES, shape(330, "id name iso2 kind part_of aliases ambiguous_alone source"));
    shapes.put(BODY_CHANGES, shape(15, "body change on into source"));
    shapes.put(OFFICE_HOLDERS, shape(90, "name iso2 office body since until source"));
    shapes.put(ACTORS, shape(1300, "id name iso2 kind source"));
    shapes.put(ACTOR_NAMES, shape(3700, "name actor giver use source"));
    shapes.put(CONVENTIONS, shape(140,
        "id regex giver iso2 kind level since until sought examples counterexamples note source"));
    shapes.put("look-alikes", shape(200, "name also otherwise actor other examples counterexamples source"));
    shapes.put("organisations", shape(400, "id name kind iso2 aliases common_word domain source"));
    shapes.put("malware", shape(1500, "id name aliases kind same_as_actor common_word source"));
    shapes.put(OPERATIONS, shape(120, "id name aliases victims countries from to kind source"));
    return shapes;
  }

  private static Shape shape(int atLeast, String columns) {
    return new Shape(List.of(columns.split(" ")), atLeast);
  }

  static Stream<String> tables() {
    return SHAPES.keySet().stream();
  }

  static Stream<String> tablesWithKeys() {
    return tables().filter(table -> !List.of(ACTOR_NAMES, BODY_CHANGES, OFFICE_HOLDERS).contains(table));
  }

  static Stream<String> tablesOfNames() {
    return Stream.of(BODIES, "organisations", "malware", OPERATIONS);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void hasItsColumnsAndEnoughLines(String table) {
    Shape shape = Objects.requireNonNull(SHAPES.get(table));

    assertThat(table(table).columns()).isEqualTo(shape.columns());
    assertThat(table(table).lines()).hasSizeGreaterThanOrEqualTo(shape.atLeast());
  }

  @ParameterizedTest
  @MethodSource("tablesWithKeys")
  void namesEachLineOnce(String table) {
    String key = table(table).columns().getFirst();

    assertThat(table(table).lines()).extracting(line -> line.get(key)).doesNotHaveDuplicates().doesNotContain("");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void saysOfEachLineWhereItComesFrom(String table) {
    assertThat(table(table).lines()).allSatisfy(line -> assertThat(line.get("source")).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void hasTidyCells(String table) {
    for (Map<String, String> line : table(table).lines()) {
      for (String cell : line.values()) {
        assertThat(cell).as("in %s", line).isEqualTo(cell.strip()).doesNotContain("  ");
        assertThat(list(cell)).as("in %s", line).doesNotContain("").doesNotHaveDuplicates();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tablesOfNames")
  void givesNoNameToTwoLines(String table) {
    Map<String, Set<String>> owners = new TreeMap<>();
    for (Map<String, String> line : table(table).lines()) {
      Stream.concat(Stream.of(cell(line, "name")), list(cell(line, "aliases")).stream())
          .map(NameTablesTest::withoutGiver)
          .forEach(name -> owners.computeIfAbsent(folded(name), key -> new TreeSet<>()).add(cell(line, "id")));
    }
    owners.values().removeIf(ids -> ids.size() == 1);

    assertThat(owners).isEmpty();
  }

  @Test
  void givesNoNameToTwoActorsUnlessItIsContested() {
    Map<String, Set<String>> owners = new TreeMap<>();
    for (Map<String, String> line : table(ACTOR_NAMES).lines()) {
      if (!cell(line, "use").equals("contested")) {
        owners.computeIfAbsent(folded(cell(line, "name")), key -> new TreeSet<>()).add(cell(line, "actor"));
      }
    }
    owners.values().removeIf(ids -> ids.size() == 1);

    assertThat(owners).isEmpty();
  }

  @Test
  void listsEachActorsOwnNameAndNoNameOfNobody() {
    Set<String> listed = table(ACTOR_NAMES).lines().stream().map(line -> cell(line, "actor") + " " + cell(line, "name"))
        .collect(Collectors.toSet());

    assertThat(table(ACTORS).lines()).extracting(line -> cell(line, "id") + " " + cell(line, "name"))
        .isSubsetOf(listed);
    assertThat(table(ACTOR_NAMES).lines()).extracting(line -> cell(line, "actor")).isSubsetOf(ids(ACTORS));
  }

  @Test
  void knowsEveryGiver() {
    assertThat(table(ACTOR_NAMES).lines()).extracting(line -> cell(line, "giver"))
        .filteredOn(giver -> !giver.isEmpty()).isNotEmpty()
        .allSatisfy(giver -> assertThat(Names.standard().lookUp(giver)).as(giver).isPresent());
  }

  @Test
  void tellsEachNameGiverAndSourceOnce() {
    assertThat(table(ACTOR_NAMES).lines()).extracting(line -> cell(line, "name") + cell(line, "actor") + cell(line,
        "giver")).doesNotHaveDuplicates();
    assertThat(table(ACTOR_NAMES).lines()).extracting(line -> cell(line, "source")).doesNotContain("");
  }

  @Test
  void givesNoNameToTwoStatesButThoseMarkedAmbiguous() {
    Map<String, Set<String>> owners = new TreeMap<>();
    for (Map<String, String> line : table(STATES).lines()) {
      Set<String> ambiguous = Set.copyOf(list(cell(line, "ambiguous")));
      Stream.of("name", "names", "adjectives", "people", "metonyms")
          .flatMap(column -> list(cell(line, column)).stream())
          .filter(name -> !ambiguous.contains(name))
          .forEach(name -> owners.computeIfAbsent(folded(name), key -> new TreeSet<>()).add(cell(line, "iso2")));
    }
    owners.values().removeIf(ids -> ids.size() == 1);

    assertThat(owners).isEmpty();
  }

  @Test
  void hasStatesOfIso3166AndKosovo() {
    Set<String> valid = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    valid.add("XK");

    assertThat(codes()).isSubsetOf(valid).contains("NO", "CN", "RU", "IR", "KP", "TW", "PS", "VA", "HK", "XK");
  }

  @Test
  void marksEachForeignNameOfAStateWithWhatItIs() {
    for (String language : List.of("nb", "de", "fr", "es")) {
      assertThat(table(STATES).lines()).allSatisfy(line -> assertThat(list(cell(line, language)))
          .isNotEmpty().allMatch(name -> name.matches("[namp]:\\S.*")));
    }
  }

  @Test
  void pointsOnlyAtStatesThatAreListed() {
    Set<String> codes = codes();

    for (String table : List.of(BODIES, ACTORS, CONVENTIONS, "organisations")) {
      assertThat(table(table).lines()).filteredOn(line -> !cell(line, "iso2").isEmpty())
          .extracting(line -> cell(line, "iso2")).as(table).isSubsetOf(codes);
    }
    assertThat(table(OPERATIONS).lines()).flatExtracting(line -> list(cell(line, "countries"))).isSubsetOf(codes);
  }

  @Test
  void pointsOnlyAtBodiesAndActorsThatAreListed() {
    assertThat(table(BODIES).lines()).filteredOn(line -> !cell(line, "part_of").isEmpty())
        .extracting(line -> cell(line, "part_of")).isSubsetOf(ids(BODIES));
    assertThat(table("malware").lines()).filteredOn(line -> !cell(line, "same_as_actor").isEmpty())
        .extracting(line -> cell(line, "same_as_actor")).isSubsetOf(ids(ACTORS));
  }

  @Test
  void usesOnlyTheKindsThatAreDescribed() {
    assertKinds(BODIES, "kind", "ministry intelligence security military unit cert police prosecutor court parliament "
        + "head government embassy international regulator agency party");
    assertThat(table(ACTOR_NAMES).lines()).extracting(line -> cell(line, "use"))
        .isSubsetOf("", "common", "malware", "operation", "body", "contested");
    assertKinds(ACTORS, "kind", "state-group crime hacktivist unit private unknown");
    assertKinds("organisations", "kind", "vendor outlet agency-news company ngo university researcher");
    assertKinds("malware", "kind", "malware ransomware tool vulnerability-name");
    assertKinds(OPERATIONS, "kind", "campaign incident malware-outbreak");
  }

  @Test
  void marksAsCommonOnlyNamesOfTheLine() {
    for (String table : List.of("organisations", "malware")) {
      for (Map<String, String> line : table(table).lines()) {
        Set<String> names = Stream.concat(Stream.of(cell(line, "name")), list(cell(line, "aliases")).stream())
            .map(NameTablesTest::withoutGiver).collect(Collectors.toSet());

        assertThat(list(cell(line, "common_word"))).as("in %s", line).isSubsetOf(names);
      }
    }
  }

  @Test
  void datesOperationsInPartialIsoDates() {
    Pattern date = Pattern.compile("(?:\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?)?");

    assertThat(table(OPERATIONS).lines()).allSatisfy(line -> {
      assertThat(cell(line, "from")).matches(date);
      assertThat(cell(line, "to")).matches(date);
    });
  }

  @Test
  void knowsNamerAndStateOfNamesNobodyListed() {
    assertThat(givers("UNC9999")).containsExactly("Mandiant ");
    assertThat(givers("Marble Panda")).containsExactly("CrowdStrike CN");
    assertThat(givers("Velour Sandstorm")).containsExactly("Microsoft IR");
    assertThat(givers("NICKEL ARCADE")).containsExactly("Secureworks KP");
    assertThat(givers("Agitated Ursa")).containsExactly("Unit 42 RU");
    assertThat(givers("RedTango")).containsExactly("Recorded Future CN");
    assertThat(givers("RedLine")).isEmpty();
  }

  private static List<String> givers(String name) {
    return table(CONVENTIONS).lines().stream()
        .filter(line -> Pattern.compile(cell(line, "regex")).matcher(name).matches())
        .map(line -> cell(line, "giver") + " " + cell(line, "iso2"))
        .toList();
  }

  private static void assertKinds(String table, String column, String kinds) {
    assertThat(table(table).lines()).extracting(line -> cell(line, column)).as(table)
        .isSubsetOf(List.of(kinds.split(" ")));
  }

  private static Set<String> codes() {
    return table(STATES).lines().stream().map(line -> cell(line, "iso2")).collect(Collectors.toSet());
  }

  private static Set<String> ids(String table) {
    return table(table).lines().stream().map(line -> cell(line, "id")).collect(Collectors.toSet());
  }

  private static Table table(String name) {
    return Objects.requireNonNull(TABLES.get(name));
  }

  private static String cell(Map<String, String> line, String column) {
    return Objects.requireNonNull(line.get(column), column);
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" \\| ", -1));
  }

  private static String withoutGiver(String name) {
    return name.replaceFirst("<[^<>]+>$", "");
  }

  private static String folded(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Table read(String name) {
    try (InputStream in = Objects.requireNonNull(
        NameTablesTest.class.getResourceAsStream("/org/tingbok/reading/knowledge/" + name + ".tsv"), name)) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines.getFirst()).startsWith("#");
      List<String> columns = List.of(lines.getFirst().substring(1).split("\t", -1));
      List<Map<String, String>> cells = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] values = line.split("\t", -1);
        assertThat(values).as("%s: %s", name, line).hasSize(columns.size());
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
          byColumn.put(columns.get(i), values[i]);
        }
        cells.add(byColumn);
      }
      return new Table(columns, cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
