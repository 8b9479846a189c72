package bookstore.finance.routes;

import bookstore.edge.HttpRoutes;
import bookstore.edge.Json;
import bookstore.edge.Parameters;
import bookstore.finance.Reconciliation;
import bookstore.finance.Reconciliation.Finding;
import bookstore.finance.Reconciliation.Run;
import bookstore.shared.Refusal;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What an admin sees of the books. */
class FinanceHttpRoutes extends HttpRoutes {

    /**
     * Findings and the run that has seen them last.
     *
     * @param next cursor of the page that follows; absent on the last
     */
    record Report(@Nullable Run latest, List<Finding> items, @Nullable Long next) {}

    private final Reconciliation reconciliation;
    private final Json json;

    FinanceHttpRoutes(Reconciliation reconciliation, Json json) {
        super("finance");
        this.reconciliation = reconciliation;
        this.json = json;
    }

    @Override
    protected void operations() {
        answer("finance-run-reconciliation", "Compare the books now").process(this::run);

        answer("finance-list-findings", "List where the books differ").process(this::list);
    }

    private void run(Exchange exchange) {
        json.ok(
                exchange,
                reconciliation
                        .run()
                        .orElseThrow(() -> new Refusal(
                                Refusal.Kind.CONFLICT,
                                "reconciliation-running",
                                "The books are just being compared; ask again when that is done")));
    }

    private void list(Exchange exchange) {
        var asked = Parameters.of(exchange);
        var size = asked.number("size");
        var open = asked.text("state").equals("OPEN");
        var items = reconciliation.findings(open, asked.find("after").map(Long::valueOf), size);
        var next = items.size() < size ? null : items.get(size - 1).id();
        json.ok(exchange, new Report(reconciliation.latest().orElse(null), items, next));
    }
}
