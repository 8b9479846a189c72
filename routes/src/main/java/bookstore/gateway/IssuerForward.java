package bookstore.gateway;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The way to the embedded issuer, where the identity service that has it runs elsewhere; an outside issuer has its own
 * address. It guards itself.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bookstore.gateway.services.identity")
@ConditionalOnExpression("'${bookstore.identity.issuer:}'.isBlank()")
class IssuerForward {

    /** Whose filter has -100. */
    private static final int AFTER_SECURITY = -50;

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
    FilterRegistrationBean<IssuerFilter> issuerFilter() {
        var registration = new FilterRegistrationBean<>(new IssuerFilter());
        registration.addUrlPatterns(IssuerRoutes.PATHS);
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    RouteBuilder issuerRoutes() {
        return new IssuerRoutes();
    }
}
