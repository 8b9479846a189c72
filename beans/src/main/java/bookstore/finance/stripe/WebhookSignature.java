package bookstore.finance.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How Stripe signs what it tells, {@code t=…,v1=…}: the HMAC (SHA-256) of the time and the body's bytes. There may be
 * several {@code v1} while a secret is being changed; other schemes are passed over.
 */
public final class WebhookSignature {

    /** Why something is not believed. */
    public enum Fault {
        NO_SECRET,
        UNREADABLE,
        STALE,
        FORGED
    }

    private final String secret;
    private final Duration tolerance;
    private final Clock clock;

    public WebhookSignature(WebhookSettings settings, Clock clock) {
        this.secret = settings.secret();
        this.tolerance = settings.tolerance();
        this.clock = clock;
    }

    /** The header for a body that is told now. */
    public String sign(byte[] body) {
        var time = String.valueOf(clock.instant().getEpochSecond());
        return "t=" + time + ",v1=" + hmac(time, body);
    }

    /** What is wrong with a body's signature; empty if it is genuine. */
    public Optional<Fault> check(String header, byte[] body) {
        if (secret.isBlank()) {
            return Optional.of(Fault.NO_SECRET);
        }
        var times = values(header, "t");
        if (times.size() != 1 || !times.get(0).matches("\\d{1,12}")) {
            return Optional.of(Fault.UNREADABLE);
        }
        var expected = hmac(times.get(0), body).getBytes(UTF_8);
        if (values(header, "v1").stream().noneMatch(v1 -> MessageDigest.isEqual(expected, v1.getBytes(UTF_8)))) {
            return Optional.of(Fault.FORGED);
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(times.get(0))), clock.instant());
        return age.abs().compareTo(tolerance) > 0 ? Optional.of(Fault.STALE) : Optional.empty();
    }

    private static List<String> values(String header, String name) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .toList();
    }

    private String hmac(String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HMAC with SHA-256", e);
        }
    }
}
