package bookstore.edge;

import bookstore.edge.contract.Contract;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** The page on which the API is read and tried: Swagger UI from its webjar, with a start page and a script of ours. */
@Configuration(proxyBeanMethods = false)
class DocsPage {

    private static final String PATH = Contract.BASE_PATH + "/docs";
    private static final String START = PATH + "/index.html";

    /** Before Camel's, which has -1 and takes everything below the API's path. */
    private static final int BEFORE_CAMEL = -2;

    static boolean isPartOf(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    @Bean
    @Order(40)
    SecurityFilterChain docsChain(HttpSecurity http, EdgeSettings settings) throws Exception {
        var issuer = UriComponentsBuilder.fromUriString(settings.tokenUrl())
                .replacePath("/")
                .toUriString();
        return ApiSecurity.stateless(http.securityMatcher(PATH, PATH + "/**"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        ApiSecurity.CONTENT_POLICY + (issuer.equals("/") ? "" : "; connect-src 'self' " + issuer))))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    ResourceHttpRequestHandler docsFiles() throws java.io.IOException {
        var swagger = new PathMatchingResourcePatternResolver()
                .getResources("classpath:/META-INF/resources/webjars/swagger-ui/*/swagger-ui.css");
        var files = new ResourceHttpRequestHandler();
        files.setLocations(List.of(new ClassPathResource("docs/"), swagger[0].createRelative("./")));
        return files;
    }

    @Bean
    HandlerMapping docsMapping(ResourceHttpRequestHandler docsFiles) {
        HttpRequestHandler start = (request, response) -> response.sendRedirect(START);
        return new SimpleUrlHandlerMapping(
                Map.of(PATH, start, PATH + "/", start, PATH + "/**", docsFiles), BEFORE_CAMEL);
    }
}
