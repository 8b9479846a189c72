package bookstore.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import bookstore.basket.commands.BasketContents;
import bookstore.basket.commands.ReadBasket;
import bookstore.shared.PermanentFailure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Asking and answering over the broker. */
@SpringBootTest(
        classes = AskingShop.class,
        webEnvironment = WebEnvironment.NONE,
        properties = "management.endpoint.health.validate-group-membership=false")
class QuestionTest {

    private final ProducerTemplate camel;
    private final RabbitTemplate broker;

    QuestionTest(@Autowired ProducerTemplate camel, @Autowired RabbitTemplate broker) {
        this.camel = camel;
        this.broker = broker;
    }

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry settings) {
        AskingShop.startBroker(settings);
    }

    @Test
    void who_asks_is_answered_on_its_own_thread_and_in_its_own_context() {
        MDC.put("correlation-id", "c-1");
        var answered = camel.send("direct:ask", exchange -> {
            exchange.getMessage().setBody(new ReadBasket("alice"));
            exchange.getMessage().setHeader("mine", "kept");
        });
        MDC.clear();

        assertThat(answered.getException()).isNull();
        var contents = answered.getMessage().getBody(BasketContents.class);
        assertThat(contents.basketId()).isEqualTo("basket of alice");
        assertThat(contents.lines()).hasSize(1);
        assertThat(answered.getMessage().getHeader("mine")).isEqualTo("kept");
        assertThat(answered.getProperty("thread"))
                .isEqualTo(Thread.currentThread().getName());
        assertThat(AskingShop.HEARD).contains("c-1");
    }

    @Test
    void many_who_ask_at_once_get_each_their_own_answer() {
        var wrong = new CopyOnWriteArrayList<String>();
        var threads = Executors.newFixedThreadPool(8);
        var all = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.runAsync(() -> askOften(n, wrong), threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).orTimeout(60, TimeUnit.SECONDS).join();
        threads.shutdown();
        assertThat(wrong).isEmpty();
    }

    private void askOften(int asker, List<String> wrong) {
        for (var i = 0; i < 20; i++) {
            var who = asker + "-" + i;
            var contents = camel.requestBody("direct:ask", new ReadBasket(who), BasketContents.class);
            if (!contents.basketId().equals("basket of " + who)) {
                wrong.add(who + " got " + contents.basketId());
            }
        }
    }

    @Test
    void no_answer_is_a_time_out() {
        assertThatThrownBy(() -> camel.requestBody("direct:ask", new ReadBasket("nobody")))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(ExchangeTimedOutException.class);
    }

    @Test
    void a_request_that_can_never_be_answered_becomes_a_dead_letter() {
        assertThatThrownBy(() -> camel.requestBody("direct:ask", new ReadBasket("wrong")))
                .hasCauseInstanceOf(ExchangeTimedOutException.class);
        assertThat(dead()).contains("PermanentFailure: this can never be answered");
    }

    @Test
    void an_answer_goes_nowhere_but_to_who_asked() {
        broker.send(
                "basket.commands",
                "basket.read",
                MessageBuilder.withBody("{\"buyerId\":\"spy\"}".getBytes())
                        .setType("basket.read")
                        .setReplyTo("basket.events/anything")
                        .build());

        assertThat(dead()).contains("request without a direct reply-to");
        assertThat(AskingShop.ASKED).doesNotContain("spy");
    }

    private String dead() {
        var message = await().until(() -> broker.receive("basket.basket.read.dead"), found -> found != null);
        return String.valueOf(message.getMessageProperties().getHeaders().get(MessageHeaders.FAILURE_CAUSE));
    }

    /** What the shop throws when it is asked for somebody who cannot be. */
    static PermanentFailure never() {
        return new PermanentFailure("this can never be answered");
    }
}
