package bookstore.gateway;

import bookstore.edge.ProblemWriter;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** How much anybody may ask. */
@Configuration(proxyBeanMethods = false)
class Limiting {

    /** After the entry, which gives the request its names; before security, which costs a signature. */
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 10;

    /** Between security, which has -100, and the contract's check. */
    private static final int AFTER_SECURITY = -60;

    @Bean
    Usage usage(GatewaySettings settings, ObjectProvider<StringRedisTemplate> redis) {
        return settings.limits().shared() ? new SharedUsage(redis.getObject()) : new LocalUsage();
    }

    @Bean
    FilterRegistrationBean<LimitFilter> addressLimit(GatewaySettings settings, Usage usage, ProblemWriter problems) {
        return at(
                BEFORE_SECURITY,
                new LimitFilter(
                        "address",
                        settings.limits().perAddress(),
                        usage,
                        request -> Optional.of(request.getRemoteAddr()),
                        problems));
    }

    @Bean
    FilterRegistrationBean<LimitFilter> userLimit(GatewaySettings settings, Usage usage, ProblemWriter problems) {
        return at(
                AFTER_SECURITY,
                new LimitFilter("user", settings.limits().perUser(), usage, request -> subject(), problems));
    }

    private static FilterRegistrationBean<LimitFilter> at(int order, LimitFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    private static Optional<String> subject() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(JwtAuthenticationToken.class::isInstance)
                .map(token -> token.getName());
    }
}
