package bookstore.chat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether an answer speaks of nothing but the books that it was given. A language model's answer is text of a stranger:
 * it is shown only if every book that it cites or puts in quotation marks is one of these.
 */
public final class Grounding {

    private static final Pattern CITED = Pattern.compile("\\[(\\d{1,3})]");
    private static final Pattern QUOTED = Pattern.compile("[\"“*_]{1,2}([^\"”*_\\n]{3,120})[\"”*_]{1,2}");
    private static final Pattern LINKED = Pattern.compile("\\s*\\[\\d{1,3}]\\(/api/books/[^)\\s]*\\)");
    private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.");

    private Grounding() {}

    /** An answer without its links, for whoever has to name no book by an old number. */
    public static String unlink(String answer) {
        return LINKED.matcher(answer).replaceAll("").strip();
    }

    /** Links the books that an answer cites; throws {@link Ungrounded} if it speaks of others. */
    public static String link(String answer, List<BookOnOffer> books) {
        if (answer.isBlank()) {
            throw new Ungrounded("an empty answer");
        }
        if (LINK.matcher(answer).find()) {
            throw new Ungrounded("a link of its own");
        }
        QUOTED.matcher(answer).results().map(match -> match.group(1)).forEach(title -> mustBeOneOf(books, title));
        if (!books.isEmpty() && !CITED.matcher(answer).find()) {
            throw new Ungrounded("no book is cited");
        }
        return CITED.matcher(answer).replaceAll(match -> {
            int number = Integer.parseInt(match.group(1));
            if (number < 1 || number > books.size()) {
                throw new Ungrounded("book " + number + " of " + books.size());
            }
            return "[" + number + "](" + books.get(number - 1).path() + ")";
        });
    }

    private static void mustBeOneOf(List<BookOnOffer> books, String quoted) {
        var wanted = quoted.toLowerCase(Locale.ROOT);
        if (books.stream()
                .map(book -> book.title().toLowerCase(Locale.ROOT))
                .noneMatch(title -> names(wanted, title))) {
            throw new Ungrounded("a book that was not asked for: " + quoted);
        }
    }

    /** The title or a part of it, or the title and what belongs to it. */
    private static boolean names(String quoted, String title) {
        return title.contains(quoted) || quoted.matches(Pattern.quote(title) + "\\b.*");
    }
}
