package bookstore.ordering.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bookstore.shared.postgres.ContextDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** What operators see of sagas, and do for them. */
@OrderingAlone
class SagaDeskTest {

    private final ContextDatabase database;
    private final Buyer alice;
    private final Buyer admin;

    SagaDeskTest(@Autowired Buyers buyers, @Autowired @Qualifier("orderingDatabase") ContextDatabase database) {
        this.database = database;
        this.alice = buyers.named("alice");
        this.admin = buyers.named("admin");
    }

    @Test
    void sagas_are_listed_and_shown_to_admins_only() {
        var id = alice.orders();
        var saga = alice.saga(id);

        assertThat(alice.get("/api/admin/sagas").status()).isEqualTo(403);
        assertThat(admin.get("/api/admin/sagas?status=RUNNING&size=100").body()).contains(saga);
        assertThat(admin.get("/api/admin/sagas?status=COMPLETED&size=100").body())
                .doesNotContain(saga);
        assertThat(admin.get("/api/admin/sagas?olderThan=1h&size=100").body()).doesNotContain(saga);
        var shown = admin.get("/api/admin/sagas/" + saga).json();
        assertThat(shown.path("name").asText()).isEqualTo("ordering-place-order");
        assertThat(shown.at("/steps/0/options/order-id").asText()).isEqualTo(id.toString());
        assertThat(admin.get("/api/admin/sagas/none").status()).isEqualTo(404);
    }

    @Test
    void an_operator_can_call_an_order_off() {
        var id = alice.orders();
        var path = "/api/admin/sagas/" + alice.saga(id) + "/compensate";

        assertThat(admin.post(path).status()).isEqualTo(202);

        alice.awaits(id, "ORDER_CANCELLED");
        assertThat(alice.order(id).path("reason").asText()).isEqualTo("CANCELLED_BY_SHOP");
        assertThat(admin.post(path).status()).isEqualTo(409);
    }

    @Test
    void an_operator_can_have_a_step_called_at_once() {
        var another = alice.orders();
        var id = alice.orders();
        var path = "/api/admin/sagas/" + alice.saga(id) + "/retry";
        assertThat(admin.post(path).status()).isEqualTo(409);
        alice.paid(id);
        alice.awaits(id, "PAYMENT_COMPLETED");
        alice.unavailable(id);
        await().until(() -> admin.get("/api/admin/sagas/" + alice.saga(id))
                .json()
                .at("/steps/1/status")
                .asText()
                .equals("PENDING"));
        database.jdbc()
                .sql("update sagas set attention_since = now() where id = ?")
                .param(alice.saga(id))
                .update();
        assertThat(admin.get("/api/admin/sagas?status=COMPENSATING&size=100")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(alice.saga(id));
        assertThat(idsOf("NEEDS_ATTENTION")).contains(alice.saga(id)).doesNotContain(alice.saga(another));
        database.jdbc()
                .sql("update orders set refund_reference = 're_by_hand' where id = ?")
                .param(id)
                .update();

        assertThat(admin.post(path).status()).isEqualTo(202);

        alice.awaits(id, "ORDER_CANCELLED");
        assertThat(admin.get("/api/admin/sagas/" + alice.saga(id)).json().hasNonNull("attentionSince"))
                .isFalse();
        assertThat(idsOf("NEEDS_ATTENTION")).doesNotContain(alice.saga(id));
    }

    private List<String> idsOf(String status) {
        return admin.get("/api/admin/sagas?status=" + status).json().findValuesAsText("id");
    }
}
