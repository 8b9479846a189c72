package bookstore.notification;

import java.util.Map;

/** How letters are worded. */
public interface Templates {

    /**
     * Writes a letter.
     *
     * @param locale BCP 47; a language that nobody has written in is answered in English
     */
    Letter write(MailKind kind, String locale, Map<String, Object> facts);
}
