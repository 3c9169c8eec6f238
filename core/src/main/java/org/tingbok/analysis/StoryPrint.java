package org.tingbok.analysis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Erasure;
import org.tingbok.vocabulary.PartialDate;

/// What is kept of a document to tell whether another one tells the same story, some two thousand bytes whatever its
/// length: a sample of its runs of three words, of its names and numbers, and how it begins.
///
/// Runs are sampled by their value, so that two samples agree about what both can hold; the longer the text, the thinner
/// the sample. Names and numbers are what a translation keeps. It can be written and read back, so that prints of more documents
/// than one machine holds can be compared ([StoryPairs]). Immutable.
public final class StoryPrint {
  private static final int SAMPLE = 96; // at least, at most twice as many
  private static final int ANCHORS = 96;
  private static final Pattern TITLE_PARTS = Pattern.compile("\\s+[|–—-]\\s+|\\s+::\\s+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private final DocumentId id;
  private final PartialDate published;
  private final String source;
  private final String language;
  private final String publisher;
  private final List<String> title;
  private final int[] runs;
  private final int below;
  private final int size;
  private final int[] anchors;
  private final int[] lead;
  private final long text;
  private final boolean blank;

  private StoryPrint(DocumentId id, PartialDate published, String source, String language, String publisher,
      List<String> title, int[] runs, int below, int size, int[] anchors, int[] lead, long text,
      boolean blank) {
    this.id = id;
    this.published = published;
    this.source = source;
    this.language = language;
    this.publisher = publisher;
    this.title = title;
    this.runs = runs;
    this.below = below;
    this.size = size;
    this.anchors = anchors;
    this.lead = lead;
    this.text = text;
    this.blank = blank;
  }

  /// The print of a document.
  ///
  /// @param document the document
  /// @return the same for the same document
  public static StoryPrint of(Document document) {
    StoryWords words = StoryWords.of(document);
    int[] all = words.runs();
    int below = Integer.MAX_VALUE;
    int kept = all.length;
    while (kept >= 2 * SAMPLE) {
      below /= 2;
      kept = under(all, below);
    }
    List<String> title = document.title().map(StoryPrint::title).orElse(List.of());
    String publisher = document.publisher().orElse("").toLowerCase(Locale.ROOT).strip();
    String address = document.source().startsWith("http") ? document.source() : "";
    return new StoryPrint(document.id(), document.published(), address, document.language(), publisher, title,
        Arrays.copyOf(all, kept), below, all.length, lowest(words.anchors()), words.lead(),
        StoryWords.digest(document.text()), document.text().isBlank() || Erasure.dropped(document.text()));
  }

  /// Of many anchors those of the lowest values: two documents keep the same ones.
  private static int[] lowest(int[] anchors) {
    return anchors.length <= ANCHORS ? anchors : Arrays.copyOf(anchors, ANCHORS);
  }

  private static List<String> title(String title) {
    String longest = Arrays.stream(TITLE_PARTS.split(title.toLowerCase(Locale.ROOT), -1))
        .max((a, b) -> Integer.compare(a.length(), b.length())).orElse("");
    String plain = MARKS.matcher(Normalizer.normalize(longest, Normalizer.Form.NFKD)).replaceAll("");
    return Arrays.stream(NO_WORD.split(plain, -1)).filter(word -> !word.isEmpty()).map(String::intern).toList();
  }

  /// How many of the rising values are below a bound.
  private static int under(int[] values, int bound) {
    int at = Arrays.binarySearch(values, bound);
    return at >= 0 ? at : -at - 1;
  }

  /// Whether nothing that is compared tells the two apart.
  boolean same(StoryPrint other) {
    return text == other.text && published.equals(other.published) && source.equals(other.source)
        && language.equals(other.language) && publisher.equals(other.publisher) && title.equals(other.title);
  }

  /// What is looked up to find alike documents.
  int[] meetingRuns() {
    int[] all = runs.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] |= 1;
    }
    return StoryWords.once(all);
  }

  /// Whether there are no words to compare.
  ///
  /// @return whether the text is blank, or was dropped
  public boolean blank() {
    return blank;
  }

  /// How two samples overlap.
  ///
  /// @param shared estimated number of runs that both texts have, 0 if the samples share none
  /// @param contained share of the shorter text's runs that the other has
  /// @param narrated the same over those that neither quotes; as `contained` where nearly all is quoted
  /// @param sizes length of the shorter text over that of the longer, 0 to 1
  record Overlap(double shared, double contained, double narrated, double sizes) {
  }

  /// Compares the runs.
  ///
  /// @param other another document
  /// @param mineIgnored values that say nothing in this one, rising, the lowest bit set
  /// @param theirsIgnored likewise of the other
  Overlap overlap(StoryPrint other, int[] mineIgnored, int[] theirsIgnored) {
    int bound = Math.min(below, other.below);
    int i = 0;
    int j = 0;
    int mine = 0;
    int theirs = 0;
    int both = 0;
    int mineTold = 0;
    int theirsTold = 0;
    int bothTold = 0;
    int mineSkipped = 0;
    int theirsSkipped = 0;
    while (true) {
      int a = i < runs.length && runs[i] < bound ? runs[i] | 1 : Integer.MAX_VALUE;
      int b = j < other.runs.length && other.runs[j] < bound ? other.runs[j] | 1 : Integer.MAX_VALUE;
      if (a == Integer.MAX_VALUE && b == Integer.MAX_VALUE) {
        break;
      }
      int next = Math.min(a, b);
      while (mineSkipped < mineIgnored.length && mineIgnored[mineSkipped] < next) {
        mineSkipped++;
      }
      while (theirsSkipped < theirsIgnored.length && theirsIgnored[theirsSkipped] < next) {
        theirsSkipped++;
      }
      boolean inMine = a <= b && (mineSkipped == mineIgnored.length || mineIgnored[mineSkipped] != a);
      boolean inTheirs = b <= a && (theirsSkipped == theirsIgnored.length || theirsIgnored[theirsSkipped] != b);
      boolean toldMine = inMine && (runs[i] & 1) == 1;
      boolean toldTheirs = inTheirs && (other.runs[j] & 1) == 1;
      mine += inMine ? 1 : 0;
      theirs += inTheirs ? 1 : 0;
      both += inMine && inTheirs ? 1 : 0;
      mineTold += toldMine ? 1 : 0;
      theirsTold += toldTheirs ? 1 : 0;
      bothTold += toldMine && toldTheirs ? 1 : 0;
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    double scale = (double) Integer.MAX_VALUE / bound;
    int fewer = Math.max(1, Math.min(mine, theirs));
    int told = Math.min(mineTold, theirsTold);
    double contained = (double) both / fewer;
    double narrated = told * scale < 12 ? contained : (double) bothTold / told;
    return new Overlap(both * scale, Math.min(1, contained), narrated,
        (double) fewer / Math.max(1, Math.max(mine, theirs)));
  }

  /// How many names and numbers the two share.
  int sharedAnchors(StoryPrint other) {
    return shared(anchors, other.anchors, bound(other));
  }

  /// The share of the names and numbers of the one with fewer that the other has.
  double anchored(StoryPrint other) {
    int bound = bound(other);
    int fewer = Math.min(under(anchors, bound), under(other.anchors, bound));
    return fewer == 0 ? 0 : (double) sharedAnchors(other) / fewer;
  }

  /// Up to which value both keep all of their anchors.
  private int bound(StoryPrint other) {
    return Math.min(anchors.length < ANCHORS ? Integer.MAX_VALUE : anchors[ANCHORS - 1],
        other.anchors.length < ANCHORS ? Integer.MAX_VALUE : other.anchors[ANCHORS - 1]);
  }

  /// How much of how the shorter one begins the other begins with too, 0 to 1.
  double begins(StoryPrint other) {
    int fewer = Math.min(lead.length, other.lead.length);
    return fewer == 0 ? 0 : (double) shared(lead, other.lead, Integer.MAX_VALUE) / fewer;
  }

  private static int shared(int[] a, int[] b, int bound) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length && a[i] <= bound && b[j] <= bound;) {
      shared += a[i] == b[j] ? 1 : 0;
      boolean first = a[i] <= b[j];
      boolean second = b[j] <= a[i];
      i += first ? 1 : 0;
      j += second ? 1 : 0;
    }
    return shared;
  }

  /// The share of the words of the shorter title that the other has; 0 if one has fewer than three different ones.
  double titled(StoryPrint other) {
    Set<String> mine = new HashSet<>(title);
    Set<String> theirs = new TreeSet<>(other.title);
    int fewer = Math.min(mine.size(), theirs.size());
    mine.retainAll(theirs);
    return fewer < 3 ? 0 : (double) mine.size() / fewer;
  }

  /// Days between the publications; empty dates are far from all.
  long daysApart(StoryPrint other) {
    if (!published.stated() || !other.published.stated()) {
      return Long.MAX_VALUE;
    }
    return AccountNode.Days.of(published).gap(AccountNode.Days.of(other.published));
  }

  /// Writes it down.
  ///
  /// @return the same bytes for the same print, which [#read] understands in the same release
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (String word : List.of(id.value(), published.iso(), source, language, publisher)) {
        out.writeUTF(word);
      }
      out.writeInt(title.size());
      for (String word : title) {
        out.writeUTF(word);
      }
      for (int[] values : List.of(runs, anchors, lead)) {
        out.writeInt(values.length);
        for (int value : values) {
          out.writeInt(value);
        }
      }
      out.writeInt(below);
      out.writeInt(size);
      out.writeLong(text);
      out.writeBoolean(blank);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Reads what [#bytes] wrote.
  ///
  /// @param bytes the bytes
  /// @return the print
  public static StoryPrint read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      DocumentId id = new DocumentId(in.readUTF());
      PartialDate published = PartialDate.parse(in.readUTF());
      String source = in.readUTF();
      String language = in.readUTF();
      String publisher = in.readUTF();
      List<String> title = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        title.add(in.readUTF());
      }
      int[] runs = numbers(in);
      int[] anchors = numbers(in);
      int[] lead = numbers(in);
      return new StoryPrint(id, published, source, language, publisher, List.copyOf(title), runs, in.readInt(),
          in.readInt(), anchors, lead, in.readLong(), in.readBoolean());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] numbers(DataInputStream in) throws IOException {
    int[] values = new int[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  /// The document.
  ///
  /// @return its id
  public DocumentId id() {
    return id;
  }

  /// When it was published.
  ///
  /// @return not stated if the document does not tell
  public PartialDate published() {
    return published;
  }

  /// Where it was found; empty unless that is an address, which one page keeps as it is updated.
  String source() {
    return source;
  }

  /// BCP 47 primary tag, `und` if unknown.
  String language() {
    return language;
  }

  /// Who published it.
  ///
  /// @return in lower case; empty if not told
  public String publisher() {
    return publisher;
  }

  /// Words of the title, without the name of a site.
  ///
  /// @return in order; none if it has no title
  public List<String> title() {
    return title;
  }

  /// Sampled runs of three words, rising, each once; the lowest bit says that it stands outside quotation marks at least once.
  int[] runs() {
    return runs;
  }

  /// All runs whose value is below this are in the sample.
  ///
  /// @return more than 0
  public int below() {
    return below;
  }

  /// How many different runs the text has, sampled or not.
  ///
  /// @return 0 or more
  public int size() {
    return size;
  }

  /// Names and numbers, as hashes, rising.
  int[] anchors() {
    return anchors;
  }

  /// The runs that the text begins with, rising.
  int[] lead() {
    return lead;
  }

  /// The same for the same text, 64 bits of it.
  long text() {
    return text;
  }
}
