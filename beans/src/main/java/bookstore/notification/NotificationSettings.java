package bookstore.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shop writes.
 *
 * @param from the sender, one bare address; message ids end in its domain
 * @param firstRetry how long to wait after the first attempt that failed; each further wait is twice as long
 * @param longestRetry what the waits do not exceed
 * @param giveUpAfter how long after the first attempt a mail is parked that no mail server has taken or refused; RFC 5321
 *     (4.5.4.1) wants four to five days at least
 * @param lease how long a mail is kept from all other instances while one sends it; longer than one conversation with the
 *     mail server can take: some 15 replies with STARTTLS and log-in, each of which may need the Kamelet's time-out of
 *     10 s
 */
@ConfigurationProperties("bookstore.notification")
public record NotificationSettings(
        @DefaultValue("shop@bookstore.example") String from,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("5m") Duration lease) {

    /** How long to wait after an attempt, counted from 1. */
    public Duration waitAfter(int attempt) {
        var doublings = Math.min(attempt - 1, 30);
        var wait = firstRetry.multipliedBy(1L << doublings);
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }

    /** The part of the sender's address behind the at sign. */
    public String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
