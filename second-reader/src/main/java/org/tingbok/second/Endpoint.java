package org.tingbok.second;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;

/// Where the second reader is asked, and as whom.
///
/// @param address what `/chat/completions` is appended to, such as `http://localhost:11434/v1`
/// @param model the name of the model as the endpoint knows it; its claims carry it
/// @param key what the endpoint asks for; empty where it asks for none
/// @param patience how long one answer may take, from the first byte sent to the last received
public record Endpoint(URI address, String model, Optional<String> key, Duration patience) {
  private static final int LONGEST_NAME = 200;
  private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);

  /// Checks that it can be asked without giving the key away.
  ///
  /// @throws BadInputException `SECOND_READER_SETTING` if the address is none of a web server, if a key would go in the
  ///     clear to another machine, if the model has no name, or if there is no patience
  public Endpoint {
    String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String host = Optional.ofNullable(address.getHost()).orElse("");
    if (!scheme.equals("http") && !scheme.equals("https") || host.isEmpty() || address.getRawUserInfo() != null
        || address.getRawQuery() != null || address.getRawFragment() != null) {
      throw setting("the second reader's address has to be like http://localhost:11434/v1, without user, password or"
          + " query");
    }
    if (model.isBlank() || model.length() > LONGEST_NAME || model.chars().anyMatch(Character::isISOControl)) {
      throw setting("the second reader's model needs a name of 1 to " + LONGEST_NAME + " characters");
    }
    if (patience.isNegative() || patience.isZero() || patience.compareTo(LONGEST_PATIENCE) > 0) {
      throw setting("the second reader may take from a second to an hour, not " + patience.toSeconds() + " seconds");
    }
    if (key.isPresent() && !scheme.equals("https") && !thisMachine(host)) {
      throw setting("the key of the second reader would go unencrypted to " + host + "; use https, or no key");
    }
    if (key.isPresent() && !key.get().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw setting("the key of the second reader holds characters that no key has");
    }
  }

  /// An endpoint of words that a person typed.
  ///
  /// @param address its address
  /// @param model the name of the model
  /// @param key what it asks for; empty where it asks for none
  /// @param patience how long one answer may take
  /// @return the endpoint
  /// @throws BadInputException `SECOND_READER_SETTING` if that is none
  public static Endpoint of(String address, String model, Optional<String> key, Duration patience) {
    try {
      return new Endpoint(new URI(address.strip()), model.strip(), key, patience);
    } catch (URISyntaxException e) {
      throw setting("the second reader's address has to be like http://localhost:11434/v1 (" + e.getReason() + ")");
    }
  }

  private static boolean thisMachine(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static BadInputException setting(String message) {
    return new BadInputException("SECOND_READER_SETTING", message);
  }

  /// Without the key.
  @Override
  public String toString() {
    return model + " at " + address;
  }
}
