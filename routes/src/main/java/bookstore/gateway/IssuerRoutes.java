package bookstore.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Passes on what is asked of the embedded issuer. */
final class IssuerRoutes extends RouteBuilder {

    static final String[] PATHS = {"/oauth2/token", "/oauth2/jwks", "/.well-known/openid-configuration"};

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        for (var path : PATHS) {
            var name = path.substring(path.lastIndexOf('/') + 1);
            from("platform-http:" + path + "?httpMethodRestrict=" + (name.equals("token") ? "POST" : "GET"))
                    .routeId("identity-pass-" + name)
                    .routeGroup("identity")
                    .routeDescription("Have the embedded issuer answer this")
                    .process(IssuerRoutes::form)
                    .process(new Forward())
                    .to("direct:identity-proxy-ask");
        }
    }

    /** Camel has taken the form apart already. */
    private static void form(Exchange exchange) {
        var message = exchange.getMessage();
        if (message.getBody() instanceof Map<?, ?> form) {
            message.setBody(form.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&")));
        }
    }

    private static String encode(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }
}
