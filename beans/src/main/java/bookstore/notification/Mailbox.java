package bookstore.notification;

import java.util.Optional;

/**
 * The mails that are to be sent. Notices are put in by the transaction that hears of their cause; a mail is sent
 * afterwards, at least once: a crash between the mail server's yes and {@link #sent} sends a second copy, under the same
 * message id.
 */
public interface Mailbox {

    /** Notes who is written to about an order or account; the first word about it counts. */
    void note(Addressee addressee);

    /** Puts a notice in, unless there is one of this kind about the same thing. It waits until its addressee is known. */
    void put(Notice notice);

    /**
     * Takes the mail that is due longest. Nobody else gets it before the lease is over, so whoever takes it must have
     * sent it by then or leave it.
     */
    Optional<Mail> take();

    void sent(Mail mail);

    /** Puts a mail back for a later attempt, or parks it if it has been tried for days. */
    void failed(Mail mail, String reason);

    /** Parks a mail that will never be sent as it is. */
    void refused(Mail mail, String reason);

    /** Puts a mail back untried, because there was no sense in trying. */
    void postpone(Mail mail);
}
