package bookstore.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is answered where no route was reached. */
class ProblemPageTest {

    private final ProblemPage page = new ProblemPage(new ProblemWriter(new Json(new ObjectMapper())));
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void what_is_promised_and_has_no_route_yet_is_away_for_the_moment() throws IOException {
        request.setAttribute(ContractFilter.ACCEPTED, "what the contract lets in");

        show(404);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotNull();
    }

    @Test
    void what_is_not_promised_is_not_there() throws IOException {
        show(404);

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }

    private void show(int status) throws IOException {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        page.show(request, response);
    }
}
