package bookstore.embedded.amqp;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code x-} arguments of a queue ask for.
 *
 * @param timeToLive milliseconds, as are all times here; null is no limit
 * @param deliveryLimit how often a message of a quorum queue may come back; if nothing is asked for, as often as
 *     RabbitMQ 4 allows, though RabbitMQ 3 has no limit then
 */
record QueueLimits(
        boolean quorum,
        @Nullable Long timeToLive,
        @Nullable Long idle,
        @Nullable String deadLetterExchange,
        @Nullable String deadLetterKey,
        @Nullable Long maxLength,
        @Nullable Long maxBytes,
        Overflow overflow,
        long deliveryLimit,
        boolean singleActiveConsumer,
        int maxPriority) {

    static final List<String> KNOWN = List.of(
            "x-dead-letter-exchange",
            "x-dead-letter-routing-key",
            "x-dead-letter-strategy",
            "x-delivery-limit",
            "x-expires",
            "x-max-length",
            "x-max-length-bytes",
            "x-max-priority",
            "x-message-ttl",
            "x-overflow",
            "x-queue-mode",
            "x-queue-type",
            "x-single-active-consumer");

    private static final long DELIVERY_LIMIT = 20;
    private static final int HIGHEST_PRIORITY = 255;

    enum Overflow {
        DROP_HEAD,
        REJECT_PUBLISH,
        REJECT_PUBLISH_DLX;

        static Overflow of(String argument) {
            return valueOf(argument.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static QueueLimits of(QueueSettings settings) {
        var arguments = new QueueArguments(settings.name(), settings.arguments());
        boolean quorum =
                arguments.oneOf("x-queue-type", "classic", "classic", "quorum").equals("quorum");
        if (quorum && !settings.journaled()) {
            throw arguments.invalid(settings.durable() ? "exclusive" : "non-durable");
        }
        arguments.needs("x-dead-letter-routing-key", "x-dead-letter-exchange");
        String overflow =
                arguments.oneOf("x-overflow", "drop-head", "drop-head", "reject-publish", "reject-publish-dlx");
        return new QueueLimits(
                quorum,
                arguments.number("x-message-ttl", 0, Long.MAX_VALUE),
                arguments.number("x-expires", 1, Long.MAX_VALUE),
                arguments.text("x-dead-letter-exchange"),
                arguments.text("x-dead-letter-routing-key"),
                arguments.number("x-max-length", 0, Long.MAX_VALUE),
                arguments.number("x-max-length-bytes", 0, Long.MAX_VALUE),
                Overflow.of(overflow),
                arguments.numberOr("x-delivery-limit", DELIVERY_LIMIT),
                Boolean.TRUE.equals(settings.arguments().get("x-single-active-consumer")),
                quorum ? 0 : arguments.numberOrZero("x-max-priority", HIGHEST_PRIORITY));
    }

    long expiryOf(Message message, long now) {
        Long own = message.timeToLive();
        long ttl = Math.min(own == null ? Entry.NEVER : own, timeToLive == null ? Entry.NEVER : timeToLive);
        return ttl >= Entry.NEVER - now ? Entry.NEVER : now + ttl;
    }

    boolean exceededBy(int messages, long bytes) {
        return maxLength != null && messages > maxLength || maxBytes != null && bytes > maxBytes;
    }

    boolean tooOften(Entry entry) {
        return quorum && entry.deliveries() > deliveryLimit;
    }
}
