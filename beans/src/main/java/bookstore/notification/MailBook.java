package bookstore.notification;

import bookstore.notification.commands.MailsTold;
import bookstore.notification.commands.TellMails;

/** What notification has written down, for those who hold their own books against it. */
public interface MailBook {

    MailsTold tell(TellMails request);
}
