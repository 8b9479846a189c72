package bookstore.embedded.amqp;

/** Topic keys: words between dots, of which {@code *} stands for one and {@code #} for any number. */
final class TopicPattern {

    private static final String[] NO_WORDS = {};

    private TopicPattern() {}

    static boolean matches(String pattern, String key) {
        return matches(words(pattern), 0, words(key), 0);
    }

    private static String[] words(String key) {
        return key.isEmpty() ? NO_WORDS : key.split("\\.", -1);
    }

    private static boolean matches(String[] pattern, int at, String[] words, int next) {
        if (at == pattern.length) {
            return next == words.length;
        }
        if (pattern[at].equals("#")) {
            return matches(pattern, at + 1, words, next)
                    || next < words.length && matches(pattern, at, words, next + 1);
        }
        return next < words.length
                && (pattern[at].equals("*") || pattern[at].equals(words[next]))
                && matches(pattern, at + 1, words, next + 1);
    }
}
