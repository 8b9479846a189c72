package bookstore.embedded.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

class ExchangesTest {

    @BrokerTest
    void a_direct_exchange_compares_the_whole_key(Client client) throws Exception {
        String exchange = client.exchange("direct");
        String queue = client.queue();
        client.channel.queueBind(queue, exchange, "order.paid");

        client.publish(exchange, "order.pai", null, "no");
        client.publish(exchange, "order.paid", null, "yes");

        assertThat(client.text(queue)).isEqualTo("yes");
        client.becomesEmpty(queue);
    }

    @BrokerTest
    void a_topic_exchange_knows_one_word_and_any_number_of_words(Client client) throws Exception {
        String exchange = client.exchange("topic");
        String one = client.queue();
        String any = client.queue();
        client.channel.queueBind(one, exchange, "order.*");
        client.channel.queueBind(any, exchange, "order.#");

        for (String key : List.of("order", "order.paid", "order.paid.late", "orders.paid", "")) {
            client.publish(exchange, key, null, key);
        }

        client.hasReady(one, 1);
        client.hasReady(any, 3);
        assertThat(client.text(one)).isEqualTo("order.paid");
    }

    @BrokerTest
    void a_fanout_exchange_asks_no_key(Client client) throws Exception {
        String exchange = client.exchange("fanout");
        String first = client.queue();
        String second = client.queue();
        client.channel.queueBind(first, exchange, "a");
        client.channel.queueBind(second, exchange, "b");

        client.publish(exchange, "c", null, "news");

        assertThat(client.text(first)).isEqualTo("news");
        assertThat(client.text(second)).isEqualTo("news");
    }

    @BrokerTest
    void a_headers_exchange_matches_all_or_any(Client client) throws Exception {
        String exchange = client.exchange("headers");
        String all = client.queue();
        String any = client.queue();
        client.channel.queueBind(all, exchange, "", Client.map("x-match", "all", "kind", "book", "stock", 1));
        client.channel.queueBind(any, exchange, "", Client.map("x-match", "any", "kind", "book", "stock", 1));

        client.publish(exchange, "", Client.headers("kind", "book", "stock", 1), "both");
        client.publish(exchange, "", Client.headers("kind", "book", "stock", 2), "one");
        client.publish(exchange, "", Client.headers("kind", "map"), "none");

        client.hasReady(any, 2);
        client.hasReady(all, 1);
    }

    @BrokerTest
    void an_exchange_can_feed_another_one_and_a_queue_gets_a_message_once(Client client) throws Exception {
        String source = client.exchange("topic");
        String target = client.exchange("fanout");
        String queue = client.queue();
        client.channel.exchangeBind(target, source, "order.#");
        client.channel.queueBind(queue, source, "order.paid");
        client.channel.queueBind(queue, target, "");

        client.publish(source, "order.paid", null, "once");
        client.publish(source, "order.lost", null, "twice");

        client.hasReady(queue, 2);
    }

    @BrokerTest
    void the_alternate_exchange_takes_what_nobody_wants(Client client) throws Exception {
        String unrouted = client.exchange("fanout");
        String exchange = client.exchange("topic", "alternate-exchange", unrouted);
        String wanted = client.queue();
        String rest = client.queue();
        client.channel.queueBind(wanted, exchange, "order.paid");
        client.channel.queueBind(rest, unrouted, "");

        client.publish(exchange, "order.paid", null, "wanted");
        client.publish(exchange, "order.lost", null, "rest");

        assertThat(client.text(rest)).isEqualTo("rest");
        assertThat(client.text(wanted)).isEqualTo("wanted");
    }

    @BrokerTest
    void the_headers_cc_and_bcc_name_more_keys_and_bcc_stays_secret(Client client) throws Exception {
        String to = client.queue();
        String copy = client.queue();
        String blind = client.queue();

        client.publish("", to, Client.headers("CC", List.of(copy), "BCC", List.of(blind)), "hello");

        assertThat(client.text(copy)).isEqualTo("hello");
        assertThat(client.text(blind)).isEqualTo("hello");
        assertThat(client.take(to).getProps().getHeaders()).containsKey("CC").doesNotContainKey("BCC");
    }
}
