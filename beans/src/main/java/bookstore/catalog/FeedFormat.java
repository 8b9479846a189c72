package bookstore.catalog;

/** How a feed of books is written. */
public enum FeedFormat {
    /** A JSON object a line, with the fields of a {@link Draft}. */
    JSON_LINES,
    /** A header with the names of those fields; several names in one field are separated by semicolons. */
    CSV,
    /** ONIX 3.0 with reference or short tags, the book trade's own. */
    ONIX
}
