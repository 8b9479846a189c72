package bookstore.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server answers where neither contract nor route had a say, in the same form as everything else. */
@RestController
class ProblemPage implements ErrorController {

    /** What the contract promises is there only as long as its route is: not while the shop opens or closes. */
    private static final String OPENING = "The shop is just opening or closing; please try again";

    private final ProblemWriter problems;

    ProblemPage(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? number : 404;
        var isPromised = status == 404 && request.getAttribute(ContractFilter.ACCEPTED) != null;
        problems.write(response, isPromised ? Problem.unavailable(OPENING) : Problem.ofServer(status));
    }
}
