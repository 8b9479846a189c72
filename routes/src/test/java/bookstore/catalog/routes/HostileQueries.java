package bookstore.catalog.routes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What nobody types who looks for a book, always the same for the same seed; percent-encoded as in an address. */
final class HostileQueries {

    private static final List<String> PIECES = List.of(
            "&",
            "|",
            "!",
            ":*",
            "<->",
            "<2>",
            "(",
            ")",
            "'",
            "\"",
            "\\",
            "''",
            "\\'",
            "-",
            "--",
            "/*",
            "*/",
            ";",
            "%",
            "_",
            "?",
            "$1",
            "$$",
            ":text",
            "{{q}}",
            "${body}",
            "#{1+1}",
            "\u0000",
            "\u0007",
            "\u001b[0m",
            "\r\n",
            "\t",
            "\uFFFD",
            "\uFEFF",
            "\u200B",
            "\u202E",
            "\u0301",
            "\u00AD",
            "\uD83D\uDCA5",
            "\uD83D\uDC68\u200D\uD83D\uDC69",
            "שלום",
            "مرحبا",
            "汉字",
            "ﬁ",
            "İ",
            "ß",
            "ǅ",
            "ªªªªª",
            "．＊",
            "the",
            "a",
            "of",
            "und",
            "or",
            "and",
            "not",
            "NOT",
            "OR",
            "to be or not to be",
            "' or 1=1 --",
            "'; drop table books",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "(a+)+$",
            "[a-",
            "^.*$",
            "http://a.b/c?d=e&f=g#h",
            "a@b.c",
            "1e308",
            "-1",
            "99999999999999999999",
            "NaN",
            "0x1F",
            "9780441172719",
            "978044117271",
            "ISBN",
            "null",
            "undefined",
            "true",
            "{\"q\":1}",
            "dune",
            "love",
            "Müller",
            "naïve",
            "l'étranger");

    /** Bytes that are no UTF-8: a lone surrogate, an overlong NUL, a cut and a stray one. */
    private static final List<String> BYTES = List.of("%ED%A0%80", "%C0%80", "%E2%82", "%FF%FE", "%F5%80%80%80", "%80");

    /** Stop words, signs, other scripts, nothing to be seen, and what breaks off in the middle. */
    static final List<String> SINGLE = Stream.concat(
                    BYTES.stream(),
                    Stream.of(
                                    "\"the of and\"",
                                    "the",
                                    "!?.,;",
                                    "\"",
                                    "\"\"",
                                    "\"dune",
                                    "-",
                                    "-dune",
                                    "💥🐋",
                                    "כלב -חתול \"",
                                    "\u202Edune",
                                    "dune\u0000",
                                    "\u0000",
                                    "dune & | ! :* <-> (",
                                    "%_%",
                                    "dun*",
                                    "' or 1=1 --",
                                    "\u200B",
                                    "%",
                                    "\\",
                                    "$1")
                            .map(HostileQueries::encoded))
            .toList();

    private final Random random;

    HostileQueries(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        return switch (random.nextInt(8)) {
            case 0 -> any(BYTES) + encoded(pieces(" "));
            case 1 -> encoded(any(PIECES).repeat(1 + random.nextInt(40)));
            case 2 -> encoded(letters(1 + random.nextInt(300)));
            case 3 -> encoded(pieces(""));
            case 4 -> encoded("\"" + pieces(" ") + (random.nextBoolean() ? "\"" : ""));
            case 5 -> encoded("-" + pieces(" -"));
            default -> encoded(pieces(" "));
        };
    }

    private String pieces(String between) {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(i -> any(PIECES))
                .collect(Collectors.joining(between));
    }

    /** Of all that there are, unassigned ones too. */
    private String letters(int count) {
        return IntStream.range(0, count)
                .map(i -> random.nextInt(10) == 0 ? random.nextInt(0x10FFFF) : random.nextInt(0x2FF))
                .filter(letter -> letter < 0xD800 || letter > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
