package bookstore.catalog.routes;

import bookstore.catalog.search.CacheSettings;
import bookstore.catalog.search.Leases;
import bookstore.catalog.search.Popularity;
import bookstore.catalog.search.Search;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.redis.RedisConstants;

/** What shoppers of all instances have searched for most today, counted in Redis. */
final class PopularSearches {

    private static final String COUNTED = "counted";
    private static final Duration ONE_WARMS = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int MOST_TEXTS = 10_000;

    private final Popularity popularity;
    private final CacheSettings settings;
    private final Leases leases;
    private final Clock clock;

    PopularSearches(Popularity popularity, CacheSettings settings, Leases leases, Clock clock) {
        this.popularity = popularity;
        this.settings = settings;
        this.leases = leases;
        this.clock = clock;
    }

    void drain(Exchange exchange) {
        exchange.getMessage().setBody(popularity.drain().entrySet());
    }

    /** Notes what is counted in a variable, since Redis answers in the body. */
    void count(Exchange exchange) {
        exchange.setVariable(COUNTED, exchange.getMessage().getBody());
        add(exchange, 0, 1);
    }

    /** A day begins with half of what was popular the day before, rather than with nothing. */
    void carryOver(Exchange exchange) {
        add(exchange, 1, 0.5);
    }

    private void add(Exchange exchange, int day, double weight) {
        var message = exchange.getMessage();
        Map.Entry<?, ?> counted = exchange.getVariable(COUNTED, Map.Entry.class);
        message.setHeader(RedisConstants.COMMAND, "ZINCRBY");
        message.setHeader(RedisConstants.KEY, key(day));
        message.setHeader(RedisConstants.VALUE, counted.getKey());
        message.setHeader(RedisConstants.INCREMENT, weight * (Long) counted.getValue());
    }

    /** For a day after its own; the next day's own are set when that comes. */
    void keep(Exchange exchange) {
        exchange.getMessage().setHeader(RedisConstants.COMMAND, "EXPIRE");
        exchange.getMessage().setHeader(RedisConstants.KEY, key(0));
        exchange.getMessage().setHeader(RedisConstants.TIMEOUT, KEPT.toSeconds());
    }

    /** Lets go of what hardly anybody asks: the texts are the shoppers', and may be as many as they like. */
    void trim(Exchange exchange) {
        exchange.getMessage().setHeader(RedisConstants.COMMAND, "ZREMRANGEBYRANK");
        exchange.getMessage().setHeader(RedisConstants.KEY, key(0));
        exchange.getMessage().setHeader(RedisConstants.START, 0L);
        exchange.getMessage().setHeader(RedisConstants.END, -MOST_TEXTS - 1L);
    }

    /** Whether this instance is to warm the cache for all. */
    boolean isMine(Exchange exchange) {
        return leases.take("warm", ONE_WARMS);
    }

    void ask(Exchange exchange) {
        exchange.getMessage().setHeader(RedisConstants.COMMAND, "ZREVRANGE");
        exchange.getMessage().setHeader(RedisConstants.KEY, key(0));
        exchange.getMessage().setHeader(RedisConstants.START, 0L);
        exchange.getMessage().setHeader(RedisConstants.END, settings.popular() - 1L);
        exchange.getMessage().setHeader(RedisConstants.WITHSCORE, false);
    }

    /** Leaves the texts, the most frequent first; none if Redis is away. */
    static void read(Exchange exchange) {
        var answer = exchange.getMessage().getBody();
        exchange.getMessage().setBody(answer instanceof Collection<?> texts ? List.copyOf(texts) : List.of());
    }

    static void begin(Exchange exchange) {
        SearchRequest.begin(exchange, Search.of(exchange.getMessage().getBody(String.class)));
    }

    /** @param day 0 for today */
    private String key(int day) {
        return "catalog:popular:"
                + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(day);
    }
}
