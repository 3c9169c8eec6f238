package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.SlotChanges;
import org.tingbok.vocabulary.RulingVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tingbok rule correct`.
@Command(name = "correct", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"The text says something else: name the slots that it fills otherwise.",
        "Slots that are not named stay as they are, the evidence too. A party is NAME, or NAME=KIND, or NAME=KIND,STATE."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok rule correct 7f0c12ab --accused \"Grey Heron\" --reason \"the sentence names Heron\" --by ida",
        "  tingbok rule correct 7f0c12ab --type denial --reason \"it denies\" --by ida",
        "  tingbok rule correct 7f0c12ab --said 2021-06-18 --certainty moderate --reason \"read on\" --by ida"})
final class RuleCorrectCommand extends RulingCommand {
  @Mixin
  private SlotOptions slots = new SlotOptions();

  RuleCorrectCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  RulingVerdict verdict() {
    return RulingVerdict.CORRECTED;
  }

  @Override
  SlotChanges changes() {
    return slots.changes();
  }
}
