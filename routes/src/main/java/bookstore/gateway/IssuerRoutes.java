package bookstore.gateway;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;

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

    private static void form(Exchange exchange) {
        var request = exchange.getMessage(PlatformHttpMessage.class).getRequest();
        exchange.getMessage().setBody(request.getAttribute(IssuerFilter.FORM));
    }
}
