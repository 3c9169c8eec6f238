package org.tingbok.exchange.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.csv.ClaimTable;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;

/// Claims as a graph in GraphML 1.0: parties and names are nodes, and each claim is an edge from whoever says it to whoever it is
/// said of, or between the two it relates. All edges have a direction, since readers refuse a graph that mixes both. Attributes are
/// in `docs/tables.md`. The same ledger gives the same bytes.
public final class GraphMl {
  /// What a graph is, for those who ask by type.
  public static final String MEDIA_TYPE = "application/graphml+xml";
  /// What nodes bear.
  public static final List<String> NODE = List.of("label", "kind", "country");
  /// What edges bear.
  public static final List<String> EDGE =
      List.of("claim", "type", "relation", "claimants", "certainty", "status", "said_from",
          "said_to", "incident_id", "incident_name", "document_id", "publisher", "quote", "weight");
  private static final String SPACE = "http://graphml.graphdrawing.org/xmlns";

  private GraphMl() {
  }

  private record Edge(Party from, Party to, Map<String, String> attributes) {
  }

  /// Writes a graph.
  ///
  /// @param out receives it; left open
  /// @param extract what is handed over
  /// @throws IOException if it cannot be written
  public static void write(OutputStream out, Extract extract) throws IOException {
    Map<String, Party> nodes = new TreeMap<>();
    extract.parts().forEach(part -> part.claims().forEach(recorded -> edges(recorded, part, extract).forEach(edge -> {
      nodes.putIfAbsent(edge.from.id(), edge.from);
      nodes.putIfAbsent(edge.to.id(), edge.to);
    })));
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("graphml");
      xml.writeDefaultNamespace(SPACE);
      xml.writeNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
      xml.writeAttribute("http://www.w3.org/2001/XMLSchema-instance", "schemaLocation",
          SPACE + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
      keys(xml, "node", NODE);
      keys(xml, "edge", EDGE);
      xml.writeStartElement("graph");
      xml.writeAttribute("id", "claims");
      xml.writeAttribute("edgedefault", "directed");
      for (Party party : nodes.values()) {
        xml.writeStartElement("node");
        xml.writeAttribute("id", party.id());
        data(xml, "node",
            Map.of("label", party.name(), "kind", party.kind().code(), "country", party.country().orElse("")),
            NODE);
        xml.writeEndElement();
      }
      for (Extract.Part part : extract.parts()) {
        for (RecordedClaim recorded : part.claims()) {
          edges(xml, recorded, edges(recorded, part, extract));
        }
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void keys(XMLStreamWriter xml, String owner, List<String> names) throws XMLStreamException {
    for (String name : names) {
      xml.writeEmptyElement("key");
      xml.writeAttribute("id", owner + "_" + name);
      xml.writeAttribute("for", owner);
      xml.writeAttribute("attr.name", name);
      xml.writeAttribute("attr.type", name.equals("weight") ? "double" : "string");
    }
  }

  private static void edges(XMLStreamWriter xml, RecordedClaim recorded, List<Edge> edges) throws XMLStreamException {
    int number = 0;
    for (Edge edge : edges) {
      xml.writeStartElement("edge");
      xml.writeAttribute("id", recorded.id() + (edges.size() > 1 ? "." + ++number : ""));
      xml.writeAttribute("source", edge.from.id());
      xml.writeAttribute("target", edge.to.id());
      data(xml, "edge", edge.attributes, EDGE);
      xml.writeEndElement();
    }
  }

  private static void data(XMLStreamWriter xml, String owner, Map<String, String> values, List<String> names)
      throws XMLStreamException {
    for (String name : names) {
      String value = values.getOrDefault(name, "");
      if (!value.isEmpty()) {
        xml.writeStartElement("data");
        xml.writeAttribute("key", owner + "_" + name);
        xml.writeCharacters(plain(value));
        xml.writeEndElement();
      }
    }
  }

  /// Without what XML cannot hold.
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().forEach(sign -> plain.appendCodePoint(sign == '\t' || sign == '\n' || sign == '\r' || sign >= ' '
        && sign < 0xd800 || sign > 0xdfff && sign < 0xfffe || sign > 0xffff ? sign : 0xfffd));
    return plain.toString();
  }

  private static List<Edge> edges(RecordedClaim recorded, Extract.Part part, Extract extract) {
    Claim claim = recorded.claim();
    List<Party> claimants = claim.saying().claimants();
    Map<String, String> row = ClaimTable.row(recorded, part, extract.incidents().apply(recorded));
    Map<String, String> attributes = new LinkedHashMap<>(row);
    attributes.put("claim", recorded.id());
    attributes.put("weight", "1");
    attributes.put("quote", String.join(" […] ", claim.evidence().stream().map(Evidence::quote).toList()));
    attributes.put("label", claim.type().code());
    return switch (claim) {
      case Claim.Attribution attribution -> each(claimants, attribution.accused(), attributes);
      case Claim.NonAttribution non -> each(claimants, accused(non), attributes);
      case Claim.Denial denial -> each(claimants, accused(denial), attributes);
      case Claim.Alias alias -> List.of(new Edge(alias.first(), alias.second(), attributes));
      case Claim.Affiliation affiliation ->
        List.of(new Edge(affiliation.actor(), affiliation.sponsor(), attributes));
      case Claim.Response response -> each(claimants, List.copyOf(response.target()), attributes);
      case Claim.Impact _, Claim.Method _ -> List.of();
    };
  }

  private static List<Party> accused(Claim claim) {
    return claim.slots().stream().filter(slot -> slot.role() == org.tingbok.vocabulary.SlotRole.ACCUSED)
        .map(org.tingbok.claim.Slot::party).toList();
  }

  private static List<Edge> each(List<Party> from, List<Party> to, Map<String, String> attributes) {
    List<Edge> edges = new ArrayList<>();
    from.forEach(one -> to.forEach(other -> edges.add(new Edge(one, other, attributes))));
    return edges;
  }
}
