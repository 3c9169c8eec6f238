package org.tingbok.reading.clause;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Puts right in a German tree who acts and who is acted on, by the case that articles, adjectives and pronouns show.
///
/// A German object may stand first and its subject last ("Ihn klagte die Justiz an"); a parser that has seen little German
/// goes by the order of words. Where the article says that a subject cannot be one, the object that can be takes its place;
/// whom a dative names becomes the indirect object; "ist … zuzurechnen" is a passive. What the forms leave open stays as parsed.
/// Stateless.
public final class GermanCases {
  private static final WordList MASCULINE = WordList.of("german-masculine");
  private static final WordList FEMININE = WordList.of("german-feminine");
  private static final Set<String> SEIN =
      Set.of("ist", "sind", "war", "waren", "sei", "seien", "wäre", "wären", "sein");
  private static final Set<String> HABEN =
      Set.of("hat", "haben", "hatte", "hatten", "habe", "hätte", "hätten");
  private static final Set<String> SUBJECTS = Set.of("ich", "er", "wir", "man", "wer", "jeder", "niemand", "jemand");
  private static final Set<String> ACCUSATIVES = Set.of("ihn", "mich", "dich", "wen", "niemanden", "jemanden");
  private static final Set<String> DATIVES = Set.of("ihm", "mir", "dir", "ihnen", "wem", "denen", "niemandem");

  private static final Pattern NUMBER = Pattern.compile("\\s+\\d+$"); // of a unit

  private enum Case {
    NOMINATIVE, ACCUSATIVE, DATIVE, GENITIVE
  }

  private final Tree tree;
  private final int[] heads;
  private final String[] relations;

  private GermanCases(Sentence sentence) {
    tree = new Tree(sentence);
    heads = sentence.tokens().stream().mapToInt(Token::head).toArray();
    relations = sentence.tokens().stream().map(Token::deprel).toArray(String[]::new);
  }

  /// The sentence with the relations that its forms ask for.
  ///
  /// @param sentence parsed
  /// @return the same tokens; the sentence itself if nothing is to be put right
  public static Sentence read(Sentence sentence) {
    GermanCases cases = new GermanCases(sentence);
    for (Token token : sentence.tokens()) {
      if (Tree.verbal(token) || cases.verb(token)) {
        cases.clause(token);
      }
    }
    return cases.corrected();
  }

  private Sentence corrected() {
    List<Token> tokens = new ArrayList<>(tree.size());
    boolean changed = false;
    for (Token token : tree.tokens()) {
      int i = token.index();
      boolean verb = verb(token);
      boolean other = verb || heads[i] != token.head() || !relations[i].equals(token.deprel());
      changed |= other;
      tokens.add(other ? new Token(i, token.start(), token.end(), token.form(), verb ? Tree.low(token) : token.lemma(),
          verb ? Upos.VERB : token.upos(), verb ? Tree.low(token).endsWith("en") ? "VVINF" : "VVPP" : token.xpos(),
          heads[i], relations[i]) : token);
    }
    Sentence sentence = tree.sentence();
    return changed ? new Sentence(sentence.start(), sentence.end(), tokens) : sentence;
  }

  /// "soll … angehören", "hat … angeklagt": a verb that was taken for an adjective.
  private boolean verb(Token token) {
    String form = token.form();
    boolean like = token.upos() == Upos.ADJ && Character.isLowerCase(form.charAt(0));
    return like && tree.children(token, "aux").stream().anyMatch(aux -> aux.xpos().equals("VMFIN")
        ? form.endsWith("en")
        : HABEN.contains(Tree.low(aux)) && form.endsWith("t"));
  }

