package bookstore.shared.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import bookstore.shared.EmbeddingUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The loaded model. Each text is read on the caller's thread alone: a session left at its defaults takes all cores for
 * every text and lets them spin in between, which costs twice the work.
 */
final class BgeSession implements AutoCloseable {

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final int LONGEST_TEXT = 512;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece wordPiece;

    private BgeSession(OrtEnvironment environment, OrtSession session, WordPiece wordPiece) {
        this.environment = environment;
        this.session = session;
        this.wordPiece = wordPiece;
    }

    static BgeSession open() {
        try (var model = resource(MODEL);
                var tokenizer = resource(TOKENIZER);
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            var environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(model.readAllBytes(), options);
            return new BgeSession(environment, session, WordPiece.read(tokenizer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("the model does not load", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(BgeSession.class.getResourceAsStream(name), name);
    }

    Set<String> words() {
        return wordPiece.words();
    }

    float[] embed(String text) {
        var ids = wordPiece.ids(text, LONGEST_TEXT);
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put("input_ids", OnnxTensor.createTensor(environment, new long[][] {ids}));
            inputs.put("attention_mask", OnnxTensor.createTensor(environment, new long[][] {ones}));
            inputs.put("token_type_ids", OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]}));
            try (var result = session.run(inputs)) {
                // of all tokens' vectors the first one, [CLS], stands for the whole text
                return normalised(((float[][][]) result.get(0).getValue())[0][0]);
            }
        } catch (OrtException e) {
            throw new EmbeddingUnavailable("the model fails", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static float[] normalised(float[] vector) {
        var squares = 0.0;
        for (var value : vector) {
            squares += value * value;
        }
        var length = (float) Math.sqrt(squares);
        for (var i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
