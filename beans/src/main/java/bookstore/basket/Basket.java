package bookstore.basket;

import bookstore.basket.commands.BasketContents;
import bookstore.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What one buyer has laid aside, in the order in which it was.
 *
 * @param id of this basket from its first book until it is emptied; the next one has another
 * @param version rises whenever books or quantities change, not when prices are merely shown. It is the time in
 *     milliseconds, so that none comes again for other books when Redis has lost its last second
 */
public record Basket(String id, long version, List<BasketLine> lines) {

    public static final int MOST_LINES = 100;

    public Basket {
        lines = List.copyOf(lines);
    }

    static Basket fresh(UUID id) {
        return new Basket(id.toString(), 0, List.of());
    }

    Optional<BasketLine> line(UUID bookId) {
        return lines.stream().filter(line -> line.bookId().equals(bookId)).findFirst();
    }

    /** With so many copies of a book and no others of it; refused if there is no room for one more book. */
    Basket put(BasketLine line) {
        if (line(line.bookId()).isEmpty() && lines.size() == MOST_LINES) {
            throw new Refusal(
                    Refusal.Kind.IMPOSSIBLE, "basket-full", "A basket holds at most " + MOST_LINES + " books");
        }
        return changed(with(lines, line));
    }

    /** With at least what is wanted, as far as there is room: a merge is no reason to turn somebody away. */
    Basket fill(List<BasketLine> wanted) {
        var filled = lines;
        for (var line : wanted) {
            var known = filled.stream()
                    .filter(one -> one.bookId().equals(line.bookId()))
                    .findFirst();
            if (known.isPresent() || filled.size() < MOST_LINES) {
                filled = with(filled, known.orElse(line).atLeast(line.quantity()));
            }
        }
        return filled.equals(lines) ? this : changed(filled);
    }

    Basket remove(UUID bookId) {
        var rest = lines.stream().filter(line -> !line.bookId().equals(bookId)).toList();
        return rest.size() == lines.size() ? this : changed(rest);
    }

    /** With prices as the buyer sees them now; what is ordered stays the same. */
    Basket showing(UnaryOperator<BasketLine> price) {
        return new Basket(id, version, lines.stream().map(price).toList());
    }

    /** Changed at that moment, or else right after the change before. */
    Basket at(long millis) {
        return new Basket(id, Math.max(version, millis), lines);
    }

    BasketContents contents() {
        return new BasketContents(
                id,
                version,
                lines.stream()
                        .map(line -> new BasketContents.Line(
                                line.bookId(), line.quantity(), line.shownMinor(), line.currency()))
                        .toList());
    }

    private Basket changed(List<BasketLine> now) {
        return new Basket(id, version + 1, now);
    }

    private static List<BasketLine> with(List<BasketLine> lines, BasketLine line) {
        var all = new ArrayList<>(lines);
        for (var place = 0; place < all.size(); place++) {
            if (all.get(place).bookId().equals(line.bookId())) {
                all.set(place, line);
                return all;
            }
        }
        all.add(line);
        return all;
    }
}
