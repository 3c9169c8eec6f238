package org.tingbok.exchange.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.Extracts;
import org.tingbok.testkit.ReadingGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GraphMlTest {
  private final ReadingGenerator generator = ReadingGenerator.printingItsSeed();

  private static Document graph(List<Reading> readings) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphMl.write(out, Extracts.of(readings));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(out.toByteArray()));
  }

  private static List<Element> all(Document graph, String name) {
    NodeList found = graph.getElementsByTagNameNS("http://graphml.graphdrawing.org/xmlns", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void joinsWhoSaysItWithWhomItIsSaidOf() throws Exception {
    List<Reading> readings = generator.readings(30);
    Document graph = graph(readings);
    Set<String> nodes = new HashSet<>();
    all(graph, "node").forEach(node -> assertThat(nodes.add(node.getAttribute("id"))).isTrue());
    Set<String> keys = new HashSet<>();
    all(graph, "key").forEach(key -> keys.add(key.getAttribute("id")));
    Set<String> edges = new HashSet<>();
    for (Element edge : all(graph, "edge")) {
      assertThat(edges.add(edge.getAttribute("id"))).isTrue();
      assertThat(nodes).contains(edge.getAttribute("source"), edge.getAttribute("target"));
      assertThat(edge.hasAttribute("directed")).as("networkx refuses a graph that mixes both").isFalse();
    }
    all(graph, "data").forEach(data -> assertThat(keys).contains(data.getAttribute("key")));
    Set<String> expected = new HashSet<>();
    for (Reading reading : readings) {
      for (Claim claim : reading.claims()) {
        if (claim instanceof Claim.Attribution attribution) {
          claim.saying().claimants()
              .forEach(one -> attribution.accused().forEach(other -> expected.add(one.id() + other.id())));
        }
      }
    }
    Set<String> drawn = new HashSet<>();
    all(graph, "edge").stream().filter(edge -> all(edge, "edge_type").equals("attribution"))
        .forEach(edge -> drawn.add(edge.getAttribute("source") + edge.getAttribute("target")));
    assertThat(drawn).isNotEmpty().isEqualTo(expected);
  }

  private static String all(Element edge, String key) {
    NodeList data = edge.getElementsByTagName("data");
    for (int i = 0; i < data.getLength(); i++) {
      if (((Element) data.item(i)).getAttribute("key").equals(key)) {
        return data.item(i).getTextContent();
      }
    }
    return "";
  }

  @Test
  void everyAttributeIsDocumented() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "tables.md"));
    assertThat(Pattern.compile("(?m)^\\| (node|edge) \\| `([a-z_]+)` \\|").matcher(page).results()
        .map(found -> found.group(1) + " " + found.group(2))).containsExactlyElementsOf(
            Stream.concat(GraphMl.NODE.stream().map(name -> "node " + name),
                GraphMl.EDGE.stream().map(name -> "edge " + name)).toList());
  }
}
