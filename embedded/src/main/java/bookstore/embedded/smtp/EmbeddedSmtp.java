package bookstore.embedded.smtp;

import bookstore.embedded.process.CannotStart;
import bookstore.embedded.process.Loopback;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.nio.file.Path;

/**
 * A mail server that takes every mail, on loopback only, and shows them on a page. A mail is on disk before the sender
 * hears that it was taken.
 */
public final class EmbeddedSmtp implements AutoCloseable {

    private final GreenMail server;
    private final GreenMailUser postbox;
    private final Mailbox mailbox;
    private final MailsServer page;

    private EmbeddedSmtp(GreenMail server, Mailbox mailbox, MailsServer page) throws UserException {
        this.server = server;
        this.postbox = server.getUserManager().createUser("shop@localhost", "shop", "shop");
        this.mailbox = mailbox;
        this.page = page;
    }

    /**
     * Starts a server with the mails that its directory holds.
     *
     * @param directory used by one server at a time
     * @param smtpPort 0 for any that is free
     * @param pagePort of the page with the mails, 0 for any that is free
     * @throws CannotStart with one line that says why
     */
    public static EmbeddedSmtp start(Path directory, int smtpPort, int pagePort) {
        int free = Loopback.free("mail server", smtpPort);
        var mailbox = new Mailbox(directory);
        var page = MailsServer.start(Loopback.free("page of mails", pagePort), mailbox);
        var server = new GreenMail(new ServerSetup(free, Loopback.HOST, ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var smtp = new EmbeddedSmtp(server, mailbox, page);
            server.getUserManager().setMessageDeliveryHandler(smtp::keep);
            return smtp;
        } catch (UserException e) {
            throw new CannotStart("The embedded mail server does not start: " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** Where the mails can be read: HTML, and {@code mails.json} with the newest first. */
    public String page() {
        return page.url();
    }

    @Override
    public void close() {
        server.stop();
        page.close();
    }

    /** Keeps a copy for each recipient; the library's own memory of it is emptied with the next. */
    private synchronized GreenMailUser keep(MovingMessage mail, MailAddress recipient) throws MessagingException {
        mailbox.add(mail.getMessage());
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new MessagingException("Cannot empty the postbox", e);
        }
        return postbox;
    }
}
