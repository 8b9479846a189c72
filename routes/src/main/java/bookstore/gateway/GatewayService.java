package bookstore.gateway;

import bookstore.OnService;
import bookstore.edge.Json;
import bookstore.edge.contract.Contract;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the gateway is made of: its limits always, its ways to services that run elsewhere if there are any. */
@Configuration(proxyBeanMethods = false)
@OnService("gateway")
@Import({IssuerForward.class, Limiting.class})
public class GatewayService {

    @Bean
    RouteBuilder gatewayRoutes(GatewaySettings settings, Contract contract) {
        return new GatewayRoutes(settings, contract);
    }

    @Bean
    RouteBuilder everywhereRoutes(GatewaySettings settings, Contract contract, Json json, ObjectMapper mapper) {
        return new EverywhereRoutes(settings, contract, new Merging(json, mapper));
    }
}
