package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import java.util.List;

class ExchangeDeclarationsTest {

    @BrokerTest
    void the_built_in_exchanges_are_there(Client client) throws Exception {
        for (String name : List.of("amq.direct", "amq.topic", "amq.fanout", "amq.headers", "amq.match")) {
            client.channel.exchangeDeclarePassive(name);
        }
        String queue = client.queue();
        client.channel.queueBind(queue, "amq.direct", queue);

        client.channel.basicPublish("amq.direct", queue, new BasicProperties(), "found".getBytes(UTF_8));

        assertThat(client.text(queue)).isEqualTo("found");
    }

    @BrokerTest
    void an_exchange_is_refused_when_it_differs_is_missing_or_reserved(Client client) throws Exception {
        String exchange = client.exchange("direct");

        assertThat(client.refusal(channel -> channel.exchangeDeclare(exchange, BuiltinExchangeType.FANOUT, true)))
                .startsWith("406 PRECONDITION_FAILED - inequivalent arg 'type' for exchange '" + exchange + "'");
        assertThat(client.refusal(channel -> channel.exchangeDeclarePassive("nowhere")))
                .isEqualTo("404 NOT_FOUND - no exchange 'nowhere' in vhost '/'");
        assertThat(client.refusal(channel -> channel.basicPublish("nowhere", "", null, new byte[0])))
                .isEqualTo("404 NOT_FOUND - no exchange 'nowhere' in vhost '/'");
        assertThat(client.refusal(channel -> channel.exchangeDeclare("amq.mine", "direct")))
                .startsWith("403 ACCESS_REFUSED");
        assertThat(client.refusal(channel -> channel.exchangeDelete("amq.direct")))
                .startsWith("403 ACCESS_REFUSED");
        assertThat(client.refusal(channel -> channel.exchangeDelete(""))).startsWith("403 ACCESS_REFUSED");
    }

    @BrokerTest
    void an_auto_delete_exchange_goes_with_its_last_binding(Client client) throws Exception {
        String exchange = client.exchangeName();
        String queue = client.queue();
        client.channel.exchangeDeclare(exchange, "direct", false, true, null);
        client.channel.queueBind(queue, exchange, "key");
        assertThat(client.refusal(channel -> channel.exchangeDelete(exchange, true)))
                .startsWith("406 PRECONDITION_FAILED");

        client.channel.queueUnbind(queue, exchange, "key");

        assertThat(client.refusal(channel -> channel.exchangeDeclarePassive(exchange)))
                .startsWith("404");
    }
}
