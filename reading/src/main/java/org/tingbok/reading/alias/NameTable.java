package org.tingbok.reading.alias;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.claim.Certainty;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Block;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

/// The tables in which vendors' posts say who calls a group what.
///
/// Two shapes are read: a column of vendors beside one of names, all names then being those of one group, and a column for each
/// vendor, each row then being one group. Tables of anything else say nothing here. Looks at one text; not for several threads.
public final class NameTable {
  private static final Pattern GIVER = Pattern.compile("(?iu)\\b(?:vendors?|compan(?:y|ies)|firms?|organi[sz]ations?"
      + "|tracked by|publishers?|hersteller|firma|unternehmen|anbieter|selskap|leverandør|fournisseur|éditeur|entreprise"
      + "|empresa|proveedor|fabricante)\\b");
  private static final Pattern CALLED = Pattern.compile("(?iu)\\b(?:names?|designations?|alias(?:es)?|tracked as"
      + "|tracking|monikers?|bezeichnung|navn|betegnelse|noms?|appellation|nombres?|denominación)\\b");
  private static final Pattern OVERLAP =
      Pattern.compile("(?iu)\\b(?:overlap|überschneid|überlapp|chevauch|recoup|solap)");
  private static final Pattern BETWEEN = Pattern.compile("[|\\t]");
  private static final Pattern SEVERAL = Pattern.compile("\\s*[,;/]\\s*");
  private static final Pattern NAME = Pattern.compile("[\\p{Lu}\\d][\\p{L}\\d.()-]*(?: [\\p{L}\\d.()-]+){0,3}");
  private static final int NEAR = 400; // code units before a table in which a sentence tells what it is of

  private final String view;
  private final Names names;
  private final Optional<Party> publisher;
  private final Map<Integer, List<Block>> tables = new HashMap<>(); // by where their rows begin

  /// A cell of a row.
  private record Cell(String words, int start) {
  }

  /// A name in a cell, and who gives it.
  private record Called(Party name, Party giver, Span words) {
  }

  /// Looks for tables in a text.
  ///
  /// @param text the text
  /// @param names the knowledge of names
  /// @param publisher who publishes the text; empty if unknown
  public NameTable(Text text, Names names, Optional<Party> publisher) {
    this.view = text.view();
    this.names = names;
    this.publisher = publisher;
    List<Block> rows = new ArrayList<>();
    for (Block block : text.blocks()) {
      if (block.kind() != BlockKind.TABLE_ROW) {
        rows = new ArrayList<>();
        continue;
      }
      rows.add(block);
      tables.put(block.start(), rows);
    }
  }

