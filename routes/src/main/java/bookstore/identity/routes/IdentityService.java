package bookstore.identity.routes;

import bookstore.OnService;
import bookstore.edge.Json;
import bookstore.edge.OnceOnly;
import bookstore.identity.Accounts;
import bookstore.identity.postgres.IdentityPostgres;
import bookstore.identity.tokens.TokenSettings;
import bookstore.shared.postgres.GivenAnswers;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the identity service is made of, but for the issuer, which every process reads tokens of. */
@Configuration(proxyBeanMethods = false)
@OnService("identity")
@Import(IdentityPostgres.class)
public class IdentityService {

    @Bean
    RouteBuilder accountRoutes(
            Accounts accounts, @Qualifier("identityAnswers") GivenAnswers answers, Json json, TokenSettings tokens) {
        var desk = new AccountDesk(accounts, json, !tokens.hasIssuer());
        return new AccountRoutes(desk, new OnceOnly(answers, json));
    }
}
