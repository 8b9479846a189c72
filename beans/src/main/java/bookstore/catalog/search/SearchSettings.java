package bookstore.catalog.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what was found is ranked; {@code docs/search-quality.md} tells where the defaults come from.
 *
 * @param candidates how many books each way of searching may find, 1 to 5000; pages end there
 * @param nameWeight how much more it counts that a book is called so, shared by all that are
 * @param textWeight how much it counts that a book has all the words
 * @param looseTextWeight how much it counts that a book has some of them, times how much of the query they are
 * @param meaningWeight how much the meaning counts
 * @param flatness how little the first places differ: the k of reciprocal rank fusion, 0 or more
 * @param leastSimilarity below it a book has nothing to do with the question, -1 to 1
 * @param spread how far below the best a book's similarity may be, 0 to 2
 */
@ConfigurationProperties("bookstore.catalog.search")
public record SearchSettings(
        @DefaultValue("1000") int candidates,
        @DefaultValue("1") double nameWeight,
        @DefaultValue("0.7") double textWeight,
        @DefaultValue("1") double looseTextWeight,
        @DefaultValue("1") double meaningWeight,
        @DefaultValue("8") int flatness,
        @DefaultValue("0.4") double leastSimilarity,
        @DefaultValue("0.2") double spread) {}
