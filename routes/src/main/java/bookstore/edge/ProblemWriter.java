package bookstore.edge;

import bookstore.edge.contract.Rejection;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers problems where no route has been reached. */
public final class ProblemWriter {

    private final Json json;

    ProblemWriter(Json json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, Rejection rejection) throws IOException {
        write(response, Problems.of(rejection));
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(Problem.CONTENT_TYPE);
        var body = json.write(problem.body());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
