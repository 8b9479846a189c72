package bookstore.catalog.routes;

import bookstore.catalog.search.ResultPage;
import bookstore.shared.Refusal;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;

/** Has those come back who find nothing only because the first books are not on the shelves yet. */
final class BareShelves {

    private final BooleanSupplier stocked;
    private volatile boolean seenStocked;

    /** @param stocked whether the shop has the books that are to come with it; not asked again once it has */
    BareShelves(BooleanSupplier stocked) {
        this.stocked = stocked;
    }

    void refuseIfBare(Exchange exchange) {
        if (seenStocked || exchange.getMessage().getBody(ResultPage.class).totalItems() > 0) {
            return;
        }
        seenStocked = stocked.getAsBoolean();
        if (!seenStocked) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "unavailable", "The first books are being put on the shelves");
        }
    }
}
