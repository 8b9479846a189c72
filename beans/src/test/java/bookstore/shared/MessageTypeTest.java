package bookstore.shared;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.inventory.commands.ReserveStock;
import bookstore.ordering.events.OrderCreated;
import org.junit.jupiter.api.Test;

class MessageTypeTest {

    @Test
    void an_event_is_noun_and_past_on_the_topic_exchange_of_its_context() {
        assertThat(MessageType.of(OrderCreated.class)).isEqualTo(new MessageType("ordering.events", "order.created"));
    }

    @Test
    void a_command_is_noun_and_imperative_on_the_direct_exchange_of_its_context() {
        assertThat(MessageType.of(ReserveStock.class))
                .isEqualTo(new MessageType("inventory.commands", "stock.reserve"));
    }

    @Test
    void a_queue_says_who_listens_to_what() {
        assertThat(MessageType.of(OrderCreated.class).queueOf("finance")).isEqualTo("finance.order.created");
    }
}
