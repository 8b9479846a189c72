package bookstore.notification;

/**
 * A written letter.
 *
 * @param subject one line
 * @param html for mail readers that show it
 * @param text the same for all others
 */
public record Letter(String subject, String html, String text) {

    /** A subject never ends before its line does: a line break would begin a header of somebody else's choice. */
    public Letter {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
