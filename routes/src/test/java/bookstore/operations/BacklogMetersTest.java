package bookstore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of a backlog while its database answers, fails and hangs. */
class BacklogMetersTest {

    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private BacklogMeters meters;

    @AfterEach
    void stop() {
        meters.close();
    }

    @Test
    void a_number_is_that_of_the_latest_count() {
        var mails = new AtomicInteger(3);
        count(mails(mails::get));
        await().atMost(PATIENCE).until(() -> told("notification") == 3);

        mails.set(4);

        await().atMost(PATIENCE).until(() -> told("notification") == 4);
    }

    @Test
    void what_is_counted_no_more_is_told_no_more() {
        var letters = new AtomicBoolean(true);
        Backlog.Count count = () -> letters.get() ? Map.of(Tags.of("consumer", "one"), 1) : Map.of();
        count(new Backlog("bookstore.mails", null, "Letters", Map.of("ordering", count)));
        await().atMost(PATIENCE).until(() -> gauge("ordering") != null);
        assertThat(gauge("ordering").getId().getTag("consumer")).isEqualTo("one");

        letters.set(false);

        await().atMost(PATIENCE).until(() -> gauge("ordering") == null);
    }

    @Test
    void while_a_database_is_away_there_is_no_number() {
        var away = new AtomicBoolean();
        count(mails(() -> failing(away)));
        await().atMost(PATIENCE).until(() -> gauge("notification") != null);

        away.set(true);

        await().atMost(PATIENCE).until(() -> gauge("notification") == null);
        away.set(false);
        await().atMost(PATIENCE).until(() -> gauge("notification") != null);
    }

    @Test
    void a_database_that_hangs_holds_up_nobody_and_its_number_grows_too_old() {
        var hangs = new AtomicBoolean();
        var other = new AtomicInteger(1);
        count(mails(() -> hanging(hangs)), Backlog.of("ordering", "bookstore.mails", "Sagas", other::get));
        await().atMost(PATIENCE).until(() -> told("notification") == 1);

        hangs.set(true);

        await().atMost(PATIENCE).until(() -> Double.isNaN(told("notification")));
        other.set(2);
        await().atMost(PATIENCE).until(() -> told("ordering") == 2);
    }

    private void count(Backlog... backlogs) {
        meters = new BacklogMeters(List.of(backlogs), registry, OFTEN);
    }

    private static Backlog mails(Supplier<Integer> count) {
        return Backlog.of("notification", "bookstore.mails", "Mails", count);
    }

    private static int failing(AtomicBoolean away) {
        if (away.get()) {
            throw new IllegalStateException("no connection");
        }
        return 1;
    }

    private static int hanging(AtomicBoolean hangs) {
        if (hangs.get()) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return 1;
    }

    private @Nullable Gauge gauge(String context) {
        return registry.find("bookstore.mails").tag("context", context).gauge();
    }

    /** -1 if there is none. */
    private double told(String context) {
        var gauge = gauge(context);
        return gauge == null ? -1 : gauge.value();
    }
}
