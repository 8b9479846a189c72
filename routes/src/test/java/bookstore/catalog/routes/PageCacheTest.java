package bookstore.catalog.routes;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.catalog.Facets;
import bookstore.catalog.search.CacheSettings;
import bookstore.catalog.search.ResultPage;
import bookstore.catalog.search.Search;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.redis.RedisConstants;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Redis has kept counts, is old, or counts no more. */
class PageCacheTest {

    private final PageCache cache = new PageCache(
            JsonMapper.builder().findAndAddModules().build(),
            new CacheSettings(Duration.ofMinutes(1), Duration.ofMinutes(5), 1, 1),
            (work, time) -> true,
            Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({"1, , HIT", "1, a, STALE", "2, , MISS", "2, a, MISS", ", , MISS"})
    void a_page_of_another_epoch_counts_no_more_and_one_of_another_edition_is_old(
            @Nullable String epoch, @Nullable String edition, String state) throws JsonProcessingException {
        var kept = kept();

        var found = recalled(epoch, edition, kept);

        assertThat(PageCache.state(found)).isEqualTo(state);
        assertThat(found.getMessage().getBody() == null).isEqualTo(state.equals("MISS"));
    }

    @Test
    void what_redis_did_not_say_is_not_kept() {
        var exchange = exchange();
        exchange.getMessage().setBody(List.of("1"));
        cache.recall(exchange);
        exchange.getMessage().setBody(new ResultPage(List.of(), 0, Facets.NONE, false));

        assertThat(PageCache.state(exchange)).isEqualTo("MISS");
        assertThat(PageCache.isToBeKept(exchange)).isFalse();
    }

    /** As it was found in epoch 1, when there had been no edition. */
    private String kept() throws JsonProcessingException {
        var exchange = recalled("1", null, null);
        exchange.getMessage().setBody(new ResultPage(List.of(), 0, Facets.NONE, false));
        cache.keep(exchange);
        return exchange.getMessage().getHeader(RedisConstants.VALUE, String.class);
    }

    private Exchange recalled(@Nullable String epoch, @Nullable String edition, @Nullable String page) {
        var exchange = exchange();
        exchange.getMessage().setBody(Arrays.asList(epoch, edition, page));
        cache.recall(exchange);
        return exchange;
    }

    private static Exchange exchange() {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        SearchRequest.begin(exchange, Search.of("whale"));
        return exchange;
    }
}
