package bookstore.ordering.routes;

import bookstore.ordering.Address;
import bookstore.ordering.Order;
import bookstore.ordering.OrderStatus;
import bookstore.shared.Money;
import bookstore.shared.Refusal;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The invoice of a confirmed order, as a page that can be printed. What people wrote is escaped. */
final class InvoicePage {

    private static final String TEMPLATE = "/bookstore/ordering/invoice.mustache";

    private final InvoiceSettings seller;
    private final Template template;

    InvoicePage(InvoiceSettings seller) {
        this.seller = seller;
        this.template = compile();
    }

    private static Template compile() {
        var file = Objects.requireNonNull(InvoicePage.class.getResourceAsStream(TEMPLATE), TEMPLATE);
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(true).nullValue("").compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the template shows; null and empty parts are left out. */
    record Content(
            InvoiceSettings seller,
            String number,
            LocalDate date,
            Address buyer,
            List<OrderView.Item> items,
            Money total,
            @Nullable Money vat) {}

    /** The order is the body before, the page behind. */
    void show(Exchange exchange) {
        var page = render(exchange.getMessage().getBody(Order.class));
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "text/html;charset=utf-8");
        exchange.getMessage().setBody(page.getBytes(StandardCharsets.UTF_8));
    }

    String render(Order order) {
        if (order.status() != OrderStatus.ORDER_CONFIRMED) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "not-confirmed",
                    "There is an invoice once the order is confirmed; it is " + order.status(),
                    Map.of("state", order.status(), "invoiceStates", List.of(OrderStatus.ORDER_CONFIRMED)));
        }
        return template.execute(new Content(
                seller,
                order.id().toString(),
                LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC),
                order.shippingAddress(),
                OrderView.of(order).items(),
                order.total(),
                vatIn(order.total())));
    }

    /** The tax that a gross sum holds. */
    private @Nullable Money vatIn(Money gross) {
        var percent = seller.vatPercent();
        if (percent.signum() == 0) {
            return null;
        }
        var hundred = BigDecimal.valueOf(100);
        var tax = BigDecimal.valueOf(gross.minor())
                .multiply(percent)
                .divide(percent.add(hundred), 0, RoundingMode.HALF_EVEN);
        return Money.ofMinor(tax.longValueExact(), gross.currency());
    }
}
