package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/// Who says which names are one actor's, as of the day asked for, and what follows under a view.
///
/// @param name the name asked for, as lists spell it
/// @param view the view, for example `any`
/// @param names the names that the view takes for the same actor's, that one included
/// @param either further names that are said to be its own and of which not all can be; one of the sets at most
/// @param overlapping names that are said to overlap with one of its own; empty unless the view tells them
/// @param overlaps who says of which two names that they overlap, whatever the view
/// @param several the actors that lists file this name under, where they are more than one
/// @param rows every name that somebody relates to it, those of the actor first
/// @param links who relates which two names, for and against
/// @param decisions what analysts decided about this name and another, decisions that no longer hold included
/// @param knowledge what the tables that ship know of the name, besides; all there is if nobody on record speaks of it
/// @param heeded whether anybody whose word the view takes speaks of the name: an authority that has it and joins it with
///     nothing says something else than one that has it not
/// @param uses in how many claims on record it stands, other than as one of two names that are said to be one
/// @param near names on record that differ from it in a letter or two; only if nobody on record speaks of it
public record NamesPage(String name, String view, List<String> names, List<List<String>> either,
    List<String> overlapping, List<Shared> overlaps, List<FiledUnder> several, List<Row> rows, List<Link> links,
    List<DecisionCard> decisions,
    Optional<KnownName> knowledge, boolean heeded, Uses uses, List<String> near) {
  /// In how many claims somebody stands, under any name of the same body or state.
  ///
  /// @param claimant in how many somebody of the name says something
  /// @param accused in how many it is held responsible or cleared
  /// @param otherwise in how many it stands in another role: hit, answered, sponsor or part of somebody
  /// @param as the names on record that these claims have it under
  public record Uses(int claimant, int accused, int otherwise, List<String> as) {
    /// Copies the list.
    public Uses {
      as = List.copyOf(as);
    }

    /// Whether it stands in none.
    ///
    /// @return true if all are 0
    @JsonIgnore
    public boolean none() {
      return claimant + accused + otherwise == 0;
    }

    /// In words.
    ///
    /// @return for example `says something in 31 claims and is accused in 1, as PST`; empty if it stands in none
    @JsonIgnore
    public String words() {
      List<String> parts = new java.util.ArrayList<>();
      if (claimant > 0) {
        parts.add("says something in " + claims(claimant));
      }
      if (accused > 0) {
        parts.add("is accused in " + claims(accused));
      }
      if (otherwise > 0) {
        parts.add("stands in " + claims(otherwise) + " otherwise");
      }
      return parts.isEmpty() ? "" : String.join(", ", parts) + ", as " + String.join(", ", as);
    }

    private static String claims(int number) {
      return number + (number == 1 ? " claim" : " claims");
    }
  }

  /// The relation of two names that an analyst leaves open.
  public static final String UNSURE = "unsure";

  /// A name and who says what of it.
  ///
  /// @param name the name
  /// @param joined whether the view takes it for the same actor's
  /// @param givers who uses or coined it
  /// @param first who first said that it is a name of this actor
  /// @param saidBy everybody who says so
  /// @param dissent who keeps the two apart
  /// @param several the actors that lists file the name under, where they are more than one
  /// @param overlap whether it is only said to overlap with a name of the actor
  public record Row(String name, boolean joined, List<Giver> givers, Optional<First> first, List<String> saidBy,
      List<Dissent> dissent, List<FiledUnder> several, boolean overlap) {
    /// The givers in words.
    ///
    /// @return for example `Mandiant` or `Microsoft (by its pattern)`
    @JsonIgnore
    public String giverWords() {
      return String.join(", ", givers.stream().map(Giver::words).distinct().toList());
    }

    /// The dissent in words.
    ///
    /// @return for example `Microsoft: another actor, Silk Typhoon`
    @JsonIgnore
    public String dissentWords() {
      return String.join("; ", dissent.stream().map(Dissent::words).toList());
    }
  }

  /// An actor that lists file a name under.
  ///
  /// @param actor the main name of their entry
  /// @param saidBy whose lists
  public record FiledUnder(String actor, List<String> saidBy) {
    /// In words.
    ///
    /// @return for example `APT28 (MISP galaxy)`
    @JsonIgnore
    public String words() {
      return actor + " (" + String.join(", ", saidBy) + ")";
    }
  }

  /// Somebody says that two names overlap, or that one is part of the other.
  ///
  /// @param own the name of this actor that it is said of; of no other of its names
  /// @param other the other name
  /// @param counts whether the view tells it with `+overlap`
  /// @param said the words, by day
  public record Shared(String own, String other, boolean counts, List<Link> said) {
    /// How it is said, without who.
    ///
    /// @return for example `likely`; empty if nobody hedges it
    @JsonIgnore
    public String hedge() {
      return String.join(", ", said.stream().flatMap(link -> link.certainty().text().stream()).distinct().toList());
    }
  }

  /// Who uses or coined a name.
  ///
  /// @param giver who
  /// @param saidBy who says so; empty where it is an inference from our tables and naming patterns
  public record Giver(String giver, Optional<String> saidBy) {
    /// Whether it is an inference of ours.
    ///
    /// @return true if nobody on record says so
    @JsonProperty
    public boolean inferred() {
      return saidBy.isEmpty();
    }

    /// In words.
    ///
    /// @return an inference is marked as one
    @JsonIgnore
    public String words() {
      return giver + (saidBy.isPresent() ? "" : " (inferred)");
    }
  }

  /// Who first said something.
  ///
  /// @param claimant who
  /// @param said when; for a list at the latest on the day of its edition
  /// @param dated whether they tell the day themselves; else it is that of the edition, and they may have said it for years
  /// @param citing the earliest document that it rests this on, with its day
  public record First(String claimant, DateCard said, boolean dated, Optional<String> citing) {
    /// When, in words.
    ///
    /// @return for example `by 10 March 2025` or `undated, in its edition of 1 August 2026`
    @JsonIgnore
    public String when() {
      return !said.stated() ? "undated" : dated ? "by " + said.words() : "undated, in its edition of " + said.words();
    }
  }

  /// Somebody keeps two names apart.
  ///
  /// @param claimant who
  /// @param how `another actor, X`, or the words that deny it
  public record Dissent(String claimant, String how) {
    /// In words.
    ///
    /// @return who and how
    @JsonIgnore
    public String words() {
      return claimant + ": " + how;
    }
  }

  /// Somebody's word on two names.
  ///
  /// @param id of the claim, the listing or the decision
  /// @param source `document`, `list` or `analyst`
  /// @param first the first name
  /// @param second the second
  /// @param relation `same`, `former`, `overlap`, `part-of`, `distinct`; `unsure` where an analyst leaves it open
  /// @param claimants who says so
  /// @param said when; for a list at the latest on the day of its edition
  /// @param dated whether they tell the day themselves
  /// @param certainty how sure they sound
  /// @param words the words that say so
  /// @param citations what a list rests it on
  /// @param document the document it stands in
  public record Link(String id, String source, String first, String second, String relation, List<String> claimants,
      DateCard said, boolean dated, ClaimCard.CertaintyCard certainty, String words, List<CitationCard> citations,
      Optional<String> document) {
    /// Whether it keeps the two apart.
    ///
    /// @return true for `distinct`
    @JsonIgnore
    public boolean denies() {
      return relation.equals("distinct");
    }

    /// Whether it is said with a hedge, or says less than that they are the same.
    ///
    /// @return false for an unhedged `same` or `former`
    @JsonIgnore
    public boolean hedged() {
      return !certainty.level().equals("asserted") || List.of("overlap", "part-of", UNSURE).contains(relation);
    }

    /// What is said of the two.
    ///
    /// @return for example `Salt Otter overlaps with Iron Heron`
    @JsonIgnore
    public String relates() {
      return first + switch (relation) {
        case "same" -> " is the same as ";
        case "former" -> " was formerly ";
        case "part-of" -> " is part of ";
        case "distinct" -> " is not ";
        case UNSURE -> " is left open against ";
        default -> " overlaps with ";
      } + second;
    }

    /// When, in words.
    ///
    /// @return for example `by 10 March 2025` or `in its edition of 1 August 2026`; empty if nothing tells
    @JsonIgnore
    public String when() {
      return !said.stated() ? "" : dated ? "by " + said.words() : "in its edition of " + said.words();
    }

    /// Who says so.
    ///
    /// @return names, joined by commas
    @JsonIgnore
    public String claimantNames() {
      return String.join(", ", claimants);
    }
  }

  /// A document that a list cites.
  ///
  /// @param text how it cites it
  /// @param address where it is
  /// @param date its day, as far as the citation tells
  public record CitationCard(String text, Optional<String> address, DateCard date) {
  }

  /// The names in a word, for headings.
  ///
  /// @return joined by commas
  @JsonIgnore
  public String nameWords() {
    return String.join(", ", names);
  }
}
