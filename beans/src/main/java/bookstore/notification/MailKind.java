package bookstore.notification;

import java.util.Locale;

/** What the shop writes about. */
public enum MailKind {
    ORDER_CREATED,
    PAYMENT_PROCESSED,
    ORDER_CONFIRMED,
    ORDER_CANCELLED,
    USER_REGISTERED;

    /** As it stands in file names and message ids, such as {@code order-created}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
