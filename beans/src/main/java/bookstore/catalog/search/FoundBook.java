package bookstore.catalog.search;

import bookstore.catalog.Book;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A book in an answer, with how well it fits and why it is there. */
public record FoundBook(@JsonUnwrapped Book book, double score, List<String> matchedBy) {}
