package bookstore.notification;

/** Where a mail stands. */
public enum MailStatus {
    /** It waits to be sent, for its recipient to become known, or for the next attempt. */
    QUEUED,
    /** A mail server has taken it. */
    SENT,
    /** It was refused for good, or tried for days; an admin decides. */
    PARKED
}
