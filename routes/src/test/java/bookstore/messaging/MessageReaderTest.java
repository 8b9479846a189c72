package bookstore.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.catalog.events.BookDeleted;
import bookstore.finance.events.PaymentRejected;
import bookstore.shared.Message;
import bookstore.shared.MessageType;
import bookstore.shared.PermanentFailure;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What is known of a message once it was read. */
class MessageReaderTest {

    private static final String ORDER = "01a21544-4502-7366-866e-5c3b43f8b319";

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void lines_that_are_logged_about_a_message_of_an_order_name_it() {
        read(
                PaymentRejected.class,
                "{\"orderId\":\"" + ORDER + "\",\"reason\":\"CARD_DECLINED\",\"rejectedAt\":\"2026-01-01T00:00:00Z\"}");
        assertThat(MDC.get("order-id")).isEqualTo(ORDER);

        read(BookDeleted.class, "{\"bookId\":\"" + ORDER + "\",\"version\":1,\"deletedAt\":\"2026-01-01T00:00:00Z\"}");
        assertThat(MDC.get("order-id")).isNull();
    }

    @Test
    void what_cannot_be_read_is_told_by_its_place_and_not_quoted() {
        for (var body : List.of(
                "{\"orderId\":\"" + ORDER + "\",\"rejectedAt\":\"ann@example.com\"}",
                "{\"orderId\":\"ann@example.com\"}",
                "ann@example.com",
                "[\"ann@example.com\"]")) {
            assertThatThrownBy(() -> read(PaymentRejected.class, body))
                    .isInstanceOf(PermanentFailure.class)
                    .hasNoCause()
                    .hasMessageContaining("not a readable PaymentRejected: ")
                    .hasMessageNotContainingAny("ann", "example");
        }
    }

    private static void read(Class<? extends Message> type, String body) {
        var camel = new DefaultCamelContext();
        camel.getRegistry()
                .bind("json", JsonMapper.builder().findAndAddModules().build());
        new MessageReader(type)
                .process(ExchangeBuilder.anExchange(camel)
                        .withHeader(
                                SpringRabbitMQConstants.TYPE,
                                MessageType.of(type).routingKey())
                        .withHeader(SpringRabbitMQConstants.MESSAGE_ID, "1")
                        .withHeader(MessageHeaders.VERSION, 1)
                        .withBody(body.getBytes(StandardCharsets.UTF_8))
                        .build());
    }
}
