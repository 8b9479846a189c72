package bookstore.notification.routes;

import bookstore.messaging.MessageRoutes;
import bookstore.notification.MailBook;
import bookstore.notification.commands.TellMails;

/** What other contexts may ask of the mails. */
class MailQuestionRoutes extends MessageRoutes {

    private final MailBook book;

    MailQuestionRoutes(MailBook book) {
        super("notification");
        this.book = book;
    }

    @Override
    protected void listeners() {
        reply(TellMails.class, "Say what mails there are about orders, page by page", book::tell);
    }
}
