package bookstore.notification.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import bookstore.finance.events.PaymentProcessed;
import bookstore.identity.events.UserRegistered;
import bookstore.messaging.Wire;
import bookstore.notification.Envelope;
import bookstore.ordering.events.OrderCancelled;
import bookstore.ordering.events.OrderConfirmed;
import bookstore.ordering.events.OrderCreated;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Which mails leave the shop, and what they look like when they arrive. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=notification,identity",
            "bookstore.notification.poll=200ms",
            "bookstore.notification.first-retry=100ms",
            "bookstore.notification.longest-retry=200ms",
            "spring.mail.username=shop",
            "spring.mail.password=p+%a&ss"
        })
@DirtiesContext
class MailTest {

    private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
    private static final ServerSetup SMTP = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort();
    private static final GreenMail SERVER = new GreenMail(SMTP);

    private final Wire wire;
    private final Browser browser;
    private final ProducerTemplate camel;
    private final UUID order = UUID.randomUUID();
    private final String buyer = "buyer-" + UUID.randomUUID();
    private final String address = buyer + "@example.com";

    MailTest(@Autowired RabbitTemplate rabbit, @Autowired ProducerTemplate camel, @LocalServerPort int port) {
        this.camel = camel;
        this.wire = new Wire(rabbit);
        this.browser = new Browser(port);
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        SERVER.start();
        SERVER.setUser("shop", "p+%a&ss");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void a_mail_has_two_faces_and_says_what_it_belongs_to() throws Exception {
        wire.tell(created("Faust & Co <script>", 2, 1290));

        var mail = only(address);
        assertThat(mail.getSubject()).isEqualTo("We have your order " + order);
        assertThat(mail.getMessageID()).isEqualTo("<" + order + ".order-created@bookstore.example>");
        assertThat(mail.getHeader("From")).containsExactly("shop@bookstore.example");
        assertThat(mail.getHeader("X-Correlation-Id")).containsExactly("story-1");
        assertThat(mail.getHeader("X-Traceparent")[0]).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat((String) parts.getBodyPart(0).getContent()).contains("2 x Faust & Co <script>: €25.80");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("Faust &amp; Co &lt;script&gt;");
    }

    @Test
    void nothing_that_travels_with_a_message_turns_a_mail_aside() throws Exception {
        wire.tell(created("Emma", 1, 100));

        assertThat(only(address).getHeader("To")).containsExactly(address);
        assertThat(to("evil@evil.example")).isEmpty();
    }

    @Test
    void the_mail_server_sees_nothing_but_what_the_letter_says() throws Exception {
        var letter = new Envelope(address, "For you", "<p>Hello</p>", "Hello", messageId(), "story-2", "");

        camel.sendBodyAndHeaders(
                "direct:notification-reach-mail-server",
                letter,
                Map.of(
                        "To", "evil@evil.example",
                        "Bcc", "evil@evil.example",
                        "Reply-To", "evil@evil.example",
                        "Subject", "forged",
                        "mail.smtp.host", "evil.example",
                        "X-Spam", "yes"));

        assertThat(only(address).getSubject()).isEqualTo("For you");
        assertThat(only(address).getHeader("Reply-To")).isNull();
        assertThat(only(address).getHeader("X-Spam")).isNull();
        assertThat(to("evil@evil.example")).isEmpty();
    }

    @Test
    void a_payment_that_is_heard_before_its_order_is_told_when_the_address_is_known() throws Exception {
        wire.tell(new PaymentProcessed(order, "ch_1", 2580, "EUR", NOW));
        await().atMost(Duration.ofSeconds(20)).until(() -> entry("PAYMENT_PROCESSED") != null);
        assertThat(to(address)).isEmpty();

        wire.tell(created("Emma", 2, 1290));

        await().atMost(Duration.ofSeconds(20)).until(() -> to(address).size() == 2);
        assertThat(subjects()).contains("Your payment of €25.80");
    }

    @Test
    void every_kind_is_written_once_in_the_language_of_the_buyer() throws Exception {
        var id = UUID.randomUUID();
        wire.tell(new UserRegistered(buyer, address, "Käthe", "de-AT", NOW));
        await().atMost(Duration.ofSeconds(20)).until(() -> to(address).size() == 1);
        wire.tell(created("Emma", 1, 1290), id);
        wire.tell(created("Emma", 1, 1290), id);
        wire.tell(created("Emma", 1, 1290));
        wire.tell(new OrderConfirmed(order, buyer, address, 1290, "EUR", NOW));
        wire.tell(new OrderCancelled(order, buyer, address, "OUT_OF_STOCK", NOW));

        await().atMost(Duration.ofSeconds(20)).until(() -> to(address).size() == 4);
        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "Willkommen, Käthe",
                        "Ihre Bestellung " + order + " ist da",
                        "Ihre Bestellung " + order + " ist unterwegs",
                        "Ihre Bestellung " + order + " ist storniert");
        await().during(Duration.ofSeconds(1)).until(() -> to(address).size() == 4);
    }