  private void clause(Token verb) {
    tree.children(verb, "obl", "obl:arg").stream().filter(child -> tree.child(child, "case", "mark").isEmpty()
        && child.upos() == Upos.NOUN && cases(child).contains(Case.DATIVE)
        && !cases(child).contains(Case.NOMINATIVE) && !cases(child).contains(Case.ACCUSATIVE))
        .forEach(child -> relations[child.index()] = "iobj");
    List<Token> nominals = tree.children(verb, "nsubj", "nsubj:pass", "obj", "iobj").stream()
        .filter(child -> tree.child(child, "case").isEmpty()).toList();
    if (nominals.isEmpty()) {
      return;
    }
    Optional<Token> being = tree.children(verb, "aux", "cop").stream()
        .filter(aux -> SEIN.contains(Tree.low(aux))).findFirst();
    boolean toDo = being.isPresent() && toInfinitive(verb);
    boolean active = tree.children(verb, "aux").stream().anyMatch(aux -> HABEN.contains(Tree.low(aux)))
        && tree.child(verb, "aux:pass").isEmpty();
    boolean passive = !active && (toDo || nominals.stream().anyMatch(child -> child.deprel().equals("nsubj:pass"))
        || tree.child(verb, "aux:pass").isPresent());
    if (active) { // "hat … zugeschrieben" is no passive
      nominals.stream().filter(nominal -> nominal.deprel().equals("nsubj:pass"))
          .forEach(nominal -> relations[nominal.index()] = "nsubj");
    }
    for (Token nominal : nominals) {
      EnumSet<Case> cases = cases(nominal);
      if (!cases.contains(Case.NOMINATIVE) && !cases.contains(Case.ACCUSATIVE)) {
        relations[nominal.index()] = cases.contains(Case.DATIVE) ? "iobj" : "nmod";
        if (!cases.contains(Case.DATIVE) && nominal.index() > 1) {
          before(nominal).ifPresent(owned -> heads[nominal.index()] = owned.index());
        }
      } else if (!cases.contains(Case.NOMINATIVE)) {
        relations[nominal.index()] = passive ? "iobj" : "obj";
      } else if (!cases.contains(Case.ACCUSATIVE) && !subjectElsewhere(nominals, nominal)) {
        relations[nominal.index()] = passive ? "nsubj:pass" : "nsubj";
      }
    }
    boolean subject = nominals.stream().anyMatch(nominal -> relations[nominal.index()].startsWith("nsubj"));
    boolean acting = passive || nominals.stream().anyMatch(nominal -> relations[nominal.index()].equals("obj")
        && !cases(nominal).contains(Case.NOMINATIVE));
    if (!subject && acting && !infinitive(verb) || toDo) {
      nominals.stream().filter(nominal -> cases(nominal).contains(Case.NOMINATIVE)
          && (relations[nominal.index()].equals("obj") || toDo)).findFirst()
          .ifPresent(nominal -> relations[nominal.index()] = passive ? "nsubj:pass" : "nsubj");
    }
    bareNames(verb);
    if (toDo) {
      relations[being.get().index()] = "aux:pass";
    }
  }

  /// "… hat die Regierung APT28 zugeschrieben", "… haben Deutschland angegriffen": a name without a preposition is an object, of the sort that is
  /// not there yet.
  private void bareNames(Token verb) {
    boolean subject = has(verb, "nsubj");
    for (Token name : tree.children(verb, "obl:arg", "obl")) {
      if (subject && name.upos() == Upos.PROPN && relations[name.index()].equals("obl:arg")
          && tree.child(name, "case", "mark").isEmpty()) {
        relations[name.index()] = has(verb, "obj") ? "iobj" : "obj";
      }
    }
  }

  private boolean has(Token verb, String relation) {
    return tree.children(verb).stream().anyMatch(child -> relations[child.index()].equals(relation));
  }

  /// Whether another nominal is the subject and can be nothing else.
  private boolean subjectElsewhere(List<Token> nominals, Token but) {
    return nominals.stream().anyMatch(other -> !other.equals(but) && other.deprel().startsWith("nsubj")
        && cases(other).equals(EnumSet.of(Case.NOMINATIVE)));
  }

  /// The noun that stands before a genitive.
  private Optional<Token> before(Token nominal) {
    int at = tree.firstOf(nominal) - 1;
    return at >= 0 && Tree.nominal(tree.token(at)) && tree.token(at).index() != nominal.head()
        && tree.token(at).head() != nominal.index() ? Optional.of(tree.token(at)) : Optional.empty();
  }

