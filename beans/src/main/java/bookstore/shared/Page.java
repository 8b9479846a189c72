package bookstore.shared;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A page of a list.
 *
 * @param page from 1
 * @param size most items a page has
 * @param totalItems of all pages
 */
@JsonPropertyOrder({"items", "page", "size", "totalItems", "totalPages"})
public record Page<T>(List<T> items, int page, int size, long totalItems) {

    /** How many items come before a page. */
    public static long offset(int page, int size) {
        return (page - 1L) * size;
    }

    @JsonProperty("totalPages")
    public long totalPages() {
        return (totalItems + size - 1) / size;
    }
}
