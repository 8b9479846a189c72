package bookstore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those who run the shop see, and who may. The broker is away all the while. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bookstore.services=gateway",
            "bookstore.identity.directory=target/operations-identity",
            "bookstore.operations.watch-every=100ms",
            "bookstore.database.url=jdbc:postgresql://localhost:1/none",
            "spring.data.redis.host=localhost",
            "spring.mail.host=localhost",
            "camel.component.qdrant.host=localhost",
            "spring.rabbitmq.host=localhost",
            "spring.rabbitmq.port=1"
        })
@AutoConfigureObservability
class ManagementPortTest {

    private static final String READ =
            "{\"type\":\"read\",\"mbean\":\"org.apache.camel:context=*,type=context,name=*\",\"attribute\":\"State\"}";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private Browser shopper;
    private Browser desk;

    @BeforeEach
    void open() {
        shopper = new Browser(port);
        desk = new Browser(managementPort);
    }

    @Test
    void probes_are_open_and_well_while_the_broker_is_away() {
        for (var probe : new String[] {"live", "ready", "startup"}) {
            assertThat(desk.get("/observe/health/" + probe).status()).as(probe).isEqualTo(200);
        }
    }

    @Test
    void degraded_is_shown_and_is_not_down() {
        await().untilAsserted(() -> {
            var page = desk.get("/observe/health");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.json().path("status").asText()).isEqualTo("DEGRADED");
            assertThat(page.json()
                            .at("/components/helps/components/broker/status")
                            .asText())
                    .isEqualTo("DEGRADED");
        });
    }

    @Test
    void causes_are_shown_to_those_with_a_password_only() {
        await().until(() ->
                desk.get("/observe/health").json().path("status").asText().equals("DEGRADED"));

        assertThat(desk.get("/observe/health").body()).doesNotContain("cause");
        assertThat(desk.get("/observe/health", "Authorization", basic("ops")).body())
                .contains("cause");
    }

    @Test
    void shoppers_are_told_in_words() {
        await().untilAsserted(() -> {
            var page = shopper.get("/api/status");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.json().path("status").asText()).isEqualTo("DEGRADED");
            assertThat(page.json().at("/degraded/0/part").asText()).isEqualTo("broker");
            assertThat(page.json().at("/degraded/0/message").asText())
                    .isEqualTo("Orders are taken, and confirmed a little later");
        });
    }

    @Test
    void metrics_can_be_scraped() {
        shopper.get("/api/status");

        await().untilAsserted(() -> assertThat(desk.get("/observe/metrics").body())
                .contains("camel_exchanges_total", "http_server_requests_seconds_bucket", "jvm_memory_used_bytes"));
    }

    @Test
    void nothing_of_it_is_on_the_public_port() {
        for (var path : new String[] {"/observe/health", "/observe/metrics", "/observe/hawtio/", "/login"}) {
            assertThat(shopper.get(path, "Authorization", basic("ops")).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void the_route_console_is_for_integrators_and_ops() {
        assertThat(desk.get("/observe/hawtio/").status()).isEqualTo(401);
        assertThat(desk.get("/observe/hawtio/", "Authorization", shopper.bearer("admin"))
                        .status())
                .isEqualTo(401);
        assertThat(desk.get("/observe/hawtio/", "Authorization", basic("integrator"))
                        .status())
                .isEqualTo(200);
        var page = desk.get("/observe/hawtio/", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/login");
        assertThat(desk.get("/login", "Accept", "text/html").body()).contains("_csrf");
    }

    @Test
    void routes_can_be_stopped_and_the_jvm_cannot() {
        var read = jolokia(READ);
        assertThat(read.path("status").asInt()).as(read.toString()).isEqualTo(200);
        var exec = "{\"type\":\"exec\",\"mbean\":\"%s\",\"operation\":\"%s\"}";
        assertThat(jolokia(exec.formatted(
                                "org.apache.camel:context=bookstore,type=routes,name=\\\"edge-show-status\\\"",
                                "getUptime"))
                        .path("status")
                        .asInt())
                .isEqualTo(200);
        assertThat(jolokia(exec.formatted("com.sun.management:type=DiagnosticCommand", "vmVersion"))
                        .path("status")
                        .asInt())
                .isEqualTo(403);
    }

    /** Files, databases and queues are endpoints like any other. */
    @Test
    void nobody_sends_what_he_likes_to_where_he_likes() {
        var exec =
                "{\"type\":\"exec\",\"mbean\":\"org.apache.camel:context=bookstore,type=context,name=\\\"bookstore\\\"\","
                        + "\"operation\":\"%s\",\"arguments\":[%s]}";
        var sends = Map.of(
                "sendStringBody(java.lang.String,java.lang.String)", "\"seda:nowhere\",\"x\"",
                "sendBody", "\"seda:nowhere\",\"x\"",
                "requestStringBody", "\"language:constant:x\",\"x\"",
                "createEndpoint", "\"seda:nowhere\"");
        sends.forEach((operation, arguments) -> assertThat(jolokia(exec.formatted(operation, arguments))
                        .path("status")
                        .asInt())
                .as(operation)
                .isEqualTo(403));
        assertThat(jolokia(exec.formatted("dumpRoutesAsXml()", ""))
                        .path("status")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void demo_users_come_from_this_machine_only() {
        for (var listening : List.of(port, managementPort)) {
            assertThatThrownBy(() -> new Socket("127.0.0.2", listening)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void another_site_cannot_use_the_console_of_who_is_logged_in() {
        assertThat(desk.post("/observe/jolokia", READ, "Authorization", basic("ops"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_console_shows_which_endpoints_are_used() {
        var found = jolokia("{\"type\":\"search\",\"mbean\":\"org.apache.camel:type=services,*\"}");

        assertThat(found.path("value").toString()).contains("DefaultRuntimeEndpointRegistry");
    }

    private com.fasterxml.jackson.databind.JsonNode jolokia(String request) {
        return desk.send(
                        "POST",
                        "/observe/jolokia",
                        BodyPublishers.ofString(request),
                        "Authorization",
                        basic("ops"),
                        "Content-Type",
                        "application/json",
                        "Cookie",
                        "XSRF-TOKEN=of-this-test",
                        "X-XSRF-TOKEN",
                        "of-this-test")
                .json();
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}
