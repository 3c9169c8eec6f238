package org.tingbok.reading.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import org.tingbok.reading.Reports;

/// Short plain reports in five languages, with what must and what must not be read of them: `plain-reports.txt`.
class PlainReportsTest {
  record Plain(String about, String report, List<String> read, List<String> notRead) {
    @Override
    public String toString() {
      return about;
    }
  }

  static List<Plain> reports() {
    String all;
    try (InputStream file = Objects.requireNonNull(PlainReportsTest.class.getResourceAsStream("plain-reports.txt"))) {
      all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Plain> reports = new ArrayList<>();
    for (String block : List.of(all.split("(?m)^## ")).stream().skip(1).toList()) {
      List<String> lines = block.lines().toList();
      reports.add(new Plain(lines.getFirst(),
          String.join("\n", lines.stream().skip(1).filter(line -> !line.matches("[+-] .*")).toList()).strip() + "\n",
          marked(lines, "+ "), marked(lines, "- ")));
    }
    return reports;
  }

  private static List<String> marked(List<String> lines, String mark) {
    return lines.stream().filter(line -> line.startsWith(mark)).map(line -> line.substring(2).strip()).toList();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void areReadAsTheyAreMeant(Plain plain) {
    List<Claim> claims = Reports.READER
        .read(Reports.READER.parse("example.txt", plain.report().getBytes(StandardCharsets.UTF_8))).claims();
    List<String> told = claims.stream().flatMap(claim -> Stream.of(line(claim),
        line(claim) + " | " + claim.saying().saidOn().iso())).toList();
    assertThat(told).containsAll(plain.read());
    for (String not : plain.notRead()) {
      String[] parts = not.split(" ?\\| ?", -1);
      assertThat(told).as(not).noneMatch(line -> {
        String[] read = line.split(" ?\\| ?", -1);
        return read.length == 3 && read[0].equals(parts[0]) && (parts[1].equals("*") || read[1].equals(parts[1]))
            && (parts[2].equals("*") || read[2].equals(parts[2]));
      });
    }
  }

  private static String line(Claim claim) {
    String who = claim.saying().ownVoice() ? "own" : names(claim.saying().claimants());
    String whom = switch (claim) {
      case Claim.Attribution one -> names(one.accused());
      case Claim.NonAttribution one -> names(one.accused());
      case Claim.Response one -> names(one.target());
      case Claim.Affiliation one -> one.actor().name() + " > " + one.sponsor().name();
      case Claim.Alias one -> one.first().name() + " > " + one.second().name();
      case Claim.Denial _, Claim.Impact _, Claim.Method _ -> "";
    };
    return (claim.type().code() + " | " + who + " | " + whom).strip();
  }

  private static String names(List<Party> parties) {
    return String.join(", ", parties.stream().map(Party::name).toList());
  }
}
