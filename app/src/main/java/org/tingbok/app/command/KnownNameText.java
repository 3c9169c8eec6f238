package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.desk.KnownName;
import org.tingbok.app.desk.NamesPage;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;

/// Prints what the tables that ship know of a name.
final class KnownNameText {
  /// How many names or parts of a body are printed in one cell; its page and JSON have all.
  private static final int MOST = 6;

  private final Streams streams;
  private final Paint paint;

  KnownNameText(Streams streams) {
    this.streams = streams;
    this.paint = streams.paint();
  }

  /// Prints a name that nobody on record speaks of.
  ///
  /// @param page the page with nobody's word on the name
  /// @param known what the tables know of it
  /// @param asOf whether a day is asked for
  void whole(NamesPage page, KnownName known, boolean asOf) {
    String tables = known.inferred() || !known.composed().isEmpty() ? "no table that ships has it" : "";
    if (page.uses().none()) {
      streams.line(paint.strong(Paint.plain(known.name())) + "  " + paint.faint(tables.isEmpty()
          ? "from the tables that ship, not from the ledger: nobody on record speaks of it"
          : "nobody on record speaks of it, and " + tables));
    } else {
      streams.lines(Columns.paragraph(paint.strong(Paint.plain(known.name())) + " " + Paint.plain(page.uses().words())
          + paint.faint("; nobody on record says which other names it has" + (tables.isEmpty() ? known.nothing() ? ""
              : "; what follows is from the tables that ship, not from the ledger" : ", and " + tables)),
          streams.width(), 0));
      String quoted = known.name().contains(" ") ? "\"" + Paint.plain(known.name()) + "\"" : Paint.plain(known.name());
      line(paint.faint("'tingbok claims --" + (page.uses().claimant() > 0 ? "claimant " : "accused ") + quoted
          + "' lists the claims"), 2);
    }
    if (!page.near().isEmpty()) {
      line("the nearest names on record: " + Paint.plain(String.join(", ", page.near())), 2);
    }
    known.actors().forEach(this::actor);
    if (asOf && !known.actors().isEmpty()) {
      line(paint.faint("These tables bear no days."), 2);
    }
    known.conventions().forEach(this::convention);
    if (known.conventions().stream().map(KnownName.Convention::state).distinct().count() > 1) {
      line("Its shape is used by several, for different things: no state is inferred.", 2);
    }
    registered(known);
    lookAlike(known);
    if (!known.otherwise().isEmpty()) {
      line((known.actors().isEmpty() && !known.registered() && known.conventions().isEmpty() ? "no actor's name that is"
          + " known, but: " : "also: ") + Paint.plain(String.join(", ", known.otherwise())), 2);
    }
  }

  /// Prints the bodies, states and offices of a name, and nothing where it is none.
  void registered(KnownName known) {
    known.bodies().forEach(this::body);
    known.states().forEach(this::state);
    known.composed().forEach(this::composed);
    if (!known.offices().isEmpty()) {
      boolean surname = known.offices().stream().noneMatch(office -> office.person().equalsIgnoreCase(known.name()));
      line(surname ? "surname of who held office; whom a text means, it has to tell" : "held office", 2);
      List<KnownName.Office> shown = known.offices();
      streams.lines(Columns.table(shown.stream().map(office -> surname
          ? List.of(paint.strong(Paint.plain(office.person())), Paint.plain(office.office()),
              Paint.plain(office.body()),
              office.days())
          : List.of(paint.strong(Paint.plain(office.office())), Paint.plain(office.body()), office.days())).toList(),
          streams.width(), 4));
    }
  }

  /// Prints what else a name is, and nothing where it is nothing else.
  void lookAlike(KnownName known) {
    known.lookAlike().ifPresent(one -> line(Paint.plain(one.words()), 2));
  }

  private void composed(KnownName.Composed composed) {
    line(
        paint.strong(Paint.plain(composed.words()))
            + paint.faint(" (by its words, which are " + composed.language() + ")"),
        2);
    if (composed.state().isEmpty()) {
      line(paint.faint("The document has to tell of which state it speaks."), 4);
    }
    offices(composed.holders());
  }

