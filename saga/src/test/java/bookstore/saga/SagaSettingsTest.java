package bookstore.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SagaSettingsTest {

    @Test
    void there_is_a_default_for_each() {
        var settings = settings("lease", "30s");

        assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.attemptsUntilAttention()).isEqualTo(10);
    }

    @Test
    void the_wait_doubles_up_to_its_limit_and_half_of_it_is_chance() {
        var settings = settings("backoff-max", "1m");

        assertThat(settings.backoff(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(settings.backoff(4)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(settings.backoff(1000)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    }

    @Test
    void what_cannot_work_is_refused() {
        assertThatThrownBy(() -> settings("workers", "0")).rootCause().hasMessageContaining("workers");
        assertThatThrownBy(() -> settings("backoff-max", "1ms")).rootCause().hasMessageContaining("backoffMax");
    }

    private static SagaSettings settings(String key, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of("sagas." + key, value)))
                .bindOrCreate("sagas", SagaSettings.class);
    }
}
