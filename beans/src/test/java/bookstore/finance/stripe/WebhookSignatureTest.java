package bookstore.finance.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bookstore.finance.stripe.WebhookSignature.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed to come from the payment provider. */
class WebhookSignatureTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(UTF_8);

    /** By {@code printf '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_test}. */
    private static final String HMAC = "c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925";

    private final WebhookSignature signature = with("whsec_test", NOW);

    @Test
    void what_the_provider_has_signed_is_genuine() {
        assertThat(signature.check("t=1700000000,v1=" + HMAC, BODY)).isEmpty();
        assertThat(signature.sign(BODY)).isEqualTo("t=1700000000,v1=" + HMAC);
    }

    @Test
    void while_a_secret_is_changed_one_of_two_signatures_is_enough() {
        assertThat(signature.check("t=1700000000, v1=00ff, v1=" + HMAC + ", v0=abc", BODY))
                .isEmpty();
    }

    @Test
    void what_was_signed_too_long_ago_or_ahead_is_stale() {
        var header = "t=1700000000,v1=" + HMAC;

        assertThat(with("whsec_test", NOW.plusSeconds(300)).check(header, BODY)).isEmpty();
        assertThat(with("whsec_test", NOW.plusSeconds(301)).check(header, BODY)).contains(Fault.STALE);
        assertThat(with("whsec_test", NOW.minusSeconds(301)).check(header, BODY))
                .contains(Fault.STALE);
    }

    @Test
    void another_body_time_or_secret_is_forged() {
        var header = "t=1700000000,v1=" + HMAC;

        assertThat(signature.check(header, "{\"id\":\"evt_2\"}".getBytes(UTF_8)))
                .contains(Fault.FORGED);
        assertThat(signature.check(header.replace("t=1700000000", "t=1700000001"), BODY))
                .contains(Fault.FORGED);
        assertThat(with("whsec_other", NOW).check(header, BODY)).contains(Fault.FORGED);
        assertThat(signature.check("t=1700000000,v0=" + HMAC, BODY)).contains(Fault.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "c89214b5", HMAC + "00", "00" + HMAC})
    void a_part_of_the_signature_is_forged_and_so_is_more_than_it(String v1) {
        assertThat(signature.check("t=1700000000,v1=" + v1, BODY)).contains(Fault.FORGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "t=", "v1=00", "t=now,v1=00", "t=1,t=2,v1=00", "t=99999999999999999999,v1=00", ",,,==="})
    void what_is_no_signature_is_not_read(String header) {
        assertThat(signature.check(header, BODY)).contains(Fault.UNREADABLE);
    }

    @Test
    void without_a_secret_nothing_is_believed() {
        var open = with("", NOW);

        assertThat(open.check("t=1700000000,v1=" + HMAC, BODY)).contains(Fault.NO_SECRET);
    }

    private static WebhookSignature with(String secret, Instant now) {
        return new WebhookSignature(
                new WebhookSettings(secret, Duration.ofMinutes(5)), Clock.fixed(now, ZoneOffset.UTC));
    }
}