  /// "zuzurechnen", "zu suchen".
  private boolean toInfinitive(Token verb) {
    String form = Tree.low(verb);
    int at = form.indexOf("zu", 2);
    return form.endsWith("en") && at > 0 && at < form.length() - 4
        || tree.children(verb, "mark").stream().anyMatch(mark -> Tree.low(mark).equals("zu"));
  }

  private boolean infinitive(Token verb) {
    return verb.xpos().equals("VVINF") && tree.children(verb, "aux").isEmpty();
  }

  /// The cases that a nominal's own words leave open.
  private EnumSet<Case> cases(Token nominal) {
    String low = Tree.low(nominal);
    if (nominal.upos() == Upos.PRON) {
      return ofPronoun(low);
    }
    Optional<Token> article = tree.children(nominal, "det", "det:poss").stream()
        .filter(det -> det.index() < nominal.index()).findFirst();
    if (article.isPresent()) {
      return ofArticle(Tree.low(article.get()), nominal);
    }
    Optional<Token> adjective = tree.children(nominal, "amod").stream()
        .filter(amod -> amod.index() < nominal.index()).findFirst();
    if (adjective.isEmpty() || nominal.upos() == Upos.PROPN) {
      return EnumSet.allOf(Case.class);
    }
    String form = Tree.low(adjective.get());
    return form.endsWith("en") ? low.endsWith("n") ? EnumSet.of(Case.DATIVE) : EnumSet.of(Case.ACCUSATIVE, Case.DATIVE)
        : form.endsWith("em") ? EnumSet.of(Case.DATIVE)
            : form.endsWith("er") && MASCULINE.contains(low) ? EnumSet.of(Case.NOMINATIVE)
                : EnumSet.allOf(Case.class);
  }

  private static EnumSet<Case> ofPronoun(String form) {
    return SUBJECTS.contains(form) ? EnumSet.of(Case.NOMINATIVE)
        : ACCUSATIVES.contains(form) ? EnumSet.of(Case.ACCUSATIVE)
            : DATIVES.contains(form) || form.equals("dem") ? EnumSet.of(Case.DATIVE)
                : form.equals("den") ? EnumSet.of(Case.ACCUSATIVE)
                    : EnumSet.allOf(Case.class);
  }

  private static EnumSet<Case> ofArticle(String form, Token noun) {
    String low = NUMBER.matcher(noun.form().toLowerCase(Locale.ROOT)).replaceFirst("");
    boolean masculine = MASCULINE.contains(low);
    return switch (form) {
      case "der", "dieser", "jener", "jeder" -> masculine ? EnumSet.of(Case.NOMINATIVE)
          : FEMININE.contains(low) ? EnumSet.of(Case.DATIVE, Case.GENITIVE)
              : EnumSet.of(Case.NOMINATIVE, Case.DATIVE, Case.GENITIVE);
      case "dieses", "jenes" -> low.endsWith("s") ? EnumSet.of(Case.GENITIVE) : EnumSet.allOf(Case.class);
      case "des", "eines", "keines", "desselben" -> EnumSet.of(Case.GENITIVE);
      case "das", "die", "eine", "keine", "diese", "jene" -> EnumSet.of(Case.NOMINATIVE, Case.ACCUSATIVE);
      case "ein", "kein" -> masculine ? EnumSet.of(Case.NOMINATIVE) : EnumSet.of(Case.NOMINATIVE, Case.ACCUSATIVE);
      case "deren", "dessen" -> EnumSet.allOf(Case.class);
      case "demselben" -> EnumSet.of(Case.DATIVE);
      case "einer", "keiner", "derselben" -> EnumSet.of(Case.DATIVE, Case.GENITIVE);
      default -> form.endsWith("em") ? EnumSet.of(Case.DATIVE)
          : form.endsWith("en") ? low.endsWith("n") && !masculine ? EnumSet.of(Case.ACCUSATIVE, Case.DATIVE)
              : EnumSet.of(Case.ACCUSATIVE)
              : EnumSet.allOf(Case.class);
    };
  }
}
