package org.tingbok.exchange.misp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tingbok.claim.Certainty;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.SourceReliability;
import org.tingbok.vocabulary.Tlp;

/// What tags of taxonomies and galaxies say.
final class Tags {
  private static final Pattern TRIPLE = Pattern.compile("([^:=\"]+):([^:=\"]+)=\"([^\"]*)\"");
  /// Galaxies whose clusters are actors.
  private static final Set<String> ACTORS = Set.of("threat-actor", "intrusion-set", "mitre-intrusion-set",
      "mitre-enterprise-attack-intrusion-set", "mitre-ics-groups", "microsoft-activity-group", "360net-threat-actor",
      "groups", "tidal-groups");
  private static final String RELIABILITY = "admiralty-scale:source-reliability";
  private static final Pattern NUMBER = Pattern.compile("(.+?) - G\\d{4}");

  private Tags() {
  }

  /// A tag of three parts.
  ///
  /// @param taxonomy `misp-galaxy`, say
  /// @param predicate `threat-actor`, say
  /// @param value what stands in quotation marks
  record Tag(String taxonomy, String predicate, String value) {
  }

  static Optional<Tag> parse(String tag) {
    Matcher parts = TRIPLE.matcher(tag.length() > 500 ? "" : tag.strip());
    return parts.matches() ? Optional.of(new Tag(parts.group(1), parts.group(2), parts.group(3))) : Optional.empty();
  }

  /// How far an organisation relies on a source, by MISP's taxonomy of the Admiralty code.
  static String reliability(SourceReliability letter) {
    return RELIABILITY + "=\"" + letter.code().toLowerCase(Locale.ROOT) + "\"";
  }

  /// The letter among tags. MISP's seventh, "deliberately deceptive", is none of the code's.
  static Optional<SourceReliability> reliability(List<String> tags) {
    return tags.stream().flatMap(tag -> parse(tag).stream())
        .filter(one -> RELIABILITY.equals(one.taxonomy + ":" + one.predicate))
        .flatMap(one -> Coded.find(SourceReliability.class, one.value.toUpperCase(Locale.ROOT)).stream()).findFirst();
  }

  /// How far what bears these tags may be passed on: the narrowest label of the Traffic Light Protocol among them.
  static Optional<Tlp> marking(Stream<String> tags) {
    return tags.filter(tag -> tag.toLowerCase(Locale.ROOT).startsWith("tlp:")).flatMap(tag -> Tlp.parse(tag).stream())
        .reduce(Tlp::strictest);
  }

  /// The actor that a tag of a galaxy names.
  static Optional<String> actor(String tag) {
    return parse(tag).filter(one -> one.taxonomy.equals("misp-galaxy") && ACTORS.contains(one.predicate))
        .map(one -> name(one.value)).filter(name -> !name.isBlank());
  }

  static boolean actors(String galaxy) {
    return ACTORS.contains(galaxy);
  }

  /// The name of a cluster, without the number that galaxies made of ATT&CK put behind it.
  static String name(String value) {
    Matcher numbered = NUMBER.matcher(value.strip());
    return numbered.matches() ? numbered.group(1) : value.strip();
  }

  /// Where somebody was hit, by the galaxy of targets.
  static Optional<String> target(String tag) {
    return parse(tag).filter(one -> one.taxonomy.equals("misp-galaxy") && one.predicate.equals("target-information"))
        .map(Tag::value).filter(name -> !name.isBlank());
  }

  /// How sure tags say that somebody is: likelihood and confidence as they are, of Admiralty's credibility the word; letters
  /// of reliability are about sources, not about how sure one is.
  static Certainty certainty(List<String> tags) {
    Optional<Likelihood> likelihood = Optional.empty();
    Optional<AnalyticConfidence> confidence = Optional.empty();
    Optional<CertaintyLevel> credibility = Optional.empty();
    Optional<String> words = Optional.empty();
    for (String tag : tags) {
      Optional<Tag> parsed = parse(tag);
      String key = parsed.map(one -> one.taxonomy + ":" + one.predicate).orElse("");
      String value = parsed.map(Tag::value).orElse("");
      switch (key) {
        case "estimative-language:likelihood-probability" -> {
          likelihood = Coded.find(Likelihood.class, value).or(noneYet(likelihood));
          words = words.or(() -> Optional.of(tag));
        }
        case "estimative-language:confidence-in-analytic-judgment" -> {
          confidence = Coded.find(AnalyticConfidence.class, value).or(noneYet(confidence));
          words = words.or(() -> Optional.of(tag));
        }
        case "admiralty-scale:information-credibility" -> {
          credibility = credible(value);
          words = credibility.isPresent() ? words.or(() -> Optional.of(tag)) : words;
        }
        default -> {
          // says nothing of how sure anybody is
        }
      }
    }
    Optional<CertaintyLevel> level =
        confidence.map(Tags::level).or(either(likelihood.map(Tags::level))).or(either(credibility));
    return level.isEmpty() ? Certainty.ASSERTED : new Certainty(level.get(), words, likelihood, confidence);
  }

  private static <T> java.util.function.Supplier<Optional<T>> noneYet(Optional<T> before) {
    return () -> before;
  }

  private static <T> java.util.function.Supplier<Optional<T>> either(Optional<T> other) {
    return () -> other;
  }

  private static CertaintyLevel level(AnalyticConfidence confidence) {
    return switch (confidence) {
      case HIGH -> CertaintyLevel.HIGH;
      case MODERATE -> CertaintyLevel.MODERATE;
      case LOW -> CertaintyLevel.LOW;
    };
  }

  private static CertaintyLevel level(Likelihood likelihood) {
    return switch (likelihood) {
      case ALMOST_CERTAIN, VERY_LIKELY -> CertaintyLevel.HIGH;
      case LIKELY -> CertaintyLevel.MODERATE;
      case ROUGHLY_EVEN_CHANCE, UNLIKELY, VERY_UNLIKELY, ALMOST_NO_CHANCE -> CertaintyLevel.LOW;
    };
  }

  /// 2 is worded "probably true", 3 "possibly true", 4 "doubtful", 5 "improbable"; 1 has no hedge and 6 judges nothing.
  private static Optional<CertaintyLevel> credible(String number) {
    return switch (number) {
      case "2" -> Optional.of(CertaintyLevel.MODERATE);
      case "3", "4", "5" -> Optional.of(CertaintyLevel.LOW);
      default -> Optional.empty();
    };
  }
}
