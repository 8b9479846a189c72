package bookstore.gateway;

import bookstore.Bookstore;
import bookstore.edge.Browser;
import bookstore.edge.ToyShop;
import bookstore.embedded.process.Loopback;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;
import org.assertj.core.api.ThrowingConsumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two toy shops, and a gateway in front of them; each on a port of its own. */
final class Street implements AutoCloseable {

    private static final List<String> COMMON = List.of(
            "--management.server.port=0",
            "--spring.jmx.enabled=false",
            "--bookstore.edge.contracts=toy",
            "--bookstore.identity.directory=target/street-identity",
            "--bookstore.database.url=jdbc:postgresql://localhost:1/none",
            "--spring.data.redis.host=localhost",
            "--spring.mail.host=localhost",
            "--camel.component.qdrant.host=localhost",
            "--spring.rabbitmq.host=localhost",
            "--spring.rabbitmq.port=1");

    private final List<ConfigurableApplicationContext> shops = new ArrayList<>();
    private final List<Integer> ports;
    private final ConfigurableApplicationContext gateway;

    Street(String... settings) {
        for (var shop = 0; shop < 2; shop++) {
            shops.add(start(ToyShop.class, Loopback.free("shop", 0)));
        }
        ports = shops.stream().map(Street::port).toList();
        var addresses = String.join(
                ",", ports.stream().map(port -> "http://localhost:" + port).toList());
        gateway = start(
                Bookstore.class,
                0,
                Stream.concat(
                                Stream.of(
                                        "--bookstore.services=gateway",
                                        "--bookstore.gateway.services.toy=" + addresses,
                                        "--bookstore.gateway.services.identity=" + addresses),
                                Arrays.stream(settings))
                        .toArray(String[]::new));
    }

    Browser browser() {
        return new Browser(gatewayPort());
    }

    int gatewayPort() {
        return port(gateway);
    }

    /** As in the console; the shop answers 503 for it. */
    void stopRoute(int shop, String id) {
        change(shop, routes -> routes.stopRoute(id));
    }

    void startRoute(int shop, String id) {
        change(shop, routes -> routes.startRoute(id));
    }

    private void change(int shop, ThrowingConsumer<RouteController> change) {
        change.accept(shops.get(shop).getBean(CamelContext.class).getRouteController());
    }

    void closeShop(int number) {
        shops.get(number).close();
    }

    /** Where it was. */
    void openShopAgain(int number) {
        shops.set(number, start(ToyShop.class, ports.get(number)));
    }

    @Override
    public void close() {
        gateway.close();
        shops.forEach(ConfigurableApplicationContext::close);
    }

    private static ConfigurableApplicationContext start(Class<?> program, int port, String... settings) {
        var all = Stream.of(Stream.of("--server.port=" + port), COMMON.stream(), Arrays.stream(settings))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return new SpringApplicationBuilder(program).run(all);
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
