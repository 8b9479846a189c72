package bookstore.model;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.stories.WholeShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The picture of the flows is the flows. */
@WholeShop
class FlowsDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/flows.md");

    private final CamelContext camel;

    FlowsDocumentTest(@Autowired CamelContext camel) {
        this.camel = camel;
    }

    @Test
    void the_document_tells_what_the_routes_do() throws IOException {
        var drawn = new FlowsDocument(RouteModel.of(camel)).text();
        if (Boolean.getBoolean("flows.write")) {
            Files.writeString(DOCUMENT, drawn);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(drawn);
    }
}
