package bookstore.edge;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.edge.contract.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever makes something can send the request again without making two. */
class MadeOnceTest {

    @Test
    void every_operation_that_makes_something_and_no_other_takes_a_key() throws IOException {
        var contract = new ObjectMapper()
                .readTree(Contract.read("openapi", context -> true).document());
        var make = new TreeSet<String>();
        var takeKeys = new TreeSet<String>();

        contract.path("paths")
                .forEach(item -> item.forEach(operation -> {
                    var id = operation.path("operationId").asText();
                    if (operation.path("responses").has("201")) {
                        make.add(id);
                    }
                    if (takesKey(operation)) {
                        takeKeys.add(id);
                    }
                }));

        make.add("catalog-receive-feed");
        assertThat(takeKeys).isEqualTo(make).hasSize(8);
    }

    private static boolean takesKey(JsonNode operation) {
        return operation.path("parameters").findValuesAsText("$ref").contains("#/components/parameters/IdempotencyKey");
    }
}
