package bookstore.catalog.routes;

import bookstore.catalog.Catalog;
import bookstore.catalog.HeadingKind;
import bookstore.catalog.HeadingRecord;
import bookstore.catalog.Headings;
import bookstore.edge.EntityTag;
import bookstore.edge.Json;
import bookstore.edge.PageLinks;
import bookstore.edge.Parameters;
import bookstore.shared.Refusal;
import org.apache.camel.Exchange;

/** Answers what is asked about headings of one kind, and changes them. */
class HeadingDesk {

    private final HeadingKind kind;
    private final Headings headings;
    private final Catalog catalog;
    private final Json json;

    HeadingDesk(HeadingKind kind, Headings headings, Catalog catalog, Json json) {
        this.kind = kind;
        this.headings = headings;
        this.catalog = catalog;
        this.json = json;
    }

    /** @param name as the contract limits it */
    private record HeadingDraft(String name) {}

    /** {@code author}. */
    String one() {
        return kind.word();
    }

    /** {@code authors}: the word of the path. */
    String many() {
        return kind == HeadingKind.CATEGORY ? "categories" : kind.word() + "s";
    }

    void list(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var page = headings.list(kind, parameters.number("page"), parameters.number("size"));
        PageLinks.add(exchange, page);
        json.ok(exchange, page);
    }

    void show(Exchange exchange) {
        var heading = named(exchange);
        var tag = EntityTag.of(heading.version());
        if (tag.isKnownTo(exchange)) {
            json.notModified(exchange);
        } else {
            json.ok(exchange, heading);
        }
        tag.on(exchange);
    }

    void add(Exchange exchange) {
        var heading = headings.add(kind, name(exchange));
        json.created(exchange, "/api/" + many() + "/" + heading.id(), heading);
        EntityTag.of(heading.version()).on(exchange);
    }

    void rename(Exchange exchange) {
        var heading = named(exchange);
        var seen = EntityTag.mustBeSeen(exchange, heading.version());
        HeadingRecord renamed = catalog.rename(kind, heading.id(), seen, name(exchange));
        json.ok(exchange, renamed);
        EntityTag.of(renamed.version()).on(exchange);
    }

    void remove(Exchange exchange) {
        headings.remove(kind, Parameters.of(exchange).id("id"), EntityTag.seen(exchange));
        json.noContent(exchange);
    }

    private HeadingRecord named(Exchange exchange) {
        return headings.find(kind, Parameters.of(exchange).id("id"))
                .orElseThrow(() -> Refusal.notFound("This " + one()));
    }

    private String name(Exchange exchange) {
        return json.read(exchange, HeadingDraft.class).name();
    }
}
