package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.JsonWithInt.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a point fulfils a condition. */
interface Check {

    /** @param id null for an object inside a payload, which has none */
    boolean passes(@Nullable Id id, Map<String, Value> payload);
}
