package bookstore.catalog.routes;

import bookstore.catalog.commands.FindBooks;
import bookstore.messaging.MessageRoutes;

/** What other contexts may ask about books. */
class CatalogQuestionRoutes extends MessageRoutes {

    private final BookQuestions questions;

    CatalogQuestionRoutes(BookQuestions questions) {
        super("catalog");
        this.questions = questions;
    }

    @Override
    protected void listeners() {
        reply(FindBooks.class, "Find books for a sentence, as a shopper's search would")
                .process(BookQuestions::begin)
                .to("direct:catalog-recall-page")
                .filter(body().isNull())
                .to("direct:catalog-find-page")
                .end()
                .process(questions::answer)
                .process(MessageRoutes::asAnswer);
    }
}
