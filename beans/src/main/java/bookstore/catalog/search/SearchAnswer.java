package bookstore.catalog.search;

import bookstore.catalog.Facets;
import bookstore.shared.Page;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What a shopper is answered.
 *
 * @param degraded parts of the search are away; what is left has answered
 */
public record SearchAnswer(@JsonUnwrapped Page<FoundBook> found, Facets facets, boolean degraded) {}
