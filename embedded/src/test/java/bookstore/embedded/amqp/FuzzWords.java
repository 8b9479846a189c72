package bookstore.embedded.amqp;

import java.util.List;
import java.util.Random;

/** The few names and keys that a script uses, so that its steps meet. */
record FuzzWords(Random random, String prefix) {

    private static final List<String> KEYS = List.of("", "a", "b", "a.b", "b.c", "a.b.c", "..", "a.");
    private static final List<String> PATTERNS = List.of("", "a", "a.*", "#", "*.b", "a.#", "#.c", "*", "a.b", "b");

    String queue() {
        return prefix + "queue" + random.nextInt(4);
    }

    String exchange() {
        return prefix + "exchange" + random.nextInt(4);
    }

    String key() {
        return pick(KEYS);
    }

    String pattern() {
        return pick(PATTERNS);
    }

    String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