  private void actor(KnownName.Actor actor) {
    line((actor.contested() ? "some source's name of " : "a name of ") + paint.strong(Paint.plain(actor.name()))
        + (actor.kind().isEmpty() || actor.kind().equals("unknown") ? "" : ", " + actor.kind().replace('-', ' '))
        + actor.state().map(state -> "; suspected by the source to be of " + state.name()).orElse(""), 2);
    if (actor.contested()) {
      line(paint.warning("Another source gives it to another actor."), 2);
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(paint.faint("name"), paint.faint("used by"), paint.faint("source")));
    for (KnownName.Given given : actor.names()) {
      rows.add(List.of(paint.strong(Paint.plain(given.name())), Paint.plain(String.join(", ", given.givers()))
          + paint.faint(Paint.plain((given.givers().isEmpty() || given.users().isEmpty() ? "" : "; ")
              + String.join(", ", given.users()))),
          Paint.plain(String.join(", ", given.sources()))));
    }
    streams.lines(Columns.table(rows, streams.width(), 4));
  }

  private void convention(KnownName.Convention convention) {
    line(Paint.plain(convention.words()) + paint.faint(" (inferred, nobody says so)"), 2);
    if (convention.since().stated() || convention.until().stated()) {
      line(paint.faint("the convention was seen" + (convention.since().stated() ? " since " + convention.since().words()
          : "") + (convention.until().stated() ? " until " + convention.until().words() : "")), 4);
    }
  }

  private void body(KnownName.Body body) {
    line(paint.strong(Paint.plain(body.name())) + ", " + body.kind()
        + body.state().map(state -> ", " + state.name() + " (" + state.code() + ")").orElse(", of several states")
        + (body.ambiguous() ? paint.faint(" (where its state is spoken of)") : ""), 2);
    List<List<String>> rows = new ArrayList<>();
    row(rows, "part of", body.partOf());
    row(rows, "parts", body.parts());
    spelt(rows, body.names());
    body.changes().forEach(change -> row(rows, "history", List.of(change.words())));
    row(rows, "carried on by", body.present());
    streams.lines(Columns.table(rows, streams.width(), 4));
    if (!body.holders().isEmpty()) {
      line(paint.faint("who spoke for it by office"), 4);
      offices(body.holders());
    }
  }

  private void state(KnownName.State state) {
    String as = switch (state.as()) {
      case "adjective" -> ", by its adjective";
      case "capital" -> ", by its capital" + (state.metonyms().contains(state.capital().orElse(""))
          ? ", which stands for its government"
          : "");
      case "metonym" -> ", by what stands for its government";
      default -> "";
    };
    line(paint.strong(Paint.plain(state.name())) + ", state (" + state.code() + ")" + as, 2);
    List<List<String>> rows = new ArrayList<>();
    row(rows, "capital", state.capital().stream().toList());
    row(rows, "government", state.government().stream().toList());
    row(rows, "stands for it", state.metonyms());
    spelt(rows, state.names());
    state.adjectives().forEach(spelt -> row(rows, spelt.language() + " adj.", spelt.names()));
    streams.lines(Columns.table(rows, streams.width(), 4));
  }

  private void offices(List<KnownName.Office> holders) {
    int left = Math.max(0, holders.size() - MOST);
    streams.lines(Columns.table(holders.stream().skip(left).map(office -> List.of(
        paint.strong(Paint.plain(office.person())), Paint.plain(office.office()), office.days())).toList(),
        streams.width(), 6));
    if (left > 0) {
      line(paint.faint("and " + left + " before them"), 6);
    }
  }

  private void spelt(List<List<String>> rows, List<KnownName.Spelt> names) {
    names.forEach(spelt -> row(rows, spelt.language(), spelt.names()));
  }

  private void row(List<List<String>> rows, String head, List<String> words) {
    Optional.of(words).filter(some -> !some.isEmpty())
        .ifPresent(some -> rows.add(List.of(paint.faint(head), Paint.plain(String.join(" · ", some.stream().limit(MOST)
            .toList())) + (some.size() > MOST ? paint.faint(" · and " + (some.size() - MOST) + " more") : ""))));
  }

  private void line(String text, int indent) {
    streams.lines(Columns.paragraph(text, streams.width(), indent));
  }
}
