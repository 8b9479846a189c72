package bookstore.catalog;

import bookstore.shared.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A book on offer, as shoppers see it.
 *
 * @param isbn null for a book from before there were any
 * @param subtitle empty if there is none; so is the description
 * @param authors in the order of the title page
 * @param publisher null if it is not known
 * @param language ISO 639-1, two letters
 * @param published year, or year-month-day as far as known (ISO 8601); null if it is not known
 * @param salePrice below the price, null if the book is not on sale
 * @param version rises with each change but those of the stock
 */
public record Book(
        UUID id,
        @Nullable Isbn isbn,
        String title,
        String subtitle,
        String description,
        List<Heading> authors,
        @Nullable Heading publisher,
        List<Heading> categories,
        String language,
        @Nullable String published,
        Money price,
        @Nullable Money salePrice,
        Availability stock,
        Rating rating,
        @Nullable String coverUrl,
        long version) {

    /** What a buyer pays now. */
    @JsonIgnore
    public Money currentPrice() {
        return salePrice == null ? price : salePrice;
    }

    /** What makes two records the same book: the ISBN, or else title, first author and language. */
    @JsonIgnore
    public String sameAs() {
        if (isbn != null) {
            return isbn.digits();
        }
        var author = authors.isEmpty() ? "" : authors.get(0).name();
        return Spelling.key(title) + " / " + Spelling.key(author) + " / " + language;
    }

    Book withVersion(long changed) {
        return new Book(
                id,
                isbn,
                title,
                subtitle,
                description,
                authors,
                publisher,
                categories,
                language,
                published,
                price,
                salePrice,
                stock,
                rating,
                coverUrl,
                changed);
    }

    /** This description, for a book that is known: what is not described stays. */
    Book inPlaceOf(Book known) {
        return new Book(
                known.id,
                isbn,
                title,
                subtitle,
                description,
                authors,
                publisher,
                categories,
                language,
                published,
                price,
                salePrice,
                known.stock,
                known.rating,
                coverUrl,
                known.version);
    }
}
