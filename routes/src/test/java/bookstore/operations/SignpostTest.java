package bookstore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What whoever has started the shop reads when it is open. */
@ExtendWith(OutputCaptureExtension.class)
class SignpostTest {

    private static final String OPEN = "The bookstore is open";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicBoolean isDatabaseThere = new AtomicBoolean(true);
    private final ApplicationContextRunner shop = new ApplicationContextRunner()
            .withBean(Watch.class, this::watch)
            .withUserConfiguration(Signpost.class)
            .withPropertyValues("local.server.port=8081", "local.management.port=9877");

    @Test
    void a_shop_on_embedded_servers_says_where_everything_is(CapturedOutput output) {
        shop.withPropertyValues(
                        "bookstore.embedded.running=PostgreSQL, Redis",
                        "bookstore.embedded.mails-url=http://localhost:18026/")
                .run(this::opens);

        assertThat(output.toString().substring(output.toString().indexOf(OPEN)).lines())
                .startsWith(
                        OPEN + ", on embedded servers: PostgreSQL, Redis",
                        "  API            http://localhost:8081/api",
                        "  API page       http://localhost:8081/api/docs",
                        "  Route console  http://localhost:9877/observe/hawtio",
                        "  Mails          http://localhost:18026/",
                        "  A token        curl -s -u alice:alice -d grant_type=client_credentials"
                                + " http://localhost:8081/oauth2/token");
    }

    @Test
    void what_is_elsewhere_is_not_pointed_at(CapturedOutput output) {
        shop.withPropertyValues(
                        "bookstore.embedded.running=PostgreSQL", "bookstore.identity.issuer=https://issuer.example")
                .run(this::opens);

        assertThat(output).contains(OPEN).doesNotContain("A token", "Mails");
    }

    @Test
    void a_shop_on_real_servers_says_nothing(CapturedOutput output) {
        shop.run(this::opens);

        assertThat(output).doesNotContain(OPEN);
    }

    @Test
    void nobody_is_sent_in_before_all_that_the_shop_needs_is_there(CapturedOutput output) {
        isDatabaseThere.set(false);
        shop.withPropertyValues("bookstore.embedded.running=PostgreSQL").run(context -> {
            opens(context);
            assertThat(output).doesNotContain(OPEN);

            isDatabaseThere.set(true);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(output).contains(OPEN));
        });
    }

    /** What Boot says at the end of every start. */
    private void opens(ConfigurableApplicationContext context) {
        if (isDatabaseThere.get()) {
            await().atMost(PATIENCE)
                    .until(() -> context.getBean(Watch.class).complete().isDone());
        }
        context.publishEvent(
                new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ofSeconds(1)));
    }

    private Watch watch() {
        var database = Part.needed("postgres", () -> {
            if (!isDatabaseThere.get()) {
                throw new IllegalStateException("not yet");
            }
        });
        return new Watch(List.of(database), Clock.systemUTC(), Duration.ofMillis(50));
    }
}
