package bookstore.notification;

import java.util.Map;

/**
 * Something to write to somebody, once.
 *
 * @param about id of the order or the user; with the kind it names the notice
 * @param facts what the letter speaks of: texts, and sums of money as {@link bookstore.shared.Money} writes them
 */
public record Notice(MailKind kind, String about, Map<String, Object> facts) {}
