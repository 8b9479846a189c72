package bookstore.identity.routes;

import bookstore.OnService;
import bookstore.edge.Json;
import bookstore.identity.Accounts;
import bookstore.identity.postgres.IdentityPostgres;
import bookstore.identity.tokens.TokenSettings;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the identity service is made of, but for the issuer, which every process reads tokens of. */
@Configuration(proxyBeanMethods = false)
@OnService("identity")
@Import(IdentityPostgres.class)
public class IdentityService {

    @Bean
    RouteBuilder accountRoutes(Accounts accounts, Json json, TokenSettings tokens) {
        return new AccountRoutes(new AccountDesk(accounts, json, !tokens.hasIssuer()));
    }
}
