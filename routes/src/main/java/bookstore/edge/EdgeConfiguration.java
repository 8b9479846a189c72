package bookstore.edge;

import bookstore.edge.contract.Contract;
import bookstore.edge.contract.RequestCheck;
import bookstore.shared.postgres.GivenAnswers;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.apache.camel.component.rest.openapi.RestOpenApiComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.ResourceResolver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.thread.Threading;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.embedded.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Everything between the socket and a route. */
@Configuration(proxyBeanMethods = false)
@Import({ApiSecurity.class, DocsPage.class, ProblemPage.class})
public class EdgeConfiguration {

    /** The services whose requests a gateway passes on. */
    private static final String ELSEWHERE = "bookstore.gateway.services";

    /** Headers as a whole have one; a request with more languages than Tomcat likes would end as a failure of ours. */
    private static final int NO_LIMIT = -1;

    /** After the limit of what an address may ask, before anybody who reads forms. */
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 20;

    /** After Spring Security, whose filter has -100. */
    private static final int AFTER_SECURITY = -50;

    /** Boot's observation filter has one less; what it begins is the trace that the entry passes on. */
    private static final int AFTER_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    Contract contract(EdgeSettings settings, Environment environment) {
        var services = StringUtils.commaDelimitedListToSet(
                environment.getProperty("bookstore.services", "all").replace(" ", ""));
        var elsewhere = services.contains("gateway") ? elsewhere(environment) : Set.of();
        return Contract.read(
                settings.contracts(),
                context -> services.contains("all") || services.contains(context) || elsewhere.contains(context));
    }

    /** Told to all services where they share their settings, and of use to a gateway only. */
    private static Set<String> elsewhere(Environment environment) {
        return Binder.get(environment)
                .bind(ELSEWHERE, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet();
    }

    @Bean
    Json json(ObjectMapper mapper) {
        return new Json(mapper);
    }

    @Bean
    ProblemWriter problemWriter(Json json) {
        return new ProblemWriter(json);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> calmServer(Json json) {
        return factory -> {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProblemValve(json)));
            factory.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(NO_LIMIT));
        };
    }

    @Bean
    FilterRegistrationBean<EntryFilter> entryFilter() {
        var registration = new FilterRegistrationBean<>(new EntryFilter());
        registration.setOrder(AFTER_OBSERVATION);
        return registration;
    }

    @Bean
    FilterRegistrationBean<FormFilter> formFilter(EdgeSettings settings, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new FormFilter(settings.maxBody(), problems));
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ContractFilter> contractFilter(
            Contract contract, EdgeSettings settings, ProblemWriter problems) {
        var check = new RequestCheck(contract, settings.maxBody());
        var registration = new FilterRegistrationBean<>(new ContractFilter(check, problems));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean("resource-loader-contract")
    ResourceResolver contractResource(Contract contract) {
        return new ContractResource(contract);
    }

    @Bean
    ContractRoutes contractRoutes(Contract contract, EdgeSettings settings) {
        return new ContractRoutes(contract, settings);
    }

    @Bean
    AnswerRoutes answerRoutes(ObjectProvider<GivenAnswers> kept, EdgeSettings settings) {
        return new AnswerRoutes(kept.stream().toList(), settings.keepAnswers());
    }

    @Bean
    ComponentCustomizer apiHeaders() {
        return ComponentCustomizer.builder(PlatformHttpComponent.class)
                .build(component -> component.setHeaderFilterStrategy(new ApiHeaders()));
    }

    @Bean
    ComponentCustomizer contractDispatch(Json json) {
        return ComponentCustomizer.builder(RestOpenApiComponent.class).build(component -> {
            var dispatch = new ContractDispatch(json);
            dispatch.setCamelContext(component.getCamelContext());
            component.setRestOpenapiProcessorStrategy(dispatch);
        });
    }

    @Bean("platform-http-engine")
    PlatformHttpEngine platformHttpEngine(EdgeSettings settings, Environment environment) {
        var lanes = new Lanes(settings, Threading.VIRTUAL.isActive(environment));
        return new SpringBootPlatformHttpEngine(environment.getProperty("server.port", Integer.class, 8080), lanes);
    }
}
