package bookstore.catalog.routes;

import bookstore.catalog.BookOrder;
import bookstore.catalog.Filter;
import bookstore.edge.Parameters;
import java.math.BigDecimal;

/** What a request says about the books that are wanted. */
final class BookParameters {

    private BookParameters() {}

    static Filter filter(Parameters parameters) {
        return new Filter(
                parameters.find("category").orElse(null),
                parameters.find("author").orElse(null),
                parameters.find("publisher").orElse(null),
                parameters.find("language").orElse(null),
                parameters.decimal("minPrice").map(BookParameters::minor).orElse(null),
                parameters.decimal("maxPrice").map(BookParameters::minor).orElse(null),
                parameters.truth("inStock").orElse(null));
    }

    static BookOrder order(Parameters parameters) {
        return BookOrder.of(parameters.text("sort"));
    }

    /** Of whole cents; the contract lets through no other. */
    static long minor(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }
}
