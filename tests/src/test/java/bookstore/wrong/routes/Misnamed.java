package bookstore.wrong.routes;

import org.apache.camel.builder.RouteBuilder;

class Misnamed extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:wrong").to("log:wrong");
    }
}
