package bookstore.shared;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * How somebody names a book: by its id, or by its ISBN-13 with hyphens or without.
 *
 * @param text as it was written
 */
public record BookName(String text) {

    /**
     * The id that is meant.
     *
     * @param byIsbn finds the book with an ISBN, which is 13 digits
     * @throws Refusal if the name is neither, or no book has the ISBN
     */
    public UUID id(Function<String, Optional<UUID>> byIsbn) {
        var digits = text.replaceAll("[\\s-]", "");
        var id = digits.matches("97[89]\\d{10}") ? byIsbn.apply(digits) : uuid();
        return id.orElseThrow(() -> Refusal.notFound("This book"));
    }

    private Optional<UUID> uuid() {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
