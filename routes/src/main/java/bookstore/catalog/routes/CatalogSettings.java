package bookstore.catalog.routes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the catalogue gets its books.
 *
 * @param stockShelves whether the books that come with the shop are put on its shelves, once
 */
@ConfigurationProperties("bookstore.catalog")
public record CatalogSettings(@DefaultValue("true") boolean stockShelves, @DefaultValue ImportSettings imports) {

    /**
     * How feeds are taken.
     *
     * @param poll how often is looked for work that nobody has begun or somebody has left
     * @param batch records that are put on the shelves in one transaction, 1 to 1000
     * @param watch whether feeds are taken from a directory
     * @param directory which one
     */
    public record ImportSettings(
            @DefaultValue("2s") Duration poll,
            @DefaultValue("200") int batch,
            @DefaultValue("false") boolean watch,
            @DefaultValue(".bookstore/feeds") String directory) {}
}
