package bookstore.catalog.routes;

import bookstore.catalog.FeedFormat;
import bookstore.catalog.Importer;
import bookstore.catalog.Imports;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.shared.Refusal;
import java.io.InputStream;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Takes feeds from admins and from a directory, and says how far they have come. */
class FeedDesk {

    private final Importer importer;
    private final Imports imports;
    private final Json json;

    FeedDesk(Importer importer, Imports imports, Json json) {
        this.importer = importer;
        this.imports = imports;
        this.json = json;
    }

    /** A request's body, of a type that the contract knows. */
    void receive(Exchange exchange) {
        var type = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class);
        var feed = exchange.getMessage().getBody(InputStream.class);
        var id = importer.receive(ofType(type), feed, Optional.empty()).orElseThrow();
        json.accepted(exchange, "/api/imports/" + id, imports.find(id).orElseThrow());
    }

    /** A file; one that is found again unchanged is not taken again. */
    void receiveFile(Exchange exchange) {
        var message = exchange.getMessage();
        var name = message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
        var source = "%s %s %s"
                .formatted(
                        name, message.getHeader(Exchange.FILE_LENGTH), message.getHeader(Exchange.FILE_LAST_MODIFIED));
        importer.receive(ofName(name), message.getBody(InputStream.class), Optional.of(source));
    }

    void show(Exchange exchange) {
        var id = Parameters.of(exchange).id("id");
        json.ok(exchange, imports.find(id).orElseThrow(() -> Refusal.notFound("This import")));
    }

    private static FeedFormat ofType(String type) {
        if (type.equals("text/csv")) {
            return FeedFormat.CSV;
        }
        return type.equals("application/xml") ? FeedFormat.ONIX : FeedFormat.JSON_LINES;
    }

    private static FeedFormat ofName(String name) {
        if (name.endsWith(".csv")) {
            return FeedFormat.CSV;
        }
        return name.endsWith(".xml") ? FeedFormat.ONIX : FeedFormat.JSON_LINES;
    }
}
