package bookstore.edge.contract;

import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that keeps to the contract.
 *
 * @param parameters every declared parameter that was sent or has a default, by its name in the contract: text, number,
 *     truth or a list of them
 * @param body the bytes of a JSON body, an {@link InputStream} of any other kind, null without one
 * @param contentType of the body, as the contract writes it
 */
public record Accepted(
        Operation operation, Map<String, Object> parameters, @Nullable Object body, @Nullable String contentType) {}