    @Test
    void an_address_that_hides_a_second_one_is_not_written_to() {
        wire.tell(new OrderConfirmed(order, buyer, address + ",evil@evil.example", 1, "EUR", NOW));
        wire.tell(created("Emma", 1, 1290));

        await().atMost(Duration.ofSeconds(20)).until(() -> to(address).size() == 1);
        assertThat(to("evil@evil.example")).isEmpty();
    }

    @Test
    void an_admin_sees_a_mail_and_sends_it_again_under_the_same_id() throws Exception {
        wire.tell(created("Emma", 1, 1290));
        only(address);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> entry("ORDER_CREATED").path("status").asText().equals("SENT"));

        var page = browser.post(
                "/api/admin/notifications/" + entry("ORDER_CREATED").path("id").asText() + "/resend",
                "",
                "Authorization",
                browser.bearer("admin"));

        assertThat(page.status()).as(page.body()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> to(address).size() == 2);
        assertThat(to(address)).extracting(MimeMessage::getMessageID).containsOnly(messageId());
    }

    @Test
    void an_admin_sees_what_a_letter_looks_like() {
        var admin = browser.bearer("admin");
        var path = "/api/admin/notifications/templates/ORDER_CANCELLED/preview";

        var html = browser.get(path + "?locale=de", "Authorization", admin);
        assertThat(html.status()).as(html.body()).isEqualTo(200);
        assertThat(html.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(html.body()).contains("wir haben nicht genug Exemplare");
        var text = browser.get(path + "?locale=fr&part=plain", "Authorization", admin);
        assertThat(text.body()).startsWith("Your order 0190").contains("we do not have enough copies");
        assertThat(browser.get("/api/admin/notifications/templates/NOTHING/preview", "Authorization", admin)
                        .status())
                .isEqualTo(400);
    }

    private String messageId() {
        return "<" + order + ".order-created@bookstore.example>";
    }

    private OrderCreated created(String title, int quantity, long unitMinor) {
        var line = new OrderCreated.Line(UUID.randomUUID(), title, quantity, unitMinor);
        return new OrderCreated(
                order, buyer, address, "tok_visa", quantity * unitMinor, "EUR", List.of(line), "basket", 1, NOW);
    }

    private MimeMessage only(String recipient) {
        await().atMost(Duration.ofSeconds(20)).until(() -> to(recipient).size() == 1);
        return to(recipient).get(0);
    }

    private static List<MimeMessage> to(String recipient) {
        return Stream.of(SERVER.getReceivedMessagesForDomain(recipient)).toList();
    }

    private List<String> subjects() throws MessagingException {
        var subjects = new ArrayList<String>();
        for (var mail : to(address)) {
            subjects.add(mail.getSubject());
        }
        return subjects;
    }

    private JsonNode entry(String kind) {
        var page =
                browser.get("/api/admin/notifications?size=100&kind=" + kind, "Authorization", browser.bearer("admin"));
        for (var entry : page.json().path("items")) {
            if (entry.path("about").asText().equals(order.toString())) {
                return entry;
            }
        }
        return null;
    }
}
