package bookstore.catalog.feeds;

import bookstore.catalog.Feeds;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The readers as the shop has them. */
public final class CatalogFeedsFixture {

    public static final Feeds READERS =
            new FeedReaders(JsonMapper.builder().findAndAddModules().build());

    private CatalogFeedsFixture() {}
}
