package bookstore.notification.commands;

import bookstore.shared.Request;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Say what mails there are about orders, in the order of their ids; answered with {@link MailsTold}.
 *
 * @param after id of the last order seen; null to begin
 * @param size most orders that are wanted, 1 to 1000
 */
public record TellMails(@Nullable UUID after, int size) implements Request {}
