package bookstore.catalog.routes;

import bookstore.catalog.search.CacheSettings;
import bookstore.catalog.search.Leases;
import bookstore.catalog.search.RememberedPage;
import bookstore.catalog.search.ResultPage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.component.redis.RedisConstants;
import org.jspecify.annotations.Nullable;

/**
 * Pages of results in Redis. What is asked of Redis and what it says; an entry says in which epoch of the catalogue it
 * was made, and the present one is read together with it.
 */
final class PageCache {

    /** Variable: {@code HIT}, {@code STALE} or {@code MISS}. */
    private static final String STATE = "cache";

    static final String EPOCH_KEY = "catalog:epoch";
    static final String EDITION_KEY = "catalog:edition";

    private static final String AWAY = "cacheAway";
    private static final String EPOCH = "epoch";
    private static final String EDITION = "edition";
    private static final String AGE = "age";
    private static final Duration REFRESH = Duration.ofSeconds(5);

    private final ObjectMapper json;
    private final CacheSettings settings;
    private final Leases leases;
    private final Clock clock;

    PageCache(ObjectMapper json, CacheSettings settings, Leases leases, Clock clock) {
        this.json = json;
        this.settings = settings;
        this.leases = leases;
        this.clock = clock;
    }

    /** The page, the epoch in which it would count, and the edition in which it would be new. */
    void ask(Exchange exchange) {
        var message = exchange.getMessage();
        message.setHeader(RedisConstants.COMMAND, "MGET");
        // where the component looks for the keys of this command
        message.setHeader(
                RedisConstants.FIELDS, List.of(EPOCH_KEY, EDITION_KEY, PageKey.of(SearchRequest.of(exchange))));
    }

    /** Leaves the page as the body, or null. */
    void recall(Exchange exchange) {
        exchange.setVariable(STATE, "MISS");
        var said = exchange.getMessage().getBody();
        exchange.getMessage().setBody(null);
        if (!(said instanceof List<?> answer) || answer.size() != 3) {
            return;
        }
        var epoch = Objects.toString(answer.get(0), "");
        var edition = Objects.toString(answer.get(1), "");
        exchange.setVariable(EPOCH, epoch);
        exchange.setVariable(EDITION, edition);
        var remembered = read(answer.get(2));
        if (remembered != null && remembered.epoch().equals(epoch)) {
            var now = clock.instant();
            exchange.setVariable(STATE, remembered.isFresh(edition, now) ? "HIT" : "STALE");
            exchange.setVariable(AGE, Math.max(0, remembered.age(now).toSeconds()));
            exchange.getMessage().setBody(remembered.page());
        }
    }

    /** What cannot be read, or was written by another version of us, was never there. */
    private @Nullable RememberedPage read(@Nullable Object entry) {
        try {
            return entry == null ? null : json.readValue(entry.toString(), RememberedPage.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    static String state(Exchange exchange) {
        return exchange.getVariable(STATE, String.class);
    }

    static boolean isStale(Exchange exchange) {
        return "STALE".equals(state(exchange));
    }

    static boolean isNotFresh(Exchange exchange) {
        return !"HIT".equals(state(exchange));
    }

    /** A page made without a part of the search, or without knowing the epoch, is not to be given again. */
    static boolean isToBeKept(Exchange exchange) {
        return exchange.getVariable(EPOCH) != null
                && !exchange.getMessage().getBody(ResultPage.class).degraded();
    }

    void keep(Exchange exchange) throws JsonProcessingException {
        var message = exchange.getMessage();
        var now = clock.instant();
        var fresh = jittered(settings.fresh());
        var page = new RememberedPage(
                exchange.getVariable(EPOCH, String.class),
                exchange.getVariable(EDITION, String.class),
                now,
                now.plus(fresh),
                message.getBody(ResultPage.class));
        message.setHeader(RedisConstants.COMMAND, "SETEX");
        message.setHeader(RedisConstants.KEY, PageKey.of(SearchRequest.of(exchange)));
        message.setHeader(RedisConstants.VALUE, json.writeValueAsString(page));
        message.setHeader(RedisConstants.TIMEOUT, fresh.plus(settings.stale()).toSeconds());
    }

    /** Whether a page is to be made anew by this instance; another one may have begun already. */
    boolean isMine(Exchange exchange) {
        return leases.take(PageKey.of(SearchRequest.of(exchange)), REFRESH);
    }

    private static Duration jittered(Duration longest) {
        var millis = longest.toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis - millis / 5, millis + 1));
    }

    /** Tells the shopper where the answer comes from. */
    static void tell(Exchange exchange) {
        exchange.getMessage().setHeader("X-Cache", state(exchange));
        exchange.getMessage().setHeader("Age", exchange.getVariable(AGE, 0, Long.class));
    }

    static void away(Exchange exchange) {
        exchange.setVariable(AWAY, true);
        exchange.getMessage().setBody(null);
    }

    static boolean isAway(Exchange exchange) {
        return exchange.getVariable(AWAY) != null;
    }

    static boolean isHere(Exchange exchange) {
        return !isAway(exchange);
    }
}
