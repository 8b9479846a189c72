package bookstore.gateway;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The way to the embedded issuer, where the identity service that has it runs elsewhere. It guards itself. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bookstore.gateway.services.identity")
class IssuerForward {

    @Bean
    @Order(30)
    SecurityFilterChain issuerForwardChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(IssuerRoutes.PATHS)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    RouteBuilder issuerRoutes() {
        return new IssuerRoutes();
    }
}
