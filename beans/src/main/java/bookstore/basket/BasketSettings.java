package bookstore.basket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long baskets are kept, and what they are counted in.
 *
 * @param currency ISO 4217; books in another one cannot be put into a basket
 * @param keepUsers how long a user's basket is kept after the last look at it
 * @param keepGuests the same for a guest's
 */
@ConfigurationProperties("bookstore.basket")
public record BasketSettings(
        @DefaultValue("EUR") String currency,
        @DefaultValue("30d") Duration keepUsers,
        @DefaultValue("7d") Duration keepGuests) {}
