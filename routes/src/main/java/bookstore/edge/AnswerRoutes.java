package bookstore.edge;

import bookstore.shared.postgres.GivenAnswers;
import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** Forgets the answers to requests with a key, in every context that keeps some. */
final class AnswerRoutes extends RouteBuilder {

    private final List<GivenAnswers> kept;
    private final Duration keepAnswers;

    AnswerRoutes(List<GivenAnswers> kept, Duration keepAnswers) {
        this.kept = kept;
        this.keepAnswers = keepAnswers;
    }

    @Override
    public void configure() {
        for (var answers : kept) {
            from("timer:" + answers.context() + "-forget-answers?period=1h")
                    .routeId(answers.context() + "-forget-answers")
                    .routeGroup(answers.context())
                    .routeDescription("Forget answers that nobody will ask for again")
                    .process(exchange -> answers.forget(keepAnswers));
        }
    }
}
