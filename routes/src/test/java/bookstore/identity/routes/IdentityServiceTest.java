package bookstore.identity.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import bookstore.shared.postgres.ContextDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The identity service alone: accounts, and the embedded issuer's two ways to a token. */
@SpringBootTest(
        classes = Bookstore.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"bookstore.services=identity", "management.server.port=0"})
class IdentityServiceTest {

    private static final String REDIRECT = "http://127.0.0.1:4711/callback";
    // the example of RFC 7636, appendix B
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final String HEARS = "notification.user.registered";

    private final Browser browser;
    private final int port;
    private final RabbitTemplate broker;
    private final ContextDatabase database;
    private final ForeignTokens foreign;
    private final String email = "Jane." + UUID.randomUUID() + "@Example.org";

    IdentityServiceTest(
            @LocalServerPort int port,
            @Autowired RabbitTemplate broker,
            @Autowired @Qualifier("identityDatabase") ContextDatabase database,
            @Autowired JWKSource<SecurityContext> keys) {
        this.database = database;
        this.foreign = new ForeignTokens(keys);
        this.port = port;
        this.broker = broker;
        this.browser = new Browser(port);
    }

    @Test
    void who_registers_has_an_account_and_the_others_hear_of_it() {
        var made = register("correct horse");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/users/me");
        assertThat(made.json().path("email").asText()).isEqualTo(email.toLowerCase());
        assertThat(made.json().path("roles")).hasSize(1);
        assertThat(made.body()).doesNotContain("correct horse");
        var id = made.json().path("id").asText();
        assertThat(toldUntil(id)).isNotEmpty();
    }

    @Test
    void who_was_registered_elsewhere_is_welcomed_at_first_sight_and_once() {
        var id = UUID.randomUUID().toString();
        var token = foreign.of(id, Map.of("email", email, "email_verified", true, "name", "Jane Doe", "locale", "de"));

        var visits = IntStream.range(0, 4)
                .mapToObj(visit -> CompletableFuture.supplyAsync(() -> visit % 2 == 0 ? me(token) : prefers(token)))
                .toList();

        assertThat(visits).allSatisfy(visit -> {
            var account = visit.get(60, TimeUnit.SECONDS);
            assertThat(account.status()).as(account.body()).isEqualTo(200);
            assertThat(account.json().path("id").asText()).isEqualTo(id);
        });
        assertThat(me(token).json().path("email").asText()).isEqualTo(email.toLowerCase());
        assertThat(me(token).json().path("name").asText()).isEqualTo("Jane Doe");
        assertThat(me(token).json().path("locale").asText()).isEqualTo("fr");
        var last = browser.post(
                "/api/users",
                "{\"email\":\"last.%s\",\"password\":\"correct horse\",\"name\":\"Last\"}".formatted(email));
        assertThat(toldUntil(last.json().path("id").asText()))
                .filteredOn(told -> told.contains(id))
                .hasSize(1);
    }

    @Test
    void who_has_no_address_of_their_own_has_no_account() {
        var subject = UUID.randomUUID().toString();

        assertThat(me(foreign.of(subject, Map.of())).status()).isEqualTo(404);
        assertThat(me(foreign.of(subject, Map.of("email", email))).status()).isEqualTo(404);
        assertThat(me(foreign.of(subject, Map.of("email", email, "email_verified", false)))
                        .status())
                .isEqualTo(404);
        assertThat(me(foreign.of(subject, Map.of("email", "a\r\nBcc: all@y.z", "email_verified", true)))
                        .status())
                .isEqualTo(404);
        register("correct horse");
        assertThat(me(foreign.of(subject, Map.of("email", email, "email_verified", true)))
                        .status())
                .isEqualTo(409);
    }

    private Browser.Page me(String token) {
        return browser.get("/api/users/me", "Authorization", token);
    }

    private Browser.Page prefers(String token) {
        return browser.put("/api/users/me/preferences", "{\"locale\":\"fr\"}", "Authorization", token);
    }

