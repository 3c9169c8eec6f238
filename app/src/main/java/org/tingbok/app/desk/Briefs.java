package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.brief.Brief;
import org.tingbok.exchange.brief.Brief.Line;
import org.tingbok.exchange.brief.Brief.Section;
import org.tingbok.exchange.brief.Reference;

/// Writes what a desk knows as pages to print: prose and tables made of claims, each with a note that quotes it.
public final class Briefs {
  private static final Line NOTHING = Line.of("");

  private final Desk desk;
  private final Optional<String> address;

  /// Out of what a desk shows.
  ///
  /// @param desk as of the day and the moment, under the view
  /// @param address where the ledger is served, for links to its evidence, such as `http://localhost:8080`; empty if it is not
  public Briefs(Desk desk, Optional<String> address) {
    this.desk = desk;
    this.address = address;
  }

  private Brief brief(String kicker, String title, Line lede, BriefNotes notes, Section... sections) {
    return new Brief(kicker, title, lede, asked(), Stream.of(sections).filter(Section::told).toList(), notes.all());
  }

  private Optional<String> asked() {
    List<String> words = new ArrayList<>();
    desk.snapshot().asOf().said().ifPresent(day -> words.add("By what had been said by " + day + ".")); // ISO 8601
    desk.snapshot().asOf().recorded().ifPresent(moment -> words.add("By what was on record by " + moment + "."));
    String view = desk.names().view().text();
    if (!view.equals("any")) {
      words.add("Names by the view " + view + ".");
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  /// An incident: who is held responsible by whom, where claims conflict, how it was done, everything in order of time.
  ///
  /// @param page the incident
  /// @return the brief
  public Brief incident(IncidentPage page) {
    BriefNotes notes = new BriefNotes(desk, address);
    List<List<Line>> held = new ArrayList<>();
    for (IncidentCard.AccusedCard accused : page.card().held()) {
      for (IncidentCard.HoldingCard holding : accused.holdings()) {
        held.add(List.of(Line.of(accused.nameWords()), notes.byIds(holding.claimant().name(), holding.claims()),
            Line.of(holding.since().stated() ? holding.since().words() : "not dated"),
            Line.of(holding.certainty().words()), Line.of(String.join(", ", holding.outlets()))));
      }
    }
    Section responsible = new Section("Held responsible",
        held.isEmpty() ? List.of(Line.of("Nobody is named.")) : List.of(),
        held.isEmpty() ? List.of() : List.of("Who", "by whom", "since", "how surely", "in"), held);
    List<Line> conflicts = page.conflicts().stream().map(dispute -> notes.line(dispute.explanation(),
        dispute.sides().stream().flatMap(side -> side.claims().stream()).toList())).toList();
    Section takenBack = Section.of("Taken back", page.withdrawn().stream()
        .map(one -> notes.byIds(one.nameWords() + ", by " + String.join(", ", one.holdings().stream()
            .map(holding -> holding.claimant().name()).toList()) + ".", one.holdings().stream()
                .flatMap(holding -> holding.claims().stream()).toList()))
        .toList());
    List<ClaimCard> means = page.newestFirst().stream()
        .filter(claim -> claim.type().equals("method") || claim.type().equals("impact")).toList();
    return brief("Incident", page.card().name(), Line.of(page.summary()), notes, facts(page), responsible,
        Section.of("Where the claims conflict", conflicts), takenBack, said("Denied", page.denials(), notes),
        said("Left open", page.nonAttributions(), notes), said("Answered", page.responses(), notes),
        said("How it was done, and what was reached", means, notes),
        claims("In order of time", oldestFirst(page.newestFirst()), notes, false),
        said("Said before it happened, so of something else", page.saidBefore(), notes), reports(page.reports()));
  }

  private static Section facts(IncidentPage page) {
    IncidentCard card = page.card();
    List<Line> lines = new ArrayList<>();
    if (card.period().stated()) {
      lines.add(Line.of("Happened: " + card.period().words() + "."));
    }
    if (!card.victimNames().isEmpty()) {
      lines.add(Line.of("Hit: " + card.victimNames() + "."));
    }
    return Section.of("What it is", lines);
  }

  private static Section said(String heading, Collection<ClaimCard> claims, BriefNotes notes) {
    return Section.of(heading, claims.stream().map(claim -> notes.line(claim.summary() + ", said "
        + claim.saidWords() + ".", claim)).toList());
  }

  private static List<ClaimCard> oldestFirst(Collection<ClaimCard> claims) {
    return claims.stream().sorted(Comparator.comparing((ClaimCard claim) -> claim.saidOn().from().orElse("9999"))
        .thenComparing(ClaimCard::id)).toList();
  }

  private static Section claims(String heading, Collection<ClaimCard> claims, BriefNotes notes, boolean incidents) {
    List<List<Line>> rows = claims.stream().map(claim -> {
      List<Line> row = new ArrayList<>(List.of(Line.of(claim.saidWords()),
          notes.line(
              claim.summary() + (claim.remarks().isEmpty() ? "" : " [" + String.join("; ", claim.remarks()) + "]"),
              claim),
          Line.of(claim.document().imprint())));
      if (incidents) {
        row.add(claim.incident().map(one -> Line.of(one.name())).orElse(NOTHING));
      }
      return List.copyOf(row);
    }).toList();
    List<String> columns = rows.isEmpty() ? List.of()
        : incidents ? List.of("said", "claim", "in", "about") : List.of("said", "claim", "in");
    return new Section(heading, List.of(), columns, rows);
  }

  private static Section reports(Collection<ClaimCard.DocumentCard> reports) {
    return Section.of("Reports", reports.stream().map(report -> Line.of(report.title() + " (" + report.imprint() + ")"))
        .toList());
  }

  /// An actor: its names and who says so, for whom it acts, what it is held responsible for.
  ///
  /// @param page the actor
  /// @return the brief
  public Brief actor(ActorPage page) {
    BriefNotes notes = new BriefNotes(desk, address);
    String name = page.party().name();
    String known = page.known().isEmpty() ? "" : name + " is also called " + String.join(", ", page.known()) + ".";
    // In the order of the page, so that notes are numbered as they are met.
    Section names = said("Names, and who says so",
        oldestFirst(page.names().stream().flatMap(one -> one.claims().stream()).distinct().toList()), notes);
    Section affiliations = said("For whom it acts", page.affiliations(), notes);
    List<List<Line>> roles = page.roles().stream().map(role -> List.of(Line.of(role.incident().name()),
        who(role.accused(), notes), who(role.cleared(), notes), who(role.denials(), notes))).toList();
    return brief("Actor", name, Line.of(known), notes,
        names, affiliations,
        new Section("Incidents", List.of(), roles.isEmpty() ? List.of()
            : List.of("incident", "held responsible by", "not accused by", "denied by"), roles),
        claims("In order of time", oldestFirst(page.roles().stream().flatMap(role -> Stream.of(role.accused(),
            role.cleared(), role.denials()).flatMap(List::stream)).distinct().toList()), notes, true));
  }

  private static Line who(List<ClaimCard> claims, BriefNotes notes) {
    return notes.line(String.join(", ", claims.stream().map(ClaimCard::claimantNames).distinct().toList()), claims);
  }

  /// Claims that cannot all hold.
  ///
  /// @param dispute the dispute
  /// @return the brief
  public Brief dispute(DisputeCard dispute) {
    BriefNotes notes = new BriefNotes(desk, address);
    List<Section> sections = new ArrayList<>();
    dispute.sides().forEach(side -> sections.add(claims(side.position(), oldestFirst(side.claims()), notes, false)));
    sections.add(claims("What explains it", oldestFirst(dispute.context()), notes, false));
    return brief("Dispute" + dispute.incident().map(one -> " about " + one.name()).orElse(""), dispute.title(),
        Line.of(dispute.explanation() + (dispute.days().isEmpty() ? "" : " (" + dispute.days() + ")")), notes,
        sections.toArray(Section[]::new));
  }

  /// Disputes, each with its sides.
  ///
  /// @param disputes the disputes
  /// @return the brief
  public Brief disputes(List<DisputeCard> disputes) {
    BriefNotes notes = new BriefNotes(desk, address);
    return brief("Disputes", "Claims that cannot all hold", NOTHING, notes, disputes.stream()
        .map(dispute -> Section.of(dispute.title(), List.of(notes.line(dispute.explanation(), dispute.sides().stream()
            .flatMap(side -> side.claims().stream()).toList()))))
        .toArray(Section[]::new));
  }

  /// What happened and what was said: of an incident, an actor, or between two states.
  ///
  /// @param page the time line
  /// @return the brief
  public Brief timeline(TimelinePage page) {
    BriefNotes notes = new BriefNotes(desk, address);
    boolean several = page.incidents().size() > 1;
    List<List<Line>> rows = page.moments().stream().map(moment -> {
      List<Line> row = new ArrayList<>(List.of(
          Line.of((moment.bound() ? "by " : "") + moment.when().words()), notes.byIds(moment.text(), moment.claims())));
      if (several) {
        row.add(moment.incident().map(one -> Line.of(one.name())).orElse(NOTHING));
      }
      return List.copyOf(row);
    }).toList();
    List<Line> first = page.first().stream().map(one -> Line.of(one.incident().name() + ": first attributed "
        + (one.bound() ? "by " : "") + one.said().words() + " by " + names(one.by()) + " to " + names(one.accused())
        + ", "
        + one.daysWords() + ".")).toList();
    List<Line> agree =
        page.agreements().stream().map(one -> Line.of(one.one() + " and " + one.other() + ": the same in "
            + one.same() + ", at another level in " + one.levels() + ", at odds in " + one.differ() + ".")).toList();
    List<Line> revised = page.revisions().stream().map(one -> Line.of(one.sentence())).toList();
    return brief("Time line", capital(page.of()), NOTHING, notes,
        new Section("In order of time", List.of(), several ? List.of("when", "what", "about") : List.of("when", "what"),
            rows),
        Section.of("From the deed to the first attribution", first), Section.of("Who agrees with whom", agree),
        Section.of("Changes of mind", revised));
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }

  private static String names(List<PartyCard> parties) {
    return String.join(", ", parties.stream().map(PartyCard::name).toList());
  }

  /// Any claims, in order of time.
  ///
  /// @param kicker what they are
  /// @param extract the claims; all of them are held at once
  /// @return the brief
  public Brief claims(String kicker, Extract extract) {
    BriefNotes notes = new BriefNotes(desk, address);
    List<ClaimCard> cards = new ArrayList<>();
    extract.parts().forEach(part -> part.claims().forEach(recorded -> cards.add(desk.cards().claim(recorded))));
    return brief(kicker, extract.title(), Line.of(IncidentCard.count(cards.size(), "claim") + "."), notes,
        claims("Claims", oldestFirst(cards), notes, true));
  }

  /// How sources are graded.
  ///
  /// @param page the grades
  /// @return the brief
  public Brief sources(SourcesPage page) {
    List<List<Line>> rows = page.grades().stream().flatMap(grade -> grade.history().stream()
        .map(entry -> Stream.of(grade.source(), entry.reliability().orElse("taken back"), entry.day(), entry.by(),
            entry.reason()).map(Line::of).toList()))
        .toList();
    return brief("Sources", "How far sources are relied on", NOTHING, new BriefNotes(desk, address),
        new Section("Grades", List.of(), rows.isEmpty() ? List.of() : List.of("source", "grade", "day", "by", "why"),
            rows));
  }

  /// How a claim is cited.
  ///
  /// @param claim the claim
  /// @return with its sentence
  public Reference cited(ClaimCard claim) {
    return new BriefNotes(desk, address).reference(claim.id(), "/claim/", claim.document(),
        Optional.of(BriefNotes.sentence(claim)));
  }

  /// How a document is cited.
  ///
  /// @param document the document
  /// @return as a whole
  public Reference cited(DocumentPage document) {
    return new BriefNotes(desk, address).reference(document.id(), "/document/",
        new ClaimCard.DocumentCard(document.id(), document.title(), document.publisher(), document.published(),
            document.erased()),
        Optional.empty());
  }

  /// What citations are called, in the order in which they are offered.
  ///
  /// @param reference what is cited
  /// @return texts by format
  public static Map<String, String> citations(Reference reference) {
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    texts.put("Footnote", reference.footnote());
    texts.put("BibTeX", reference.bibtex());
    texts.put("CSL-JSON", reference.cslJson());
    return texts;
  }
}
