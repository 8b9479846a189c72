package bookstore.faults;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static org.awaitility.Awaitility.await;

import bookstore.Bookstore;
import bookstore.stories.ShopProcess;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.Installer;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * The shop with a trip-wire at every {@link CrashPoint}. Its own code knows nothing of them: they are woven in as its
 * classes are loaded.
 */
final class TrappedShop {

    private static final String ORDERS = "tripwire.orders";

    /** Where it is seen what a thread is at. */
    private static final Map<String, String> SCENES = Map.of(
            "bookstore.messaging.MessageReader", "process",
            "bookstore.shared.postgres.Outbox", "claim");

    private TrappedShop() {}

    /** How it is started; a point is armed by writing {@code POINT PASSES} into the file, once. */
    static ShopProcess.Program program(Path orders) {
        return new ShopProcess.Program(
                List.of("-javaagent:" + agent(), "-D" + ORDERS + "=" + orders, TrappedShop.class.getName()),
                "/api/openapi.json");
    }

    static void arm(Path orders, CrashPoint point, int passes) throws IOException {
        var written = Files.writeString(orders.resolveSibling("orders.new"), point + " " + passes);
        Files.move(written, orders);
    }

    public static void main(String[] args) {
        weave();
        var thread = new Thread(() -> obey(Path.of(System.getProperty(ORDERS))), "tripwire");
        thread.setDaemon(true);
        thread.start();
        Bookstore.main(args);
    }

    private static void weave() {
        AgentBuilder agent = new AgentBuilder.Default().ignore(none()).disableClassFormatChanges();
        for (var wired : methods().entrySet()) {
            var methods = namedOneOf(wired.getValue().toArray(String[]::new));
            agent = agent.type(named(wired.getKey()))
                    .transform((type, description, loader, module, domain) ->
                            type.visit(Advice.to(Wired.class).on(methods)));
        }
        agent.installOn(ByteBuddyAgent.getInstrumentation());
    }

    private static Map<String, Set<String>> methods() {
        var methods = new TreeMap<String, Set<String>>();
        Stream.of(CrashPoint.values()).forEach(point -> methods.computeIfAbsent(point.type(), type -> new TreeSet<>())
                .add(point.method()));
        SCENES.forEach((type, method) ->
                methods.computeIfAbsent(type, any -> new TreeSet<>()).add(method));
        return methods;
    }

    private static void obey(Path orders) {
        try {
            await().forever().pollInterval(Duration.ofMillis(20)).until(() -> Files.exists(orders));
            var order = Files.readString(orders).split(" ");
            Files.delete(orders);
            Tripwire.arm(CrashPoint.valueOf(order[0]), Integer.parseInt(order[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path agent() {
        try {
            return Path.of(Installer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copied into every wired method. */
    static final class Wired {

        private Wired() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Origin("#t.#m") String where, @Advice.AllArguments Object[] arguments) {
            Tripwire.before(where, arguments);
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Origin("#t.#m") String where) {
            Tripwire.after(where);
        }
    }
}
