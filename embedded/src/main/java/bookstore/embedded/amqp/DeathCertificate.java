package bookstore.embedded.amqp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The header {@code x-death}: where, why and how often a message was dropped, most recent first. */
final class DeathCertificate {

    private static final String HEADER = "x-death";

    private DeathCertificate() {}

    /** Without its expiration, or it would die again where it is going. */
    static Message attach(Message message, String queue, String reason) {
        var headers = new HashMap<>(message.headers());
        if (!headers.containsKey(HEADER)) {
            headers.put("x-first-death-reason", reason);
            headers.put("x-first-death-queue", queue);
            headers.put("x-first-death-exchange", message.exchange());
        }
        headers.put(HEADER, deaths(message, queue, reason));
        return message.with(
                message.properties().builder().headers(headers).expiration(null).build());
    }

    static List<Map<String, Object>> deaths(Message message) {
        var deaths = new ArrayList<Map<String, Object>>();
        if (message.headers().get(HEADER) instanceof List<?> list) {
            for (Object death : list) {
                if (death instanceof Map<?, ?> fields) {
                    var copy = new HashMap<String, Object>();
                    fields.forEach((name, value) -> copy.put(String.valueOf(name), value));
                    deaths.add(copy);
                }
            }
        }
        return deaths;
    }

    /** One entry a queue and reason, which counts. */
    private static List<Map<String, Object>> deaths(Message message, String queue, String reason) {
        Map<String, Object> present = fresh(message, queue, reason);
        var others = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> death : deaths(message)) {
            if (same(death, "queue", queue) && same(death, "reason", reason)) {
                present = new HashMap<>(death);
                present.put("count", count(death) + 1);
            } else {
                others.add(death);
            }
        }
        others.add(0, present);
        return others;
    }

    private static Map<String, Object> fresh(Message message, String queue, String reason) {
        var death = new HashMap<String, Object>();
        death.put("count", 1L);
        death.put("reason", reason);
        death.put("queue", queue);
        death.put("time", Date.from(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        death.put("exchange", message.exchange());
        var keys = new ArrayList<>(List.of(message.routingKey()));
        keys.addAll(Message.copies(message.headers(), "CC"));
        death.put("routing-keys", keys);
        if (message.properties().getExpiration() != null) {
            death.put("original-expiration", message.properties().getExpiration());
        }
        return death;
    }

    private static boolean same(Map<String, Object> death, String field, String value) {
        return value.equals(String.valueOf(death.get(field)));
    }

    private static long count(Map<String, Object> death) {
        return death.get("count") instanceof Number count ? count.longValue() : 1;
    }
}
