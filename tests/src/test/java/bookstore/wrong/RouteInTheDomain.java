package bookstore.wrong;

import org.apache.camel.builder.RouteBuilder;

class RouteInTheDomain extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:wrong").to("log:wrong");
    }
}
