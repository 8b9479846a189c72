package bookstore.catalog.commands;

import bookstore.shared.Request;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Say which books fit a sentence; answered with {@link FoundBooks}.
 *
 * @param query in somebody's own words, 1 to 256 characters
 * @param maxPrice most that a book may cost, in the shop's currency
 * @param language ISO 639-1, if books in that language alone are wanted
 * @param size most books that are wanted, 1 to 20
 */
public record FindBooks(String query, @Nullable BigDecimal maxPrice, @Nullable String language, int size)
        implements Request {}
