package bookstore.catalog.search;

import java.util.UUID;

/**
 * The meaning of a book's text.
 *
 * @param fingerprint of the text and the model that read it; the same text needs not be read again
 */
public record BookVector(UUID bookId, String fingerprint, float[] vector) {}
