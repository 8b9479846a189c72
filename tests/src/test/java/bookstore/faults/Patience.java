package bookstore.faults;

import bookstore.stories.Shop;
import java.time.Duration;

/** How long is waited for what must come in the end, on a machine that has other things to do. */
final class Patience {

    static final Duration PATIENCE = Shop.PATIENCE.multipliedBy(3);

    private Patience() {}
}
