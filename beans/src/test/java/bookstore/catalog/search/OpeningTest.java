package bookstore.catalog.search;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A shop opens once there is something to be found in it. */
class OpeningTest {

    private final AtomicBoolean stocked = new AtomicBoolean();
    private final InMemoryVectors store = new InMemoryVectors();
    private final Opening opening = new Opening(stocked::get, store);

    @Test
    void it_waits_for_the_first_books() {
        publish();
        assertThatThrownBy(opening::check).hasMessageContaining("shelves");

        stocked.set(true);
        assertThatCode(opening::check).doesNotThrowAnyException();
    }

    @Test
    void it_waits_for_an_index() {
        stocked.set(true);
        assertThatThrownBy(opening::check).hasMessageContaining("index");

        publish();
        assertThatCode(opening::check).doesNotThrowAnyException();
    }

    @Test
    void once_open_it_stays_open() {
        stocked.set(true);
        publish();
        opening.check();

        stocked.set(false);
        assertThatCode(opening::check).doesNotThrowAnyException();
    }

    private void publish() {
        store.create("some", 3);
        store.publish("some");
    }
}
