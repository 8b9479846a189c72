package bookstore.chat;

import java.util.Locale;

/** What somebody wants of the assistant. */
public enum Intent {
    RECOMMEND,
    SEARCH,
    ORDER_STATUS,
    BASKET,
    POLICY,
    SMALLTALK,
    UNSAFE,
    UNKNOWN;

    /** As training sentences and answers spell it, such as {@code order-status}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Intent of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether the catalogue is to be asked. */
    public boolean isAboutBooks() {
        return this == RECOMMEND || this == SEARCH;
    }
}
