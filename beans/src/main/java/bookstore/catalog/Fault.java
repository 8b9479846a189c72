package bookstore.catalog;

/**
 * What is wrong with a description of a book.
 *
 * @param field such as {@code isbn}; empty for the whole
 * @param reason for the eyes of whoever wrote it, without the field's name
 */
public record Fault(String field, String reason) {}