    /** What the others have heard, up to the news of one user. */
    private List<String> toldUntil(String id) {
        var heard = new ArrayList<String>();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            for (var told = broker.receive(HEARS); told != null; told = broker.receive(HEARS)) {
                heard.add(new String(told.getBody(), StandardCharsets.UTF_8));
            }
            return heard.stream().anyMatch(told -> told.contains(id));
        });
        return heard;
    }

    @Test
    void an_address_has_one_account_however_it_is_written() {
        register("correct horse");

        var again = browser.post(
                "/api/users",
                "{\"email\":\"%s\",\"password\":\"another horse\",\"name\":\"J\"}".formatted(email.toUpperCase()));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("type").asText()).endsWith("/email-taken");
    }

    @Test
    void who_registers_twice_under_one_key_has_one_account_and_the_key_tells_nobody_the_password() {
        var key = UUID.randomUUID().toString();

        var made = register("correct horse", "Idempotency-Key", key);
        var again = register("correct horse", "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(register("another horse", "Idempotency-Key", key).status()).isEqualTo(422);
        var kept = database.jdbc()
                .sql("select given_answers::text from given_answers")
                .query(String.class)
                .list();
        assertThat(kept)
                .anyMatch(answer -> answer.contains(email.toLowerCase()))
                .noneMatch(answer -> answer.contains(key) || answer.contains("horse"));
    }

    @Test
    void what_is_no_account_is_refused() {
        assertThat(register("short").status()).isEqualTo(400);
        assertThat(register("aaaaaaaaaaaa").status()).isEqualTo(422);
        for (var wrong : new String[] {"no-address", "a@b", "a b@c.de", "x@y.z\\r\\nBcc: all@y.z"}) {
            var body = "{\"email\":\"%s\",\"password\":\"correct horse\",\"name\":\"J\"}".formatted(wrong);
            assertThat(browser.post("/api/users", body).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void a_demo_user_is_a_client_as_ever_and_has_an_account() throws IOException {
        var alice = browser.bearer("alice");

        var claims = claims(alice);
        assertThat(claims.path("sub").asText()).isEqualTo("alice");
        assertThat(claims.path("scope").asText().split(" "))
                .containsExactlyInAnyOrder("catalog.read", "basket", "ordering", "rating", "chat");
        var account = browser.get("/api/users/me", "Authorization", alice);
        assertThat(account.json().path("name").asText()).isEqualTo("Alice");
        var changed = browser.put("/api/users/me/preferences", "{\"locale\":\"de\"}", "Authorization", alice);
        assertThat(changed.json().path("locale").asText()).isEqualTo("de");
        assertThat(browser.get("/api/users/me").status()).isEqualTo(401);
    }

    @Test
    void the_issuer_reads_small_forms_and_nothing_else() {
        assertThat(browser.postsToIssuer("text/plain", 1, true)).isEqualTo(415);
        assertThat(browser.postsToIssuer(Browser.FORM, 1, true)).isEqualTo(411);
        assertThat(browser.postsToIssuer(Browser.FORM, 70_000, false)).isEqualTo(413);
        assertThat(browser.postsToIssuer(Browser.FORM, 60_000, false)).isEqualTo(401);
    }

    @Test
    void a_person_logs_in_by_the_form_and_gets_what_a_user_may() throws IOException {
        var id = register("correct horse").json().path("id").asText();
        var visitor = new Visitor(port);

        assertThat(Visitor.location(visitor.get(authorization("openid basket admin"))))
                .endsWith("/login");
        var back = visitor.logIn(email, "correct horse");
        var callback = Visitor.location(visitor.get(Visitor.location(back)));
        assertThat(callback).startsWith(REDIRECT + "?code=");
        var code = callback.replaceAll(".*code=([^&]+).*", "$1");
        var token = visitor.post("/oauth2/token", exchange(code, VERIFIER));

        assertThat(token.statusCode()).isEqualTo(200);
        var bearer = "Bearer " + json(token.body()).path("access_token").asText();
        assertThat(claims(bearer).path("sub").asText()).isEqualTo(id);
        assertThat(claims(bearer).path("scope").asText().split(" ")).containsExactlyInAnyOrder("openid", "basket");
        assertThat(browser.get("/api/users/me", "Authorization", bearer)
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void a_code_is_worth_nothing_to_who_did_not_ask_for_it() {
        var visitor = new Visitor(port);
        visitor.get(authorization("basket"));
        var back = visitor.logIn("bob", "bob");
        var code = Visitor.location(visitor.get(Visitor.location(back))).replaceAll(".*code=([^&]+).*", "$1");

        assertThat(visitor.post("/oauth2/token", exchange(code, "x".repeat(43))).statusCode())
                .isEqualTo(400);
        var elsewhere =
                authorization("basket").replace(Visitor.encode(REDIRECT), Visitor.encode("http://evil.example/"));
        assertThat(visitor.get(elsewhere).statusCode()).isEqualTo(400);
        var unproved = authorization("basket").replaceAll("&code_challenge.*", "");
        assertThat(Visitor.location(visitor.get(unproved))).contains("error=invalid_request");
    }

    @Test
    void the_login_page_takes_no_form_but_its_own_and_no_directions() {
        var visitor = new Visitor(port);

        assertThat(visitor.post("/login", Map.of("username", "bob", "password", "bob"))
                        .statusCode())
                .isEqualTo(403);
        visitor.get("/login?continue=http://evil.example/&redirect=http://evil.example/");
        assertThat(Visitor.location(visitor.logIn("bob", "bob"))).endsWith("/api/docs");
    }

    @Test
    void five_failures_lock_a_name_at_the_page() {
        register("correct horse");
        var visitor = new Visitor(port);
        for (var time = 0; time < 5; time++) {
            assertThat(Visitor.location(visitor.logIn(email, "wrong"))).endsWith("/login?error");
        }

        assertThat(Visitor.location(visitor.logIn(email, "correct horse"))).endsWith("/login?error");
    }

    @Test
    void five_failures_lock_a_client_at_the_token_endpoint() throws IOException {
        var visitor = new Visitor(port);
        var grant = Map.of("grant_type", "client_credentials");
        for (var time = 0; time < 5; time++) {
            assertThat(visitor.post("/oauth2/token", grant, basic("admin", "wrong"))
                            .statusCode())
                    .isEqualTo(401);
        }

        var locked = visitor.post("/oauth2/token", grant, basic("admin", "admin"));
        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(json(locked.body()).path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void a_client_that_does_not_say_who_it_is_is_told_so() throws IOException {
        var visitor = new Visitor(port);

        for (var form : List.of(Map.of("grant_type", "client_credentials"), Map.of("a", "b"))) {
            var nobody = visitor.post("/oauth2/token", form);
            assertThat(nobody.statusCode()).isEqualTo(401);
            assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"bookstore\"");
            assertThat(json(nobody.body()).path("error").asText()).isEqualTo("invalid_client");
        }
    }

    private Browser.Page register(String password, String... headers) {
        return browser.post(
                "/api/users",
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Jane\",\"locale\":\"en\"}".formatted(email, password),
                headers);
    }

    private static String authorization(String scopes) {
        return "/oauth2/authorize?response_type=code&client_id=bookstore-web&state=s1&scope=" + Visitor.encode(scopes)
                + "&redirect_uri=" + Visitor.encode(REDIRECT)
                + "&code_challenge=" + CHALLENGE + "&code_challenge_method=S256";
    }

    private static Map<String, String> exchange(String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", "bookstore-web",
                "redirect_uri", REDIRECT,
                "code", code,
                "code_verifier", verifier);
    }

    private static String[] basic(String name, String secret) {
        var both = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(both)};
    }

    private static JsonNode claims(String bearer) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(bearer.split("\\.")[1]));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
