package org.tingbok.app.intake;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.fetch.Answer;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.UnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fetches what is new in a collection of TAXII 2.1, page by page, as one envelope that is read like a bundle. How far it got is
/// kept with the documents that came of it ([Act.Fetched]), so that the next time only later objects are asked for; those
/// earlier ones that these refer to are asked for by their ids.
public final class TaxiiClient {
  private static final String SCHEME = "taxii+";
  private static final String ACCEPTED = "application/taxii+json;version=2.1";
  private static final int PAGE = 1000;
  private static final int MOST_PAGES = 10_000;
  private static final int IDS_AT_ONCE = 20;
  /// Collections that are told of a server with several.
  private static final int MOST_TOLD = 12;
  private static final Pattern COLLECTION = Pattern.compile(".*/collections/[^/]+/");
  private static final int MOST_IDS = 2000;
  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

  private final Fetcher fetcher;
  private final Clock clock;
  private final TaxiiLogins logins;

  /// A client.
  ///
  /// @param fetcher asks
  /// @param clock tells when
  /// @param logins who we are to which host
  public TaxiiClient(Fetcher fetcher, Clock clock, TaxiiLogins logins) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.logins = logins;
  }

  /// Whether a word is meant as the address of a collection.
  ///
  /// @param word a word
  /// @return whether it begins with `taxii+http`
  public static boolean is(String word) {
    return word.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && Address.is(word.substring(SCHEME.length()));
  }

  /// What somebody typed as an order. A collection is named by its id or its alias.
  ///
  /// @param typed an address for which [#is] holds
  /// @return to be gathered
  /// @throws BadInputException `ADDRESS_UNREADABLE`, `ADDRESS_SECRET`; `TAXII_ADDRESS` if it is none of a collection
  public static Order order(String typed) {
    URI address = Address.parse(typed.strip().substring(SCHEME.length()));
    String path = path(address);
    if (!COLLECTION.matcher(path).matches()) {
      throw new BadInputException("TAXII_ADDRESS",
          "the address of a collection ends in /collections/ID/; ask its server for those it has: " + address);
    }
    return Order.of(URI.create(SCHEME + address.getScheme() + "://" + address.getRawAuthority() + path));
  }

  /// A collection that a server offers.
  ///
  /// @param address to be typed
  /// @param title what its server calls it
  private record Offered(String address, String title) {
  }

  /// What an address stands for: a collection, or the one collection that a server, an API root of it or its list of collections
  /// offers. Where it offers several one has to be named: collections of one server overlap, and fetched all together they would
  /// bring most things twice.
  ///
  /// @param typed an address for which [#is] holds
  /// @param on asked now and then whether to go on
  /// @return to be gathered
  /// @throws BadInputException `ADDRESS_UNREADABLE`, `ADDRESS_SECRET`; `TAXII_COLLECTIONS` if there are several
  /// @throws UnavailableException with the code of what went wrong if it offers none, or does not answer
  public Order order(String typed, BooleanSupplier on) {
    URI address = Address.parse(typed.strip().substring(SCHEME.length()));
    if (COLLECTION.matcher(path(address)).matches()) {
      return order(typed);
    }
    List<Offered> offered = new ArrayList<>();
    try {
      offered(URI.create(address.getScheme() + "://" + address.getRawAuthority() + path(address)), offered, on);
    } catch (Stopped e) {
      throw new UnavailableException(e.trouble.code(), e.trouble.message());
    }
    if (offered.isEmpty()) {
      throw new UnavailableException("TAXII_EMPTY",
          address + " offers no collection, or none that this login may read");
    }
    if (offered.size() > 1) {
      throw new BadInputException("TAXII_COLLECTIONS", address + " has " + offered.size()
          + " collections; name one of them: " + String.join(", ", offered.stream().limit(MOST_TOLD)
              .map(one -> one.address + " (" + one.title + ")").toList())
          + (offered.size() > MOST_TOLD ? ", …" : ""));
    }
    return order(offered.getFirst().address);
  }

  private static String path(URI address) {
    return String.valueOf(address.getRawPath()).replaceFirst("(?:/objects)?/?$", "/");
  }

  /// A discovery resource lists API roots, an API root has collections, and a list of collections lists them.
  private void offered(URI address, List<Offered> offered, BooleanSupplier on) throws Stopped {
    JsonNode resource = resource(address, on);
    if (resource.path("api_roots").isArray()) {
      for (JsonNode root : resource.path("api_roots")) {
        collections(folder(address, root.asString("")), offered, on);
      }
    } else if (resource.path("collections").isArray() || path(address).endsWith("/collections/")) {
      listed(address, resource, offered);
    } else if (resource.has("versions")) {
      collections(address, offered, on);
    } else {
      throw new Stopped("TAXII_BROKEN",
          address + " is neither a server of TAXII 2.1 nor an API root nor a list of collections");
    }
  }

  private void collections(URI root, List<Offered> offered, BooleanSupplier on) throws Stopped {
    URI list = folder(root, "collections/");
    listed(list, resource(list, on), offered);
  }

  private static void listed(URI list, JsonNode resource, List<Offered> offered) throws Stopped {
    for (JsonNode one : resource.path("collections")) {
      if (one.path("can_read").asBoolean(false)) {
        String title = one.path("title").asString("");
        offered.add(new Offered(SCHEME + folder(list, encoded(one.path("id").asString("")) + "/"),
            (title.length() > 80 ? title.substring(0, 80) + "…" : title)
                + (one.path("alias").isString() ? ", also known as " + one.path("alias").asString() : "")));
      }
    }
  }

  private static URI folder(URI base, String relative) throws Stopped {
    try {
      URI there = base.resolve(relative);
      return there.toString().endsWith("/") ? there : URI.create(there + "/");
    } catch (IllegalArgumentException e) {
      throw new Stopped("TAXII_BROKEN", base + " leads to an address that cannot be read");
    }
  }

  private JsonNode resource(URI address, BooleanSupplier on) throws Stopped {
    try {
      JsonNode resource = JSON.readTree(told(address, on).body());
      if (resource.isObject()) {
        return resource;
      }
    } catch (JacksonException e) {
      // told below
    }
    throw new Stopped("TAXII_BROKEN", address + " answers with what is no resource of TAXII 2.1");
  }

  /// Ends a walk.
  private static final class Stopped extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Trouble trouble;

    Stopped(String code, String message) {
      this(new Trouble(code, message));
    }

    Stopped(Trouble trouble) {
      super(trouble.message());
      this.trouble = trouble;
    }
  }

  /// What a walk has brought so far.
  private static final class Walk {
    private final ArrayNode objects = JSON.createArrayNode();
    private final Set<String> ids = new HashSet<>();
    private long size;
    private Optional<String> last = Optional.empty();

    void add(JsonNode page, int bytes) {
      page.path("objects").forEach(object -> {
        objects.add(object);
        ids.add(object.path("id").asString(""));
      });
      size += bytes;
    }

    boolean full() {
      return size > InputReader.LARGEST_CONTAINER / 4 * 3;
    }
  }

  /// Gets what is new.
  ///
  /// @param order what
  /// @param before what the same order gave the last time; empty if it was never given
  /// @param folder where it is put
  /// @param name the file's name, without an ending
  /// @param on asked now and then whether to go on
  /// @return what came of it
  public Gatherer.Gathered gather(Order order, Optional<Act.Fetched> before, Path folder, String name,
      BooleanSupplier on) {
    URI collection = URI.create(order.asked().substring(SCHEME.length()) + "objects/");
    Optional<String> since = before.flatMap(Act.Fetched::modified).filter(TaxiiClient::moment);
    Walk walk = new Walk();
    try {
      walk(collection, since, walk, on);
      if (walk.objects.isEmpty()) {
        return before.<Gatherer.Gathered>map(last -> new Gatherer.Gathered.Same(last.document(), from(order, since)))
            .orElseGet(() -> new Gatherer.Gathered.Not(new Trouble("TAXII_EMPTY",
                order.asked() + " holds no objects, or none that this login may read")));
      }
      missing(collection, walk, on);
    } catch (Stopped e) {
      return new Gatherer.Gathered.Not(e.trouble);
    }
    ObjectNode envelope = JSON.createObjectNode();
    envelope.set("objects", walk.objects);
    try {
      Path file = Files.write(folder.resolve(name + ".json"), JSON.writeValueAsBytes(envelope));
      return new Gatherer.Gathered.Report(new Source(order.name(), Optional.of(file)),
          from(order, walk.last.or(() -> since)));
    } catch (IOException e) {
      throw new UnavailableException("TEMPORARY_UNWRITABLE",
          "cannot keep what was fetched (" + e.getMessage() + "); make room, or set TMPDIR", e);
    }
  }

  private Gatherer.From from(Order order, Optional<String> last) {
    return new Gatherer.From(order, order.asked(), new Answer.State(Optional.empty(), last), clock.instant());
  }

  private static boolean moment(String text) {
    try {
      return text.length() < 40 && Instant.parse(text).isAfter(Instant.EPOCH);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /// All pages, until the server has no more or as much has come as is read at once; the rest comes the next time.
  private void walk(URI collection, Optional<String> since, Walk walk, BooleanSupplier on) throws Stopped {
    Optional<String> next = Optional.empty();
    Optional<String> after = since;
    Set<String> asked = new HashSet<>();
    for (int number = 0; number < MOST_PAGES && !walk.full(); number++) {
      Map<String, String> query = new LinkedHashMap<>();
      query.put("limit", Integer.toString(PAGE));
      after.ifPresent(moment -> query.put("added_after", moment));
      next.ifPresent(place -> query.put("next", place));
      URI page = with(collection, query);
      if (!asked.add(page.toString())) {
        throw new Stopped("TAXII_BROKEN", collection + " leads from a page back to itself; tell those who run it");
      }
      JsonNode envelope = ask(page, walk, on);
      if (!envelope.path("more").asBoolean(false)) {
        return;
      }
      next = Optional.of(envelope.path("next")).filter(JsonNode::isString).map(JsonNode::asString);
      if (next.isEmpty()) {
        after = walk.last;
        if (after.isEmpty()) {
          throw new Stopped("TAXII_BROKEN", collection + " says that there is more and not how to ask for it");
        }
      }
    }
  }

  /// The objects that others refer to and that came earlier, or from elsewhere.
  private void missing(URI collection, Walk walk, BooleanSupplier on) throws Stopped {
    Set<String> missing = new LinkedHashSet<>();
    walk.objects.forEach(object -> object.properties().forEach(slot -> {
      if (slot.getKey().endsWith("_ref") || slot.getKey().endsWith("_refs")) {
        (slot.getValue().isArray() ? slot.getValue().valueStream() : java.util.stream.Stream.of(slot.getValue()))
            .map(ref -> ref.asString("")).filter(ref -> ref.contains("--") && !walk.ids.contains(ref))
            .forEach(missing::add);
      }
    }));
    List<String> ids = new ArrayList<>(missing).subList(0, Math.min(MOST_IDS, missing.size()));
    Optional<String> last = walk.last;
    for (int at = 0; at < ids.size() && !walk.full(); at += IDS_AT_ONCE) {
      ask(with(collection,
          Map.of("match[id]", String.join(",", ids.subList(at, Math.min(ids.size(), at + IDS_AT_ONCE))))),
          walk, on);
    }
    walk.last = last;
  }

  private static URI with(URI collection, Map<String, String> query) {
    StringBuilder address = new StringBuilder(collection.toString());
    query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&').append(encoded(name))
        .append('=').append(encoded(value)));
    return URI.create(address.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Fetcher.Told told(URI page, BooleanSupplier on) throws Stopped {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", ACCEPTED);
    logins.header(page).ifPresent(login -> headers.put("Authorization", login));
    Fetcher.Told told = fetcher.ask(page, headers, on);
    if (told.trouble().isPresent()) {
      throw new Stopped(told.trouble().get());
    }
    if (told.status() != 200) {
      throw new Stopped(told.status() == 401 || told.status() == 403 ? "TAXII_LOGIN" : "FETCH_STATUS",
          page + " answers with status " + told.status() + switch (told.status()) {
            case 401, 403 -> ": it wants " + (headers.containsKey("Authorization") ? "another" : "a")
                + " login; give it in the file that " + TaxiiLogins.VARIABLE + " names";
            case 404 -> ": there is no such collection, or none for this login";
            case 406 -> ": it does not speak TAXII 2.1";
            default -> "";
          });
    }
    return told;
  }

  private JsonNode ask(URI page, Walk walk, BooleanSupplier on) throws Stopped {
    Fetcher.Told told = told(page, on);
    try {
      JsonNode envelope = JSON.readTree(told.body());
      if (!envelope.isObject() || envelope.has("objects") && !envelope.path("objects").isArray()) {
        throw new Stopped("TAXII_BROKEN", page + " answers with what is no envelope of TAXII 2.1");
      }
      walk.add(envelope, told.body().length);
      walk.last = Optional.ofNullable(told.headers().get("x-taxii-date-added-last")).filter(TaxiiClient::moment)
          .or(() -> walk.last);
      return envelope;
    } catch (JacksonException e) {
      throw new Stopped("TAXII_BROKEN", page + " answers with what is no sound JSON: " + e.getOriginalMessage());
    }
  }
}
