package bookstore.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.edge.Browser;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.springframework.core.env.Environment;

/** The shop as seen from outside: what an admin prepares, and where buyers come in. */
public final class Shop {

    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Browser api;
    private final String mails;
    private final Tokens tokens;

    Shop(int port, String mails, Tokens tokens) {
        this(new Browser(port), mails, tokens);
    }

    private Shop(Browser api, String mails, Tokens tokens) {
        this.api = api;
        this.mails = mails;
        this.tokens = tokens;
    }

    /** The shop in this process. */
    static Shop in(Environment environment, JWKSource<SecurityContext> keys) {
        return new Shop(
                environment.getRequiredProperty("local.server.port", Integer.class),
                environment.getRequiredProperty("bookstore.embedded.mails-url"),
                new Tokens(keys));
    }

    /** The same shop, whose mails are elsewhere. */
    public Shop with(String otherMails) {
        return new Shop(api, otherMails, tokens);
    }

    public Browser api() {
        return api;
    }

    /** Somebody who has never been here before. */
    public Buyer buyer() {
        var name = "buyer-" + UUID.randomUUID();
        return new Buyer(this, name, tokens.of(name, "user"));
    }

    public String admin() {
        return tokens.of("admin", "admin");
    }

    /** A new book with so many copies, known to everybody who must know it before it can be bought. */
    public String book(String name, int copies) {
        var title = name + " " + UUID.randomUUID();
        var made = api.post(
                "/api/books",
                """
                {"title":"%s","authors":[{"name":"Ann Author"}],"language":"en","stock":%d,
                 "description":"A book that stands in no other shop.","price":{"amount":"12.90","currency":"EUR"}}
                """
                        .formatted(title, copies),
                "Authorization",
                admin());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.json().path("id").asText();
        var buyer = buyer();
        await("everybody to know " + title)
                .atMost(PATIENCE)
                .until(() -> buyer.puts(id, 1)
                        && stockOf(id) == copies
                        && buyer.basket().at("/items/0/book/stock/available").asInt() == copies);
        return id;
    }

    /** Takes a book off, if it can be; 409 if somebody waits for it. */
    int takesOff(String book) {
        return api.send("DELETE", "/api/books/" + book, BodyPublishers.noBody(), "Authorization", admin())
                .status();
    }

    public int stockOf(String book) {
        return api.get("/api/books/" + book).json().at("/stock/available").asInt(-1);
    }

    public List<JsonNode> mailsTo(String address) {
        try {
            var page = Browser.fetch(mails + "mails.json");
            return StreamSupport.stream(page.json().spliterator(), false)
                    .filter(mail -> mail.path("to").toString().contains(address))
                    .toList();
        } catch (RuntimeException e) {
            throw new AssertionError("the mails cannot be read at " + mails, e);
        }
    }

    /** The whole of a mail, headers and all. */
    String mail(String id) {
        return Browser.fetch(mails + "mails/" + id + "/raw").body();
    }
}
