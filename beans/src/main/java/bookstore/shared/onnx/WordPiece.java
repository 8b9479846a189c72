package bookstore.shared.onnx;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Cuts text into the pieces that BERT has learned, as ids: lower case, no accents, the longest known piece first. The
 * tokenizer that comes with the model's library would do the same, but calls home when it starts.
 */
final class WordPiece {

    private static final int LONGEST_WORD = 100;
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NOTHING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\uFFFD&&[^\\t\\n\\r]]");
    /** Signs of their own: punctuation, all of ASCII's that are no letters, and Chinese characters. */
    private static final Pattern ALONE = Pattern.compile("[\\p{P}$+<=>^`|~\\p{IsHan}]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final Map<String, Integer> ids;
    private final long begin;
    private final long end;
    private final long unknown;

    private WordPiece(Map<String, Integer> ids) {
        this.ids = ids;
        this.begin = ids.get("[CLS]");
        this.end = ids.get("[SEP]");
        this.unknown = ids.get("[UNK]");
    }

    /** Reads the vocabulary of a {@code tokenizer.json}. */
    static WordPiece read(InputStream tokenizer) throws IOException {
        var mapper = new ObjectMapper();
        var vocabulary = mapper.readTree(tokenizer).at("/model/vocab");
        return new WordPiece(mapper.convertValue(vocabulary, new TypeReference<>() {}));
    }

    /** The words that are one piece. */
    Set<String> words() {
        return ids.keySet().stream()
                .filter(piece -> piece.chars().allMatch(Character::isLetter))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The ids of a text between begin and end marks; what is too long is cut off. */
    long[] ids(String text, int atMost) {
        var words = SPACE.split(separated(text));
        var pieces = Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .flatMapToLong(this::pieces)
                .limit(atMost - 2L);
        return LongStream.concat(LongStream.concat(LongStream.of(begin), pieces), LongStream.of(end))
                .toArray();
    }

    private static String separated(String text) {
        var clean = NOTHING.matcher(text).replaceAll("");
        var plain = Normalizer.normalize(clean.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return ALONE.matcher(ACCENTS.matcher(plain).replaceAll("")).replaceAll(" $0 ");
    }

    private LongStream pieces(String word) {
        if (word.length() > LONGEST_WORD) {
            return LongStream.of(unknown);
        }
        var pieces = LongStream.builder();
        for (var from = 0; from < word.length(); ) {
            var to = word.length();
            while (to > from && !ids.containsKey(piece(word, from, to))) {
                to--;
            }
            if (to == from) {
                return LongStream.of(unknown);
            }
            pieces.add(ids.get(piece(word, from, to)));
            from = to;
        }
        return pieces.build();
    }

    private static String piece(String word, int from, int to) {
        var piece = word.substring(from, to);
        return from == 0 ? piece : "##" + piece;
    }
}
