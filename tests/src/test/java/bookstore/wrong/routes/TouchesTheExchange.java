package bookstore.wrong.routes;

import org.apache.camel.builder.RouteBuilder;

class TouchesTheExchange extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:wrong").process(exchange -> exchange.getMessage().setBody("wrong"));
    }
}
