package bookstore.basket.routes;

import bookstore.OnService;
import bookstore.basket.BasketSettings;
import bookstore.basket.Baskets;
import bookstore.basket.Offers;
import bookstore.basket.Shopping;
import bookstore.basket.postgres.BasketPostgres;
import bookstore.basket.redis.BasketRedis;
import bookstore.edge.Json;
import bookstore.shared.Ids;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the basket service is made of. */
@Configuration(proxyBeanMethods = false)
@OnService("basket")
@Import({BasketPostgres.class, BasketRedis.class})
public class BasketService {

    @Bean
    Shopping shopping(Baskets baskets, Offers offers, Ids ids, Clock clock, BasketSettings settings) {
        return new Shopping(baskets, offers, ids, clock, settings.currency());
    }

    @Bean
    RouteBuilder basketHttpRoutes(Shopping shopping, Json json) {
        return new BasketHttpRoutes(shopping, json);
    }

    @Bean
    RouteBuilder basketListenerRoutes(Shopping shopping) {
        return new BasketListenerRoutes(shopping);
    }

    @Bean
    RouteBuilder offerListenerRoutes(Offers offers) {
        return new OfferListenerRoutes(offers);
    }
}
