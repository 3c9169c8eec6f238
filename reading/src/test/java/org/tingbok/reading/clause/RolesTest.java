package org.tingbok.reading.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.text.Token;

class RolesTest {
  private static Tree tree(String sentence) {
    return new Tree(SyntaxAnalyzer.load("en").parse(sentence, 0, sentence.length()));
  }

  private static Token word(Tree tree, String form) {
    return tree.tokens().stream().filter(token -> token.form().equals(form)).findFirst().orElseThrow();
  }

  private static String forms(List<Token> tokens) {
    return tokens.isEmpty() ? "nobody" : String.join(" ", tokens.stream().map(Token::form).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The group attacked the ministry.                           | attacked  | group    | ministry
      The ministry was attacked by the group.                    | attacked  | group    | ministry
      The ministry has been attacked.                            | attacked  | nobody   | ministry
      The attack was blamed on the group by the ministry.        | blamed    | ministry | attack
      The group that attacked the ministry left.                 | attacked  | group    | ministry
      The ministry that the group attacked was closed.           | attacked  | group    | ministry
      The ministry, which was attacked by the group, was closed. | attacked  | group    | ministry
      The ministry attacked by the group was closed.             | attacked  | group    | ministry
      The group attacking the ministry left.                     | attacking | group    | ministry
      The officers tried to attack the ministry.                 | attack    | officers | ministry
      The state ordered the group to attack the ministry.        | attack    | group    | ministry
      The group was ordered to attack the ministry.              | attack    | group    | ministry
      The police accused the group of attacking the ministry.    | attacking | group    | ministry
      The group was accused of attacking the ministry.           | attacking | group    | ministry
      The group left after attacking the ministry.               | attacking | group    | ministry
      The group entered the network and stole the files.         | stole     | group    | files
      The files were copied and then sold by the group.          | sold      | group    | files
      The group was named and blamed.                            | blamed    | nobody   | group
      The company says the group attacked the ministry.          | attacked  | group    | ministry
      """)
  void tellsWhoActsAndWhatIsActedOnWhateverTheConstruction(String sentence, String predicate, String subject,
      String object) {
    Tree tree = tree(sentence);
    Roles roles = new Roles(tree);
    Token verb = word(tree, predicate);
    assertThat(forms(roles.subject(verb))).isEqualTo(subject);
    assertThat(forms(roles.object(verb))).isEqualTo(object);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The ministry was attacked by the group.       | attacked | true
      The ministry attacked by the group was shut.  | attacked | true
      The group has attacked the ministry.          | attacked | false
      The group attacked the ministry.              | attacked | false
      """)
  void tellsThePassive(String sentence, String predicate, boolean passive) {
    Tree tree = tree(sentence);
    assertThat(new Roles(tree).passive(word(tree, predicate))).isEqualTo(passive);
  }

  @Test
  void findsWhatAnAdpositionMarksWhereverTheTreeHangsIt() {
    Tree tree = tree("The ministry attributed the attack on the port to the group.");
    Roles roles = new Roles(tree);
    assertThat(forms(roles.marked(word(tree, "attributed"), Set.of("to")))).isEqualTo("group");
    assertThat(forms(roles.marked(word(tree, "attack"), Set.of("on")))).isEqualTo("port");
    assertThat(forms(roles.marked(word(tree, "attributed"), Set.of("with")))).isEqualTo("nobody");
    assertThat(forms(roles.behind(word(tree, "attributed"), Set.of("to"), 10))).isEqualTo("group");
  }
}
