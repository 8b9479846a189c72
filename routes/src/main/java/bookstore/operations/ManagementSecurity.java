package bookstore.operations;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may come in by the management port: probes and scrapers freely, people with a password. */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {

    private static final RequestMatcher FOR_MACHINES =
            paths("/observe/health", "/observe/health/**", "/observe/metrics", "/observe/info");

    @Bean
    @Order(20)
    SecurityFilterChain managementChain(HttpSecurity http, OperationsSettings settings, Environment environment)
            throws Exception {
        return http.securityMatcher(new OnManagementPort(environment))
                .authenticationManager(ManagementUsers.of(settings, environment))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(FOR_MACHINES)
                        .permitAll()
                        .requestMatchers(paths("/observe/**"))
                        .hasAnyRole("integrator", "ops")
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.defaultSuccessUrl("/observe/hawtio/"))
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new ConsoleCsrf()))
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
                .build();
    }

    private static RequestMatcher paths(String... patterns) {
        var matchers = new RequestMatcher[patterns.length];
        for (var i = 0; i < patterns.length; i++) {
            matchers[i] = PathPatternRequestMatcher.withDefaults().matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }
}
