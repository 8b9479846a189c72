package bookstore.embedded.postgres;

import bookstore.embedded.process.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who PostgreSQL's programs run as. They refuse root; so root runs them in a user namespace of their own or, where
 * that is not allowed, as nobody.
 */
enum RunAs {
    SELF(List.of(), ""),
    NAMESPACE(List.of("unshare", "--user"), "0:0"),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), "65534:65534");

    private final List<String> prefix;
    private final String owner;

    RunAs(List<String> prefix, String owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static RunAs detect() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SELF;
        }
        return NAMESPACE.canRun("true") ? NAMESPACE : NOBODY;
    }

    void run(String... command) {
        Command.run(prefixed(command));
    }

    boolean canRun(String... command) {
        return Command.succeeds(prefixed(command));
    }

    /** Hands the directory and all in it over; {@link #SELF} has it already. */
    void own(Path directory) {
        if (!owner.isEmpty()) {
            Command.run(List.of("chown", "-R", owner, directory.toString()));
        }
    }

    private List<String> prefixed(String... command) {
        return Stream.concat(prefix.stream(), Stream.of(command)).toList();
    }
}
