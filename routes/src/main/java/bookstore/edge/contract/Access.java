package bookstore.edge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call an operation, as its {@code security} and {@code x-role} say.
 *
 * @param anonymous whether it may be called without a token
 * @param scopes all of which a token must have if one is shown
 * @param role that the caller must have if a token is shown
 */
public record Access(boolean anonymous, Set<String> scopes, Optional<String> role) {

    static Access of(JsonNode operation, JsonNode everywhere) {
        var security = operation.has("security") ? operation.path("security") : everywhere;
        var scopes = new HashSet<String>();
        var anonymous = security.isEmpty() && security.isArray();
        for (var way : security) {
            anonymous |= way.isEmpty();
            way.forEach(names -> names.forEach(name -> scopes.add(name.asText())));
        }
        var role = Optional.of(operation.path("x-role").asText()).filter(name -> !name.isEmpty());
        return new Access(anonymous, Set.copyOf(scopes), role);
    }

    /** The same for callers with a token only, who need this scope and this role where none is named. */
    public Access guardedBy(String name) {
        return new Access(false, scopes.isEmpty() ? Set.of(name) : scopes, role.or(() -> Optional.of(name)));
    }
}
