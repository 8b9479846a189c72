package bookstore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When a shop has what it needs. */
class WatchTest {

    private static final Duration OFTEN = Duration.ofMillis(20);

    @Test
    void a_shop_is_complete_once_all_that_it_needs_has_been_there() {
        var looks = new AtomicInteger();
        var late = Part.needed("late", () -> {
            if (looks.incrementAndGet() < 5) {
                throw new IllegalStateException("not yet");
            }
        });
        var gone = Part.helpful("gone", () -> {
            throw new IllegalStateException("never");
        });

        try (var watch = new Watch(List.of(late, gone), Clock.systemUTC(), OFTEN)) {
            var looksUntilThen = watch.complete().thenApply(nothing -> looks.get());

            await().untilAsserted(() -> assertThat(looksUntilThen).isCompletedWithValueMatching(so -> so >= 5));
        }
    }

    @Test
    void a_shop_that_needs_nothing_is_complete_at_once() {
        try (var watch = new Watch(List.of(), Clock.systemUTC(), OFTEN)) {
            assertThat(watch.complete()).isDone();
        }
    }
}
