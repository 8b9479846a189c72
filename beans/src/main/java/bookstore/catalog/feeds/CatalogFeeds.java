package bookstore.catalog.feeds;

import bookstore.catalog.Feeds;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The readers of feeds. */
@Configuration(proxyBeanMethods = false)
public class CatalogFeeds {

    @Bean
    Feeds feeds(ObjectMapper json) {
        return new FeedReaders(json);
    }
}