  /// What a row of a table of names says.
  ///
  /// @param row a block of the text
  /// @param spoken the group that was spoken of last; empty if none was
  /// @return claims whose claimants are the vendors; none if the block is no row of such a table
  public List<ClaimDraft> read(Block row, Optional<Party> spoken) {
    List<Block> table = tables.getOrDefault(row.start(), List.of());
    if (table.size() < 2 || table.getFirst().equals(row)) {
      return List.of();
    }
    List<Cell> head = cells(table.getFirst());
    int giver = column(head, GIVER);
    int called = column(head, CALLED);
    List<Called> all = new ArrayList<>();
    List<Called> here = new ArrayList<>();
    if (giver >= 0 && called >= 0 && giver != called) {
      for (Block other : table.subList(1, table.size())) {
        List<Cell> cells = cells(other);
        if (cells.size() == head.size() && !cells.get(giver).words().isEmpty()) {
          List<Called> found = called(cells.get(called), vendor(cells.get(giver).words()));
          all.addAll(found);
          here.addAll(other.equals(row) ? found : List.of());
        }
      }
      spoken.filter(group -> all.stream().noneMatch(one -> same(one.name(), group)) && !all.isEmpty()
          && all.stream().noneMatch(one -> publisher.filter(own -> same(own, one.giver())).isPresent()))
          .ifPresent(group -> all.addFirst(new Called(group, group, all.getFirst().words())));
    } else if (vendors(head)) {
      List<Cell> cells = cells(row);
      for (int i = 0; i < head.size() && cells.size() == head.size(); i++) {
        if (known(head.get(i).words()).isPresent()) {
          here.addAll(called(cells.get(i), vendor(head.get(i).words())));
        }
      }
      all.addAll(here);
    }
    if (all.size() < 2) {
      return List.of();
    }
    Called group = all.stream().filter(one -> publisher.filter(own -> same(own, one.giver())).isPresent()).findFirst()
        .or(() -> all.stream().filter(one -> spoken.filter(name -> same(name, one.name())).isPresent()).findFirst())
        .orElse(all.getFirst());
    String before = view.substring(Math.max(0, table.getFirst().start() - NEAR), table.getFirst().end());
    AliasRelation relation = OVERLAP.matcher(before).find() ? AliasRelation.OVERLAP : AliasRelation.SAME;
    List<ClaimDraft> drafts = new ArrayList<>();
    for (Called one : here) {
      if (!same(one.name(), group.name())) {
        drafts.add(new ClaimDraft(ClaimType.ALIAS, new Phrase(List.of(one.giver()), Optional.empty(), false), List.of(),
            Certainty.ASSERTED, PartialDate.NOT_STATED, List.of(group.name()), List.of(one.name()),
            Optional.of(relation.code()), "", Polarity.AFFIRMED, false, Optional.empty(), List.of(one.words()),
            row.kind(),
            "alias-table"));
      }
    }
    return drafts;
  }

  private List<Cell> cells(Block row) {
    List<Cell> cells = new ArrayList<>();
    Matcher between = BETWEEN.matcher(view).region(row.start(), row.end());
    int from = row.start();
    boolean more = true;
    while (more) {
      more = between.find();
      int to = more ? between.start() : row.end();
      String cell = view.substring(from, to);
      int blank = cell.length() - cell.stripLeading().length();
      cells.add(new Cell(cell.strip(), from + blank));
      from = more ? between.end() : to;
    }
    return cells;
  }

  private static int column(List<Cell> head, Pattern kind) {
    for (int i = 0; i < head.size(); i++) {
      if (kind.matcher(head.get(i).words()).find()) {
        return i;
      }
    }
    return -1;
  }

  /// Two or more vendors head columns, and nothing but one column more is there.
  private boolean vendors(List<Cell> head) {
    long known = head.stream().filter(cell -> known(cell.words()).isPresent()).count();
    return known > 1 && known >= head.size() - 1;
  }

  private List<Called> called(Cell cell, Party giver) {
    List<Called> found = new ArrayList<>();
    int at = 0;
    for (String words : SEVERAL.split(cell.words())) {
      int start = cell.words().indexOf(words, at);
      at = start + words.length();
      if (NAME.matcher(words).matches()) {
        Optional<Name> actor = names.lookUp(words).flatMap(match -> match.as(Name.Sort.ACTOR));
        found.add(new Called(new Party(words, PartyKind.THREAT_ACTOR, actor.flatMap(Name::country), words), giver,
            new Span(cell.start() + start, cell.start() + at)));
      }
    }
    return found;
  }

  private Optional<Name> known(String words) {
    return names.lookUp(words).flatMap(match -> match.as(Name.Sort.ORGANISATION).or(() -> match.as(Name.Sort.BODY)));
  }

  private Party vendor(String words) {
    return known(words).map(name -> new Party(name.canonical(),
        name.sort() == Name.Sort.BODY ? PartyKind.BODY : PartyKind.ORGANISATION, name.country(), words))
        .or(() -> publisher.filter(own -> own.name().startsWith(words) || words.startsWith(own.name())))
        .orElse(new Party(words, PartyKind.ORGANISATION, Optional.empty(), words));
  }

  private static boolean same(Party one, Party other) {
    return one.name().equalsIgnoreCase(other.name());
  }
}
