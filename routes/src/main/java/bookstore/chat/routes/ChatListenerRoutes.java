package bookstore.chat.routes;

import bookstore.catalog.events.BookCreated;
import bookstore.chat.KnownBooks;
import bookstore.messaging.MessageRoutes;

/** What the assistant hears of the catalogue: the names that it is to recognise. */
class ChatListenerRoutes extends MessageRoutes {

    private final KnownBooks books;

    ChatListenerRoutes(KnownBooks books) {
        super("chat");
        this.books = books;
    }

    @Override
    protected void listeners() {
        hear(BookCreated.class, "Learn the names of a new book").process().body(BookCreated.class, books::add);
    }
}
