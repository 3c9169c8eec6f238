package org.tingbok.reading.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// What articles and pronouns say of who acts, over trees in which a parser went by the order of words.
class GermanCasesTest {
  /// Tokens as `form_upos_xpos_relation_head`, the head counted from 0, -1 for the root.
  private static Sentence tree(String words) {
    String[] parts = words.split(" ", -1);
    List<Token> tokens = new java.util.ArrayList<>();
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      String[] fields = parts[i].split("_", -1);
      tokens.add(new Token(i, at, at + fields[0].length(), fields[0], fields[0], Upos.valueOf(fields[1]), fields[2],
          Integer.parseInt(fields[4]), fields[3]));
      at += fields[0].length() + 1;
    }
    return new Sentence(0, at, tokens);
  }

  private static String relation(Sentence sentence, String form) {
    Optional<Token> token = sentence.tokens().stream().filter(one -> one.form().equals(form)).findFirst();
    return token.orElseThrow().deprel();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Eine_DET_ART_det_1 Gruppe_NOUN_NN_nsubj_2 nannte_VERB_VVFIN_root_-1 der_DET_ART_det_4 Sprecher_NOUN_NN_obj_2 | Sprecher | nsubj
      Dort_ADV_ADV_advmod_1 klagte_VERB_VVFIN_root_-1 ihn_PRON_PPER_nsubj_1 die_DET_ART_det_4 Justiz_NOUN_NN_obj_1 | Justiz | nsubj
      Dort_ADV_ADV_advmod_1 klagte_VERB_VVFIN_root_-1 ihn_PRON_PPER_nsubj_1 die_DET_ART_det_4 Justiz_NOUN_NN_obj_1 | ihn | obj
      Medien_NOUN_NN_nsubj_1 schrieben_VERB_VVFIN_root_-1 ihn_PRON_PPER_obj_1 der_DET_ART_det_4 Gruppe_NOUN_NN_obl_1 zu_ADP_PTKVZ_compound:prt_1 | Gruppe | iobj
      Ihn_PRON_PPER_obj_1 schrieb_VERB_VVFIN_root_-1 sie_PRON_PPER_nsubj_1 derselben_DET_PDAT_det_4 Gruppe_NOUN_NN_obj_1 zu_ADP_PTKVZ_compound:prt_1 | Gruppe | iobj
      sei_AUX_VAFIN_aux_5 der_DET_ART_det_2 Angriff_NOUN_NN_obj_5 chinesischen_ADJ_ADJA_amod_4 Akteuren_NOUN_NN_obj_5 zuzurechnen_VERB_VVINF_root_-1 | Angriff | nsubj:pass
      sei_AUX_VAFIN_aux_5 der_DET_ART_det_2 Angriff_NOUN_NN_obj_5 chinesischen_ADJ_ADJA_amod_4 Akteuren_NOUN_NN_obj_5 zuzurechnen_VERB_VVINF_root_-1 | Akteuren | iobj
      Die_DET_ART_det_1 Behörde_NOUN_NN_nsubj_2 nannte_VERB_VVFIN_root_-1 eine_DET_ART_det_4 Gruppe_NOUN_NN_obj_2 | Gruppe | obj
      Die_DET_ART_det_1 Behörde_NOUN_NN_nsubj_2 nannte_VERB_VVFIN_root_-1 eine_DET_ART_det_4 Gruppe_NOUN_NN_obj_2 | Behörde | nsubj
      """)
  void formsSayWhoActs(String words, String form, String relation) {
    assertThat(relation(GermanCases.read(tree(words)), form)).isEqualTo(relation);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Badin_PROPN_NE_nsubj_4 soll_AUX_VMFIN_aux_4 der_DET_ART_det_3 Einheit_NOUN_NN_obj_4 angehören_ADJ_ADJA_root_-1 | angehören | VERB
      Die_DET_ART_det_1 Firma_NOUN_NN_nsubj_3 ist_AUX_VAFIN_cop_3 verschwiegen_ADJ_ADJD_root_-1 | verschwiegen | ADJ
      """)
  void aVerbBehindAnAuxiliaryIsNoAdjective(String words, String form, Upos upos) {
    assertThat(GermanCases.read(tree(words)).tokens().stream().filter(token -> token.form().equals(form))
        .map(Token::upos)).containsExactly(upos);
  }
}
