package bookstore.embedded.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.MessageProperties;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;

class MessagesTest {

    @BrokerTest
    void a_big_message_arrives_whole(Client client) throws Exception {
        String queue = client.queue();
        byte[] body = new byte[5_000_000];
        new Random(42).nextBytes(body);

        client.channel.basicPublish("", queue, MessageProperties.PERSISTENT_BASIC, body);
        client.channel.basicPublish("", queue, MessageProperties.PERSISTENT_BASIC, new byte[0]);

        assertThat(Arrays.equals(client.take(queue).getBody(), body)).isTrue();
        assertThat(client.take(queue).getBody()).isEmpty();
    }

    @BrokerTest
    void headers_of_every_type_arrive_as_they_were(Client client) throws Exception {
        String queue = client.queue();
        Map<String, Object> sent = everyType();

        client.publish("", queue, new BasicProperties.Builder().headers(sent).build(), "");

        assertThat(client.take(queue).getProps().getHeaders())
                .usingRecursiveComparison()
                .isEqualTo(sent);
    }

    @BrokerTest
    void the_other_properties_arrive_too(Client client) throws Exception {
        String queue = client.queue();
        var sent = new BasicProperties.Builder()
                .contentType("application/json")
                .contentEncoding("utf-8")
                .correlationId("c")
                .replyTo("r")
                .messageId("m")
                .type("order.paid")
                .userId("guest")
                .appId("shop")
                .timestamp(new Date(1_700_000_000_000L))
                .priority(1)
                .deliveryMode(2)
                .build();

        client.publish("", queue, sent, "");

        assertThat(client.take(queue).getProps()).isEqualTo(sent);
    }

    @BrokerTest
    void nobody_may_publish_as_somebody_else(Client client) throws Exception {
        var properties = new BasicProperties.Builder().userId("mallory").build();

        assertThat(client.refusal(channel -> channel.basicPublish("amq.direct", "", properties, new byte[0])))
                .startsWith("406 PRECONDITION_FAILED - user_id property set to 'mallory'");
    }

    private static Map<String, Object> everyType() {
        Map<String, Object> headers = Client.map("int", 1, "long", 2L, "short", (short) 3, "byte", (byte) 4);
        headers.put("double", 1.5);
        headers.put("float", 2.5f);
        headers.put("bool", true);
        headers.put("decimal", new BigDecimal("12.34"));
        headers.put("date", new Date(1_700_000_000_000L));
        headers.put("none", null);
        headers.put("bytes", new byte[] {1, 2});
        headers.put("list", List.of(1, 2));
        headers.put("table", Map.of("inner", 1));
        return headers;
    }
}
