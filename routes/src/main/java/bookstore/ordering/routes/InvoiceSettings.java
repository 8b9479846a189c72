package bookstore.ordering.routes;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an invoice says about the seller, and the tax within the prices.
 *
 * @param vatPercent value-added tax that the prices include; 0 leaves it out
 */
@ConfigurationProperties("bookstore.ordering.invoice")
public record InvoiceSettings(
        @DefaultValue("Bookstore") String company,
        @DefaultValue("") String address,
        @DefaultValue("") String vatId,
        @DefaultValue("7") BigDecimal vatPercent) {}
