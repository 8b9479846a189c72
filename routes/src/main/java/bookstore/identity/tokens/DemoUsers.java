package bookstore.identity.tokens;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of the embedded run; each is also a client with its name as id and secret. */
final class DemoUsers {

    private static final Map<String, Set<String>> ROLES =
            Map.of("alice", Set.of("user"), "bob", Set.of("user"), "admin", Set.of("admin", "reporter"));

    private static final Set<String> USER_SCOPES = Set.of("catalog.read", "basket", "ordering", "rating", "chat");

    private DemoUsers() {}

    static List<String> names() {
        return List.copyOf(ROLES.keySet());
    }

    static Set<String> rolesOf(String name) {
        return ROLES.getOrDefault(name, Set.of("user"));
    }

    /** What the roles of somebody allow: everybody shops, an admin also runs the shop. */
    static Set<String> scopesOf(String name) {
        var scopes = new LinkedHashSet<>(USER_SCOPES);
        if (rolesOf(name).contains("admin")) {
            scopes.addAll(Set.of("catalog.write", "admin"));
        }
        return scopes;
    }
}
