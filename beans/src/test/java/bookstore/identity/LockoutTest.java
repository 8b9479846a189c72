package bookstore.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LockoutTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Lockout lockout = new Lockout(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void five_failures_in_a_row_lock_a_name_and_no_other() {
        fail(4);
        assertThat(lockout.isLocked("jane")).isFalse();
        fail(1);
        assertThat(lockout.isLocked("jane")).isTrue();
        assertThat(lockout.isLocked("joan")).isFalse();
    }

    @Test
    void a_success_forgets_the_failures_before_it() {
        fail(4);
        lockout.succeeded("jane");
        fail(4);

        assertThat(lockout.isLocked("jane")).isFalse();
    }

    @Test
    void a_lock_opens_after_a_quarter_of_an_hour() {
        fail(5);

        now = now.plus(Duration.ofMinutes(15));
        assertThat(lockout.isLocked("jane")).isTrue();
        now = now.plusMillis(1);
        assertThat(lockout.isLocked("jane")).isFalse();
    }

    @Test
    void invented_names_are_forgotten_when_they_are_too_many() {
        fail(5);
        for (var name = 0; name < 10_000; name++) {
            lockout.failed("nobody-" + name);
        }

        assertThat(lockout.isLocked("jane")).isFalse();
    }

    private void fail(int times) {
        for (var time = 0; time < times; time++) {
            lockout.failed("jane");
        }
    }
}
