package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.JsonWithInt.Value;
import java.util.Map;

/**
 * What is known of a point besides its vector.
 *
 * @param version the number of the operation that changed it last
 * @param bytes what it takes in a journal
 */
record Point(Id id, Map<String, Value> payload, long version, int bytes) {}
