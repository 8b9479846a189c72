package bookstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The containers of docker-compose.yml fit the shop and are fit to be run. */
class ComposeTest {

    private static final JsonNode COMPOSE = Yaml.file("docker-compose.yml");
    private static final KnownProperties KNOWN = KnownProperties.ofTheShop();

    private static final JsonNode WRONG = Yaml.documents(
                    """
            services:
              loose:
                image: redis:latest
                ports: ["6379:6379"]
                depends_on: {gone: {condition: service_healthy}}
              shop:
                image: bookstore
                build: .
                environment: {BOOKSTORE_SERVICES: all, BOOKSTORE_DATABASE_URI: jdbc, SPRING_RABBIT_HOST: rabbit}
                depends_on: {loose: {condition: service_started}, model: {condition: service_healthy}}
              model:
                image: model:1.0
                profiles: [model]
                healthcheck: {test: [CMD, "true"]}
                environment: {CACHE: "redis://loose:6379/1"}
                ports: ["127.0.0.1:6380:6379", "127.0.0.1:6380:80"]
            """)
            .get(0);

    @Test
    void images_are_pinned() {
        assertThat(ComposeRules.looseImages(COMPOSE)).isEmpty();
        assertThat(ComposeRules.looseImages(WRONG)).hasSize(2);
    }

    @Test
    void every_container_says_whether_it_is_well() {
        assertThat(ComposeRules.unwatched(COMPOSE)).isEmpty();
        assertThat(ComposeRules.unwatched(WRONG)).hasSize(2);
    }

    @Test
    void ports_are_for_this_machine_only() {
        assertThat(ComposeRules.openPorts(COMPOSE)).isEmpty();
        assertThat(ComposeRules.openPorts(WRONG)).hasSize(1);
    }

    @Test
    void who_needs_another_waits_until_it_is_well() {
        assertThat(ComposeRules.hastyStarts(COMPOSE)).isEmpty();
        assertThat(ComposeRules.hastyStarts(WRONG)).hasSize(2);
    }

    @Test
    void whom_a_container_speaks_to_is_started_along() {
        assertThat(ComposeRules.forsaken(COMPOSE)).isEmpty();
        assertThat(ComposeRules.forsaken(WRONG)).containsExactly("model does not start loose");
    }

    @Test
    void a_profile_has_all_that_its_containers_need() {
        assertThat(ComposeRules.outOfReach(COMPOSE)).isEmpty();
        assertThat(ComposeRules.outOfReach(WRONG)).containsExactly("shop needs model of another profile");
    }

    @Test
    void a_port_of_this_machine_has_one_container_a_profile() {
        var profiles = new HashSet<String>();
        COMPOSE.path("services").forEach(service -> profiles.addAll(ComposeRules.profiles(service)));

        assertThat(profiles).contains("shop", "split").allSatisfy(profile -> assertThat(
                        ComposeRules.sharedPorts(COMPOSE, profile))
                .as(profile)
                .isEmpty());
        assertThat(ComposeRules.sharedPorts(WRONG, "model")).containsExactly("model publishes 127.0.0.1:6380 again");
    }

    @Test
    void the_shop_is_what_starts_if_no_profile_is_named() throws Exception {
        assertThat(Files.readString(Path.of(".env.example"))).containsPattern("(?m)^COMPOSE_PROFILES=shop$");
        assertThat(ComposeRules.profiles(COMPOSE.at("/services/shop"))).containsExactly("shop");
    }

    @Test
    void the_shop_reads_every_variable_that_it_is_given() {
        assertThat(ComposeRules.unknownVariables(COMPOSE, KNOWN)).isEmpty();
        assertThat(ComposeRules.unknownVariables(WRONG, KNOWN))
                .containsExactly("shop sets what nobody reads: BOOKSTORE_DATABASE_URI");
        assertThat(KNOWN.contains("SPRING_RABBIT_HOST")).isFalse();
        assertThat(KNOWN.contains("BOOKSTORE_GATEWAY_SERVICES_CATALOG")).isTrue();
    }

    @Test
    void split_start_has_every_service_and_the_gateway_knows_them() {
        var split = COMPOSE.path("services").properties().stream()
                .filter(service -> service.getValue().has("build"))
                .map(service ->
                        service.getValue().at("/environment/BOOKSTORE_SERVICES").asText())
                .collect(Collectors.toSet());
        var expected = new HashSet<>(Services.names());
        expected.add("all");
        assertThat(split).isEqualTo(expected);

        var gateway = COMPOSE.at("/services/gateway/environment");
        Services.names().stream().filter(name -> !name.equals("gateway")).forEach(name -> assertThat(
                        gateway.path("BOOKSTORE_GATEWAY_SERVICES_" + name.toUpperCase())
                                .asText())
                .isEqualTo("http://" + name + ":8080"));
    }

    @Test
    void passwords_are_asked_for_and_the_example_has_them_all() throws Exception {
        var asked = Pattern.compile("\\$\\{(\\w+):?[^}]*}").matcher(Files.readString(Path.of("docker-compose.yml")));
        var example = Files.readString(Path.of(".env.example"));

        assertThat(asked.results().map(found -> found.group(1)).distinct())
                .hasSizeGreaterThan(4)
                .allSatisfy(name -> assertThat(example).containsPattern("(?m)^" + name + "="));
        assertThat(Files.readString(Path.of(".gitignore"))).containsPattern("(?m)^/?\\.env$");
    }

    @Test
    void files_that_are_mounted_are_there() {
        COMPOSE.path("services").forEach(service -> service.path("volumes").forEach(volume -> {
            var from = volume.asText().split(":")[0];
            if (from.startsWith("./")) {
                assertThat(Path.of(from)).exists();
            }
        }));
    }
}
