package bookstore.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers made of what the catalogue says and nothing else; whatever they name exists. */
public final class PlainAnswers {

    private static final int MOST = 3;

    private PlainAnswers() {}

    /** Presents books, each with its sentence that is nearest to the question, cited by its number in the list. */
    public static String about(String question, List<BookOnOffer> books) {
        if (books.isEmpty()) {
            return "I have found nothing in our catalogue that fits. Try other words, or a higher price.";
        }
        var words = words(question);
        var lines = new ArrayList<String>();
        lines.add(books.size() == 1 ? "This one fits:" : "These fit best:");
        for (int i = 0; i < Math.min(MOST, books.size()); i++) {
            var book = books.get(i);
            lines.add("[%d] %s by %s, %s. %s"
                    .formatted(
                            i + 1,
                            book.title(),
                            String.join(" and ", book.authors()),
                            book.price(),
                            nearestSentence(words, book.description())));
        }
        return String.join("\n", lines);
    }

    /** What was presented, in short: names alone, none of the sentences that other people wrote. */
    public static String gist(List<BookOnOffer> books) {
        return books.isEmpty()
                ? "I found nothing that fits."
                : books.stream()
                        .limit(MOST)
                        .map(book -> book.title() + " by " + String.join(" and ", book.authors()) + ", " + book.price())
                        .collect(Collectors.joining("; ", "I presented ", "."));
    }

    private static String nearestSentence(Set<String> asked, String description) {
        var nearest = "";
        long most = -1;
        for (var sentence : description.split("(?<=[.!?])\\s+")) {
            long shared = words(sentence).stream().filter(asked::contains).count();
            if (shared > most) {
                most = shared;
                nearest = sentence;
            }
        }
        return nearest;
    }

    private static Set<String> words(String text) {
        return Set.of(List.of(text.toLowerCase(Locale.ROOT).split("\\W+")).stream()
                .filter(word -> word.length() > 3)
                .distinct()
                .toArray(String[]::new));
    }
}
