package bookstore.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class IdsTest {

    private final Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
    private final Ids ids = new Ids(Clock.fixed(now, ZoneOffset.UTC));

    @Test
    void an_id_is_a_uuid_of_version_7_with_its_time_in_front() {
        var id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    }

    @Test
    void two_ids_of_the_same_millisecond_differ() {
        assertThat(ids.next()).isNotEqualTo(ids.next());
    }
}
